//! Every kind of record as it is listed: who sees whose, and that none is forgotten.

use trygg::domain::access::{Reach, Right};
use trygg::domain::action::PlanAction;
use trygg::domain::advice_count::AdviceCount;
use trygg::domain::assessment::Assessment;
use trygg::domain::attainment::Attainment;
use trygg::domain::attendance::Attendance;
use trygg::domain::care::Care;
use trygg::domain::check_in::CheckIn;
use trygg::domain::child_word::Quotation;
use trygg::domain::codes::{
    AdviceRow, Colour, EventKind, FamilyStatus, LegalBasis, Presence, RelationKind, RestrictionKind, Role,
};
use trygg::domain::crisis_support::CrisisSupport;
use trygg::domain::deadlines::Exemption;
use trygg::domain::entry::Names;
use trygg::domain::event::Event;
use trygg::domain::family::Family;
use trygg::domain::goal::Goal;
use trygg::domain::group::Group;
use trygg::domain::group_meeting::GroupMeeting;
use trygg::domain::health::Health;
use trygg::domain::ids::AdviceCountId;
use trygg::domain::noun::NounKind;
use trygg::domain::obstacle::Obstacle;
use trygg::domain::paper::Paper;
use trygg::domain::person::Person;
use trygg::domain::phase::Phase;
use trygg::domain::placement::Placement;
use trygg::domain::plan_revision::PlanRevision;
use trygg::domain::problem::Problem;
use trygg::domain::referral::Referral;
use trygg::domain::relation::Relation;
use trygg::domain::schooling::Schooling;
use trygg::domain::session::Session;
use trygg::domain::status::StatusSpan;
use trygg::domain::task::Task;
use trygg::domain::tick::Tick;
use trygg::domain::visit::Absence;
use trygg::domain::visit::{Arrangement, LadderMove, Limits, Restriction, Wish};
use trygg::locale::{Language, Locale};
use trygg::store::{Listing, Origin, Record, Store};

use super::access_table::{Seen, Target, Trial, done, seen};
use super::desk::{self, Desk, add, day};
use super::exchanged;
use super::groups;
use super::kept;
use super::measured::quotation;
use super::plans;

