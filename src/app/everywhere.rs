//! Acts that mean the same in every pane, and need nothing but what every place is given.

use super::cx::{Cx, Route, Stage, Subject};
use super::form::Form;
use super::form::noun::{self, form_at};
use super::keys::Action;
use super::layer::Then;
use super::layer::check_in::{join_run, resume_run, set_up_run};
use super::layer::checklists::open_checklists;
use super::layer::confirm::Confirm;
use super::layer::drawing::resume_drawing;
use super::layer::folder::open_folder;
use super::layer::glass::Glass;
use super::layer::handover::{SheetKind, open_sheet};
use super::layer::looked::reason::Reason;
use super::layer::looked::who_looked;
use super::layer::main_record::open_main_record;
use super::layer::measuring::{measure, open_trends, open_words, resume_measuring};
use super::layer::new_passphrase::NewPassphrase;
use super::layer::quick::Quick;
use super::layer::roll::resume_roll;
use super::layer::tree::{new_relation, open_tree, why_not_relate};
use crate::domain::access::Right;
use crate::domain::ids::FamilyId;
use crate::domain::problem::{Kind, Problem};
use crate::domain::quickline::RecordKind;
use crate::locale::arg;

/// Does an act; the family is the one that is marked where one is.
pub(super) fn act(cx: &mut Cx, act: Action, family: Option<FamilyId>) -> Result<Then, Problem> {
    let sheet = |cx: &mut Cx, kind| family.map_or(Ok(Then::Stay), |family| open_sheet(cx, kind, family));
    match act {
        Action::NewSession => noun::session::new(cx, cx.chosen().as_ref()).open(cx),
        Action::NewTask => noun::task::new(cx, cx.chosen().as_ref()).open(cx),
        Action::NewReferral => {
            let case_ref = cx.chosen().map(|family| family.case_ref).unwrap_or_default();
            noun::referral::new(cx, &case_ref, cx.sought(), None).open(cx)
        }
        Action::CheckIn => join_run(cx),
        Action::NewCheckIn => set_up_run(cx),
        Action::OpenTree => Ok(open_tree(cx)),
        Action::NewKin => new_relation(cx, cx.sought()),
        Action::HandOver => sheet(cx, SheetKind::HandOver),
        Action::Dossier => sheet(cx, SheetKind::Dossier),
        Action::MainRecord => family.map_or(Ok(Then::Stay), |family| open_main_record(cx, family)),
        Action::BreakGlass => Ok(Glass::default().into()),
        Action::WhoLooked => family.map_or(Ok(Then::Stay), |family| who_looked(cx, family)),
        Action::Folder => family.map_or(Ok(Then::Stay), |family| open_folder(cx, family)),
        Action::Checklists => family.map_or(Ok(Then::Stay), |family| open_checklists(cx, family)),
        Action::Resume => resume(cx),
        Action::Measure => measure(cx),
        Action::Trends => open_trends(cx),
        Action::Words => open_words(cx),
        Action::ChangePassphrase => Ok(NewPassphrase::default().into()),
        _ => Ok(Then::NotMine),
    }
}

/// Why an act cannot be done, as a key of the locale files.
pub(super) fn why_not(cx: &Cx, act: Action, family: Option<FamilyId>) -> Option<&'static str> {
    match act {
        Action::Undo if !cx.store.can_undo() => Some("why-nothing-to-undo"),
        Action::Tour if cx.world.stage == Stage::Tour => Some("why-no-tour-here"),
        Action::Resume if cx.drafts == 0 => Some("why-no-drafts"),
        Action::OpenTree | Action::Measure | Action::Trends | Action::Words if cx.open.is_none() => {
            Some("why-no-family")
        }
        Action::NewKin => why_not_relate(cx),
        Action::HandOver | Action::Dossier | Action::WhoLooked if family.is_none() => Some("why-no-family"),
        Action::Folder | Action::Checklists | Action::MainRecord if family.is_none() => Some("why-no-family"),
        _ => None,
    }
}

/// The right that an act needs.
pub(super) fn needs(act: Action) -> Option<Right> {
    match act {
        Action::NewSession | Action::Quick => Some(Right::WriteSessions),
        Action::NewTask => Some(Right::KeepTasks),
        Action::NewReferral => Some(Right::NoteEvents),
        Action::CheckIn | Action::NewCheckIn => Some(Right::CheckIn),
        Action::NewKin => Some(Right::ChangeFamilies),
        Action::Measure => Some(Right::NoteEvents),
        Action::BreakGlass => Some(Right::BreakGlass),
        Action::MainRecord => Some(Right::Export),
        Action::WhoLooked => Some(Right::ReadJournal),
        _ => None,
    }
}

/// Takes up the newest draft where it was left.
fn resume(cx: &mut Cx) -> Result<Then, Problem> {
    let mut gone = None;
    for draft in cx.store.drafts()? {
        match resume_at(cx, &draft.place) {
            // What the draft was about is gone. Its text stays kept, and the next one is taken up.
            Err(problem) if matches!(problem.kind, Kind::NotFound | Kind::Refused) => gone = Some(draft),
            resumed => return resumed,
        }
    }
    let Some(draft) = gone else { return Ok(Then::Stay) };
    let question = cx.locale.tell("ask-draft-gone", &[("text", arg(Form::text_of(&draft.body)))]);
    Ok(Confirm::draft(question, draft.place).into())
}

fn resume_at(cx: &mut Cx, place: &str) -> Result<Then, Problem> {
    if let Some((kind, family)) = Quick::at(place) {
        if let Some(family) = family {
            cx.open_family(family)?;
        } else {
            cx.open = None;
        }
        let subject = if kind == RecordKind::Visit { Subject::Visits } else { Subject::People };
        return Ok(Then::GoAndDo(Route::to(subject).of(family), Action::Quick));
    }
    if let Some(reason) = Reason::at(cx, place)? {
        return Ok(reason.into());
    }
    if let Some(run) = resume_run(cx, place)? {
        return Ok(run);
    }
    if let Some((route, measuring)) = resume_measuring(cx, place)? {
        return Ok(measuring.at(route));
    }
    if let Some(roll) = resume_roll(cx, place)? {
        return Ok(roll);
    }
    if let Some((route, drawing)) = resume_drawing(cx, place)? {
        return Ok(drawing.at(route));
    }
    let gone = || Problem::new(Kind::NotFound, "not-found").with("noun", place.split('/').next().unwrap_or_default());
    form_at(cx, place)?.ok_or_else(gone)?.open(cx)
}
