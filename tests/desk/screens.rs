//! What the screens look like. Every one is also searched for keys of the locale files that found no words.
//!
//! The head and the bottom line stand once, in `around_<size>`, each beside the scenes that have it; all other pictures
//! are what stands between the two.

use trygg::app::unlock::Unlock;
use trygg::domain::codes::Area;
use trygg::locale::{Language, Locale};

use super::around::{Around, parts};
use super::cursor::stands_on_what_matters;
use super::desk::Desk;

/// A name, the keys and the texts (after `"`) that lead there, the sizes to look at it in.
pub type Scene = (&'static str, &'static [&'static str], &'static [(u16, u16)]);

/// The scene that has neither head nor bottom line.
const TOO_SMALL: &str = "too_small";
const USUAL: (u16, u16) = (80, 24);
const ALL: &[(u16, u16)] = &[USUAL, (160, 50), (60, 15)];
const ONE: &[(u16, u16)] = &[USUAL];
/// Of a scene that is pictured elsewhere, or where nothing else is new: only what stands around it.
const AROUND: &[(u16, u16)] = &[];
/// Small, odd, and just where the layout changes.
const ODD: [(u16, u16); 8] = [(20, 5), (1, 1), (60, 15), (61, 16), (119, 15), (120, 15), (200, 15), (60, 60)];

pub const SCENES: &[Scene] = &[
    ("families", &[], ALL),
    ("family_page", &["/ lin Enter"], ALL),
    ("family_page_placement", &["/ lin Enter j j j j j"], ALL),
    ("family_page_other", &["/ ber Enter"], ONE),
    ("folder", &["/ lin Enter P"], ALL),
    ("folder_new", &["/ lin Enter P n"], ONE),
    ("paper", &["/ lin Enter P Enter"], ALL),
    ("paper_changes", &["/ lin Enter P j Enter v"], ALL),
    ("checklists", &["/ lin Enter K"], ALL),
    ("checklist", &["/ lin Enter K Enter Space j"], ALL),
    ("safety_plan_form", &["/ lin Enter P n s"], ONE),
    ("schooling_form", &["/ lin Enter P n t"], ONE),
    ("sessions", &["3"], ALL),
    ("sessions_of_family", &["/ lin Enter 3"], ALL),
    ("plan", &["/ lin Enter 6"], ALL),
    ("plan_of_a_parent", &["/ lin Enter j j j 6"], ONE),
    ("plan_no_family", &["6"], ONE),
    ("plan_contents", &["/ lin Enter 6 i Enter"], ONE),
    ("plan_changed", &["/ lin Enter 6 n", "\"Rita varje dag", "Ctrl-S r"], ONE),
    ("reports", &["8"], ALL),
    ("report", &["8 Enter"], ALL),
    ("report_wide", &["8 j j j j Enter b b l l l l l l l"], ONE),
    ("report_chart", &["8 j j j j Enter g"], ALL),
    ("report_over_time", &["8 j j j j Enter b b b b g g"], ALL),
    ("report_before_after", &["8 j j j j Enter b b b b g g g"], ALL),
    ("report_before_after_end", &["8 j j j j Enter b b b b g g g h h"], ONE),
    ("report_duties", &["8 j j j j j j Enter"], ALL),
    ("report_groups", &["8 j j j j j j j j j j Enter"], ALL),
    ("report_needs", &["8 j j j j j j j j j j j j Enter b b"], ALL),
    ("report_internal", &["8 Enter I"], ONE),
    ("report_behind", &["8 Enter j l Enter"], ALL),
    ("report_missing", &["8 j j j j Enter b G Enter"], ONE),
    ("report_definition", &["8 Enter i"], ONE),
    ("report_period", &["8 Enter p"], ONE),
    ("report_filter", &["8 Enter d"], ONE),
    ("report_file", &["8 Enter x"], ONE),
    ("unfilled", &["8 G Enter"], ALL),
    ("goal_form", &["/ lin Enter 6 j Enter"], ALL),
    ("action_form", &["/ lin Enter 6 j a"], ONE),
    ("attainment_form", &["/ lin Enter 6 j Space"], ONE),
    ("crisis_support_form", &["/ lin Enter j j j 6 k"], ONE),
    ("phase_form", &["/ lin Enter 6 f"], ONE),
    ("session_form", &["/ lin Enter n"], ALL),
    (
        "session_form_note",
        &["/ lin Enter n Tab Tab Tab Tab Tab Tab Tab Tab", "\"Gick igenom läxorna.\nBättre vecka."],
        ALL,
    ),
    (
        "session_form_faults",
        &["/ lin Enter n", "\"33/13", "Tab", "\"25", "Tab Tab", "\"kaffe", "Tab Tab", "\"Klara", "Ctrl-S"],
        ALL,
    ),
    ("measuring", &["/ lin Enter j j j j j m 3 1 2"], ALL),
    ("measuring_words", &["/ lin Enter j j j j j m End Enter", "\"Att vi ses oftare"], ONE),
    ("measured", &["/ lin Enter j j j j j M Enter"], ALL),
    ("trends", &["/ lin Enter j j j j j M"], ALL),
    ("child_words", &["/ lin Enter o"], ALL),
    ("child_word_form", &["/ lin Enter j j j j j o n"], ONE),
    ("family_form", &["n"], ALL),
    ("person_form", &["/ lin Enter p"], ONE),
    ("placement_form", &["/ lin Enter j j j j v"], ONE),
    ("filter_sessions", &["3 f"], ONE),
    ("quick_empty", &["+"], ONE),
    ("quick_understood", &["+", "\"lind igår 14-15:30 hem @mamma @el #skola mål2=+1 >fre -- gick igenom läxorna"], ALL),
    ("quick_ambiguous", &["+", "\"nord igår 14-15"], ALL),
    ("quick_not_understood", &["+", "\"lind igår 14-15 kaffe @moster #xyz"], ALL),
    ("quick_no_family", &["+", "\"igår hem"], ONE),
    ("jump", &["/", "\"lin"], ALL),
    ("jump_empty", &["/"], ONE),
    ("jump_nothing", &["/", "\"xyzzy"], ONE),
    ("palette", &[":"], ALL),
    ("palette_narrowed", &[":", "\"ny"], ONE),
    ("ways", &["? /"], ALL),
    ("ways_found", &["/ lin Enter ? /", "\"är sjuk"], ALL),
    ("ways_nothing", &["H", "\"xyzzy"], ONE),
    ("help_page", &["/ lin Enter ?"], ALL),
    ("help_quick", &["+ F1"], ONE),
    ("confirm", &["/ lin Enter x"], AROUND),
    ("saved", &["/ lin Enter +", "\"igår 14-15 @mamma #skola", "Enter"], ONE),
    ("refused_remove", &["/ lin Enter x Enter"], AROUND),
    ("visits", &["5"], ALL),
    ("visits_month", &["/ lin Enter 5"], ALL),
    ("visits_year", &["/ lin Enter 5 c"], ALL),
    ("visits_card", &["/ ber Enter 5 Enter"], ONE),
    ("visits_cancelled", &["/ lin Enter 5 i"], ONE),
    ("visits_why", &["/ lin Enter 5 o"], ONE),
    ("visits_supporter", &["/ lin Enter 5 Tab a"], ALL),
    ("visits_ladder", &["/ lin Enter 5 t"], ONE),
    ("visits_restriction", &["/ lin Enter 5 b"], ONE),
    ("visits_week_53", &["/ lin Enter 5 +", "\"Elias @Amir udda sön 10-12", "Enter"], ONE),
    ("visits_quick", &["5 +", "\"Elias @mamma jämna lör 10-14 tom v22 steg4 stöd:Karin plats:Lekoteket"], ALL),
    ("visits_new", &["/ lin Enter 5 n"], ALL),
    ("visits_change", &["/ lin Enter 5 m"], ONE),
    ("visits_account", &["/ ber Enter 5 s"], ALL),
    ("visits_wordless", &["5 B"], ONE),
    ("visits_absence", &["5 f"], ONE),
    ("help_visits", &["5 ?"], ONE),
    ("network", &["/ lin Enter 4"], ALL),
    ("network_change", &["/ lin Enter 4 Tab"], ALL),
    ("network_list", &["/ lin Enter 4 Tab Tab"], ONE),
    ("network_measures", &["/ lin Enter 4 Tab Tab Tab"], ALL),
    ("network_together", &["/ lin Enter 4 Tab Tab Tab Tab"], ONE),
    ("network_entry", &["/ lin Enter 4 e Enter", "\"lärare Per 2 skola"], ALL),
    ("network_circle", &["/ lin Enter 4 e Tab Tab s"], ALL),
    ("network_ask", &["/ lin Enter 4 e f"], ONE),
    ("network_facts", &["/ lin Enter 4 i"], ONE),
    ("network_nobody", &["4"], ONE),
    ("tree", &["/ lin Enter t"], ALL),
    ("tree_list", &["/ lin Enter t Tab"], &[USUAL, (60, 15)]),
    ("tree_unknown_parent", &["/ öbe Enter t"], ALL),
    ("tree_half_siblings", &["/ nordi Enter t"], ALL),
    ("tree_presumed", &["/ rön Enter t"], ONE),
    ("tree_kinship", &["/ berg Enter t"], ALL),
    ("hand_over", &["/ lin Enter L"], ALL),
    ("hand_over_on", &["/ lin Enter L PgDn PgDn"], ONE),
    ("hand_over_end", &["/ lin Enter L G"], &[USUAL, (160, 50)]),
    ("hand_over_other", &["/ öbe Enter L"], ALL),
    ("kin_form", &["/ lin Enter j r"], ONE),
    ("week", &["1"], AROUND),
    ("draft_kept", &["+", "\"lind ig", "Esc"], AROUND),
    ("reading", &["3 Enter"], AROUND),
    ("dossier", &["/ lin Enter a"], AROUND),
    ("main_record", &["/ lin Enter I"], ALL),
    ("check_in_setup", &["c"], AROUND),
    ("check_in", &["c Tab Enter"], AROUND),
    ("check_in_typed", &["c Tab Enter 1", "\"lugnt"], AROUND),
    ("check_in_record", &["c Tab Enter e e"], AROUND),
    (TOO_SMALL, &[], &[(59, 15), (20, 5)]),
    ("groups", &["7"], ALL),
    ("group", &["7 j Enter"], ALL),
    ("group_before", &["7 j Enter Shift-Tab"], ALL),
    ("group_line", &["7 j Enter Shift-Tab a", "\"sara ja, zed, 3 vuxna, övriga nej"], ALL),
    ("group_form", &["7 n"], ONE),
    ("group_meeting_form", &["7 j j Enter n"], ONE),
    ("referrals", &["7 Tab"], ALL),
    ("referral_form", &["/ lin Enter 7 Tab Enter"], ONE),
    ("gaps", &["7 Tab Tab"], ALL),
];

pub fn play(desk: &mut Desk, steps: &[&str]) {
    for step in steps {
        match step.strip_prefix('"') {
            Some(text) => {
                for (place, line) in text.split('\n').enumerate() {
                    if place > 0 {
                        desk.keys("Enter");
                    }
                    desk.types(line);
                }
            }
            None => _ = desk.keys(step),
        }
    }
}

/// No key of the locale files stands on a screen in place of its words.
#[track_caller]
fn told(screen: &str) {
    for key in [
        "do-",
        "bar-",
        "fault-",
        "field-",
        "notice-",
        "problem-",
        "why-",
        "title-",
        "column-",
        "form-new",
        "slot-",
        "question-",
        "concern-",
        "block-",
        "agenda-",
        "card-",
        "reason-",
        "hint-",
        "handover-",
        "way-",
        "ways-",
    ] {
        assert!(!screen.contains(key), "{key} on\n{screen}");
    }
    for area in ["area-", "outcome-", "mode-", "session_kind-", "member_role-", "placement_kind-"] {
        assert!(!screen.contains(area), "{area} on\n{screen}");
    }
}

/// Holds a screen against its picture, without what stands around it.
pub fn snapshot(name: &str, screen: &str) {
    told(screen);
    picture(name, &parts(screen).body);
}

fn picture(name: &str, text: &str) {
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!(name.to_owned(), text);
    });
}

