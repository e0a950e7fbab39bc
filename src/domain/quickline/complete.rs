//! Completions of the word at the cursor.

use std::ops::Range;

use crate::domain::codes::{MemberRole, Outcome};
use crate::domain::directory::{Directory, FamilyName, MemberName, one_word};
use crate::domain::problem::Problem;
use crate::domain::text::{day, fold, near};

use super::classify::Claim;
use super::families::begun_by;
use super::people::people;
use super::read::{Claimed, body, claims, kind, read};
use super::words::{AREAS, CANCELLERS, DESPITE, KINDS, ONESELF, PEOPLE, Row, Tongue, WORDS, Word, completing, meaning};
use super::{Context, Fault, Meaning, RecordKind, tokens, visit};

/// As many as a person can choose from.
const MOST: usize = 9;

/// A text to put in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What it replaces, in bytes of the line.
    pub replace: Range<usize>,
    /// The text.
    pub with: String,
}

/// Completions of the word at the cursor (a byte of the line): the grammar's words first, then families, unless the
/// words before have begun a family's name. None in a note, and none where no word has been begun. Where nothing begins
/// so, and something stands there that is not understood, what may have been meant.
///
/// # Errors
/// When the directory cannot be read.
pub fn complete(
    line: &str,
    cursor: usize,
    context: &Context,
    directory: &dyn Directory,
) -> Result<Vec<Completion>, Problem> {
    let cursor = (0..=cursor.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let begun = begun(line, cursor, context, directory)?;
    if !begun.is_empty() {
        return Ok(begun);
    }
    let reading = read(line, context, directory)?;
    let at = |part: &&super::Part| part.span.start < cursor && cursor <= part.span.end;
    let Some(part) = reading.parts.iter().filter(at).find(|part| part.fault().is_some()) else { return Ok(begun) };
    let written = part.fault().map(|fault| written(fault, &line[part.span.clone()])).unwrap_or_default();
    Ok(written.into_iter().take(MOST).map(|with| Completion { replace: part.span.clone(), with }).collect())
}

/// What may be written in the place of a part that is at fault.
fn written(fault: &Fault, typed: &str) -> Vec<String> {
    let sign = typed.strip_prefix('@').map_or("", |_| "@");
    let called = |people: &[MemberName]| -> Vec<String> {
        people.iter().flat_map(|one| names_begun(one.given_name.bare(), people).into_iter().take(1)).collect()
    };
    match fault {
        Fault::Meant(texts) | Fault::WhoNotWhy(texts) => texts.clone(),
        _ if typed.contains('(') => Vec::new(),
        Fault::AmbiguousFamily(families) | Fault::ShortFamily(families) => {
            families.iter().map(|family| family.case_ref.clone()).collect()
        }
        Fault::AmbiguousPerson(people) | Fault::NoSuchPerson(people) => {
            let mut names = called(people);
            names.dedup();
            names.into_iter().map(|name| format!("{sign}{name}")).collect()
        }
        Fault::NoSuchStaff(names) | Fault::AmbiguousStaff(names) if !sign.is_empty() => {
            names.iter().map(|name| format!("@{}", name.replace(' ', "_"))).collect()
        }
        _ => Vec::new(),
    }
}

/// What the word at the cursor begins.
fn begun(line: &str, cursor: usize, context: &Context, directory: &dyn Directory) -> Result<Vec<Completion>, Problem> {
    let spans = tokens::words(body(line));
    let Some(at) = spans.iter().position(|span| span.start < cursor && cursor <= span.end) else {
        return Ok(Vec::new());
    };
    let span = spans[at].clone();
    let begun = &line[span.start..cursor];
    let all = |texts: Vec<String>| texts.into_iter().map(|with| Completion { replace: span.clone(), with }).collect();
    if kind(line, context).0 == RecordKind::Task && at > 0 {
        return Ok(all(task_words_begun(begun, at, context, directory)?));
    }
    if let Some(name) = begun.strip_prefix('@') {
        let people = people_begun(name, &members(line, context, directory)?);
        return Ok(all(people.into_iter().map(|name| format!("@{name}")).collect()));
    }
    if let Some(area) = begun.strip_prefix('#') {
        let areas = in_first_tongue(|tongue| begun_words(AREAS, area, tongue));
        return Ok(all(areas.into_iter().map(|word| format!("#{word}")).collect()));
    }
    if let Some(day) = begun.strip_prefix('>') {
        let days = in_first_tongue(|tongue| days_begun(day, tongue));
        return Ok(all(days.into_iter().map(|word| format!(">{word}")).collect()));
    }
    if let Some(found) = supporters_begun(begun, &span, directory)? {
        return Ok(found);
    }
    if let Some((head, who)) = begun.split_once('(') {
        let replace = span.start + head.len() + 1..cursor;
        let who =
            if opens(head, &spans, at, line) { cancellers_begun(who, line, context, directory)? } else { Vec::new() };
        return Ok(who.into_iter().map(|with| Completion { replace: replace.clone(), with }).collect());
    }
    let of_visits = kind(line, context).0 == RecordKind::Visit;
    let words_begun = if of_visits { visit_words_begun } else { words_begun };
    let mut words = all(strings(in_first_tongue(|tongue| words_begun(begun, at, tongue))));
    if of_visits {
        let tags = in_first_tongue(|tongue| begun_words(visit::words::TAGS, begun, tongue));
        words.extend(all(tags.into_iter().map(|tag| format!("{tag}:")).collect()));
        words.extend(all(children_begun(begun, line, context, directory)?));
    }
    let families = families_begun(line, span.clone(), cursor, context, directory)?;
    // A name that has been begun with the word before is the likelier one.
    let name_goes_on = families.iter().any(|completion| completion.replace.start < span.start);
    let (first, then) = if name_goes_on { (families, words) } else { (words, families) };
    Ok(first.into_iter().chain(then).collect())
}

/// Supporters whom the name at the end of `stöd:Karin,ma` begins, or is close to; none where no supporter is named.
fn supporters_begun(
    begun: &str,
    span: &Range<usize>,
    directory: &dyn Directory,
) -> Result<Option<Vec<Completion>>, Problem> {
    let Some((tag, names)) = begun.split_once(':') else { return Ok(None) };
    if meaning(visit::words::TAGS, tag) != Some(visit::words::Tag::Support) || names.contains(':') {
        return Ok(None);
    }
    let name = names.rsplit(',').next().unwrap_or_default();
    let word = name.replace('_', " ");
    let mut found = directory.staff_called(&word)?;
    if found.is_empty() {
        found = near(&word, &directory.all_staff()?);
    }
    let replace = span.start + begun.len() - name.len()..span.start + begun.len();
    let written = found.into_iter().take(MOST).map(|name| name.replace(' ', "_"));
    Ok(Some(written.map(|with| Completion { replace: replace.clone(), with }).collect()))
}

/// Swedish words; English ones only where no Swedish word begins so.
fn in_first_tongue(words: impl Fn(Tongue) -> Vec<&'static str>) -> Vec<&'static str> {
    let swedish = words(Tongue::Swedish);
    if swedish.is_empty() { words(Tongue::English) } else { swedish }
}

fn strings(words: Vec<&'static str>) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}

fn begun_words<T: Copy>(table: &[Row<T>], begun: &str, tongue: Tongue) -> Vec<&'static str> {
    completing(table, begun, tongue).into_iter().map(|(_, word)| word).collect()
}

fn kinds_begun(begun: &str, at: usize, tongue: Tongue) -> Vec<&'static str> {
    let kinds = if at == 0 { completing(KINDS, begun, tongue) } else { Vec::new() };
    kinds.into_iter().filter(|(kind, _)| RecordKind::TAKEN.contains(kind)).map(|(_, word)| word).collect()
}

fn visit_words_begun(begun: &str, at: usize, tongue: Tongue) -> Vec<&'static str> {
    let outcomes = completing(WORDS, begun, tongue).into_iter().filter(|(word, _)| matches!(word, Word::Outcome(_)));
    [
        kinds_begun(begun, at, tongue),
        begun_words(visit::words::RHYTHMS, begun, tongue),
        begun_words(visit::words::PLACES, begun, tongue),
        begun_words(visit::words::SIGNS, begun, tongue),
        begun_words(visit::words::CONTACTS, begun, tongue),
        begun_words(DESPITE, begun, tongue),
        outcomes.map(|(_, word)| word).collect(),
        days_begun(begun, tongue),
    ]
    .concat()
}

