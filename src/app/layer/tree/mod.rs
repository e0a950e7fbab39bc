//! The family tree: the two homes drawn with what joins their people, the same as a list, and a form for a relation.
//!
//! It lies over the pane it was opened from. Up and down go from person to person; on the list, where relations stand
//! too, from line to line.

mod drawing;
mod lines;

use super::confirm::Confirm;
use super::{Place, Then};
use crate::app::cx::{Cx, Home, Landmark, OpenFamily, home};
use crate::app::form::noun;
use crate::app::keys::{Action, Scope};
use crate::app::layout::WIDE;
use crate::domain::access::Right;
use crate::domain::discretion::Setting;
use crate::domain::ids::{PersonId, RelationId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::relation::{Relation, Someone, Stands, Tree};
use crate::locale::arg;
use crate::store::PersonOnPage;

pub use drawing::{BESIDE, Drawing};
pub use lines::{Line, LineKind};

/// What is shown where there is no room for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// The drawing, if it fits.
    #[default]
    Drawing,
    /// The list.
    List,
}

/// A family tree on the screen.
#[derive(Debug, Default)]
pub struct FamilyTree {
    /// Whose it is.
    pub family: String,
    /// What is shown.
    pub side: Side,
    /// The drawing; none where it does not fit.
    pub drawing: Option<Drawing>,
    /// The list.
    pub lines: Vec<Line>,
    /// The marked line of it.
    pub marker: usize,
}

/// Lines that a page goes.
const PAGE: usize = 10;

impl FamilyTree {
    /// The marked line.
    pub fn marked(&self) -> Option<&Line> {
        self.lines.get(self.marker)
    }

    /// The person who is marked, or whose relation is.
    pub fn person(&self) -> Option<PersonId> {
        self.marked().and_then(|line| line.kind.person())
    }

    /// The relation that is marked.
    pub fn relation(&self) -> Option<RelationId> {
        self.marked().and_then(|line| line.kind.relation())
    }

    /// Whether the drawing is on the screen.
    pub fn is_drawn(&self) -> bool {
        self.drawing.is_some() && self.side == Side::Drawing
    }

    fn go(&mut self, act: Action, size: (u16, u16)) {
        // On the drawing alone nobody sees which relation would be marked.
        let people_only = self.is_drawn() && size.0 < WIDE;
        let stops: Vec<usize> = (0..self.lines.len())
            .filter(|place| {
                let kind = self.lines[*place].kind;
                kind.person().is_some() && (!people_only || kind.relation().is_none())
            })
            .collect();
        let last = stops.len().saturating_sub(1);
        let at = stops.iter().rposition(|stop| *stop <= self.marker).unwrap_or(0);
        let to = match act {
            Action::Down => at + 1,
            Action::Up => at.saturating_sub(1),
            Action::PageDown => at + PAGE,
            Action::PageUp => at.saturating_sub(PAGE),
            Action::Last => last,
            _ => 0,
        };
        self.marker = stops.get(to.min(last)).copied().unwrap_or(0);
    }

    /// Marks a relation.
    fn mark_relation(&mut self, id: RelationId) {
        let place = self.lines.iter().position(|line| line.kind.relation() == Some(id));
        self.marker = place.unwrap_or(self.marker);
    }

    /// Marks what was marked before the lines were read anew, or the person it was about.
    fn mark_again(&mut self, before: Option<LineKind>) {
        let Some(before) = before else {
            self.marker = self.lines.iter().position(|line| line.kind.person().is_some()).unwrap_or(0);
            return;
        };
        let same = self.lines.iter().position(|line| line.kind == before);
        let person = || self.lines.iter().position(|line| line.kind.person() == before.person());
        self.marker = same.or_else(person).unwrap_or(0);
    }
}

/// The side somebody stands on.
fn stands(person: &PersonOnPage, today: chrono::NaiveDate) -> Stands {
    if home(person, today) == Home::Placed { Stands::Placed } else { Stands::Birth }
}

