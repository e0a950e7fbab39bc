//! Two invented families: Lindström A-1 with two children, Ek B-2 with one.

use chrono::NaiveDate;

use crate::domain::codes::{MemberRole, PlacementKind};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::discretion::PersonName;
use crate::domain::entry::{Names, VisitOn};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::text::{begins, fold};

pub const SARA: PersonId = PersonId(1);
pub const PAPPA: PersonId = PersonId(2);
pub const NOAH: PersonId = PersonId(3);
pub const ELIAS: PersonId = PersonId(4);

/// The mother Sara, the father Ali, the child Noah, and the child Elias who has the foster father's name.
pub fn members() -> Vec<MemberName> {
    let people = [
        (1, "P-1", "Sara", MemberRole::Mother),
        (2, "P-2", "Ali", MemberRole::Father),
        (3, "P-3", "Noah", MemberRole::Child),
        (4, "P-4", "Elias", MemberRole::Child),
        (5, "P-5", "Elias", MemberRole::FamilyHomeParent),
        (6, "P-6", "Anna Karin", MemberRole::Grandparent),
    ];
    people.into_iter().map(member).collect()
}

fn member((id, reference, name, role): (i64, &str, &str, MemberRole)) -> MemberName {
    MemberName { id: PersonId(id), reference: reference.to_owned(), given_name: PersonName::open(name), role }
}

pub struct Casebook;

impl Directory for Casebook {
    fn families(&self, word: &str) -> Result<Vec<FamilyName>, Problem> {
        let families = [(1, "Lindström", "A-1"), (2, "Ek", "B-2")];
        let found =
            families.into_iter().filter(|(_, name, case_ref)| begins(name, word) || fold(case_ref) == fold(word));
        let family = |(id, name, case_ref): (i64, &str, &str)| FamilyName {
            id: FamilyId(id),
            name: name.to_owned(),
            case_ref: case_ref.to_owned(),
        };
        Ok(found.map(family).collect())
    }

    fn members(&self, family: FamilyId) -> Result<Vec<MemberName>, Problem> {
        let ek = [
            (11, "P-11", "Mona", MemberRole::Mother),
            (12, "P-12", "Siv", MemberRole::Child),
            (13, "P-13", "Noah", MemberRole::Relative),
        ];
        Ok(if family.0 == 1 { members() } else { ek.into_iter().map(member).collect() })
    }

    fn children(&self, word: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
        let mut found = Vec::new();
        for family in self.families("")? {
            let members = self.members(family.id)?.into_iter();
            let children = members.filter(|member| member.role == MemberRole::Child);
            let called = children.filter(|child| begins(child.given_name.bare(), word));
            found.extend(called.map(|child| (family.clone(), child)));
        }
        Ok(found)
    }
}

impl Names for Casebook {
    fn person(&self, reference: &str) -> Result<Option<(PersonId, FamilyId)>, Problem> {
        for family in self.families("")? {
            let member = self.members(family.id)?.into_iter().find(|member| member.reference == reference);
            if let Some(member) = member {
                return Ok(Some((member.id, family.id)));
            }
        }
        Ok(None)
    }

    fn family_called(&self, family: FamilyId) -> Result<Option<FamilyName>, Problem> {
        Ok(self.families("")?.into_iter().find(|known| known.id == family))
    }

    fn staff(&self, word: &str) -> Result<Vec<String>, Problem> {
        let staff = ["Karin", "Maria", "Marie"];
        Ok(staff.into_iter().filter(|name| begins(name, word)).map(str::to_owned).collect())
    }

    fn phases(&self) -> Result<Vec<String>, Problem> {
        Ok(Vec::new())
    }

    fn placements(&self, _: PersonId) -> Result<Vec<(PlacementKind, NaiveDate)>, Problem> {
        Ok(Vec::new())
    }

    fn sessions_on(&self, _: FamilyId, _: NaiveDate) -> Result<Vec<Session>, Problem> {
        Ok(Vec::new())
    }

    fn visits_on(&self, _: PersonId, _: NaiveDate) -> Result<Vec<VisitOn>, Problem> {
        Ok(Vec::new())
    }
}
