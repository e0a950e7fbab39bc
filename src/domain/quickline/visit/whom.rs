//! Which family and which child the bare words of a line about visits name.
//!
//! A word may be either. A pair that fits (`lind Elias`) wins; then what a word is in full; then what it begins. What
//! could be both is ambiguous and told with what it could be.

use std::ops::Range;

use super::super::classify::Claim;
use super::super::families::{Asking, Found, may_begin};
use super::super::part::{Fault, Meaning};
use super::super::people::named;
use super::super::read::{Claimed, MOST_WORDS, or_case_ref};
use super::super::words::meaning;
use crate::domain::codes::MemberRole;
use crate::domain::directory::{Directory, FamilyName, MemberName, one_word};
use crate::domain::problem::Problem;
use crate::domain::text::day::WEEKDAYS;
use crate::domain::text::fold;

/// Bare words, and the families they name.
struct Group {
    place: usize,
    span: Range<usize>,
    words: String,
    found: Found,
}

impl Group {
    fn family(&self) -> Option<&FamilyName> {
        if let Found::One(family) = &self.found { Some(family) } else { None }
    }

    fn families(&self) -> Vec<FamilyName> {
        match &self.found {
            Found::One(family) => vec![family.clone()],
            Found::Several(families) => families.clone(),
            Found::TooShort(_) | Found::Nobody => Vec::new(),
        }
    }

    /// Whether the words are a family's whole name or case reference.
    fn is_exact(&self) -> bool {
        let words = fold(&self.words);
        self.families().iter().any(|family| fold(&family.name) == words || fold(&family.case_ref) == words)
    }
}

/// A line's claims with families and children in the place of bare words, and the family the line tells of if it does.
pub fn settle(
    line: &str,
    claims: &[Claimed],
    chosen: Option<&FamilyName>,
    asking: &mut Asking<'_>,
    directory: &dyn Directory,
) -> Result<(Vec<Claimed>, Option<FamilyName>), Problem> {
    let (mut settled, groups) = grouped(line, claims, asking)?;
    let by_case_ref = settled.iter().find_map(|(_, claimed)| match &claimed.claim {
        Claim::Says(Meaning::Family(family)) => Some(family.clone()),
        _ => None,
    });
    let mut whom = Whom { asking, directory, chosen, family: by_case_ref, doubt: Doubt::None };
    // A family that is named binds every word of the line, those before it too.
    let named = if whom.family.is_some() { None } else { whom.named(&groups)? };
    whom.family = whom.family.or_else(|| named.as_ref().map(|(family, _)| family.clone()));
    for group in &groups {
        let claim = match &named {
            Some((family, place)) if *place == group.place => Meaning::Family(family.clone()).into(),
            _ => whom.meaning(group)?,
        };
        settled.push((group.place, Claimed { span: group.span.clone(), claim }));
    }
    settled.sort_by_key(|(place, _)| *place);
    let family = whom.family;
    Ok((settled.into_iter().map(|(_, claimed)| claimed).collect(), family))
}

/// Where a word that is a weekday was taken for a child, another child is named, and no day is told, nobody can say
/// which was meant.
pub fn doubt_days(line: &str, claims: &mut [Claimed]) {
    let is_child = |claimed: &Claimed| matches!(claimed.claim, Claim::Says(Meaning::Child(_)));
    let tells_day = |claimed: &Claimed| matches!(claimed.claim, Claim::Says(Meaning::Day(_) | Meaning::Pattern { .. }));
    if claims.iter().filter(|claimed| is_child(claimed)).count() < 2 || claims.iter().any(tells_day) {
        return;
    }
    for claimed in claims.iter_mut().filter(|claimed| is_child(claimed)) {
        let word = &line[claimed.span.clone()];
        let long = WEEKDAYS.iter().find(|(weekday, ..)| meaning(WEEKDAYS, word) == Some(*weekday));
        if let Some(long) = long.and_then(|(_, swedish, _)| swedish.iter().find(|word| word.ends_with("dag"))) {
            claimed.claim = Fault::Meant(vec![format!("@{word}"), (*long).to_owned()]).into();
        }
    }
}

type Placed = (usize, Claimed);

/// The bare words in groups, as many as make a family's name, and the other claims as they are.
fn grouped(line: &str, claims: &[Claimed], asking: &mut Asking<'_>) -> Result<(Vec<Placed>, Vec<Group>), Problem> {
    let (mut others, mut groups) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < claims.len() {
        let bare = claims[at..].iter().take(MOST_WORDS).take_while(|claimed| claimed.claim == Claim::Bare).count();
        if bare == 0 {
            others.push((at, or_case_ref(line, &claims[at], asking)?));
            at += 1;
            continue;
        }
        let (mut taken, mut found) = (1, Found::Nobody);
        for words in (1..=bare).rev() {
            found = asking.find(&text(line, &claims[at..at + words]).1)?;
            if found != Found::Nobody {
                taken = words;
                break;
            }
        }
        let (span, words) = text(line, &claims[at..at + taken]);
        groups.push(Group { place: at, span, words, found });
        at += taken;
    }
    Ok((others, groups))
}

fn text(line: &str, claims: &[Claimed]) -> (Range<usize>, String) {
    let (first, last) = (claims.first(), claims.last());
    let span = first.map_or(0, |claimed| claimed.span.start)..last.map_or(0, |claimed| claimed.span.end);
    let words: Vec<&str> = line[span.clone()].split_whitespace().collect();
    (span, words.join(" "))
}

