//! `trygg export visits --format ics`: visits as a calendar file, of the unit, a family, a child, an adult or a
//! supporter. What of people and places goes along is `exchange::protection`'s to decide; the words are chosen here.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io::Write;
use std::path::PathBuf;
use std::rc::Rc;

use clap::ArgMatches;

use super::export::tell;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::outfile::deliver;
use crate::cli::span::Asked;
use crate::cli::{environment, naming, opening};
use crate::domain::codes::VisitContact;
use crate::domain::discretion::{self, Setting};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::noun::NounKind;
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::Visit;
use crate::exchange::file::unwritten;
use crate::exchange::ical::{self, Calendar, Halted, Telling, Whose, Words};
use crate::exchange::protection;
use crate::exchange::visits::{ALL_DAYS, Household, Households};
use crate::locale::{Locale, arg};
use crate::store::{DiaryOf, Lot, Store};

/// What the journal calls a calendar that leaves the house.
const CALENDAR: &str = "calendar";

/// Writes the calendar.
pub(super) fn run(call: &Invocation, given: &ArgMatches, period: Asked, out: Option<&PathBuf>) -> Result<(), Failure> {
    let store = opening::open(call)?.store;
    let locale = &call.locale;
    let (of, whose, name) = asked(&store, given, period, locale)?;
    let sent_before = store.calendars_sent()?;
    store.journal_export(&Lot {
        of: Some(NounKind::Arrangements),
        reason: given.get_one::<String>("because").map(String::as_str),
        ..Lot::new(CALENDAR, family_of(of))
    })?;
    let diary = store.diary(of, ALL_DAYS.0, ALL_DAYS.1)?;
    let households = Households::new(&store);
    let mut known: HashMap<FamilyId, Rc<Household>> = HashMap::new();
    let mut revisions = HashMap::new();
    let mut told = Vec::new();
    let halted = Halted::of(&diary, call.today);
    for stored in &diary.arrangements {
        let family = stored.value.family;
        let Some((own, visits)) = whose.of(stored.id, &stored.value, diary.stored(stored.id)) else { continue };
        let was_sent = sent_before.had(stored.id, family);
        let mut own = halted.without(stored.id, &own, &visits);
        if own.before.is_some() && !own.stands() {
            // What was never sent is left out; what was is cancelled, and nothing more is told of it.
            if !was_sent {
                continue;
            }
            own.arrangement.terms.place = None;
            own.arrangement.terms.supporters.clear();
        }
        own.before = own.before.filter(|_| was_sent);
        if let Entry::Vacant(new) = known.entry(family) {
            revisions.extend(store.revisions(family)?);
            new.insert(households.of(family)?);
        }
        told.push((stored.id, own, revisions.get(&stored.id).copied().unwrap_or_default()));
    }
    let entries: Vec<ical::Entry<'_>> = told
        .iter()
        .map(|(id, own, revision)| ical::Entry {
            id: *id,
            arrangement: &own.arrangement,
            stored: &own.stored,
            revision: *revision,
            sent: own.before.as_ref(),
        })
        .collect();
    let one = naming::one(&store, given)?;
    let adult = one.or(whose.people.last().copied().filter(|_| given.contains_id("adult")));
    let setting = adult.map_or(Setting::Calendar, Setting::For);
    let mut standing = HashMap::new();
    for family in known.keys() {
        standing.insert(*family, store.household(*family)?);
    }
    let words = |visit: &Visit<'_>| {
        let household = known.get(&visit.arrangement.family);
        let kept = standing.get(&visit.arrangement.family).is_some_and(|standing| is_kept(visit, standing, setting));
        household.map(|household| words(visit, household, locale, setting, kept)).unwrap_or_default()
    };
    let busy = locale.say("calendar-busy");
    let telling = if given.get_flag("busy") { Telling::Busy(&busy) } else { Telling::Words(&words) };
    let token = store.casebook_token()?;
    let stamp = environment::now();
    let text = ical::write(&Calendar { casebook: &token, name: Some(&name), telling, stamp }, &entries);
    let mut write = |to: &mut dyn Write| to.write_all(text.as_bytes()).map_err(unwritten);
    let Some(path) = deliver(call, out, &mut write)? else { return Ok(()) };
    tell(&locale.tell("said-exported-calendar", &[("count", arg(entries.len())), ("path", arg(path))]))
}

fn family_of(of: DiaryOf) -> Option<FamilyId> {
    match of {
        DiaryOf::Family(family) => Some(family),
        DiaryOf::Everybody | DiaryOf::Mine => None,
    }
}

