//! Cases in words, and duties in words.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use crate::domain::checklist::{Checklists, Item};
use crate::domain::codes::{Answer, Code, EndReason, FamilyStatus, LegalBasis, MemberRole, PlacementKind, TickState};
use crate::domain::deadlines::{
    Cared, Case, Done, Duty, Exemption, Fact, Half, How, Placed, Rule, Rules, Somebody, Voice, Wait, Waiting, duties,
};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::tick::Tick;
use crate::domain::visit::calendar::OwnDays;

/// The family of every case, and its first child.
pub const FAMILY: FamilyId = FamilyId(7);
/// The first child.
pub const CHILD: PersonId = PersonId(11);
/// The first adult.
pub const PARENT: PersonId = PersonId(1);

/// A day as written.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no day"))
}

/// So many days after a day.
pub fn after(text: &str, days: i64) -> String {
    let size = Days::new(days.unsigned_abs());
    if days < 0 { day(text) - size } else { day(text) + size }.to_string()
}

/// The rules that ship, every one of them turned on.
pub fn every_rule() -> &'static Rules {
    static EVERY: LazyLock<Rules> = LazyLock::new(|| {
        let off = Rules::shipped().all().iter().filter(|rule| !rule.is_on());
        let on: String = off.map(|rule| format!("[[rule]]\nname = '{}'\non = true\n", rule.name)).collect();
        Rules::with_own(&on).unwrap()
    });
    &EVERY
}

/// A case in words, parts set apart by `;`. Without more it is an active family since 2020 of a mother, who is 1, and a
/// child, who is 11 and born on 2016-05-10.
///
/// - `start DAY`, `enquiry`, `paused`, `active`, `closed DAY`
/// - `people ROLE..`: these instead; adults are 1, 2.., children 11, 12..; `ROLE!` has the custody, `child:DAY` is born
///   then, `child:-` nobody knows when
/// - `parent PERSON CHILD`: it is written
/// - `placed KIND BASIS FROM[..UNTIL] [of CHILD] [hidden] [change] [same] [school DAY] [reason END] [at HOME]
///   [with PARENT]`: numbered from 1; a home is a number
/// - `care BASIS FROM[..UNTIL] [of CHILD]`: entered as such
/// - `pause FROM[..UNTIL]`
/// - `done FACT DAY [PERSON]`, and `vain DAY [PERSON]` for a crisis talk tried in vain
/// - `wait WHAT RECORD FROM[..UNTIL] [of PERSON] [met DAY].. [within LENGTH]`, as `6_months`
/// - `participants PERSON..`; `voice`: every child is asked two weeks before care is considered, and a
///   word is good for three months
/// - `exempt RULE PERSON RECORD FROM ON`, where `-` is no person
pub fn case(text: &str) -> Case {
    let somebody =
        |id, role, birth: Option<&str>| Somebody { id: PersonId(id), role, guardian: None, birth_on: birth.map(day) };
    let mut case = Case {
        people: vec![
            somebody(PARENT.0, MemberRole::Mother, None),
            somebody(CHILD.0, MemberRole::Child, Some("2016-05-10")),
        ],
        ..Case::new(FAMILY, day("2020-01-01"))
    };
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let words: Vec<&str> = part.split_whitespace().collect();
        match words[0] {
            "start" => case.started_on = day(words[1]),
            "closed" => (case.status, case.closed_on) = (FamilyStatus::Closed, Some(day(words[1]))),
            "people" => case.people = people(&words[1..]),
            "placed" => {
                let placed = placed(i64::try_from(case.placements.len()).unwrap() + 1, &words[1..]);
                let with = words.iter().position(|word| *word == "with").and_then(|place| person(words[place + 1]));
                case.placed_with.extend(with.map(|with| (placed.id, with)));
                case.placements.push(placed);
            }
            "care" => {
                let (from, until) = span(words[2]);
                let child = words.get(4).and_then(|word| person(word)).unwrap_or(CHILD);
                let basis = LegalBasis::from_code(words[1]).unwrap_or_else(|| panic!("`{part}`"));
                case.cared.push(Cared { child, basis, from, until });
            }
            "parent" => case.parent_of.push((person(words[1]).unwrap(), person(words[2]).unwrap())),
            "pause" => case.pauses.push(span(words[1])),
            "done" => case.done.push(Done {
                what: fact(words[1]),
                on: day(words[2]),
                person: words.get(3).and_then(|word| person(word)),
                how: How::Well,
            }),
            "vain" => case.done.push(Done {
                what: Fact::CrisisTalk,
                on: day(words[1]),
                person: words.get(2).and_then(|word| person(word)),
                how: How::InVain,
            }),
            "wait" => case.waiting.push(waiting(&words[1..])),
            "participants" => case.participants = words[1..].iter().filter_map(|word| person(word)).collect(),
            "voice" => case.voices.push(Voice {
                of: ["care_consideration", "care_re_examination"].map(String::from).to_vec(),
                before: "2 weeks".parse().unwrap(),
                good_for: "3 months".parse().unwrap(),
                children: case.people.iter().filter(|one| one.role == MemberRole::Child).map(|one| one.id).collect(),
            }),
            "support" => case.support_changed.push(day(words[1])),
            "phase" => {
                let (from, until) = span(words[2]);
                case.phases.push((words[1].to_owned(), from, until));
            }
            "listed" => case.ticks.extend(listed(&words[1..])),
            "exempt" => case.exemptions.push(Exemption {
                family: FAMILY,
                rule: words[1].into(),
                person: person(words[2]),
                record: words[3].parse().unwrap(),
                counted_from: day(words[4]),
                exempted_on: day(words[5]),
                by: "Team leader".into(),
                why: "Agreed".into(),
            }),
            status => case.status = FamilyStatus::from_code(status).unwrap_or_else(|| panic!("`{part}`")),
        }
    }
    case.placements.sort_by_key(|one| (one.from, one.id));
    case.done.sort_by_key(|done| done.on);
    case
}

