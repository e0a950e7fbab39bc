//! Every view of what people are to meet at, against every kind of restriction of contact: with an end, until further
//! notice and with nothing said of its end, on days before, in and after it. One casebook holds a family for each kind
//! and end, each with a visit and two sessions on each of the days, planned before the restriction came.
//!
//! What each cell must show is told by two small tables, not by the code that is tried.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::process::Command;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};
use serde_json::Value;
use tempfile::TempDir;
use trygg::domain::codes::{
    Answer, FamilyStatus, MemberRole, Mode, Outcome, RestrictionKind, Role, SessionKind, VisitContact,
};
use trygg::domain::family::Family;
use trygg::domain::person::Person;
use trygg::domain::session::Session;
use trygg::domain::visit::{Arrangement, Ends, Limits, Pattern, Restriction, Series, Terms, Weekdays};
use trygg::exchange::ical::read_busy;
use trygg::locale::Language;
use trygg::store::{Casebook, FirstUser, Origin, SessionFilter, Store};

use super::desk::{Desk, today};
use super::screens::snapshot;

/// Kinds of restrictions: what stands where one stops something, in Swedish and English, and which of three it stops:
/// a visit in person of two hours without support, a session with staff, a session without.
const KINDS: [(&str, [&str; 2], [bool; 3]); 5] = [
    ("stopped", ["stoppat", "stopped"], [true, true, true]),
    ("contact", ["begränsat: inte genom att träffas", "limited: not by meeting"], [true, false, false]),
    ("too_long", ["begränsat: högst 60 minuter", "limited: at most 60 minutes"], [true, false, false]),
    ("unsupervised", ["begränsat: bara med personal", "limited: only with staff"], [true, false, true]),
    ("too_many", ["begränsat: högst 0 i månaden", "limited: at most 0 a month"], [true, false, false]),
];

const ENDS: [&str; 3] = ["a day", "until further notice", "nobody says"];

/// Days, and whether a restriction holds on them: with an end, and without one.
const DAYS: [(&str, bool, bool); 5] = [
    ("2026-11-28", false, false),
    ("2026-12-05", true, true),
    ("2026-12-12", true, true),
    ("2026-12-19", true, true),
    ("2026-12-26", false, true),
];

/// How long before a day one looks at it.
const BEFORE: Days = Days::new(3);

/// A family of the casebook: its place among all.
#[derive(Debug, Clone, Copy)]
struct Of {
    number: usize,
    code: &'static str,
    words: [&'static str; 2],
    stops: [bool; 3],
    end: &'static str,
}

impl Of {
    fn all() -> Vec<Self> {
        let kinds = KINDS.iter().flat_map(|kind| ENDS.map(|end| (kind, end)));
        (1..)
            .zip(kinds)
            .map(|(number, ((code, words, stops), end))| Self { number, code, words: *words, stops: *stops, end })
            .collect()
    }

    fn family(&self) -> String {
        format!("Fam{:02}", self.number)
    }

    fn between(&self) -> String {
        format!("Barn{:02} – Pappa{:02}", self.number, self.number)
    }

    /// A time of the day that no other family has.
    fn start(&self) -> NaiveTime {
        NaiveTime::from_hms_opt(7, 0, 0).unwrap() + TimeDelta::minutes(30 * i64::try_from(self.number).unwrap())
    }

    /// The same as views write it: `7.30–`.
    fn begins(&self) -> String {
        let start = self.start();
        let whole = start.minute() == 0;
        format!(" {}–", start.format(if whole { "%-H" } else { "%-H.%M" }))
    }

