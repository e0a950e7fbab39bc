//! Whatever was written can be read to its end at every size, and every place says in words what can be done there.

use trygg::app::Layer;
use trygg::domain::directory::Directory;
use trygg::locale::Language;

use super::desk::Desk;

const SIZES: [(u16, u16); 3] = [(60, 15), (80, 24), (160, 50)];

/// Turns page after page until a text stands on the screen.
#[track_caller]
fn reached(desk: &mut Desk, text: &str) {
    for _ in 0..60 {
        if desk.screen().contains(text) {
            return;
        }
        desk.keys("PgDn");
    }
    panic!("{text} is out of reach on\n{}", desk.screen());
}

#[test]
fn a_note_of_one_paragraph_is_read_to_its_end() {
    let words = "ett ord till ".repeat(300);
    for size in SIZES {
        let mut desk = Desk::sized(size.0, size.1);
        desk.keys("/ lin Enter +").types(&format!("igår tel -- början {words} SLUTORDET")).keys("Enter 3 Enter");
        reached(&mut desk, "SLUTORDET");
        desk.keys("g g").shows("början").keys("G").shows("SLUTORDET").hides("rader till").hides("PgDn vidare");
    }
}

#[test]
fn a_word_longer_than_the_screen_goes_on_in_the_next_row() {
    for size in SIZES {
        let mut desk = Desk::sized(size.0, size.1);
        let address = format!("https://exempel.se/{}SLUTET", "a".repeat(400));
        desk.keys("/ lin Enter +").types(&format!("igår tel -- {address}")).keys("Enter 3 Enter");
        reached(&mut desk, "SLUTET");
    }
}

#[test]
fn a_record_of_a_check_in_is_read_to_its_end() {
    for size in SIZES {
        let mut desk = Desk::sized(size.0, size.1);
        desk.keys("c Tab Enter");
        for number in 0..12 {
            desk.keys("1")
                .types(&format!("familj {number} {}", "har det lugnt ".repeat(9)))
                .types("SIST")
                .keys("Enter");
        }
        desk.keys("e");
        let is_record =
            |run: &trygg::app::layer::check_in::Run| matches!(run.stage, trygg::app::layer::check_in::Stage::Record(_));
        if !matches!(desk.app.layers.last(), Some(Layer::Run(run)) if is_record(run)) {
            desk.keys("e");
        }
        desk.shows("BESLUT");
        let lines: Vec<String> = match desk.app.layers.last() {
            Some(Layer::Run(run)) => match &run.stage {
                trygg::app::layer::check_in::Stage::Record(shown) => shown.lines.clone(),
                _ => panic!("no record on\n{}", desk.screen()),
            },
            _ => panic!("no check-in"),
        };
        let mut seen = desk.screen();
        for _ in 0..60 {
            seen.push_str(&desk.keys("PgDn").screen());
        }
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let seen = bare(&seen);
        for line in lines.iter().filter(|line| !line.trim().is_empty()) {
            for word in line.split_whitespace() {
                assert!(seen.contains(word), "{word} at {size:?}");
            }
        }
        assert!(desk.screen().contains("SIST") || bare(&desk.screen()).contains(&bare(lines.last().unwrap())));
    }
}

#[test]
fn an_account_of_a_visit_is_read_to_its_end() {
    for size in SIZES {
        let mut desk = Desk::sized(size.0, size.1);
        desk.keys("/ ber Enter 5 s");
        for _ in 0..40 {
            if matches!(desk.app.layers.last(), Some(Layer::Form(form)) if form.in_note()) {
                break;
            }
            desk.keys("Tab");
        }
        desk.types(&"lekte och läste ".repeat(80)).types("SLUTORDET").keys("Ctrl-S Enter");
        if !matches!(desk.app.layers.last(), Some(Layer::Card(_))) {
            desk.keys("Enter");
        }
        reached(&mut desk, "SLUTORDET");
    }
}

#[test]
fn what_stands_in_the_way_is_said_whole_and_first_that_they_meet_already() {
    for size in SIZES {
        let mut desk = Desk::sized(size.0, size.1);
        desk.keys("/ lin Enter 5");
        let line = "Elias @mamma varje sön 10-12 tom v4 steg4 stöd:Karin plats:Lekoteket";
        desk.keys("+").types(line).keys("Enter");
        for _ in 0..3 {
            if matches!(desk.app.layers.last(), Some(Layer::Quick(_))) {
                desk.keys("Enter");
            }
        }
        desk.keys("+").types(line).keys("Enter").shows("Elias och Sara träffas redan då");
        let told = desk.app.cx.notice.as_ref().unwrap().text().to_owned();
        let screen = desk.screen().split_whitespace().collect::<String>();
        assert!(screen.contains(&told.split_whitespace().collect::<String>()), "{told}\n{}", desk.screen());
    }
}

#[test]
fn the_whole_reason_stands_under_the_marked_row() {
    let mut desk = Desk::sized(60, 15);
    desk.keys("5");
    for _ in 0..12 {
        let marked = desk.row("▸");
        if marked.ends_with('…') {
            let screen = desk.screen();
            let after = screen.lines().skip_while(|row| !row.contains('▸')).nth(1).unwrap_or_default().to_owned();
            assert!(after.starts_with("     "), "{screen}");
        }
        desk.keys("j");
    }
}

