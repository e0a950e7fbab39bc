//! From a line to its parts, and to a record when every part is understood.

use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::codes::{MemberRole, Outcome};
use crate::domain::directory::{Directory, FamilyName, MemberName, one_word};
use crate::domain::discretion::PersonName;
use crate::domain::ids::PersonId;
use crate::domain::problem::Problem;
use crate::domain::session::GoalMark;
use crate::domain::text::{Leaning, clean_note, fold};
use crate::domain::visit::together::Against;

use super::asked::Asked;
use super::classify::{Claim, READERS, Seen, classify, is_planned};
use super::families::{Asking, Found, may_begin};
use super::far::{FarDay, far_days};
use super::held::held_against;
use super::part::{Fault, Meaning, Part, Slot};
use super::referral::{self, ReferralLine};
use super::session::{SessionLine, assemble};
use super::task::{self, GoalTold, TaskLine};
use super::visit::{self, VisitLine};
use super::words::{KINDS, meaning};
use super::{Context, RecordKind, meant, tokens};

/// No family's name has more words than this.
pub(super) const MOST_WORDS: usize = 4;

/// No part has more words than this: a pattern with every weekday, and something between them.
const MOST_WORDS_OF_PART: usize = 16;

/// No line has more letters than this: a longer text belongs in a form, and a pasted page is no line at all.
pub const LONGEST: usize = 8_000;

/// What was understood of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The parts in the order of the line; they cover all of it but the blanks.
    pub parts: Vec<Part>,
    /// Whose record it is, from the line or else the chosen one.
    pub family: Option<FamilyName>,
    /// The session, when every part is understood and a family is known.
    pub session: Option<SessionLine>,
    /// The visits, when every part is understood and nothing is lacking.
    pub visit: Option<VisitLine>,
    /// The goal, when every part is understood and nothing is lacking.
    pub goal: Option<GoalTold>,
    /// The task, when every part is understood and there is something to do.
    pub task: Option<TaskLine>,
    /// The referral, when every part is understood and it is told to whom.
    pub referral: Option<ReferralLine>,
    /// The days that are asked about before it is saved, each once.
    pub asks: Vec<FarDay>,
    /// What has been and was in breach of a restriction of contact, with nothing told of why; by the names of its child
    /// and the other one. It is stored all the same.
    pub broken: Option<(Against, PersonName, PersonName)>,
}

impl Reading {
    /// The part to mend first. A person who cannot be looked up for want of a family comes after the want itself.
    pub fn fault(&self) -> Option<&Part> {
        let faulty = || self.parts.iter().filter(|part| part.fault().is_some());
        faulty().find(|part| part.fault() != Some(&Fault::PersonWithoutFamily)).or_else(|| faulty().next())
    }
}

/// A stretch of the line, and what it is as far as known.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Claimed {
    pub(super) span: Range<usize>,
    pub(super) claim: Claim,
}

