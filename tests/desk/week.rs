//! The week pane: what is late comes first, and a key on a line does what it asks for.

use trygg::domain::codes::{Outcome, SessionKind};
use trygg::domain::directory::Directory;
use trygg::locale::Language;
use trygg::store::{DiaryOf, Origin, SessionFilter, SessionRow};

use super::desk::{Desk, today};
use super::screens::snapshot;

/// Sara's week: she works with few families.
fn week() -> Desk {
    let mut desk = Desk::of("Sara", Language::Swedish).unwrap();
    desk.keys("1");
    desk
}

/// Goes down to a line.
fn mark(desk: &mut Desk, text: &str) {
    for _ in 0..99 {
        if desk.row("▸").contains(text) {
            return;
        }
        desk.keys("j");
    }
    panic!("no {text}");
}

#[test]
fn the_week_looks_as_it_did() {
    for (name, columns, rows) in [("80x24", 80, 24), ("160x50", 160, 50), ("60x15", 60, 15)] {
        let mut desk = week();
        desk.app.resize((columns, rows));
        snapshot(&format!("week_{name}"), &desk.screen());
    }
    let mut desk = Desk::of("Sara", Language::English).unwrap();
    snapshot("week_english", &desk.keys("1").screen());
}

#[test]
fn enter_on_a_call_opens_the_session_filled_in_and_meets_the_duty() {
    let mut desk = week();
    mark(&mut desk, "Ring Therese, krisstöd");
    desk.shows("▸! Ring Therese, krisstöd").keys("Enter").shows("krisstöd").shows("telefon").shows("Therese");
    desk.keys("Ctrl-S").shows("Sparat: träff Ek").hides("Ring Therese, krisstöd");
    let store = desk.colleague("Karin");
    let listed = store.sessions(&SessionFilter::default(), 0, 99).unwrap();
    let call = |row: &SessionRow| (row.outcome, row.kind) == (Outcome::Held, SessionKind::CrisisSupport);
    assert!(listed.iter().any(|row| call(row) && row.on == today()));
    desk.keys("u").shows("Ring Therese, krisstöd");
}

#[test]
fn space_says_that_it_was_done_today() {
    let mut desk = week();
    mark(&mut desk, "Begär hälsoundersökning, Ida");
    desk.keys("Space");
    desk.shows("Sparat: noterat för Ek").hides("Begär hälsoundersökning, Ida").keys("u");
    desk.shows("▸· Begär hälsoundersökning, Ida");
}

#[test]
fn a_duty_is_exempted_with_a_reason() {
    let mut desk = week();
    mark(&mut desk, "Ring Therese, krisstöd");
    desk.keys("x").shows("Undanta").keys("Ctrl-S").shows("fyll i").types("bor utomlands, kan inte nås").keys("Enter");
    desk.shows("Sparat: undantag för Ek").hides("Ring Therese, krisstöd").keys("u").shows("Ring Therese, krisstöd");
}

/// Never "from the placement or from the last time": the one that holds.
#[test]
fn the_day_that_a_duty_counts_from_is_named_as_what_it_is() {
    let cases = [
        ("Ingen träff med", "Räknas från senaste gången: "),
        ("Rita nätverkskartan på nytt", "Räknas från må 4/5"),
        ("Överväg umgängesbegränsningen", "Räknas från beslutet: "),
    ];
    for (duty, told) in cases {
        let mut desk = week();
        mark(&mut desk, duty);
        desk.keys("i").shows(told).hides(" eller från ");
    }
}

#[test]
fn the_rule_behind_a_duty_is_told_with_its_source() {
    let mut desk = week();
    mark(&mut desk, "Ring Therese, krisstöd");
    desk.keys("i")
        .shows("Räknas från att vården började: ")
        .hides("senaste gången")
        .shows("Säker: läst i källan")
        .shows("crisis_call")
        .keys("Esc");
    desk.keys("o").shows("EK ");
}

#[test]
fn mine_or_all() {
    let mut desk = Desk::new();
    desk.keys("1").shows("mina 5 familjer").keys("m").shows("alla 12 familjer").keys("m").shows("mina 5 familjer");
}

