//! Who a draft names: staff, families, people.

use chrono::{NaiveDate, NaiveTime};

use super::called::called;
use super::fault::Why;
use super::field::{Draft, Shape};
use super::reader::{Reader, Source, list};
use crate::domain::checklist::Checklists;
use crate::domain::codes::{MemberRole, PlacementKind};
use crate::domain::deadlines::Rules;
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::discretion::Setting;
use crate::domain::ids::{FamilyId, GroupId, GroupMeetingId, PersonId, TeamId};
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::quickline::words::{PEOPLE, Whom, meaning};
use crate::domain::session::Session;
use crate::domain::text::{begins, clean_line, fold, identity_of, split_list};

/// When a visit begins, and with whom it is.
pub type VisitOn = (Option<NaiveTime>, Vec<PersonId>);

/// Names that a draft may mention, beyond a [`Directory`]'s.
pub trait Names: Directory {
    /// The person of a reference, and their family.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn person(&self, reference: &str) -> Result<Option<(PersonId, FamilyId)>, Problem>;

    /// The day a person was born on, where it is known.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn born(&self, _person: PersonId) -> Result<Option<NaiveDate>, Problem> {
        Ok(None)
    }

    /// Staff whose name begins with the word, whatever the case and the accents; at most a screenful, an exact name
    /// first.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn staff(&self, word: &str) -> Result<Vec<String>, Problem>;

    /// The phases that families are in.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn phases(&self) -> Result<Vec<String>, Problem>;

    /// The kind and the first day of each placement of a person.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn placements(&self, person: PersonId) -> Result<Vec<(PlacementKind, NaiveDate)>, Problem>;

    /// The sessions of a family on a day.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn sessions_on(&self, family: FamilyId, day: NaiveDate) -> Result<Vec<Session>, Problem>;

    /// The visits of a child on a day, those that a series gives too: when each begins, and with whom.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn visits_on(&self, child: PersonId, day: NaiveDate) -> Result<Vec<VisitOn>, Problem>;

    /// The records of a kind in a family by their numbers, in the order in which they are exported.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn records(&self, _of: NounKind, _family: FamilyId) -> Result<Vec<i64>, Problem> {
        Ok(Vec::new())
    }

    /// The team of whoever asks.
    fn team(&self) -> TeamId {
        TeamId(1)
    }

    /// What a family is called.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn family_called(&self, _family: FamilyId) -> Result<Option<FamilyName>, Problem> {
        Ok(None)
    }

    /// The group of a reference in that team.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn group(&self, _reference: &str) -> Result<Option<GroupId>, Problem> {
        Ok(None)
    }

    /// The meeting of a group on a day.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn group_meeting(&self, _group: GroupId, _on: NaiveDate) -> Result<Option<GroupMeetingId>, Problem> {
        Ok(None)
    }

    /// The checklists that the unit goes by.
    fn checklists(&self) -> &Checklists {
        Checklists::shipped()
    }

    /// The rules that duties come from.
    fn rules(&self) -> &Rules {
        Rules::shipped()
    }
}

