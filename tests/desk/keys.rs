//! How many keys the acts take that one does most: counted, so that no later convenience makes the hand slower.

use trygg::domain::codes::{CancelledBy, MemberRole, Mode, Outcome, SessionKind};
use trygg::domain::directory::Directory;
use trygg::domain::visit::Series;
use trygg::domain::visit::{Arrangement, Terms};
use trygg::store::{DiaryOf, Origin, SessionFilter, SessionRow};

use super::desk::{Desk, today};

/// The open family's sessions, newest first.
fn newest(desk: &Desk) -> Vec<SessionRow> {
    let family = desk.app.cx.open.as_ref().map(|open| open.id());
    desk.colleague("Karin").sessions(&SessionFilter { family, ..SessionFilter::default() }, 0, 100).unwrap()
}

/// Plans a single visit today of the Lindström's Elias with these people, for the tests of what is said of it.
fn visit_today(desk: &Desk, with: &[&str]) {
    let store = desk.colleague("Karin");
    let family = Directory::families(&store, "lindström").unwrap().remove(0);
    let members = store.members(family.id).unwrap();
    let id = |name: &str| members.iter().find(|member| member.given_name.bare() == name).unwrap().id;
    let arrangement = Arrangement {
        family: family.id,
        child: id("Elias"),
        series: Series::once(today()),
        terms: Terms {
            start: chrono::NaiveTime::from_hms_opt(5, 30, 0),
            ..Terms::new(with.iter().map(|name| id(name)).collect())
        },
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
        event: None,
        note: None,
    };
    store.plan(&arrangement, &[], Origin::Direct).unwrap();
}

/// An adult of the Lindströms whom no restriction keeps from Elias.
fn other_adult(desk: &Desk) -> String {
    let store = desk.colleague("Karin");
    let family = Directory::families(&store, "lindström").unwrap().remove(0);
    let members = store.members(family.id).unwrap();
    let free = |role: MemberRole| !matches!(role, MemberRole::Child | MemberRole::Mother | MemberRole::Father);
    members.iter().find(|member| free(member.role)).unwrap().given_name.bare().to_owned()
}

/// What became of the Lindström visit at half past five today.
fn told(desk: &Desk) -> (Option<CancelledBy>, Option<String>, Option<String>) {
    let store = desk.colleague("Karin");
    let family = Directory::families(&store, "lindström").unwrap().remove(0);
    let members = store.members(family.id).unwrap();
    let diary = store.diary(DiaryOf::Family(family.id), today(), today()).unwrap();
    let visits = diary.visits(today(), today());
    let early = chrono::NaiveTime::from_hms_opt(5, 30, 0);
    let visit = visits.iter().find(|visit| visit.terms().start == early).unwrap();
    let Some(written) = visit.written else { return (None, None, None) };
    let person = members.iter().find(|member| Some(member.id) == written.cancelled_by_person);
    (written.cancelled_by, person.map(|person| person.given_name.bare().to_owned()), written.reason.clone())
}

#[test]
fn cancelled_by_a_parent_who_is_ill_is_two_keys() {
    let mut desk = Desk::new();
    visit_today(&desk, &["Sara"]);
    desk.keys("/ lin Enter 5").shows("5.30");
    desk.sent = 0;
    desk.keys("i").shows("Inställt av Sara").keys("s");
    assert_eq!(desk.sent, 2);
    let ill = (Some(CancelledBy::Parent), Some("Sara".to_owned()), Some("sjuk".to_owned()));
    assert_eq!(told(&desk), ill);
    // One act, one step of undo.
    desk.keys("u");
    assert_eq!(told(&desk), (None, None, None));
}

#[test]
fn where_more_adults_take_part_a_digit_says_who() {
    let mut desk = Desk::new();
    let other = other_adult(&desk);
    visit_today(&desk, &["Sara", &other]);
    desk.keys("/ lin Enter 5").shows("5.30");
    desk.sent = 0;
    desk.keys("i 2 s");
    assert_eq!(desk.sent, 3);
    let (_, person, reason) = told(&desk);
    assert_eq!((person, reason), (Some(other), Some("sjuk".to_owned())));
}

#[test]
fn somebody_else_may_have_cancelled_all_the_same() {
    for (key, side, person) in
        [("b", CancelledBy::Child, Some("Elias")), ("o", CancelledBy::Us, None), ("a", CancelledBy::Other, None)]
    {
        let mut desk = Desk::new();
        visit_today(&desk, &["Sara"]);
        desk.keys("/ lin Enter 5 i").keys(key).keys("Esc");
        assert_eq!(told(&desk), (Some(side), person.map(str::to_owned), None), "{key}");
    }
}

#[test]
fn on_the_week_it_is_two_keys_too() {
    let mut desk = Desk::new();
    visit_today(&desk, &["Sara"]);
    desk.keys("1");
    let mut steps = 0;
    while !desk.row("▸").contains("5.30") {
        desk.keys("j");
        steps += 1;
        assert!(steps < 200, "{}", desk.screen());
    }
    desk.sent = 0;
    desk.keys("i").shows("Inställt av Sara").keys("s");
    assert_eq!(desk.sent, 2);
    assert_eq!(told(&desk).1.as_deref(), Some("Sara"));
    desk.keys("u");
    assert_eq!(told(&desk), (None, None, None));
}

