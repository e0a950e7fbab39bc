//! What is worked out of every family, some families at a turn, between keys: the duties of the week, and what is at
//! hand of the visits. It is kept, and only what was written since is worked out again; no key waits for it.
//!
//! While it is worked out for the first time what there is can be shown, ever more seldom the more there is
//! ([`Counts::turn`]). Where all is to be worked out anew, what was known is shown until the other is whole.

use chrono::NaiveDate;

use crate::domain::deadlines::Docket;
use crate::domain::ids::FamilyId;
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::Sight;
use crate::store::{Since, Store, Survey, Whose};

/// How many days ahead duties are at hand.
pub const AHEAD: u64 = 7;

/// After so many turns what there is is shown for the first time.
const SOON: usize = 64;

/// Of so many families what was written of them is worked out before anything else is shown.
const FEW: usize = 8;

/// Something that is worked out of every family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// What waits to be done, for whom.
    Duties(Whose),
    /// What is at hand of everybody's visits.
    Visits,
}

/// What is found family by family.
trait Found: Sized {
    /// Nothing yet.
    fn none(store: &Store, day: NaiveDate) -> Self;
    /// Looks at some more families; a turn may take some two milliseconds.
    fn take(&mut self, store: &Store, survey: &mut Survey) -> Result<bool, Problem>;
    /// Forgets a family.
    fn forget(&mut self, family: FamilyId);
    /// Puts what was found in order, a step at a time; true when it is.
    fn settle(&mut self, store: &Store) -> bool;
}

impl Found for Docket {
    fn none(store: &Store, day: NaiveDate) -> Self {
        Self::new(store.rules(), day, AHEAD)
    }

    fn take(&mut self, store: &Store, survey: &mut Survey) -> Result<bool, Problem> {
        store.survey_duties(survey, self, 2)
    }

    fn forget(&mut self, family: FamilyId) {
        Self::forget(self, family);
    }

    fn settle(&mut self, _: &Store) -> bool {
        Self::settle(self);
        true
    }
}

impl Found for Sight {
    fn none(_: &Store, _: NaiveDate) -> Self {
        Self::default()
    }

    fn take(&mut self, store: &Store, survey: &mut Survey) -> Result<bool, Problem> {
        store.survey_visits(survey, self, 8)
    }

    fn forget(&mut self, family: FamilyId) {
        Self::forget(self, family);
    }

    fn settle(&mut self, store: &Store) -> bool {
        Self::settle(self, &store.unit().travel)
    }
}

/// Something that is found, and how far it has been.
#[derive(Debug)]
struct Work<F> {
    survey: Survey,
    /// What is shown.
    found: F,
    /// What will be shown instead, once it is whole.
    other: Option<F>,
    turns: usize,
    shown_at: usize,
    is_settled: bool,
}

impl<F: Found> Work<F> {
    fn begin(store: &Store, whose: Whose, day: NaiveDate) -> Result<Self, Problem> {
        let survey = store.survey(whose, day)?;
        let found = F::none(store, day);
        Ok(Self { survey, found, other: None, turns: 0, shown_at: SOON, is_settled: true })
    }

    fn is_whole(&self) -> bool {
        self.survey.is_whole() && self.is_settled
    }

    /// One turn; true when there is more to show.
    fn turn(&mut self, store: &Store) -> Result<bool, Problem> {
        let Self { survey, found, other, .. } = self;
        let worked = other.as_mut().unwrap_or(found);
        if !self.is_settled {
            self.is_settled = worked.settle(store);
            if self.is_settled
                && let Some(whole) = self.other.take_if(|_| self.survey.is_whole())
            {
                self.found = whole;
            }
            return Ok(self.is_settled);
        }
        let is_whole = worked.take(store, survey)?;
        self.turns += 1;
        if is_whole || self.other.is_none() && self.turns >= self.shown_at {
            self.shown_at = self.turns * 2;
            self.is_settled = false;
        }
        Ok(false)
    }

    /// Works out again what was written of since, of few families at once.
    fn follow(&mut self, store: &Store, day: NaiveDate) -> Result<(), Problem> {
        let since = if self.survey.day() == day { store.survey_again(&mut self.survey)? } else { Since::Everything };
        match since {
            Since::Nothing => return Ok(()),
            Since::Everything => {
                self.survey = store.survey(self.survey.whose(), day)?;
                self.other = Some(F::none(store, day));
                self.is_settled = true;
                return Ok(());
            }
            Since::Families(changed) => {
                for family in &changed {
                    self.found.forget(*family);
                    self.other.iter_mut().for_each(|other| other.forget(*family));
                }
                let worked = self.other.as_mut().unwrap_or(&mut self.found);
                while changed.len() <= FEW && self.survey.is_behind() {
                    worked.take(store, &mut self.survey)?;
                }
            }
        }
        // What was taken since is in order with it; what is to come instead is put in order when it is whole.
        while !self.found.settle(store) {}
        self.is_settled = self.other.is_none() || !self.survey.is_whole();
        Ok(())
    }
}

