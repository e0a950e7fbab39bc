//! Reviews of who looked: made for a stretch of days, with findings that whoever leads decides on, one after the
//! other. Both stand in the journal like any record, so that the chain tells who found what.
//!
//! | file | idea |
//! |---|---|
//! | `facts` | what is known of those who read and of what they read |
//! | `rows` | reviews and findings as they are kept |

mod facts;
mod rows;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use rusqlite::{OptionalExtension, Transaction, named_params};

use crate::domain::access::{Reach, Right};
use crate::domain::codes::{AccessDecision, AccessSignal};
use crate::domain::ids::{FamilyId, UserId};
use crate::domain::looked::families::numbers;
use crate::domain::looked::review::{Found, sample, signals};
use crate::domain::matter::Matter;
use crate::domain::problem::{Kind, Problem};
use crate::store::journal::{Cause, Deed, Entry, next_change};
use crate::store::{LookAsked, LookRow, Store, not_found};

pub(in crate::store) use rows::{Finding, Review};

/// A finding, with what those it names are called.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingRow {
    /// Which finding.
    pub id: i64,
    /// Which review found it.
    pub review: i64,
    /// Why.
    pub signal: AccessSignal,
    /// Who read.
    pub user: String,
    /// Which family: what it is called, and its case reference. None where it is several.
    pub family: Option<(FamilyId, String, String)>,
    /// The readings behind it, newest first; those of families that the asker does not reach are left out.
    pub looks: Vec<LookRow>,
    /// What was decided.
    pub decision: Option<AccessDecision>,
    /// Why.
    pub note: Option<String>,
    /// By whom.
    pub decided_by: Option<String>,
}

/// Where the unit is with its reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReviewStand {
    /// Findings on which nobody has decided.
    pub undecided: usize,
    /// The last day that has been reviewed.
    pub until: Option<NaiveDate>,
    /// Whether the next review is due.
    pub is_due: bool,
}

impl Store {
    /// Asks for reviewing: whoever reads the journal and reaches cases.
    fn ask_to_review(&self) -> Result<(), Problem> {
        self.ask(Right::ReadJournal)?;
        self.ask(Right::ReadCases).map(drop)
    }

    /// Where the team is with its reviews.
    ///
    /// # Errors
    /// Refused to whoever does not review.
    pub fn review_stand(&self, today: NaiveDate) -> Result<ReviewStand, Problem> {
        self.ask_to_review()?;
        let (undecided, until): (i64, Option<NaiveDate>) = self
            .connection
            .prepare_cached(
                "SELECT (SELECT count(*) FROM access_finding f JOIN access_review r ON r.id = f.review
                         WHERE f.decision IS NULL AND r.team = u.team),
                        (SELECT max(until_day) FROM access_review r WHERE r.team = u.team)
                 FROM user u WHERE u.id = :user",
            )?
            .query_row(named_params! {":user": self.actor.id.0}, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let every = Days::new(self.access.review.every_days.into());
        // Where there has never been a review, the first is due once there is as much to review.
        let since = match until {
            Some(until) => Some(until),
            None => self.first_look()?,
        };
        let is_due = since.and_then(|since| since.checked_add_days(every)).is_some_and(|due| due <= today);
        Ok(ReviewStand { undecided: usize::try_from(undecided).unwrap_or_default(), until, is_due })
    }

