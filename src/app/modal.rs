//! What can lie over a pane: a closed set, in a stack whose top takes all input.

use super::actions::Scope;
use super::conflict::Conflict;
use super::form::Form;
use super::handover::HandOver;
use super::help::Help;
use super::jump::Jump;
use super::kin::FamilyTree;
use super::network::{Drawing, Focus};
use super::palette::Palette;
use super::quick::Quick;
use super::reading::Reading;
use super::run::Run;
use super::visits::{Card, Question};
use crate::domain::ids::{CareId, FamilyId, KinId, MemberId, NetworkMapId, PlacementId, SessionId, StatusSpanId};

/// Something over a pane.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum Modal {
    Help(Help),
    Jump(Jump),
    Palette(Palette),
    Quick(Box<Quick>),
    Form(Box<Form>),
    Reading(Box<Reading>),
    HandOver(Box<HandOver>),
    Card(Box<Card>),
    Question(Box<Question>),
    Drawing(Box<Drawing>),
    Tree(Box<FamilyTree>),
    Run(Box<Run>),
    Confirm(Confirm),
    Conflict(Box<Conflict>),
}

/// A question before something is removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// The question in words.
    pub question: String,
    /// What a yes removes.
    pub removes: Removal,
}

/// What can be removed, with the version that the question was about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Removal {
    Family(FamilyId, i64),
    Person(MemberId, i64),
    Placement(PlacementId, i64),
    Care(CareId, i64),
    Status(StatusSpanId, i64),
    Kin(KinId, i64),
    Session(SessionId, i64),
    Map(NetworkMapId, i64),
    /// A draft of something that is no longer there.
    Draft(String),
    /// What is typed in the form or on the line underneath, and its draft.
    Text,
}

impl Modal {
    /// The scopes it listens to.
    pub fn scopes(&self) -> &'static [Scope] {
        match self {
            Self::Help(_) => &[Scope::Help],
            Self::Jump(_) => &[Scope::Jump],
            Self::Palette(_) => &[Scope::Palette],
            Self::Quick(_) => &[Scope::Quick],
            Self::Form(form) if form.is_filter() => &[Scope::Filter],
            Self::Form(_) => &[Scope::Form],
            Self::Reading(_) => &[Scope::Reading],
            Self::HandOver(_) => &[Scope::HandOver],
            Self::Card(_) => &[Scope::Card, Scope::Visit],
            Self::Question(_) => &[Scope::Question],
            Self::Drawing(drawing) => match drawing.focus {
                Focus::Line => &[Scope::Entry],
                Focus::Circle => &[Scope::Circle],
                Focus::Tying => &[Scope::Tying],
                Focus::Asking => &[Scope::Asking],
            },
            Self::Tree(_) => &[Scope::Tree],
            Self::Run(run) => run.scopes(),
            Self::Confirm(_) => &[Scope::Confirm],
            Self::Conflict(_) => &[Scope::Conflict],
        }
    }
}
