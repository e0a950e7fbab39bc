//! The weekly check-in (avstämning), one screen a family.
//!
//! A run is a meeting of the store that goes on: whoever joins it sees the same family, and what one of them says or
//! passes over moves all who go together. Whoever goes their own way moves nobody. What is typed stays on the screen of
//! whoever types it, and is kept at every pause like any text; the family is left only once that is saved or kept.

mod again;
mod late;
mod record;
mod round;
mod said;
mod setup;
mod steps;

use serde::{Deserialize, Serialize};

use super::confirm::ask_to_discard;
use super::conflict::Conflict;
use super::{Place, Then, Typed as Kept};
use crate::app::cx::Cx;
use crate::app::form::{Line, Unkept};
use crate::app::keys::{Action, Key, Scope};
use crate::domain::codes::Colour;
use crate::domain::directory::FamilyName;
use crate::domain::discretion::{Grade, Setting, initial};
use crate::domain::ids::{CheckInId, FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::quickline::StepLine;
use crate::store::{MeetingAgenda, OnAgenda, SpokenOf};

pub use record::Shown;
pub use setup::Setup;

pub(in crate::app) use round::resume_run;
pub(in crate::app) use setup::{join_run, set_up_run};

/// A check-in on the screen.
#[derive(Debug)]
pub struct Run {
    /// How far it has come.
    pub stage: Stage,
    /// Whether something was typed that is kept nowhere yet.
    pub unkept: Unkept,
}

/// How far a check-in has come.
#[derive(Debug)]
pub enum Stage {
    /// Who is there, and whose families.
    Setup(Box<Setup>),
    /// One family after the other.
    Round(Box<Round>),
    /// The record.
    Record(Shown),
}

/// Where keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// To the family: a key an act.
    Keys,
    /// To a line of what is said.
    Line(Part),
    /// To the name of a family that is to be added.
    Adding,
    /// To the names of those who are there.
    Present,
}

/// A line of what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// How it stands.
    Sentence,
    /// What comes next, who does it and by when.
    Step,
    /// What was decided.
    Decision,
}

impl Part {
    /// The lines in their order.
    pub const ALL: [Self; 3] = [Self::Sentence, Self::Step, Self::Decision];
}

/// Whether one goes with the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// All see the same family.
    Together,
    /// One's own.
    Own,
}

/// What is said of a family, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Typed {
    colour: Option<Colour>,
    sentence: String,
    step: String,
    decision: String,
}

/// The family on the screen.
#[derive(Debug)]
pub struct Page {
    /// What is known of it.
    pub spoken: SpokenOf,
    /// Its duties that are late.
    pub late: Vec<String>,
}

impl Page {
    /// What somebody in the family is called.
    pub fn called(&self, person: PersonId, setting: Setting) -> String {
        let found = self.spoken.people.iter().find(|known| known.id == person);
        found.map(|known| known.given_name.shown(setting)).unwrap_or_default()
    }

    /// What the family is called.
    pub fn family(&self) -> String {
        let is_kept_back = self.spoken.people.iter().any(|known| known.given_name.grade() == Grade::Hidden);
        family_name(&self.spoken.family, is_kept_back)
    }
}

/// A family's name where anybody may look on: of one in which somebody's name is kept back, its initial.
fn family_name(family: &FamilyName, is_kept_back: bool) -> String {
    if is_kept_back { initial(&family.name) } else { family.name.clone() }
}

/// A check-in that goes on.
#[derive(Debug)]
pub struct Round {
    /// The meeting as it stands.
    pub agenda: MeetingAgenda,
    /// The place of the family on the screen among the families.
    pub place: usize,
    /// The family on the screen.
    pub page: Option<Page>,
    /// The families that come next, by name.
    pub coming: Vec<FamilyName>,
    /// Where keys go.
    pub focus: Focus,
    /// Whether one goes with the others.
    pub way: Way,
    /// How it stands.
    pub colour: Option<Colour>,
    /// In one sentence.
    pub sentence: Line,
    /// What comes next.
    pub step: Line,
    /// What was decided.
    pub decision: Line,
    /// What the next step was read as.
    pub step_read: Option<StepLine>,
    /// A name that is asked for.
    pub ask: Line,
    /// The families that a name could mean.
    pub found: Vec<FamilyName>,
    /// Whether one has been asked whether to end it for all.
    ending: Ending,
    /// What stood here when the family came on the screen.
    opened: Typed,
    /// What had been said at this meeting when it came on the screen.
    seen: Option<(CheckInId, i64)>,
}

/// Whether one has been asked whether to end a check-in that has families left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Ending {
    /// No.
    #[default]
    Unasked,
    /// Yes; the same key once more ends it.
    Asked,
}

impl Round {
    /// The family on the screen.
    pub fn family(&self) -> Option<FamilyId> {
        self.agenda.families.get(self.place).map(|one| one.family)
    }

    /// How many families are not spoken of yet.
    pub fn left(&self) -> usize {
        self.agenda.families.iter().filter(|one| !one.done).count()
    }

    /// Whether the family on the screen was passed over for now.
    pub fn current(&self) -> Option<&OnAgenda> {
        self.agenda.families.get(self.place)
    }

    /// Whether there is something to take over from last time.
    pub fn seen_before(&self) -> bool {
        self.page.as_ref().is_some_and(|page| page.spoken.before.is_some())
    }

