//! What keys do to a duty about care: the record that it comes from, and the question whether care went on through a
//! gap.

use crate::app::desk::App;
use crate::app::visits::{Question, Reply};
use crate::domain::deadlines::Duty;
use crate::domain::discretion::Setting;
use crate::domain::ids::MemberId;
use crate::domain::person::Member;
use crate::domain::problem::Problem;
use crate::locale::arg;

impl App {
    /// Opens the care that a duty is about, where somebody has entered any, and else the placement.
    pub(super) fn edit_care(&mut self, duty: &Duty, field: &str, of_placement: &str) -> Result<(), Problem> {
        let page = self.store.family_page(duty.family, self.world.today)?;
        let child = page.people.iter().find(|on_page| Some(on_page.person.id) == duty.about.person);
        if let Some(care) = child.and_then(|child| child.care.last()) {
            let form = self.care_form(care.id)?.at(field);
            return self.open_form(form);
        }
        self.edit_placement(duty.about.record, of_placement)
    }

    /// Opens the placement that goes on in the home that a duty is about.
    pub(super) fn edit_last_of_home(&mut self, duty: &Duty) -> Result<(), Problem> {
        let page = self.store.family_page(duty.family, self.world.today)?;
        let child = page.people.iter().find(|on_page| Some(on_page.person.id) == duty.about.person);
        let now = child.and_then(|child| child.placement(self.world.today)).map(|placement| placement.id.0);
        self.edit_placement(now.unwrap_or(duty.about.record), "ended_on")
    }

    /// Asks whether a child's care went on through a gap.
    pub(super) fn ask_care(&mut self, duty: &Duty) -> Result<(), Problem> {
        match duty.about.person {
            Some(child) => self.ask_care_of(child, Vec::new()),
            None => Ok(()),
        }
    }

    /// Asks of each gap in turn, and writes the care down once all are answered; where it is not known what the care
    /// rests on, somebody has to enter it.
    pub(in crate::app) fn ask_care_of(&mut self, child: MemberId, answers: Vec<bool>) -> Result<(), Problem> {
        let stored = self.store.get::<Member>(child)?;
        let gaps = self.store.care_gaps(child)?;
        let Some(gap) = gaps.get(answers.len()) else {
            if !gaps.is_empty() && self.store.answer_care(child, &answers)? {
                self.tell_saved();
                return self.reread();
            }
            let reference = stored.value.reference.clone();
            let form = self.new_care_form(&reference, &stored.value.given_name.shown(Setting::Page));
            return self.open_form(form);
        };
        let day = |day| arg(self.locale.day(day, self.world.today));
        let name = stored.value.given_name.shown(self.setting());
        let mut args = vec![("person", arg(name)), ("left", day(gap.left))];
        args.extend(gap.back.map(|back| ("back", day(back))));
        let told = if gap.back.is_some() { "care-gap-between" } else { "care-gap-open" };
        let deed = |went_on: bool| Reply::CareWentOn(child, [answers.clone(), vec![went_on]].concat());
        let letter = |key: &str| self.locale.say(key).chars().next().unwrap_or('?');
        let question = Question::new(self.locale.say("care-gap-question"))
            .told(self.locale.tell(told, &args))
            .with(letter("key-care-went-on"), self.locale.say("care-went-on"), deed(true))
            .with(letter("key-care-ended"), self.locale.say("care-ended"), deed(false));
        self.open_question(question);
        Ok(())
    }
}
