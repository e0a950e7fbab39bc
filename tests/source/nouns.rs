//! What a noun costs outside its own files, counted from the source:
//! `cargo test --test rooms -- --ignored --nocapture` prints it beside the other counts.
//!
//! A noun's own files are called by its name, or stand in a folder that is; its migration is its own too. A line names
//! it by its type, its identity, its kind, its module, or its word in quotes. Those lines are of four sorts: the `mod`
//! by which the compiler finds its files; those in *registers* (`*`), which are files that name three quarters of all
//! nouns or more, and messages called by it outside its own words; those of the interface (`app`, `ui`); and those of
//! whoever has a use for it, such as the duties that count from an event. What every noun costs is the first two:
//! shared lines.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::source::{Source, code, sources};

/// A noun: its files and folders, its module in paths, its types, its kinds, its words.
struct Noun {
    files: &'static [&'static str],
    types: &'static [&'static str],
    kind: &'static str,
    words: &'static [&'static str],
}

/// Every noun of the list in `src/domain/noun/mod.rs`.
const NOUNS: [Noun; 38] = [
    noun(&["family"], &["Family", "FamilyId"], "Families", &["family", "families"]),
    noun(&["person"], &["Person", "PersonId"], "People", &["person", "people"]),
    noun(&["relation", "kin"], &["Relation", "RelationId"], "Relations", &["kin", "relations"]),
    noun(&["placement"], &["Placement", "PlacementId"], "Placements", &["placement", "placements"]),
    noun(&["care"], &["Care", "CareId"], "Care", &["care"]),
    noun(&["status"], &["StatusSpan", "StatusSpanId"], "Statuses", &["status", "statuses"]),
    noun(&["session"], &["Session", "SessionId"], "Sessions", &["session", "sessions"]),
    noun(&["restriction"], &["Restriction", "RestrictionId"], "Restrictions", &["restriction", "restrictions"]),
    noun(&["wish"], &["Wish", "WishId"], "Wishes", &["wish", "wishes"]),
    noun(&["ladder_move"], &["LadderMove", "LadderMoveId"], "LadderMoves", &["ladder_move", "ladder-moves"]),
    noun(&["absence"], &["Absence", "AbsenceId"], "Absences", &["absence", "absences"]),
    noun(&["event"], &["Event", "EventId"], "Events", &["event", "events"]),
    noun(&["task"], &["Task", "TaskId"], "Tasks", &["task", "tasks"]),
    noun(&["child_word"], &["Quotation", "ChildWordId"], "ChildWords", &["child_word", "child-words"]),
    noun(&["group"], &["Group", "GroupId"], "Groups", &["group", "groups"]),
    noun(&["group_meeting"], &["GroupMeeting", "GroupMeetingId"], "GroupMeetings", &["group_meeting", "meetings"]),
    noun(&["attendance"], &["Attendance", "AttendanceId"], "Attendance", &["attendance"]),
    noun(&["referral"], &["Referral", "ReferralId"], "Referrals", &["referral", "referrals"]),
    noun(&["check_in"], &["CheckIn", "CheckInId"], "CheckIns", &["check_in", "check-ins"]),
    noun(&["exemption"], &["Exemption", "ExemptionId"], "Exemptions", &["exemption", "exemptions"]),
    noun(&["phase"], &["Phase", "PhaseId"], "Phases", &["phase", "phases"]),
    noun(&["crisis_support"], &["CrisisSupport", "CrisisSupportId"], "CrisisSupports", &["crisis-support"]),
    noun(&["goal"], &["Goal", "GoalId"], "Goals", &["goal", "goals"]),
    noun(&["action"], &["PlanAction", "PlanActionId"], "Actions", &["action", "actions"]),
    noun(&["attainment"], &["Attainment", "AttainmentId"], "Attainments", &["attainment", "attainments"]),
    noun(&["plan_revision"], &["PlanRevision", "PlanRevisionId"], "PlanRevisions", &["plan-revisions"]),
    noun(&["advice_count"], &["AdviceCount", "AdviceCountId"], "AdviceCounts", &["advice_count", "advice-counts"]),
    noun(&["assessment"], &["Assessment", "AssessmentId"], "Assessments", &["assessment", "assessments"]),
    noun(&["tick"], &["Tick", "TickId"], "Ticks", &["tick", "ticks"]),
    noun(&["paper"], &["Paper", "PaperId"], "Papers", &["paper", "papers"]),
    noun(&["schooling"], &["Schooling", "SchoolingId"], "Schooling", &["schooling"]),
    noun(&["obstacle"], &["Obstacle", "ObstacleId"], "Obstacles", &["obstacle", "obstacles"]),
    noun(&["health"], &["Health", "HealthId"], "Health", &["health"]),
    noun(&["arrangement"], &["Arrangement", "ArrangementId"], "Arrangements", &["arrangement", "arrangements"]),
    noun(&["occurrence"], &["Occurrence", "OccurrenceId"], "Occurrences", &["visit", "visits"]),
    noun(&["network_map"], &["NetworkMap", "NetworkMapId"], "NetworkMaps", &["network_map"]),
    noun(&["meeting"], &["Meeting", "MeetingId"], "Meetings", &["meeting"]),
    noun(&["measurement"], &["Measurement", "MeasurementId"], "Measurements", &["measurement", "measurements"]),
];

