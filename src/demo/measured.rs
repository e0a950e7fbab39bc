//! What the demo's families answered: baselines and follow-ups that move a little, what the team says of the support to
//! parents, and what children said. It has a stream of chance of its own, so that nothing else of the demo hangs on it.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::dice::Dice;
use super::people::Household;
use super::scene::member;
use crate::domain::child_word::Quotation;
use crate::domain::codes::{Answer, FamilyStatus, HeardAt, MemberRole, Rater};
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::measurement::{Beginning, Instrument, Instruments, ItemKind, Measurement};
use crate::domain::person::age;

/// What was measured and said of a family, people by their places.
#[derive(Default)]
pub struct Told {
    pub measured: Vec<Measurement>,
    pub words: Vec<Quotation>,
}

/// Sets the stream apart from that of the family.
const STREAM: u64 = 0x6d65_6173;

/// What children say, between the lines of a day.
const WORDS: [&str; 12] = [
    "Ali går i min klass. Jag vill börja på något, kanske judo.",
    "Det är bra här, men jag saknar katten.",
    "Jag vill veta när jag får träffa mormor.",
    "Mamma lyssnade när jag berättade om skolan.",
    "Ibland är det svårt att somna.",
    "Jag tycker om när vi lagar mat tillsammans.",
    "Det är jobbigt när alla frågar samma sak.",
    "Jag vill att min bror ska få följa med.",
    "Läraren hjälpte mig med matten i dag.",
    "Jag vet inte varför jag bor här.",
    "Fotbollen är det bästa på hela veckan.",
    "Kan vi prata om något annat än möten?",
];

const KEEP: [&str; 4] = ["Kompisarna i klassen.", "Att jag har ett eget rum.", "Fredagarna.", "Att vi spelar kort."];
const WISH: [&str; 4] =
    ["Att jag får börja på simning.", "Att vi ses oftare.", "Lugnare kvällar.", "Mer hjälp i skolan."];

/// Draws it.
pub fn draw((seed, index): (u64, u32), family: &Family, household: &Household, today: NaiveDate) -> Told {
    let mut told = Told::default();
    if family.status == FamilyStatus::Enquiry {
        return told;
    }
    let mut draw = Draw { dice: Dice::new(seed ^ STREAM, index), family, until: family.closed_on.unwrap_or(today) };
    for place in 0..household.people.len() {
        let person = &household.people[place].member;
        let years = person.birth_on.and_then(|born| u32::try_from(age(born, family.started_on)).ok());
        let baseline = Instruments::shipped().all().iter().find(|one| {
            let begins = one.interval.as_ref().and_then(|interval| interval.from);
            begins == Some(Beginning::FamilyStarted) && one.is_for(person.role) && one.is_for_age(years)
        });
        if let Some(instrument) = baseline {
            draw.measure(instrument, member(place), &mut told);
        }
        let is_parent = matches!(person.role, MemberRole::Mother | MemberRole::Father);
        if is_parent && !household.placements.is_empty() {
            draw.support(member(place), &mut told);
        }
        let speaks = person.birth_on.is_none_or(|born| age(born, today) >= 5);
        if person.role == MemberRole::Child && speaks {
            draw.say(member(place), &mut told);
        }
    }
    told
}

struct Draw<'a> {
    dice: Dice,
    family: &'a Family,
    until: NaiveDate,
}

