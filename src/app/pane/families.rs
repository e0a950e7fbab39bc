//! The families pane: who are they, who is where, who works with them? The list, and the open family's page.

use crate::app::cx::{Cx, Item, Landmark, Notice, Route, Subject};
use crate::app::form::{Filter, Form, noun};
use crate::app::keys::{Action, Scope};
use crate::app::layer::Then;
use crate::app::layer::confirm::Confirm;
use crate::app::layer::interest::ask_conflict;
use crate::app::layout::family_rows;
use crate::app::list::{Move, Placed, Window};
use crate::app::pane::Pane;
use crate::domain::access::Right;
use crate::domain::care::Care;
use crate::domain::discretion::Setting;
use crate::domain::family::Family;
use crate::domain::ids::FamilyId;
use crate::domain::person::Person;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::status::StatusSpan;
use crate::locale::arg;
use crate::store::{FamilyFilter, FamilyRow, Seek, Whose};

/// The part of the pane that keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// The list.
    #[default]
    List,
    /// The open family's page.
    Page,
}

/// The list of families and what narrows it.
#[derive(Debug, Default)]
pub struct Families {
    /// The page of the list on the screen.
    pub window: Window<FamilyRow>,
    /// What narrows it.
    pub filter: FamilyFilter,
    /// How many it lets through, once they have been counted.
    pub total: Option<usize>,
    /// Whether they are to be counted while nobody presses a key.
    is_uncounted: bool,
    part: Part,
}

impl Placed for FamilyRow {
    type Place = FamilyId;
    type Id = FamilyId;

    fn stands(&self) -> FamilyId {
        self.id
    }

    fn which(&self) -> FamilyId {
        self.id
    }
}

impl Families {
    /// The part that keys go to.
    pub fn part(&self, cx: &Cx) -> Part {
        if cx.open.is_some() { self.part } else { Part::List }
    }

    /// Reads and counts. What was marked stays marked, also when others were added or removed above it.
    fn load(&mut self, cx: &Cx) -> Result<(), Problem> {
        let marked = self.window.current().map(|row| row.id);
        self.window.measure(family_rows(cx.world.size.1));
        let is_there = self.window.again(rows(&self.filter, cx))?;
        if let Some(family) = marked.filter(|_| !is_there) {
            self.turn_to(family, cx)?;
        }
        self.count(cx)
    }

    /// Turns to the page that a family stands on, if the filter lets it through.
    fn turn_to(&mut self, family: FamilyId, cx: &Cx) -> Result<(), Problem> {
        if self.window.mark(family) {
            return Ok(());
        }
        let read = rows(&self.filter, cx);
        let found = read(Seek::From(family), 1)?;
        if found.first().is_some_and(|row| row.id == family) { self.window.find(family, read) } else { Ok(()) }
    }

    /// Begins another list.
    fn change(&mut self, filter: FamilyFilter, cx: &Cx) -> Result<(), Problem> {
        self.filter = filter;
        self.total = None;
        self.load(cx)
    }

    /// Counts what need not be counted one by one: a list that is on the screen whole, or everybody's, of which the
    /// casebook keeps a tally. What must be is counted after the frame; until then the number before stands.
    fn count(&mut self, cx: &Cx) -> Result<(), Problem> {
        self.is_uncounted = false;
        if self.window.is_all() {
            self.total = Some(self.window.rows().len());
        } else if cx.store.keeps_tally(&self.filter)? {
            self.count_all(cx)?;
        } else {
            self.is_uncounted = true;
        }
        Ok(())
    }

    fn count_all(&mut self, cx: &Cx) -> Result<(), Problem> {
        self.is_uncounted = false;
        self.total = Some(usize::try_from(cx.store.count_families(&self.filter)?).unwrap_or(usize::MAX));
        Ok(())
    }

    /// How to begin, where there is no family to be seen yet.
    pub fn first_steps(&self, cx: &Cx) -> Option<String> {
        let none = self.window.rows().is_empty() && self.filter == FamilyFilter::default();
        none.then(|| cx.first_steps())
    }

    fn back(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        if cx.open.is_none() {
            return self.clear(cx);
        }
        cx.open = None;
        self.part = Part::List;
        Ok(())
    }

