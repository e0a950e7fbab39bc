//! Children's words from wherever they were written down, in one place, and the children of whom there are none.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::named_params;

use crate::domain::access::Right;
use crate::domain::child_word::{Heard, HeardIn};
use crate::domain::codes::{Answer, HeardAt};
use crate::domain::directory::FamilyName;
use crate::domain::discretion::PersonName;
use crate::domain::ids::{ChildWordId, FamilyId, LadderMoveId, PersonId};
use crate::domain::measurement::{Held, ItemKind};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::visit::figures::WORD_DAYS;
use crate::store::Store;
use crate::store::coded::{Coded, Dated};
use crate::store::visits::reading;

/// A family's quotations.
pub(super) const QUOTATIONS: &str = "
    SELECT w.child, w.on_day, w.words, w.heard_at, s.name, w.to_parents, w.id
    FROM child_word w JOIN staff s ON s.id = w.heard_by WHERE w.family = :family";

/// What children said after visits, on the day and later.
pub(super) const OF_VISITS: &str = "
    SELECT a.child, o.on_day, o.words_same_day, o.words_later
    FROM arrangement a JOIN occurrence o ON o.arrangement = a.id
    WHERE a.family = :family AND (o.words_same_day IS NOT NULL OR o.words_later IS NOT NULL)";

/// What children said when a step was taken on the visit ladder.
pub(super) const OF_MOVES: &str =
    "SELECT l.child, l.on_day, l.words, l.id FROM member m CROSS JOIN ladder_move l ON l.child = m.id
     WHERE m.family = :family AND l.words IS NOT NULL";

/// Children of whom nobody has heard a word since a day, wherever words are written down, though they have been placed
/// that long or been to visits; those who were heard longest ago first, with that day.
pub(super) const WORDLESS: &str = "
    SELECT f.id, f.name, f.case_ref, m.id, m.given_name, max(
        coalesce((SELECT max(w.on_day) FROM child_word w WHERE w.child = m.id), ''),
        coalesce((SELECT max(o.on_day) FROM arrangement a JOIN occurrence o ON o.arrangement = a.id
                  WHERE a.child = m.id AND o.outcome = 'held'
                    AND (o.child_word IS NOT NULL OR o.words_same_day IS NOT NULL OR o.words_later IS NOT NULL)), ''),
        coalesce((SELECT max(e.on_day) FROM measurement e WHERE e.person = m.id AND e.rater = 'person'), '')) AS last
    FROM family f CROSS JOIN member m ON m.family = f.id
    WHERE m.role = 'child' AND f.status IN ('active', 'paused')
      AND {reached}
      AND (EXISTS (SELECT 1 FROM placement p
                   WHERE p.person = m.id AND p.ended_on IS NULL AND p.started_on <= :since)
           OR EXISTS (SELECT 1 FROM arrangement a JOIN occurrence o ON o.arrangement = a.id
                      WHERE a.child = m.id AND o.outcome = 'held' AND o.on_day BETWEEN :year AND :since))
      AND last < :since
    ORDER BY last, f.sort_key, m.id LIMIT :most";

/// A child of whom nobody has heard a word for long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wordless {
    /// The family.
    pub family: FamilyName,
    /// The child.
    pub child: PersonId,
    /// What it is called.
    pub called: PersonName,
    /// The last day on which there was a word.
    pub last: Option<NaiveDate>,
}

impl Store {
    /// The words of a family's children, newest first, wherever they were written down.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn words_of(&self, family: FamilyId) -> Result<Vec<Heard>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let mut all = Vec::new();
        let asked = named_params! {":family": family.0};
        reading::each(&self.connection, QUOTATIONS, asked, |row| {
            all.push(Heard {
                child: PersonId(row.get(0)?),
                on: row.get::<_, Dated>(1)?.0,
                words: row.get(2)?,
                at: row.get::<_, Coded<HeardAt>>(3)?.0,
                by: row.get(4)?,
                asked: None,
                to_parents: row.get::<_, Option<Coded<Answer>>>(5)?.map(|code| code.0) == Some(Answer::Yes),
                of: HeardIn::Quotation(ChildWordId(row.get(6)?)),
            });
            Ok(())
        })?;
        let heard =
            |child, on, words, at, of| Heard { child, on, words, at, by: None, asked: None, to_parents: false, of };
        reading::each(&self.connection, OF_VISITS, asked, |row| {
            let (child, on) = (PersonId(row.get(0)?), row.get::<_, Dated>(1)?.0);
            for column in [2, 3] {
                let words: Option<String> = row.get(column)?;
                all.extend(words.map(|words| heard(child, on, words, HeardAt::Visit, HeardIn::Visit)));
            }
            Ok(())
        })?;
        reading::each(&self.connection, OF_MOVES, asked, |row| {
            let of = HeardIn::LadderMove(LadderMoveId(row.get(3)?));
            all.push(heard(PersonId(row.get(0)?), row.get::<_, Dated>(1)?.0, row.get(2)?, HeardAt::Other, of));
            Ok(())
        })?;
        let children: HashMap<PersonId, ()> = self.children_of(family)?.into_iter().map(|child| (child, ())).collect();
        for stored in self.measurements(family, None)? {
            let measured = &stored.value;
            let Some(instrument) = self.instruments().named(&measured.instrument) else { continue };
            if !children.contains_key(&measured.person) || instrument.is_of_staff() {
                continue;
            }
            for item in instrument.items.iter().filter(|item| item.kind == ItemKind::Text) {
                let Some(Held::Words(words)) = measured.answer(&item.key).map(|answer| Held::of(item, answer)) else {
                    continue;
                };
                all.push(Heard {
                    child: measured.person,
                    on: measured.on,
                    words: words.to_owned(),
                    at: HeardAt::Measurement,
                    by: measured.asked_by.clone(),
                    asked: Some((instrument.name.clone(), item.key.clone())),
                    to_parents: false,
                    of: HeardIn::Measurement(stored.id),
                });
            }
        }
        all.sort_by_key(|one| std::cmp::Reverse(one.on));
        Ok(all)
    }

    fn children_of(&self, family: FamilyId) -> Result<Vec<PersonId>, Problem> {
        let people = self.people_of(family)?;
        Ok(people.iter().filter(|stored| Person::is_child(&stored.value)).map(|stored| stored.id).collect())
    }

    /// The children of whom nobody has heard a word for ninety days, wherever words are written down, though they have
    /// been placed as long or been to visits; at most so many.
    ///
    /// # Errors
    /// Refused by role.
    pub fn wordless(&self, most: u32, today: NaiveDate) -> Result<Vec<Wordless>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let since = today.checked_sub_days(Days::new(WORD_DAYS)).unwrap_or(today);
        let mut all = Vec::new();
        let year = today.checked_sub_days(Days::new(366)).unwrap_or(today);
        let asked = named_params! {":since": since, ":year": year, ":most": most};
        let sql = WORDLESS.replace("{reached}", &reached.family("f"));
        reading::each(&self.connection, &sql, asked, |row| {
            let family = FamilyName { id: FamilyId(row.get(0)?), name: row.get(1)?, case_ref: row.get(2)? };
            let child = PersonId(row.get(3)?);
            let called = self.placed(family.id, child, &row.get(4)?)?;
            let last: String = row.get(5)?;
            all.push(Wordless { family, child, called, last: last.parse().ok() });
            Ok(())
        })?;
        Ok(all)
    }
}