const fn noun(
    files: &'static [&'static str],
    types: &'static [&'static str],
    kind: &'static str,
    words: &'static [&'static str],
) -> Noun {
    Noun { files, types, kind, words }
}

impl Noun {
    /// Whether a file is the noun's own: called by its name, in the plural too, or in a folder that is.
    fn owns(&self, path: &str) -> bool {
        let parts = path.split('/').map(|part| part.split('.').next().unwrap_or_default());
        parts.into_iter().any(|part| self.files.iter().any(|file| part == *file || part == format!("{file}s")))
    }

    /// Whether a file means the noun by its type; other crates have types of the same name.
    fn is_meant(&self, text: &str) -> bool {
        let named = |one: &str| has_word(one, self.types[0]);
        if !text.contains(self.types[0]) {
            return false;
        }
        let mut uses = text.split(';').filter(|one| one.contains("use ") && one.contains("domain::"));
        uses.any(named) || text.lines().any(|line| line.contains("domain::") && named(line))
    }

    fn is_named(&self, line: &str, is_meant: bool) -> bool {
        let kind = self.kind;
        let is_kind = || {
            [",", " ", ")"].iter().any(|end| line.contains(&format!("::{kind}{end}")))
                || line.trim_start().starts_with(&format!("{kind} "))
                || line.trim_start().starts_with(&format!("{kind}: "))
        };
        is_meant && has_word(line, self.types[0])
            || self.types[1..].iter().any(|name| has_word(line, name))
            || line.contains(kind) && is_kind()
            || self.files.iter().any(|file| line.contains(file) && has_path(line, file))
            || self.words.iter().any(|word| line.contains(word) && line.contains(&format!("\"{word}\"")))
    }
}

fn has_word(line: &str, word: &str) -> bool {
    line.contains(word) && line.split(|sign: char| !sign.is_alphanumeric() && sign != '_').any(|one| one == word)
}

/// Whether a module of the noun's name, or what is called by it, stands in a path of ours.
fn has_path(line: &str, module: &str) -> bool {
    let ours = ["domain", "super", "store", "visit", "deadlines"];
    let made = [format!("{module}_draft"), format!("read_{module}"), module.to_uppercase()];
    ours.iter().any(|before| line.contains(&format!("{before}::{module}::")))
        || line.contains(&format!("use {module}::"))
        || line.trim_start().starts_with("pub use") && made.iter().any(|name| has_word(line, name))
}

/// Lines that name a noun outside its own files, by sort.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Cost {
    mods: usize,
    registers: usize,
    interface: usize,
    uses: usize,
}

/// Where the demo's families are taken in: it names what the demo shows, and no noun has to be shown there.
const OF_THE_DEMO: &str = "store/setup.rs";

/// A file of the program, as it is counted.
struct Counted {
    name: String,
    code: String,
    is_register: bool,
}

/// The program without its tests.
fn program() -> Vec<Counted> {
    let counted = |Source { name, text }: Source| {
        let code = code(&text);
        let named = NOUNS.iter().filter(|noun| {
            let is_meant = noun.is_meant(&code);
            code.lines().any(|line| noun.is_named(line, is_meant))
        });
        let is_register = !is_interface(&name) && name != OF_THE_DEMO && named.count() * 4 >= NOUNS.len() * 3;
        Counted { name, code, is_register }
    };
    sources("src").into_iter().filter(|source| !source.is_test()).map(counted).collect()
}

fn is_interface(name: &str) -> bool {
    name.starts_with("app/") || name.starts_with("ui/")
}

