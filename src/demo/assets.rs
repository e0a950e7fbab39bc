//! The demo's words as they lie in `assets/demo`: read once, checked by tests, never changed.

use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::check_ins::CheckInWords;
use super::first::FirstFamilies;
use super::folder::FolderWords;
use super::groups::GroupWords;
use super::maps::MapWords;
use super::plans::PlanWords;
use super::visits::VisitWords;
use super::words::Notes;
use crate::domain::codes::{CancelledBy, Role};

/// Everything the generator draws from.
pub struct Assets {
    /// Names by language.
    pub names: Names,
    /// The unit's staff.
    pub staff: Vec<Staff>,
    /// Homes and districts.
    pub homes: Homes,
    /// Why sessions did not come about.
    pub reasons: Reasons,
    /// The sentences of notes.
    pub notes: Notes,
    /// What visits are made of.
    pub visits: VisitWords,
    /// What network maps are made of.
    pub maps: MapWords,
    /// What is said at check-ins.
    pub check_ins: CheckInWords,
    /// What plans are made of.
    pub plans: PlanWords,
    /// The unit's groups, and to whom it refers.
    pub groups: GroupWords,
    pub folder: FolderWords,
    /// The families that open every demo.
    pub first: FirstFamilies,
    /// The Tax Agency's test numbers, as in the file.
    pub test_ids: Vec<&'static str>,
}

/// Names by language; Swedish ones take the share that is left.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    pub swedish: NameSet,
    pub other: Vec<OtherNames>,
}

/// The names of a language other than Swedish.
#[derive(Deserialize)]
pub struct OtherNames {
    pub code: String,
    /// Out of a hundred families.
    pub share: u32,
    #[serde(flatten)]
    pub set: NameSet,
}

/// Names that go together.
#[derive(Deserialize)]
pub struct NameSet {
    /// What may be spoken at home, unless it is Swedish.
    #[serde(default)]
    pub language: Option<String>,
    pub family: Vec<String>,
    pub women: Vec<String>,
    pub men: Vec<String>,
    pub girls: Vec<String>,
    pub boys: Vec<String>,
}

impl Names {
    /// The names of a language; Swedish ones when there are none of that code.
    pub fn of(&self, code: &str) -> &NameSet {
        self.other.iter().find(|other| other.code == code).map_or(&self.swedish, |other| &other.set)
    }
}

/// Somebody who works at the demo's unit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Given name.
    pub name: String,
    /// What the person may do in the casebook.
    pub role: Role,
    /// Whose sessions the person holds.
    pub takes: Vec<Takes>,
}

/// What part of a family's support a member of staff takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Takes {
    /// The children's sessions.
    Children,
    /// The parents' sessions.
    Parents,
    /// Visits between child and parent.
    Visits,
    /// Crisis support after a placement.
    Crises,
}

/// Homes and districts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Homes {
    pub districts: Vec<String>,
    pub away: Vec<String>,
    pub hosts: Vec<String>,
    pub kin: Vec<String>,
    pub residential: Vec<String>,
    pub secure: Vec<String>,
    pub supported: Vec<String>,
    pub shelter: Vec<String>,
}

/// Reasons, by who cancelled and for when nobody came or answered.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reasons {
    pub parent: Vec<String>,
    pub child: Vec<String>,
    pub family_home: Vec<String>,
    pub us: Vec<String>,
    pub other: Vec<String>,
    pub no_show: Vec<String>,
    /// Why nobody was at home; a visit has no such reason.
    #[serde(default)]
    pub not_in: Vec<String>,
    pub unreached: Vec<String>,
}

impl Reasons {
    /// The reasons of whoever cancelled.
    pub fn of(&self, who: CancelledBy) -> &[String] {
        match who {
            CancelledBy::Parent => &self.parent,
            CancelledBy::Child => &self.child,
            CancelledBy::FamilyHome => &self.family_home,
            CancelledBy::Us => &self.us,
            CancelledBy::Other => &self.other,
        }
    }
}

#[derive(Deserialize)]
struct StaffFile {
    staff: Vec<Staff>,
}

/// The assets, read the first time they are asked for.
pub fn assets() -> &'static Assets {
    static ASSETS: OnceLock<Assets> = OnceLock::new();
    ASSETS.get_or_init(|| Assets {
        names: read(include_str!("../../assets/demo/names.toml")),
        staff: read::<StaffFile>(include_str!("../../assets/demo/staff.toml")).staff,
        homes: read(include_str!("../../assets/demo/homes.toml")),
        reasons: read(include_str!("../../assets/demo/reasons.toml")),
        notes: read(include_str!("../../assets/demo/notes.toml")),
        visits: read(include_str!("../../assets/demo/visits.toml")),
        maps: read(include_str!("../../assets/demo/maps.toml")),
        plans: read(include_str!("../../assets/demo/goals.toml")),
        check_ins: read(include_str!("../../assets/demo/check-ins.toml")),
        groups: read(include_str!("../../assets/demo/groups.toml")),
        folder: read(include_str!("../../assets/demo/folder.toml")),
        first: read(include_str!("../../assets/demo/first-families.toml")),
        test_ids: include_str!("../../assets/demo/test-personal-ids.txt")
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .collect(),
    })
}

#[allow(clippy::expect_used, reason = "built in, and every test of the demo reads every asset")]
fn read<T: DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("a built-in asset of the demo can be read")
}
