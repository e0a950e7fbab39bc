//! The family tree: the two homes drawn with what joins their people, the same as a list, and a form for a relation.
//!
//! It lies over the pane it was opened from. Up and down go from person to person; on the list, where relations stand
//! too, from line to line.

mod drawing;
mod form;
mod lines;

use super::actions::Action;
use super::desk::App;
use super::layout::WIDE;
use super::modal::{Confirm, Modal, Removal};
use super::page::{Home, OpenFamily, home};
use crate::domain::discretion::Setting;
use crate::domain::ids::{KinId, MemberId};
use crate::domain::kin::{Kin, Someone, Stands, Tree};
use crate::domain::problem::Problem;
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
    pub fn person(&self) -> Option<MemberId> {
        self.marked().and_then(|line| line.kind.person())
    }

    /// The relation that is marked.
    pub fn relation(&self) -> Option<KinId> {
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
    pub(super) fn mark_relation(&mut self, id: KinId) {
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
pub(super) fn stands(person: &PersonOnPage, today: chrono::NaiveDate) -> Stands {
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
    let kin: Vec<Kin> = open.page.kin.iter().map(|stored| stored.value.clone()).collect();
    Tree::of(&people, &kin)
}

impl App {
    /// Opens the family's tree.
    pub(super) fn open_tree(&mut self) -> Result<(), Problem> {
        let marked = self.sought().map(LineKind::Person);
        let mut tree = FamilyTree::default();
        if !self.read_tree(&mut tree) {
            return Ok(());
        }
        tree.mark_again(marked);
        self.modals.push(Modal::Tree(Box::new(tree)));
        Ok(())
    }

    /// Reads the tree again from the open family; false if none is open.
    fn read_tree(&self, tree: &mut FamilyTree) -> bool {
        let Some(open) = &self.open else { return false };
        let before = tree.marked().map(|line| line.kind);
        let family = tree_of(open, self.world.today);
        tree.family.clone_from(&open.page.family.value.name);
        tree.drawing = Drawing::of(open, &family, &self.locale, self.world, self.setting());
        tree.lines = lines::lines(open, &family, (&self.locale, self.setting()), self.world.today);
        tree.mark_again(before);
        true
    }

    /// Brings trees on the screen up to date with the family, and takes them away with it.
    pub(super) fn reread_trees(&mut self) {
        for mut modal in std::mem::take(&mut self.modals) {
            let stays = match &mut modal {
                Modal::Tree(tree) => self.read_tree(tree),
                _ => true,
            };
            if stays {
                self.modals.push(modal);
            }
        }
    }

    pub(super) fn act_on_tree(&mut self, mut tree: Box<FamilyTree>, act: Action) -> Result<(), Problem> {
        let (person, relation) = (tree.person(), tree.relation());
        match act {
            Action::Close => return Ok(()),
            Action::OtherSide => {
                tree.side = if tree.side == Side::Drawing { Side::List } else { Side::Drawing };
            }
            Action::Down | Action::Up | Action::PageDown | Action::PageUp | Action::First | Action::Last => {
                tree.go(act, self.world.size)
            }
            _ => {}
        }
        self.modals.push(Modal::Tree(tree));
        match act {
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::NewKin => self.new_kin(person),
            Action::EditKin => match relation {
                Some(id) => self.kin_form(id).and_then(|form| self.open_form(form)),
                None => self.new_kin(person),
            },
            Action::RemoveKin => relation.map_or(Ok(()), |id| self.ask_to_remove_kin(id)),
            _ => Ok(()),
        }
    }

    fn ask_to_remove_kin(&mut self, id: KinId) -> Result<(), Problem> {
        let stored = self.store.get::<Kin>(id)?;
        let members = self.members(stored.value.family)?;
        let name = |id| {
            members
                .iter()
                .find(|member| member.id == id)
                .map(|member| member.given_name.shown(self.setting()))
                .unwrap_or_default()
        };
        let told = self.locale.kin(&stored.value, &name(stored.value.other), self.world.today);
        let args = [("name", arg(name(stored.value.person))), ("kin", arg(told))];
        let question = self.locale.tell("ask-remove-kin", &args);
        let removes = Removal::Kin(id, stored.version);
        self.modals.push(Modal::Confirm(Confirm { question, removes }));
        Ok(())
    }

    /// Why something about relations cannot be done now, as a key of the locale files.
    pub(super) fn why_not_kin(&self, act: Action) -> Option<&'static str> {
        let marked = match self.modals.last() {
            Some(Modal::Tree(tree)) => tree.relation(),
            _ => None,
        };
        match act {
            Action::NewKin | Action::OpenTree if self.open.is_none() => Some("why-no-family"),
            Action::NewKin if self.open.as_ref().is_some_and(|open| open.page.people.len() < 2) => Some("why-alone"),
            Action::RemoveKin if marked.is_none() => Some("why-no-kin"),
            _ => None,
        }
    }
}