/// Reads a line. What the line lacks or gets wrong is in the reading.
///
/// # Errors
/// When the directory cannot be read.
pub fn read(line: &str, context: &Context, directory: &dyn Directory) -> Result<Reading, Problem> {
    if line.chars().count() > LONGEST {
        return Ok(all_of(line, Fault::TooLong));
    }
    let (kind, named) = kind(line, context);
    if !RecordKind::TAKEN.contains(&kind) {
        return Ok(all_of(line, Fault::NotYet(kind)));
    }
    let mut asking = Asking::new(directory);
    if kind == RecordKind::Task {
        return task::read(line, named, context, &mut asking, directory);
    }
    if kind == RecordKind::Goal {
        return task::read_goal(line, named, context, &mut asking, directory);
    }
    if kind == RecordKind::Referral {
        return referral::read(line, named, context, &mut asking, directory);
    }
    let (claims, told) = match kind {
        RecordKind::Visit => of_visits(line, context, directory)?,
        _ => {
            let mut claims = with_families(line, &claims(line, context, &[]), &mut asking)?;
            rather_people(line, &mut claims, context, directory)?;
            (claims, None)
        }
    };
    let family = told.or_else(|| family(&claims, context));
    let members = family.as_ref().map(|family| directory.members(family.id)).transpose()?;
    let mut parts: Vec<Part> = named.into_iter().collect();
    let asked = Asked { directory, family: family.as_ref(), members: members.as_deref(), today: context.today };
    for claimed in claims {
        parts.push(asked.resolve(line, claimed)?);
    }
    parts.extend(note(line));
    if parts.is_empty() {
        return Ok(Reading { family, ..Reading::default() });
    }
    mark_repeated(&mut parts);
    if let Some(family) = &family {
        mark_goals_that_are_not(&mut parts, &directory.goals(family.id)?);
    }
    mark_days_that_cannot_be(&mut parts, context.today);
    let mut missing = Vec::new();
    if kind == RecordKind::Visit {
        for (place, fault) in visit::at_odds(&parts, context.today, directory.ladder()) {
            parts[place].meaning = Meaning::Fault(fault);
        }
        missing.extend(members.iter().flat_map(|members| visit::lacks(&parts, members)));
    }
    let in_doubt = |part: &Part| part.fault().is_some_and(leaves_family_open);
    if family.is_none() && !parts.iter().any(in_doubt) {
        missing.push(Fault::MissingFamily);
    }
    let end = body(line).trim_end().len();
    parts.extend(missing.into_iter().map(|fault| Part { span: end..end, meaning: Meaning::Fault(fault) }));
    parts.sort_by_key(|part| (part.span.start, part.span.end));
    let good = parts.iter().all(|part| part.fault().is_none());
    let (mut session, mut visits) = (None, None);
    match (kind, family.as_ref().filter(|_| good)) {
        (RecordKind::Visit, Some(family)) => {
            let members = members.as_deref().unwrap_or_default();
            visits = visit::assemble(&parts, family, members, context.today, directory)?;
        }
        (_, Some(family)) => session = Some(assemble(&parts, family, context.today)),
        (_, None) => {}
    }
    let asks = far_days(line, &parts, context.today);
    let reading = Reading { parts, family, session, visit: visits, asks, ..Reading::default() };
    held_against(reading, end, members.as_deref().unwrap_or_default(), directory)
}

/// The line without its note.
pub(super) fn body(line: &str) -> &str {
    tokens::note(line).map_or(line, |note| &line[..note.start])
}

/// The kind of record, and the part that names it.
pub(super) fn kind(line: &str, context: &Context) -> (RecordKind, Option<Part>) {
    let first = tokens::words(body(line)).into_iter().next();
    let named = first.and_then(|span| Some((meaning(KINDS, &line[span.clone()])?, span)));
    match named {
        Some((kind, span)) => (kind, Some(Part { span, meaning: Meaning::Kind(kind) })),
        None => (context.kind, None),
    }
}

/// A line that is at fault as a whole: one part, all of it.
fn all_of(line: &str, fault: Fault) -> Reading {
    let start = line.len() - line.trim_start().len();
    let span = start..line.trim_end().len();
    let part = Part { span, meaning: Meaning::Fault(fault) };
    let parts = if part.span.start < part.span.end { vec![part] } else { Vec::new() };
    Reading { parts, ..Reading::default() }
}

/// What the words of a line about visits say, and whose visits they are as far as the line tells. Once the family is
/// known, a word that is the given name of one of its children is that child until one is given: a child may be called
/// Tor, and Thursday too.
fn of_visits(
    line: &str,
    context: &Context,
    directory: &dyn Directory,
) -> Result<(Vec<Claimed>, Option<FamilyName>), Problem> {
    let chosen = context.family.as_ref();
    let settle = |claims: &[Claimed]| visit::whom::settle(line, claims, chosen, &mut Asking::new(directory), directory);
    let first = claims(line, context, &[]);
    let settled = settle(&first)?;
    let Some(family) = settled.1.as_ref().or(chosen) else { return Ok(settled) };
    let mut children = directory.members(family.id)?;
    children.retain(|member| member.role == MemberRole::Child);
    let again = claims(line, context, &children);
    if again == first {
        return Ok(settled);
    }
    let (mut claims, family) = settle(&again)?;
    visit::whom::doubt_days(line, &mut claims);
    Ok((claims, family))
}