    fn clear(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        if self.filter != FamilyFilter::default() {
            cx.tell("notice-all");
            self.change(FamilyFilter::default(), cx)?;
        }
        Ok(())
    }

    fn turn_part(&mut self, cx: &Cx) {
        if cx.open.is_some() {
            self.part = match self.part {
                Part::List => Part::Page,
                Part::Page => Part::List,
            };
        }
    }
}

/// How rows of the list are read.
fn rows(filter: &FamilyFilter, cx: &Cx) -> impl Fn(Seek<FamilyId>, usize) -> Result<Vec<FamilyRow>, Problem> {
    |seek, limit| cx.store.families_at(filter, cx.world.today, seek, limit)
}

/// The name of the marked child, or of the only one; else that one must be chosen.
fn with_child(cx: &mut Cx, form: impl FnOnce(&Cx, &crate::store::Stored<Person>) -> Form) -> Result<Then, Problem> {
    let Some(open) = &cx.open else { return Ok(Then::Stay) };
    match open.child() {
        Some(child) => form(cx, &child.person).open(cx),
        None => {
            cx.trouble("why-choose-child");
            Ok(Then::Stay)
        }
    }
}

fn edit(cx: &mut Cx) -> Result<Then, Problem> {
    let Some(open) = &cx.open else { return Ok(Then::Stay) };
    let page = &open.page;
    let form = match open.item() {
        Item::Family => noun::family::over(cx, &page.family),
        Item::Person(place) => match page.people.get(place) {
            Some(person) => noun::person::over(cx, &person.person)?,
            None => return Ok(Then::Stay),
        },
        Item::Placement(place, number) => {
            let Some(person) = page.people.get(place) else { return Ok(Then::Stay) };
            let Some(placement) = person.placements.get(number) else { return Ok(Then::Stay) };
            let form = noun::placement::over(cx, placement)?;
            let (family, id) = (page.family.id, placement.id);
            if placement.value.is_kept_back(&person.person.value) && cx.open_home(family, id)? {
                return Ok(Then::Stay);
            }
            form
        }
        Item::Care(place, number) => match page.people.get(place).and_then(|person| person.care.get(number)) {
            Some(care) => noun::care::over(cx, care.id)?,
            None => return Ok(Then::Stay),
        },
        Item::Status(place) => match page.statuses.get(place) {
            Some(status) => noun::status::over(cx, status.id)?,
            None => return Ok(Then::Stay),
        },
    };
    form.open(cx)
}

fn ask_to_remove(cx: &Cx) -> Then {
    let Some(open) = &cx.open else { return Then::Stay };
    let page = &open.page;
    let ask = |key: &str, name: String| cx.locale.tell(key, &[("name", arg(name))]);
    let person = |place: usize| page.people.get(place);
    let name = |place: usize| person(place).map(|one| one.person.value.given_name.shown(cx.page_setting()));
    let asked = match open.item() {
        Item::Family => {
            let question = ask("ask-remove-family", page.family.value.name.clone());
            Some(Confirm::record::<Family>(question, page.family.id, page.family.version))
        }
        Item::Person(place) => person(place).zip(name(place)).map(|(one, name)| {
            Confirm::record::<Person>(ask("ask-remove-person", name), one.person.id, one.person.version)
        }),
        Item::Placement(place, number) => {
            let placement = person(place).and_then(|one| one.placements.get(number));
            placement.zip(name(place)).map(|(placement, name)| {
                Confirm::record::<Placement>(ask("ask-remove-placement", name), placement.id, placement.version)
            })
        }
        Item::Care(place, number) => {
            let care = person(place).and_then(|one| one.care.get(number));
            care.zip(name(place))
                .map(|(care, name)| Confirm::record::<Care>(ask("ask-remove-care", name), care.id, care.version))
        }
        Item::Status(place) => page.statuses.get(place).map(|status| {
            let question = ask("ask-remove-status", cx.locale.label(status.value.status));
            Confirm::record::<StatusSpan>(question, status.id, status.version)
        }),
    };
    asked.map_or(Then::Stay, Then::from)
}

