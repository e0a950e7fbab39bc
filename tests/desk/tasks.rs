//! Tasks: written on the quick line from any pane, or in a form.

use trygg::domain::task::Task;
use trygg::store::{TaskRow, Whose};

use super::desk::Desk;

/// The one open task that says this.
fn task(desk: &Desk, what: &str) -> TaskRow {
    let open = desk.colleague("Karin").tasks_open(Whose::Everyones, None).unwrap();
    open.into_iter().find(|row| row.task.value.what == what).unwrap()
}

#[test]
fn a_reminder_is_written_from_any_pane() {
    for pane in ["2", "3", "4", "5"] {
        let mut desk = Desk::new();
        desk.keys(pane).keys("+").types("att ").shows("vad som ska göras").types("ring BUP fre @mig");
        desk.shows("ring BUP  fr 27/11  Karin  egen påminnelse").keys("Enter").shows("Sparat: uppgift: Karin fr 27/11");
        let Task { family, who, by, .. } = task(&desk, "ring BUP").task.value;
        assert_eq!((family, who.as_str(), by.as_str()), (None, "Karin", "Karin"));
        desk.keys("u").shows("Ångrat: uppgift");
    }
}

#[test]
fn with_a_family_open_it_is_the_familys() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter +").types("att ring skolan om schemat").shows("ring skolan om schemat  ingen dag  Karin");
    desk.keys("Enter");
    assert_eq!(task(&desk, "ring skolan om schemat").family.unwrap().name, "Lindström");
    desk.keys("+").types("att @ingenalls ring").shows("ingenalls?").keys("Enter").shows("+ att @ingenalls");
}

#[test]
fn a_form_takes_the_same_and_gives_it_back() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter T").shows("Ny uppgift · Lindström");
    desk.fill("beställ tolk").fill("fre").keys("Esc").shows("Sparat som utkast");
    desk.keys("T").shows("beställ tolk").keys("Ctrl-S").shows("Sparat: uppgift: Lindström");
    let row = task(&desk, "beställ tolk");
    assert_eq!(row.task.value.due_on.unwrap().to_string(), "2026-11-27");
    assert_eq!((row.task.value.who.as_str(), row.family.unwrap().name.as_str()), ("Karin", "Lindström"));
}