/// What each word of the line says by itself, after the one that names the kind. The first word that is one of the
/// given children's names is bare, whatever it says, unless a child is given otherwise.
pub(super) fn claims(line: &str, context: &Context, children: &[MemberName]) -> Vec<Claimed> {
    let mut spans = tokens::words(body(line));
    let (kind, named) = kind(line, context);
    if named.is_some() {
        spans.remove(0);
    }
    let words: Vec<&str> = spans.iter().map(|span| &line[span.clone()]).collect();
    let planned = kind == RecordKind::Visit || words.iter().any(|word| is_planned(word));
    let leaning = if planned { Leaning::Future } else { Leaning::Past };
    let readers = if kind == RecordKind::Visit { visit::classify::READERS } else { READERS };
    let seen = Seen { today: context.today, leaning, first: None };
    let read = |seen| {
        let mut claims = Vec::new();
        let mut at = 0;
        let mut given = words.iter().any(|word| word.strip_prefix('@').is_some_and(|word| is_child(word, children)));
        while at < spans.len() {
            if !given && is_child(words[at], children) {
                claims.push(Claimed { span: spans[at].clone(), claim: Claim::Bare });
                (given, at) = (true, at + 1);
                continue;
            }
            let taken = classify(readers, &words[at..spans.len().min(at + MOST_WORDS_OF_PART)], seen);
            let last = (at + taken.words.max(1)).min(spans.len()) - 1;
            given |= taken.value == Claim::Bare && begins_child(words[at], children);
            claims.push(Claimed { span: spans[at].start..spans[last].end, claim: taken.value });
            at = last + 1;
        }
        claims
    };
    let claims = read(seen);
    // The end of a series looks forward from its first day.
    let first = claims.iter().find_map(|claimed| match claimed.claim {
        Claim::Says(Meaning::Day(day)) if kind == RecordKind::Visit => Some(day),
        _ => None,
    });
    if first.is_some() { read(Seen { first, ..seen }) } else { claims }
}

fn is_child(word: &str, children: &[MemberName]) -> bool {
    !children.is_empty() && children.iter().any(|child| one_word(child.given_name.bare()) == one_word(word))
}

fn begins_child(word: &str, children: &[MemberName]) -> bool {
    may_begin(&fold(word))
        && children.iter().any(|child| one_word(child.given_name.bare()).starts_with(&one_word(word)))
}

/// Puts families where bare words name them, as many words at a time as make a name.
fn with_families(line: &str, claims: &[Claimed], asking: &mut Asking<'_>) -> Result<Vec<Claimed>, Problem> {
    let mut settled: Vec<Claimed> = Vec::with_capacity(claims.len());
    let mut at = 0;
    while at < claims.len() {
        let bare = claims[at..].iter().take(MOST_WORDS).take_while(|claimed| claimed.claim == Claim::Bare).count();
        if bare == 0 {
            settled.push(or_case_ref(line, &claims[at], asking)?);
            at += 1;
            continue;
        }
        let (claimed, words) = longest_name(line, &claims[at..at + bare], asking)?;
        settled.push(claimed);
        at += words;
    }
    Ok(settled)
}

/// The family that the first of some bare words name, and how many of them that takes.
fn longest_name(line: &str, bare: &[Claimed], asking: &mut Asking<'_>) -> Result<(Claimed, usize), Problem> {
    for words in (1..=bare.len()).rev() {
        let span = bare[0].span.start..bare[words - 1].span.end;
        let name: Vec<&str> = line[span.clone()].split_whitespace().collect();
        let claim = match asking.find(&name.join(" "))? {
            Found::One(family) => Meaning::Family(family).into(),
            Found::Several(families) => Fault::AmbiguousFamily(families).into(),
            Found::TooShort(families) => Fault::ShortFamily(families).into(),
            Found::Nobody => continue,
        };
        return Ok((Claimed { span, claim }, words));
    }
    Ok((Claimed { span: bare[0].span.clone(), claim: Claim::Bare }, 1))
}

/// A day, a time or a length that is a case reference too is ambiguous; one that cannot be is the case reference.
pub(super) fn or_case_ref(line: &str, claimed: &Claimed, asking: &mut Asking<'_>) -> Result<Claimed, Problem> {
    let word = &line[claimed.span.clone()];
    let faulty = match &claimed.claim {
        Claim::Says(Meaning::Day(_) | Meaning::Time { .. } | Meaning::Length(_)) => false,
        Claim::Says(Meaning::Stay { .. }) => true,
        Claim::Says(Meaning::Fault(Fault::BadDate | Fault::BadTime | Fault::BadLength | Fault::EndBeforeStart)) => true,
        claim => return Ok(Claimed { span: claimed.span.clone(), claim: claim.clone() }),
    };
    let one_word = !word.contains(char::is_whitespace) && word.contains(|letter: char| letter.is_ascii_digit());
    let claim = match if one_word { asking.by_case_ref(word)? } else { None } {
        Some(family) if faulty => Meaning::Family(family).into(),
        Some(family) => Fault::AmbiguousFamily(vec![family]).into(),
        None => claimed.claim.clone(),
    };
    Ok(Claimed { span: claimed.span.clone(), claim })
}