/// Whose calendar it is, and what it is called.
fn asked(
    store: &Store,
    given: &ArgMatches,
    (from, to): Asked,
    locale: &Locale,
) -> Result<(DiaryOf, Whose, String), Problem> {
    let family = given.get_one::<String>("family").map(|word| naming::family(store, word)).transpose()?;
    let mut of = family.as_ref().map_or(DiaryOf::Everybody, |family| DiaryOf::Family(family.id));
    // A family goes by its case reference: its name is that of people who may be protected.
    let mut called = family.map(|family| family.case_ref);
    let mut whose = Whose {
        days: (from.is_some() || to.is_some()).then(|| (from.unwrap_or(ALL_DAYS.0), to.unwrap_or(ALL_DAYS.1))),
        ..Whose::default()
    };
    for (option, is_child) in [("child", true), ("adult", false)] {
        let Some(word) = given.get_one::<String>(option) else { continue };
        let (person, name, theirs) = person(store, word, is_child)?;
        whose.people.push(person);
        called = Some(name);
        if of == DiaryOf::Everybody {
            of = DiaryOf::Family(theirs);
        }
    }
    if let Some(word) = given.get_one::<String>("for_one") {
        let missing = || Problem::new(Kind::NotFound, "no-such-person-here").with("value", word);
        let (person, theirs) = naming::person(store, word)?.ok_or_else(missing)?;
        whose.people.push(person);
        called = Some(store.called(person, Setting::For(person))?);
        of = DiaryOf::Family(theirs);
    }
    if let Some(word) = given.get_one::<String>("supporter") {
        let unknown = || Problem::new(Kind::NotFound, "no-such-supporter").with("value", word);
        let name = naming::supporter(store, word)?.ok_or_else(unknown)?;
        called = Some(name.clone());
        whose.supporter = Some(name);
    }
    let name = match called {
        Some(called) => locale.tell("calendar-of", &[("name", arg(called))]),
        None => locale.say("calendar-of-all"),
    };
    Ok((of, whose, name))
}

/// A person by reference, how a calendar calls them, and their family.
fn person(store: &Store, word: &str, is_child: bool) -> Result<(PersonId, String, FamilyId), Problem> {
    let key = if is_child { "no-such-child" } else { "no-such-adult" };
    let missing = || Problem::new(Kind::NotFound, key).with("value", word);
    let (id, family) = naming::person(store, word)?.ok_or_else(missing)?;
    let people = store.people_of(family)?;
    let found = people.iter().find(|person| person.id == id).ok_or_else(missing)?;
    if found.value.is_child() != is_child {
        return Err(missing());
    }
    Ok((id, protection::in_calendar(&found.value), family))
}

/// What stands on a visit: who meets whom, how if not in person, where if that may be told, and with whose support; the
/// calendar of one person says nobody's name who supports visits at a place that is kept back.
fn words(visit: &Visit<'_>, household: &Household, locale: &Locale, setting: Setting, kept: bool) -> Words {
    let terms = visit.terms();
    let name = |id: PersonId| household.person(id).map(protection::in_calendar).unwrap_or_default();
    let with: Vec<String> = terms.with.iter().map(|with| name(*with)).collect();
    let between = format!("{} – {}", name(visit.arrangement.child), with.join(", "));
    let mut summary = locale.tell("calendar-visit", &[("between", arg(between))]);
    if terms.contact != VisitContact::InPerson {
        summary = format!("{summary}, {}", locale.label(terms.contact).to_lowercase());
    }
    // What a rule tells of all its days is kept back if it is on any of them.
    let days = visit.written.map_or(visit.arrangement.days(), |_| terms.days(visit.on()));
    let supporters = if kept { String::new() } else { terms.supporters.join(", ") };
    Words {
        summary,
        location: terms.place.as_ref().and_then(|place| place.shown(setting, Some(days))).filter(|_| !kept),
        description: (!supporters.is_empty()).then(|| locale.tell("supported-by", &[("names", arg(supporters))])),
    }
}

/// Whether the place and the support of a visit are kept back from the one person that a calendar is for: somebody else
/// who takes part is protected, or lives where nobody may know.
fn is_kept(visit: &Visit<'_>, household: &discretion::Household, setting: Setting) -> bool {
    let Setting::For(who) = setting else { return false };
    let (first, last) = visit.written.map_or(visit.arrangement.days(), |_| visit.terms().days(visit.on()));
    let people = std::iter::once(visit.arrangement.child).chain(visit.terms().with.iter().copied());
    people.into_iter().any(|person| person != who && household.is_kept(person, first, last))
}