#[test]
fn what_colleagues_did_since_one_last_looked_is_told() {
    let mut desk = week();
    desk.keys("G").hides("SEDAN SIST");
    desk.leave_and_come_back();
    let mut colleague = desk.also("Karin");
    for key in trygg::app::keys::Key::typed("+") {
        colleague.key(key);
    }
    colleague.paste("lind idag @Elias -- läxor");
    colleague.key(trygg::app::keys::Key::Enter);
    desk.leave_and_come_back();
    desk.keys("1 G").shows("SEDAN SIST").shows("träff").shows("Karin, ");
}

#[test]
fn a_reminder_is_written_from_any_pane_and_ticked_off() {
    let mut desk = week();
    desk.keys("2 +").types("att ring BUP fre @mig").keys("Enter 1");
    mark(&mut desk, "ring BUP");
    desk.keys("Space").hides("ring BUP").keys("u").shows("ring BUP");
}

#[test]
fn a_call_in_vain_is_one_key_and_meets_nothing() {
    let mut desk = week();
    mark(&mut desk, "Ring Therese, krisstöd");
    desk.keys("-")
        .shows("Sparat: träff Ek")
        .shows(" försök")
        .keys("i")
        .shows("försökt")
        .keys("Esc")
        .shows("▸! Ring Therese, krisstöd");
    desk.keys("j -").shows("Bara samtal i krisstöd");
}

#[test]
fn whoever_is_protected_stands_with_an_initial_wherever_the_week_tells_of_them() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let noah = store.children("noah").unwrap()[0].1.id;
    let stored = store.get::<trygg::domain::person::Person>(noah).unwrap();
    let hidden = trygg::domain::codes::Protection::ConfidentialityFlag;
    let member = trygg::domain::person::Person { protection: hidden, ..stored.value };
    store.change(noah, stored.version, &member, trygg::store::Origin::Direct).unwrap();
    desk.keys("/ noah Enter v").types("jour").keys("Tab").types("igår").keys("Ctrl-S").shows("placering av N.");
    desk.keys("1").hides("Noah").keys("G").hides("Noah").keys("u").shows("placering av N.").hides("Noah");
}

#[test]
fn what_is_not_for_the_role_is_refused_before_anything_is_typed() {
    let mut desk = Desk::of("Ulf", Language::Swedish).unwrap();
    let store = desk.colleague("Karin");
    let id = store.families_of(trygg::store::Whose::Mine).unwrap()[0];
    let mut family = store.get::<trygg::domain::family::Family>(id).unwrap();
    family.value.other_support.push("Ulf".to_owned());
    store.change(id, family.version, &family.value, trygg::store::Origin::Direct).unwrap();
    desk.keys("1");
    mark(&mut desk, "Begär");
    desk.keys("Enter").shows("Din roll får inte").hides("Ctrl-S").keys("Space").shows("Din roll får inte");
}

/// Two duties of the same words are told apart by the adult, and a key answers the one that is marked.
#[test]
fn each_restriction_of_a_child_is_considered_by_itself() {
    for (answered, left) in [("Elias (Amir)", "Elias (Sara)"), ("Elias (Sara)", "Elias (Amir)")] {
        let mut desk = week();
        let store = desk.colleague("Karin");
        let family = Directory::families(&store, "lindström").unwrap().remove(0);
        let members = store.members(family.id).unwrap();
        let diary = store.diary(DiaryOf::Family(family.id), today(), today()).unwrap();
        let mut second = diary.restrictions[0].value.clone();
        second.with = members.iter().filter(|one| one.given_name.bare() == "Sara").map(|one| one.id).collect();
        store.add(&second, Origin::Direct).unwrap();
        desk.app.resize((160, 50));
        desk.keys("2 1").shows("Elias (Amir)").shows("Elias (Sara)");
        mark(&mut desk, answered);
        desk.keys("Space").shows("Sparat").hides(&format!("Överväg umgängesbegränsningen för {answered}"));
        desk.shows(&format!("Överväg umgängesbegränsningen för {left}"));
    }
}
