//! Plans on the command line: goals in one line, their scores, what a session says of them.

use serde_json::{Value, json};

use crate::bench::Bench;

/// Three goals of a child, equally heavy, as they stood and stand.
fn with_goals(levels: &[(&str, u32)]) -> Bench {
    let bench =
        Bench::with_people("case_ref,ref,given_name,role\n2026-0143,L-1,Sara,mother\n2026-0143,L-2,Elias,child\n");
    let rows = levels.iter().enumerate().map(|(place, (now, weight))| {
        format!("2026-0143,L-2,{},school,mål {place},2026-10-01,{weight},-1,{now}\n", place + 1)
    });
    let header = "case_ref,person,number,area,goal,made_on,weight,start,now\n".to_owned();
    let text = std::iter::once(header).chain(rows).collect::<String>();
    bench.run(&["import", "goals", &bench.file("goals.csv", &text)]).good();
    bench
}

fn plan_of(bench: &Bench, reference: &str) -> Value {
    let plan = bench.run(&["show", "plan", "--family", "Lindström", "--json"]).json();
    let people = plan["people"].as_array().unwrap();
    people.iter().find(|person| person["ref"] == reference).unwrap().clone()
}

#[test]
fn scores_are_those_that_were_published() {
    let cases: &[(&[(&str, u32)], f64)] = &[
        (&[("0", 1), ("0", 1), ("0", 1)], 50.0),
        (&[("1", 1), ("1", 1), ("1", 1)], 63.69),
        (&[("-1", 1), ("0", 1), ("2", 1)], 54.56),
        (&[("-2", 2), ("-1", 1), ("0", 3), ("1", 1)], 42.03),
        (&[("-2", 1)], 30.0),
    ];
    for (levels, score) in cases {
        let bench = with_goals(levels);
        let plan = plan_of(&bench, "L-2");
        assert_eq!(plan["t_now"], json!(score), "{levels:?}");
        assert_eq!(plan["goals"].as_array().unwrap().len(), levels.len());
    }
    let without = plan_of(&with_goals(&[("0", 1)]), "L-1");
    assert_eq!([&without["t_now"], &without["t_start"], &without["t_own"]], [&Value::Null; 3]);
    assert_eq!(without["areas"].as_array().unwrap().len(), 5);
}

#[test]
fn a_goal_is_made_in_one_line_and_a_session_moves_it() {
    let bench = with_goals(&[("-1", 1)]);
    let said = bench.run(&["add", "mål Lindström @Elias #fritid något roligt på tisdagar >15/1"]).good();
    assert!(said.starts_with("Mål 2 sparat:"), "{said}");
    let goal = bench.rows("goals").remove(1);
    assert_eq!(
        [&goal["person"], &goal["number"], &goal["area"], &goal["goal"], &goal["target_on"], &goal["state"]],
        [
            &json!("Elias"),
            &json!(2),
            &json!("leisure"),
            &json!("något roligt på tisdagar"),
            &json!("2027-01-15"),
            &json!("open")
        ]
    );
    bench.run(&["add", "lind igår @Elias mål1=+1 mål2=klart"]).good();
    let goals = bench.rows("goals");
    assert_eq!((&goals[0]["now"], &goals[0]["state"]), (&json!(1), &json!("open")));
    assert_eq!(goals[1]["state"], "done");
    let plan = plan_of(&bench, "L-2");
    assert_eq!((&plan["goals"][0]["change"], &plan["goals"][0]["stepped_on"]), (&json!(2), &json!("2026-11-20")));
    let error = bench.run(&["add", "lind igår @Elias mål9=+1", "--json"]).error(3);
    assert!(error.to_string().contains('9'), "{error}");
}

#[test]
fn what_is_late_or_stands_still_is_due() {
    let bench = with_goals(&[("0", 1)]);
    let actions = "case_ref,person,goal,text,who,due_on\n2026-0143,L-2,1,ring skolan,Karin,2026-11-10\n";
    bench.run(&["import", "actions", &bench.file("actions.csv", actions)]).good();
    let due = bench.run(&["list", "due", "--json"]).json();
    let of = |rule: &str| due.as_array().unwrap().iter().find(|row| row["rule"] == rule).cloned();
    assert_eq!(of("action_overdue").unwrap()["days_late"], 11);
    assert_eq!(of("goal_without_step").unwrap()["due_on"], "2026-10-29");
    let plan = plan_of(&bench, "L-2");
    assert_eq!((&plan["actions"][0]["late"], &plan["goals"][0]["asked"]), (&json!(true), &json!("no-step")));
    bench.run(&["add", "lind igår @Elias mål1"]).good();
    let due = bench.run(&["list", "due", "--json"]).json();
    let still = due.as_array().unwrap().iter().find(|row| row["rule"] == "goal_without_step").cloned();
    assert!(still.is_none_or(|row| row["state"] != "late" && row["due_on"] == "2026-12-18"));
}

