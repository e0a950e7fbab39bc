//! The weekly check-in: a run through the families, alone and with a colleague at another terminal.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use trygg::app::Desk as App;
use trygg::app::keys::Key;
use trygg::domain::check_in::{CheckIn, Record};
use trygg::domain::codes::{Colour, Protection};
use trygg::domain::directory::Directory;
use trygg::domain::person::Person;
use trygg::store::{Listing, Origin, Store, Stored};
use trygg::ui;

use super::desk::{Desk, today};
use super::screens::snapshot;

/// A colleague at another terminal.
struct Other(App);

impl Other {
    fn keys(&mut self, keys: &str) -> &mut Self {
        Key::typed(keys).into_iter().for_each(|key| self.0.key(key));
        self
    }

    fn types(&mut self, text: &str) -> &mut Self {
        text.chars().for_each(|letter| self.0.key(Key::Char(letter)));
        self
    }

    fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        terminal.draw(|frame| ui::draw(&self.0.scene(), frame)).unwrap();
        let rows = terminal.backend().buffer().content.chunks(80);
        rows.map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>() + "\n").collect()
    }

    #[track_caller]
    fn shows(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "no {text:?} on\n{screen}");
        self
    }
}

/// The record of today's only meeting.
fn record(store: &Store) -> Record {
    let meetings = store.meetings_on(today()).unwrap();
    assert_eq!(meetings.len(), 1);
    store.record_of(meetings[0].0).unwrap()
}

/// The name of the family on the screen, as its head has it.
fn family(desk: &Desk) -> String {
    let screen = desk.screen();
    let head = screen.lines().nth(3).unwrap();
    head.trim().split("  ").next().unwrap().to_owned()
}

#[test]
fn a_run_through_ten_families_and_its_record() {
    let mut desk = Desk::new();
    desk.keys("c").shows("AVSTÄMNING").types("sar").shows("= Karin, Sara").keys("Tab").shows("alla, 1").keys("Enter");
    let all = record(&desk.colleague("Karin")).not_reached.len();
    assert!(all >= 10, "{all}");
    desk.shows(&format!("1 av {all} · {all} kvar · 3 min/familj · tillsammans"));
    let (mut seen, mut again) = (vec![family(&desk)], 0);
    for place in 0..10 {
        match place {
            1 => _ = desk.keys("n"),
            2 => _ = desk.keys("2").types("skolan går trögt").keys("Tab").types("ring skolan fre @sara").keys("Enter"),
            3 => _ = desk.keys("3").types("oro").keys("Tab Tab").types("vi söker skydd").keys("Enter"),
            _ => {
                desk.keys("Space");
                if desk.screen().contains("inget att ta över") {
                    desk.keys("1").types("bra vecka").keys("Enter");
                } else {
                    again += 1;
                }
            }
        }
        seen.push(family(&desk));
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 11.min(all), "no family comes twice: {seen:?}");
    assert!(again >= 4, "{again} as last week");
    desk.shows(&format!("{} kvar", all - 9))
        .keys("e")
        .shows("e igen avslutar")
        .keys("e")
        .shows("Avstämningen är avslutad");
    desk.shows("BESLUT (1)").shows("vi söker skydd").shows("UPPGIFTER (1)").shows("ring skolan  Sara");
    let record = record(&desk.colleague("Karin"));
    assert_eq!((record.present.as_slice(), record.said.len()), (&["Karin".to_owned(), "Sara".to_owned()][..], 9));
    assert_eq!((record.not_reached.len(), record.ended_on), (all - 9, Some(today())));
    assert_eq!(record.said.iter().filter(|(_, said)| said.as_before).count(), again);
    desk.keys("Esc").hides("BESLUT");
    let mut rows = 0;
    let listing = Listing { from: Some(today()), to: Some(today()), ..Listing::default() };
    let count = &mut |_| {
        rows += 1;
        Ok(())
    };
    desk.colleague("Karin").each::<CheckIn>(&listing, count).unwrap();
    assert_eq!(rows, 9);
}

