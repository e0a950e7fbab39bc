//! Screens of the handbook: those that `SCENES` has are asked for by their name, and these, which need somebody else.

use trygg::locale::Language;

use crate::desk::Desk;
use crate::screens::{SCENES, play};

/// A name, who sits there, the keys and the texts (after `"`) that lead there.
const OWN: &[(&str, &str, &[&str])] = &[
    ("week_support_person", "Sara", &["1"]),
    ("week_team_leader", "Karin", &["1"]),
    ("week_visit_supporter", "Tove", &["1"]),
    ("week_crisis_supporter", "Anders", &["1"]),
    ("call_opened", "Anders", &["1 Enter"]),
    ("why_a_duty", "Karin", &["1 i"]),
    ("week_plan", "Karin", &["/ lin Enter 6"]),
    ("check_in_running", "Karin", &["c Enter"]),
    ("report_statistician", "Gunilla", &["8 j j j j Enter b b"]),
    ("visits_agenda", "Tove", &["5"]),
];

/// A screen at 80x24 as a block of text; none of a name that nobody knows.
pub fn screen(language: Language, name: &str) -> Option<String> {
    let own = OWN.iter().find(|one| one.0 == name).map(|(_, user, steps)| (*user, *steps));
    let known = SCENES.iter().find(|one| one.0 == name).map(|(_, steps, _)| ("Karin", *steps));
    let (user, steps) = own.or(known)?;
    let mut desk = Desk::of(user, language).unwrap();
    play(&mut desk, steps);
    Some(format!("```text\n{}\n```", desk.screen().trim_end()))
}