/// As `access_table::TABLE`.
pub const NOUNS: &[(&str, &str, Trial)] = &[
    ("each::<Family>", "ooot--t", |_, store, on| among::<Family>(store, on, |_| true)),
    ("each::<Person>", "ooot--t", |_, store, on| among::<Person>(store, on, |_| true)),
    ("each::<Relation>", "ooot--t", |desk, store, on| {
        let (leader, family) = (desk.leader(), on.case.family);
        let parent = parent(desk, on);
        add(&leader, &Relation::new(family, parent, RelationKind::ParentOf, on.case.child));
        among::<Relation>(store, on, |_| true)
    }),
    ("each::<Placement>", "ooot--t", |_, store, on| among::<Placement>(store, on, |_| true)),
    ("each::<Care>", "ooot--t", |desk, store, on| {
        let care = Care {
            person: on.case.child,
            legal_basis: LegalBasis::Sol,
            from: day("2026-02-02"),
            until: None,
            decided_on: None,
            end_reason: None,
        };
        add(&desk.leader(), &care);
        among::<Care>(store, on, |_| true)
    }),
    ("each::<StatusSpan>", "ooot--t", |desk, store, on| {
        let (family, from) = (on.case.family, day("1999-02-02"));
        add(&desk.leader(), &StatusSpan { family, status: FamilyStatus::Paused, from, until: Some(from) });
        among::<StatusSpan>(store, on, |_| true)
    }),
    ("each::<Session>", "ooot--t", |_, store, on| among::<Session>(store, on, |_| true)),
    ("each::<Arrangement>", "ooot--t", |desk, store, on| {
        add(&desk.leader(), &exchanged::once(on.case.family, on.case.child, parent(desk, on)));
        among::<Arrangement>(store, on, |_| true)
    }),
    ("each::<Restriction>", "ooot--t", |desk, store, on| {
        add(&desk.leader(), &restriction(desk, on));
        among::<Restriction>(store, on, |_| true)
    }),
    ("each::<Wish>", "ooot--t", |desk, store, on| {
        let wish = Wish {
            family: on.case.family,
            child: on.case.child,
            by: on.case.child,
            told_on: day("2026-11-03"),
            what: "Mer".to_owned(),
            answered_on: None,
            answer: None,
        };
        add(&desk.leader(), &wish);
        among::<Wish>(store, on, |_| true)
    }),
    ("each::<LadderMove>", "ooot--t", |desk, store, on| {
        let moved = LadderMove {
            child: on.case.child,
            with: parent(desk, on),
            on: day("2026-11-03"),
            from: None,
            to: 1,
            reason: "Brev".to_owned(),
            decided_by: "Lena".to_owned(),
            child_word: None,
            words: None,
        };
        add(&desk.leader(), &moved);
        among::<LadderMove>(store, on, |_| true)
    }),
    // When a supporter is away is nobody's case.
    ("each::<Absence>", "AAAA--A", |_, store, _| done(store.each::<Absence>(&Listing::default(), &mut |_| Ok(())))),
    ("each::<Event>", "ooot--t", |desk, store, on| {
        let event = Event {
            family: on.case.family,
            kind: EventKind::TalkWithChild,
            on: day("2026-11-03"),
            person: None,
            answered_on: None,
            note: Some("Ringde".to_owned()),
        };
        add(&desk.leader(), &event);
        among::<Event>(store, on, |_| true)
    }),
    ("each::<Task>", "ooot--t", |desk, store, on| {
        let task = Task {
            family: Some(on.case.family),
            what: "Ring".to_owned(),
            due_on: None,
            who: "Lena".to_owned(),
            by: "Lena".to_owned(),
            made_on: day("2026-11-03"),
            done_on: None,
            meeting: None,
        };
        add(&desk.leader(), &task);
        among::<Task>(store, on, |_| true)
    }),
    ("each::<Quotation>", "ooot--t", |desk, store, on| {
        add(&desk.leader(), &quotation(on));
        among::<Quotation>(store, on, |_| true)
    }),
    // Groups and their meetings are the team's.
    ("each::<Group>", "AAAA--A", |_, store, _| done(store.each::<Group>(&Listing::default(), &mut |_| Ok(())))),
    ("each::<GroupMeeting>", "AAAA--A", |_, store, _| {
        done(store.each::<GroupMeeting>(&Listing::default(), &mut |_| Ok(())))
    }),
    ("each::<Attendance>", "ooot--t", |desk, store, on| {
        let leader = desk.leader();
        let meeting = groups::meeting(&leader, &on.case_ref);
        add(&leader, &Attendance::of(meeting, on.case.child, Presence::Yes));
        among::<Attendance>(store, on, |_| true)
    }),
    ("each::<Referral>", "ooot--t", |desk, store, on| {
        add(&desk.leader(), &groups::referral(on.case.family, on.case.child));
        among::<Referral>(store, on, |_| true)
    }),
    ("each::<CheckIn>", "ooot--t", |desk, store, on| {
        let said = CheckIn {
            family: on.case.family,
            meeting: None,
            on: day("2026-11-03"),
            colour: Colour::Green,
            sentence: None,
            decision: None,
            next_step: None,
            who: None,
            due_on: None,
            as_before: false,
            by: "Lena".to_owned(),
        };
        add(&desk.leader(), &said);
        among::<CheckIn>(store, on, |_| true)
    }),
    ("each::<Assessment>", "ooot--t", |desk, store, on| {
        add(&desk.leader(), &kept::assessment(on.case.family, on.case.child, parent(desk, on)));
        among::<Assessment>(store, on, |_| true)
    }),
    ("each::<Tick>", "ooot--t", |desk, store, on| {
        add(&desk.leader(), &kept::tick(on.case.family, parent(desk, on)));
        among::<Tick>(store, on, |_| true)
    }),
    // Papers, school, leisure and health are not for whoever supports a visit.
    ("each::<Paper>", "ohot--t", |desk, store, on| {
        add(&desk.leader(), &kept::paper(on.case.family, on.case.child));
        among::<Paper>(store, on, |_| true)
    }),
    ("each::<Schooling>", "ohot--t", |desk, store, on| {
        add(&desk.leader(), &kept::schooling(on.case.family, on.case.child));
        among::<Schooling>(store, on, |_| true)
    }),
    ("each::<Obstacle>", "ohot--t", |desk, store, on| {
        add(&desk.leader(), &kept::obstacle(on.case.family, on.case.child));
        among::<Obstacle>(store, on, |_| true)
    }),
    ("each::<Health>", "ohot--t", |desk, store, on| {
        add(&desk.leader(), &kept::health(on.case.family, on.case.child));
        among::<Health>(store, on, |_| true)
    }),
    ("each::<Exemption>", "ooot--t", |desk, store, on| {
        let exemption = Exemption {
            family: on.case.family,
            rule: "weekly_session".to_owned(),
            person: None,
            record: 0,
            counted_from: day("2026-11-03"),
            exempted_on: day("2026-11-03"),
            by: "Lena".to_owned(),
            why: "Semester".to_owned(),
        };
        add(&desk.leader(), &exemption);
        among::<Exemption>(store, on, |_| true)
    }),
    ("each::<Phase>", "ooot--t", |desk, store, on| {
        add(&desk.leader(), &plans::phase(on));
        among::<Phase>(store, on, |_| true)
    }),
    // Whoever supports a visit has no use for a plan.
    ("each::<CrisisSupport>", "o-ot--t", |desk, store, on| {
        let support = plans::crisis_support(on, parent(desk, on));
        add(&desk.leader(), &support);
        of_plan::<CrisisSupport>(store, on)
    }),
    ("each::<Goal>", "o-ot--t", |desk, store, on| {
        add(&desk.leader(), &plans::goal(on));
        of_plan::<Goal>(store, on)
    }),
    ("each::<PlanAction>", "o-ot--t", |desk, store, on| {
        add(&desk.leader(), &plans::action(on));
        of_plan::<PlanAction>(store, on)
    }),
    ("each::<Attainment>", "o-ot--t", |desk, store, on| {
        add(&desk.leader(), &plans::goal(on));
        add(&desk.leader(), &plans::attainment(on));
        of_plan::<Attainment>(store, on)
    }),
    ("each::<PlanRevision>", "o-ot--t", |desk, store, on| {
        add(&desk.leader(), &plans::goal(on));
        of_plan::<PlanRevision>(store, on)
    }),
    // What was counted by hand is no case; only a team leader is shown any.
    ("each::<AdviceCount>", "AAAA--A", |desk, store, _| {
        add(&desk.leader(), &counted());
        let mut found = 0;
        let told = store.each::<AdviceCount>(&Listing::default(), &mut |_| {
            found += 1;
            Ok(())
        });
        desk.leader().remove::<AdviceCount>(id_of_counted(&desk.leader()))?;
        assert_eq!(found > 0, store.actor().role == Role::TeamLeader);
        done(told)
    }),
    ("add::<AdviceCount>", "---A---", |desk, store, _| {
        store.add(&counted(), Origin::Direct)?;
        done(desk.leader().remove::<AdviceCount>(id_of_counted(&desk.leader())))
    }),
    ("get::<AdviceCount>", "---A---", |desk, store, _| {
        let id = add(&desk.leader(), &counted());
        let got = store.get::<AdviceCount>(id);
        desk.leader().remove::<AdviceCount>(id)?;
        match got {
            Err(problem) if problem.key == "kept-back" => Ok(Seen::Refused),
            got => done(got),
        }
    }),
    ("change::<AdviceCount>", "---A---", |desk, store, _| {
        let id = add(&desk.leader(), &counted());
        let saved = store.change(id, 1, &AdviceCount { value: None, ..counted() }, Origin::Direct);
        desk.leader().remove::<AdviceCount>(id)?;
        done(saved)
    }),
    ("remove::<AdviceCount>", "---A---", |desk, store, _| {
        let id = add(&desk.leader(), &counted());
        let removed = store.remove::<AdviceCount>(id);
        if removed.is_err() {
            desk.leader().remove::<AdviceCount>(id)?;
        }
        done(removed)
    }),
    ("each::<family>", "OOOT--T", |_, store, on| {
        let listing = Listing { family: Some(on.case.family), ..Listing::default() };
        done(store.each::<Event>(&listing, &mut |_| Ok(())))
    }),
    ("how_many", "OOOT--T", |_, store, on| {
        let listing = Listing { family: Some(on.case.family), ..Listing::default() };
        done(store.how_many(NounKind::Placements, &listing))
    }),
    ("numbers_of", "OOOT--T", |_, store, on| done(store.numbers_of(NounKind::Placements, on.case.family))),
    ("records", "OOOT--T", |_, store, on| done(store.records(NounKind::Events, on.case.family))),
];