/// The tree of an open family.
fn tree_of(open: &OpenFamily, today: chrono::NaiveDate) -> Tree {
    let someone = |on_page: &PersonOnPage| Someone {
        id: on_page.person.id,
        role: on_page.person.value.role,
        stands: stands(on_page, today),
        born: on_page.person.value.born(Setting::Page),
    };
    let people: Vec<Someone> = open.page.people.iter().map(someone).collect();
    let kin: Vec<Relation> = open.page.kin.iter().map(|stored| stored.value.clone()).collect();
    Tree::of(&people, &kin)
}

/// Opens the tree of the open family.
pub(in crate::app) fn open_tree(cx: &Cx) -> Then {
    let marked = cx.sought().map(LineKind::Person);
    let mut tree = FamilyTree::default();
    if !tree.read(cx) {
        return Then::Stay;
    }
    tree.mark_again(marked);
    tree.into()
}

/// A new relation of the open family's people, of somebody if it is known who.
pub(in crate::app) fn new_relation(cx: &mut Cx, of: Option<PersonId>) -> Result<Then, Problem> {
    match cx.chosen() {
        Some(family) => noun::relation::new(cx, &family, of)?.open(cx),
        None => Ok(Then::Stay),
    }
}

/// Why there is no relation to be written, as a key of the locale files.
pub(in crate::app) fn why_not_relate(cx: &Cx) -> Option<&'static str> {
    match &cx.open {
        None => Some("why-no-family"),
        Some(open) => (open.page.people.len() < 2).then_some("why-alone"),
    }
}

impl FamilyTree {
    /// Reads the tree again from the open family; false if none is open.
    fn read(&mut self, cx: &Cx) -> bool {
        let Some(open) = &cx.open else { return false };
        let before = self.marked().map(|line| line.kind);
        let family = tree_of(open, cx.world.today);
        self.family.clone_from(&open.page.family.value.name);
        self.drawing = Drawing::of(open, &family, &cx.locale, cx.world, cx.setting());
        self.lines = lines::lines(open, &family, (&cx.locale, cx.setting()), cx.world.today);
        self.mark_again(before);
        true
    }
}

impl Place for FamilyTree {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Tree, Scope::Over]
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        match act {
            Action::Undo if !cx.store.can_undo() => Some("why-nothing-to-undo"),
            Action::NewKin => why_not_relate(cx),
            Action::RemoveKin if self.relation().is_none() => Some("why-no-kin"),
            _ => None,
        }
    }

    fn needs(&self, act: Action) -> Option<Right> {
        matches!(act, Action::NewKin | Action::EditKin | Action::RemoveKin).then_some(Right::ChangeFamilies)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Close => return Ok(Then::Close),
            Action::OtherSide => {
                self.side = if self.side == Side::Drawing { Side::List } else { Side::Drawing };
            }
            Action::Down | Action::Up | Action::PageDown | Action::PageUp | Action::First | Action::Last => {
                self.go(act, cx.world.size);
            }
            Action::Undo => return Ok(Then::Undo),
            Action::Redo => return Ok(Then::Redo),
            Action::NewKin => return new_relation(cx, self.person()),
            Action::EditKin => {
                return match self.relation() {
                    Some(id) => noun::relation::over(cx, id)?.open(cx),
                    None => new_relation(cx, self.person()),
                };
            }
            Action::RemoveKin => return self.relation().map_or(Ok(Then::Stay), |id| ask_to_remove(cx, id)),
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    /// Brings the tree up to date with the family, and takes it away with it.
    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        if !self.read(cx) {
            return Err(Problem::new(Kind::NotFound, "not-found").with("noun", "family"));
        }
        if let Some(id) = cx.marks.added.as_ref().and_then(Landmark::as_a::<Relation>) {
            self.mark_relation(id);
        }
        Ok(())
    }
}

fn ask_to_remove(cx: &Cx, id: RelationId) -> Result<Then, Problem> {
    let stored = cx.store.get::<Relation>(id)?;
    let members = cx.members(stored.value.family)?;
    let name = |id| {
        let member = members.iter().find(|member| member.id == id);
        member.map(|member| member.given_name.shown(cx.setting())).unwrap_or_default()
    };
    let told = cx.locale.kin(&stored.value, &name(stored.value.other), cx.world.today);
    let args = [("name", arg(name(stored.value.person))), ("kin", arg(told))];
    Ok(Confirm::record::<Relation>(cx.locale.tell("ask-remove-kin", &args), id, stored.version).into())
}
