//! A hand-over sheet as JSON: parts by name, each an array. Whoever is protected stands as in files.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::json;
use super::protection::{self, Audience};
use super::telling::called;
use super::week;
use crate::domain::codes::Code;
use crate::domain::deadlines::{Rule, Rules};
use crate::domain::directory::MemberName;
use crate::domain::discretion::PlaceName;
use crate::domain::family::{FAMILY, family_draft};
use crate::domain::goal::Goal;
use crate::domain::ids::PersonId;
use crate::domain::noun::{Noun, Said, row_of};
use crate::domain::session::Session;
use crate::domain::session::{SESSION, session_draft};
use crate::domain::task::{TASK, task_draft};
use crate::domain::visit::Breach;
use crate::domain::visit::restriction::{RESTRICTION, restriction_draft};
use crate::domain::visit::wish::{WISH, wish_draft};
use crate::store::{ComingRow, HandOver, Record, SaidTo, Stored};

/// The sheet, of a casebook of a token.
pub fn object(sheet: &HandOver, rules: &[Rule], token: &str, audience: Audience) -> Map<String, Value> {
    let family = &sheet.family;
    let people: Vec<_> = sheet.people.iter().map(|on_page| on_page.person.clone()).collect();
    let names = called(&people, audience);
    let made = Maker { sheet, audience, names: &names, case_ref: &family.value.case_ref };
    let protected = sheet.people.iter().map(|on_page| &on_page.person.value);
    let protected = protected.filter(|person| person.given_name.is_kept()).map(
        |person| json!({ "person": protection::called(person, audience), "protection": person.protection.code() }),
    );
    let restrictions = sheet.restrictions.iter().map(|stored| {
        let draft = restriction_draft(&stored.value, made.case_ref, &names);
        let mut object = json::object(stored.id.0, &RESTRICTION, &draft);
        object.insert("is_decision".to_owned(), stored.value.missing().is_empty().into());
        Value::Object(object)
    });
    let duties = sheet.duties.iter().filter_map(|duty| {
        let rule = rules.get(duty.rule)?;
        Some(Value::Object(week::object(duty, rule, &sheet.names, sheet.today, token)))
    });
    let tasks = sheet.tasks.iter().map(|row| {
        Value::Object(json::object(row.task.id.0, &TASK, &task_draft(&row.task.value, Some(made.case_ref))))
    });
    let wishes = sheet.wishes.iter().map(|stored| {
        Value::Object(json::object(stored.id.0, &WISH, &wish_draft(&stored.value, made.case_ref, &names)))
    });
    let agreed = sheet.agreed.iter().map(|one| {
        json!({
            "on": one.visit.on, "child": made.name(one.child), "with": made.all(&one.visit.terms.with),
            "agreed": one.visit.after.agreed, "next": one.visit.after.next,
        })
    });
    let mut object = json::object(family.id.0, &FAMILY, &family_draft(&family.value));
    let said = Said {
        case_ref: made.case_ref,
        members: &names,
        people: &[],
        setting: Audience::File.setting(),
        group: &|_| None,
        meeting: &|_| None,
        place: &|_, _| None,
        rules: Rules::shipped(),
    };
    let goals = sheet.plan.goals.iter();
    let goals: Vec<Stored<Goal>> =
        goals.map(|line| Stored { id: line.id, version: line.version, value: line.goal.clone() }).collect();
    let groups = sheet.groups.iter().map(|part| {
        json!({
            "on": part.on, "kind": part.kind.code(), "group": part.name, "person": made.name(part.person),
            "present": part.present.code(), "reason": part.reason,
        })
    });
    let parts: [(&str, Value); 20] = [
        ("today", json!(sheet.today)),
        ("protected", protected.collect()),
        ("restrictions", restrictions.collect()),
        ("duties", duties.collect()),
        ("tasks", tasks.collect()),
        ("visits", sheet.visits.iter().map(|visit| made.visit(visit)).collect()),
        ("planned_sessions", sheet.planned.iter().map(|session| made.planned(session)).collect()),
        ("promises", SaidTo::ALL.iter().map(|to| (to.name().to_owned(), made.promises(*to))).collect()),
        ("wishes", wishes.collect()),
        ("agreed", agreed.collect()),
        ("notes", sheet.notes.iter().map(|session| made.session(session)).collect()),
        ("events", records(&sheet.events, &said)),
        ("exemptions", records(&sheet.exemptions, &said)),
        ("relations", records(&sheet.kin, &said)),
        ("phases", records(&sheet.plan.phases, &said)),
        ("crisis_support", records(&sheet.plan.crisis, &said)),
        ("goals", records(&goals, &said)),
        ("actions", records(&sheet.plan.actions, &said)),
        ("referrals", records(&sheet.referrals, &said)),
        ("groups", groups.collect()),
    ];
    object.extend(parts.map(|(name, value)| (name.to_owned(), value)));
    object
}

