//! The layers that can lie over a pane: a closed set, in a stack whose top takes all input. A new layer is a file here
//! and a line below; none knows a pane.

pub mod card;
pub mod check_in;
pub mod checklists;
pub mod confirm;
pub mod conflict;
pub mod drawing;
pub mod folder;
mod form;
pub mod glass;
pub mod handover;
pub mod help;
pub(in crate::app) mod interest;
pub mod jump;
pub mod looked;
pub mod main_record;
pub mod measuring;
pub mod new_passphrase;
pub mod palette;
pub mod paper;
pub mod question;
pub mod quick;
pub mod reading;
pub mod roll;
pub mod session;
mod then;
pub mod tree;
pub mod visit;
pub mod ways;

use card::Card;
use check_in::Run;
use checklists::Checklists;
use confirm::Confirm;
use conflict::Conflict;
use drawing::Drawing;
use folder::FamilyFolder;
use glass::Glass;
use handover::HandOver;
use help::Help;
use jump::Jump;
use looked::reason::Reason;
use measuring::{Became, Measuring, Trends, Words};
use new_passphrase::NewPassphrase;
use palette::Palette;
use paper::PaperReading;
use question::Question;
use quick::Quick;
use reading::Reading;
use roll::Roll;
use tree::FamilyTree;
use ways::Ways;

use super::form::Form;

pub(in crate::app) use then::Place;
pub use then::{Answer, Then, Typed};

macro_rules! layers {
    ($($layer:ident($kind:ty),)*) => {
        /// Something over a pane.
        #[derive(Debug)]
        #[allow(missing_docs)]
        pub enum Layer { $($layer(Box<$kind>)),* }

        impl Layer {
            /// The layer as what all of them are.
            pub(in crate::app) fn place(&self) -> &dyn Place {
                match self { $(Self::$layer(layer) => layer.as_ref()),* }
            }

            /// The same, to change it.
            pub(in crate::app) fn place_mut(&mut self) -> &mut dyn Place {
                match self { $(Self::$layer(layer) => layer.as_mut()),* }
            }
        }

        $(impl From<$kind> for Then {
            fn from(layer: $kind) -> Self {
                Self::Open(Layer::$layer(Box::new(layer)))
            }
        })*
    };
}

layers! {
    Help(Help),
    Jump(Jump),
    Palette(Palette),
    Ways(Ways),
    NewPassphrase(NewPassphrase),
    Quick(Quick),
    Form(Form),
    Reading(Reading),
    HandOver(HandOver),
    Card(Card),
    Question(Question),
    Reason(Reason),
    Drawing(Drawing),
    Tree(FamilyTree),
    Run(Run),
    Measuring(Measuring),
    Measured(Became),
    Trends(Trends),
    Words(Words),
    Glass(Glass),
    Roll(Roll),
    Folder(FamilyFolder),
    Paper(PaperReading),
    Checklists(Checklists),
    Confirm(Confirm),
    Conflict(Conflict),
}