/// Every scene is played once, and looked at in every size.
#[test]
fn every_scene_looks_as_it_did() {
    let mut around: Vec<((u16, u16), Around)> = ALL.iter().map(|size| (*size, Around::default())).collect();
    let hidden: [Scene; 1] = [("names_hidden", &["Ctrl-G"], AROUND)];
    for (name, steps, sizes) in SCENES.iter().chain(&hidden) {
        let mut desk = Desk::new();
        play(&mut desk, steps);
        for size in *sizes {
            desk.app.resize(*size);
            let screen = desk.screen();
            told(&screen);
            picture(&format!("{name}_{}x{}", size.0, size.1), &parts(&screen).body);
        }
        for (size, around) in around.iter_mut().filter(|_| *name != TOO_SMALL) {
            desk.app.resize(*size);
            around.add(name, &desk.screen());
            stands_on_what_matters(&desk, &format!("{name} {size:?}"));
        }
        for size in ODD {
            desk.app.resize(size);
            told(&desk.screen());
        }
    }
    for ((columns, rows), around) in around {
        picture(&format!("around_{columns}x{rows}"), &around.told());
    }
}

/// One scene, printed in each of its sizes, or at 80x24: `TRYGG_SCENE=visits_month`.
#[test]
#[ignore = "for somebody who looks at one scene"]
#[expect(clippy::disallowed_methods, reason = "somebody asks at a terminal, and reads the answer")]
fn one_scene() {
    let name = std::env::var("TRYGG_SCENE").expect("TRYGG_SCENE names the scene");
    let (_, steps, sizes) = SCENES.iter().find(|(one, ..)| *one == name).expect("SCENES has no such scene");
    let mut desk = Desk::new();
    play(&mut desk, steps);
    for (columns, rows) in if sizes.is_empty() { ONE } else { sizes } {
        desk.app.resize((*columns, *rows));
        let screen = desk.screen();
        println!("{name} {columns}x{rows}\n{screen}\n");
        if sizes.contains(&(*columns, *rows)) {
            snapshot(&format!("{name}_{columns}x{rows}"), &screen);
        }
    }
}

