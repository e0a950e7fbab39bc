//! What is said of a family: from the keys to a check-in, and what becomes of it when somebody else was first.

use super::{Focus, Going, Part, Then, Typed, Way};
use crate::app::conflict::Conflict;
use crate::app::desk::App;
use crate::app::form::{Form, Unkept};
use crate::app::form_save::{Attempt, changed};
use crate::app::modal::Modal;
use crate::app::notice::Notice;
use crate::app::purpose::Purpose;
use crate::domain::check_in::CheckIn;
use crate::domain::codes::Colour;
use crate::domain::directory::Directory;
use crate::domain::entry::{self, Becomes, Draft, Reader, Source};
use crate::domain::ids::CheckInId;
use crate::domain::problem::Problem;
use crate::domain::quickline::{read_step, write_step};
use crate::domain::text::clean_line;
use crate::store::{GoesOn, Origin, Saving, Stored};

impl Typed {
    pub(super) fn of(said: &CheckIn) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let step = said.next_step.as_ref().map(|step| write_step(step, said.who.as_deref(), said.due_on));
        Self {
            colour: Some(said.colour),
            sentence: text(&said.sentence),
            step: step.unwrap_or_default(),
            decision: text(&said.decision),
        }
    }
}

impl App {
    /// Text changed in a run: what hangs on it is worked out again.
    pub(in crate::app) fn read_run_line(&mut self) -> Result<(), Problem> {
        let Some(Modal::Run(mut run)) = self.modals.pop() else { return Ok(()) };
        let done = match &mut run.stage {
            super::Stage::Setup(setup) => self.read_present(setup),
            super::Stage::Going(going) => self.read_going(going),
            super::Stage::Record(_) => Ok(()),
        };
        if matches!(&run.stage, super::Stage::Going(going) if matches!(going.focus, Focus::Line(_))) {
            run.unkept = Unkept::Something;
        }
        self.modals.push(Modal::Run(run));
        done
    }

    fn read_going(&mut self, going: &mut Going) -> Result<(), Problem> {
        match going.focus {
            Focus::Line(Part::Step) => self.read_step_of(going),
            Focus::Adding => {
                let word = clean_line(going.ask.text());
                going.found = if word.is_empty() { Vec::new() } else { Directory::families(&self.store, &word)? };
                Ok(())
            }
            _ => Ok(()),
        }
    }

    pub(super) fn read_step_of(&self, going: &mut Going) -> Result<(), Problem> {
        let text = going.step.text();
        let is_empty = text.trim().is_empty();
        going.step_read = if is_empty { None } else { Some(read_step(text, self.world.today, &self.store)?) };
        Ok(())
    }

    /// Keeps what is typed of the family on the screen.
    pub(super) fn keep_typed(&mut self, going: &Going, unkept: &mut Unkept) -> Result<(), Problem> {
        if going.is_changed() {
            let body = serde_json::to_string(&going.typed()).unwrap_or_default();
            self.store.keep_draft(&going.place(), &body)?;
            self.notice = Some(Notice::Done(self.locale.say("notice-kept")));
        } else if *unkept == Unkept::Something {
            self.store.drop_draft(&going.place())?;
        }
        *unkept = Unkept::Nothing;
        self.count_drafts()
    }

    /// Says the same as last time, and goes on.
    pub(super) fn say_as_before(&mut self, going: &mut Going, unkept: &mut Unkept) -> Result<Then, Problem> {
        let trouble = |app: &mut Self, key: &str| {
            app.notice = Some(Notice::Trouble(app.locale.say(key)));
            Ok(Then::Stay)
        };
        let before = going.page.as_ref().and_then(|page| page.spoken.before.as_ref());
        let Some(before) = before.map(|before| before.value.clone()) else {
            return trouble(self, "run-nothing-before");
        };
        if going.is_changed() {
            return trouble(self, "run-something-typed");
        }
        if going.seen.is_some() {
            return trouble(self, "run-said-already");
        }
        let said = before.again(going.agenda.id, self.world.today, self.user());
        self.say_and_go(going, unkept, &said)
    }

    /// Saves what is typed and goes on; where nothing is, only goes on.
    pub(super) fn save_next(&mut self, going: &mut Going, unkept: &mut Unkept) -> Result<Then, Problem> {
        let Some(family) = going.family() else { return Ok(Then::Stay) };
        if !going.is_changed() && going.seen.is_some() {
            return self.go_on(going, unkept);
        }
        let Some(colour) = going.colour else {
            going.focus = Focus::Keys;
            self.notice = Some(Notice::Trouble(self.locale.say("run-choose-colour")));
            return Ok(Then::Stay);
        };
        self.read_step_of(going)?;
        if let Some(part) = going.step_read.as_ref().and_then(|read| read.fault()) {
            let said = self.locale.line_fault(going.step.text(), part).map(|fault| fault.sentence).unwrap_or_default();
            going.step.put_cursor(part.span.end);
            going.focus = Focus::Line(Part::Step);
            self.notice = Some(Notice::Trouble(said));
            return Ok(Then::Stay);
        }
        let said = self.as_typed(going, family, colour);
        self.say_and_go(going, unkept, &said)
    }

