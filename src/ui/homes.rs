//! The homes of a family: who lives in the parents' home and elsewhere, and who is placed where.

use chrono::NaiveDate;

use super::page::Row;
use super::theme::{ALARM, HEADING, PLAIN, QUIET};
use crate::app::Scene;
use crate::app::cx::{Home, Item, OpenFamily, home};
use crate::domain::codes::{Answer, MemberRole, Protection};
use crate::domain::discretion::Setting;
use crate::domain::ids::PlacementId;
use crate::domain::person::Person;
use crate::domain::placement::Placement;
use crate::locale::{Locale, arg};
use crate::store::PersonOnPage;

/// The parents' home with those who live elsewhere, and the homes of the placed.
pub fn rows(app: &Scene<'_>, open: &OpenFamily) -> (Vec<Row>, Vec<Row>) {
    let mut own = group(app, open, Home::Own, "home-own");
    own.extend(group(app, open, Home::Elsewhere, "home-elsewhere"));
    own.extend(group(app, open, Home::Unknown, "home-unknown"));
    if lacks_a_parent(open) {
        own.push(Row::of(app.locale.say("home-no-parent"), QUIET));
    }
    (own, group(app, open, Home::Placed, "home-placed"))
}

fn group(app: &Scene<'_>, open: &OpenFamily, wanted: Home, title: &str) -> Vec<Row> {
    let today = app.world.today;
    let people: Vec<(usize, &PersonOnPage)> =
        (0..).zip(&open.page.people).filter(|(_, person)| home(person, today) == wanted).collect();
    if people.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![Row::of(app.locale.say(title), HEADING)];
    for (place, on_page) in people {
        let phone = if wanted == Home::Placed && is_hidden(open, today) { Phone::KeptBack } else { Phone::Shown };
        rows.extend(person(app, &on_page.person.value, phone, Item::Person(place)));
        rows.extend(care(&app.locale, on_page, place, today));
        for (number, placement) in (0..).zip(&on_page.placements) {
            let item = Item::Placement(place, number);
            rows.extend(self::placement(app, placement.id, &placement.value, &on_page.person.value, item));
        }
    }
    rows
}

/// Whether there are children and nobody is entered who is or stands in for a parent: a child may have come alone, or
/// nobody has written it down yet, and either is better said than left open.
fn lacks_a_parent(open: &OpenFamily) -> bool {
    use MemberRole::{Father, Grandparent, Guardian, Mother, StepParent};
    let has = |roles: &[MemberRole]| open.page.people.iter().any(|one| roles.contains(&one.person.value.role));
    has(&[MemberRole::Child]) && !has(&[Mother, Father, StepParent, Guardian, Grandparent])
}

/// Whether a phone number may stand on the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phone {
    Shown,
    KeptBack,
}

/// Whether somebody in the family lives where nobody may see: then the family home's number is not shown either.
fn is_hidden(open: &OpenFamily, today: NaiveDate) -> bool {
    open.page.people.iter().any(|on_page| {
        on_page.placement(today).is_some_and(|placement| placement.value.is_kept_back(&on_page.person.value))
    })
}

/// A person: name, age and role; what else one must know before calling stands on a row of its own.
fn person(app: &Scene<'_>, person: &Person, phone: Phone, item: Item) -> Vec<Row> {
    let locale = &app.locale;
    let setting = app.page_setting();
    let family = person.family_name.as_ref().filter(|name| name.is_whole(setting));
    let family = family.map(|name| format!(" {}", name.shown(setting))).unwrap_or_default();
    let years = person.born(Setting::Team).map(|born| locale.age(born, app.world.today));
    let years = years.map(|years| format!(", {years}")).unwrap_or_default();
    let mut words = vec![locale.label(person.role)];
    if person.guardian == Some(Answer::Yes) {
        words.push(locale.say("guardian-short"));
    }
    let name = format!("{}{family}{years}", person.given_name.shown(setting));
    let mut rows = vec![Row::of(name, PLAIN).and(format!("  {}", words.join(", ")), QUIET).item(item)];
    let mut more = Vec::new();
    match (&person.language, person.interpreter) {
        (Some(language), Some(Answer::Yes)) => {
            more.push(locale.tell("interpreter", &[("language", arg(language.as_str()))]));
        }
        (Some(language), _) => more.push(language.clone()),
        (None, Some(Answer::Yes)) => more.push(locale.say("interpreter-unknown")),
        (None, _) => {}
    }
    more.extend(person.phone(setting).filter(|_| phone == Phone::Shown));
    if !more.is_empty() && person.role != MemberRole::Child {
        rows.push(Row::of(format!("  {}", more.join(", ")), QUIET));
    }
    if person.protection != Protection::None {
        rows.push(Row::of(format!("  ! {}", locale.label(person.protection)), ALARM));
    }
    rows
}

