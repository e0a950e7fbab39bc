//! A family that the unit supports.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::codes::{FamilyStatus, LegalForm};
use crate::domain::ids::TeamId;

pub use entry::{FAMILY, draft as family_draft, read as read_family};

/// A family as it is stored, without its identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// The team that works with it; without one it is, or stays, that of whoever writes it down.
    #[serde(default = "own", deserialize_with = "read_team", serialize_with = "tell_team")]
    pub team: Option<TeamId>,
    /// The unit's reference, unique among the families of its team.
    pub case_ref: String,
    /// What the family is called.
    pub name: String,
    /// Where it stands with the unit.
    pub status: FamilyStatus,
    /// First day with the unit.
    pub started_on: NaiveDate,
    /// District or municipality.
    pub district: Option<String>,
    /// The day the programme is planned to end; it is weekly for 6 to 12 months.
    pub planned_end_on: Option<NaiveDate>,
    /// Last day with the unit.
    pub closed_on: Option<NaiveDate>,
    /// Programme phase: one of `codes::PHASES` or the unit's own.
    pub phase: Option<String>,
    /// Legal form of the service.
    pub legal_form: Option<LegalForm>,
    /// Who supports the children.
    pub child_support: Vec<String>,
    /// Who supports the parents.
    pub parent_support: Vec<String>,
    /// Others who work with the family.
    pub other_support: Vec<String>,
}

/// The unit's own team, which is the only one until somebody makes another: nothing is told of it, so that what was
/// written before there were teams says the same.
const OWN: TeamId = TeamId(1);

fn own() -> Option<TeamId> {
    Some(OWN)
}

fn read_team<'of, D: Deserializer<'of>>(from: D) -> Result<Option<TeamId>, D::Error> {
    Ok(Option::deserialize(from)?.or_else(own))
}

// What serde hands over is a reference to the field.
#[expect(clippy::ref_option)]
fn tell_team<S: Serializer>(team: &Option<TeamId>, to: S) -> Result<S::Ok, S::Error> {
    team.filter(|team| *team != OWN).serialize(to)
}
