//! A line about a referral: `lots lind @elias BUP #psyk skickad 2/10 samtycke:båda -- sover dåligt`.
//!
//! A family stands first, as everywhere; without one it is the chosen one's. `@` is whom it is about, one person. A day
//! is the day it was seen to be needed, or sent where the line says `skickad`; `lucka` says that nobody gives it. What
//! is none of this is to whom: an actor of the unit's catalogue, a sort of actor (`BUP`, `tandvård`), or somebody else
//! in words. Where a sort tells the area, the line need not.

use std::ops::Range;

use chrono::NaiveDate;
use serde::Serialize;

use super::asked::Asked;
use super::classify::{Claim, Reader, Seen, classify, day, of_area, one, person};
use super::families::{Asking, Found};
use super::far::far_days;
use super::part::{Fault, Meaning, Part, Slot};
use super::read::{Claimed, MOST_WORDS, Reading, body, mark_repeated, note};
use super::words::{ACTORS, CONSENT, CONSENTS, STATES, meaning};
use super::{Context, RecordKind, tokens};
use crate::domain::codes::{ActorKind, Area, Code, CodeList, ConsentBy, ReferralState};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::entry::Lexicon;
use crate::domain::problem::Problem;
use crate::domain::referral::Referral;
use crate::domain::referral::catalogue::{Catalogue, Means};
use crate::domain::text::{Leaning, Taken, clean_line, fold};

/// A referral as a line tells it, with the name of its family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralLine {
    /// Whose.
    pub family: FamilyName,
    /// Whom it is about, by name.
    pub person: Option<MemberName>,
    /// The referral.
    pub referral: Referral,
}

/// What a line was understood as, in the terms and the order of exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReferralJson {
    kind: &'static str,
    family: String,
    case_ref: String,
    person: Option<String>,
    to: String,
    area: Area,
    why: Option<String>,
    consent_by: Option<ConsentBy>,
    state: ReferralState,
    needed_on: NaiveDate,
    sent_on: Option<NaiveDate>,
}

/// The referral as plain data.
pub fn referral_json(line: &ReferralLine) -> ReferralJson {
    let referral = &line.referral;
    ReferralJson {
        kind: RecordKind::Referral.code(),
        family: line.family.name.clone(),
        case_ref: line.family.case_ref.clone(),
        person: line.person.as_ref().map(|person| person.reference.clone()),
        to: referral.to.clone(),
        area: referral.area,
        why: referral.why.clone(),
        consent_by: referral.consent_by,
        state: referral.state,
        needed_on: referral.needed_on,
        sent_on: referral.sent_on,
    }
}

const READERS: &[Reader] = &[person, of_area, state, consent, day];

/// `skickad`, `lucka`
fn state(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    meaning(STATES, words.first()?).and_then(|state| one(Meaning::Stands(state)))
}

/// `samtycke:båda`
fn consent(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let (head, who) = words.first()?.split_once(':')?;
    meaning(CONSENT, head)?;
    match meaning(CONSENTS, who) {
        Some(by) => one(Meaning::Consent(by)),
        None => one(Fault::Unknown),
    }
}

/// The words for sorts of actors, in both languages at once.
struct Sorts;

impl Lexicon for Sorts {
    fn meanings(&self, _: CodeList, word: &str) -> Vec<&'static str> {
        meaning(ACTORS, word).into_iter().map(ActorKind::code).collect()
    }

    fn word(&self, _: CodeList, code: &str) -> String {
        let of = ACTORS.iter().find(|(kind, ..)| kind.code() == code);
        of.and_then(|(_, swedish, _)| swedish.first()).map_or_else(|| code.to_owned(), |word| (*word).to_owned())
    }
}

/// Whom words mean.
fn actor(words: &str, catalogue: &Catalogue) -> Meaning {
    match catalogue.meant(words, &Sorts) {
        Means::One(to) => Meaning::Actor(to),
        Means::Nobody => Meaning::Actor(words.to_owned()),
        Means::Several(names) => Meaning::Fault(Fault::Meant(names)),
    }
}

