//! Who was at a meeting, in one line: `anna ja, bo sjuk, cid nej, 3 vuxna`.
//!
//! A comma stands between two. Each begins with whom it is about, as few letters of a name as only one of those has
//! whom one asks after, or a reference; whoever is new says the family too: `dina berg`. After that comes whether they
//! were there: nothing or `ja` is that they were; `nej`, or any other words, that they were not, and those words are
//! why; `slutat` that they have left the group, `väntas` that they are to come. `alla` are all of them, `övriga` those
//! of whom the line has not said anything. A number is so many without a name.

use std::ops::Range;

use super::Attendance;
use crate::domain::codes::{Heads, Presence};
use crate::domain::directory::{FamilyName, MemberName, one_word};
use crate::domain::entry::{Names, members_called};
use crate::domain::ids::{GroupMeetingId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::text::{begins, clean_line, fold, identity_of};

/// Words for how it stands with somebody, folded.
const WORDS: &[(Presence, &[&str])] = &[
    (Presence::Yes, &["ja", "kom", "har", "yes", "came", "here", "+"]),
    (Presence::No, &["nej", "borta", "franvarande", "no", "away", "-", "–"]),
    (Presence::Left, &["slutat", "slut", "left"]),
    (Presence::Expected, &["vantas", "kommer", "expected"]),
];

/// Words for all, and for the rest.
const ALL: &[&str] = &["alla", "all", "everybody"];
const REST: &[&str] = &["ovriga", "resten", "rest", "others"];

/// Words for heads without a name.
const HEADS: &[(Heads, &[&str])] =
    &[(Heads::Adults, &["vuxen", "vuxna", "adult", "adults"]), (Heads::Children, &["barn", "child", "children"])];

/// No more heads than this are counted.
const MOST: u32 = 9999;

/// A part of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where it stands.
    pub span: Range<usize>,
    /// What it says.
    pub says: Says,
}

/// What a part says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// How it stands with people, and why.
    People(Vec<PersonId>, Presence, Option<String>),
    /// So many without a name.
    Heads(u32, Option<Heads>),
    /// Nobody is called so.
    Nobody,
    /// Several are.
    Several(Vec<(MemberName, FamilyName)>),
    /// Of somebody something was said already.
    Twice,
}

impl Item {
    /// Whether it cannot be taken.
    pub fn is_faulty(&self) -> bool {
        matches!(self.says, Says::Nobody | Says::Several(_) | Says::Twice)
    }
}

/// Somebody whom one asks after.
pub type Known = (MemberName, FamilyName);

/// A line as it is understood, with whoever was named that one did not ask after before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// The parts in order.
    pub items: Vec<Item>,
    /// Those who are new.
    pub new: Vec<Known>,
}

impl Line {
    /// The first part that cannot be taken.
    pub fn fault(&self) -> Option<&Item> {
        self.items.iter().find(|item| item.is_faulty())
    }

    /// What it says, as records of a meeting; nothing where a part cannot be taken.
    pub fn told(&self, meeting: GroupMeetingId) -> Vec<Attendance> {
        if self.fault().is_some() {
            return Vec::new();
        }
        let told = self.items.iter().flat_map(|item| match &item.says {
            Says::People(people, present, reason) => people
                .iter()
                .map(|person| Attendance { reason: reason.clone(), ..Attendance::of(meeting, *person, *present) })
                .collect(),
            Says::Heads(count, heads) => vec![Attendance::heads(meeting, *count, *heads)],
            Says::Nobody | Says::Several(_) | Says::Twice => Vec::new(),
        });
        told.collect()
    }
}

/// Reads a line.
///
/// # Errors
/// When the casebook cannot be read.
pub fn read(line: &str, roll: &[Known], names: &dyn Names) -> Result<Line, Problem> {
    let mut read = Line::default();
    let mut told: Vec<PersonId> = Vec::new();
    let mut counted: Vec<Option<Heads>> = Vec::new();
    let mut rest = None;
    for span in parts(line) {
        let text = &line[span.clone()];
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut says = says(&words, roll, &mut read.new, names)?;
        match &says {
            Says::People(people, ..) if is_one_of(&words, REST) => rest = Some((read.items.len(), people.clone())),
            Says::People(people, ..) => {
                if people.iter().any(|person| told.contains(person)) {
                    says = Says::Twice;
                } else {
                    told.extend(people);
                }
            }
            Says::Heads(_, heads) if counted.contains(heads) => says = Says::Twice,
            Says::Heads(_, heads) => counted.push(*heads),
            Says::Nobody | Says::Several(_) | Says::Twice => {}
        }
        read.items.push(Item { span, says });
    }
    if let Some((place, people)) = rest
        && let Says::People(of, ..) = &mut read.items[place].says
    {
        *of = people.into_iter().filter(|person| !told.contains(person)).collect();
    }
    Ok(read)
}

