//! Checklists of a family: the lists at their times, and one of them with its lines, ticked with one key. It lies over
//! the pane it was opened from.

mod times;

use super::folder::{called, open_folder};
use super::handover::{SheetKind, open_sheet};
use super::{Place, Then};
use crate::app::cx::Cx;
use crate::app::form::noun;
use crate::app::keys::{Action, Scope};
use crate::app::list::Move;
use crate::domain::access::Right;
use crate::domain::checklist::{Becomes, Item, Occasion, Phase};
use crate::domain::codes::TickState;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::tick::Tick;
use crate::locale::{Language, Locale, arg};
use crate::store::{Origin, Stored};

pub use times::ListTime;
pub(in crate::app) use times::plan_lists;

/// Lines that a page goes.
const PAGE: usize = 10;

/// The checklists of a family.
#[derive(Debug)]
pub struct Checklists {
    /// Whose.
    pub family: FamilyId,
    /// The family's name and case reference.
    pub called: (String, String),
    /// The lists at their times.
    pub lists: Vec<ListTime>,
    /// Whom each of them is about.
    pub whom: Vec<String>,
    /// The marked one.
    pub marker: usize,
    /// Which of them is open, and its marked line.
    pub open: Option<(usize, usize)>,
    /// Whose plan it is whose lists are shown; otherwise those of no plan are.
    plan_of: Option<PersonId>,
}

/// Opens a family's checklists. If the family is not open, that is journalled as a reading.
pub(in crate::app) fn open_checklists(cx: &mut Cx, family: FamilyId) -> Result<Then, Problem> {
    Ok(read(cx, family, None)?.into())
}

/// Opens what somebody's plan must hold: the list, or the two of them to choose from.
pub(in crate::app) fn open_plan_lists(cx: &mut Cx, family: FamilyId, person: PersonId) -> Result<Then, Problem> {
    let mut open = read(cx, family, Some(person))?;
    if open.lists.len() == 1 {
        open.open = Some((0, 0));
    }
    Ok(open.into())
}

/// Opens one of them, at one of its times.
pub(in crate::app) fn open_list(cx: &mut Cx, family: FamilyId, list: &str, time: Occasion) -> Result<Then, Problem> {
    let mut open = read(cx, family, None)?;
    if let Some(place) = open.lists.iter().position(|one| one.is(list, time)) {
        open.marker = place;
        open.open = Some((place, 0));
    }
    Ok(open.into())
}

fn read(cx: &mut Cx, family: FamilyId, plan_of: Option<PersonId>) -> Result<Checklists, Problem> {
    cx.journal_opening(("checklists", 0), family)?;
    let name = cx.name_of(family)?;
    let mut open = Checklists {
        family,
        called: (name.name, name.case_ref),
        lists: Vec::new(),
        whom: Vec::new(),
        marker: 0,
        open: None,
        plan_of,
    };
    open.read(cx)?;
    Ok(open)
}

/// What a list says in a language.
pub fn title(list: &ListTime, locale: &Locale) -> String {
    let title = if locale.language() == Language::Swedish { &list.list.title_sv } else { &list.list.title_en };
    title.clone()
}

/// What a line says in a language.
pub fn text<'a>(item: &'a Item, locale: &Locale) -> &'a str {
    if locale.language() == Language::Swedish { &item.text_sv } else { &item.text_en }
}

/// What a part of a list is called, as a key of the locale files.
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "checklist-before",
        Phase::Day1 => "checklist-day-1",
        Phase::Days2To4 => "checklist-days-2-4",
        Phase::ByDay7 => "checklist-by-day-7",
        Phase::After => "checklist-after",
    }
}

impl Checklists {
    fn read(&mut self, cx: &Cx) -> Result<(), Problem> {
        let marked = self.lists.get(self.marker).map(|one| (one.list.name.clone(), one.time));
        let members = cx.members(self.family)?;
        self.lists = match self.plan_of {
            Some(person) => {
                let plan = cx.store.plan_of(self.family, cx.world.today)?;
                plan_lists(cx, self.family, &plan, &[person])?
            }
            None => times::times(cx, self.family, &members)?,
        };
        let name = called(cx, &members);
        self.whom = self.lists.iter().map(|one| one.time.person.map(&name).unwrap_or_default()).collect();
        let place = marked.and_then(|(list, time)| self.lists.iter().position(|one| one.is(&list, time)));
        match (place, self.open) {
            (Some(place), Some((_, line))) => self.open = Some((place, line)),
            (None, Some(_)) => self.open = None,
            (_, None) => {}
        }
        self.marker = place.unwrap_or(self.marker).min(self.lists.len().saturating_sub(1));
        Ok(())
    }

    /// The list that is open.
    pub fn opened(&self) -> Option<&ListTime> {
        self.open.and_then(|(place, _)| self.lists.get(place))
    }

    /// The marked line of it.
    pub fn item(&self) -> Option<&Item> {
        self.open.and_then(|(place, line)| self.lists.get(place)?.list.items.get(line))
    }

