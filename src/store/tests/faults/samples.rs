//! Two records of every kind: as it is added, and what it is changed into. Texts are long, so that they need room.

use std::ops::ControlFlow;

use super::kept::{assessment, health, obstacle, paper, schooling, tick};
use super::planned::calendar_event;
use crate::domain::access::Right;
use crate::domain::action::PlanAction;
use crate::domain::advice_count::AdviceCount;
use crate::domain::assessment::Assessment;
use crate::domain::attainment::Attainment;
use crate::domain::care::Care;
use crate::domain::check_in::{CheckIn, Meeting};
use crate::domain::codes::SchoolTerm;
use crate::domain::codes::{
    AdviceRow, Answer, Area, Colour, CrisisAnswer, EventKind, FamilyStatus, LegalBasis, LegalForm, MapConsent,
    MapViewer, MemberRole, PlacementKind, RelationKind, RestrictionKind,
};
use crate::domain::crisis_support::CrisisSupport;
use crate::domain::deadlines::Exemption;
use crate::domain::event::Event;
use crate::domain::family::Family;
use crate::domain::goal::Goal;
use crate::domain::health::Health;
use crate::domain::ids::{FamilyId, PersonId, PurgeId};
use crate::domain::network::{NetworkMap, NetworkPerson, PersonKey};
use crate::domain::obstacle::Obstacle;
use crate::domain::paper::Paper;
use crate::domain::person::Person;
use crate::domain::phase::Phase;
use crate::domain::placement::Placement;
use crate::domain::plan_revision::PlanRevision;
use crate::domain::relation::Relation;
use crate::domain::report::{self, Published, Rule, THRESHOLD};
use crate::domain::schooling::Schooling;
use crate::domain::session::Session;
use crate::domain::status::StatusSpan;
use crate::domain::task::Task;
use crate::domain::tick::Tick;
use crate::domain::visit::{
    Absence, Arrangement, LadderMove, Limits, Pattern, Restriction, Series, Terms, Weekdays, Wish,
};
use crate::store::record::Record;
use crate::store::tests::{child, clock, day, family, session};
use crate::store::{AskedFigures, Casebook, Origin, Store};

/// A family, a child of it and the mother.
#[derive(Debug, Clone, Copy)]
pub(in crate::store::tests) struct Home {
    pub(in crate::store::tests) family: FamilyId,
    pub(in crate::store::tests) child: PersonId,
    pub(in crate::store::tests) mother: PersonId,
}

/// A kind of record of which there are samples.
pub(in crate::store::tests) trait Sampled: Record {
    fn samples(home: &Home) -> [Self; 2];
}

/// Longer than a page of the database.
pub(in crate::store::tests) fn long(what: &str) -> Option<String> {
    Some(format!("{what} ").repeat(6000 / what.len()))
}

pub(super) fn texts() -> [Option<String>; 2] {
    [long("skolan"), long("fritiden")]
}

macro_rules! sampled {
    ($($noun:ident: |$home:ident| $samples:expr;)*) => {
        $(impl Sampled for $noun {
            fn samples($home: &Home) -> [Self; 2] {
                $samples
            }
        })*
    };
}
pub(super) use sampled;