#[test]
fn english_scenes() {
    let pictured = [
        "families",
        "family_page",
        "sessions",
        "session_form_faults",
        "help_page",
        "visits",
        "visits_month",
        "visits_year",
    ];
    let mut around = Around::default();
    for (name, steps, _) in SCENES {
        let mut desk = Desk::of("Karin", Language::English).unwrap();
        play(&mut desk, steps);
        let screen = desk.screen();
        told(&screen);
        if *name != TOO_SMALL {
            around.add(name, &screen);
        }
        if pictured.contains(name) {
            picture(&format!("{name}_english"), &parts(&screen).body);
        }
    }
    picture("around_english", &around.told());
}

#[test]
fn the_door() {
    use ratatui::{Terminal, backend::TestBackend};
    use trygg::app::keys::Key;
    let locale = Locale::new(Language::Swedish);
    let mut door = Unlock::new(vec!["Karin".to_owned(), "Sara".to_owned()], None);
    for key in Key::typed("Sara Enter hemlig") {
        door.key(key);
    }
    let draw = |door: &Unlock, columns, rows| {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| trygg::ui::draw_unlock(&locale, door, frame)).unwrap();
        let text = terminal.backend().to_string();
        let rows = text.lines().map(|row| row.trim_matches('"').trim_end());
        rows.collect::<Vec<_>>().join("\n")
    };
    let screen = draw(&door, 80, 24);
    assert!(!screen.contains("hemlig"), "{screen}");
    snapshot("door_80x24", &screen);
    door.refuse("Lösenfrasen stämmer inte.".to_owned());
    snapshot("door_refused_60x15", &draw(&door, 60, 15));
    draw(&door, 20, 5);
    draw(&door, 1, 1);
}

#[test]
fn the_five_areas_are_on_the_list() {
    let mut desk = Desk::new();
    desk.keys("3");
    for area in [Area::School, Area::Leisure, Area::Psychosocial, Area::Parenting, Area::Network] {
        let served = desk.app.panes.sessions.served(area).unwrap();
        assert!(served > 0, "{area:?}");
        desk.shows(&format!(" {served}"));
    }
}