/// A family by the beginning of its name is in doubt where somebody in the chosen one is called just that.
fn rather_people(
    line: &str,
    claims: &mut [Claimed],
    context: &Context,
    directory: &dyn Directory,
) -> Result<(), Problem> {
    let Some(chosen) = &context.family else { return Ok(()) };
    for claimed in claims {
        let Claim::Says(Meaning::Family(named)) = &claimed.claim else { continue };
        if named.id != chosen.id
            && let Some(fault) =
                meant::rather_a_person(&line[claimed.span.clone()], named, &directory.members(chosen.id)?)
        {
            claimed.claim = fault.into();
        }
    }
    Ok(())
}

/// Whether a fault means that a family is named and not known yet.
fn leaves_family_open(fault: &Fault) -> bool {
    matches!(fault, Fault::AmbiguousFamily(_) | Fault::ShortFamily(_) | Fault::AmbiguousWho(..))
}

/// Whose record it is: a family in the line wins; one that is in doubt is not replaced by the chosen one.
fn family(claims: &[Claimed], context: &Context) -> Option<FamilyName> {
    let named = claims.iter().find_map(|claimed| match &claimed.claim {
        Claim::Says(Meaning::Family(family)) => Some(Some(family.clone())),
        Claim::Says(Meaning::Fault(fault)) if leaves_family_open(fault) => Some(None),
        _ => None,
    });
    named.unwrap_or_else(|| context.family.clone())
}

pub(super) fn note(line: &str) -> Option<Part> {
    let span = tokens::note(line)?;
    let text = clean_note(tokens::note_text(&line[span.clone()])).trim().to_owned();
    Some(Part { span, meaning: Meaning::Note(text) })
}

/// Marks goals that the family has not, where it has any.
fn mark_goals_that_are_not(parts: &mut [Part], goals: &[(u32, PersonId)]) {
    for part in parts {
        let Meaning::Goal(mark) = part.meaning else { continue };
        if !goals.is_empty() && goals.iter().all(|(number, _)| *number != mark.goal) {
            part.meaning = Meaning::Fault(Fault::NoSuchGoal(goals.iter().map(|(number, _)| *number).collect()));
        }
    }
}

/// Marks a no-show on a day that has not been yet, and a follow-up before the session.
fn mark_days_that_cannot_be(parts: &mut [Part], today: NaiveDate) {
    let on = parts.iter().find_map(|part| match part.meaning {
        Meaning::Day(day) => Some(day),
        _ => None,
    });
    let on = on.unwrap_or(today);
    for part in parts {
        let fault = match &part.meaning {
            Meaning::Outcome(mark) if matches!(mark.outcome, Outcome::Held | Outcome::NoShow) && on > today => {
                Fault::TooSoon
            }
            Meaning::FollowUp(day) if *day < on => Fault::FollowUpBefore,
            _ => continue,
        };
        part.meaning = Meaning::Fault(fault);
    }
}

/// Marks each part that would fill a place which a part before it fills.
pub(super) fn mark_repeated(parts: &mut [Part]) {
    let mut filled: HashSet<Slot> = HashSet::new();
    let mut goals: Vec<GoalMark> = Vec::new();
    for part in parts {
        let slots = part.meaning.slots();
        let mut repeated = slots.iter().copied().find(|slot| filled.contains(slot));
        if let Meaning::Goal(mark) = part.meaning {
            let disagrees = |known: &GoalMark| {
                known.goal == mark.goal
                    && known.attainment.is_some_and(|level| mark.attainment.is_some_and(|mark| mark != level))
            };
            repeated = goals.iter().any(disagrees).then_some(Slot::Goal);
            goals.push(mark);
        }
        match repeated {
            Some(slot) => part.meaning = Meaning::Fault(Fault::Repeated(slot)),
            None => filled.extend(slots),
        }
    }
}