    fn go(&mut self, way: Move) {
        let (marker, count) = match &mut self.open {
            Some((place, line)) => (line, self.lists.get(*place).map_or(0, |one| one.list.items.len())),
            None => (&mut self.marker, self.lists.len()),
        };
        let last = count.saturating_sub(1);
        *marker = match way {
            Move::Down => *marker + 1,
            Move::Up => marker.saturating_sub(1),
            Move::PageDown => *marker + PAGE,
            Move::PageUp => marker.saturating_sub(PAGE),
            Move::First => 0,
            Move::Last => last,
        }
        .min(last);
    }

    /// A tick of the marked line, today, by whoever is at the keys.
    fn tick(&self, cx: &Cx) -> Option<Tick> {
        let (list, item) = (self.opened()?, self.item()?);
        Some(Tick {
            family: self.family,
            checklist: list.list.name.clone(),
            item: item.key.clone(),
            person: list.time.person,
            occasion_on: list.time.on,
            state: TickState::Done,
            on: cx.world.today,
            ticked_by: cx.user().to_owned(),
            why: None,
        })
    }

    fn ticked(&self) -> Option<&Stored<Tick>> {
        self.opened()?.tick(&self.item()?.key)
    }

    /// Ticks the marked line, or takes the tick back; what the line becomes is offered.
    fn check(&self, cx: &mut Cx) -> Result<Then, Problem> {
        if let Some(id) = self.ticked().map(|stored| stored.id) {
            cx.store.remove::<Tick>(id)?;
            cx.tell_saved();
            return Ok(Then::Stay);
        }
        let (Some(tick), Some(item)) = (self.tick(cx), self.item().cloned()) else { return Ok(Then::Stay) };
        cx.store.add(&tick, Origin::Direct)?;
        cx.tell_saved();
        match item.becomes {
            None => Ok(Then::Stay),
            Some(Becomes::Task) => {
                let mut form = noun::task::new(cx, Some(&cx.name_of(self.family)?));
                form.set("what", text(&item, &cx.locale));
                form.at("due_on").open(cx)
            }
            Some(Becomes::SupportChange) => {
                let family = cx.store.get::<Family>(self.family)?;
                noun::family::over(cx, &family).at("child_support").open(cx)
            }
        }
    }

    /// Opens what the marked line is about: a paper, what the program knows, or the tick.
    fn look(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let Some(item) = self.item().cloned() else { return Ok(Then::Stay) };
        let person = self.opened().and_then(|list| list.time.person);
        match (item.opens, item.told, self.ticked()) {
            (Some(paper), ..) => noun::paper::new(cx, self.family, paper, person)?.open(cx),
            (None, Some(_), _) => open_sheet(cx, SheetKind::HandOver, self.family),
            (None, None, Some(stored)) => noun::tick::over(cx, stored.id)?.open(cx),
            (None, None, None) => {
                cx.trouble("why-no-paper");
                Ok(Then::Stay)
            }
        }
    }
}

/// How a line was dealt with: by whom, when, and why it is of no matter.
pub fn told(tick: &Tick, locale: &Locale, today: chrono::NaiveDate) -> String {
    let mut parts = Vec::new();
    parts.extend((tick.state == TickState::NotRelevant).then(|| locale.label(tick.state)));
    parts.push(
        locale.tell(
            "checklist-ticked",
            &[("day", arg(locale.date(tick.on, today))), ("who", arg(tick.ticked_by.as_str()))],
        ),
    );
    parts.extend(tick.why.clone());
    parts.join(" · ")
}

impl Place for Checklists {
    fn scopes(&self) -> &'static [Scope] {
        if self.open.is_some() { &[Scope::Checklist, Scope::Over] } else { &[Scope::Checklists, Scope::Over] }
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        match act {
            Action::Undo if !cx.store.can_undo() => Some("why-nothing-to-undo"),
            Action::Open if self.lists.is_empty() => Some("why-no-lists"),
            _ => None,
        }
    }

    fn needs(&self, act: Action) -> Option<Right> {
        matches!(act, Action::Check | Action::NotRelevant).then_some(Right::NoteEvents)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        if let Some(way) = Move::of(act) {
            self.go(way);
            return Ok(Then::Stay);
        }
        match (act, self.open) {
            (Action::Open, None) => {
                self.open = self.lists.get(self.marker).map(|_| (self.marker, 0));
                Ok(Then::Stay)
            }
            (Action::Open, Some(_)) => self.look(cx),
            (Action::Check, Some(_)) => self.check(cx),
            (Action::NotRelevant, Some(_)) => match (self.ticked(), self.tick(cx)) {
                (Some(stored), _) => noun::tick::over(cx, stored.id)?.open(cx),
                (None, Some(tick)) => noun::tick::new(cx, &tick)?.open(cx),
                (None, None) => Ok(Then::Stay),
            },
            (Action::Close, Some(_)) => {
                self.open = None;
                Ok(Then::Stay)
            }
            (Action::Close, None) => Ok(Then::Close),
            (Action::Folder, _) => Ok(open_folder(cx, self.family)?.closing()),
            (Action::Undo, _) => Ok(Then::Undo),
            (Action::Redo, _) => Ok(Then::Redo),
            _ => Ok(Then::NotMine),
        }
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.read(cx)
    }
}
