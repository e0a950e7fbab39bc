//! What the word at the cursor could become.

use std::ops::Range;

use crate::domain::codes::{MemberRole, Outcome};
use crate::domain::directory::{Directory, FamilyName, MemberName, one_word};
use crate::domain::problem::Problem;
use crate::domain::text::{day, fold};

use super::claim::Claim;
use super::families::begun_by;
use super::people::people;
use super::read::{Claimed, body, claims, kind, read};
use super::words::{AREAS, CANCELLERS, KINDS, PEOPLE, Row, WORDS, Word, beginning, meaning};
use super::{Context, Meaning, RecordKind, tokens, visit};

/// A text to put in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What it replaces, in bytes of the line.
    pub replace: Range<usize>,
    /// The text.
    pub with: String,
}

/// Completions of the word at the cursor (a byte of the line): the grammar's words first, then families, unless the
/// words before have begun a family's name. None in a note, and none where no word has been begun.
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
    let spans = tokens::words(body(line));
    let Some(at) = spans.iter().position(|span| span.start < cursor && cursor <= span.end) else {
        return Ok(Vec::new());
    };
    let span = spans[at].clone();
    let begun = &line[span.start..cursor];
    let all = |texts: Vec<String>| texts.into_iter().map(|with| Completion { replace: span.clone(), with }).collect();
    if let Some(name) = begun.strip_prefix('@') {
        let people = people_begun(name, &members(line, context, directory)?);
        return Ok(all(people.into_iter().map(|name| format!("@{name}")).collect()));
    }
    if let Some(area) = begun.strip_prefix('#') {
        return Ok(all(beginning(AREAS, area).into_iter().map(|(_, word)| format!("#{word}")).collect()));
    }
    if let Some(day) = begun.strip_prefix('>') {
        return Ok(all(days_begun(day).into_iter().map(|word| format!(">{word}")).collect()));
    }
    if let Some((head, who)) = begun.split_once('(') {
        let replace = span.start + head.len() + 1..cursor;
        let who =
            if opens(head, &spans, at, line) { cancellers_begun(who, line, context, directory)? } else { Vec::new() };
        return Ok(who.into_iter().map(|with| Completion { replace: replace.clone(), with }).collect());
    }
    let of_visits = kind(line, context).0 == RecordKind::Visit;
    let mut words = all(if of_visits { visit_words_begun(begun, at) } else { words_begun(begun, at) });
    if of_visits {
        words.extend(all(children_begun(begun, line, context, directory)?));
    }
    let families = families_begun(line, span.clone(), cursor, context, directory)?;
    // A name that has been begun with the word before is the likelier one.
    let name_goes_on = families.iter().any(|completion| completion.replace.start < span.start);
    let (first, then) = if name_goes_on { (families, words) } else { (words, families) };
    Ok(first.into_iter().chain(then).collect())
}

fn words_begun(begun: &str, at: usize) -> Vec<String> {
    let mut words = kinds_begun(begun, at);
    words.extend(written(WORDS, begun));
    words.extend(days_begun(begun));
    words.into_iter().map(str::to_owned).collect()
}

fn visit_words_begun(begun: &str, at: usize) -> Vec<String> {
    let mut words = kinds_begun(begun, at);
    words.extend(written(visit::words::RHYTHMS, begun));
    words.extend(written(visit::words::PLACES, begun));
    words.extend(written(visit::words::SIGNS, begun));
    words.extend(written(visit::words::CONTACTS, begun));
    let outcomes = beginning(WORDS, begun).into_iter().filter(|(word, _)| matches!(word, Word::Outcome(_)));
    words.extend(outcomes.map(|(_, word)| word));
    words.extend(days_begun(begun));
    let tags = written(visit::words::TAGS, begun).into_iter().map(|tag| format!("{tag}:"));
    words.into_iter().map(str::to_owned).chain(tags).collect()
}

fn kinds_begun(begun: &str, at: usize) -> Vec<&'static str> {
    if at == 0 { written(KINDS, begun) } else { Vec::new() }
}

fn written<T: Copy>(table: &[Row<T>], begun: &str) -> Vec<&'static str> {
    beginning(table, begun).into_iter().map(|(_, word)| word).collect()
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

fn days_begun(begun: &str) -> Vec<&'static str> {
    [written(day::RELATIVE, begun), written(day::WEEKDAYS, begun), written(day::STEPS, begun)].concat()
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
    let mut found: Vec<String> = beginning(CANCELLERS, who).into_iter().map(|(_, word)| word.to_owned()).collect();
    found.extend(names_begun(who, &members(line, context, directory)?));
    Ok(found)
}

/// Role words that mean somebody in the family, then given names.
fn people_begun(begun: &str, members: &[MemberName]) -> Vec<String> {
    let somebody = |word: &&str| matches!(people(word, Some(members)), Meaning::People(_));
    let roles = beginning(PEOPLE, begun).into_iter().map(|(_, word)| word).filter(somebody).map(str::to_owned);
    roles.chain(names_begun(begun, members)).collect()
}

/// Given names as one word each; where that does not mean the one person, the reference.
fn names_begun(begun: &str, members: &[MemberName]) -> Vec<String> {
    let begun = one_word(begun);
    let written = |member: &MemberName| {
        let name = member.given_name.split_whitespace().collect::<Vec<_>>().join("-");
        let meant = people(&name, Some(members));
        if meant == Meaning::People(vec![member.clone()]) { name } else { member.reference.clone() }
    };
    members.iter().filter(|member| one_word(&member.given_name).starts_with(&begun)).map(written).collect()
}

/// Families that the bare words up to the cursor begin, as many words as make a beginning.
fn families_begun(
    line: &str,
    span: Range<usize>,
    cursor: usize,
    context: &Context,
    directory: &dyn Directory,
) -> Result<Vec<Completion>, Problem> {
    for start in starts(&claims(line, context), &span) {
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
    let bare = claims(&family.name, context).iter().all(|claimed| claimed.claim == Claim::Bare);
    let kind_first = family.name.split_whitespace().next().is_some_and(|word| meaning(KINDS, word).is_some());
    if namesakes == 1 && bare && !kind_first { family.name.clone() } else { family.case_ref.clone() }
}
