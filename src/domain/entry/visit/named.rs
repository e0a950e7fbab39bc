//! Whose visit a text of somebody else's tells, such as the title of an event in a calendar.
//!
//! Nobody wrote it for us, so only what is written in full counts: a family's reference, a person's, a given name with
//! its capital (per telefon is not Per); never a beginning of one. References come before names. Of several children of
//! one name it is the one whose family's name stands there too, or else the one in whose family all the names are
//! known. Who could still be several is nobody.

use crate::domain::codes::MemberRole;
use crate::domain::directory::{FamilyName, MemberName};
use crate::domain::entry::Names;
use crate::domain::ids::PersonId;
use crate::domain::network::entry::words::role;
use crate::domain::problem::Problem;
use crate::domain::text::identity_of;

/// Most words of a text that are looked up.
const MOST_WORDS: usize = 40;

/// Whom a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// No child.
    Nobody,
    /// One child, and whom it meets as far as the text says.
    One {
        /// The family.
        family: FamilyName,
        /// The child.
        child: MemberName,
        /// Those whom it meets.
        with: Vec<MemberName>,
    },
    /// It could be any of these: references of a family and a child.
    Several(Vec<String>),
}

/// Whether words stand in a text, whole and one after the other, whatever the case.
pub fn holds(text: &str, words: &str) -> bool {
    let (text, words) = (identity_of(text), identity_of(words));
    let is_apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    !words.is_empty()
        && text.match_indices(&words).any(|(place, found)| {
            is_apart(text[..place].chars().next_back()) && is_apart(text[place + found.len()..].chars().next())
        })
}

/// Whom a text names.
///
/// # Errors
/// When the casebook cannot be read.
pub fn named(text: &str, names: &dyn Names) -> Result<Named, Problem> {
    let words = words(text);
    let found = match by_reference(text, &words, names)? {
        Some(found) => found,
        None => by_name(text, &words, names)?,
    };
    Ok(match found.as_slice() {
        [] => Named::Nobody,
        [(family, child)] => {
            let with = met(text, child.id, &names.members(family.id)?);
            Named::One { family: family.clone(), child: child.clone(), with }
        }
        several => {
            let told = |(family, child): &(FamilyName, MemberName)| format!("{} {}", family.case_ref, child.reference);
            Named::Several(several.iter().map(told).collect())
        }
    })
}

type Children = Vec<(FamilyName, MemberName)>;

/// The children that references name; none where there is no reference. Of a family that is named, the child that the
/// text calls by name, or else its only one.
fn by_reference(text: &str, words: &[&str], names: &dyn Names) -> Result<Option<Children>, Problem> {
    let (mut children, mut families) = (Children::new(), Vec::new());
    for word in words.iter().filter(|word| word.contains(|letter: char| letter.is_ascii_digit())) {
        let known = names.families(word)?;
        families.extend(known.into_iter().filter(|family| identity_of(&family.case_ref) == identity_of(word)));
        if let Some((person, family)) = names.person(word)? {
            let child = names.members(family)?.into_iter().find(|member| member.id == person && is_child(member));
            children.extend(names.family_called(family)?.zip(child));
        }
    }
    families.dedup_by_key(|family| family.id);
    for family in families {
        if children.iter().any(|(of, _)| of.id == family.id) {
            continue;
        }
        let mut all: Vec<MemberName> = names.members(family.id)?.into_iter().filter(is_child).collect();
        if all.len() > 1 && all.iter().any(|child| is_called(text, child)) {
            all.retain(|child| is_called(text, child));
        }
        children.extend(all.into_iter().map(|child| (family.clone(), child)));
    }
    children.sort_by_key(|(_, child)| child.id);
    children.dedup_by_key(|(_, child)| child.id);
    Ok(Some(children).filter(|children| !children.is_empty()))
}

/// The children that are called by a word of the text.
fn by_name(text: &str, words: &[&str], names: &dyn Names) -> Result<Children, Problem> {
    let mut found = Children::new();
    for word in words {
        found.extend(names.children(word)?.into_iter().filter(|(_, child)| is_called(text, child)));
    }
    found.sort_by_key(|(_, child)| child.id);
    found.dedup_by_key(|(_, child)| child.id);
    let by_family = |(family, _): &(FamilyName, MemberName)| holds(text, &family.name);
    if found.len() > 1 && found.iter().any(by_family) {
        found.retain(by_family);
    }
    if found.len() > 1 {
        let mut knowing = Children::new();
        for one in &found {
            let members = names.members(one.0.id)?;
            let is_known = |other: &MemberName| members.iter().any(|member| member.is_namesake(other));
            if found.iter().all(|(_, other)| is_known(other)) {
                knowing.push(one.clone());
            }
        }
        if let [only] = knowing.as_slice() {
            return Ok(vec![only.clone()]);
        }
    }
    Ok(found)
}

/// Whom a child meets as a text says: those of the family whose reference, given name or role stands there, each if it
/// can be nobody else.
pub fn met(text: &str, child: PersonId, members: &[MemberName]) -> Vec<MemberName> {
    let others = || members.iter().filter(|member| member.id != child);
    let roles: Vec<MemberRole> = words(text).iter().filter_map(|word| role(word)?.member).collect();
    let is_alone = |one: &MemberName| !members.iter().any(|other| other.id != one.id && other.is_namesake(one));
    let is_only = |one: &MemberName| !others().any(|other| other.id != one.id && other.role == one.role);
    let is_met = |one: &&MemberName| {
        holds(text, &one.reference)
            || (is_called(text, one) && is_alone(one))
            || (roles.contains(&one.role) && is_only(one))
    };
    others().filter(is_met).cloned().collect()
}

/// The words of a text, references whole.
fn words(text: &str) -> Vec<&str> {
    let apart = |letter: char| !letter.is_alphanumeric() && !"-_/".contains(letter);
    let mut words: Vec<&str> = text.split(apart).map(|word| word.trim_matches(['-', '_', '/'])).collect();
    words.retain(|word| word.chars().count() > 1);
    words.truncate(MOST_WORDS);
    words
}

fn is_child(member: &MemberName) -> bool {
    member.role == MemberRole::Child
}

fn is_called(text: &str, member: &MemberName) -> bool {
    let name = member.given_name.bare();
    let first = name.split(' ').next().unwrap_or(name);
    holds(text, name) && words(text).iter().any(|word| word.starts_with(char::is_uppercase) && holds(word, first))
}