#[test]
fn a_row_that_cannot_be_is_refused_with_what_may_stand_there() {
    let bench = with_goals(&[("0", 1)]);
    let mother = "case_ref,person,number,area,goal,made_on\n2026-0143,L-1,2,parenting,ta det lugnt,2026-10-01\n";
    bench.run(&["import", "goals", &bench.file("goals.csv", mother)]).good();
    let cases = [
        ("goals", "person,number,area,goal,made_on,start", "L-2,7,school,x,2026-10-01,3", "är ingen måluppfyllelse"),
        ("goals", "person,number,area,goal,made_on,weight", "L-2,7,school,x,2026-10-01,11", "är inget heltal"),
        ("actions", "person,goal,text", "L-2,9,ringa", "är inget mål i familjen"),
        ("actions", "person,goal,text", "L-2,2,ringa", "är någon annans mål"),
        ("attainments", "goal,on,attainment,by", "9,2026-11-01,1,Karin", "är inget mål i familjen"),
        ("attainments", "goal,on,attainment,by", "1,2026-11-01,5,Karin", "är ingen måluppfyllelse"),
        ("crisis-support", "parent,offered_on", "L-2,2026-11-01", "är ett barn"),
        ("phases", "phase,from,until", "aftercare,2026-11-01,2026-10-01", "ligger före"),
    ];
    for (kind, header, row, why) in cases {
        let text = format!("case_ref,{header}\n2026-0143,{row}\n");
        let said = bench.run(&["import", kind, &bench.file("rows.csv", &text)]).bad(3);
        assert!(said.contains(why), "{kind} {row}: {said}");
    }
}

/// A measurement of a child of which school is weak and leisure is not.
const WEAK: &str = "case_ref,person,instrument,on,rater,item,answer\n\
    2026-0143,L-2,baseline_child,2026-11-09,person,school_like,1\n\
    2026-0143,L-2,baseline_child,2026-11-09,person,school_help,1\n\
    2026-0143,L-2,baseline_child,2026-11-09,person,leisure_fun,4\n\
    2026-0143,L-2,baseline_child,2026-11-09,person,leisure_join,3\n";

#[test]
fn a_weak_area_is_asked_for_until_it_has_a_goal_and_not_when_it_is_no_longer_weak() {
    let bench = with_goals(&[]);
    bench.run(&["import", "measurements", &bench.file("weak.csv", WEAK)]).good();
    let area = |name: &str| {
        let plan = plan_of(&bench, "L-2");
        let areas = plan["areas"].as_array().unwrap();
        areas.iter().find(|area| area["area"] == name).unwrap().clone()
    };
    assert_eq!(area("school"), json!({"area": "school", "first": 1.0, "latest": 1.0, "weak": true}));
    assert_eq!(area("leisure"), json!({"area": "leisure", "first": 3.5, "latest": 3.5, "weak": false}));
    assert_eq!(area("network"), json!({"area": "network", "first": null, "latest": null, "weak": false}));
    let shown = || bench.run(&["show", "plan", "--family", "Lindström"]).good();
    assert!(shown().contains("1,0 → 1,0") && shown().contains("inget mål, och svagt"), "{}", shown());
    let due = || {
        let due = bench.run(&["list", "due", "--json"]).json();
        let rows = due.as_array().unwrap().clone();
        rows.into_iter().find(|row| row["rule"] == "weak_area_without_goal").map(|row| row["due_on"].clone())
    };
    assert_eq!(due(), Some(json!("2026-11-23")));
    bench.run(&["add", "mål Lindström @Elias #fritid simma"]).good();
    assert_eq!(due(), Some(json!("2026-11-23")), "a goal in another area changes nothing");
    bench.run(&["add", "mål Lindström @Elias #skola läsa varje kväll"]).good();
    assert_eq!(due(), None);
    assert!(!shown().contains("inget mål, och svagt"));
}

#[test]
fn the_workers_own_marks_make_no_area_weak_and_the_latest_decide() {
    let worker = WEAK.replace(",person,school", ",worker,school");
    let again = WEAK.replace("2026-11-09", "2026-11-16").replace("school_like,1", "school_like,4");
    let again = again.replace("school_help,1", "school_help,3");
    for (what, files) in [("the worker's", vec![worker]), ("no longer", vec![WEAK.to_owned(), again])] {
        let bench = with_goals(&[]);
        for text in files {
            bench.run(&["import", "measurements", &bench.file("m.csv", &text)]).good();
        }
        let due = bench.run(&["list", "due", "--json"]).json();
        assert!(due.as_array().unwrap().iter().all(|row| row["rule"] != "weak_area_without_goal"), "{what}");
    }
}
