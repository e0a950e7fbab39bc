//! Everybody's maps by age, while no family is open: whose is to be drawn, and whose again, the oldest first.
//!
//! Of a large casebook they are looked at some families at a time, between keys. Lines hold who and when; names are
//! looked up for the page on the screen.

use std::collections::HashMap;

use super::Network;
use crate::app::cx::{Cx, Route, Seen, Subject};
use crate::app::keys::Action;
use crate::app::layer::Then;
use crate::app::layout;
use crate::app::list::{Markable, Marked, Move};
use crate::domain::access::{Reach, Right};
use crate::domain::ids::PersonId;
use crate::domain::problem::Problem;
use crate::store::{MapAge, MapAgeRow, MapAges, Whose};

/// So many families are looked at before the first frame, and in a turn after it.
const AT_FIRST: usize = 64;
const TURN: usize = 8;

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgeLine {
    /// Nothing, between two sections.
    Blank,
    /// The name of a section, in the locale files after `ages-`, and how many lines it has.
    Heading(&'static str, usize),
    /// Somebody.
    Of(MapAge),
}

impl Markable for AgeLine {
    fn is_markable(&self) -> bool {
        matches!(self, Self::Of(_))
    }
}

/// The lines.
#[derive(Debug, Default)]
pub struct Ages {
    /// All of them, and the one that keys act on.
    pub list: Marked<AgeLine>,
    /// The people of the page, with their names.
    named: HashMap<PersonId, MapAgeRow>,
    /// Whom has been looked at for the next list; the one before stands until then.
    so_far: Option<MapAges>,
    seen: Seen,
}

impl Ages {
    /// Who is marked.
    pub fn current(&self) -> Option<&MapAge> {
        match self.list.current() {
            Some(AgeLine::Of(age)) => Some(age),
            _ => None,
        }
    }

    /// Somebody of the page, with names.
    pub fn named(&self, person: PersonId) -> Option<&MapAgeRow> {
        self.named.get(&person)
    }

    /// Whether maps are still looked at.
    pub fn is_at_work(&self) -> bool {
        self.so_far.is_some()
    }

    /// Moves the marker.
    pub(super) fn go(&mut self, way: Move, cx: &Cx) -> Result<(), Problem> {
        let before = self.list.shown().0;
        self.list.go(way);
        if self.list.shown().0 == before { Ok(()) } else { self.name(cx) }
    }

    /// Reads the list anew, if something was written. Nobody is told of it who may read no cases.
    pub(super) fn read(&mut self, cx: &Cx) -> Result<(), Problem> {
        if cx.store.reach(Right::ReadCases) == Reach::Nothing {
            *self = Self::default();
            return Ok(());
        }
        self.list.measure(layout::body(cx.world.size.1));
        // Whom is being looked at is held against the journal when all have been.
        if self.so_far.is_none() && self.seen.is_past(cx)? {
            self.seen = Seen::now(cx)?;
            self.so_far = Some(MapAges::default());
            self.look_at(AT_FIRST, cx)?;
            self.look_at(TURN, cx)?;
        }
        self.name(cx)
    }

    /// Looks at the maps of some more families.
    pub(super) fn work(&mut self, cx: &Cx) -> Result<(), Problem> {
        self.look_at(TURN, cx)?;
        if self.is_at_work() { Ok(()) } else { self.name(cx) }
    }

    fn look_at(&mut self, most: usize, cx: &Cx) -> Result<(), Problem> {
        let Some(mut ages) = self.so_far.take() else { return Ok(()) };
        if !cx.store.survey_map_ages(Whose::Everyones, &mut ages, most)? {
            self.so_far = Some(ages);
            return Ok(());
        }
        let person = |line: &AgeLine| if let AgeLine::Of(age) = line { Some(age.person) } else { None };
        let page = layout::body(cx.world.size.1);
        self.list.lay_out(lines(ages.people), page, |marked, lines| {
            lines.iter().position(|line| person(line).is_some() && person(line) == person(marked))
        });
        if self.seen.is_past(cx)? {
            self.seen = Seen::now(cx)?;
            self.so_far = Some(MapAges::default());
        }
        Ok(())
    }

    /// Learns what the people of the page are called.
    fn name(&mut self, cx: &Cx) -> Result<(), Problem> {
        let (_, lines) = self.list.shown();
        let people = lines.iter().filter_map(|line| if let AgeLine::Of(age) = line { Some(age.person) } else { None });
        let rows = cx.store.map_ages_of(&people.collect::<Vec<_>>())?;
        self.named = rows.into_iter().map(|row| (row.person, row)).collect();
        Ok(())
    }
}

impl Network {
    /// Goes to the map of whom the marked line is about, or begins one.
    pub(super) fn go_to_marked(&self, act: Action) -> Then {
        let Some(marked) = self.ages.current() else { return Then::Stay };
        let route = Route::to(Subject::Maps).of(marked.family).with(marked.person);
        if act == Action::New { Then::GoAndDo(route, Action::New) } else { Then::Go(route, None) }
    }
}

/// Those without a map first, then the oldest; last those whose map is kept from whoever looks.
fn lines(mut people: Vec<MapAge>) -> Vec<AgeLine> {
    let section = |age: &MapAge| match (age.drawn_on, age.kept_back) {
        (None, false) => 0,
        (Some(_), _) => 1,
        (None, true) => 2,
    };
    people.sort_by_key(|age| (section(age), age.drawn_on));
    let mut lines = Vec::with_capacity(people.len() + 5);
    for own in people.chunk_by(|one, next| section(one) == section(next)) {
        if !lines.is_empty() {
            lines.push(AgeLine::Blank);
        }
        let name = own.first().map_or("none", |age| ["none", "oldest", "kept"][section(age)]);
        lines.push(AgeLine::Heading(name, own.len()));
        lines.extend(own.iter().copied().map(AgeLine::Of));
    }
    lines
}
