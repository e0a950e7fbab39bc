//! Who in a family words mean: by role, by given name, by reference.

use crate::domain::codes::{CancelledBy, MemberRole, Outcome};
use crate::domain::directory::{MemberName, one_word};
use crate::domain::text::identity_of;

use super::classify::filled;
use super::part::{Fault, Meaning, OutcomeMark};
use super::words::{CANCELLERS, NO_SHOW, PEOPLE, Whom, beginning, meaning};

/// Who is meant by the word after an `@`; without members there is no family to look in.
pub fn people(word: &str, members: Option<&[MemberName]>) -> Meaning {
    let Some(members) = members else { return Meaning::Fault(Fault::PersonWithoutFamily) };
    // Names come before the beginnings of words for roles: `@pa` is Patrik where there is one, else `@pappa`.
    let begun = || match beginning(PEOPLE, word).as_slice() {
        [(whom, _)] if word.chars().count() > 1 && named(word, members).is_empty() => Some(*whom),
        _ => None,
    };
    let found = match meaning(PEOPLE, word).or_else(begun) {
        Some(Whom::Everybody) => return everybody(members.to_vec(), members),
        Some(Whom::Role(MemberRole::FamilyHomeParent)) => {
            return everybody(only(members, |member| member.role == MemberRole::FamilyHomeParent), members);
        }
        Some(Whom::Role(role)) => only(members, |member| member.role == role),
        None => named(word, members),
    };
    match found.len() {
        0 => Meaning::Fault(Fault::NoSuchPerson(members.to_vec())),
        1 => Meaning::People(found),
        _ => Meaning::Fault(Fault::AmbiguousPerson(found)),
    }
}

fn everybody(found: Vec<MemberName>, members: &[MemberName]) -> Meaning {
    if found.is_empty() { Meaning::Fault(Fault::NoSuchPerson(members.to_vec())) } else { Meaning::People(found) }
}

/// A cancelled session, from what stands in the brackets: `mamma: sjuk`, `mamma`, `sjuk`.
pub fn cancelled(inner: &str, members: Option<&[MemberName]>) -> Meaning {
    let (who, reason) = match inner.split_once(':') {
        Some((who, reason)) => match (who.trim(), canceller(who, members)) {
            ("", _) => (Canceller::default(), reason),
            (_, Ok(who)) => (who, reason),
            (_, Err(fault)) => return Meaning::Fault(fault),
        },
        None => match canceller(inner, members) {
            Ok(who) => (who, ""),
            // One of several people, and no reason: nobody gives two names for why.
            Err(fault @ Fault::AmbiguousPerson(_)) => return Meaning::Fault(fault),
            Err(_) => (Canceller::default(), inner),
        },
    };
    let reason = filled(reason.trim().to_owned());
    let Canceller { side, person, called } = who;
    Meaning::Outcome(OutcomeMark { outcome: Outcome::Cancelled, cancelled_by: side, person, called, reason })
}

/// A session to which nobody came, from what stands in the brackets: why. Who stayed away is a participant; a session
/// knows no other place for that, and a person is no reason.
pub fn stayed_away(inner: &str, members: Option<&[MemberName]>) -> Meaning {
    let (head, reason) = inner.split_once(':').map_or((inner, ""), |(head, reason)| (head, reason.trim()));
    let head = head.trim();
    let who = head.strip_prefix('@').unwrap_or(head);
    let whole = |member: &MemberName| one_word(member.given_name.bare()) == one_word(who);
    let known = !who.is_empty() && members.is_some_and(|members| members.iter().any(whole));
    let role = meaning(PEOPLE, who).is_some();
    if known || role || meaning(CANCELLERS, who).is_some() {
        let why = if reason.is_empty() { String::new() } else { format!("({reason})") };
        let with = format!("{}{why} @{}", NO_SHOW, who.split_whitespace().collect::<Vec<_>>().join("-"));
        return Meaning::Fault(Fault::WhoNotWhy(if known || role { vec![with] } else { Vec::new() }));
    }
    let reason = filled(inner.trim().to_owned());
    Meaning::Outcome(OutcomeMark { reason, ..OutcomeMark::plain(Outcome::NoShow) })
}

/// Who cancelled.
#[derive(Default)]
struct Canceller {
    side: Option<CancelledBy>,
    person: Option<MemberName>,
    /// The word, where the family has nobody whom it means.
    called: Option<String>,
}

