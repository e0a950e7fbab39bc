//! The folder of a family: its papers with their versions, assessments of contact, school, leisure, health. It lies
//! over the pane it was opened from.

mod lines;
mod said;

use super::checklists::open_checklists;
use super::confirm::Confirm;
use super::paper::read_paper;
use super::question::Question;
use super::{Place, Then};
use crate::app::cx::{Cx, Landmark};
use crate::app::form::noun;
use crate::app::keys::{Action, Scope};
use crate::app::layout::body;
use crate::app::list::{Marked, Move};
use crate::domain::access::Right;
use crate::domain::assessment::Assessment;
use crate::domain::codes::{MemberRole, PaperKind};
use crate::domain::directory::MemberName;
use crate::domain::entry::Draft;
use crate::domain::health::Health;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::obstacle::Obstacle;
use crate::domain::paper::Paper;
use crate::domain::problem::Problem;
use crate::domain::schooling::Schooling;
use crate::locale::arg;
use crate::store::Folder;

pub(in crate::app) use lines::sums;
pub use lines::{Kept, Line};
pub use said::Teller;

/// Rows above the lines: the title, and a blank one.
pub const ABOVE: u16 = 2;

/// A folder that is open.
#[derive(Debug)]
pub struct FamilyFolder {
    /// Whose.
    pub family: FamilyId,
    /// The family's name and case reference.
    pub called: (String, String),
    /// What is kept there.
    pub lines: Marked<Line>,
    folder: Folder,
}

/// Opens a family's folder. If the family is not open, that is journalled as a reading.
pub(in crate::app) fn open_folder(cx: &mut Cx, family: FamilyId) -> Result<Then, Problem> {
    cx.journal_opening(("papers", 0), family)?;
    let name = cx.name_of(family)?;
    let mut open = FamilyFolder {
        family,
        called: (name.name, name.case_ref),
        lines: Marked::default(),
        folder: Folder::default(),
    };
    open.read(cx)?;
    Ok(open.into())
}

/// What people of a family are called on the screen.
pub(in crate::app) fn called<'a>(cx: &Cx, members: &'a [MemberName]) -> impl Fn(PersonId) -> String + use<'a> {
    let setting = cx.setting();
    move |id| {
        let found = members.iter().find(|member| member.id == id);
        found.map(|member| member.given_name.shown(setting)).unwrap_or_default()
    }
}

/// The child that is chosen, or the family's only one.
pub(in crate::app) fn child_of(cx: &Cx, members: &[MemberName]) -> Option<PersonId> {
    let children = || members.iter().filter(|member| member.role == MemberRole::Child).map(|member| member.id);
    let sought = cx.sought().filter(|sought| children().any(|child| child == *sought));
    sought.or_else(|| children().next().filter(|_| children().count() == 1))
}

impl FamilyFolder {
    fn read(&mut self, cx: &Cx) -> Result<(), Problem> {
        let members = cx.members(self.family)?;
        self.folder = cx.store.folder(self.family)?;
        let name = called(cx, &members);
        let teller = Teller { locale: &cx.locale, today: cx.world.today, name: &name };
        let room = body(cx.world.size.1).saturating_sub(ABOVE);
        let same = |line: &Line, lines: &[Line]| lines.iter().position(|other| other.kept == line.kept);
        self.lines.lay_out(lines::lines(&self.folder, &teller), room, same);
        Ok(())
    }

    fn kept(&self) -> Option<Kept> {
        self.lines.current().and_then(|line| line.kept)
    }

    /// Opens what is marked: a paper to be read, the rest in its form.
    fn open(&self, cx: &mut Cx, to_edit: bool) -> Result<Then, Problem> {
        match self.kept() {
            Some(Kept::Paper(id)) if !to_edit => read_paper(cx, self.family, id),
            Some(Kept::Paper(id)) => noun::paper::over(cx, id)?.open(cx),
            Some(Kept::Assessment(id)) => noun::assessment::over(cx, id)?.open(cx),
            Some(Kept::Schooling(id)) => noun::schooling::over(cx, id)?.open(cx),
            Some(Kept::Obstacle(id)) => noun::obstacle::over(cx, id)?.open(cx),
            Some(Kept::Health(id)) => noun::health::over(cx, id)?.open(cx),
            None => Ok(Then::Stay),
        }
    }