impl Reader<'_> {
    /// Names of staff. Files, and readers that know nobody, take them as written; for a person see `Knowing`. In files
    /// only `;` divides a list, and one name is one.
    pub fn staff(&mut self, key: &'static str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let text = self.draft.get(key);
        let written: Vec<String> = match (self.source, self.shape(key)) {
            (Source::File(_), Some(Shape::Colleague)) => vec![clean_line(text)],
            (Source::File(_), _) => split_list(text, false).iter().map(|name| clean_line(name)).collect(),
            (Source::Typed(_), _) => staff_names(text).collect(),
        };
        for written in written.into_iter().filter(|name| !name.is_empty()) {
            let name = match self.knowing.as_ref().map(|knowing| knowing.staff(&written)) {
                Some(Ok(name)) => name,
                Some(Err(why)) => {
                    self.fault(key, why);
                    continue;
                }
                None => written,
            };
            if names.iter().all(|known| identity_of(known) != identity_of(&name)) {
                names.push(name);
            }
        }
        names
    }

    /// One of the staff.
    pub fn colleague(&mut self, key: &'static str) -> Option<String> {
        let names = self.staff(key);
        if names.len() > 1 {
            self.fault(key, Why::OnlyOne);
        }
        names.into_iter().next()
    }

    /// A family.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn family(&mut self, key: &'static str, names: &dyn Names) -> Result<Option<FamilyId>, Problem> {
        let text = self.draft.get(key);
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(id) = self.draft.meant(key, text) {
            return Ok(Some(FamilyId(id)));
        }
        let found = names.families(text)?;
        let alike = |same: &dyn Fn(&FamilyName) -> bool| -> Vec<FamilyName> {
            found.iter().filter(|family| same(family)).cloned().collect()
        };
        let best = match self.source {
            Source::File(_) => alike(&|family| same(&family.case_ref, text)),
            Source::Typed(_) => [
                alike(&|family| same(&family.case_ref, text)),
                alike(&|family| fold(&family.case_ref) == fold(text)),
                alike(&|family| same(&family.name, text)),
                alike(&|family| fold(&family.name) == fold(text)),
            ]
            .into_iter()
            .find(|found| !found.is_empty())
            .unwrap_or(found),
        };
        match best.as_slice() {
            [family] => return Ok(Some(family.id)),
            [] => self.fault(key, Why::NoSuchFamily),
            several => self.fault(
                key,
                Why::Ambiguous(several.iter().map(|family| format!("{} {}", family.name, family.case_ref)).collect()),
            ),
        }
        Ok(None)
    }

    /// A person by reference.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn person(&mut self, key: &'static str, names: &dyn Names) -> Result<Option<PersonId>, Problem> {
        let text = self.draft.get(key);
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(id) = self.draft.meant(key, text) {
            return Ok(Some(PersonId(id)));
        }
        let found = names.person(text)?;
        if found.is_none() {
            self.fault(key, Why::NoSuchPerson);
        }
        Ok(found.map(|(person, _)| person))
    }

    /// A child by reference. A form over a placement is only ever opened on a child; a file may name anybody.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn child(&mut self, key: &'static str, names: &dyn Names) -> Result<Option<PersonId>, Problem> {
        let found = names.person(self.draft.get(key))?;
        if let (Some((person, family)), Source::File(_)) = (found, self.source) {
            let members = names.members(family)?;
            if members.iter().any(|member| member.id == person && member.role != MemberRole::Child) {
                self.fault(key, Why::NotAChild);
                return Ok(None);
            }
        }
        self.person(key, names)
    }

    /// References of people of a family. A file may name somebody who stands in it further down, so what it says is
    /// taken as it is written; whoever is not there is nobody's protection, and the file's own check tells of it.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn references(
        &mut self,
        key: &'static str,
        family: Option<FamilyId>,
        names: &dyn Names,
    ) -> Result<Vec<String>, Problem> {
        if let Source::File(_) = self.source {
            let texts = self.draft.get(key).split(';').map(clean_line).filter(|text| !text.is_empty());
            return Ok(texts.collect());
        }
        let people = self.people(key, family, names)?;
        let Some(family) = family.filter(|_| !people.is_empty()) else { return Ok(Vec::new()) };
        let members = names.members(family)?;
        Ok(members.into_iter().filter(|one| people.contains(&one.id)).map(|one| one.reference).collect())
    }

    /// People of a family.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn people(
        &mut self,
        key: &'static str,
        family: Option<FamilyId>,
        names: &dyn Names,
    ) -> Result<Vec<PersonId>, Problem> {
        let mut people = Vec::new();
        let text = self.draft.get(key);
        let Some(family) = family.filter(|_| !text.is_empty()) else { return Ok(people) };
        let members = names.members(family)?;
        let meant = |word: &str| {
            let id = PersonId(self.draft.meant(key, word)?);
            members.iter().find(|member| member.id == id)
        };
        let everybody = |word: &str| {
            matches!(self.source, Source::Typed(_)) && meaning(PEOPLE, bare(word)) == Some(Whom::Everybody)
        };
        let found = |word: &str| meant(word).map_or_else(|| who(&members, word, self.source), |person| vec![person]);
        let words = list(text, self.source, |word| everybody(word) || !found(word).is_empty());
        // Each of everybody is found alone, so that nobody of them is in doubt.
        let found: Vec<Vec<&MemberName>> = words
            .iter()
            .flat_map(|word| {
                if everybody(word) { members.iter().map(|member| vec![member]).collect() } else { vec![found(word)] }
            })
            .collect();
        for found in found {
            match found.as_slice() {
                [person] if people.contains(&person.id) => {}
                [person] => people.push(person.id),
                [] => self.fault(key, Why::NoSuchPerson),
                several => {
                    let why = several
                        .iter()
                        .map(|person| format!("{} {}", person.given_name.shown(Setting::Team), person.reference));
                    self.fault(key, Why::Ambiguous(why.collect()));
                }
            }
        }
        Ok(people)
    }
}

