//! The lists that ship, faulty lists, and which time a tick belongs to.

use super::*;
use crate::domain::codes::EventKind;
use crate::domain::ids::FamilyId;

#[test]
fn the_lists_that_ship_are_whole() {
    for text in SHIPPED {
        let read = Checklist::parse(text);
        assert!(read.is_ok(), "{read:?}");
    }
    let lists = Checklists::shipped();
    let told: Vec<(&str, usize)> = lists.all().iter().map(|list| (list.name.as_str(), list.items.len())).collect();
    let expected = [
        ("information_pack", 13),
        ("school_at_emergency_placement", 15),
        ("handover", 13),
        ("before_return_home", 16),
        ("care_plan", 4),
        ("implementation_plan", 7),
    ];
    assert_eq!(told, expected);
    let pack = lists.of("information_pack").unwrap();
    assert_eq!(pack.one_per, OnePer::ParentAndPlacement);
    assert_eq!((pack.when.is_sure, pack.when.within), (false, Some(Limit::Days(14))), "no source gives a number");
    let given = pack.item("handed_over").and_then(|item| item.meets);
    assert_eq!(given, Some(Fact::Event(EventKind::InformationGiven)));
    let school = lists.of("school_at_emergency_placement").unwrap();
    assert_eq!((school.when.is_sure, school.when.within), (true, Some(Limit::Days(7))));
    assert_eq!(school.item("started").and_then(|item| item.meets), Some(Fact::SchoolStarted));
    let home = lists.of("before_return_home").unwrap();
    assert_eq!(home.when.begins, Begins::Phase("before_return_home".to_owned()));
    assert_eq!(home.item("safety_plan").and_then(|item| item.opens), Some(PaperKind::SafetyPlan));
    assert_eq!(lists.of("handover").and_then(|list| list.item("visits")).and_then(|one| one.told), Some(Told::Visits));
}

#[test]
fn a_faulty_list_is_refused_with_line_and_reason() {
    let text = SHIPPED[0];
    let line = |of: &str| 1 + text.lines().position(|line| line.starts_with(of)).unwrap();
    let second = 1 + text.lines().enumerate().filter(|(_, line)| line.starts_with("key = ")).nth(1).unwrap().0;
    for (from, to, why, at) in [
        ("format = 1", "format = 2", Flaw::Format, line("format")),
        ("name = \"information_pack\"", "name = \"Information pack\"", Flaw::Key, line("name")),
        ("title_sv = \"Information till förälder vid placering\"", "title_sv = \" \"", Flaw::Empty, line("title_sv")),
        ("one_per = \"parent_and_placement\"", "one_per = \"parent\"", Flaw::Word, line("one_per")),
        ("confidence = \"L\"", "confidence = \"X\"", Flaw::Word, line("confidence")),
        ("begins = \"parent_separated\"", "begins = \"parent_left\"", Flaw::Word, line("when")),
        ("within = \"14 days\"", "within = \"a fortnight\"", Flaw::Length, line("when")),
        ("early = \"4 weeks\"", "early = \"weeks\"", Flaw::Length, line("when")),
        ("key = \"scope\"", "key = \"meeting_adapted\"", Flaw::Twice, second),
        ("key = \"scope\"", "key = \"Scope\"", Flaw::Key, second),
        ("key = \"scope\"", "kye = \"scope\"", Flaw::Form, second),
        ("meets = \"information_given\"", "meets = \"informed\"", Flaw::Word, line("meets")),
        ("becomes = \"task\"", "becomes = \"duty\"", Flaw::Word, line("becomes")),
        ("title_en", "title_de", Flaw::Form, line("title_en")),
    ] {
        assert!(text.contains(from), "{from}");
        let faults = Checklist::parse(&text.replacen(from, to, 1)).unwrap_err();
        let told: Vec<(Flaw, usize)> = faults.iter().map(|fault| (fault.why, fault.line)).collect();
        assert!(told.contains(&(why, at)), "{from} → {to}: {faults:?}, expected line {at}");
    }
    let whole = text.split("[[item]]").next().unwrap();
    assert_eq!(Checklist::parse(whole).unwrap_err()[0].why, Flaw::NoItems);
    let two = text.replacen("format = 1", "format = 3", 1).replacen("becomes = \"task\"", "becomes = \"x\"", 1);
    assert_eq!(Checklist::parse(&two).unwrap_err().len(), 2, "every fault is told at once");
}

