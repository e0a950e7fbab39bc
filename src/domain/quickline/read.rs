//! From a line to its parts, and to a record when every part is understood.

use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;

use crate::domain::codes::Outcome;
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::problem::Problem;
use crate::domain::session::GoalMark;
use crate::domain::text::{Leaning, clean_note};

use super::claim::{Claim, READERS, Seen, claim, is_planned};
use super::families::{Asking, Found};
use super::part::{Fault, Meaning, Part, Slot};
use super::session::{SessionLine, assemble};
use super::task::{self, TaskLine};
use super::visit::{self, VisitLine};
use super::words::{KINDS, meaning};
use super::{Context, RecordKind, meant, people, tokens};

/// No family's name has more words than this.
pub(super) const MOST_WORDS: usize = 4;

/// No part has more words than this: a pattern with every weekday, and something between them.
const MOST_WORDS_OF_PART: usize = 16;

/// What was understood of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The parts in the order of the line; they cover all of it but the blanks.
    pub parts: Vec<Part>,
    /// Whose record it is, from the line or else the chosen one.
    pub family: Option<FamilyName>,
    /// The session, when every part is understood and a family is known.
    pub session: Option<SessionLine>,
    /// The visits, when every part is understood and nothing is lacking.
    pub visit: Option<VisitLine>,
    /// The task, when every part is understood and there is something to do.
    pub task: Option<TaskLine>,
}

impl Reading {
    /// The part to mend first. A person who cannot be looked up for want of a family comes after the want itself.
    pub fn fault(&self) -> Option<&Part> {
        let faulty = || self.parts.iter().filter(|part| part.fault().is_some());
        faulty().find(|part| part.fault() != Some(&Fault::PersonWithoutFamily)).or_else(|| faulty().next())
    }
}

/// A stretch of the line, and what it is as far as known.
#[derive(Debug)]
pub(super) struct Claimed {
    pub(super) span: Range<usize>,
    pub(super) claim: Claim,
}

/// Reads a line. What the line lacks or gets wrong is in the reading.
///
/// # Errors
/// When the directory cannot be read.
pub fn read(line: &str, context: &Context, directory: &dyn Directory) -> Result<Reading, Problem> {
    let (kind, named) = kind(line, context);
    if !RecordKind::TAKEN.contains(&kind) {
        return Ok(not_yet(line, kind));
    }
    let mut asking = Asking::new(directory);
    if kind == RecordKind::Task {
        return task::read(line, named, context, &mut asking, directory);
    }
    let claims = claims(line, context);
    let (claims, told) = match kind {
        RecordKind::Visit => visit::whom::settle(line, &claims, context.family.as_ref(), &mut asking, directory)?,
        _ => {
            let mut claims = with_families(line, &claims, &mut asking)?;
            rather_people(line, &mut claims, context, directory)?;
            (claims, None)
        }
    };
    let family = told.or_else(|| family(&claims, context));
    let members = family.as_ref().map(|family| directory.members(family.id)).transpose()?;
    let mut parts: Vec<Part> = named.into_iter().collect();
    parts.extend(claims.into_iter().map(|claimed| resolve(line, claimed, members.as_deref())));
    parts.extend(note(line));
    if parts.is_empty() {
        return Ok(Reading { parts, family, session: None, visit: None, task: None });
    }
    mark_repeated(&mut parts);
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
    Ok(Reading { parts, family, session, visit: visits, task: None })
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

/// A line of a kind that is not taken yet: one part, all of it.
fn not_yet(line: &str, kind: RecordKind) -> Reading {
    let start = line.len() - line.trim_start().len();
    let span = start..line.trim_end().len();
    let part = Part { span, meaning: Meaning::Fault(Fault::NotYet(kind)) };
    let parts = if part.span.start < part.span.end { vec![part] } else { Vec::new() };
    Reading { parts, family: None, session: None, visit: None, task: None }
}

/// What each word of the line says by itself, after the one that names the kind.
pub(super) fn claims(line: &str, context: &Context) -> Vec<Claimed> {
    let mut spans = tokens::words(body(line));
    let (kind, named) = kind(line, context);
    if named.is_some() {
        spans.remove(0);
    }
    let words: Vec<&str> = spans.iter().map(|span| &line[span.clone()]).collect();
    let planned = kind == RecordKind::Visit || words.iter().any(|word| is_planned(word));
    let leaning = if planned { Leaning::Future } else { Leaning::Past };
    let readers = if kind == RecordKind::Visit { visit::claim::READERS } else { READERS };
    let seen = Seen { today: context.today, leaning, first: None };
    let read = |seen| {
        let mut claims = Vec::new();
        let mut at = 0;
        while at < spans.len() {
            let taken = claim(readers, &words[at..spans.len().min(at + MOST_WORDS_OF_PART)], seen);
            let last = (at + taken.words.max(1)).min(spans.len()) - 1;
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

/// Puts people where words name them.
fn resolve(line: &str, claimed: Claimed, members: Option<&[MemberName]>) -> Part {
    let meaning = match claimed.claim {
        Claim::Says(meaning) => meaning,
        Claim::Person(word) => people::people(&word, members),
        Claim::Cancelled(inner) => people::cancelled(&inner, members),
        Claim::NoShow(inner) => people::stayed_away(&inner, members),
        Claim::Bare => Meaning::Fault(meant::unknown(&line[claimed.span.clone()], members)),
    };
    Part { span: claimed.span, meaning }
}

pub(super) fn note(line: &str) -> Option<Part> {
    let span = tokens::note(line)?;
    let text = clean_note(tokens::note_text(&line[span.clone()])).trim().to_owned();
    Some(Part { span, meaning: Meaning::Note(text) })
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