    /// The day of the first row that tells of reading.
    fn first_look(&self) -> Result<Option<NaiveDate>, Problem> {
        let at: Option<String> = self
            .connection
            .prepare_cached("SELECT at FROM journal ORDER BY id LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(at.and_then(|at| at.get(..10)?.parse().ok()))
    }

    /// Reviews what was read between two days: from after the last review, or as long as the unit has it, until
    /// yesterday, unless something else is said.
    ///
    /// # Errors
    /// Refused to whoever does not review; days that are not in order or not over.
    pub fn make_review(
        &self,
        from: Option<NaiveDate>,
        until: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<i64, Problem> {
        let stand = self.review_stand(today)?;
        let until = until.or_else(|| today.pred_opt()).unwrap_or(today);
        let every = Days::new(self.access.review.every_days.into());
        let next = stand.until.and_then(|day| day.succ_opt());
        let from = from.or(next).or_else(|| today.checked_sub_days(every)).unwrap_or(until);
        if until < from {
            return Err(Problem::new(Kind::Usage, "days-in-order"));
        }
        let asked = LookAsked { from: Some(from), to: Some(until), ..LookAsked::default() };
        let looks = self.looks_naming(&asked, usize::MAX)?;
        let seen = facts::seen(&looks);
        let facts = self.facts(&seen)?;
        let mut found = signals(&seen, &facts, &self.access.review);
        let among: BTreeSet<i64> = seen.iter().filter(|one| !one.was_refused).map(|one| one.row).collect();
        let token = self.casebook_token()?;
        self.write(|transaction| {
            let number = rows::next_review(transaction)?;
            for row in sample(&among, &format!("{token} {number}"), self.access.review.samples) {
                let Some(one) = seen.iter().find(|one| one.row == row) else { continue };
                let is_one = seen.iter().filter(|other| other.row == row).count() == 1;
                let family = is_one.then_some(one.family);
                found.push(Found { signal: AccessSignal::Sample, user: one.user, family, rows: BTreeSet::from([row]) });
            }
            self.keep_review(transaction, number, (from, until), (among.len(), &found))?;
            Ok(number)
        })
    }

    fn keep_review(
        &self,
        transaction: &Transaction<'_>,
        number: i64,
        (from_day, until_day): (NaiveDate, NaiveDate),
        (among, found): (usize, &[Found]),
    ) -> Result<(), Problem> {
        let team = rows::team_of(transaction, self.actor.id)?;
        let among = i64::try_from(among).unwrap_or(i64::MAX);
        let review = Review { team, from_day, until_day, made_by: self.actor.id, among };
        let change = next_change(transaction)?;
        let cause = Cause::Person;
        review.put(transaction, number)?;
        let deed = Deed::Add(super::rows::said(&review)?);
        let (noun, family) = (Review::NOUN, None);
        self.write_entry(transaction, &Entry { change, cause, noun, record: number, family, deed })?;
        for one in found {
            let finding = Finding {
                review: number,
                signal: one.signal,
                user: one.user,
                family: one.family,
                rows: numbers(&one.rows),
                decision: None,
                note: None,
                decided_by: None,
            };
            let record = finding.put(transaction)?;
            let deed = Deed::Add(super::rows::said(&finding)?);
            let (noun, family) = (Finding::NOUN, finding.family);
            self.write_entry(transaction, &Entry { change, cause, noun, record, family, deed })?;
        }
        Ok(())
    }

    /// Findings of the team on which nobody has decided, oldest first; or all of one review.
    ///
    /// # Errors
    /// Refused to whoever does not review.
    pub fn findings(&self, review: Option<i64>) -> Result<Vec<FindingRow>, Problem> {
        self.ask_to_review()?;
        let mut found = Vec::new();
        for (id, finding) in rows::findings(&self.connection, self.actor.id, review)? {
            found.push(self.finding_row(id, finding)?);
        }
        Ok(found)
    }

    fn finding_row(&self, id: i64, finding: Finding) -> Result<FindingRow, Problem> {
        let Finding { review, signal, user, family, rows, decision, note, decided_by } = finding;
        let called = |user: UserId| rows::called(&self.connection, user);
        let family = match family {
            Some(family) if self.reaches(Right::ReadCases, family) => {
                self.saw(Finding::NOUN, [family]);
                rows::family_called(&self.connection, family)?.map(|(name, case_ref)| (family, name, case_ref))
            }
            _ => None,
        };
        Ok(FindingRow {
            id,
            review,
            signal,
            user: called(user)?,
            family,
            looks: self.looks_of_rows(&rows)?,
            decision,
            note,
            decided_by: decided_by.map(called).transpose()?,
        })
    }

    /// Decides on a finding. Nobody decides on what they have read themselves, if there is somebody else who may.
    ///
    /// # Errors
    /// Refused to whoever does not review, and of one's own reading; no such finding; one that is decided.
    pub fn decide(&self, id: i64, decision: AccessDecision, note: Option<&str>) -> Result<(), Problem> {
        self.ask_to_review()?;
        self.write(|transaction| {
            let missing = || not_found(Finding::NOUN);
            let finding = rows::finding(transaction, self.actor.id, id)?.ok_or_else(missing)?;
            if finding.decision.is_some() {
                return Err(Problem::new(Kind::Refused, "finding-decided"));
            }
            if finding.user == self.actor.id && rows::is_another_leader(transaction, self.actor.id)? {
                return Err(Problem::new(Kind::Refused, "finding-own"));
            }
            let note = note.map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
            let (decision, decided_by) = (Some(decision), Some(self.actor.id));
            let decided = Finding { decision, note, decided_by, ..finding.clone() };
            decided.decide(transaction, id)?;
            let changed = |finding: &Finding| {
                let mut said = super::rows::said(finding)?;
                said.retain(|field, _| ["decision", "note", "decided_by"].contains(&field.as_str()));
                Ok::<_, Problem>(said)
            };
            let change = next_change(transaction)?;
            let deed = Deed::Change(changed(&finding)?, changed(&decided)?);
            let (noun, family, cause) = (Finding::NOUN, finding.family, Cause::Person);
            self.write_entry(transaction, &Entry { change, cause, noun, record: id, family, deed })
        })
    }

    /// What of its reviews whoever leads finds on the week.
    pub(in crate::store) fn review_matters(&self, today: NaiveDate) -> Result<Vec<Matter>, Problem> {
        if self.reach(Right::ReadCases) == Reach::Nothing {
            return Ok(Vec::new());
        }
        let stand = self.review_stand(today)?;
        let matter = |about, args, since| Matter { about, args, family: None, record: None, since };
        Ok(match stand {
            ReviewStand { undecided: 0, is_due: false, .. } => Vec::new(),
            ReviewStand { undecided: 0, until, .. } => vec![matter("review-due", Vec::new(), until)],
            ReviewStand { undecided, until, .. } => {
                vec![matter("review-undecided", vec![("count", undecided.to_string())], until)]
            }
        })
    }
}