    /// Whether something of a way to meet is stopped on a day of [`DAYS`].
    fn stops(&self, way: usize, (_, with_end, without): (&str, bool, bool)) -> bool {
        self.stops[way] && if self.end == "a day" { with_end } else { without }
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `28/11`: as every view writes the day.
fn short(text: &str) -> String {
    day(text).format("%-d/%-m").to_string()
}

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

/// What a session was entered as: of which family, on which day, which way of meeting.
type Planned = HashMap<i64, (usize, usize, usize)>;

fn fill(store: &Store, of: &Of, planned: &mut Planned) {
    let mut family = Family {
        case_ref: format!("K-{:02}", of.number),
        name: of.family(),
        status: FamilyStatus::Active,
        started_on: day("2026-01-12"),
        district: None,
        planned_end_on: None,
        closed_on: None,
        phase: None,
        legal_form: None,
        team: None,
        child_support: Vec::new(),
        parent_support: Vec::new(),
        other_support: Vec::new(),
    };
    family.child_support.push("Karin".to_owned());
    let family = store.add(&family, Origin::Direct).unwrap();
    let person = |role, name: &str| {
        let name = format!("{name}{:02}", of.number);
        store.add(&Person::new(family, &name, &name, role), Origin::Direct).unwrap()
    };
    let (child, father) = (person(MemberRole::Child, "Barn"), person(MemberRole::Father, "Pappa"));
    let start = of.start();
    let terms = Terms { start: Some(start), end: Some(start + TimeDelta::hours(2)), ..Terms::new(vec![father]) };
    let series = Series::new(Pattern::Week, Weekdays::only(chrono::Weekday::Sat), day(DAYS[0].0));
    let visits = Arrangement {
        family,
        child,
        series: series.ending(Ends::Times(5)),
        terms,
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
        event: None,
        note: None,
    };
    store.plan(&visits, &[], Origin::Direct).unwrap();
    for (place, (on, ..)) in DAYS.iter().enumerate() {
        for way in [1, 2] {
            let session = Session {
                people: vec![child, father],
                staff: if way == 1 { vec!["Karin".to_owned()] } else { Vec::new() },
                mode: Mode::Office,
                start: NaiveTime::from_hms_opt(17 + u32::try_from(way).unwrap(), 10, 0),
                ..Session::new(family, day(on), SessionKind::FamilySession, Outcome::Planned)
            };
            let id = store.add(&session, Origin::Direct).unwrap();
            planned.insert(id.0, (of.number, place, way));
        }
    }
    let limits = match of.code {
        "contact" => Limits { contacts: vec![VisitContact::Phone], ..Limits::default() },
        "too_long" => Limits { most_minutes: Some(60), ..Limits::default() },
        "unsupervised" => Limits { supervised: Some(Answer::Yes), ..Limits::default() },
        "too_many" => Limits { most_a_month: Some(0), ..Limits::default() },
        _ => Limits::default(),
    };
    let restriction = Restriction {
        family,
        child,
        with: vec![father],
        kind: if of.code == "stopped" { RestrictionKind::Stopped } else { RestrictionKind::Limited },
        how: Some("som beslutat".to_owned()),
        why: Some("skydd".to_owned()),
        from: day("2026-12-05"),
        until: (of.end == "a day").then(|| day("2026-12-19")),
        further_notice: of.end == "until further notice",
        decided_on: Some(day("2026-11-20")),
        decided_by: Some("Nämnden".to_owned()),
        appeal_told: Some(Answer::Yes),
        considered_on: Vec::new(),
        limits,
    };
    store.add(&restriction, Origin::Direct).unwrap();
}

/// The casebook, and what its sessions are.
fn casebook() -> (TempDir, Planned) {
    let directory = tempfile::tempdir().unwrap();
    let casebook =
        Casebook::init_demo(directory.path(), &[FirstUser { name: "Karin", role: Role::TeamLeader }], clock).unwrap();
    let store = casebook.unlock("Karin", "", clock).unwrap();
    store.count_as_today(today());
    let mut planned = Planned::new();
    Of::all().iter().for_each(|of| fill(&store, of, &mut planned));
    (directory, planned)
}

/// Holds the rows of a screen that tell of something on a day against what they must show: rows that hold all of
/// `marks`. Each must have the sign and the words of its cell, or none of any cell.
#[track_caller]
fn hold(screen: &str, marks: &[&str], of: &Of, language: usize, stops: bool, view: &str) {
    let rows: Vec<&str> = screen.lines().filter(|row| marks.iter().all(|mark| row.contains(mark))).collect();
    assert!(!rows.is_empty(), "{view}: no {marks:?} of {of:?} in\n{screen}");
    for row in rows {
        let told = row.contains(of.words[language]) && row.contains('!');
        let any = KINDS.iter().any(|(_, words, _)| row.contains(words[language]));
        assert!(if stops { told } else { !any && !row.contains('!') }, "{view}, {stops}: {of:?}: {row}");
    }
}

/// The screen of a text view that goes over many rows, as one.
const TALL: (u16, u16) = (160, 240);

fn at(directory: &Path, language: Language, on: &str) -> Desk {
    Desk::at(directory, language, day(on) - BEFORE, TALL)
}

#[test]
fn lists_of_all_show_what_is_stopped() {
    let (directory, _) = casebook();
    for (place, language) in [Language::Swedish, Language::English].into_iter().enumerate() {
        for cell in DAYS {
            let mut desk = at(directory.path(), language, cell.0);
            let on = short(cell.0);
            let week = desk.keys("1").screen();
            let agenda = desk.keys("5").screen();
            let sessions = desk.keys("3").screen();
            for of in Of::all() {
                let (family, between) = (of.family(), of.between());
                let stops = |way| of.stops(way, cell);
                hold(&week, &[&on, &between], &of, place, stops(0), "the week's visits");
                hold(&agenda, &[&on, &between, &of.begins()], &of, place, stops(0), "the agenda");
                for (way, staff) in [(1, "18.10"), (2, "19.10")] {
                    hold(&week, &[&on, &family, &format!(" {staff}")], &of, place, stops(way), "the week's sessions");
                    let time = format!(" {staff}–");
                    hold(&sessions, &[&on, &family, &time], &of, place, stops(way), "the list of sessions");
                }
            }
        }
    }
}

#[test]
fn a_familys_own_views_show_what_is_stopped() {
    let (directory, planned) = casebook();
    for cell in DAYS {
        let mut desk = at(directory.path(), Language::Swedish, cell.0);
        let on = short(cell.0);
        for of in Of::all() {
            let (family, between) = (of.family(), of.between());
            let page = desk.keys("/").types(&family).keys("Enter").screen();
            // The next session is the first of the day, the one with staff.
            hold(&page, &["Nästa   ", &on, "18.10–19.10"], &of, 0, of.stops(1, cell), "the family's page");
            let sheet = desk.keys("L").screen();
            hold(&sheet, &[&on, &between, &of.begins()], &of, 0, of.stops(0, cell), "the sheet's visits");
            desk.keys("Esc 5");
            let month = desk.screen();
            let beside = |row: &&str| row.contains(&format!("·{}", of.begins()));
            let aside = month.lines().skip_while(|row| !beside(row)).nth(1).unwrap_or_default();
            let next = month.lines().find(|row| row.contains("nästa ") && row.contains("/1"));
            let stops = of.stops(0, cell);
            assert!(next.is_some_and(|row| row.contains(&on)) != stops, "next, {of:?} {cell:?}\n{month}");
            let number = day(cell.0).format("%-d").to_string();
            let sign = if stops { "!" } else { "·" };
            assert!(month.contains(&format!("▸{number:>2}{sign}")), "the month, {of:?} {cell:?}\n{month}");
            assert_eq!(
                aside.contains(&format!("! {}", of.words[0])),
                stops,
                "beside the month, {of:?} {cell:?}\n{month}"
            );
            let card = desk.keys("Enter").screen();
            assert_eq!(card.contains(&format!("! {}", of.words[0])), stops, "the card, {of:?} {cell:?}\n{card}");
            desk.keys("Esc");
        }
    }
    // Each session when it is read, from the newest on.
    let mut desk = at(directory.path(), Language::Swedish, DAYS[0].0);
    let all = Casebook::find(directory.path())
        .unwrap()
        .unlock("Karin", "", clock)
        .unwrap()
        .sessions(&SessionFilter::default(), 0, 999)
        .unwrap();
    assert_eq!(all.len(), 150);
    desk.keys("3 Home");
    for row in all {
        let (number, place, way) = planned[&row.id.0];
        let of = Of::all()[number - 1];
        let read = desk.keys("Enter").screen();
        let stops = of.stops(way, DAYS[place]);
        assert!(read.contains(&of.family()), "{row:?}\n{read}");
        assert_eq!(read.contains(&format!("! {}", of.words[0])), stops, "{of:?} {row:?}\n{read}");
        desk.keys("Esc j");
    }
}

/// The program on the casebook.
fn run(directory: &Path, today: NaiveDate, words: &[&str]) -> String {
    let today = today.to_string();
    let mut program = Command::new(env!("CARGO_BIN_EXE_trygg"));
    program.env_clear().env("HOME", directory).arg("--casebook").arg(directory);
    let said = program.args(["--user", "Karin", "--today", &today]).args(words).output().unwrap();
    assert!(said.status.success(), "{words:?}: {}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap()
}

#[test]
fn files_and_lists_show_what_is_stopped() {
    let (directory, _) = casebook();
    let run_on = |today, words: &str| run(directory.path(), today, &words.split(' ').collect::<Vec<_>>());
    let run = |words: &str| run_on(today(), words);
    let period = "--from 2026-11-21 --to 2026-12-31";
    let calendar = run("export visits --format ics");
    let list = run(&format!("list visits {period}"));
    let csv = run(&format!("export visits {period}"));
    let rows = |text: String| -> Vec<Value> { serde_json::from_str(&text).unwrap() };
    let jsons = [
        rows(run(&format!("list visits {period} --json"))),
        rows(run(&format!("export visits {period} --format json"))),
    ];
    let busy = read_busy(calendar.as_bytes(), day("2026-11-01"), day("2027-01-31")).unwrap();
    assert!(busy.unread.is_empty());
    let mut told: BTreeMap<(NaiveDate, NaiveTime), usize> = BTreeMap::new();
    for time in &busy.busy {
        *told.entry((time.from.date(), time.from.time())).or_default() += 1;
    }
    for of in Of::all() {
        for cell in DAYS {
            let (on, stops) = (cell.0, of.stops(0, cell));
            let in_calendar = told.get(&(day(on), of.start())).copied().unwrap_or_default();
            assert_eq!(in_calendar, usize::from(!stops), "the calendar: {of:?} {cell:?}\n{calendar}");
            let child = format!("Barn{:02}", of.number);
            let row: Vec<&str> = list.lines().filter(|row| row.contains(on) && row.contains(&child)).collect();
            assert_eq!(row.len(), 1, "{of:?} {cell:?}\n{list}");
            assert_eq!(row[0].contains(of.words[0]), stops, "the list: {row:?}");
            // What is told in columns comes back as it was: planned, whatever restricts it.
            let row: Vec<&str> = csv.lines().filter(|row| row.contains(on) && row.contains(&child)).collect();
            assert!(row.len() == 1 && row[0].contains("planned"), "{of:?} {cell:?}\n{csv}");
            for rows in &jsons {
                let is_this = |row: &&Value| row["on"] == on && row["child_ref"] == child.as_str();
                let own: Vec<&Value> = rows.iter().filter(is_this).collect();
                assert_eq!(own.len(), 1, "{of:?} {cell:?} {rows:?}");
                assert_eq!(own[0]["outcome"], "planned");
                assert_eq!(own[0]["stopped"].as_str(), stops.then_some(of.code), "{of:?} {cell:?}");
            }
        }
        // The hand-over sheet as a file: what it looks ahead to.
        let sheet: Value = serde_json::from_str(&run(&format!("show handover K-{:02} --json", of.number))).unwrap();
        let (visits, sessions) = (sheet["visits"].as_array().unwrap(), sheet["planned_sessions"].as_array().unwrap());
        assert!(!visits.is_empty() && sessions.len() >= visits.len());
        for (rows, is_visit) in [(visits, true), (sessions, false)] {
            for row in rows {
                let cell = DAYS.into_iter().find(|(on, ..)| row["on"] == *on).unwrap();
                let is_led = row["staff"].as_array().is_some_and(|staff| !staff.is_empty())
                    || row["staff"].as_str().is_some_and(|staff| !staff.is_empty());
                let way = if is_visit {
                    0
                } else if is_led {
                    1
                } else {
                    2
                };
                let says = of.stops(way, cell).then_some(of.code);
                assert_eq!(row["stopped"].as_str(), says, "the sheet: {of:?} {cell:?} {row}");
            }
        }
        let page: Value = serde_json::from_str(&run(&format!("show family K-{:02} --json", of.number))).unwrap();
        let next = page["next_visits"].as_array().unwrap();
        assert!(!next.is_empty());
        for row in next {
            let cell = DAYS.into_iter().find(|(on, ..)| row["on"] == *on).unwrap();
            assert_eq!(row["stopped"].as_str(), of.stops(0, cell).then_some(of.code), "the page: {of:?} {cell:?}");
        }
        // The next session is the first of a day, the one with staff.
        let (cell, before) = (DAYS[1], day("2026-12-02"));
        let shown = format!("show family K-{:02}", of.number);
        let page: Value = serde_json::from_str(&run_on(before, &format!("{shown} --json"))).unwrap();
        assert_eq!(page["next_session"]["on"], cell.0);
        assert_eq!(page["next_session"]["stopped"].as_str(), of.stops(1, cell).then_some(of.code), "{of:?}");
        let page = run_on(before, &shown);
        assert_eq!(page.contains(&format!("! {} · {}", of.words[0], cell.0)), of.stops(1, cell), "{of:?}\n{page}");
    }
}

/// However small the screen, the sign has its word beside it.
#[test]
fn the_list_of_sessions_says_why_at_every_size() {
    let (directory, _) = casebook();
    for (name, language, size) in [
        ("sessions_stopped_80x24", Language::Swedish, (80, 24)),
        ("sessions_stopped_60x15", Language::Swedish, (60, 15)),
        ("sessions_stopped_english_80x24", Language::English, (80, 24)),
    ] {
        let mut desk = Desk::at(directory.path(), language, day("2026-12-02"), size);
        let family = desk.keys("/").types("Fam01").keys("Enter 3 Home").screen();
        let place = usize::from(language == Language::English);
        let word = KINDS[0].1[place];
        assert_eq!(family.lines().filter(|row| row.contains('!') && row.contains(word)).count(), 6, "{family}");
        snapshot(name, &family);
        let all = desk.keys("m Home").screen();
        let signs = |row: &&str| row.starts_with(" !") || row.starts_with("▸!");
        let words: Vec<String> = KINDS.iter().map(|kind| kind.1[place].chars().take(7).collect()).collect();
        assert!(all.lines().any(|row| signs(&row)), "{all}");
        assert!(all.lines().filter(signs).all(|row| words.iter().any(|word| row.contains(word))), "{all}");
    }
}