#[test]
fn the_units_own_list_takes_the_place_of_one_that_ships() {
    let mut lists = Checklists::shipped().clone();
    let own = Checklist::parse(&SHIPPED[2].replacen("Överlämningsmöte\"", "Vårt möte\"", 1)).unwrap();
    lists.take(own);
    let shipped = Checklists::shipped().all().len();
    assert_eq!((lists.all().len(), lists.of("handover").unwrap().title_sv.as_str()), (shipped, "Vårt möte"));
    let other = Checklist::parse(&SHIPPED[2].replacen("name = \"handover\"", "name = \"ours\"", 1)).unwrap();
    lists.take(other);
    assert_eq!(lists.all().len(), shipped + 1);
}

fn tick(person: Option<i64>, occasion_on: &str, item: &str) -> Tick {
    Tick {
        family: FamilyId(1),
        checklist: "handover".to_owned(),
        item: item.to_owned(),
        person: person.map(PersonId),
        occasion_on: occasion_on.parse().unwrap(),
        state: TickState::Done,
        on: occasion_on.parse().unwrap(),
        ticked_by: "Lena".to_owned(),
        why: None,
    }
}

#[test]
fn ticks_go_along_with_a_day_that_is_corrected() {
    let time = |person: Option<i64>, on: &str| Occasion { person: person.map(PersonId), on: on.parse().unwrap() };
    let times = [time(Some(1), "2026-03-02"), time(Some(1), "2026-11-10"), time(Some(2), "2026-11-12")];
    for (name, person, on, expected) in [
        ("the day itself", Some(1), "2026-03-02", Some(0)),
        ("corrected by a week", Some(1), "2026-11-03", Some(1)),
        ("another's time is not theirs", Some(2), "2026-03-02", None),
        ("too far from any", Some(1), "2026-07-01", None),
        ("about nobody", None, "2026-11-10", None),
    ] {
        assert_eq!(nearest(&tick(person, on, "plan"), &times), expected.map(|place: usize| times[place]), "{name}");
    }
}

#[test]
fn lines_are_counted_once() {
    let list = Checklists::shipped().of("handover").unwrap();
    let ticks = [
        tick(None, "2026-03-02", "plan"),
        tick(None, "2026-03-02", "plan"),
        tick(None, "2026-03-02", "visits"),
        tick(None, "2026-03-02", "no_such_line"),
    ];
    assert_eq!(list.counted(ticks.iter(), &BTreeSet::new()), (2, 13));
}

#[test]
fn what_a_plan_must_hold_is_shown_by_the_plan_or_ticked() {
    use Shown::{Days, Goals, OwnView, Steps, Talks, Visits};
    let list = Checklists::shipped().of("implementation_plan").unwrap();
    let shown = |of: &[Shown]| of.iter().copied().collect::<BTreeSet<Shown>>();
    let cases: &[(&[Shown], usize)] = &[
        (&[], 0),
        (&[Goals], 1),
        (&[Goals, Steps, Days], 3),
        // What others do is shown by nothing here.
        (&[Goals, Steps, Days, Visits, Talks, OwnView], 6),
    ];
    for (of, expected) in cases {
        assert_eq!(list.counted(std::iter::empty(), &shown(of)), (*expected, 7), "{of:?}");
    }
    let tick = |item: &str| Tick { checklist: list.name.clone(), ..tick(Some(1), "2026-12-01", item) };
    let ticks = [tick("goal"), tick("measures")];
    assert_eq!(list.counted(ticks.iter(), &shown(&[])), (2, 7));
    assert_eq!(list.counted(ticks.iter(), &shown(&[Goals])), (2, 7), "what is shown and ticked counts once");
    let owed = |list: &&Checklist| !list.is_of_plan();
    assert_eq!(Checklists::shipped().all().iter().filter(owed).count(), SHIPPED.len(), "a plan has its own review");
}