/// All that is worked out of every family.
#[derive(Debug, Default)]
pub struct Counts {
    visits: Option<Work<Sight>>,
    mine: Option<Work<Docket>>,
    everyones: Option<Work<Docket>>,
    gaps: usize,
}

impl Counts {
    /// Begins with what every pane shows. Who may read no cases is told of none.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub(super) fn begin(store: &Store, day: NaiveDate) -> Result<Self, Problem> {
        let visits = match Work::begin(store, Whose::Everyones, day) {
            Err(problem) if problem.kind == Kind::Refused => None,
            visits => Some(visits?),
        };
        Ok(Self { visits, ..Self::default() })
    }

    /// How much must be seen to about the visits at hand, as last known whole.
    pub fn gaps(&self) -> usize {
        self.gaps
    }

    /// What is at hand of the visits, as far as it is known.
    pub fn sight(&self) -> Option<&Sight> {
        self.visits.as_ref().map(|work| &work.found)
    }

    /// What waits to be done, as far as it is known.
    pub fn docket(&self, whose: Whose) -> Option<&Docket> {
        self.duties(whose).map(|work| &work.found)
    }

    fn duties(&self, whose: Whose) -> Option<&Work<Docket>> {
        match whose {
            Whose::Mine => self.mine.as_ref(),
            Whose::Everyones => self.everyones.as_ref(),
        }
    }

    /// Whether all of something is known.
    pub fn is_whole(&self, of: Counted) -> bool {
        match of {
            Counted::Visits => self.visits.as_ref().is_none_or(Work::is_whole),
            Counted::Duties(whose) => self.duties(whose).is_none_or(Work::is_whole),
        }
    }

    /// Whether there is something to work out.
    pub fn is_at_work(&self) -> bool {
        [Counted::Visits, Counted::Duties(Whose::Mine), Counted::Duties(Whose::Everyones)]
            .into_iter()
            .any(|of| !self.is_whole(of))
    }

    /// Takes up the duties of one's own families, or of everyone's.
    ///
    /// # Errors
    /// Refused by role.
    pub(in crate::app) fn want(&mut self, store: &Store, whose: Whose, day: NaiveDate) -> Result<(), Problem> {
        let wanted = match whose {
            Whose::Mine => &mut self.mine,
            Whose::Everyones => &mut self.everyones,
        };
        if wanted.is_none() {
            *wanted = Some(Work::begin(store, whose, day)?);
        }
        Ok(())
    }

    /// Takes one turn, with what is wanted first; says of what there is more to show.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub(in crate::app) fn turn(&mut self, store: &Store, first: Counted) -> Result<Option<Counted>, Problem> {
        let order = [first, Counted::Visits, Counted::Duties(Whose::Mine), Counted::Duties(Whose::Everyones)];
        let Some(of) = order.into_iter().find(|of| !self.is_whole(*of)) else { return Ok(None) };
        let is_more = match of {
            Counted::Visits => self.visits.as_mut().map(|work| work.turn(store)),
            Counted::Duties(Whose::Mine) => self.mine.as_mut().map(|work| work.turn(store)),
            Counted::Duties(Whose::Everyones) => self.everyones.as_mut().map(|work| work.turn(store)),
        };
        let is_more = is_more.transpose()?.unwrap_or_default();
        self.count_gaps();
        Ok(is_more.then_some(of))
    }

    /// Comes along with what was written, or with another day.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub(super) fn follow(&mut self, store: &Store, day: NaiveDate) -> Result<(), Problem> {
        if let Some(visits) = &mut self.visits {
            visits.follow(store, day)?;
        }
        for duties in [&mut self.mine, &mut self.everyones].into_iter().flatten() {
            duties.follow(store, day)?;
        }
        self.count_gaps();
        Ok(())
    }

    fn count_gaps(&mut self) {
        if let Some(visits) = self.visits.as_ref().filter(|work| work.is_whole()) {
            self.gaps = visits.found.concerns().len();
        }
    }
}
