//! Plans out of revisions, and two plans beside each other.

use std::collections::BTreeMap;

use super::PlanRevision;
use crate::domain::entry::Draft;
use crate::domain::goal::Goal;

/// What is agreed of a goal: its fields by name, in codes.
pub type Agreed = BTreeMap<String, String>;

/// What is agreed of somebody's goals, by number.
pub type Plan = BTreeMap<u32, Agreed>;

/// What is agreed of a goal as it stands.
pub fn agreed(goal: &Goal) -> Agreed {
    let draft = crate::domain::goal::said(goal, Draft::default());
    draft.filled().map(|(key, text)| (key.to_owned(), text.to_owned())).collect()
}

/// A field as a revision keeps it.
fn split(field: &str) -> (&str, &str) {
    field.split_once('=').unwrap_or((field, ""))
}

impl PlanRevision {
    /// What changed between two states of a goal, as the two sides of a revision; none where nothing did.
    pub fn between(was: &Agreed, is: &Agreed) -> Option<(Vec<String>, Vec<String>)> {
        let differs = |one: &Agreed, other: &Agreed| -> Vec<String> {
            let of = one.iter().filter(|(key, text)| other.get(*key) != Some(text));
            of.map(|(key, text)| format!("{key}={text}")).collect()
        };
        let sides = (differs(was, is), differs(is, was));
        (!sides.0.is_empty() || !sides.1.is_empty()).then_some(sides)
    }

    /// The fields that it is about, each as it was and as it is since.
    pub fn fields(&self) -> BTreeMap<&str, (Option<&str>, Option<&str>)> {
        let mut fields: BTreeMap<&str, (Option<&str>, Option<&str>)> = BTreeMap::new();
        for (key, text) in self.was.iter().map(|field| split(field)) {
            fields.entry(key).or_default().0 = Some(text);
        }
        for (key, text) in self.is.iter().map(|field| split(field)) {
            fields.entry(key).or_default().1 = Some(text);
        }
        fields
    }

    /// Lays it over a plan.
    fn lay_over(&self, plan: &mut Plan) {
        self.turn(plan, |(was, is)| (was, is));
    }

    /// Takes it off a plan.
    fn take_off(&self, plan: &mut Plan) {
        self.turn(plan, |(was, is)| (is, was));
    }

    fn turn<'a>(
        &'a self,
        plan: &mut Plan,
        way: impl Fn((Option<&'a str>, Option<&'a str>)) -> (Option<&'a str>, Option<&'a str>),
    ) {
        let goal = plan.entry(self.goal).or_default();
        for (key, sides) in self.fields() {
            match way(sides).1 {
                Some(text) => drop(goal.insert(key.to_owned(), text.to_owned())),
                None => drop(goal.remove(key)),
            }
        }
        if goal.is_empty() {
            plan.remove(&self.goal);
        }
    }
}

/// The plan that revisions make, oldest first, of what there was before them.
pub fn fold<'r>(opening: Plan, revisions: impl IntoIterator<Item = &'r PlanRevision>) -> Plan {
    revisions.into_iter().fold(opening, |mut plan, revision| {
        revision.lay_over(&mut plan);
        plan
    })
}

/// What there was before all revisions, oldest first, of a plan as it stands: of goals that came out of a file, whose
/// making nobody here saw.
pub fn opening<'r>(plan: Plan, revisions: impl DoubleEndedIterator<Item = &'r PlanRevision>) -> Plan {
    revisions.rev().fold(plan, |mut plan, revision| {
        revision.take_off(&mut plan);
        plan
    })
}

/// How a goal of one plan differs from that of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// It is new.
    New,
    /// It is gone.
    Gone,
    /// Its fields changed: each as it was and as it is.
    Changed(BTreeMap<String, (Option<String>, Option<String>)>),
}