sampled! {
    Family: |_home| [
        Family { child_support: vec!["Bo".to_owned(), "Lena".to_owned()], ..family("B-2", "Ny") },
        Family { district: Some("Hisingen".to_owned()), phase: Some("egen".to_owned()), ..family("B-3", "Annan Ek") },
    ];
    Person: |home| [
        Person { personal_id: Some("201701012393".to_owned()), ..child(home.family, "P-9", "Nils") },
        Person { role: MemberRole::Father, ..child(home.family, "P-10", "Nils Ek") },
    ];
    Relation: |home| {
        let kin = || Relation::new(home.family, home.mother, RelationKind::ParentOf, home.child);
        [kin(), kin().ended(Some(day("2026-02-02")))]
    };
    Placement: |home| {
        let placement = placement(home.child, "2026-03-03");
        let with = vec![home.mother];
        [placement.clone(), Placement { placed_with: with, hidden_location: Some(Answer::Yes), ..placement }]
    };
    Care: |home| [None, Some(day("2025-05-05"))].map(|until| Care {
        person: home.child,
        legal_basis: LegalBasis::Sol,
        from: day("2025-02-02"),
        until,
        decided_on: None,
        end_reason: None,
    });
    StatusSpan: |home| ["1999-03-03", "1999-04-04"].map(|until| StatusSpan {
        family: home.family,
        status: FamilyStatus::Paused,
        from: day("1999-02-02"),
        until: Some(day(until)),
    });
    Session: |home| texts().map(|note| Session {
        people: vec![home.child, home.mother],
        staff: vec!["Bo".to_owned(), "Lena".to_owned()],
        areas: vec![Area::School],
        told_to: vec![home.mother],
        note,
        ..session(home.family, day("2026-11-03"))
    });
    Restriction: |home| texts().map(|why| Restriction {
        family: home.family,
        child: home.child,
        with: vec![home.mother],
        kind: RestrictionKind::Limited,
        how: None,
        why,
        from: day("2027-11-03"),
        until: None,
        further_notice: false,
        decided_on: None,
        decided_by: None,
        appeal_told: None,
        considered_on: vec![day("2026-11-10")],
        limits: Limits::default(),
    });
    Wish: |home| texts().map(|what| Wish {
        family: home.family,
        child: home.child,
        by: home.mother,
        told_on: day("2026-11-03"),
        what: what.unwrap_or_default(),
        answered_on: None,
        answer: None,
    });
    LadderMove: |home| texts().map(|words| LadderMove {
        child: home.child,
        with: home.mother,
        on: day("2026-11-03"),
        from: None,
        to: 1,
        reason: "Brev".to_owned(),
        decided_by: "Lena".to_owned(),
        child_word: None,
        words,
    });
    Absence: |_home| ["2026-11-21T12:00:00", "2026-11-21T13:00:00"].map(|until| absence(until, None));
    Event: |home| texts().map(|note| Event {
        family: home.family,
        kind: EventKind::TalkWithChild,
        on: day("2026-11-03"),
        person: Some(home.child),
        answered_on: None,
        note,
    });
    Task: |home| texts().map(|what| Task {
        family: Some(home.family),
        what: what.unwrap_or_default(),
        due_on: None,
        who: "Lena".to_owned(),
        by: "Lena".to_owned(),
        made_on: day("2026-11-03"),
        done_on: None,
        meeting: None,
    });
    CheckIn: |home| texts().map(|sentence| CheckIn {
        family: home.family,
        meeting: None,
        on: day("2026-11-03"),
        colour: Colour::Green,
        sentence,
        decision: None,
        next_step: None,
        who: None,
        due_on: None,
        as_before: false,
        by: "Lena".to_owned(),
    });
    Exemption: |home| texts().map(|why| Exemption {
        family: home.family,
        rule: "weekly_session".to_owned(),
        person: None,
        record: 0,
        counted_from: day("2026-11-03"),
        exempted_on: day("2026-11-03"),
        by: "Lena".to_owned(),
        why: why.unwrap_or_default(),
    });
    Phase: |home| texts().map(|decided_by| Phase {
        family: home.family,
        phase: "change_over_time".to_owned(),
        from: day("2026-05-12"),
        until: None,
        applied_on: Some(day("2026-05-01")),
        decided_on: None,
        decided_by,
        legal_form: Some(LegalForm::OpenService),
    });
    CrisisSupport: |home| [None, Some(3)].map(|talks_used| CrisisSupport {
        family: home.family,
        parent: home.mother,
        legal_form: Some(LegalForm::OpenService),
        offered_on: Some(day("2026-11-03")),
        answer: Some(CrisisAnswer::Accepted),
        talks_used,
        ended_on: None,
    });
    Goal: |home| texts().map(|text| goal(home, 7, text.unwrap_or_default()));
    PlanAction: |home| texts().map(|text| PlanAction {
        family: home.family,
        person: Some(home.child),
        goal: Some(1),
        text: text.unwrap_or_default(),
        who: Some("mamma".to_owned()),
        due_on: Some(day("2026-12-01")),
        done_on: None,
    });
    Attainment: |home| texts().map(|words| Attainment {
        family: home.family,
        goal: 1,
        on: day("2026-11-03"),
        level: Some(1),
        own: Some(2),
        words,
        by: "Lena".to_owned(),
    });
    PlanRevision: |home| texts().map(|text| PlanRevision {
        family: home.family,
        person: home.child,
        on: day("2026-11-03"),
        by: "Lena".to_owned(),
        goal: 1,
        was: vec!["weight=2".to_owned()],
        is: vec![format!("goal={}", text.unwrap_or_default().trim())],
    });
    AdviceCount: |_home| [None, Some(51)].map(|value| AdviceCount {
        year: 2021,
        row: AdviceRow::NewVisits,
        value,
        until: Some(day("2021-11-12")),
    });
    Assessment: |home| texts().map(|risks| assessment(home, risks));
    Tick: |home| texts().map(|why| Tick { why, ..tick(home) });
    Paper: |home| texts().map(|text| paper(home, text));
    Schooling: |home| [SchoolTerm::Spring, SchoolTerm::Autumn].map(|term| Schooling {
        note: long("skolan"),
        ..schooling(home, term)
    });
    Obstacle: |home| texts().map(|tried| obstacle(home, tried));
    Health: |home| texts().map(|note| health(home, note));
    Arrangement: |home| texts().map(|note| Arrangement {
        family: home.family,
        child: home.child,
        series: Series::new(Pattern::Week, Weekdays::only(chrono::Weekday::Sat), day("2026-11-07")),
        terms: Terms { supporters: vec!["Vera".to_owned()], ..Terms::new(vec![home.mother]) },
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
        event: Some(calendar_event()),
        note,
    });
    NetworkMap: |home| texts().map(|comment| NetworkMap {
        consent: Some(MapConsent::Given),
        seen_by: vec![MapViewer::Team],
        people: vec![
            NetworkPerson { member: Some(home.mother), ..NetworkPerson::new(PersonKey(1), "Mamma", "family", 1) },
            NetworkPerson::new(PersonKey(2), "Ali", "friends", 2),
        ],
        comment,
        ..NetworkMap::new(home.family, home.child, day("2026-03-09"), "Lena")
    });
    Meeting: |home| [1, 2].map(|people| Meeting {
        on: day("2026-11-18"),
        called_by: "Lena".to_owned(),
        present: ["Lena", "Olle"][..people].iter().map(|name| (*name).to_owned()).collect(),
        pace_minutes: 3,
        families: vec![home.family],
        ended_on: None,
    });
}

