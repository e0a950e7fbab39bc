//! What is exported can be imported again; what protected people need kept back is kept back.

use chrono::{DateTime, NaiveDate, Utc};
use tempfile::TempDir;

use trygg::demo;
use trygg::domain::codes::{Answer, CancelledBy, Protection, Role, VisitBasis};
use trygg::domain::ids::ArrangementId;
use trygg::domain::visit::{Arrangement, Occurrence, Pattern, Series, Terms, Weekdays};
use trygg::exchange::Noun;
use trygg::exchange::file::{self, Format};
use trygg::exchange::incoming;
use trygg::exchange::outgoing::*;
use trygg::exchange::protection::Audience;
use trygg::exchange::table::Table;
use trygg::store::Store;
use trygg::store::{Casebook, Each, FirstUser, Listing, NewFamily, Origin};

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

fn casebook(directory: &TempDir, families: Vec<NewFamily>) -> Store {
    let first = FirstUser { name: "Karin", role: Role::TeamLeader };
    let casebook = Casebook::init_demo(directory.path(), &[first], clock).unwrap();
    let store = casebook.unlock("Karin", "", clock).unwrap();
    store.fill_demo(&casebook, families.into_iter(), |_| {}).unwrap();
    store
}

fn invented(count: u32) -> Vec<NewFamily> {
    demo::families(1, count, today()).collect()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

/// Everything, of visits two years.
fn listing(noun: Noun) -> Listing {
    let day = |year| NaiveDate::from_ymd_opt(year, 6, 1).filter(|_| noun.needs_days());
    Listing { from: day(2026), to: day(2028), ..Listing::default() }
}

/// Visits of the first child with the first adult: every second Saturday with one cancelled, and a weekend.
fn plan_visits(store: &Store) {
    let (mut child, mut adult) = (None, None);
    store
        .each_person(&Listing::default(), &mut |person| {
            let place = if person.value.value.is_child() { &mut child } else { &mut adult };
            if place.is_none() && person.family.case_ref == "A-1" {
                *place = Some((person.value.id, person.family.id));
            }
            Ok(())
        })
        .unwrap();
    let ((child, family), (adult, _)) = (child.unwrap(), adult.unwrap());
    let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0);
    let terms = Terms { start: time(7), end: time(9), place: Some("Lekoteket".into()), ..Terms::new(vec![adult]) };
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    let saturdays = Series::new(Pattern::Nth { weeks: 2 }, Weekdays::only(chrono::Weekday::Sat), day(7));
    let series = Arrangement {
        family,
        child,
        series: saturdays,
        terms: terms.clone(),
        purpose: None,
        basis: Some(VisitBasis::Agreement),
        support_until: None,
        follows: None,
        event: None,
        note: None,
    };
    let weekend = Terms { start: time(17), end: time(17), nights: 2, place: None, ..terms };
    let once = Arrangement { series: Series::once(day(27)), terms: weekend, ..series.clone() };
    let sick = Some("sjuk".to_owned());
    let stored = Occurrence::given(ArrangementId(0), &series, day(21)).cancelled(CancelledBy::Parent, sick, Some(3));
    store.plan(&series, &[stored], Origin::Direct).unwrap();
    store.plan(&once, &[], Origin::Direct).unwrap();
}

fn export(store: &Store, noun: Noun, format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rows = |taker: Each<'_, Row>| each(store, noun, &listing(noun), Audience::Whole, taker);
    file::write(format, noun, &mut rows, &mut out, None).unwrap();
    out
}

fn import(store: &Store, noun: Noun, bytes: &[u8]) {
    let table = Table::read(bytes).unwrap();
    match incoming::read(noun, &table, today(), store).unwrap() {
        Ok(intake) => intake.keep(store).unwrap(),
        Err(mistakes) => panic!("{}: {:?}", noun.name(), mistakes.first.first()),
    }
}

#[test]
fn what_is_exported_comes_back_as_it_was() {
    let (first, second) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let mut families = invented(3);
    families[0].sessions[0].note = Some("=1+1\n\"citat\"; och, komma".to_owned());
    families[0].people[0].phone = Some("+46 70 174 06 05".into());
    let there = casebook(&first, families);
    plan_visits(&there);
    let whole = |noun: &Noun| export(&there, *noun, Format::Csv);
    let csv: Vec<Vec<u8>> = Noun::in_order().iter().map(whole).collect();
    for format in [Format::Csv, Format::Xlsx] {
        let place = TempDir::new_in(second.path()).unwrap();
        let here = casebook(&place, Vec::new());
        for (noun, expected) in Noun::in_order().into_iter().zip(&csv) {
            import(&here, noun, &export(&there, noun, format));
            let found = export(&here, noun, Format::Csv);
            assert_eq!(lines(&found), lines(expected), "{} {}", noun.name(), format.name());
        }
    }
}

