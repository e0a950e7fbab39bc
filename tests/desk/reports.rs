//! The pane of reports: counted between keys, from a figure to a record to the mended record to the figure, and who may
//! see what lies behind.

use trygg::app::ReportFile;
use trygg::domain::codes::Outcome;
use trygg::domain::ids::{FamilyId, SessionId};
use trygg::domain::report::{Cell, Rule};
use trygg::domain::session::Session;
use trygg::locale::Language;
use trygg::store::{Figured, Origin};

use super::desk::{Desk, today};

/// The report of sessions, by area.
const SESSIONS: &str = "8 j j j j Enter";

/// A session with the family that is open, about nothing in particular.
fn without_area(desk: &Desk, family: FamilyId) -> SessionId {
    let store = desk.colleague("Karin");
    let day = today().pred_opt().unwrap();
    let session = Session::new(family, day, trygg::domain::codes::SessionKind::Conversation, Outcome::Held);
    store.add(&session, Origin::Direct).unwrap()
}

/// A figure of the report on the screen.
fn figure(desk: &Desk, row: &str, column: &str) -> u32 {
    let figures = desk.app.panes.reports.figures.as_ref().unwrap();
    let place = figures.columns.iter().position(|name| name == column).unwrap();
    let (_, cells) = figures.lines().find(|(label, _)| *label == row).unwrap();
    match cells[place] {
        Cell::Number(number) => number,
        cell => panic!("{row} {column} is {cell}"),
    }
}

fn missing(desk: &Desk, field: &str) -> Option<Cell> {
    let figures = desk.app.panes.reports.figures.as_ref().unwrap();
    figures.missing.iter().find(|missing| missing.field == field).map(|missing| missing.count)
}

#[test]
fn from_a_missing_value_to_the_form_that_fills_it_and_back_to_the_figure() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter");
    let family = desk.app.cx.open.as_ref().unwrap().id();
    let id = without_area(&desk, family);
    desk.keys(SESSIONS).keys("I").shows("INTERN");
    let (before, lacking) = (figure(&desk, "school", "held"), missing(&desk, "areas").unwrap());
    assert!(lacking != Cell::Number(0), "{lacking}");
    // To what is missing, to its records, to the form, at the field.
    desk.keys("G").shows("Saknas: område");
    while desk.app.panes.reports.figure() != Some(Figured::Missing("areas")) {
        desk.keys("k");
    }
    desk.keys("Enter").shows("Lindström");
    assert!(desk.app.panes.reports.behind.lines.iter().any(|found| found.row.record.1 == id.0));
    let place = desk.app.panes.reports.behind.lines.iter().position(|found| found.row.record.1 == id.0).unwrap();
    desk.keys("Home");
    for _ in 0..place {
        desk.keys("j");
    }
    desk.keys("Enter").shows("Områden").types("skola").keys("Ctrl-S");
    let mended = desk.colleague("Karin").get::<Session>(id).unwrap().value;
    assert_eq!(mended.areas, [trygg::domain::codes::Area::School]);
    // It is missing no more, and the figure holds it.
    assert!(desk.app.panes.reports.behind.lines.iter().all(|found| found.row.record.1 != id.0));
    desk.keys("Esc");
    assert_eq!(figure(&desk, "school", "held"), before + 1);
    assert!(missing(&desk, "areas") != Some(lacking));
    desk.keys("u");
    assert_eq!(figure(&desk, "school", "held"), before);
}

#[test]
fn whoever_reads_no_cases_is_told_so_and_whoever_reads_no_figures_has_none() {
    let mut desk = Desk::of("Siri", Language::Swedish).unwrap();
    desk.keys("8").shows("Placeringar efter form").hides("Det som inte är ifyllt");
    desk.keys("Enter").shows("Enköping").keys("Enter").shows("Din roll får inte göra det här.");
    desk.keys("I").shows("Din roll får inte göra det här.").hides("INTERN");
    let mut desk = Desk::of("Ulf", Language::Swedish).unwrap();
    desk.keys("8").hides("Placeringar efter form").shows("Det som inte är ifyllt");
}

#[test]
fn a_chart_shows_what_the_table_shows() {
    let mut desk = Desk::new();
    desk.keys("8 Enter");
    let chart = |desk: &Desk| {
        let pane = &desk.app.panes.reports;
        pane.chart(pane.figures.as_ref().unwrap())
    };
    assert_eq!(chart(&desk), None);
    desk.keys("Esc j j j j Enter g").shows("mest: ");
    let drawn = chart(&desk).unwrap();
    let figures = desk.app.panes.reports.figures.clone().unwrap();
    for point in &drawn.points {
        let place = figures.columns.iter().position(|name| *name == point.label).unwrap();
        let line = figures.lines().find(|(label, _)| *label == drawn.of.as_ref().unwrap().1).unwrap().1;
        assert_eq!(point.cell, line[place]);
    }
    desk.keys("Esc").hides("mest: ");
    assert_eq!(chart(&desk), None);
}