fn parent(desk: &Desk, on: &Target) -> trygg::domain::ids::PersonId {
    let reference = format!("parent-{}", on.case_ref);
    add(&desk.leader(), &desk::member(on.case.family, &reference, "Sara"))
}

fn counted() -> AdviceCount {
    AdviceCount { year: 2021, row: AdviceRow::NewVisits, value: Some(51), until: None }
}

fn id_of_counted(leader: &Store) -> AdviceCountId {
    let mut found = None;
    leader
        .each::<AdviceCount>(&Listing::default(), &mut |of| {
            found = Some(of.value.id);
            Ok(())
        })
        .unwrap();
    found.unwrap()
}

fn restriction(desk: &Desk, on: &Target) -> Restriction {
    Restriction {
        family: on.case.family,
        child: on.case.child,
        with: vec![parent(desk, on)],
        kind: RestrictionKind::Limited,
        how: None,
        why: None,
        from: day("2026-11-03"),
        until: None,
        further_notice: false,
        decided_on: None,
        decided_by: None,
        appeal_told: None,
        considered_on: Vec::new(),
        limits: Limits::default(),
    }
}

/// Whether a record of the family is among those that are listed.
fn among<N: Record>(store: &Store, on: &Target, is: impl Fn(&N) -> bool) -> Result<Seen, Problem> {
    let mut found = false;
    store.each::<N>(&Listing::default(), &mut |of| {
        found |= of.family.id == on.case.family && is(&of.value.value);
        Ok(())
    })?;
    Ok(seen(found))
}