/// The lines of a noun, by file.
fn costs(of: &Noun, program: &[Counted]) -> (Cost, BTreeMap<String, usize>) {
    let (mut cost, mut where_to) = (Cost::default(), BTreeMap::new());
    for Counted { name, code, is_register } in program.iter().filter(|file| !of.owns(&file.name)) {
        let is_meant = of.is_meant(code);
        let is_mod = |line: &&str| {
            let module = line.trim_start_matches("pub ").strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';'));
            module.is_some_and(|module| of.owns(module))
        };
        if name.starts_with("domain/") || name.starts_with("store/") {
            cost.mods += code.lines().filter(is_mod).count();
        }
        let named = code.lines().filter(|line| of.is_named(line, is_meant)).count();
        let sort = match (is_interface(name), is_register) {
            (true, _) => &mut cost.interface,
            (false, true) => &mut cost.registers,
            (false, false) => &mut cost.uses,
        };
        *sort += named;
        if named > 0 {
            where_to.insert(if *is_register { format!("* {name}") } else { name.clone() }, named);
        }
    }
    for language in ["sv", "en"] {
        for (name, text) in words_of(language).into_iter().filter(|(name, _)| !of.owns(name)) {
            let named = text.lines().filter(|line| keyed(of, line)).count();
            cost.registers += named;
            if named > 0 {
                where_to.insert(format!("{language}/{name}"), named);
            }
        }
    }
    (cost, where_to)
}

/// The Fluent files of a language: a message that is called by a noun is a line of it.
fn words_of(language: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(language);
    let folders = [root.clone(), root.join("noun")];
    for entry in folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
            found.push((name, fs::read_to_string(path).unwrap()));
        }
    }
    found
}

/// Whether a line begins a message that is called by a noun, or lists its kind.
fn keyed(of: &Noun, line: &str) -> bool {
    let Some((key, said)) = line.split_once(" =") else { return false };
    let listed = of.words.iter().any(|word| said.contains(&format!(" {word},")));
    let by = |before: &str| of.words.iter().any(|word| key == format!("{before}{word}"));
    let acts = ["add-", "change-", "remove-"];
    let is_step = acts.iter().any(|act| by(&format!("step-{act}")) || by(&format!("deed-{act}")));
    let is_field = of.words.iter().any(|word| key.starts_with(&format!("field-{word}-")));
    !key.starts_with(' ') && (by("noun-") || by("rows-") || by("form-") || by("form-new-") || is_step || is_field)
        || listed && key.starts_with("arg-")
}

/// What was won of shared lines: two `mod` lines and the one in the list. The quick line has a module of tasks besides.
const WON: [(&str, usize); 4] = [("event", 3), ("task", 4), ("kin", 3), ("exemption", 3)];

fn noun_of(word: &str) -> &'static Noun {
    NOUNS.iter().find(|noun| noun.words.contains(&word)).unwrap()
}

#[test]
#[ignore = "prints the counts"]
fn print_what_a_noun_costs() {
    let program = program();
    for (word, _) in WON {
        let (Cost { mods, registers, interface, uses }, where_to) = costs(noun_of(word), &program);
        println!("{word}: {mods} mod + {registers} in registers; {interface} in app and ui; {uses} where it is used");
        println!("    {where_to:?}");
    }
}

#[test]
fn no_noun_costs_more_than_it_did() {
    let program = program();
    for (word, won) in WON {
        let (cost, where_to) = costs(noun_of(word), &program);
        let shared = cost.mods + cost.registers;
        assert!(shared <= won, "{word}: {shared}, and {won} was won: {where_to:?}");
    }
}

/// Arms for all the rest in matches over kinds of records: where one stands, a noun can be forgotten.
fn arms_for_the_rest(text: &str) -> Vec<usize> {
    let mut over: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let (arm, indent) = (line.trim_start(), line.len() - line.trim_start().len());
        if !arm.is_empty() {
            over.retain(|of| *of <= indent);
        }
        let is_arm = |of: &str| arm.starts_with(of) || arm.starts_with(&format!("| {of}"));
        if ["NounKind::", "Noun::"].into_iter().any(is_arm) && (arm.contains("=>") || !arm.ends_with(',')) {
            over.push(indent);
        }
        if over.contains(&indent) && (arm.starts_with("_ =>") || arm.starts_with("_ if ")) {
            found.push(number + 1);
        }
    }
    found
}

#[test]
fn no_match_over_nouns_has_an_arm_for_the_rest() {
    let fault = "match noun {\n    Noun::Tasks => 1,\n    Noun::Events\n    | Noun::Care => 2,\n    _ => 3,\n}\n";
    assert_eq!(arms_for_the_rest(fault), [5]);
    let other = "match noun {\n    Noun::Tasks => 1,\n}\nmatch key {\n    Key::Up => 2,\n    _ => 3,\n}\n";
    assert_eq!(arms_for_the_rest(other), []);
    let all = program().into_iter().flat_map(|file| {
        let lines = arms_for_the_rest(&file.code);
        lines.into_iter().map(move |line| format!("{}:{line}", file.name))
    });
    assert_eq!(all.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_noun_is_known_here() {
    let list = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/domain/noun/mod.rs")).unwrap();
    let kinds: Vec<&str> = list
        .lines()
        .filter(|line| line.trim_end().ends_with(',') && line.contains(": crate::domain::"))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let known: Vec<&str> = NOUNS.iter().map(|noun| noun.kind).collect();
    assert_eq!(kinds, known);
}