    fn ask_to_remove(&self, cx: &Cx) -> Result<Then, Problem> {
        let Some(line) = self.lines.current() else { return Ok(Then::Stay) };
        let question = cx.locale.tell("ask-remove-kept", &[("what", arg(line.text.as_str()))]);
        Ok(match line.kept {
            Some(Kept::Paper(id)) => Confirm::record::<Paper>(question, id, cx.store.get::<Paper>(id)?.version).into(),
            Some(Kept::Assessment(id)) => {
                Confirm::record::<Assessment>(question, id, cx.store.get::<Assessment>(id)?.version).into()
            }
            Some(Kept::Schooling(id)) => {
                Confirm::record::<Schooling>(question, id, cx.store.get::<Schooling>(id)?.version).into()
            }
            Some(Kept::Obstacle(id)) => {
                Confirm::record::<Obstacle>(question, id, cx.store.get::<Obstacle>(id)?.version).into()
            }
            Some(Kept::Health(id)) => {
                Confirm::record::<Health>(question, id, cx.store.get::<Health>(id)?.version).into()
            }
            None => Then::Stay,
        })
    }

    /// Asks what is to be written.
    fn ask_new(&self, cx: &Cx) -> Result<Then, Problem> {
        let (family, members) = (self.family, cx.members(self.family)?);
        let case_ref = self.called.1.clone();
        let child = child_of(cx, &members);
        let marked = match self.kept() {
            Some(Kept::Paper(id)) => self.folder.papers.iter().find(|one| one.id == id).map(|one| one.value.of()),
            _ => None,
        };
        let mut question = Question::new(cx.locale.say("ask-new-kept"));
        let papers =
            [("story", PaperKind::LifeStory), ("safety", PaperKind::SafetyPlan), ("columns", PaperKind::ThreeColumns)];
        for (key, kind) in papers {
            // A new version of what is marked is of whom that one is.
            // Where nobody is marked, of whom the last one is.
            let last = || self.folder.papers.iter().rev().find(|one| one.value.kind == kind);
            let person = marked
                .filter(|(of, _)| *of == kind)
                .map_or_else(|| child.or_else(|| last().and_then(|one| one.value.person)), |(_, person)| person);
            let answer = move |cx: &mut Cx| noun::paper::new(cx, family, kind, person)?.open(cx);
            question = question.with(cx.letter(&format!("new-{key}")), cx.locale.label(kind), answer);
        }
        let begun = move |cx: &Cx, field: &str| -> Result<Draft, Problem> {
            Ok(Draft::default().with_family("case_ref", family, &cx.case_ref(family)?).with_people(
                field,
                child,
                &cx.members(family)?,
            ))
        };
        type New = fn(&Cx, &str, Draft) -> crate::app::form::Form;
        let others: [(&str, &str, New); 4] = [
            ("assessment", "child", noun::assessment::new),
            ("schooling", "child", noun::schooling::new),
            ("obstacle", "person", noun::obstacle::new),
            ("health", "person", noun::health::new),
        ];
        for (key, field, new) in others {
            let case_ref = case_ref.clone();
            let answer = move |cx: &mut Cx| new(cx, &case_ref, begun(cx, field)?).open(cx);
            let label = cx.locale.say(&format!("form-new-{key}")).to_lowercase();
            question = question.with(cx.letter(&format!("new-{key}")), label, answer);
        }
        Ok(question.into())
    }

    fn mark(&mut self, record: &Landmark) {
        let kept = record
            .as_a::<Paper>()
            .map(Kept::Paper)
            .or_else(|| record.as_a::<Assessment>().map(Kept::Assessment))
            .or_else(|| record.as_a::<Schooling>().map(Kept::Schooling))
            .or_else(|| record.as_a::<Obstacle>().map(Kept::Obstacle))
            .or_else(|| record.as_a::<Health>().map(Kept::Health));
        let place = self.lines.lines.iter().position(|line| kept.is_some() && line.kept == kept);
        self.lines.marker = place.unwrap_or(self.lines.marker);
    }
}

impl Place for FamilyFolder {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Folder, Scope::Over]
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        match act {
            Action::Undo if !cx.store.can_undo() => Some("why-nothing-to-undo"),
            Action::Open | Action::Edit | Action::Remove if self.kept().is_none() => Some("why-nothing-kept"),
            _ => None,
        }
    }

    fn needs(&self, act: Action) -> Option<Right> {
        matches!(act, Action::New | Action::Edit | Action::Remove).then_some(Right::NoteEvents)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        if let Some(way) = Move::of(act) {
            self.lines.go(way);
            return Ok(Then::Stay);
        }
        match act {
            Action::Close => Ok(Then::Close),
            Action::Open => self.open(cx, false),
            Action::Edit => self.open(cx, true),
            Action::New => self.ask_new(cx),
            Action::Remove => self.ask_to_remove(cx),
            Action::Checklists => Ok(open_checklists(cx, self.family)?.closing()),
            Action::Undo => Ok(Then::Undo),
            Action::Redo => Ok(Then::Redo),
            _ => Ok(Then::NotMine),
        }
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.read(cx)?;
        if let Some(added) = cx.marks.added.clone() {
            self.mark(&added);
        }
        Ok(())
    }
}