/// What changed from one plan to another, by the number of the goal.
pub fn compare(one: &Plan, other: &Plan) -> BTreeMap<u32, Difference> {
    let mut differences = BTreeMap::new();
    for (number, is) in other {
        let Some(was) = one.get(number) else {
            differences.insert(*number, Difference::New);
            continue;
        };
        let keys = was.keys().chain(is.keys().filter(|key| !was.contains_key(*key)));
        let changed = keys.filter(|key| was.get(*key) != is.get(*key));
        let fields: BTreeMap<_, _> =
            changed.map(|key| (key.clone(), (was.get(key).cloned(), is.get(key).cloned()))).collect();
        if !fields.is_empty() {
            differences.insert(*number, Difference::Changed(fields));
        }
    }
    for number in one.keys().filter(|number| !other.contains_key(number)) {
        differences.insert(*number, Difference::Gone);
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::{Area, GoalState};
    use crate::domain::ids::{FamilyId, PersonId};
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    fn goal() -> impl Strategy<Value = Goal> {
        let texts = prop::sample::select(vec!["Läsa", "a=b", "semi;kolon", "\"citat\""]);
        let day: NaiveDate = "2026-03-09".parse().unwrap();
        (texts, 0_u64..9, 1_u32..=10, prop::option::of(-2_i8..=2), any::<bool>(), prop::option::of(-2_i8..=2)).prop_map(
            move |(text, days, weight, start, is_done, now)| Goal {
                target_on: (days > 4).then(|| day + Days::new(days)),
                weight,
                start,
                now,
                state: if is_done { GoalState::Done } else { GoalState::Open },
                levels: [None, Some(text.to_owned()), None, None, None],
                ..Goal::new(FamilyId(1), PersonId(2), Area::School, text, day)
            },
        )
    }

    /// What is made of acts on goals of three numbers: each writes a goal anew, or takes it out.
    fn acted(acts: &[(u32, Option<Goal>)]) -> (Plan, Vec<PlanRevision>) {
        let (mut plan, mut revisions) = (Plan::new(), Vec::new());
        let mut on: NaiveDate = "2026-03-09".parse().unwrap();
        for (number, goal) in acts {
            on = on + Days::new(1);
            let is = goal.as_ref().map(agreed).unwrap_or_default();
            let was = plan.get(number).cloned().unwrap_or_default();
            let Some((was, sides_is)) = PlanRevision::between(&was, &is) else { continue };
            let of = (FamilyId(1), PersonId(2));
            let by = "Karin".to_owned();
            revisions.push(PlanRevision { family: of.0, person: of.1, on, by, goal: *number, was, is: sides_is });
            if is.is_empty() {
                plan.remove(number)
            } else {
                plan.insert(*number, is)
            };
        }
        (plan, revisions)
    }

    proptest! {
        #[test]
        fn a_plan_is_the_fold_of_its_revisions(
            acts in prop::collection::vec((1_u32..4, prop::option::of(goal())), 0..12),
            at in any::<prop::sample::Index>(),
        ) {
            let (plan, revisions) = acted(&acts);
            prop_assert_eq!(&fold(Plan::new(), &revisions), &plan);
            prop_assert_eq!(opening(plan.clone(), revisions.iter()), Plan::new());
            let place = at.index(revisions.len() + 1);
            let before = fold(Plan::new(), &revisions[..place]);
            prop_assert_eq!(&fold(before.clone(), &revisions[place..]), &plan, "from any day on");
            let differences = compare(&before, &plan);
            prop_assert_eq!(differences.is_empty(), before == plan);
        }
    }

    #[test]
    fn two_days_are_compared_goal_by_goal() {
        let day = "2026-03-09".parse().unwrap();
        let goal = |text: &str| Goal::new(FamilyId(1), PersonId(2), Area::School, text, day);
        let first = Plan::from([(1, agreed(&goal("Läsa"))), (2, agreed(&goal("Sova")))]);
        let heavier = Goal { weight: 3, target_on: Some(day), ..goal("Läsa") };
        let second = Plan::from([(1, agreed(&heavier)), (3, agreed(&goal("Vänner")))]);
        let differences = compare(&first, &second);
        assert_eq!(differences[&2], Difference::Gone);
        assert_eq!(differences[&3], Difference::New);
        let Difference::Changed(fields) = &differences[&1] else { panic!("{differences:?}") };
        let fields: Vec<_> =
            fields.iter().map(|(key, (was, is))| (key.as_str(), was.as_deref(), is.as_deref())).collect();
        assert_eq!(fields, [("target_on", None, Some("2026-03-09")), ("weight", None, Some("3"))]);
    }
}
