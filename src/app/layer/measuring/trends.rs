//! How it has gone for each person: area by area, both raters, as a plot over the days on which it was measured.

use super::became::open_measured;
use super::begin::measure;
use crate::app::cx::Cx;
use crate::app::keys::{Action, Scope};
use crate::app::layer::{Place, Then};
use crate::app::list::Move;
use crate::domain::access::Right;
use crate::domain::codes::Rater;
use crate::domain::ids::{FamilyId, MeasurementId, PersonId};
use crate::domain::measurement::{Group, Instrument, Measurement, Standing, group, standings};
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Trends of a family on the screen: one person and one instrument at a time.
#[derive(Debug)]
pub struct Trends {
    /// What people are called, those of whom something is measured.
    pub people: Vec<(PersonId, String)>,
    /// Which of them is shown.
    pub person: usize,
    /// The instruments that the person was measured with.
    pub instruments: Vec<Instrument>,
    /// Which of them is shown.
    pub instrument: usize,
    /// The marked area.
    pub area: usize,
    family: FamilyId,
    all: Vec<Standing>,
    measured: Vec<Stored<Measurement>>,
}

/// Opens the trends of the open family, at whoever is marked on its page.
pub(in crate::app) fn open_trends(cx: &mut Cx) -> Result<Then, Problem> {
    let Some(open) = &cx.open else { return Ok(Then::Stay) };
    let (family, sought) = (open.id(), open.person());
    let mut layer = Trends {
        people: Vec::new(),
        person: 0,
        instruments: Vec::new(),
        instrument: 0,
        area: 0,
        family,
        all: Vec::new(),
        measured: Vec::new(),
    };
    layer.read(cx)?;
    if layer.people.is_empty() {
        cx.trouble("why-not-measured");
        return Ok(Then::Stay);
    }
    let place = layer.people.iter().position(|(person, _)| Some(*person) == sought);
    layer.show(cx, place.unwrap_or(0));
    Ok(layer.into())
}

impl Trends {
    fn read(&mut self, cx: &Cx) -> Result<(), Problem> {
        self.measured = cx.store.measurements(self.family, None)?;
        self.all = standings(cx.store.instruments(), self.measured.iter().map(|stored| &stored.value));
        let members = cx.members(self.family)?;
        let is_measured = |id: PersonId| self.measured.iter().any(|stored| stored.value.person == id);
        let seen = members.iter().filter(|member| is_measured(member.id));
        self.people = seen.map(|member| (member.id, member.given_name.shown(cx.setting()))).collect();
        self.show(cx, self.person.min(self.people.len().saturating_sub(1)));
        Ok(())
    }

    /// Shows another person, with the same instrument where they were measured with it.
    fn show(&mut self, cx: &Cx, person: usize) {
        let before = self.instruments.get(self.instrument).map(|one| one.name.clone());
        self.person = person;
        let Some((who, _)) = self.people.get(person) else { return };
        let has = |one: &&Instrument| {
            let is = |stored: &Stored<Measurement>| {
                (stored.value.person, stored.value.instrument.as_str()) == (*who, one.name.as_str())
            };
            self.measured.iter().any(is)
        };
        self.instruments = cx.store.instruments().all().iter().filter(has).cloned().collect();
        let same = self.instruments.iter().position(|one| Some(&one.name) == before.as_ref());
        self.instrument = same.unwrap_or(0);
        self.area = self.area.min(self.areas().len().saturating_sub(1));
    }

    /// The instrument that is shown.
    pub fn shown(&self) -> Option<&Instrument> {
        self.instruments.get(self.instrument)
    }

    /// The areas of the instrument that is shown.
    pub fn areas(&self) -> Vec<&str> {
        self.shown().map(Instrument::counted_areas).unwrap_or_default()
    }

    /// How an area of it stands for the person, by a rater.
    pub fn standing(&self, area: &str, rater: Rater) -> Option<&Standing> {
        let (person, name) = (self.people.get(self.person)?.0, &self.shown()?.name);
        self.all
            .iter()
            .find(|one| (one.person, &one.instrument, one.area.as_str(), one.rater) == (person, name, area, rater))
    }

    /// How an area of it stands for all of the family that were measured with it, by their own marks.
    pub fn together(&self, area: &str) -> Option<Group> {
        let name = &self.shown()?.name;
        group(&self.all)
            .into_iter()
            .find(|one| (&one.instrument, one.area.as_str(), one.rater) == (name, area, Rater::Person))
    }

    /// The measurements of the person with the instrument that is shown, oldest first.
    pub fn times(&self) -> Vec<&Stored<Measurement>> {
        let (Some((person, _)), Some(shown)) = (self.people.get(self.person), self.shown()) else { return Vec::new() };
        let is =
            |stored: &&Stored<Measurement>| (stored.value.person, &stored.value.instrument) == (*person, &shown.name);
        self.measured.iter().filter(is).collect()
    }

    fn latest(&self) -> Option<MeasurementId> {
        self.times().last().map(|stored| stored.id)
    }
}

impl Place for Trends {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Trends, Scope::Over]
    }

    fn needs(&self, act: Action) -> Option<Right> {
        (act == Action::Measure).then_some(Right::NoteEvents)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Close => return Ok(Then::Close),
            Action::NextPerson => self.show(cx, (self.person + 1) % self.people.len().max(1)),
            Action::PreviousPerson => {
                let count = self.people.len().max(1);
                self.show(cx, (self.person + count - 1) % count);
            }
            Action::NextInstrument => {
                self.instrument = (self.instrument + 1) % self.instruments.len().max(1);
                self.area = self.area.min(self.areas().len().saturating_sub(1));
            }
            Action::Open => return self.latest().map_or(Ok(Then::Stay), |id| open_measured(cx, id)),
            Action::Measure => return measure(cx),
            act => match Move::of(act) {
                Some(way) => self.area = way.among(self.area, self.areas().len()),
                None => return Ok(Then::NotMine),
            },
        }
        Ok(Then::Stay)
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.read(cx)
    }

    fn names(&self, _: &Cx) -> Vec<String> {
        self.people.iter().map(|(_, called)| called.clone()).collect()
    }
}
