//! Removing: the question before it, and what a yes does.

use super::actions::Action;
use super::desk::App;
use super::modal::{Confirm, Modal, Removal};
use super::notice::Notice;
use super::page::Item;
use super::panes::Pane;
use crate::domain::care::Care;
use crate::domain::family::Family;
use crate::domain::kin::Kin;
use crate::domain::network::NetworkMap;
use crate::domain::person::Member;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::status::StatusSpan;
use crate::locale::arg;
use crate::store::Record;

/// What came of removing something.
enum Outcome {
    Removed,
    /// A colleague has changed it since the question was asked.
    Newer,
}

impl App {
    pub(super) fn ask_to_remove(&mut self) -> Result<(), Problem> {
        let (key, name, removes) = match (self.pane, &self.open) {
            (Pane::Sessions, _) => {
                let Some(row) = self.sessions.window.current() else { return Ok(()) };
                let name = format!("{} {}", row.family_name, self.locale.day(row.on, self.world.today));
                ("ask-remove-session", name, Removal::Session(row.id, self.store.get::<Session>(row.id)?.version))
            }
            (Pane::Families, Some(open)) => match open.item() {
                Item::Family => {
                    let family = &open.page.family;
                    ("ask-remove-family", family.value.name.clone(), Removal::Family(family.id, family.version))
                }
                Item::Person(place) => {
                    let Some(person) = open.page.people.get(place) else { return Ok(()) };
                    let name = person.person.value.given_name.shown(self.page_setting());
                    ("ask-remove-person", name, Removal::Person(person.person.id, person.person.version))
                }
                Item::Placement(person, placement) => {
                    let Some(person) = open.page.people.get(person) else { return Ok(()) };
                    let Some(placement) = person.placements.get(placement) else { return Ok(()) };
                    let name = person.person.value.given_name.shown(self.page_setting());
                    ("ask-remove-placement", name, Removal::Placement(placement.id, placement.version))
                }
                Item::Care(person, care) => {
                    let Some(person) = open.page.people.get(person) else { return Ok(()) };
                    let Some(care) = person.care.get(care) else { return Ok(()) };
                    let name = person.person.value.given_name.shown(self.page_setting());
                    ("ask-remove-care", name, Removal::Care(care.id, care.version))
                }
                Item::Status(place) => {
                    let Some(status) = open.page.statuses.get(place) else { return Ok(()) };
                    let name = self.locale.label(status.value.status);
                    ("ask-remove-status", name, Removal::Status(status.id, status.version))
                }
            },
            (Pane::Families, None) | (Pane::Week | Pane::Visits | Pane::Network, _) => return Ok(()),
        };
        let question = self.locale.tell(key, &[("name", arg(name))]);
        self.modals.push(Modal::Confirm(Confirm { question, removes }));
        Ok(())
    }

    pub(super) fn act_on_confirm(&mut self, confirm: &Confirm, act: Action) -> Result<(), Problem> {
        if act != Action::Yes {
            return Ok(());
        }
        let outcome = match &confirm.removes {
            Removal::Family(id, version) => self.remove::<Family>(*id, *version)?,
            Removal::Person(id, version) => self.remove::<Member>(*id, *version)?,
            Removal::Placement(id, version) => self.remove::<Placement>(*id, *version)?,
            Removal::Care(id, version) => self.remove::<Care>(*id, *version)?,
            Removal::Status(id, version) => self.remove::<StatusSpan>(*id, *version)?,
            Removal::Kin(id, version) => self.remove::<Kin>(*id, *version)?,
            Removal::Session(id, version) => self.remove::<Session>(*id, *version)?,
            Removal::Map(id, version) => self.remove::<NetworkMap>(*id, *version)?,
            Removal::Draft(place) => {
                self.store.drop_draft(place)?;
                return self.count_drafts();
            }
            Removal::Text => return self.discard(),
        };
        match outcome {
            Outcome::Removed => {
                if matches!(confirm.removes, Removal::Family(..)) {
                    self.close_family();
                }
                self.tell_saved();
            }
            Outcome::Newer => self.notice = Some(Notice::Trouble(self.locale.say("notice-read-again"))),
        }
        self.reread()
    }

    /// Removes what was asked about, as it stood then; what a colleague has written since is never removed unseen.
    fn remove<R: Record>(&self, id: R::Id, version: i64) -> Result<Outcome, Problem> {
        if self.store.get::<R>(id)?.version != version {
            return Ok(Outcome::Newer);
        }
        self.store.remove::<R>(id).map(|()| Outcome::Removed)
    }
}