/// The area that a sort of actor is for.
fn area_of(kind: ActorKind) -> Area {
    match kind {
        ActorKind::School => Area::School,
        ActorKind::Association => Area::Leisure,
        ActorKind::MaternityCare | ActorKind::ChildHealthCare | ActorKind::OpenPreschool => Area::Parenting,
        ActorKind::HealthCare | ActorKind::ChildPsychiatry | ActorKind::AdultPsychiatry | ActorKind::DentalCare => {
            Area::Psychosocial
        }
    }
}

/// Reads a line about a referral, after the word that names the kind.
pub fn read(
    line: &str,
    named: Option<Part>,
    context: &Context,
    asking: &mut Asking<'_>,
    directory: &dyn Directory,
) -> Result<Reading, Problem> {
    let claims = claims(line, named.is_some(), context, asking)?;
    let told = claims.iter().find_map(|claimed| match &claimed.claim {
        Claim::Says(Meaning::Family(family)) => Some(family.clone()),
        _ => None,
    });
    let in_doubt = claims.iter().any(|claimed| {
        matches!(claimed.claim, Claim::Says(Meaning::Fault(Fault::AmbiguousFamily(_) | Fault::ShortFamily(_))))
    });
    let family = told.or_else(|| context.family.clone().filter(|_| !in_doubt));
    let members = family.as_ref().map(|family| directory.members(family.id)).transpose()?;
    let asked = Asked { directory, family: family.as_ref(), members: members.as_deref(), today: context.today };
    let mut parts: Vec<Part> = named.into_iter().collect();
    for claimed in claims {
        parts.push(match claimed.claim {
            Claim::Bare => {
                let words = clean_line(&line[claimed.span.clone()]);
                Part { meaning: actor(&words, directory.actors()), span: claimed.span }
            }
            _ => asked.resolve(line, claimed)?,
        });
    }
    parts.extend(note(line));
    if parts.is_empty() {
        return Ok(Reading { family, ..Reading::default() });
    }
    mark_several(&mut parts);
    mark_repeated(&mut parts);
    let end = body(line).trim_end().len();
    let missing = missing(&parts, family.is_none() && !in_doubt, directory.actors());
    parts.extend(missing.into_iter().map(|fault| Part { span: end..end, meaning: Meaning::Fault(fault) }));
    parts.sort_by_key(|part| (part.span.start, part.span.end));
    let is_good = parts.iter().all(|part| part.fault().is_none());
    let referral = family.as_ref().filter(|_| is_good).and_then(|family| {
        let (referral, person) = assemble(&parts, family, context.today, directory.actors())?;
        Some(ReferralLine { family: family.clone(), person, referral })
    });
    let asks = far_days(line, &parts, context.today);
    Ok(Reading { parts, family, referral, asks, ..Reading::default() })
}

/// What the words of a line say: at the front perhaps a family, then what is known by its form, and what is left is to
/// whom.
fn claims(line: &str, is_named: bool, context: &Context, asking: &mut Asking<'_>) -> Result<Vec<Claimed>, Problem> {
    let spans: Vec<Range<usize>> = tokens::words(body(line)).into_iter().skip(usize::from(is_named)).collect();
    let words: Vec<&str> = spans.iter().map(|span| &line[span.clone()]).collect();
    let seen = Seen { today: context.today, leaning: Leaning::Past, first: None };
    let mut found: Vec<Claimed> = Vec::new();
    let mut at = 0;
    while at < spans.len() {
        let taken = classify(READERS, &words[at..], seen);
        let last = (at + taken.words.max(1)).min(spans.len()) - 1;
        if at == 0
            && taken.value == Claim::Bare
            && let Some((claimed, used)) = family(line, &spans, asking)?
        {
            found.push(claimed);
            at = used;
            continue;
        }
        let span = spans[at].start..spans[last].end;
        match found.last_mut().filter(|before| before.claim == Claim::Bare && taken.value == Claim::Bare) {
            // Words that stand together are one name.
            Some(before) => before.span.end = span.end,
            None => found.push(Claimed { span, claim: taken.value }),
        }
        at = last + 1;
    }
    Ok(found)
}