#[test]
fn the_corner_counts_what_the_list_does() {
    let mut desk = Desk::new();
    desk.keys("5");
    let listed = desk.app.panes.visits.agenda.lines.iter();
    let count = listed.filter(|line| matches!(line, trygg::app::pane::visits::Line::Concern(_))).count();
    assert_eq!(desk.app.cx.counts.gaps(), count);
    assert!(count > 0);
    desk.app.resize((120, 40));
    desk.shows(&format!("! {count} att ordna")).shows(&format!("ATT ORDNA {count}"));
}

#[test]
fn what_must_be_seen_to_stands_by_day() {
    use trygg::app::pane::visits::{Concern, Line};
    let mut desk = Desk::new();
    desk.keys("5");
    let visits = &desk.app.panes.visits;
    let days: Vec<_> = visits
        .agenda
        .lines
        .iter()
        .filter_map(|line| match line {
            Line::Concern(Concern::Consider(_, due)) => Some(*due),
            Line::Concern(Concern::NoDecision(_) | Concern::Wish(_)) => Some(super::desk::today()),
            Line::Concern(_) => line.visit().and_then(|key| visits.find(key)).map(|(_, visit, _)| visit.on),
            _ => None,
        })
        .collect();
    assert!(days.len() > 1 && days.is_sorted(), "{days:?}");
}

#[test]
fn nobody_is_told_to_press_enter_where_nothing_is_marked() {
    let mut desk = Desk::new();
    desk.keys("/ ber Enter 5 i").hides("Enter väljer").keys("Enter").shows("? ").keys("Down").shows("Enter väljer");
}

#[test]
fn yes_is_said_in_both_languages() {
    for (language, keys) in [(Language::Swedish, ["j", "y", "J", "Y"]), (Language::English, ["y", "j", "Y", "J"])] {
        for key in keys {
            let mut desk = Desk::of("Karin", language).unwrap();
            desk.keys("+").types("lind igår").keys("Ctrl-D");
            assert!(matches!(desk.app.layers.last(), Some(Layer::Confirm(_))));
            let bar = desk.screen().lines().last().unwrap().to_owned();
            assert!(bar.trim_start().starts_with(keys[0]), "{bar}");
            desk.keys(key);
            assert!(desk.app.layers.is_empty(), "{language:?} {key}");
        }
    }
}

#[test]
fn an_empty_casebook_says_how_to_begin() {
    let mut desk = Desk::empty();
    for (pane, size) in [("1", (80, 24)), ("2", (80, 24)), ("1", (60, 15)), ("2", (160, 50))] {
        desk.app.resize(size);
        desk.keys(pane).shows("Registret är tomt").shows("2 n").shows("lägg till en familj").hides("Inget väntar");
    }
    desk.keys("2 n").fill("Ny").fill("B-1").keys("Ctrl-S");
    desk.keys("1").hides("Registret är tomt");
    let mut desk = Desk::of("Ulf", Language::Swedish).unwrap();
    desk.keys("1").shows("inte med i någon familj").hides("Registret är tomt");
}

#[test]
fn a_session_form_takes_what_the_quick_line_takes() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter n Tab").types("13-14.30").shows("= 13–14.30").keys("Tab Tab Tab Tab");
    desk.shows("Elias").shows("@alla").types("@alla").keys("Ctrl-S").shows("Sparat");
    let store = desk.colleague("Karin");
    let family = desk.app.cx.open.as_ref().unwrap().id();
    let filter = trygg::store::SessionFilter { family: Some(family), ..Default::default() };
    let rows = store.sessions(&filter, 0, 50).unwrap();
    let newest = rows.iter().find(|row| row.on == super::desk::today()).unwrap();
    assert_eq!(newest.minutes, 90);
    assert_eq!(newest.people.len(), store.members(family).unwrap().len());
    // The same people again, and one who is named twice counts once.
    desk.keys("n Tab Tab Tab Tab Tab").types("@mamma; Sara, @alla").keys("Ctrl-S").shows("Sparat");
    desk.keys("n Tab").types("13-14").keys("Tab").types("90").keys("Ctrl-S").hides("Sparat");
}

#[test]
fn tab_goes_where_the_eye_goes() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter n");
    let mut seen = Vec::new();
    let fields = match desk.app.layers.last() {
        Some(Layer::Form(form)) => form.fields.len(),
        _ => panic!("no form"),
    };
    for _ in 0..fields {
        let (x, y) = desk.cursor_seen().unwrap();
        seen.push((if x < 40 { 0 } else { 1 }, y));
        desk.keys("Tab");
    }
    // From where it began: down the left column, then the right one, and round.
    let from_top = seen.iter().position(|place| *place == *seen.iter().min().unwrap()).unwrap();
    seen.rotate_left(from_top);
    // The note, which lies below both columns, comes while one is on the left.
    let note = seen.iter().position(|place| Some(place.1) == seen.iter().map(|place| place.1).max()).unwrap();
    assert!(seen[note + 1..].iter().any(|place| place.0 == 1), "{seen:?}");
    seen.remove(note);
    assert!(seen.is_sorted(), "{seen:?}");
}

#[test]
fn a_birth_date_is_typed_as_it_is_spoken() {
    for (typed, told) in [("880314", "14 mars 1988"), ("19880314", "14 mars 1988"), ("1988", "1 januari 1988")] {
        let mut desk = Desk::new();
        desk.keys("/ lin Enter p").types("Moa").keys("Tab Tab").types("mamma").keys("Tab").types(typed).shows(told);
        desk.keys("Ctrl-S").shows("Sparat");
    }
}