    fn as_typed(&self, going: &Going, family: crate::domain::ids::FamilyId, colour: Colour) -> CheckIn {
        let text = |line: &str| Some(clean_line(line)).filter(|text| !text.is_empty());
        let step = going.step_read.as_ref();
        CheckIn {
            family,
            meeting: Some(going.agenda.id),
            on: going
                .page
                .as_ref()
                .and_then(|page| page.spoken.now.as_ref())
                .map_or(self.world.today, |now| now.value.on),
            colour,
            sentence: text(going.sentence.text()),
            decision: text(going.decision.text()),
            next_step: step.and_then(|step| step.what.clone()),
            // What has a day is somebody's: one's own, unless somebody else is named.
            who: step.and_then(|step| step.who.clone().or_else(|| step.due_on.map(|_| self.user().to_owned()))),
            due_on: step.and_then(|step| step.due_on),
            as_before: false,
            by: self.user().to_owned(),
        }
    }

    /// Where one goes after the family on the screen, and whether the meeting goes along: if the others have gone on
    /// meanwhile, one goes to where they are.
    fn goes_on(&self, going: &Going) -> Result<(Option<usize>, bool), Problem> {
        if going.way == Way::Together {
            let now = self.store.meeting_at(going.agenda.id)?;
            let elsewhere = now.filter(|now| Some(*now) != going.family());
            let place = elsewhere.and_then(|now| going.agenda.families.iter().position(|one| one.family == now));
            if let Some(place) = place {
                return Ok((Some(place), false));
            }
        }
        Ok((going.next(), going.way == Way::Together))
    }

    fn say_and_go(&mut self, going: &mut Going, unkept: &mut Unkept, said: &CheckIn) -> Result<Then, Problem> {
        let (next, together) = self.goes_on(going)?;
        let to = next.and_then(|place| going.agenda.families.get(place)).map(|one| one.family);
        let place = going.place();
        let goes_on = to.map(|to| GoesOn { to, together });
        match self.store.say(said, going.seen, goes_on, Origin::Draft(&place))? {
            Saving::Newer(theirs) => self.compare(going, unkept, said, theirs),
            Saving::Saved(_) => {
                *unkept = Unkept::Nothing;
                if let Some(one) = going.agenda.families.get_mut(going.place) {
                    one.done = true;
                }
                if let Some(to) = to.filter(|_| together) {
                    going.agenda.now_at = Some(to);
                }
                self.tell_saved();
                self.count_drafts()?;
                self.arrive(going, next)?;
                Ok(Then::Stay)
            }
        }
    }

    fn go_on(&mut self, going: &mut Going, unkept: &mut Unkept) -> Result<Then, Problem> {
        let (next, together) = self.goes_on(going)?;
        self.keep_typed(going, unkept)?;
        if let Some(to) = next.and_then(|place| going.agenda.families.get(place)).map(|one| one.family) {
            self.store.turn_meeting(going.agenda.id, None, GoesOn { to, together })?;
            if together {
                going.agenda.now_at = Some(to);
            }
        }
        self.arrive(going, next)?;
        Ok(Then::Stay)
    }

    /// Somebody has said something of the same family: both are shown, and what was typed is kept as a draft.
    fn compare(
        &mut self,
        going: &mut Going,
        unkept: &mut Unkept,
        mine: &CheckIn,
        theirs: Stored<CheckIn>,
    ) -> Result<Then, Problem> {
        let case_ref = self.case_ref(mine.family)?;
        let mut form = self.check_in_form(&theirs, &case_ref);
        let draft = |said: &CheckIn| entry::check_in_draft(said, &case_ref);
        let mine = draft(&CheckIn { as_before: false, ..mine.clone() });
        let words = Form::new(form.purpose.clone(), form.table, mine.clone(), &self.locale).draft();
        words.filled().for_each(|(key, text)| form.set(key, text));
        form.unkept = Unkept::Something;
        let kept = form.kept();
        if let Some(body) = &kept {
            self.store.keep_draft(&form.place(), body)?;
        }
        self.store.drop_draft(&going.place())?;
        *unkept = Unkept::Nothing;
        self.read_agenda(going)?;
        self.load_spoken(going)?;
        self.notice = Some(Notice::Trouble(self.locale.say("notice-newer")));
        let version = theirs.version;
        Ok(Then::Compare(Box::new(Conflict::new(Box::new(form), mine, draft(&theirs.value), version, &self.locale))))
    }

    /// The form of what was said of a family.
    fn check_in_form(&self, said: &Stored<CheckIn>, case_ref: &str) -> Form {
        let purpose = Purpose::CheckIn { meeting: said.value.meeting, id: said.id, version: said.version };
        Form::new(purpose, &entry::CHECK_IN, entry::check_in_draft(&said.value, case_ref), &self.locale).about(case_ref)
    }

    pub(in crate::app) fn check_in_form_at(&self, id: CheckInId) -> Result<Form, Problem> {
        let said: Stored<CheckIn> = self.store.get(id)?;
        let case_ref = self.case_ref(said.value.family)?;
        Ok(self.check_in_form(&said, &case_ref))
    }

    pub(in crate::app) fn attempt_check_in(&self, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
        let Purpose::CheckIn { meeting, id, version, .. } = form.purpose else {
            return Ok(Attempt::Faults(Vec::new()));
        };
        let (place, store) = (form.place(), &self.store);
        let source = Source::Typed(self.world.today);
        let reader =
            Reader::new(form.table, draft, source, &*self.locale).with_lookups(store, Becomes::Record(id.0))?;
        changed(
            entry::read_check_in(reader, store, meeting)?,
            |said: &CheckIn| store.say(said, Some((id, version)), None, Origin::Draft(&place)),
            |said: &CheckIn| Ok(entry::check_in_draft(said, &self.case_ref(said.family)?)),
        )
    }
}