/// The family that the first words name, and how many of them that takes. A sort of actor is none, whoever's name
/// begins so; and somewhere something else must say to whom.
fn family(line: &str, spans: &[Range<usize>], asking: &mut Asking<'_>) -> Result<Option<(Claimed, usize)>, Problem> {
    let is_sort = |text: &str| meaning(ACTORS, text).is_some();
    for words in (1..=spans.len().min(MOST_WORDS)).rev() {
        let span = spans[0].start..spans[words - 1].end;
        let name: Vec<&str> = line[span.clone()].split_whitespace().collect();
        let claim = match asking.find(&name.join(" "))? {
            Found::One(family) if !is_sort(name[0]) || fold(&family.name) == fold(&name.join(" ")) => {
                Meaning::Family(family).into()
            }
            Found::Several(families) if !is_sort(name[0]) => Fault::AmbiguousFamily(families).into(),
            Found::TooShort(families) if !is_sort(name[0]) => Fault::ShortFamily(families).into(),
            _ => continue,
        };
        return Ok(Some((Claimed { span, claim }, words)));
    }
    Ok(None)
}

/// One referral is about one person.
fn mark_several(parts: &mut [Part]) {
    let mut is_told = false;
    for part in parts {
        let Meaning::People(people) = &part.meaning else { continue };
        if people.len() > 1 {
            part.meaning = Meaning::Fault(Fault::AmbiguousPerson(people.clone()));
        } else if std::mem::replace(&mut is_told, true) {
            part.meaning = Meaning::Fault(Fault::Repeated(Slot::Who));
        }
    }
}

fn missing(parts: &[Part], lacks_family: bool, catalogue: &Catalogue) -> Vec<Fault> {
    let mut missing = Vec::new();
    if lacks_family {
        missing.push(Fault::MissingFamily);
    }
    let is_faulty = parts.iter().any(|part| part.fault().is_some());
    let to = parts.iter().find_map(|part| match &part.meaning {
        Meaning::Actor(to) => Some(to),
        _ => None,
    });
    let has_area = parts.iter().any(|part| matches!(part.meaning, Meaning::Area(_)));
    match to {
        None if !is_faulty => missing.push(Fault::MissingActor),
        Some(to) if !has_area && !is_faulty && catalogue.kind_of(to).is_none() => missing.push(Fault::MissingArea),
        _ => {}
    }
    missing
}

fn assemble(
    parts: &[Part],
    family: &FamilyName,
    today: NaiveDate,
    catalogue: &Catalogue,
) -> Option<(Referral, Option<MemberName>)> {
    let (mut person, mut to, mut area, mut consent_by, mut why) = (None, None, None, None, None);
    let (mut state, mut on) = (ReferralState::Needed, today);
    for part in parts {
        match &part.meaning {
            Meaning::People(people) => person = people.first().cloned(),
            Meaning::Actor(told) => to = Some(told.clone()),
            Meaning::Area(told) => area = Some(*told),
            Meaning::Consent(by) => consent_by = Some(*by),
            Meaning::Stands(told) => state = *told,
            Meaning::Day(day) => on = *day,
            Meaning::Note(text) => why = Some(clean_line(text)).filter(|text| !text.is_empty()),
            _ => {}
        }
    }
    let to = to?;
    let area = area.or_else(|| catalogue.kind_of(&to).map(area_of))?;
    let sent_on = (state == ReferralState::Sent).then_some(on);
    let referral = Referral {
        family: family.id,
        person: person.as_ref().map(|person: &MemberName| person.id),
        to,
        area,
        why,
        consent_by,
        state,
        needed_on: on,
        sent_on,
        answered_on: None,
        first_visit_on: None,
        done_on: None,
    };
    Some((referral, person))
}