fn person(word: &str) -> Option<PersonId> {
    word.parse().ok().map(PersonId)
}

/// A fact by its name in the rules.
pub fn fact(name: &str) -> Fact {
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    Fact::deserialize(name).unwrap()
}

fn span(text: &str) -> (NaiveDate, Option<NaiveDate>) {
    match text.split_once("..") {
        Some((from, until)) => (day(from), Some(day(until))),
        None => (day(text), None),
    }
}

fn people(words: &[&str]) -> Vec<Somebody> {
    let (mut adults, mut children) = (0, 10);
    let one = |word: &&str| {
        let (role, birth) = word.split_once(':').unwrap_or((word, "2016-05-10"));
        let guardian = role.ends_with('!').then_some(Answer::Yes);
        let role = MemberRole::from_code(role.trim_end_matches('!')).unwrap_or_else(|| panic!("`{word}`"));
        let next = if role == MemberRole::Child { &mut children } else { &mut adults };
        *next += 1;
        let birth_on = (role == MemberRole::Child && birth != "-").then(|| day(birth));
        Somebody { id: PersonId(*next), role, guardian, birth_on }
    };
    words.iter().map(one).collect()
}

fn placed(id: i64, words: &[&str]) -> Placed {
    let (from, until) = span(words[2]);
    let mut placed = Placed {
        id,
        child: CHILD,
        kind: PlacementKind::from_code(words[0]).unwrap_or_else(|| panic!("{words:?}")),
        basis: LegalBasis::from_code(words[1]),
        from,
        until,
        end_reason: None,
        home: None,
        hidden: None,
        school_change: None,
        school_started_on: None,
    };
    let mut more = words[3..].iter();
    while let Some(word) = more.next() {
        match *word {
            "of" => placed.child = person(more.next().unwrap()).unwrap(),
            "hidden" => placed.hidden = Some(Answer::Yes),
            "change" => placed.school_change = Some(Answer::Yes),
            "same" => placed.school_change = Some(Answer::No),
            "school" => placed.school_started_on = Some(day(more.next().unwrap())),
            "at" => placed.home = Some(more.next().unwrap().parse().unwrap()),
            "with" => _ = more.next(),
            "reason" => placed.end_reason = EndReason::from_code(more.next().unwrap()),
            _ => panic!("{words:?}"),
        }
    }
    placed
}