#[test]
fn a_changed_family_takes_few_keys_and_an_unchanged_one() {
    let mut desk = Desk::new();
    desk.keys("c Enter");
    while desk.screen().contains("Inget är sagt") {
        desk.keys("n");
    }
    let before = family(&desk);
    desk.sent = 0;
    desk.keys("Space").shows("Sparat: avstämning");
    assert_eq!(desk.sent, 1);
    assert_ne!(family(&desk), before);
    desk.sent = 0;
    let (sentence, step, decision) = ("mamma är trött", "ring skolan fre @sara", "vi glesar ut");
    desk.keys("2").types(sentence).keys("Tab").types(step).keys("Tab").types(decision).keys("Enter");
    desk.shows("Sparat: avstämning");
    let words = [sentence, step, decision].map(|text| text.chars().count()).iter().sum::<usize>();
    assert!(desk.sent - words < 10, "{} keys besides the words", desk.sent - words);
    let said = record(&desk.colleague("Karin")).said;
    let said = &said.iter().find(|(_, said)| !said.as_before).unwrap().1;
    assert_eq!((said.colour, said.sentence.as_deref()), (Colour::Yellow, Some(sentence)));
    assert_eq!((said.next_step.as_deref(), said.who.as_deref()), (Some("ring skolan"), Some("Sara")));
    assert_eq!((said.due_on.unwrap().to_string().as_str(), said.decision.as_deref()), ("2026-11-27", Some(decision)));
}

#[test]
fn one_goes_back_and_mends_and_undoes() {
    let mut desk = Desk::new();
    desk.keys("c Enter");
    let first = family(&desk);
    desk.keys("1").types("lugnt").keys("Enter Left");
    assert_eq!(family(&desk), first);
    desk.shows("✓ sagt av Karin").shows("lugnt").keys("Space").shows("Det är redan sagt");
    desk.keys("3 End").types(" men oro").keys("Enter").shows("Sparat: ändrad avstämning");
    desk.keys("Left").shows("lugnt men oro").keys("u").shows("Ångrat").shows("lugnt").hides("men oro");
    assert_eq!(record(&desk.colleague("Karin")).said.len(), 1);
    desk.keys("Left").shows("Det här är den första familjen");
}

#[test]
fn a_family_is_added_by_three_letters_after_the_one_on_the_screen() {
    let mut desk = Desk::new();
    desk.keys("c Enter +").types("hadd").shows("Haddad").keys("Enter").shows("Haddad är med").shows("Härnäst  Haddad");
    desk.keys("n");
    assert_eq!(family(&desk), "HADDAD");
    desk.keys("+").types("xyz").keys("Enter").shows("Ingen familj heter så").keys("Esc").shows("1 2 3 färg");
}

#[test]
fn what_is_typed_is_kept_when_one_leaves_and_when_the_line_drops() {
    let mut desk = Desk::new();
    desk.keys("c Enter 2").types("halvskriven mening").keys("Esc Esc").hides("Mening").shows("1 utkast");
    desk.keys("c").shows("halvskriven mening").shows("▸2");
    desk.keys("n").hides("halvskriven").keys("Left").shows("halvskriven mening");
    desk.app.keep_drafts();
    desk.again();
    desk.keys("d").shows("halvskriven mening").keys("Enter").shows("Sparat: avstämning").hides("1 utkast");
    desk.keys("1").types("bort med det").keys("Esc Ctrl-D").shows("Kasta").keys("J").hides("bort med det");
}

#[test]
fn what_is_not_understood_stays_to_be_mended() {
    let mut desk = Desk::new();
    desk.keys("c Enter").keys("Enter").shows("Välj färg");
    desk.keys("1 Tab").types("ring @ingenalls").shows("ingen i personalen").keys("Enter");
    desk.shows("ring @ingenalls").shows("ingen i personalen");
    assert!(record(&desk.colleague("Karin")).said.is_empty());
}

#[test]
fn a_colleague_watches_and_goes_along() {
    let mut desk = Desk::new();
    desk.keys("c Tab Enter");
    let mut other = Other(desk.also_leads("Anders"));
    other.keys("c").shows("Med i avstämningen som Karin började").shows("tillsammans");
    other.shows(&family(&desk));
    desk.keys("n");
    assert!(other.0.refresh());
    other.shows(&family(&desk));
    // One's own way: the others are not followed, and do not follow.
    other.keys("f").shows("egen väg").keys("n n");
    let own = other.screen();
    desk.keys("n");
    other.0.refresh();
    assert_eq!(other.screen().lines().nth(3), own.lines().nth(3));
    let here = family(&desk);
    assert!(!desk.app.refresh() || family(&desk) == here);
    other.keys("f").shows("tillsammans").shows(&here);
    // What is typed stays until it is saved; then one is with the others again.
    other.keys("1").types("jag skriver");
    desk.keys("n");
    assert!(other.0.refresh());
    other.shows("De andra har gått vidare").shows("jag skriver").shows(&here).keys("Enter").shows("Sparat");
    other.shows(&family(&desk));
    desk.app.refresh();
    desk.shows("11 kvar");
    other.keys("e e");
    desk.app.refresh();
    desk.shows("Någon har avslutat avstämningen").shows("avslutad");
    desk.keys("1").shows("Avstämningen är avslutad. Esc stänger").keys("Space").shows("C börjar en ny");
}