/// The lines of a file.
fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
}

/// One family whose child has a protection, placed where nobody may know, met in one session.
fn protected(protection: Protection, hidden: Answer) -> Vec<NewFamily> {
    let mut families = invented(1);
    let family = &mut families[0];
    let child = usize::try_from(family.placements[0].person.0).unwrap();
    family.people[child].protection = protection;
    family.people[child].phone = Some("070-174 06 05".into());
    family.people[child].family_name = Some("Hemlig".into());
    family.people[child].personal_id = Some("201701012393".to_owned());
    family.placements[0].hidden_location = Some(hidden);
    family.placements[0].home = Some("Familjehem Dahl".into());
    family.sessions.truncate(1);
    family.visits.clear();
    family.restrictions.clear();
    family.sessions[0].people = vec![family.placements[0].person];
    families
}

#[test]
fn protected_people_are_kept_back() {
    use Audience::{File, House, Whole};
    let gone = "*";
    for (name, protection, hidden, audience, shown) in [
        (
            "nothing to protect",
            Protection::None,
            Answer::No,
            File,
            ["Elias", "Hemlig", "070-174 06 05", "Familjehem Dahl", "P-1-3"],
        ),
        ("a flag", Protection::ConfidentialityFlag, Answer::No, File, ["Elias", "Hemlig", gone, gone, "P-1-3"]),
        (
            "protected, in a file",
            Protection::ProtectedRegistration,
            Answer::No,
            File,
            [gone, gone, gone, gone, "P-1-3"],
        ),
        ("assumed, in a file", Protection::AssumedIdentity, Answer::Yes, File, [gone, gone, gone, gone, "P-1-3"]),
        (
            "protected, in a list",
            Protection::ProtectedRegistration,
            Answer::No,
            House,
            [gone, gone, gone, gone, "P-1-3"],
        ),
        ("a flag, in a list", Protection::ConfidentialityFlag, Answer::No, House, [gone, gone, gone, gone, "P-1-3"]),
        (
            "protected, in a whole file",
            Protection::ProtectedRegistration,
            Answer::Yes,
            Whole,
            ["Elias", "Hemlig", "070-174 06 05", "Familjehem Dahl", "P-1-3"],
        ),
        ("hidden location", Protection::None, Answer::Yes, House, ["Elias", "Hemlig", "070-174 06 05", gone, "Elias"]),
    ] {
        let directory = TempDir::new().unwrap();
        let store = casebook(&directory, protected(protection, hidden));
        plan_visits(&store);
        let rows = |noun| {
            let mut rows = Vec::new();
            let mut taker = |row| {
                rows.push(row);
                Ok(())
            };
            each(&store, noun, &listing(noun), audience, &mut taker).unwrap();
            rows
        };
        let people = rows(Noun::People);
        let child = people.iter().find(|row| row.draft.get("ref") == "P-1-3").unwrap();
        let placement = &rows(Noun::Placements)[0];
        let session = &rows(Noun::Sessions)[0];
        let found = [
            child.draft.get("given_name"),
            child.draft.get("family_name"),
            child.draft.get("phone"),
            placement.draft.get("home"),
            session.draft.get("people"),
        ];
        assert_eq!(found, shown, "{name}");
        assert_eq!(child.draft.get("protection"), trygg::domain::codes::Code::code(protection), "{name}");
        let visit = &rows(Noun::Visits)[0];
        assert_eq!(visit.draft.get("place"), if shown[3] == gone { gone } else { "Lekoteket" }, "{name}");
        assert_eq!(visit.draft.get("child_ref"), "P-1-3", "{name}");
        let number = child.draft.get("personal_id");
        let beyond = matches!(protection, Protection::ProtectedRegistration | Protection::AssumedIdentity);
        let is_hidden = beyond && audience != Whole;
        assert_eq!(number == gone, is_hidden, "{name}");
        let born = child.draft.get("birth_on");
        assert_eq!(born == gone, protection != Protection::None && audience == File, "{name}");
        let mother = people.iter().find(|row| row.draft.get("ref") == "P-1-1").unwrap();
        assert_ne!(mother.draft.get("personal_id"), gone, "{name}");
    }
}