#[test]
fn a_planned_session_is_cancelled_with_the_same_keys() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter +").types("imorgon 9-10 planerad @mamma -- inför").keys("Enter 3");
    assert!(desk.row("▸").contains("inför") || desk.screen().contains("inför"));
    while !desk.row("▸").contains("inför") {
        desk.keys("k");
    }
    desk.sent = 0;
    desk.keys("i s");
    assert_eq!(desk.sent, 2);
    let row = newest(&desk).into_iter().find(|row| row.note.as_deref() == Some("inför")).unwrap();
    assert_eq!((row.outcome, row.cancelled_by), (Outcome::Cancelled, Some(CancelledBy::Parent)));
    let person = row.cancelled_by_person.as_ref().map(|(_, name)| name.bare());
    assert_eq!((person, row.reason.as_deref()), (Some("Sara"), Some("sjuk")));
}

#[test]
fn a_session_as_last_time_is_its_words_and_twelve_keys() {
    for start in ["1", "2", "3", "5"] {
        let mut desk = Desk::new();
        desk.keys("+").types("lind 12/11 tel @mamma @elias -- förra gången").keys("Enter").shows("Sparat");
        desk.keys(start);
        desk.sent = 0;
        let words = "gick igenom läxorna och bokade nästa gång";
        desk.keys("+").types("träff lind = -- ").types(words);
        // Spelt out by name before it is saved.
        desk.shows("Sara, Elias").shows("telefon").shows("som to 12/11");
        desk.keys("Enter").shows("Sparat: träff Lindström");
        // The word that names the kind is only needed among visits.
        let kind = "träff ".len() - 1;
        assert!(desk.sent <= words.chars().count() + 12 + kind, "{} keys from {start}", desk.sent);
        let store = desk.colleague("Karin");
        let all = store.sessions(&SessionFilter::default(), 0, 400).unwrap();
        let found = all.iter().find(|row| row.note.as_deref() == Some(words)).unwrap();
        let people: Vec<&str> = found.people.iter().map(|(_, name)| name.bare()).collect();
        assert_eq!(people, ["Sara", "Elias"]);
        assert_eq!(found.mode, Mode::Phone);
    }
    // Where nothing names another kind, its words and twelve keys are all.
    let mut desk = Desk::new();
    desk.keys("+").types("lind 12/11 tel @mamma -- förra gången").keys("Enter 1");
    desk.sent = 0;
    desk.keys("+").types("lind = -- ").types("läxor").keys("Enter");
    assert!(desk.sent <= "läxor".chars().count() + 12, "{} keys", desk.sent);
}

#[test]
fn as_last_time_goes_by_what_one_wrote_oneself() {
    // All that the demo holds was set up, and nobody wrote it.
    let mut desk = Desk::new();
    desk.keys("/ lin Enter +").types("=").keys("Enter").shows("själv har skrivit");
    let colleague = desk.also("Sara");
    drop(colleague);
    desk.keys("Ctrl-D");
}

#[test]
fn a_crisis_call_is_enter_words_and_save() {
    let mut desk = Desk::of("Sara", trygg::locale::Language::Swedish).unwrap();
    desk.keys("1 j").shows("▸! Ring Therese, krisstöd");
    desk.sent = 0;
    desk.keys("Enter");
    // The number is in sight: nobody is kept from Therese.
    desk.shows("070-174 06").hides("skyddade uppgifter");
    desk.types("lugn, bor hos sin syster").keys("Ctrl-S").shows("Sparat: träff Ek").hides("Ring Therese, krisstöd");
    assert_eq!(desk.sent, "lugn, bor hos sin syster".chars().count() + 2);
    let all = desk.colleague("Karin").sessions(&SessionFilter::default(), 0, 400).unwrap();
    let call = all.iter().find(|row| row.note.as_deref() == Some("lugn, bor hos sin syster")).unwrap();
    assert_eq!((call.outcome, call.kind, call.mode), (Outcome::Held, SessionKind::CrisisSupport, Mode::Phone));
    assert_eq!(call.people.iter().map(|(_, name)| name.bare()).collect::<Vec<_>>(), ["Therese"]);
    // While names are hidden no number is shown.
    let mut desk = Desk::of("Sara", trygg::locale::Language::Swedish).unwrap();
    desk.keys("1 j Enter Ctrl-G").shows("numret visas inte");
}

#[test]
fn a_crisis_call_with_nothing_to_add_is_one_key() {
    let mut desk = Desk::of("Sara", trygg::locale::Language::Swedish).unwrap();
    desk.keys("1 j").shows("▸! Ring Therese, krisstöd").keys("Space");
    desk.shows("Sparat: träff Ek").hides("Ring Therese, krisstöd").keys("u").shows("Ring Therese, krisstöd");
}

#[test]
fn a_family_is_found_by_a_slash_three_letters_and_enter() {
    for start in ["1", "2", "3", "4", "5"] {
        let mut desk = Desk::new();
        desk.keys(start);
        desk.sent = 0;
        desk.keys("/ lin Enter");
        assert_eq!(desk.sent, 5);
        assert!(desk.app.cx.open.is_some(), "{start}");
    }
}

#[test]
fn yes_is_either_letter() {
    for key in ["j", "y"] {
        let mut desk = Desk::new();
        desk.keys("+").types("lind = -- något").keys("Ctrl-D").keys(key);
        desk.hides("något");
    }
}