/// Staff, days, and first in the line families; what else a task says is nobody's to complete.
fn task_words_begun(
    begun: &str,
    at: usize,
    context: &Context,
    directory: &dyn Directory,
) -> Result<Vec<String>, Problem> {
    if let Some(name) = begun.strip_prefix('@') {
        let oneself = in_first_tongue(|tongue| begun_words(ONESELF, name, tongue)).into_iter().map(str::to_owned);
        let staff = directory.staff_called(name)?.into_iter().map(|name| name.replace(' ', "_"));
        return Ok(oneself.chain(staff).map(|name| format!("@{name}")).collect());
    }
    let sign = if begun.starts_with('>') { ">" } else { "" };
    let days = in_first_tongue(|tongue| days_begun(begun.trim_start_matches('>'), tongue));
    let families = if at == 1 && sign.is_empty() { begun_by(begun, directory)? } else { Vec::new() };
    let families = families.iter().map(|family| family_written(family, &families, context)).collect::<Vec<_>>();
    Ok(days.into_iter().map(|day| format!("{sign}{day}")).chain(families).collect())
}

/// Children of the line's family, or of any where the line has none.
fn children_begun(
    begun: &str,
    line: &str,
    context: &Context,
    directory: &dyn Directory,
) -> Result<Vec<String>, Problem> {
    let of_family: Vec<MemberName> = match read(line, context, directory)?.family {
        Some(family) => directory.members(family.id)?,
        None => directory.children(begun)?.into_iter().map(|(_, child)| child).collect(),
    };
    let children: Vec<MemberName> = of_family.into_iter().filter(|one| one.role == MemberRole::Child).collect();
    let mut names = names_begun(begun, &children);
    names.dedup();
    Ok(names)
}

