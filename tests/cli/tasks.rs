//! Tasks on the command line.

use serde_json::json;

use crate::bench::Bench;

#[test]
fn a_line_about_a_task_is_told_and_written_down() {
    let bench = Bench::with_families();
    let line = "att Lindström ring skolan om läxor 3/12";
    let told = json!({
        "kind": "task", "family": "Lindström", "case_ref": "2026-0143", "what": "ring skolan om läxor",
        "due_on": "2026-12-03", "who": "Karin",
    });
    assert_eq!(bench.run(&["add", line, "--dry-run", "--json"]).json(), told);
    assert!(bench.rows("tasks").is_empty());
    let said = bench.run(&["add", line]).good();
    assert_eq!(said, "Uppgiften är sparad.\n  · ring skolan om läxor  to 3/12  Karin  Lindström\n");
    bench.run(&["add", "att ring BUP @mig"]).good();
    assert_eq!(
        bench.rows("tasks"),
        [
            json!({ "id": 1, "case_ref": "2026-0143", "what": "ring skolan om läxor", "due_on": "2026-12-03",
                    "who": "Karin", "done_on": null, "by": "Karin", "made_on": "2026-11-21" }),
            json!({ "id": 2, "case_ref": null, "what": "ring BUP", "due_on": null, "who": "Karin", "done_on": null,
                    "by": "Karin", "made_on": "2026-11-21" }),
        ]
    );
    let listed = bench.run(&["list", "tasks", "--family", "Lindström"]).good();
    assert!(listed.contains("ring skolan om läxor") && !listed.contains("ring BUP"), "{listed}");
    let csv = bench.run(&["export", "tasks"]).good();
    let header = "case_ref,what,due_on,who,done_on,by,made_on";
    let row = "2026-0143,ring skolan om läxor,2026-12-03,Karin,,Karin,2026-11-21";
    assert!(csv.starts_with(&format!("{header}\n{row}\n")), "{csv}");
    let again = bench.run(&["import", "tasks", &bench.file("tasks.csv", &csv)]).good();
    assert!(again.contains("0 nya, 0 ändrade, 2 oförändrade."), "{again}");
}

#[test]
fn what_is_not_understood_is_told_with_whom_there_is() {
    let bench = Bench::with_families();
    let error = bench.run(&["add", "att @ingen ring", "--json"]).error(3);
    assert!(error.to_string().contains("Karin"), "{error}");
    assert!(bench.rows("tasks").is_empty());
}