/// A child's care: the span that holds today at length, those before it on one row each; and where a placement says
/// something else of what it rests on.
fn care(locale: &Locale, on_page: &PersonOnPage, place: usize, today: NaiveDate) -> Vec<Row> {
    let mut rows = Vec::new();
    for (number, span) in on_page.care.iter().enumerate() {
        let span = &span.value;
        let mut words = vec![locale.label(span.legal_basis)];
        match span.until {
            None => words.push(locale.tell("since", &[("date", arg(locale.date(span.from, today)))])),
            Some(until) => words.push(format!("{}–{}", locale.date(span.from, today), locale.date(until, today))),
        }
        if let Some(day) = span.decided_on {
            words.push(locale.tell("care-decided", &[("date", arg(locale.date(day, today)))]));
        }
        words.extend(span.end_reason.map(|reason| locale.label(reason)));
        let told = locale.tell("care-span", &[("what", arg(words.join(", ")))]);
        let look = if span.covers(today) { PLAIN } else { QUIET };
        rows.push(Row::of(format!("  {told}"), look).item(Item::Care(place, number)));
    }
    let now = on_page.care.iter().find(|span| span.value.covers(today)).map(|span| span.value.legal_basis);
    let other = on_page.placement(today).and_then(|placement| placement.value.legal_basis);
    if let Some(other) = other.filter(|other| !on_page.care.is_empty() && now != Some(*other)) {
        let told = locale.tell("care-differs", &[("basis", arg(locale.label(other)))]);
        rows.push(Row::of(format!("  ! {told}"), ALARM));
    }
    rows
}

/// A placement: the one the child lives in at length, those before it on one row each.
fn placement(app: &Scene<'_>, id: PlacementId, placement: &Placement, child: &Person, item: Item) -> Vec<Row> {
    let (locale, today, setting) = (&app.locale, app.world.today, app.home_setting(id));
    let kind = locale.label(placement.kind);
    let from = locale.date(placement.started_on, today);
    let days = placement.days(today).map(|days| locale.tell("days", &[("days", arg(days))]));
    if !placement.covers(today) {
        let to = placement.ended_on.map(|end| locale.date(end, today)).unwrap_or_default();
        let why = placement.end_reason.map(|reason| format!(", {}", locale.label(reason))).unwrap_or_default();
        return vec![Row::of(format!("  {kind} {from}–{to}{why}"), QUIET).item(item)];
    }
    let hidden = placement.is_kept_back(child);
    let home = placement.home(child, setting);
    let since = locale.tell("since", &[("date", arg(from))]);
    let mut rows = vec![
        Row::of(format!("  {}", home.clone().unwrap_or_else(|| kind.clone())), PLAIN).item(item),
        Row::of(format!("  {}", [Some(since), days].into_iter().flatten().collect::<Vec<_>>().join(", ")), PLAIN),
    ];
    let mut more: Vec<String> = home.iter().map(|_| kind.clone()).collect();
    more.extend(placement.legal_basis.map(|basis| locale.label(basis)));
    more.extend(placement.district(child, setting));
    rows.push(Row::of(format!("  {}", more.join(", ")), QUIET));
    if hidden {
        let key = if home.is_some() { "kept-back-opened" } else { "kept-back" };
        rows.push(Row::of(format!("  ! {}", locale.say(key)), ALARM));
    }
    match (placement.school_change, placement.school_started_on) {
        (Some(Answer::Yes), Some(day)) => {
            let args = [("date", arg(locale.date(day, today)))];
            rows.push(Row::of(format!("  {}", locale.tell("school-started", &args)), QUIET));
        }
        (Some(Answer::Yes), None) => {
            rows.push(Row::of(format!("  ! {}", locale.say("school-not-started")), ALARM));
        }
        _ => {}
    }
    rows
}
