//! Measurements and children's words as files: a row an answer, faults by line, and what a parent's own file tells.

use crate::bench::Bench;

const PEOPLE: &str = "ref,case_ref,given_name,role,birth_on\n\
                      E-1,2026-0143,Mona,mother,\n\
                      E-2,2026-0143,Leo,child,2015-05-04\n";

const MEASURED: &str = "case_ref,person,instrument,on,rater,item,answer,way,asked_by\n\
                        2026-0143,E-2,baseline_child,2026-11-02,person,school_like,3,aloud,Karin\n\
                        2026-0143,E-2,baseline_child,2026-11-02,person,psychosocial_tell,(did_not_want),aloud,Karin\n\
                        2026-0143,E-2,baseline_child,2026-11-02,person,wish,\"Hemligt, om mamma\",aloud,Karin\n\
                        2026-0143,E-1,parent_survey,2026-11-03,person,wishes,talks;group,together,Karin\n\
                        2026-0143,E-1,needs_and_support,2026-11-03,worker,needs_support,yes,,Karin\n";

const WORDS: &str = "case_ref,child,on,words,heard_at,heard_by,to_parents\n\
                     2026-0143,E-2,2026-11-05,Jag saknar katten,session,Karin,yes\n\
                     2026-0143,E-2,2026-11-06,Säg inget om natten,interview,Karin,no\n\
                     2026-0143,E-2,2026-11-07,Inte frågad än,session,Karin,\n";

fn bench() -> Bench {
    let bench = Bench::new();
    let families = "case_ref,name,status,started_on\n2026-0143,Ek,active,2026-03-02\n";
    for (kind, text) in [("families", families), ("people", PEOPLE)] {
        let path = bench.file(&format!("{kind}.csv"), text);
        bench.run(&["import", kind, &path]).good();
    }
    for (kind, text) in [("measurements", MEASURED), ("child-words", WORDS)] {
        let path = bench.file(&format!("{kind}.csv"), text);
        bench.run(&["import", kind, &path]).good();
    }
    bench
}

#[test]
fn rows_are_answers_of_one_measurement_and_come_back_as_they_went() {
    let bench = bench();
    assert_eq!(bench.rows("measurements").len(), 5);
    let out = bench.run(&["export", "measurements", "--out", "-"]).good();
    let back = bench.file("back.csv", &out);
    bench.run(&["import", "measurements", &back]).good();
    assert_eq!(bench.rows("measurements").len(), 5, "a file that is read twice changes nothing");
    let changed = bench.file("changed.csv", out.replace(",school_like,3,", ",school_like,1,"));
    bench.run(&["import", "measurements", &changed]).good();
    let rows = bench.rows("measurements");
    let of = |item: &str| rows.iter().find(|row| row["item"] == item).unwrap()["answer"].clone();
    assert_eq!((of("school_like"), of("wishes")), ("1".into(), "talks;group".into()));
}

#[test]
fn a_faulty_answer_is_told_with_its_line() {
    let bench = bench();
    for (row, told) in [
        ("2026-0143,E-2,baseline_child,2026-11-09,person,school_like,7", "7"),
        ("2026-0143,E-2,baseline_child,2026-11-09,person,school_luck,1", "school_luck"),
        ("2026-0143,E-2,moon_phase,2026-11-09,person,school_like,1", "moon_phase"),
        ("2026-0143,E-2,baseline_child,2027-11-09,person,school_like,1", "2027-11-09"),
        ("2026-0143,E-9,baseline_child,2026-11-09,person,school_like,1", "E-9"),
        ("2026-0143,E-2,child_voice_young,2026-11-09,person,glad,(not_relevant)", "not_relevant"),
    ] {
        let text = format!("case_ref,person,instrument,on,rater,item,answer\n{row}\n");
        let said = bench.run(&["import", "measurements", &bench.file("bad.csv", &text)]).bad(3);
        assert!(said.contains(told) && said.contains('2'), "{row}: {said}");
    }
    let twice = "case_ref,person,instrument,on,rater,item,answer\n\
                 2026-0143,E-2,baseline_child,2026-11-09,person,school_like,1\n\
                 2026-0143,E-2,baseline_child,2026-11-09,person,school_like,2\n";
    let said = bench.run(&["import", "measurements", &bench.file("twice.csv", twice)]).bad(3);
    assert!(said.contains("school_like"), "{said}");
}

#[test]
fn a_parents_file_holds_of_the_childs_words_what_the_child_says_it_may() {
    let bench = bench();
    let of = |kind: &str, who: &str| bench.run(&["list", kind, "--for", who, "--json"]).good();
    let mother = of("child-words", "E-1");
    assert!(mother.contains("Jag saknar katten"), "{mother}");
    assert!(!mother.contains("natten") && !mother.contains("Inte fr"), "{mother}");
    let child = of("child-words", "E-2");
    assert!(child.contains("natten") && child.contains("katten"), "{child}");
    // Of answers one's own, and only where the form lets the person see them.
    let mother = of("measurements", "E-1");
    assert!(mother.contains("talks;group") && !mother.contains("Hemligt"), "{mother}");
    assert!(!mother.contains("needs_support"), "what the team says of the support: {mother}");
    assert!(of("measurements", "E-2").contains("Hemligt"));
}

#[test]
fn the_units_own_form_is_used_and_a_faulty_one_told_of_with_its_line() {
    let bench = bench();
    let folder = bench.casebook().join("instruments");
    std::fs::create_dir(&folder).unwrap();
    let who5 = include_str!("../data/measurement/who5.toml");
    std::fs::write(folder.join("who5.toml"), who5).unwrap();
    let rows = "case_ref,person,instrument,on,rater,item,answer\n2026-0143,E-1,who5,2026-11-09,person,one,5\n";
    bench.run(&["import", "measurements", &bench.file("own.csv", rows)]).good();
    std::fs::write(folder.join("bad.toml"), who5.replace("most = 5", "most = 50")).unwrap();
    let said = bench.run(&["doctor"]);
    let told = format!("{}{}", said.out, said.err);
    assert!(told.contains("bad.toml") && told.contains("19"), "{told}");
    std::fs::remove_file(folder.join("bad.toml")).unwrap();
    bench.run(&["backup", bench.path("kept").to_str().unwrap()]).good();
    let kept = std::fs::read_dir(bench.path("kept")).unwrap().flatten().next().unwrap().path();
    assert!(kept.join("instruments/who5.toml").is_file(), "the unit's own forms go along: {kept:?}");
}
