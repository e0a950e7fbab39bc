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
                    "who": "Karin", "done_on": null }),
            json!({ "id": 2, "case_ref": null, "what": "ring BUP", "due_on": null, "who": "Karin", "done_on": null }),
        ]
    );
    let listed = bench.run(&["list", "tasks", "--family", "Lindström"]).good();
    assert!(listed.contains("ring skolan om läxor") && !listed.contains("ring BUP"), "{listed}");
    let csv = bench.run(&["export", "tasks"]).good();
    assert!(csv.starts_with("case_ref,what,due_on,who,done_on\n2026-0143,ring skolan om läxor,2026-12-03,Karin,\n"));
    bench.run(&["import", "tasks", "x.csv"]).bad(2);
}

#[test]
fn what_is_not_understood_is_told_with_whom_there_is() {
    let bench = Bench::with_families();
    let error = bench.run(&["add", "att @ingen ring", "--json"]).error(3);
    assert!(error.to_string().contains("Karin"), "{error}");
    assert!(bench.rows("tasks").is_empty());
}
