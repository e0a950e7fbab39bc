//! `trygg show family X`: a family's page. That it was opened is journalled. Its network maps are `show_network`'s, its
//! hand-over sheet is `show_handover`'s, papers are `show_papers`', check-ins `show_check_in`'s, groups `show_group`'s.

use clap::ArgMatches;
use serde_json::{Map, Value};

use super::list::spoken;
use super::show_visits::Visits;
use super::{show_check_in, show_group, show_handover, show_main_record, show_network, show_papers, show_plan, word};
use crate::cli::arguments::{CHECK_IN, GROUP, HANDOVER, MAIN_RECORD, NETWORK, PAPERS, PLAN};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::{Columns, Output};
use crate::cli::{journalled, naming, opening};
use crate::domain::directory::{FamilyName, MemberName};
use crate::domain::discretion::Setting;
use crate::domain::entry::{Draft, Form};
use crate::domain::family::{FAMILY, family_draft};
use crate::domain::ids::PersonId;
use crate::domain::person::{PERSON, person_draft};
use crate::domain::placement::{PLACEMENT, placement_draft};
use crate::domain::problem::{Kind, Problem};
use crate::domain::relation::{RELATION, relation_draft};
use crate::domain::session::SESSION;
use crate::domain::session::Session;
use crate::exchange::json;
use crate::exchange::protection::{self, Audience};
use crate::exchange::telling::Teller;
use crate::locale::{Locale, arg};
use crate::store::{FamilyPage, PersonOnPage, SessionSummary, Store};

/// A session of the page with its columns.
type Met = Option<(i64, Draft)>;

/// Shows a family, its hand-over sheet, or its network maps.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let words: Vec<&str> = ["named", "family"]
        .iter()
        .filter_map(|id| given.get_many::<String>(id))
        .flatten()
        .map(String::as_str)
        .collect();
    let is_network = word(given, "shown") == NETWORK;
    if !is_network && given.contains_id("person") {
        return Err(Problem::new(Kind::Usage, "only-with-network").into());
    }
    if given.get_flag("given") && word(given, "shown") != MAIN_RECORD {
        return Err(Problem::new(Kind::Usage, "bad-call").into());
    }
    let store = opening::open(call)?.store;
    if [CHECK_IN, GROUP].contains(&word(given, "shown")) {
        if given.contains_id("family") {
            return Err(Problem::new(Kind::Usage, "bad-call").into());
        }
        let show = if word(given, "shown") == GROUP { show_group::run } else { show_check_in::run };
        return show(call, invocation::shape(given), &store, &words.join(" "));
    }
    let family = naming::family(&store, &words.join(" "))?;
    if is_network {
        return show_network::run(call, given, &store, &family);
    }
    if word(given, "shown") == PLAN {
        return show_plan::run(call, given, &store, &family);
    }
    if word(given, "shown") == HANDOVER {
        return show_handover::run(call, given, &store, &family);
    }
    if word(given, "shown") == MAIN_RECORD {
        return show_main_record::run(call, given, &store, &family);
    }
    if word(given, "shown") == PAPERS {
        return show_papers::run(call, given, &store, &family);
    }
    let page = store.family_page(family.id, call.today)?;
    let names = Teller::new(&store, Audience::House);
    let last = met(&store, &names, &family, page.sessions.last.as_ref())?;
    let next = met(&store, &names, &family, page.sessions.next.as_ref())?;
    let stopped = page.sessions.next.as_ref().and_then(|next| next.stopped);
    let visits = Visits::of(&store, &page, call.today)?;
    journalled::reading(call, &store, family.id)?;
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => {
            let mut shown = as_json(&page, last, next);
            if let Some(breach) = stopped {
                shown["next_session"]["stopped"] = breach.code().into();
            }
            visits.put(store.unit(), call.today, &mut shown);
            output.json(&shown)?;
        }
        Shape::Text => {
            let stopped = stopped.map(|breach| format!("! {} · ", call.locale.breach(breach))).unwrap_or_default();
            let met = [("page-last", last, String::new()), ("page-next", next, stopped)];
            as_text(call, &page, met, &mut output)?;
            visits.say(store.unit(), call, &mut output)?;
        }
    }
    Ok(output.finish()?)
}

fn met(
    store: &Store,
    names: &Teller<'_>,
    family: &FamilyName,
    summary: Option<&SessionSummary>,
) -> Result<Met, Problem> {
    let Some(summary) = summary else { return Ok(None) };
    let session = store.get::<Session>(summary.id)?;
    Ok(Some((session.id.0, names.row(family, &session.value)?)))
}

/// A person or a placement: its identity and its columns.
type Line = (i64, Draft);

fn people(page: &FamilyPage) -> Vec<Line> {
    let case_ref = &page.family.value.case_ref;
    let line = |member: &crate::store::Stored<crate::domain::person::Person>| {
        (member.id.0, person_draft(&member.value, case_ref, Setting::Team))
    };
    page.people.iter().map(|on_page| line(&on_page.person)).collect()
}

/// The unit's reference of somebody on the page.
fn reference(page: &FamilyPage, person: PersonId) -> Option<String> {
    let found = page.people.iter().find(|on_page| on_page.person.id == person)?;
    Some(found.person.value.reference.clone())
}

fn placements(page: &FamilyPage) -> Vec<(String, Line)> {
    let mut lines = Vec::new();
    for on_page in &page.people {
        let child = &on_page.person.value;
        for placement in &on_page.placements {
            let with =
                placement.value.placed_with.iter().filter_map(|person| reference(page, *person)).collect::<Vec<_>>();
            let draft = placement_draft(&placement.value, child, &with, Setting::Team);
            lines.push((child.given_name.shown(Setting::Team), (placement.id.0, draft)));
        }
    }
    lines
}