/// Where the parts of a line stand, without the blanks around them.
fn parts(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in line.split_inclusive([',', ';']) {
        let end = start + piece.len();
        let text = piece.trim_end_matches([',', ';']);
        let first = start + (text.len() - text.trim_start().len());
        let words = text.trim();
        if !words.is_empty() {
            found.push(first..first + words.len());
        }
        start = end;
    }
    found
}

fn is_one_of(words: &[&str], of: &[&str]) -> bool {
    words.first().is_some_and(|word| of.contains(&fold(word).as_str()))
}

fn says(words: &[&str], roll: &[Known], new: &mut Vec<Known>, names: &dyn Names) -> Result<Says, Problem> {
    if let Some(count) = words.first().and_then(|word| word.trim_start_matches('+').parse::<u32>().ok()) {
        return Ok(heads(count, &words[1..]));
    }
    if is_one_of(words, ALL) || is_one_of(words, REST) {
        let (present, reason) = state(&words[1..]);
        return Ok(Says::People(roll.iter().map(|(member, _)| member.id).collect(), present, reason));
    }
    let (found, taken) = whom(words, roll, names)?;
    let (present, reason) = state(&words[taken..]);
    match found.as_slice() {
        [] => Ok(Says::Nobody),
        [one] => {
            if !roll.iter().chain(new.iter()).any(|known| known.0.id == one.0.id) {
                new.push(one.clone());
            }
            Ok(Says::People(vec![one.0.id], present, reason))
        }
        _ => Ok(Says::Several(found)),
    }
}

fn heads(count: u32, rest: &[&str]) -> Says {
    let word = rest.first().map(|word| fold(word));
    let of = HEADS.iter().find(|(_, known)| word.as_deref().is_some_and(|word| known.contains(&word)));
    match (of, rest) {
        _ if !(1..=MOST).contains(&count) => Says::Nobody,
        (_, []) => Says::Heads(count, None),
        (Some((heads, _)), [_]) => Says::Heads(count, Some(*heads)),
        (None, _) if word.as_deref() == Some("utan") || word.as_deref() == Some("without") => Says::Heads(count, None),
        _ => Says::Nobody,
    }
}

/// How it stands with somebody by the words after the name.
fn state(words: &[&str]) -> (Presence, Option<String>) {
    let Some((first, rest)) = words.split_first() else { return (Presence::Yes, None) };
    let word = fold(first);
    let of = WORDS.iter().find(|(_, known)| known.contains(&word.as_str()) || known.contains(first));
    let why = |words: &[&str]| Some(clean_line(&words.join(" "))).filter(|why| !why.is_empty());
    match of {
        Some((present, _)) => (*present, why(rest)),
        None => (Presence::No, why(words)),
    }
}

/// Whom the first words mean, and how many words that takes: one of those whom one asks after, by a reference, a name
/// or its beginning, and the family where two are called so; or anybody else by name and family.
fn whom(words: &[&str], roll: &[Known], names: &dyn Names) -> Result<(Vec<Known>, usize), Problem> {
    let Some(first) = words.first() else { return Ok((Vec::new(), 0)) };
    let of = |is: &dyn Fn(&Known) -> bool| -> Vec<Known> { roll.iter().filter(|known| is(known)).cloned().collect() };
    let referred = of(&|(member, _)| identity_of(&member.reference) == identity_of(first));
    if !referred.is_empty() {
        return Ok((referred, 1));
    }
    let named = |member: &MemberName| one_word(member.given_name.bare()) == one_word(first);
    let exact = of(&|(member, _)| named(member));
    let found = if exact.is_empty() { of(&|(member, _)| begins(member.given_name.bare(), first)) } else { exact };
    if let Some(family) = words.get(1).filter(|word| !is_state(word)) {
        let of_family: Vec<Known> = found.iter().filter(|(_, of)| is_family(of, family)).cloned().collect();
        if of_family.len() == 1 {
            return Ok((of_family, 2));
        }
        if found.len() != 1 {
            let others = members_called(first, family, names)?;
            if !others.is_empty() {
                return Ok((others, 2));
            }
        }
    }
    if found.is_empty()
        && let Some((person, family)) = names.person(first)?
    {
        let member = names.members(family)?.into_iter().find(|member| member.id == person);
        let family = names.family_called(family)?;
        return Ok((member.zip(family).into_iter().collect(), 1));
    }
    Ok((found, 1))
}

fn is_state(word: &str) -> bool {
    WORDS.iter().any(|(_, known)| known.contains(&fold(word).as_str()) || known.contains(&word))
}

fn is_family(family: &FamilyName, word: &str) -> bool {
    begins(&family.name, word) || identity_of(&family.case_ref) == identity_of(word)
}

#[cfg(test)]
mod tests;
