//! Whom a session is about, and what may be said of them that day.

use chrono::NaiveDate;

use super::dice::Dice;
use super::people::{Household, Invented, Sex};
use super::words::Traits;
use crate::domain::codes::{Answer, Lives, MemberRole, PlacementKind};
use crate::domain::discretion::PlaceName;
use crate::domain::ids::PersonId;
use crate::domain::person::age;
use crate::domain::placement::Placement;

/// Whom a session is about.
pub struct Scene<'a> {
    /// The child or the parent it is about.
    pub subject: &'a Invented,
    /// The child spoken of; the subject itself when that is a child.
    pub child: &'a Invented,
    /// What holds.
    pub holds: Traits,
    /// What the child calls one of its parents.
    pub adult: &'static str,
    /// Another child.
    pub sibling: &'a str,
    /// Another child who is placed.
    pub away: &'a str,
    /// Where the child is placed.
    pub home: Home<'a>,
    /// The language other than Swedish.
    pub language: &'a str,
    /// Age of the child that day.
    pub years: i32,
}

/// A home as it is spoken of.
#[derive(Clone, Copy)]
pub enum Home<'a> {
    /// With its preposition and without.
    Kind(&'static str, &'static str),
    /// "hos" somebody.
    With(&'a str),
}

impl Household {
    /// The places of those in some roles.
    pub fn places(&self, wanted: impl Fn(&Invented) -> bool) -> Vec<usize> {
        self.people.iter().enumerate().filter(|(_, person)| wanted(person)).map(|(place, _)| place).collect()
    }

    /// The placement a person is in on a day.
    pub fn placement(&self, place: usize, on: NaiveDate) -> Option<&Placement> {
        self.placements.iter().find(|placement| placement.person == member(place) && placement.covers(on))
    }

    /// What can be said of a child that day, or of a parent and one of the children.
    pub fn scene(&self, subject: usize, child: usize, on: NaiveDate, dice: &mut Dice) -> Option<Scene<'_>> {
        let (person, young) = (self.people.get(subject)?, self.people.get(child)?);
        let years = young.member.birth_on.map_or(9, |born| age(born, on));
        let placement = self.placement(child, on);
        let mut holds = if placement.is_some() { Traits::PLACED } else { Traits::AT_HOME };
        holds = holds.and(match years {
            ..7 => Traits::SMALL,
            7..13 => Traits::BIG.and(Traits::PUPIL),
            _ => Traits::BIG.and(Traits::TEENAGER),
        });
        let mut hold = |what: Traits, so: Option<&str>| {
            if so.is_some() {
                holds = holds.and(what)
            }
        };
        let siblings = self.places(|other| other.member.role == MemberRole::Child && !std::ptr::eq(other, young));
        let given = |place: &usize| self.people.get(*place).map(|person| person.member.given_name.bare());
        let sibling = dice.pick(&siblings).and_then(given);
        hold(Traits::SIBLING, sibling);
        let away = siblings.iter().find(|place| self.placement(**place, on).is_some()).and_then(given);
        hold(Traits::AWAY, away);
        let parents = self.places(is_parent);
        let adult = dice.pick(&parents).and_then(|place| self.people.get(*place)).map(called);
        hold(Traits::ADULT, adult);
        let language = person.member.language.as_deref();
        hold(Traits::LANGUAGE, language);
        hold(Traits::INTERPRETER, language.filter(|_| person.member.interpreter == Some(Answer::Yes)));
        Some(Scene {
            subject: person,
            child: young,
            holds,
            adult: adult.unwrap_or_default(),
            sibling: sibling.unwrap_or_default(),
            away: away.unwrap_or_default(),
            home: placement.map_or(Home::Kind("", ""), spoken),
            language: language.unwrap_or_default(),
            years,
        })
    }
}

/// A place as an id.
pub fn member(place: usize) -> PersonId {
    PersonId(i64::try_from(place).unwrap_or_default())
}

/// Whether somebody is a parent of the children, or in a parent's stead.
pub fn is_parent(person: &Invented) -> bool {
    match person.member.role {
        MemberRole::Mother | MemberRole::Father => true,
        MemberRole::Grandparent => person.member.lives == Some(Lives::AtHome),
        _ => false,
    }
}

/// Whether a home is a family's, whose grown-ups one meets.
pub fn is_family(kind: PlacementKind) -> bool {
    matches!(
        kind,
        PlacementKind::FamilyHome
            | PlacementKind::EmergencyHome
            | PlacementKind::KinshipPlacement
            | PlacementKind::TreatmentFamily
    )
}

/// What a child calls a grown-up of its family.
pub fn called(person: &Invented) -> &'static str {
    match (person.member.role, person.sex) {
        (MemberRole::Grandparent, Sex::Woman) => "mormor",
        (MemberRole::Grandparent, Sex::Man) => "morfar",
        (_, Sex::Woman) => "mamma",
        (_, Sex::Man) => "pappa",
    }
}

fn spoken(placement: &Placement) -> Home<'_> {
    if let Some(kin) = placement.home.as_ref().map(PlaceName::bare).and_then(|home| home.strip_prefix("Hos ")) {
        return Home::With(kin);
    }
    match placement.kind {
        PlacementKind::EmergencyHome => Home::Kind("i jourhemmet", "jourhemmet"),
        PlacementKind::ResidentialHome => Home::Kind("på HVB-hemmet", "HVB-hemmet"),
        PlacementKind::SecureYouthHome => Home::Kind("på ungdomshemmet", "ungdomshemmet"),
        PlacementKind::SupportedHousing => Home::Kind("på stödboendet", "stödboendet"),
        PlacementKind::Shelter => Home::Kind("på det skyddade boendet", "det skyddade boendet"),
        PlacementKind::TreatmentFamily => Home::Kind("i behandlingsfamiljen", "behandlingsfamiljen"),
        PlacementKind::JointPlacement => Home::Kind("i utredningshemmet", "utredningshemmet"),
        PlacementKind::FamilyHome | PlacementKind::KinshipPlacement | PlacementKind::PrivatePlacement => {
            Home::Kind("i familjehemmet", "familjehemmet")
        }
    }
}