/// What the family's people are to each other; they are named as forms name them.
fn kin(page: &FamilyPage) -> Vec<Line> {
    let name = |on_page: &PersonOnPage| {
        let member = &on_page.person.value;
        MemberName {
            id: on_page.person.id,
            reference: member.reference.clone(),
            given_name: protection::called(member, Audience::House).into(),
            role: member.role,
        }
    };
    let members: Vec<MemberName> = page.people.iter().map(name).collect();
    let case_ref = &page.family.value.case_ref;
    page.kin.iter().map(|stored| (stored.id.0, relation_draft(&stored.value, case_ref, &members))).collect()
}

fn as_json(page: &FamilyPage, last: Met, next: Met) -> Map<String, Value> {
    let object = |form: &Form, (id, draft): &Line| Value::Object(json::object(*id, form, draft));
    let session = |met: Met| met.map_or(Value::Null, |line| object(&SESSION, &line));
    let mut shown = json::object(page.family.id.0, &FAMILY, &family_draft(&page.family.value));
    shown.insert("people".to_owned(), people(page).iter().map(|line| object(&PERSON, line)).collect());
    shown.insert("kin".to_owned(), kin(page).iter().map(|line| object(&RELATION, line)).collect());
    let placements = placements(page);
    shown.insert("placements".to_owned(), placements.iter().map(|(_, line)| object(&PLACEMENT, line)).collect());
    shown.insert("last_session".to_owned(), session(last));
    shown.insert("next_session".to_owned(), session(next));
    shown
}

fn as_text(
    call: &Invocation,
    page: &FamilyPage,
    met: [(&str, Met, String); 2],
    output: &mut Output,
) -> Result<(), Problem> {
    let locale = &call.locale;
    let draft = family_draft(&page.family.value);
    output.line(&format!("{}  {}", page.family.value.name, page.family.value.case_ref))?;
    let mut columns = Columns::new(output, Vec::new());
    for field in FAMILY.fields.iter().filter(|field| !["name", "case_ref"].contains(&field.key)) {
        let text = spoken(&FAMILY, field.key, draft.get(field.key), locale);
        if !text.is_empty() {
            columns.row(vec![format!("  {}", locale.field(field.key)), text])?;
        }
    }
    for (key, met, sign) in met {
        let text = met.map_or_else(|| locale.say("page-none"), |(_, draft)| session_in_words(&draft, locale));
        let text = format!("{sign}{text}");
        columns.row(vec![format!("  {}", locale.say(key)), text])?;
    }
    columns.finish()?;

    output.line(&format!("\n{}", locale.say("page-people")))?;
    let mut columns = Columns::new(output, Vec::new());
    for (on_page, (_, draft)) in page.people.iter().zip(people(page)) {
        let years = on_page.person.value.age(call.today).map(|years| years.to_string());
        let years = years.map(|years| locale.tell("page-years", &[("years", arg(years))])).unwrap_or_default();
        let said = |key| spoken(&PERSON, key, draft.get(key), locale);
        let member = &on_page.person.value;
        let family_name = member.family_name.as_ref().filter(|name| name.is_whole(Setting::Team));
        let family_name = family_name.map(|name| name.shown(Setting::Team)).unwrap_or_default();
        let name = format!("{} {family_name}", member.given_name.shown(Setting::Team));
        columns.row(vec![
            format!("  {}", name.trim()),
            said("role"),
            years,
            said("lives"),
            said("language"),
            said("phone"),
            said("protection"),
        ])?;
    }
    columns.finish()?;
    kin_as_text(call, page, output)?;

    let placements = placements(page);
    if placements.is_empty() {
        return Ok(());
    }
    output.line(&format!("\n{}", locale.say("page-placements")))?;
    let mut columns = Columns::new(output, Vec::new());
    for (child, (_, draft)) in &placements {
        let said = |key| spoken(&PLACEMENT, key, draft.get(key), locale);
        let hidden = draft.get("hidden_location") == "yes";
        columns.row(vec![
            format!("  {child}"),
            said("kind"),
            format!("{} – {}", draft.get("started_on"), draft.get("ended_on")).trim_end().to_owned(),
            if hidden || draft.get("home") == protection::MASK { locale.say("page-hidden") } else { said("home") },
            said("end_reason"),
        ])?;
    }
    columns.finish()
}

fn kin_as_text(call: &Invocation, page: &FamilyPage, output: &mut Output) -> Result<(), Problem> {
    if page.kin.is_empty() {
        return Ok(());
    }
    output.line(&format!("\n{}", call.locale.say("page-kin")))?;
    let mut columns = Columns::new(output, Vec::new());
    for (stored, (_, draft)) in page.kin.iter().zip(kin(page)) {
        let said = |key| spoken(&RELATION, key, draft.get(key), &call.locale);
        let ended = call.locale.kin_ended(&stored.value, call.today).unwrap_or_default();
        columns.row(vec![format!("  {}", said("person")), said("kin_relation"), said("other"), ended])?;
    }
    columns.finish()
}

fn session_in_words(draft: &Draft, locale: &Locale) -> String {
    let said = |key| spoken(&SESSION, key, draft.get(key), locale);
    let parts = [said("on"), said("start"), said("kind"), said("mode"), said("people"), said("staff")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