impl Draw<'_> {
    fn day(&mut self, from: i64, to: i64) -> Option<NaiveDate> {
        let days = self.dice.between(from, to).unsigned_abs();
        self.family.started_on.checked_add_days(Days::new(days)).filter(|day| *day <= self.until)
    }

    fn asker(&self, role_is_child: bool) -> Option<String> {
        let first = if role_is_child { &self.family.child_support } else { &self.family.parent_support };
        first.first().or(self.family.child_support.first()).cloned()
    }

    /// A baseline, and follow-ups about every half year; each step moves a little from where it was.
    fn measure(&mut self, instrument: &Instrument, person: PersonId, told: &mut Told) {
        if self.dice.chance(12) {
            return;
        }
        let is_child = instrument.answered_by.contains(&crate::domain::measurement::Answerer::Role(MemberRole::Child));
        let mut steps: BTreeMap<String, i64> = BTreeMap::new();
        for turn in 0..4_i64 {
            let Some(on) = self.day(turn * 182 + 5, turn * 182 + 24) else { break };
            if turn > 0 && self.dice.chance(15) {
                continue;
            }
            let mut one = Measurement::new(FamilyId(0), person, instrument, on);
            one.asked_by = self.asker(is_child);
            for item in &instrument.items {
                if let Some(answer) = self.answer(item.kind, &item.key, turn, &mut steps, item.options.len()) {
                    let answer = match (item.kind, answer.parse::<usize>()) {
                        (ItemKind::Many | ItemKind::Choice, Ok(place)) => item.options[place].key.clone(),
                        _ => answer,
                    };
                    one.answers.insert(item.key.clone(), answer);
                }
            }
            // What raised an alert was talked about, but for what was said the other day.
            one.talked_on = (!one.alerts(instrument).is_empty()).then_some(on);
            let other = self.dice.chance(45).then(|| self.workers(instrument, &one));
            told.measured.push(one);
            told.measured.extend(other);
        }
    }

    fn answer(
        &mut self,
        kind: ItemKind,
        key: &str,
        turn: i64,
        steps: &mut BTreeMap<String, i64>,
        options: usize,
    ) -> Option<String> {
        match kind {
            ItemKind::Scale => {
                let before = steps.get(key).copied();
                let step = match before {
                    None => self.dice.weighted(&[(6, 0), (22, 1), (32, 2), (28, 3), (12, 4)]),
                    Some(before) => before + self.dice.weighted(&[(10, -1), (45, 0), (36, 1), (9, 2)]),
                };
                let step = step.clamp(0, 4);
                steps.insert(key.to_owned(), step);
                let beside = self.dice.weighted(&[(93, ""), (4, "(unknown)"), (3, "(did_not_want)")]);
                Some(if beside.is_empty() { step.to_string() } else { beside.to_owned() })
            }
            ItemKind::Choice | ItemKind::Many => Some(self.dice.below(u32::try_from(options).unwrap_or(1)).to_string()),
            ItemKind::Text if self.dice.chance(if turn == 0 { 70 } else { 40 }) => {
                let list: &[&str] = if key == "keep" { &KEEP } else { &WISH };
                self.dice.pick(list).map(|text| (*text).to_owned())
            }
            ItemKind::Text => None,
        }
    }

    /// What the support person marks beside: most of it the same, a little otherwise.
    fn workers(&mut self, instrument: &Instrument, own: &Measurement) -> Measurement {
        let scale = instrument.items.iter().filter(|item| item.kind == ItemKind::Scale);
        let mut answers = BTreeMap::new();
        for item in scale {
            let Some(step) = own.answer(&item.key).and_then(|answer| answer.parse::<i64>().ok()) else { continue };
            let other = (step + self.dice.weighted(&[(22, -1), (58, 0), (20, 1)])).clamp(0, 4);
            answers.insert(item.key.clone(), other.to_string());
        }
        Measurement { rater: Rater::Worker, way: None, talked_on: None, answers, ..own.clone() }
    }

    /// What the team says of the support to a parent.
    fn support(&mut self, person: PersonId, told: &mut Told) {
        let Some(instrument) = Instruments::shipped().all().iter().find(|one| one.is_of_staff()) else { return };
        if self.dice.chance(30) {
            return;
        }
        for turn in 0..3_i64 {
            let Some(on) = self.day(turn * 182 + 8, turn * 182 + 27) else { break };
            let mut one = Measurement::new(FamilyId(0), person, instrument, on);
            one.asked_by = self.asker(false);
            let enough = self.dice.weighted(&[(31, "yes"), (38, "partly"), (21, "no"), (10, "unclear")]);
            let own = self.dice.weighted(&[(27, "enough"), (33, "partly"), (18, "not"), (22, "not_asked")]);
            let says = [("needs_support", "yes"), ("needs_what", "visits;parenting"), ("gets_enough", enough)];
            let says = says.into_iter().chain([("own_view", own), ("given_by", "us"), ("form", "open_service")]);
            one.answers = says.map(|(item, answer)| (item.to_owned(), answer.to_owned())).collect();
            told.measured.push(one);
        }
    }

    /// What a child said in the last months.
    fn say(&mut self, child: PersonId, told: &mut Told) {
        let Some(heard_by) = self.asker(true) else { return };
        for back in [150_i64, 75, 30] {
            if !self.dice.chance(38) {
                continue;
            }
            let days = self.dice.between(back - 25, back).unsigned_abs();
            let on = self.until.checked_sub_days(Days::new(days)).filter(|day| *day >= self.family.started_on);
            let (Some(on), Some(words)) = (on, self.dice.pick(&WORDS)) else { continue };
            told.words.push(Quotation {
                family: FamilyId(0),
                child,
                on,
                words: (*words).to_owned(),
                heard_at: self.dice.weighted(&[(70, HeardAt::Session), (20, HeardAt::Interview), (10, HeardAt::Phone)]),
                heard_by: heard_by.clone(),
                to_parents: self.dice.weighted(&[(60, None), (25, Some(Answer::No)), (15, Some(Answer::Yes))]),
            });
        }
    }
}