/// The names of staff that stand in a field.
pub(super) fn staff_names(text: &str) -> impl Iterator<Item = String> + use<> {
    split_list(text, true).into_iter().map(|name| clean_line(&name)).filter(|name| !name.is_empty())
}

/// A word without the sign that the quick line writes before people; a hand may write it in a field too.
fn bare(word: &str) -> &str {
    word.strip_prefix('@').unwrap_or(word)
}

/// Whom a word means in a family. A reference comes before any name; a hand that writes what is one person's reference
/// and another's name is asked, for it may have meant either. A name as it is written comes before one that is only
/// found when accents are left out.
fn who<'m>(members: &'m [MemberName], word: &str, source: Source) -> Vec<&'m MemberName> {
    let word = if matches!(source, Source::Typed(_)) { bare(word) } else { word };
    let of = |is: &dyn Fn(&MemberName) -> bool| -> Vec<&'m MemberName> {
        members.iter().filter(|person| is(person)).collect()
    };
    let first = |tiers: Vec<Vec<&'m MemberName>>| tiers.into_iter().find(|found| !found.is_empty()).unwrap_or_default();
    let exact = of(&|person| person.reference == word);
    let referred = if exact.is_empty() { of(&|person| same(&person.reference, word)) } else { exact };
    let named = first(vec![
        of(&|person| same(person.given_name.bare(), word)),
        of(&|person| fold(person.given_name.bare()) == fold(word)),
    ]);
    match source {
        Source::File(_) => first(vec![referred, named]),
        Source::Typed(_) if !referred.is_empty() => {
            let others = named.into_iter().filter(|person| !referred.contains(person));
            referred.iter().copied().chain(others).collect()
        }
        Source::Typed(_) => {
            let begun = of(&|person| begins(person.given_name.bare(), word));
            let role = || match meaning(PEOPLE, word) {
                Some(Whom::Role(role)) => of(&|person| person.role == role),
                _ => Vec::new(),
            };
            match first(vec![named, begun]) {
                none if none.is_empty() => role(),
                found => found,
            }
        }
    }
}

/// Whether two words are one, whatever the case, the encoding of accents, and what shows nothing.
fn same(one: &str, other: &str) -> bool {
    identity_of(&clean_line(one)) == identity_of(&clean_line(other))
}

impl Draft {
    /// Writes people of a family into a field, known by who they are.
    #[must_use]
    pub fn with_people(
        mut self,
        key: &str,
        people: impl IntoIterator<Item = PersonId>,
        members: &[MemberName],
    ) -> Self {
        let named = people.into_iter().filter_map(|person| Some((person.0, called(person, members)?)));
        let named: Vec<(i64, String)> = named.collect();
        self.mean(key, named.iter().map(|(id, word)| (*id, word.as_str())));
        self.with_list(key, named.iter().map(|(_, word)| word))
    }

    /// Writes somebody of a family into a field of a member by reference, known by who they are.
    #[must_use]
    pub fn with_referred(mut self, key: &str, person: PersonId, members: &[MemberName]) -> Self {
        let Some(found) = members.iter().find(|member| member.id == person) else { return self };
        self.mean(key, [(person.0, found.reference.as_str())]);
        self.with_list(key, [&found.reference])
    }

    /// Writes somebody into a field by reference, known by who they are.
    #[must_use]
    pub fn with_person(mut self, key: &str, person: PersonId, reference: &str) -> Self {
        self.mean(key, [(person.0, reference.trim())]);
        self.with(key, reference)
    }

    /// Writes a family into a field by case reference, known by which it is.
    #[must_use]
    pub fn with_family(mut self, key: &str, family: FamilyId, case_ref: &str) -> Self {
        self.mean(key, [(family.0, case_ref.trim())]);
        self.with(key, case_ref)
    }
}