/// Records with the columns that files have.
fn records<N: Noun + Record>(records: &[Stored<N>], said: &Said<'_>) -> Value {
    let object = |stored: &Stored<N>| json::object(stored.id.into(), N::COLUMNS, &row_of(&stored.value, said));
    records.iter().map(|stored| Value::Object(object(stored))).collect()
}

struct Maker<'a> {
    sheet: &'a HandOver,
    audience: Audience,
    names: &'a [MemberName],
    case_ref: &'a str,
}

impl Maker<'_> {
    fn name(&self, id: PersonId) -> Option<String> {
        let setting = self.audience.setting();
        self.sheet.person(id).map(|person| match self.audience {
            Audience::For(_) => person.given_name.shown(setting),
            _ => protection::called(person, self.audience),
        })
    }

    fn all(&self, ids: &[PersonId]) -> Vec<String> {
        ids.iter().filter_map(|id| self.name(*id)).collect()
    }

    fn session(&self, session: &Stored<Session>) -> Value {
        Value::Object(json::object(session.id.0, &SESSION, &session_draft(&session.value, self.case_ref, self.names)))
    }

    /// A session still to be, and why a restriction of contact stops it, if one does.
    fn planned(&self, session: &Stored<Session>) -> Value {
        let mut told = self.session(session);
        told["stopped"] = self.sheet.stopped.get(&session.id).map(|breach| breach.code()).into();
        told
    }

    fn visit(&self, visit: &ComingRow) -> Value {
        let terms = &visit.terms;
        let time = |time: Option<chrono::NaiveTime>| time.map(|time| time.format("%H:%M").to_string());
        let told = |place: &PlaceName| place.listed(self.audience.setting(), Some(terms.days(visit.on)));
        let place = terms.place.as_ref().map(|place| told(place).unwrap_or_else(|| protection::MASK.to_owned()));
        json!({
            "id": format!("{}-{}", visit.arrangement.0, visit.given), "on": visit.on,
            "start": time(terms.start), "end": time(terms.end), "nights": terms.nights,
            "child": self.name(visit.child), "with": self.all(&terms.with), "contact": terms.contact.code(),
            "place": place, "supporters": terms.supporters, "is_unsupported": visit.is_unsupported,
            "stopped": visit.stopped.map(Breach::code),
        })
    }

    fn promises(&self, to: SaidTo) -> Value {
        let of = self.sheet.promises.iter().filter(|promise| promise.to == to);
        let each = of.map(|promise| {
            let session = &promise.session.value;
            let late = |day: NaiveDate| day < self.sheet.today;
            json!({
                "session": promise.session.id.0, "on": session.on, "people": self.all(&session.people),
                "staff": session.staff, "next_step": session.next_step, "follow_up_on": promise.follow_up_on,
                "is_late": promise.follow_up_on.is_some_and(late),
            })
        });
        each.collect()
    }
}
