//! What duties look at of measurements and children's words, read for many families at once.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::named_params;

use crate::domain::codes::Rater;
use crate::domain::deadlines::{Case, Done, Fact, How};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::measurement::{self, Instrument, Measured, Measurement, areas_of};
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::coded::{Coded, Dated};
use crate::store::visits::reading;

/// Measurements up to today, and quotations, of some families.
pub(in crate::store) const MEASURED: [&str; 2] = [
    "SELECT family, person, instrument, edition, on_day, rater, answers, talked_on, id FROM measurement
     WHERE family IN (SELECT value FROM json_each(:ids)) AND on_day <= :today ORDER BY family, on_day, id",
    "SELECT family, child, on_day FROM child_word
     WHERE family IN (SELECT value FROM json_each(:ids)) AND on_day <= :today",
];

impl Store {
    /// Adds to cases what instruments, measurements and children's words have to do with their duties.
    pub(in crate::store) fn read_measured(
        &self,
        ids: &str,
        today: NaiveDate,
        cases: &mut [Case],
    ) -> Result<(), Problem> {
        let mut measured: HashMap<FamilyId, Vec<Measured>> = HashMap::new();
        let asked = named_params! {":ids": ids, ":today": today};
        reading::each(&self.connection, MEASURED[0], asked, |row| {
            let instrument: String = row.get(2)?;
            let known = self.instruments().named(&instrument);
            let rater = row.get::<_, Coded<Rater>>(5)?.0;
            let can_be_weak = |one: &Instrument| rater == Rater::Person && one.scoring.weak_at_most.is_some();
            let is_read = |one: &Instrument| can_be_weak(one) || one.items.iter().any(|item| item.alert.is_some());
            let answers: BTreeMap<String, String> = match known.is_some_and(is_read) {
                true => serde_json::from_str(&row.get::<_, String>(6)?).unwrap_or_default(),
                false => BTreeMap::new(),
            };
            let one = Measurement {
                family: FamilyId(row.get(0)?),
                person: PersonId(row.get(1)?),
                instrument,
                edition: row.get(3)?,
                on: row.get::<_, Dated>(4)?.0,
                rater,
                way: None,
                asked_by: None,
                answers,
                talked_on: row.get::<_, Option<Dated>>(7)?.map(|day| day.0),
            };
            // What is to be seen to soonest is what all of it waits for.
            let alerts = known.map(|known| one.alerts(known)).unwrap_or_default();
            let soonest = alerts.iter().map(|(_, alert)| alert.within);
            let own = &self.unit().days;
            let alert = soonest.min_by_key(|within| within.from(one.on, own));
            let areas = known.filter(|known| can_be_weak(known)).map(|known| areas_of(known, &one)).unwrap_or_default();
            let Measurement { family, person, instrument, on, talked_on, .. } = one;
            // The worker's own marks stand beside; they are nobody's answers.
            if rater == Rater::Person || known.is_some_and(|known| known.is_of_staff()) {
                let one = Measured { id: row.get(8)?, person, instrument, on, alert, talked_on, areas };
                measured.entry(family).or_default().push(one);
            }
            Ok(())
        })?;
        let mut heard: HashMap<FamilyId, Vec<Done>> = HashMap::new();
        reading::each(&self.connection, MEASURED[1], asked, |row| {
            let (person, on) = (Some(PersonId(row.get(1)?)), row.get::<_, Dated>(2)?.0);
            let done = Done { what: Fact::ChildVoice, on, person, how: How::Well };
            heard.entry(FamilyId(row.get(0)?)).or_default().push(done);
            Ok(())
        })?;
        for case in cases {
            case.done.extend(heard.remove(&case.family).unwrap_or_default());
            let of_family = measured.remove(&case.family).unwrap_or_default();
            measurement::due(case, self.instruments(), &of_family, &self.unit().days, today);
        }
        Ok(())
    }
}