fn words_begun(begun: &str, at: usize, tongue: Tongue) -> Vec<&'static str> {
    let mut words = kinds_begun(begun, at, tongue);
    words.extend(begun_words(WORDS, begun, tongue));
    words.extend(begun_words(DESPITE, begun, tongue));
    words.extend(days_begun(begun, tongue));
    words
}

fn days_begun(begun: &str, tongue: Tongue) -> Vec<&'static str> {
    let mut days = begun_words(day::RELATIVE, begun, tongue);
    days.extend(begun_words(day::WEEKDAYS, begun, tongue));
    days.extend(begun_words(day::STEPS, begun, tongue));
    days
}

/// Whether a bracket opens after the word for a cancelled session.
fn opens(head: &str, spans: &[Range<usize>], at: usize, line: &str) -> bool {
    let head = match spans.get(at.wrapping_sub(1)) {
        Some(before) if head.is_empty() => &line[before.clone()],
        _ => head,
    };
    matches!(meaning(WORDS, head), Some(Word::Outcome(Outcome::Cancelled)))
}

fn members(line: &str, context: &Context, directory: &dyn Directory) -> Result<Vec<MemberName>, Problem> {
    match read(line, context, directory)?.family {
        Some(family) => directory.members(family.id),
        None => Ok(Vec::new()),
    }
}

fn cancellers_begun(
    who: &str,
    line: &str,
    context: &Context,
    directory: &dyn Directory,
) -> Result<Vec<String>, Problem> {
    if who.is_empty() || who.contains(':') {
        return Ok(Vec::new());
    }
    let mut found = strings(in_first_tongue(|tongue| begun_words(CANCELLERS, who, tongue)));
    found.extend(names_begun(who, &members(line, context, directory)?));
    Ok(found)
}

/// Role words that mean somebody in the family, then given names.
fn people_begun(begun: &str, members: &[MemberName]) -> Vec<String> {
    let somebody = |word: &&str| matches!(people(word, Some(members)), Meaning::People(_));
    let roles = |tongue| begun_words(PEOPLE, begun, tongue).into_iter().filter(somebody).collect();
    strings(in_first_tongue(roles)).into_iter().chain(names_begun(begun, members)).collect()
}

/// Given names as one word each; where that does not mean the one person, the reference.
pub(super) fn names_begun(begun: &str, members: &[MemberName]) -> Vec<String> {
    let begun = one_word(begun);
    let written = |member: &MemberName| {
        let name = member.given_name.bare().split_whitespace().collect::<Vec<_>>().join("-");
        let meant = people(&name, Some(members));
        if meant == Meaning::People(vec![member.clone()]) { name } else { member.reference.clone() }
    };
    members.iter().filter(|member| one_word(member.given_name.bare()).starts_with(&begun)).map(written).collect()
}

/// Families that the bare words up to the cursor begin, as many words as make a beginning.
fn families_begun(
    line: &str,
    span: Range<usize>,
    cursor: usize,
    context: &Context,
    directory: &dyn Directory,
) -> Result<Vec<Completion>, Problem> {
    for start in starts(&claims(line, context, &[]), &span) {
        let words: Vec<&str> = line[start..cursor].split_whitespace().collect();
        let families = begun_by(&words.join(" "), directory)?;
        if !families.is_empty() {
            let replace = start..span.end;
            let written = families.iter().map(|family| family_written(family, &families, context));
            return Ok(written.map(|with| Completion { replace: replace.clone(), with }).collect());
        }
    }
    Ok(Vec::new())
}

/// Where a name may begin that ends at the cursor: at the farthest of the bare words before it, or nearer.
fn starts(claims: &[Claimed], span: &Range<usize>) -> Vec<usize> {
    let before = claims.iter().rev().skip_while(|claimed| claimed.span.end > span.start);
    let mut starts: Vec<usize> =
        before.take(3).take_while(|claimed| claimed.claim == Claim::Bare).map(|claimed| claimed.span.start).collect();
    starts.reverse();
    starts.push(span.start);
    starts
}

/// A family's name, or its case reference where the name would not be read as this family.
fn family_written(family: &FamilyName, among: &[FamilyName], context: &Context) -> String {
    let namesakes = among.iter().filter(|other| fold(&other.name) == fold(&family.name)).count();
    let bare = claims(&family.name, context, &[]).iter().all(|claimed| claimed.claim == Claim::Bare);
    let kind_first = family.name.split_whitespace().next().is_some_and(|word| meaning(KINDS, word).is_some());
    if namesakes == 1 && bare && !kind_first { family.name.clone() } else { family.case_ref.clone() }
}
