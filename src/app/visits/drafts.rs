//! Unfinished forms about visits, taken up where they were left.

use super::Key;
use crate::app::desk::App;
use crate::app::form::Form;
use crate::app::purpose::Purpose;
use crate::domain::entry::Draft;
use crate::domain::entry::visit as entry;
use crate::domain::ids::{AbsenceId, ArrangementId, MemberId, NetworkMapId, RestrictionId, WishId};
use crate::domain::problem::Problem;

impl App {
    /// The form of a draft's place (see `Purpose::place`), if the place is one of visits.
    pub(in crate::app) fn visits_form_at(&self, place: &str) -> Result<Option<Form>, Problem> {
        let mut parts = place.splitn(3, '/');
        let (noun, first, second) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let number = |text: &str| text.parse::<i64>().unwrap_or_default();
        let blank = |purpose, table, case_ref: &str| {
            Form::new(purpose, table, Draft::default().with("case_ref", case_ref), &self.locale)
        };
        let case_ref = || second.unwrap_or_default().to_owned();
        Ok(Some(match (noun, first) {
            ("arrangement", None) => self.new_visits_form("", Draft::default()),
            ("arrangement", Some("in")) => self.new_visits_form(&case_ref(), Draft::default()),
            ("arrangement", Some(id)) => self.series_form(ArrangementId(number(id)))?,
            ("visit" | "preparation" | "account", Some(id)) => {
                let Some(given) = second.and_then(|given| given.parse().ok()) else { return Ok(None) };
                self.visit_form(noun, Key { id: ArrangementId(number(id)), given })?
            }
            ("restriction", Some("in")) => {
                blank(Purpose::NewRestriction { case_ref: case_ref() }, &entry::RESTRICTION, &case_ref())
            }
            ("restriction", Some(id)) => self.restriction_form(RestrictionId(number(id)))?,
            ("wish", Some("in")) => blank(Purpose::NewWish { case_ref: case_ref() }, &entry::WISH, &case_ref()),
            ("wish", Some(id)) => self.wish_form(WishId(number(id)))?,
            ("ladder_move", Some(child)) => {
                let (child, with) = (MemberId(number(child)), MemberId(number(second.unwrap_or_default())));
                let from = self.store.step_of(child, with)?;
                blank(Purpose::NewMove { child, with, from }, &entry::LADDER_MOVE, "")
            }
            ("map", Some(id)) => self.map_form(NetworkMapId(number(id)))?,
            ("absence", None) => self.absence_form(None)?,
            ("absence", Some(id)) => self.absence_form(Some(AbsenceId(number(id))))?,
            _ => return self.week_form_at(place),
        }))
    }
}
