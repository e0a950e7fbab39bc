//! A placement of a child outside its own home.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Answer, EndReason, LegalBasis, PlacementKind};
use crate::domain::discretion::{District, PlaceName, Setting};
use crate::domain::ids::PersonId;
use crate::domain::person::Person;

pub use entry::{PLACEMENT, draft as placement_draft, read as read_placement};

/// A placement as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// The child.
    pub person: PersonId,
    /// The form of the placement.
    pub kind: PlacementKind,
    /// First day.
    pub started_on: NaiveDate,
    /// The law it rests on.
    pub legal_basis: Option<LegalBasis>,
    /// The district or municipality that was responsible for it when it began, for figures; none is the family's.
    #[serde(serialize_with = "District::store_some")]
    pub district: Option<District>,
    /// What the home is called.
    #[serde(serialize_with = "PlaceName::store_some")]
    pub home: Option<PlaceName>,
    /// Last day.
    pub ended_on: Option<NaiveDate>,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
    /// Whether the child's whereabouts are kept from somebody (LVU 14 § second paragraph 2).
    pub hidden_location: Option<Answer>,
    /// Whether the placement means a change of school.
    pub school_change: Option<Answer>,
    /// First day in the new school.
    pub school_started_on: Option<NaiveDate>,
    /// The parents who are placed with the child.
    #[serde(default)]
    pub placed_with: Vec<PersonId>,
}

impl Placement {
    /// Days in placement up to and including a day; the day of arrival is day 0. None before it has begun.
    pub fn days(&self, today: NaiveDate) -> Option<i64> {
        let last = self.ended_on.map_or(today, |end| end.min(today));
        let days = (last - self.started_on).num_days();
        (days >= 0).then_some(days)
    }

    /// Whether the home and where it lies are kept back: the whereabouts are hidden, it is a shelter, or the child is
    /// protected, by itself or through whoever it lives with.
    pub fn is_kept_back(&self, child: &Person) -> bool {
        self.hidden_location == Some(Answer::Yes) || self.kind == PlacementKind::Shelter || child.given_name.is_kept()
    }

    /// The home, as it stands in a setting.
    pub fn home(&self, child: &Person, setting: Setting) -> Option<String> {
        self.home.as_ref()?.home(setting, self.is_kept_back(child))
    }

    /// The district of the home, as it stands in a setting.
    pub fn district(&self, child: &Person, setting: Setting) -> Option<String> {
        self.district.as_ref()?.shown(setting, self.is_kept_back(child))
    }

    /// Whether the child lives there on a day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.started_on <= day && self.ended_on.is_none_or(|end| day <= end)
    }
}
