//! From a drawing to a record and back: saving, drafts, what a map says besides its people.

use std::collections::BTreeMap;

use super::drawing::Drawing;
use crate::app::desk::App;
use crate::app::form::{Form, Unkept};
use crate::app::form_save::{Attempt, changed};
use crate::app::modal::{Confirm, Modal, Removal};
use crate::app::notice::Notice;
use crate::app::panes::Pane;
use crate::app::purpose::Purpose;
use crate::app::route::{Landmark, Route};
use crate::domain::entry::network as entry;
use crate::domain::entry::{Becomes, Draft, Reader, Source};
use crate::domain::ids::{FamilyId, MemberId, NetworkMapId};
use crate::domain::network::NetworkMap;
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{Origin, Saving, Stored};

/// A family's maps that one may see, and how many of each person are kept back.
pub(super) type Maps = (Vec<Stored<NetworkMap>>, BTreeMap<MemberId, usize>);

impl App {
    pub(super) fn read_maps(&self, family: FamilyId) -> Result<Maps, Problem> {
        let found = self.store.maps_of(family)?;
        let mut maps = found.seen;
        maps.sort_by_key(|stored| (stored.value.ego, stored.value.drawn_on, stored.id));
        let mut kept_back: BTreeMap<MemberId, usize> = BTreeMap::new();
        for one in found.kept_back {
            *kept_back.entry(one.ego).or_default() += 1;
        }
        Ok((maps, kept_back))
    }

    /// Leaves a drawing: what is on it is saved, what stands unfinished on the line is kept as a draft.
    pub(super) fn leave_drawing(&mut self, mut drawing: Box<Drawing>) -> Result<(), Problem> {
        let place = drawing.place();
        let unfinished = !drawing.line.text().trim().is_empty();
        if unfinished || !drawing.is_changed() {
            let kept = drawing.kept();
            let done = match &kept {
                Some(body) => self.store.keep_draft(&place, body),
                None => self.store.drop_draft(&place),
            };
            if let Err(problem) = done {
                self.modals.push(Modal::Drawing(drawing));
                return Err(problem);
            }
            self.notice = kept.map(|_| Notice::Done(self.locale.say("notice-kept")));
            return self.count_drafts();
        }
        let origin = Origin::Draft(&place);
        let saved = match drawing.over {
            None => self.store.add(&drawing.map, origin).map(|_| None),
            Some((id, version)) => self.store.change(id, version, &drawing.map, origin).map(Some),
        };
        match saved {
            Err(problem) => {
                self.modals.push(Modal::Drawing(drawing));
                return Err(problem);
            }
            Ok(Some(Saving::Newer(theirs))) => {
                // Nobody's drawing is lost: one's own becomes a new draft over what stands now.
                drawing.over = Some((theirs.id, theirs.version));
                drawing.unkept = Unkept::Something;
                self.notice = Some(Notice::Trouble(self.locale.say("network-newer")));
                self.modals.push(Modal::Drawing(drawing));
                return Ok(());
            }
            Ok(_) => {}
        }
        self.tell_saved();
        self.count_drafts()?;
        self.reread()
    }

    /// The form of what a map says besides its people.
    pub(in crate::app) fn map_form(&self, id: NetworkMapId) -> Result<Form, Problem> {
        let stored: Stored<NetworkMap> = self.store.get(id)?;
        let about = self.network.name(stored.value.ego, self.page_setting());
        let purpose = Purpose::Map(id, stored.version);
        Ok(Form::new(purpose, &entry::MAP, entry::draft(&stored.value), &self.locale).about(&about))
    }

    pub(in crate::app) fn attempt_map(
        &self,
        form: &Form,
        draft: &Draft,
        id: NetworkMapId,
        version: i64,
    ) -> Result<Attempt, Problem> {
        let source = Source::Typed(self.world.today);
        let becomes = Becomes::Record(id.0);
        let reader = Reader::new(form.table, draft, source, &*self.locale).with_lookups(&self.store, becomes)?;
        let stored: Stored<NetworkMap> = self.store.get(id)?;
        let place = form.place();
        changed(
            entry::read(reader).map(|facts| facts.on(stored.value)),
            |map: &NetworkMap| self.store.change(id, version, map, Origin::Draft(&place)),
            |map| Ok(entry::draft(map)),
        )
    }

    pub(super) fn ask_to_remove_map(&mut self) -> Result<(), Problem> {
        let Some(stored) = self.network.shown() else { return Ok(()) };
        let day = self.locale.date(stored.value.drawn_on, self.world.today);
        let name = format!("{} {day}", self.network.name(stored.value.ego, self.setting()));
        let question = self.locale.tell("ask-remove-map", &[("name", arg(name))]);
        let removes = Removal::Map(stored.id, stored.version);
        self.modals.push(Modal::Confirm(Confirm { question, removes }));
        Ok(())
    }

    /// Takes up a drawing where it was left.
    pub(in crate::app) fn resume_drawing(&mut self, place: &str) -> Result<bool, Problem> {
        let Some(rest) = place.strip_prefix("network/") else { return Ok(false) };
        let number = |text: &str| text.parse::<i64>().unwrap_or_default();
        match rest.strip_prefix("of/") {
            Some(ego) => {
                let ego = MemberId(number(ego));
                let family = self.store.get::<crate::domain::person::Member>(ego)?.value.family;
                self.go_along(Route::to(Pane::Network).of(family).with(ego))?;
                self.begin_map(ego, None)?;
            }
            None => {
                let id = NetworkMapId(number(rest));
                let stored: Stored<NetworkMap> = self.store.get(id)?;
                let route = Route::to(Pane::Network).of(stored.value.family).with(stored.value.ego);
                self.go_along(route.at(Landmark::Map(id)))?;
                let drawing = self.drawing(stored.value, Some((id, stored.version)))?;
                self.open_drawing(drawing)?;
            }
        }
        Ok(true)
    }
}