#[test]
fn whoever_does_not_reach_the_family_waits_where_they_are() {
    let mut desk = Desk::new();
    desk.keys("c Tab Enter");
    let mut other = Other(desk.also("Lena"));
    other.keys("c").shows("av 2 · 2 kvar").shows("De andra talar om en familj som du inte når");
}

#[test]
fn two_write_in_different_families_at_once() {
    let mut desk = Desk::new();
    desk.keys("c Tab Enter");
    let mut other = Other(desk.also_leads("Anders"));
    other.keys("c f n").keys("2").types("Anders mening");
    desk.keys("1").types("Karins mening");
    other.keys("Enter").shows("Sparat");
    desk.app.refresh();
    desk.shows("Karins mening").keys("Enter").shows("Sparat");
    let said = record(&desk.colleague("Karin")).said;
    let by: Vec<_> = said.iter().map(|(_, said)| (said.by.as_str(), said.sentence.as_deref().unwrap())).collect();
    assert_eq!(by, [("Anders", "Anders mening"), ("Karin", "Karins mening")]);
}

#[test]
fn two_who_write_in_the_same_family_both_keep_their_words() {
    let mut desk = Desk::new();
    desk.keys("c Tab Enter");
    let mut other = Other(desk.also_leads("Anders"));
    other.keys("c 2").types("Anders mening");
    desk.keys("1").types("Karins mening").keys("Enter").shows("Sparat");
    let there = family(&desk);
    other.0.refresh();
    other.shows("Karin har just sparat om samma familj").shows("Anders mening");
    other.keys("Enter").shows("En kollega hann spara före dig").shows("Anders mening").shows("Karins mening");
    // Both sentences differ; the colour is mine, the sentence theirs.
    other.keys("j Space Enter").shows("Sparat: ändrad avstämning");
    let said = record(&desk.colleague("Karin")).said;
    assert_eq!(said.len(), 1);
    assert_eq!((said[0].1.colour, said[0].1.sentence.as_deref()), (Colour::Yellow, Some("Karins mening")));
    other.keys("Enter").shows(&there);
    assert_eq!(other.0.cx.drafts, 0);
}

#[test]
fn protected_people_stand_with_initials() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let id = Directory::families(&store, "Lindström").unwrap()[0].id;
    let elias = store.people_of(id).unwrap().into_iter().find(|one| one.value.given_name.bare() == "Elias").unwrap();
    let Stored { id, version, value } = elias;
    let with = |protection| Person { protection, ..value.clone() };
    store.change(id, version, &with(Protection::ConfidentialityFlag), Origin::Direct).unwrap();
    desk.keys("c Tab Enter");
    while family(&desk) != "LINDSTRÖM" {
        desk.keys("n");
    }
    desk.shows("E. – Amir").shows("umgängesbegränsningen för E.").hides("Elias");
    store.change(id, version + 1, &with(Protection::AssumedIdentity), Origin::Direct).unwrap();
    desk.app.refresh();
    desk.hides("LINDSTRÖM").shows("L.  A-1");
}

#[test]
fn whoever_holds_no_check_ins_is_not_offered_any() {
    let mut desk = Desk::of("Ulf", trygg::locale::Language::Swedish).unwrap();
    desk.keys("c").hides("AVSTÄMNING").shows("Din roll får inte");
}

#[test]
fn the_run_looks_as_it_did() {
    for (columns, rows) in [(80, 24), (160, 50), (60, 15)] {
        let size = format!("{columns}x{rows}");
        let mut desk = Desk::sized(columns, rows);
        desk.keys("c");
        snapshot(&format!("check_in_setup_{size}"), &desk.screen());
        desk.keys("Tab Enter");
        while family(&desk) != "LINDSTRÖM" {
            desk.keys("n");
        }
        snapshot(&format!("check_in_{size}"), &desk.screen());
        desk.keys("2").types("skolan går trögt").keys("Tab").types("ring skolan fre @sara");
        snapshot(&format!("check_in_typed_{size}"), &desk.screen());
        desk.keys("Tab").types("vi söker stöd").keys("Enter e e");
        snapshot(&format!("check_in_record_{size}"), &desk.screen());
    }
}

#[test]
fn a_check_in_is_not_shown_before_it_is_read() {
    // Every family that comes on the screen stands in the journal as read.
    let mut desk = Desk::new();
    desk.keys("c Enter n n");
    let rows = desk.colleague("Karin").journal(trygg::store::Trail::Newest, 3).unwrap();
    assert!(rows.iter().all(|row| row.act == "open" && row.noun == "family"), "{rows:?}");
    let families: std::collections::BTreeSet<i64> = rows.iter().map(|row| row.record).collect();
    assert_eq!(families.len(), 3);
}