/// As [`among`]; to whoever has no use for plans it is as if there were none.
fn of_plan<N: Record>(store: &Store, on: &Target) -> Result<Seen, Problem> {
    match among::<N>(store, on, |_| true)? {
        Seen::Hidden if store.reach(Right::ReadPlans) == Reach::Nothing => Ok(Seen::Refused),
        found => Ok(found),
    }
}

/// Records that no file holds, and why.
const IN_NO_FILE: [(&str, &str); 4] = [
    ("Measurement", "a row an answer, which `exchange::measurements` reads and writes"),
    ("Arrangement", "`exchange::visits` writes and `exchange::arrangements_in` reads them, with what is left out"),
    ("NetworkMap", "a map is several rows, which `exchange::network` reads and writes"),
    ("Meeting", "who sat at a check-in is told by what was said there"),
];

#[test]
fn every_record_is_a_noun_of_the_exchange() {
    let list = include_str!("../../src/domain/noun/mod.rs").split("apart {").next().unwrap();
    let mut records = Vec::new();
    for text in super::access::sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store")) {
        let named = text.lines().filter_map(|line| line.strip_prefix("impl Record for ")?.strip_suffix(" {"));
        records.extend(named.map(str::to_owned));
    }
    assert!(records.len() > 12, "{records:?}");
    let is_listed = |record: &String| list.contains(&format!("::{record},"));
    let is_told_why = |record: &String| IN_NO_FILE.iter().any(|(name, _)| name == record);
    let forgotten: Vec<&String> = records.iter().filter(|record| is_listed(record) == is_told_why(record)).collect();
    assert!(forgotten.is_empty(), "{forgotten:?}: into `every_noun`, or here with the reason");
}

#[test]
fn every_record_has_words_in_both_languages() {
    let mut nouns = 0;
    let between = |text: &str, before: &str, after: &str| -> Option<String> {
        Some(text.split(before).nth(1)?.split(after).next()?.to_owned())
    };
    for text in super::access::sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store")) {
        let Some(row) = text.split("\nimpl Row for ").nth(1) else { continue };
        let noun = between(row, "const NOUN: &'static str = \"", "\"").unwrap();
        let is_news = between(row, "const IS_NEWS: bool = ", ";").unwrap() == "true";
        nouns += 1;
        for language in [Language::Swedish, Language::English] {
            let locale = Locale::new(language);
            assert!(locale.knows(&format!("noun-{noun}")), "{language:?}: noun-{noun}");
            for act in ["add", "change", "remove"] {
                assert!(locale.knows(&format!("step-{act}-{noun}")), "{language:?}: step-{act}-{noun}");
                let is_told = locale.knows(&format!("deed-{act}-{noun}"));
                assert!(is_told || !is_news, "{language:?}: deed-{act}-{noun}");
            }
        }
    }
    assert!(nouns > 15, "{nouns}");
}