/// A goal of the child.
pub(in crate::store::tests) fn goal(home: &Home, number: u32, text: String) -> Goal {
    let of = Goal::new(home.family, home.child, Area::School, &text, day("2026-11-02"));
    Goal { number, weight: 3, levels: [None, None, Some("läxan är gjord".to_owned()), None, None], ..of }
}

pub(in crate::store::tests) fn placement(person: PersonId, started_on: &str) -> Placement {
    Placement {
        person,
        kind: PlacementKind::FamilyHome,
        started_on: day(started_on),
        legal_basis: Some(LegalBasis::Sol),
        district: None,
        home: None,
        ended_on: None,
        end_reason: None,
        hidden_location: None,
        school_change: None,
        school_started_on: None,
        placed_with: Vec::new(),
    }
}

/// Vera away on a Saturday from eight.
pub(in crate::store::tests) fn absence(until: &str, calendar_uid: Option<&str>) -> Absence {
    let at = |text: &str| chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").unwrap();
    Absence {
        supporter: "Vera".to_owned(),
        from: at("2026-11-21T08:00:00"),
        until: at(until),
        calendar_uid: calendar_uid.map(str::to_owned),
    }
}

/// The figures of a year.
pub(in crate::store::tests) fn asked_figures(name: &str) -> AskedFigures {
    let report = report::named(name).unwrap();
    AskedFigures {
        report,
        by: &report.by[0],
        from: day("2026-01-01"),
        to: day("2026-12-31"),
        today: day("2026-12-31"),
        district: None,
        phase: None,
        team: None,
        act: Right::ReadFigures,
    }
}

/// What is to be remembered of a report.
pub(in crate::store::tests) fn published(store: &Store, asked: &AskedFigures) -> Vec<Published> {
    let counts = store.figures(asked, &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
    let beside = store.beside(asked).unwrap();
    let rule = Rule::Masked { threshold: THRESHOLD };
    report::publish(&counts, rule, &beside.extent, &beside.memory).unwrap().1
}

/// A family whose file may be purged.
pub(super) fn closed(store: &Store) -> FamilyId {
    let closed = Family { status: FamilyStatus::Closed, closed_on: Some(day("2026-11-02")), ..family("C-9", "Gammal") };
    let family = store.add(&closed, Origin::Direct).unwrap();
    let born = Person { birth_on: Some(day("2017-01-01")), ..child(family, "C-9-1", "Bo") };
    store.add(&born, Origin::Direct).unwrap();
    family
}

/// A purge that somebody else has asked for.
pub(super) fn asked_to_purge(store: &Store) -> PurgeId {
    let family = closed(store);
    let database = std::path::PathBuf::from(store.connection.path().unwrap());
    let casebook = Casebook::find(database.parent().unwrap()).unwrap();
    let noor = casebook.unlock("Noor", "", clock).unwrap();
    noor.ask_to_purge(&[family], day("2033-06-01")).unwrap()
}

/// The family, with one of the staff in its team who leads nobody.
pub(in crate::store::tests) fn with_saga(store: &Store, home: &Home) -> FamilyId {
    let now = store.get::<Family>(home.family).unwrap();
    let team = Family { child_support: vec!["Saga".to_owned()], ..now.value };
    store.change(now.id, now.version, &team, Origin::Direct).unwrap();
    home.family
}

/// The mother, whose child was placed yesterday.
pub(super) fn to_be_called(store: &Store, home: &Home) -> PersonId {
    let kind = PlacementKind::FamilyHome;
    store.add(&Placement { kind, ..placement(home.child, "2026-11-17") }, Origin::Direct).unwrap();
    home.mother
}