/// Who cancelled, by a word for it or a person's name. A word for one person is that person, where the family has one;
/// a word for a side (`förälder`) or for several (`barnet`, where there are two) is the side alone.
fn canceller(word: &str, members: Option<&[MemberName]>) -> Result<Canceller, Fault> {
    let word = word.trim();
    let word = word.strip_prefix('@').unwrap_or(word);
    let side = meaning(CANCELLERS, word);
    let role = match meaning(PEOPLE, word) {
        Some(Whom::Role(role)) => Some(role),
        _ => None,
    };
    let known = |person: MemberName| Canceller {
        side: Some(side.unwrap_or_else(|| CancelledBy::of_role(person.role))),
        person: Some(person),
        called: None,
    };
    if let (Some(side), Some(role), Some(members)) = (side, role, members) {
        let found = only(members, |member| member.role == role);
        let is_one = matches!(role, MemberRole::Mother | MemberRole::Father);
        return match found.as_slice() {
            [one] => Ok(known(one.clone())),
            [] if is_one => Ok(Canceller { side: Some(side), person: None, called: Some(word.to_lowercase()) }),
            [_, _, ..] if is_one => Err(Fault::AmbiguousPerson(found)),
            _ => Ok(Canceller { side: Some(side), ..Canceller::default() }),
        };
    }
    if side.is_some() {
        return Ok(Canceller { side, ..Canceller::default() });
    }
    let members = members.ok_or(Fault::PersonWithoutFamily)?;
    let found = named(word, members);
    match found.as_slice() {
        [] => Err(Fault::NoSuchPerson(members.to_vec())),
        [one] => Ok(known(one.clone())),
        _ => Err(Fault::AmbiguousPerson(found)),
    }
}

/// The members of exactly this given name and of this reference, else whose given name begins so. A name as it is
/// written comes before one that is only found when accents are left out; what is one's reference and another's name
/// may mean either, and whoever writes is asked.
pub(super) fn named(written: &str, members: &[MemberName]) -> Vec<MemberName> {
    let word = one_word(written);
    if word.is_empty() {
        return Vec::new();
    }
    let as_written = |name: &str| identity_of(&name.replace(['-', '_'], " "));
    let same = only(members, |member| as_written(member.given_name.bare()) == as_written(written));
    let folded = only(members, |member| one_word(member.given_name.bare()) == word);
    let by_reference = only(members, |member| one_word(&member.reference) == word);
    let mut exact = if same.is_empty() { folded } else { same };
    if exact.is_empty() {
        exact = by_reference;
    } else {
        exact.extend(by_reference.into_iter().filter(|one| one.reference.eq_ignore_ascii_case(written)));
        exact.sort_by_key(|member| member.id);
        exact.dedup_by_key(|member| member.id);
    }
    let begun = only(members, |member| one_word(member.given_name.bare()).starts_with(&word));
    [exact, begun].into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}

fn only(members: &[MemberName], is: impl Fn(&MemberName) -> bool) -> Vec<MemberName> {
    members.iter().filter(|member| is(member)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::PersonId;

    #[test]
    fn words_mean_whom_they_can_only_mean() {
        let member = |id: i64, reference: &str, name: &str, role| MemberName {
            id: PersonId(id),
            reference: reference.to_owned(),
            given_name: name.into(),
            role,
        };
        let members = [
            member(1, "Moa", "Lina", MemberRole::Child),
            member(2, "k4", "Moa", MemberRole::Mother),
            member(3, "k5", "Åsa", MemberRole::Grandparent),
            member(4, "k6", "Asa", MemberRole::Relative),
            member(5, "k7", "Omar", MemberRole::Trustee),
            member(6, "k8", "Pia", MemberRole::AppointedGuardian),
        ];
        for (word, expected) in [
            ("lina", vec![1]),
            ("moa", vec![1, 2]),
            ("k4", vec![2]),
            ("Åsa", vec![3]),
            ("asa", vec![4]),
            ("as", vec![3, 4]),
            ("godman", vec![5]),
            ("gode-mannen", vec![5]),
            ("förordnad", vec![6]),
            ("sfv", vec![6]),
        ] {
            let found = match people(word, Some(&members)) {
                Meaning::People(found) | Meaning::Fault(Fault::AmbiguousPerson(found)) => found,
                other => panic!("{word}: {other:?}"),
            };
            assert_eq!(found.iter().map(|one| one.id.0).collect::<Vec<_>>(), expected, "{word}");
        }
        let who = canceller("Omar", Some(&members)).ok().and_then(|who| who.side);
        assert_eq!(who, Some(CancelledBy::Other), "and no parent");
    }
}