/// Children among members by a word, exact names first and alone if there are any; a beginning is long enough to be
/// meant as one.
fn children(members: &[MemberName], word: &str) -> Vec<MemberName> {
    let children: Vec<MemberName> = members.iter().filter(|one| one.role == MemberRole::Child).cloned().collect();
    let mut found = named(word, &children);
    found.retain(|child| is_exact(child, word) || may_begin(&fold(word)));
    found
}

fn is_exact(child: &MemberName, word: &str) -> bool {
    let word = one_word(word);
    one_word(child.given_name.bare()) == word || one_word(&child.reference) == word
}

struct Whom<'a, 'b> {
    asking: &'a mut Asking<'b>,
    directory: &'a dyn Directory,
    chosen: Option<&'a FamilyName>,
    /// The family that the line tells of, as far as known.
    family: Option<FamilyName>,
    /// Whether the line names a family that could be several.
    doubt: Doubt,
}

/// Whether the line's family is in doubt.
#[derive(Clone, Copy, PartialEq)]
enum Doubt {
    None,
    Family,
}

impl Whom<'_, '_> {
    /// The family that the line names, and the place of the words that do: one in which other words name a child, else
    /// one in full, else one that words begin which name no child.
    fn named(&mut self, groups: &[Group]) -> Result<Option<(FamilyName, usize)>, Problem> {
        let mut families: Vec<&Group> = groups.iter().filter(|group| group.family().is_some()).collect();
        families.sort_by_key(|group| !group.is_exact());
        families.truncate(MOST_WORDS);
        let told = |group: &Group| group.family().map(|family| (family.clone(), group.place));
        for group in families.iter().filter(|_| groups.len() > 1) {
            let Some(family) = group.family() else { continue };
            let members = self.directory.members(family.id)?;
            // A child in full rather than the beginning of its family's name.
            if !group.is_exact() && children(&members, &group.words).iter().any(|child| is_exact(child, &group.words)) {
                continue;
            }
            let others = || groups.iter().filter(|other| other.place != group.place);
            if others().any(|other| !children(&members, &other.words).is_empty()) {
                return Ok(told(group));
            }
        }
        let near = match self.chosen {
            Some(chosen) => self.directory.members(chosen.id)?,
            None => Vec::new(),
        };
        for group in families {
            let is_child = !children(&near, &group.words).is_empty()
                || self.asking.children(&group.words)?.iter().any(|(_, child)| is_exact(child, &group.words));
            if !is_child {
                return Ok(told(group));
            }
        }
        Ok(None)
    }

    /// What a group means.
    fn meaning(&mut self, group: &Group) -> Result<Claim, Problem> {
        let family = self.family.clone().or_else(|| self.chosen.cloned());
        let members = family.as_ref().map(|family| self.directory.members(family.id)).transpose()?.unwrap_or_default();
        let near = children(&members, &group.words);
        let exact = near.iter().any(|child| is_exact(child, &group.words));
        let families = group.families();
        let either = |near: Vec<MemberName>| {
            let of = |child| family.clone().map(|family| (family, child));
            Fault::AmbiguousWho(families.clone(), near.into_iter().filter_map(of).collect()).into()
        };
        let settled_before = self.family.is_some();
        match (near.as_slice(), families.as_slice()) {
            ([], _) if family.is_none() => self.anywhere(group),
            ([], _) => self.nobody_near(group, members),
            ([child], []) => Ok(Meaning::Child(child.clone()).into()),
            ([child], _) if settled_before || exact && !group.is_exact() => Ok(Meaning::Child(child.clone()).into()),
            (_, _) if group.is_exact() && !exact => Ok(self.is_family(group)),
            (_, []) => Ok(Fault::AmbiguousPerson(near).into()),
            _ => Ok(either(near)),
        }
    }

    /// No child of the family in question: another family, or a child that the family has not.
    fn nobody_near(&mut self, group: &Group, mut members: Vec<MemberName>) -> Result<Claim, Problem> {
        let elsewhere = !group.is_exact()
            && self.asking.children(&group.words)?.iter().any(|(_, child)| is_exact(child, &group.words));
        if elsewhere {
            members.retain(|member| member.role == MemberRole::Child);
            return Ok(Fault::NoSuchPerson(members).into());
        }
        Ok(self.is_family(group))
    }

    fn is_family(&mut self, group: &Group) -> Claim {
        match &group.found {
            Found::One(family) => {
                self.family.get_or_insert_with(|| family.clone());
                Meaning::Family(family.clone()).into()
            }
            Found::Several(families) => {
                self.doubt = Doubt::Family;
                Fault::AmbiguousFamily(families.clone()).into()
            }
            Found::TooShort(families) => {
                self.doubt = Doubt::Family;
                Fault::ShortFamily(families.clone()).into()
            }
            Found::Nobody => Claim::Bare,
        }
    }

    /// No family is known: a family, or a child of any.
    fn anywhere(&mut self, group: &Group) -> Result<Claim, Problem> {
        let mut found = self.asking.children(&group.words)?;
        let exact = found.iter().any(|(_, child)| is_exact(child, &group.words));
        found.retain(|(_, child)| is_exact(child, &group.words) || !exact && may_begin(&fold(&group.words)));
        let families = group.families();
        // What begins a family's name and a child's is the family: children are many.
        if found.is_empty() || !families.is_empty() && !exact {
            return Ok(self.is_family(group));
        }
        match found.as_slice() {
            _ if self.doubt == Doubt::Family => Ok(Fault::PersonWithoutFamily.into()),
            [(family, child)] if families.is_empty() || !group.is_exact() => {
                self.family = Some(family.clone());
                Ok(Meaning::Child(child.clone()).into())
            }
            _ if group.is_exact() => Ok(Fault::AmbiguousWho(families, found).into()),
            _ => Ok(Fault::AmbiguousWho(Vec::new(), found).into()),
        }
    }
}