/// Every line of a list, ticked on a day, of the time that counts from another, about whom (`-` about nobody).
fn listed(words: &[&str]) -> Vec<Tick> {
    let list = Checklists::shipped().of(words[0]).unwrap();
    let tick = |item: &Item| Tick {
        family: FAMILY,
        checklist: list.name.clone(),
        item: item.key.clone(),
        person: person(words[2]),
        occasion_on: day(words[3]),
        state: TickState::Done,
        on: day(words[1]),
        ticked_by: "Team leader".into(),
        why: None,
    };
    list.items.iter().map(tick).collect()
}

fn waiting(words: &[&str]) -> Waiting {
    let what = match words[0] {
        "support" => Wait::Support,
        "follow_up" => Wait::FollowUp,
        "referral" => Wait::Referral,
        "restriction" => Wait::Restriction,
        "decision" => Wait::Decision,
        "visit_breach" => Wait::VisitBreach,
        "session_breach" => Wait::SessionBreach,
        "group_breach" => Wait::GroupBreach,
        "referred" => Wait::Referred,
        "supporter" => Wait::Supporter,
        "task" => Wait::Task,
        "action" => Wait::Action,
        "goal" => Wait::Goal,
        "word" => Wait::Word,
        "number" => Wait::Number,
        "custody" => Wait::Custody,
        "ban" => Wait::Ban,
        "measured" => Wait::Measured,
        "alert" => Wait::Alert,
        "weak_area" => Wait::WeakArea,
        "turn" => Wait::Turn,
        _ => panic!("{words:?}"),
    };
    let (from, until) = span(words[2]);
    let record = words[1].parse().unwrap();
    let mut waiting = Waiting { what, record, person: None, from, until, met_on: Vec::new(), within: None };
    for pair in words[3..].chunks(2) {
        match *pair {
            ["of", who] => waiting.person = person(who),
            ["met", on] => waiting.met_on.push(day(on)),
            ["within", limit] => waiting.within = Some(limit.replace('_', " ").parse().unwrap()),
            _ => panic!("{words:?}"),
        }
    }
    waiting
}

/// What tests call a rule: its name, and its half where it has one.
pub fn key(rule: &Rule) -> String {
    match rule.half {
        None => rule.name.clone(),
        Some(Half::Children) => format!("{}/children", rule.name),
        Some(Half::Parents) => format!("{}/parents", rule.name),
    }
}

/// The duties of the rules of a name, by their places.
pub fn told_by(rules: &Rules, name: &str, case: &Case, today: &str) -> Vec<usize> {
    let all = duties(case, rules, &OwnDays::default(), day(today));
    all.iter().filter(|duty| key(&rules.all()[duty.rule]) == name).map(|duty| duty.rule).collect()
}

/// The duties of the rules of a name: state, last day, the day it was met, how often (`x`), and about whom (`@`), if it
/// is not the first child or the first adult.
pub fn told(rules: &Rules, name: &str, case: &Case, today: &str) -> String {
    told_with(rules, &OwnDays::default(), name, case, today)
}

/// As [`told`], with the unit's own days.
pub fn told_with(rules: &Rules, own: &OwnDays, name: &str, case: &Case, today: &str) -> String {
    let all = duties(case, rules, own, day(today));
    let of_name = all.iter().filter(|duty| key(&rules.all()[duty.rule]) == name);
    of_name.map(in_words).collect::<Vec<_>>().join(", ")
}

fn in_words(duty: &Duty) -> String {
    let mut words = duty.state.code().to_string();
    let days = [("", duty.due_on), ("by ", duty.met_on)];
    for (before, day) in days.into_iter().filter_map(|(before, day)| Some((before, day?))) {
        words.push_str(&format!(" {before}{day}"));
    }
    if let Some(why) = duty.unknown {
        words.push_str(&format!(" {}", why.key()));
    }
    if duty.count > 0 {
        words.push_str(&format!(" x{}", duty.count));
    }
    if let Some(who) = duty.about.person.filter(|who| ![PARENT, CHILD].contains(who)) {
        words.push_str(&format!(" @{}", who.0));
    }
    words
}
