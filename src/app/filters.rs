//! What narrows a list, as forms like any other.

use super::desk::App;
use super::form::Form;
use super::modal::Modal;
use super::notice::Notice;
use super::panes::Pane;
use super::purpose::Purpose;
use crate::domain::codes::{Area, Code, CodeList, FamilyStatus, Outcome};
use crate::domain::entry::{self, Draft, Fault, Field, Names, Need, Reader, Shape, Source, Why};
use crate::domain::text::Leaning;
use crate::store::{FamilyFilter, SessionFilter, Whose};

/// Whose families.
pub const WHOSE: CodeList = CodeList { name: "whose", codes: &["everyones", "mine"] };

const fn field(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, need: Need::Optional }
}

/// What narrows the list of families.
pub const FAMILY_FILTER: entry::Form = entry::Form {
    kind: "family-filter",
    fields: &[
        field("whose", Shape::Code(WHOSE)),
        field("status", Shape::Code(FamilyStatus::LIST)),
        field("district", Shape::Line),
    ],
    asked: &["whose", "status", "district"],
};

/// What narrows the list of sessions.
pub const SESSION_FILTER: entry::Form = entry::Form {
    kind: "session-filter",
    fields: &[
        field("area", Shape::Code(Area::LIST)),
        field("staff", Shape::Line),
        field("outcome", Shape::Code(Outcome::LIST)),
        field("from", Shape::Day(Leaning::Past)),
        field("to", Shape::Day(Leaning::Past)),
    ],
    asked: &["area", "staff", "outcome", "from", "to"],
};

impl App {
    pub(super) fn open_filter(&mut self) {
        let form = match self.pane {
            Pane::Week | Pane::Visits | Pane::Network => return,
            Pane::Families => {
                let filter = &self.families.filter;
                let whose = (filter.whose == Whose::Mine).then_some("mine");
                let draft = Draft::default()
                    .with_some("whose", whose)
                    .with_some("status", filter.status.map(Code::code))
                    .with_some("district", filter.district.as_ref());
                Form::new(Purpose::FamilyFilter, &FAMILY_FILTER, draft, &self.locale)
            }
            Pane::Sessions => {
                let filter = &self.sessions.filter;
                let draft = Draft::default()
                    .with_some("area", filter.area.map(Code::code))
                    .with_some("staff", filter.staff.as_ref())
                    .with_some("outcome", filter.outcome.map(Code::code))
                    .with_some("from", filter.from)
                    .with_some("to", filter.to);
                Form::new(Purpose::SessionFilter, &SESSION_FILTER, draft, &self.locale)
            }
        };
        self.modals.push(Modal::Form(Box::new(form)));
    }

    pub(super) fn apply_family_filter(&mut self, draft: &Draft) -> Result<(), Vec<Fault>> {
        let mut reader = Reader::new(&FAMILY_FILTER, draft, Source::Typed(self.world.today), &*self.locale);
        let whose = match reader.listed("whose", WHOSE) {
            Some("mine") => Whose::Mine,
            _ => Whose::Everyones,
        };
        let filter = FamilyFilter { whose, status: reader.code("status"), district: reader.line("district") };
        self.families.filter = reader.finish(Some(filter))?;
        self.families.window.forget();
        self.tell_filtered();
        Ok(())
    }

    pub(super) fn apply_session_filter(&mut self, draft: &Draft) -> Result<(), Vec<Fault>> {
        let mut reader = Reader::new(&SESSION_FILTER, draft, Source::Typed(self.world.today), &*self.locale);
        let mut staff = reader.line("staff");
        // Three letters of a name do here too; a name that nobody bears finds nothing, and says so by an empty list.
        match staff.as_deref().map(|word| self.store.staff(word)) {
            Some(Ok(found)) if found.len() > 1 && !found.iter().any(|name| Some(name) == staff.as_ref()) => {
                reader.fault("staff", Why::Ambiguous(found));
            }
            Some(Ok(found)) if found.len() == 1 => staff = found.into_iter().next(),
            _ => {}
        }
        let filter = SessionFilter {
            family: self.sessions.filter.family,
            area: reader.code("area"),
            staff,
            outcome: reader.code("outcome"),
            from: reader.day("from"),
            to: reader.day("to"),
        };
        self.sessions.filter = reader.finish(Some(filter))?;
        self.sessions.window.forget();
        self.tell_filtered();
        Ok(())
    }

    fn tell_filtered(&mut self) {
        self.notice = Some(Notice::Done(self.locale.say("notice-filtered")));
    }
}