    /// Whether something has been said of the family already.
    pub fn is_said(&self) -> bool {
        self.seen.is_some()
    }

    fn typed(&self) -> Typed {
        let text = |line: &Line| line.text().trim().to_owned();
        Typed {
            colour: self.colour,
            sentence: text(&self.sentence),
            step: text(&self.step),
            decision: text(&self.decision),
        }
    }

    /// Whether anything differs from what stood here at first.
    pub fn is_changed(&self) -> bool {
        self.typed() != self.opened
    }

    fn set(&mut self, typed: &Typed) {
        self.colour = typed.colour;
        self.sentence = Line::new(&typed.sentence);
        self.step = Line::new(&typed.step);
        self.decision = Line::new(&typed.decision);
    }

    /// The line that keys go to.
    fn line(&mut self) -> Option<&mut Line> {
        match self.focus {
            Focus::Keys => None,
            Focus::Line(Part::Sentence) => Some(&mut self.sentence),
            Focus::Line(Part::Step) => Some(&mut self.step),
            Focus::Line(Part::Decision) => Some(&mut self.decision),
            Focus::Adding | Focus::Present => Some(&mut self.ask),
        }
    }

    fn place(&self) -> String {
        format!("check-in/{}/{}", self.agenda.id.0, self.family().map_or(0, |family| family.0))
    }
}

impl Run {
    fn new(stage: Stage) -> Self {
        Self { stage, unkept: Unkept::Nothing }
    }

    fn line(&mut self) -> Option<&mut Line> {
        match &mut self.stage {
            Stage::Setup(setup) => Some(&mut setup.present),
            Stage::Round(round) => round.line(),
            Stage::Record(_) => None,
        }
    }

    /// Text changed: what hangs on it is worked out again.
    fn read_line(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        cx.notice = None;
        let done = match &mut self.stage {
            Stage::Setup(setup) => setup::read_present(cx, setup),
            Stage::Round(round) => said::read_round(cx, round),
            Stage::Record(_) => Ok(()),
        };
        if matches!(&self.stage, Stage::Round(round) if matches!(round.focus, Focus::Line(_))) {
            self.unkept = Unkept::Something;
        }
        done
    }
}

/// What becomes of a run after a key.
enum Step {
    /// It goes on.
    Stay,
    /// It is left.
    Leave,
    /// It shows something else.
    Turn(Stage),
    /// Somebody else has said something of the same family.
    Compare(Box<Conflict>),
    /// A step back.
    Undo,
    /// A step forth.
    Redo,
    /// What is typed is thrown away, if somebody wants that.
    Discard,
}

impl Place for Run {
    fn scopes(&self) -> &'static [Scope] {
        match &self.stage {
            Stage::Setup(_) => &[Scope::RunSetup, Scope::Typing],
            Stage::Record(_) => &[Scope::RunRecord, Scope::Over],
            Stage::Round(round) => match round.focus {
                Focus::Keys => &[Scope::Run, Scope::Over],
                Focus::Line(_) => &[Scope::RunLine, Scope::Typing],
                Focus::Adding | Focus::Present => &[Scope::RunAsk, Scope::Typing],
            },
        }
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        (act == Action::Undo && !cx.store.can_undo()).then_some("why-nothing-to-undo")
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        let step = match &mut self.stage {
            Stage::Setup(setup) => setup::act_on_setup(cx, setup, act)?,
            Stage::Round(round) => round::act_on_round(cx, round, &mut self.unkept, act)?,
            Stage::Record(shown) => shown.act(act, cx.world.size),
        };
        Ok(match step {
            Step::Stay => Then::Stay,
            Step::Leave => {
                cx.count_drafts()?;
                cx.written = true;
                Then::Close
            }
            Step::Turn(stage) => {
                *self = Self::new(stage);
                Then::Stay
            }
            Step::Compare(conflict) => {
                cx.count_drafts()?;
                Then::from(*conflict)
            }
            Step::Undo => Then::Undo,
            Step::Redo => Then::Redo,
            Step::Discard => ask_to_discard(cx),
        })
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        if self.line().is_some_and(|line| line.key(key)) {
            self.read_line(cx)?;
        }
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        if let Some(line) = self.line() {
            line.paste(text);
        }
        self.read_line(cx)
    }

    fn unkept(&self) -> Option<Kept> {
        let Stage::Round(round) = &self.stage else { return None };
        let body = || round.is_changed().then(|| serde_json::to_string(&round.typed()).ok()).flatten();
        (self.unkept == Unkept::Something).then(|| Kept { place: round.place(), body: body() })
    }

    fn mark_kept(&mut self, is_kept: bool) {
        self.unkept = if is_kept { Unkept::Nothing } else { Unkept::Something };
    }

    /// Puts back what stood here at first.
    fn discard(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        if let Stage::Round(round) = &mut self.stage {
            cx.discard_draft(&round.place())?;
            let opened = round.opened.clone();
            round.set(&opened);
            (round.step_read, round.focus) = (None, Focus::Keys);
        }
        self.unkept = Unkept::Nothing;
        Ok(Then::Stay)
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        if let Stage::Round(round) = &mut self.stage { round.read_again(cx) } else { Ok(()) }
    }

    fn follow(&mut self, cx: &mut Cx) -> Result<bool, Problem> {
        if let Stage::Round(round) = &mut self.stage { round.follow_others(cx) } else { Ok(false) }
    }
}