impl Pane for Families {
    fn scopes(&self, cx: &Cx) -> &'static [Scope] {
        match self.part(cx) {
            Part::List => &[Scope::Families, Scope::List, Scope::Everywhere],
            Part::Page => &[Scope::Page, Scope::List, Scope::Everywhere],
        }
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        let nothing = self.window.current().is_none() && self.part(cx) == Part::List;
        match act {
            Action::NewPerson | Action::NewPlacement | Action::NewCare | Action::NewStatus | Action::MarkConflict
                if cx.open.is_none() =>
            {
                Some("why-no-family")
            }
            Action::Open | Action::Remove if nothing => Some("why-nothing-here"),
            _ => None,
        }
    }

    fn needs(&self, act: Action, cx: &Cx) -> Option<Right> {
        let is_family = cx.open.as_ref().is_some_and(|open| open.item() == Item::Family);
        match act {
            Action::New => Some(Right::AddFamilies),
            Action::MarkConflict => Some(Right::MarkConflict),
            Action::Remove if is_family => Some(Right::AddFamilies),
            Action::Edit
            | Action::NewPerson
            | Action::NewPlacement
            | Action::NewCare
            | Action::NewStatus
            | Action::Remove => Some(Right::ChangeFamilies),
            _ => None,
        }
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Open => {
                let family = self.window.current().map(|row| row.id);
                return Ok(family.map_or(Then::Stay, |family| Then::Go(Route::to(Subject::People).of(family), None)));
            }
            Action::New => return noun::family::new(cx).open(cx),
            Action::Edit => return edit(cx),
            Action::NewPerson => {
                let form = cx.open.as_ref().map(|open| noun::person::new(cx, &open.page));
                return form.map_or(Ok(Then::Stay), |form| form.open(cx));
            }
            Action::NewPlacement => return with_child(cx, noun::placement::new),
            Action::NewCare => {
                return with_child(cx, |cx, child| {
                    noun::care::new(cx, &child.value.reference, &child.value.given_name.shown(Setting::Page))
                });
            }
            Action::NewStatus => {
                let form = cx.chosen().map(|family| noun::status::new(cx, &family.case_ref).about(&family.name));
                return form.map_or(Ok(Then::Stay), |form| form.open(cx));
            }
            Action::MarkConflict => return Ok(ask_conflict(cx)),
            Action::Remove => return Ok(ask_to_remove(cx)),
            Action::Filter => return Ok(Form::of_families(&self.filter, &cx.locale).into()),
            Action::NextPart | Action::PreviousPart => self.turn_part(cx),
            Action::Back => self.back(cx)?,
            Action::Clear => self.clear(cx)?,
            Action::Mine => {
                let whose = match self.filter.whose {
                    Whose::Everyones => Whose::Mine,
                    Whose::Mine => Whose::Everyones,
                };
                self.window.forget();
                self.change(FamilyFilter { whose, ..self.filter.clone() }, cx)?;
            }
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    fn go(&mut self, way: Move, cx: &mut Cx) -> Result<(), Problem> {
        match self.part(cx) {
            Part::List => return self.window.go(way, rows(&self.filter, cx)),
            Part::Page => {
                if let Some(open) = &mut cx.open {
                    open.go(way);
                }
            }
        }
        Ok(())
    }

    fn enter(&mut self, route: &Route, cx: &mut Cx) -> Result<(), Problem> {
        self.load(cx)?;
        if let Some(family) = cx.family() {
            self.turn_to(family, cx)?;
        }
        if route.family.is_some() {
            self.part = Part::Page;
        }
        Ok(())
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.load(cx)
    }

    fn mark(&mut self, record: &Landmark, cx: &mut Cx) -> Result<(), Problem> {
        if let Some(open) = &mut cx.open {
            open.mark_record(record);
        }
        Ok(())
    }

    fn narrow(&mut self, filter: Filter, cx: &mut Cx) -> Result<(), Problem> {
        let Filter::Families(filter) = filter else { return Ok(()) };
        self.window.forget();
        cx.notice = Some(Notice::Done(cx.locale.say("notice-filtered")));
        self.change(filter, cx)
    }

    fn is_at_work(&self) -> bool {
        self.is_uncounted
    }

    fn work(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        if self.is_uncounted { self.count_all(cx) } else { Ok(()) }
    }
}
