//! What keys do in the lists.

use super::{Groups, Line, SIDES, Side};
use crate::app::cx::Cx;
use crate::app::form::noun;
use crate::app::keys::Action;
use crate::app::layer::Then;
use crate::app::layer::confirm::Confirm;
use crate::domain::group::Group;
use crate::domain::ids::{GroupId, ReferralId};
use crate::domain::problem::Problem;
use crate::domain::referral::Referral;
use crate::locale::arg;
use crate::store::GapOf;

impl Groups {
    pub(super) fn act_on_list(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        let line = self.list.current().cloned();
        match (act, line) {
            (Action::NextList, _) => self.turn_side(cx, 1)?,
            (Action::PreviousList, _) => self.turn_side(cx, SIDES.len() - 1)?,
            (Action::New, _) => return self.new_one(cx),
            (Action::Open, Some(Line::Group(id))) => {
                self.cell = 0;
                self.open(cx, id, None)?;
            }
            (Action::Edit, Some(Line::Group(id))) => return noun::group::over(cx, id)?.open(cx),
            (Action::Open | Action::Edit, Some(Line::Referral(id))) => return edit_referral(cx, id),
            (Action::Open | Action::Edit, Some(Line::Gap(place))) => return self.open_gap(cx, place),
            (Action::Remove, Some(Line::Group(id))) => return self.ask_to_remove_group(cx, id),
            (Action::Remove, Some(Line::Referral(id))) => return self.ask_to_remove_referral(cx, id),
            (Action::Back, _) => return Ok(Then::Home),
            (Action::NextPart | Action::PreviousPart | Action::Clear | Action::Open | Action::Edit, _) => {}
            (Action::Remove, _) => {}
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    fn turn_side(&mut self, cx: &Cx, by: usize) -> Result<(), Problem> {
        let at = SIDES.iter().position(|side| *side == self.side).unwrap_or(0);
        self.side = SIDES[(at + by) % SIDES.len()];
        self.list = Default::default();
        self.load(cx)
    }

    fn new_one(&self, cx: &mut Cx) -> Result<Then, Problem> {
        if self.side == Side::Groups {
            return noun::group::new(cx).open(cx);
        }
        let case_ref = cx.chosen().map(|family| family.case_ref).unwrap_or_default();
        let person = cx.sought();
        noun::referral::new(cx, &case_ref, person, None).open(cx)
    }

    /// What a gap was found by: the referral, or the meeting of the group.
    fn open_gap(&self, cx: &mut Cx, place: usize) -> Result<Then, Problem> {
        match self.gaps.get(place).map(|gap| &gap.of) {
            Some(GapOf::Family(id, ..)) => edit_referral(cx, *id),
            Some(GapOf::Group(meeting, ..)) => noun::group_meeting::over(cx, *meeting)?.at("gap_met_on").open(cx),
            None => Ok(Then::Stay),
        }
    }

    fn ask_to_remove_group(&self, cx: &Cx, id: GroupId) -> Result<Then, Problem> {
        let Some(row) = self.group(id) else { return Ok(Then::Stay) };
        let name = row.group.value.name.as_str();
        let question = cx.locale.tell("ask-remove-group", &[("name", arg(name))]);
        Ok(Confirm::record::<Group>(question, id, row.group.version).into())
    }

    fn ask_to_remove_referral(&self, cx: &Cx, id: ReferralId) -> Result<Then, Problem> {
        let Some(of) = self.referral(id) else { return Ok(Then::Stay) };
        let to = cx.locale.actor(&of.value.value.to);
        let question = cx.locale.tell("ask-remove-referral", &[("to", arg(to))]);
        Ok(Confirm::record::<Referral>(question, id, of.value.version).into())
    }
}

/// Opens a referral's form, which is a reading of it.
fn edit_referral(cx: &mut Cx, id: ReferralId) -> Result<Then, Problem> {
    cx.journal_opening(("referral", id.0), cx.store.get::<Referral>(id)?.value.family)?;
    noun::referral::over(cx, id)?.open(cx)
}