#[test]
fn periods_and_districts_narrow_a_report_and_one_key_widens_it_again() {
    let mut desk = Desk::new();
    desk.keys(SESSIONS).keys("b b b b").shows("2026-11");
    desk.keys("p").shows("förra månaden").keys("M").shows("1/10–31/10").hides("2026-11");
    desk.keys("p a").shows("Period").types("2026-K3").keys("Ctrl-S").shows("1/7–30/9");
    desk.keys("p a").types("ibland").keys("Ctrl-S").shows("är ingen period").keys("Esc");
    desk.keys("d").shows("Distrikt").types("Ingenstans").keys("Ctrl-S").shows("Bara: Ingenstans");
    assert_eq!(figure(&desk, "total", "held"), 0);
    desk.keys("Backspace").hides("Ingenstans").shows("2026-11");
}

#[test]
fn a_file_is_asked_for_as_it_is_seen() {
    let mut desk = Desk::new();
    desk.keys("8 Enter g g x").shows("Skriv rapporten till en fil").keys("Ctrl-S");
    let file: ReportFile = desk.app.cx.wish.take().unwrap();
    assert_eq!((file.format, file.figures.rule), ("xlsx", Rule::Masked { threshold: 4 }));
    assert!(file.path.ends_with(".xlsx") && file.path.starts_with("placements-2026-01-01"), "{}", file.path);
    assert_eq!(file.chart, desk.app.panes.reports.chart(&file.figures));
    assert!(file.chart.is_some());
}

#[test]
fn esc_stops_what_is_counted_and_says_that_it_is_not_whole() {
    let mut desk = Desk::new();
    desk.keys("8");
    for key in "jjjj".chars() {
        desk.app.key(trygg::app::keys::Key::Char(key));
    }
    desk.app.key(trygg::app::keys::Key::Enter);
    assert!(desk.app.panes.reports.counting.is_some());
    desk.app.key(trygg::app::keys::Key::Esc);
    assert!(desk.app.panes.reports.counting.is_none() && desk.app.panes.reports.is_part);
    desk.shows("Stoppad");
    // What is not whole leaves in no file.
    desk.keys("x").hides("Skriv rapporten till en fil");
    desk.keys("b");
    assert!(!desk.app.panes.reports.is_part);
    desk.keys("x").shows("Skriv rapporten till en fil");
}

/// Whatever report it is, its key only begins it: Esc stops it before anything is counted, and every key is still
/// heard.
#[test]
fn any_report_can_be_stopped_and_none_holds_up_a_key() {
    use trygg::app::keys::Key;
    let mut desk = Desk::new();
    desk.keys("8");
    for (place, report) in trygg::domain::report::REPORTS.iter().enumerate() {
        desk.app.key(Key::Enter);
        let pane = &desk.app.panes.reports;
        assert_eq!(pane.asked.as_ref().map(|asked| asked.report.name), Some(report.name), "{place}");
        assert!(pane.counting.is_some() && pane.figures.is_none(), "{}", report.name);
        desk.app.key(Key::Char('j'));
        desk.app.key(Key::Esc);
        let pane = &desk.app.panes.reports;
        assert!(pane.counting.is_none() && pane.is_part && pane.figures.is_none(), "{}", report.name);
        desk.app.key(Key::Esc);
        desk.app.key(Key::Char('j'));
    }
}

/// The records behind a figure are sought between keys as well, and Esc leads back at once.
#[test]
fn the_records_behind_a_figure_hold_up_no_key() {
    use trygg::app::keys::Key;
    let mut desk = Desk::new();
    desk.keys(SESSIONS);
    let held = |desk: &Desk| desk.app.panes.reports.behind.lines.len();
    desk.app.key(Key::Enter);
    assert!(desk.app.panes.reports.seeking.is_some() && held(&desk) == 0);
    desk.shows("Räknar");
    desk.app.key(Key::Esc);
    assert!(desk.app.panes.reports.seeking.is_none());
    assert_eq!(desk.app.panes.reports.look, trygg::app::pane::reports::Look::Figures);
    desk.keys("Enter");
    assert!(desk.app.panes.reports.seeking.is_none() && held(&desk) > 0);
}

#[test]
fn what_is_not_filled_in_is_worked_through_with_enter() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter");
    let family = desk.app.cx.open.as_ref().unwrap().id();
    let id = without_area(&desk, family);
    desk.keys("8 G Enter").shows("Det som inte är ifyllt").shows("område");
    let lines = |desk: &Desk| desk.app.panes.reports.unfilled.lines.len();
    let of = |desk: &Desk| {
        use trygg::app::pane::reports::rows::ToFill;
        let is = |line: &ToFill| matches!(line, ToFill::Field(row) if row.of.record.1 == id.0 && row.field == "areas");
        desk.app.panes.reports.unfilled.lines.iter().position(is)
    };
    let before = lines(&desk);
    while desk.app.panes.reports.unfilled.marker < of(&desk).unwrap() {
        desk.keys("j");
    }
    desk.keys("Enter").shows("Områden").types("skola").keys("Ctrl-S");
    assert_eq!(of(&desk), None);
    assert!(lines(&desk) < before);
}

#[test]
fn a_room_that_must_not_hear_names_hears_no_district() {
    let mut desk = Desk::new();
    desk.keys("8 Enter").shows("Enköping").keys("Ctrl-G").hides("Enköping").hides("Falun");
    desk.keys("j l Enter").hides("Falun").keys("Esc g g").hides("Enköping").keys("Ctrl-G").shows("Enköping");
}
