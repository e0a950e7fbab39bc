//! Whatever changes data can be taken back with one key, and made again.

use super::desk::Desk;

#[test]
fn a_session_is_taken_back_and_made_again() {
    let mut desk = Desk::new();
    let before = desk.sessions();
    desk.keys("+").types("lind igår -- ångras").keys("Enter u").shows("Ångrat: träff Lindström");
    assert_eq!(desk.sessions(), before);
    desk.shows("Ctrl-R gör om").keys("Ctrl-R").shows("Gjort igen: träff Lindström");
    assert_eq!(desk.sessions(), before + 1);
    desk.keys("u u").shows("Det finns inget att ångra");
}

#[test]
fn nothing_to_undo_or_redo_is_said() {
    let mut desk = Desk::new();
    desk.keys("u").shows("Det finns inget att ångra");
    desk.keys("Ctrl-R").shows("Det finns inget att göra om");
}

#[test]
fn a_removed_session_comes_back() {
    let mut desk = Desk::new();
    let before = desk.sessions();
    desk.keys("3");
    let row = desk.screen().lines().find(|row| row.contains('▸')).unwrap().replace('▸', "");
    desk.keys("x").shows("? Ta bort träffen").keys("Esc").hides("Ta bort");
    assert_eq!(desk.sessions(), before);
    desk.keys("x y").shows("Sparat: borttagen träff").hides(&row);
    assert_eq!(desk.sessions(), before - 1);
    desk.keys("u").shows("Ångrat: borttagen träff").shows(&row);
    assert_eq!(desk.sessions(), before);
}

#[test]
fn a_removed_person_comes_back_where_they_were() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter p").fill("Tove").keys("Tab").fill("barn").keys("Ctrl-S").shows("▸Tove");
    desk.keys("x")
        .shows("Ta bort Tove ur familjen?")
        .keys("Enter")
        .shows("Tove")
        .keys("x y")
        .hides("Tove,")
        .hides("▸Tove");
    desk.keys("u").shows("Ångrat: borttagen person Tove").shows("Tove  barn");
}

#[test]
fn a_family_taken_back_closes_its_page() {
    let mut desk = Desk::new();
    desk.keys("n").fill("Sandberg").fill("B-7").keys("Ctrl-S").shows("SANDBERG");
    desk.keys("u").shows("Ångrat: ny familj Sandberg").hides("SANDBERG").shows("Familjer  12");
    desk.keys("Ctrl-R").shows("Gjort igen: ny familj Sandberg").shows("Familjer  13");
}

#[test]
fn an_edited_field_is_put_back() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter Enter").fill("Lindgren").keys("Ctrl-S").shows("LINDGREN");
    desk.keys("u").shows("Ångrat: ändring av familjen").shows("LINDSTRÖM");
    desk.keys("Ctrl-R").shows("LINDGREN");
}

#[test]
fn what_a_colleague_changed_since_is_not_taken_back() {
    use trygg::domain::family::Family;
    let mut desk = Desk::new();
    desk.keys("/ lin Enter Enter").fill("Lindgren").keys("Ctrl-S");
    let id = desk.app.cx.open.as_ref().unwrap().id();
    let colleague = desk.colleague("Sara");
    let mut family = colleague.get::<Family>(id).unwrap();
    family.value.name = "Lindqvist".to_owned();
    colleague.change(id, family.version, &family.value, trygg::store::Origin::Direct).unwrap();
    desk.keys("u").shows("någon har ändrat samma uppgift sedan dess");
    assert_eq!(colleague.get::<Family>(id).unwrap().value.name, "Lindqvist");
}

#[test]
fn held_and_planned_are_toggled_and_taken_back() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter +").types("idag planerad tel").keys("Enter 3").shows("▸·");
    desk.keys("Space").shows("▸✓").shows("Sparat: ändring av träff");
    desk.keys("Space").shows("▸·").keys("u").shows("▸✓").keys("u").shows("▸·");
    desk.keys("g g Space").shows("Dagen har inte varit än").shows("▸·");
}

#[test]
fn the_palette_says_what_undo_would_take_back() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter +")
        .types("igår tel")
        .keys("Enter")
        .keys(":")
        .types("ångra")
        .shows("träff Lindström fr 20/11");
}

#[test]
fn what_a_colleague_has_just_changed_is_not_removed_unseen() {
    let mut desk = Desk::new();
    desk.keys("n").fill("Sandberg").fill("B-7").keys("Ctrl-S x").shows("Ta bort familjen Sandberg?");
    let id = desk.app.cx.open.as_ref().unwrap().id();
    let colleague = desk.colleague("Karin");
    let mut family = colleague.get::<trygg::domain::family::Family>(id).unwrap();
    family.value.district = Some("Väster".to_owned());
    colleague.change(id, family.version, &family.value, trygg::store::Origin::Direct).unwrap();
    desk.keys("y").shows("En kollega ändrade detta nyss").shows("SANDBERG").shows("Väster");
}
