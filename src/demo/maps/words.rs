//! The words of `assets/demo/maps.toml`.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::demo::programme::back;
use crate::domain::codes::{MapConsent, MapOccasion, MapViewer, MemberRole};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::network::{ChangeKind, Counts, MapChange, NetworkMap, NetworkPerson, PersonChange, Tie};

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapWords {
    pub relatives: Vec<Relative>,
    pub friends: Vec<String>,
    pub close_friends: Vec<String>,
    pub parents_friends: Vec<String>,
    pub school_small: Vec<String>,
    pub school: Vec<String>,
    pub school_big: Vec<String>,
    pub classmates: Vec<String>,
    pub work: Vec<String>,
    pub leisure: Vec<String>,
    pub teammates: Vec<String>,
    pub professionals: Vec<String>,
    pub parents_professionals: Vec<String>,
    pub child: Vec<Comment>,
    pub parent: Vec<Comment>,
    first: Vec<FirstMap>,
}

/// A relative of a child.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relative {
    pub role: String,
    pub woman: bool,
    pub side: MemberRole,
    /// What they are to the parent on that side.
    pub to_parent: String,
    /// Out of a hundred children.
    pub often: u32,
}

/// What somebody says of their map.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// In their own words.
    pub says: String,
    on: Option<String>,
    empty: Option<String>,
    when: Option<When>,
}

/// What has come about since the map before.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum When {
    More,
    NewFriend,
    Closer,
    Gone,
    FewerPaid,
}

impl Comment {
    /// Whether it can be said of a map and of what has changed to it.
    pub fn fits(&self, map: &NetworkMap, since: Option<&MapChange>) -> bool {
        let on = |role: &String| map.people.iter().any(|person| person.role.as_ref() == Some(role));
        let empty = |sector: &String| map.people.iter().all(|person| person.sector != *sector);
        let when = self.when.is_none_or(|when| since.is_some_and(|change| when.holds(change)));
        self.on.as_ref().is_none_or(on) && self.empty.as_ref().is_none_or(empty) && when
    }
}

impl When {
    fn holds(self, change: &MapChange) -> bool {
        let paid = |counts: &Counts| counts.by_sector.get("professionals").copied().unwrap_or_default();
        let friend = |one: &PersonChange| one.latest().is_some_and(|now| now.sector == "friends");
        match self {
            Self::More => change.after.size > change.before.size,
            Self::NewFriend => change.of(ChangeKind::New).any(friend),
            Self::Closer => change.of(ChangeKind::Closer).next().is_some(),
            Self::Gone => change.of(ChangeKind::Gone).next().is_some(),
            Self::FewerPaid => paid(&change.after) < paid(&change.before),
        }
    }
}

/// A map of a family that opens every demo.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstMap {
    family: u32,
    ego: PersonId,
    days: i64,
    occasion: MapOccasion,
    drawn_by: String,
    consent: Option<MapConsent>,
    seen_by: Vec<MapViewer>,
    comment: Option<String>,
    people: Vec<NetworkPerson>,
    ties: Vec<Tie>,
    no_ties: Vec<Tie>,
}

impl MapWords {
    /// The maps of the family with an index, if it is one of the first.
    pub fn of(&self, index: u32) -> impl Iterator<Item = &FirstMap> {
        self.first.iter().filter(move |map| map.family == index)
    }
}

impl FirstMap {
    /// The map as it stands on a day.
    pub fn map(&self, today: NaiveDate) -> NetworkMap {
        NetworkMap {
            family: FamilyId(0),
            ego: self.ego,
            drawn_on: back(today, self.days),
            occasion: self.occasion,
            drawn_by: self.drawn_by.clone(),
            consent: self.consent,
            seen_by: self.seen_by.clone(),
            comment: self.comment.clone(),
            people: self.people.clone(),
            ties: self.ties.clone(),
            no_ties: self.no_ties.clone(),
        }
    }
}
