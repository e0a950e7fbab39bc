//! Measuring by keys: how few it takes, that nothing answered is lost, and what comes of it.

use trygg::app::keys::Scope;
use trygg::domain::codes::{Area, ReferralState};
use trygg::domain::deadlines::{Duty, State};
use trygg::domain::ids::FamilyId;
use trygg::domain::measurement::Measurement;
use trygg::store::{Past, Stored};

use super::desk::Desk;

/// The title of the children's baseline, and of the questions to parents.
const BASELINE: &str = "Så har jag det";
const SURVEY: &str = "Till dig vars barn är placerat";

/// The page of the Lindströms, at somebody: a child old enough to be asked, or a parent.
fn at(is_child: bool) -> Desk {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter");
    for _ in 0..20 {
        desk.keys("j");
        let open = desk.app.cx.open.as_ref().unwrap();
        let marked = open.page.people.iter().find(|one| Some(one.person.id) == open.person());
        let fits = marked.is_some_and(|one| {
            let years = one.person.value.age(desk.app.cx.world.today);
            one.person.value.is_child() == is_child && (!is_child || years.is_some_and(|years| years >= 8))
        });
        if fits {
            return desk;
        }
    }
    panic!("nobody of that kind:\n{}", desk.screen());
}

fn family(desk: &Desk) -> FamilyId {
    desk.app.cx.open.as_ref().unwrap().id()
}

/// The measurements of whoever is marked with an instrument, newest first.
fn of(desk: &Desk, instrument: &str) -> Vec<Stored<Measurement>> {
    let person = desk.app.cx.open.as_ref().unwrap().person();
    let mut all = desk.colleague("Karin").measurements(family(desk), person).unwrap();
    all.retain(|stored| stored.value.instrument == instrument);
    all.reverse();
    all
}

/// Opens the measuring, and goes on until a form is at hand.
fn measure<'d>(desk: &'d mut Desk, title: &str) -> &'d mut Desk {
    desk.keys("m");
    for _ in 0..7 {
        if desk.screen().contains(title) {
            return desk;
        }
        desk.keys("i");
    }
    panic!("{title} is not offered:\n{}", desk.screen());
}

#[test]
fn a_baseline_of_fifteen_questions_takes_seventeen_keys() {
    let mut desk = at(true);
    let before = of(&desk, "baseline_child").len();
    // The key that opens it, a digit a question, the key that saves.
    measure(&mut desk, BASELINE);
    let opened = desk.sent;
    desk.keys("3 2 1 4 0 2 3 1 2 3 4 2 1 3 2 Ctrl-S");
    assert!(1 + desk.sent - opened <= 17, "{}", desk.sent - opened);
    let after = of(&desk, "baseline_child");
    assert_eq!(after.len(), before + 1, "{}", desk.screen());
    let scales = after[0].value.answers.values().filter(|answer| answer.parse::<u8>().is_ok()).count();
    assert_eq!(scales, 15);
    assert_eq!(after[0].value.answer("school_like"), Some("3"));
    assert_eq!(after[0].value.answer("network_siblings"), Some("2"));
}

#[test]
fn unknown_and_did_not_want_are_one_key_and_any_answer_can_be_changed() {
    let mut desk = at(true);
    measure(&mut desk, BASELINE).keys("v - e 4 Up Up 2 Ctrl-S");
    let said = of(&desk, "baseline_child")[0].value.clone();
    assert_eq!(said.answer("school_like"), Some("(unknown)"));
    assert_eq!(said.answer("school_help"), Some("(did_not_want)"));
    assert_eq!(said.answer("school_homework"), Some("2"), "not relevant at first, and then changed");
    assert_eq!(said.answer("leisure_fun"), Some("4"));
    assert_eq!(said.answers.len(), 4, "what was not asked has no answer");
}

#[test]
fn what_is_answered_is_kept_at_every_key() {
    let mut desk = at(true);
    let kept = |desk: &Desk| {
        let drafts = desk.colleague("Karin").drafts().unwrap();
        drafts.into_iter().find(|draft| draft.place.starts_with("measurement/of/")).map(|draft| draft.body)
    };
    measure(&mut desk, BASELINE);
    assert_eq!(kept(&desk), None);
    desk.keys("3");
    let first = kept(&desk).unwrap();
    assert!(first.contains("school_like") && !first.contains("school_help"), "{first}");
    desk.keys("1");
    assert!(kept(&desk).unwrap().contains("school_help"));
    // Left, and taken up where it was.
    desk.keys("2 Esc");
    measure(&mut desk, BASELINE);
    assert!(desk.screen().contains("4 av "), "{}", desk.screen());
    desk.keys("Ctrl-S");
    let said = of(&desk, "baseline_child")[0].value.clone();
    assert_eq!([said.answer("school_like"), said.answer("school_homework")], [Some("3"), Some("2")]);
    assert_eq!(kept(&desk), None, "saved once");
}

/// The duties that low answers of the open family have raised: how they stand, and their last days.
fn alerts(desk: &Desk) -> Vec<(State, Option<chrono::NaiveDate>)> {
    let store = desk.colleague("Karin");
    let duties = store.duties(&[family(desk)], Past::Last, desk.app.cx.world.today).unwrap();
    let is_alert = |duty: &&Duty| store.rules().all()[duty.rule].name == "measurement_alert";
    let today = desk.app.cx.world.today;
    let of_today = duties.iter().filter(is_alert).filter(|duty| duty.about.counted_from == today);
    of_today.map(|duty| (duty.state, duty.due_on)).collect()
}

#[test]
fn a_low_answer_is_a_duty_at_once_and_goes_away_when_it_was_talked_about() {
    let mut desk = at(true);
    measure(&mut desk, BASELINE).keys("3 3 3 3 3 3 3 3 0 Ctrl-S");
    assert!(desk.screen().contains("ingen vuxen att berätta för"), "{}", desk.screen());
    let person = desk.app.cx.open.as_ref().unwrap().person();
    assert_eq!(alerts(&desk), [(State::Due, desk.app.cx.world.today.succ_opt())], "within a day, as its file says");
    let stored = desk.colleague("Karin").measurements(family(&desk), person).unwrap().pop().unwrap();
    let talked = Measurement { talked_on: Some(desk.app.cx.world.today), ..stored.value };
    desk.colleague("Karin").change(stored.id, stored.version, &talked, trygg::store::Origin::Direct).unwrap();
    assert_eq!(alerts(&desk)[0].0, State::Met);
}

#[test]
fn own_words_are_typed_and_a_letter_is_then_no_key() {
    let mut desk = at(true);
    measure(&mut desk, BASELINE).keys("End Enter");
    assert!(desk.app.scopes().contains(&Scope::Writing), "{}", desk.screen());
    desk.types("vill simma - varje dag").keys("Enter Ctrl-S");
    assert_eq!(of(&desk, "baseline_child")[0].value.answer("wish"), Some("vill simma - varje dag"));
}

#[test]
fn wishes_become_tasks_with_one_key_each() {
    let mut desk = at(false);
    measure(&mut desk, SURVEY).keys("End Up 1 2 Ctrl-S");
    assert!(desk.app.scopes().contains(&Scope::Measured), "{}", desk.screen());
    let tasks = |desk: &Desk| desk.colleague("Karin").tasks_of(family(desk)).unwrap().len();
    let before = tasks(&desk);
    desk.keys("Space Space");
    assert_eq!(tasks(&desk), before + 2, "{}", desk.screen());
    desk.keys("Space");
    assert_eq!(tasks(&desk), before + 2, "none twice");
}

#[test]
fn a_wish_becomes_a_referral_with_one_key() {
    let mut desk = at(false);
    // Help to find the right health care, and support at visits.
    measure(&mut desk, SURVEY).keys("End Up 3 8 Ctrl-S");
    let referrals = |desk: &Desk| {
        let all = desk.colleague("Karin").referrals(Some(family(desk))).unwrap();
        all.into_iter().map(|of| of.value.value).collect::<Vec<_>>()
    };
    let before = referrals(&desk).len();
    desk.keys("l l");
    let mut new = referrals(&desk);
    assert_eq!(new.len(), before + 2, "{}", desk.screen());
    let today = desk.app.cx.world.today;
    new.retain(|one| one.needed_on == today && one.state == ReferralState::Needed);
    let told: Vec<(&str, Area)> = new.iter().map(|one| (one.to.as_str(), one.area)).collect();
    assert_eq!(told, [("stöd vid umgänget", Area::Parenting), ("health_care", Area::Psychosocial)]);
    assert!(new.iter().all(|one| one.person == desk.app.cx.open.as_ref().unwrap().person()));
    desk.keys("l").shows("redan");
    assert_eq!(referrals(&desk).len(), before + 2, "none twice");
}

#[test]
fn a_need_that_nobody_meets_is_written_as_a_gap() {
    let mut desk = at(false);
    measure(&mut desk, "Stöd till föräldern").keys("End Up 7 Ctrl-S");
    assert!(desk.screen().contains("lucka"), "{}", desk.screen());
    desk.keys("Space").fill("traumastöd för föräldrar").fill("föräldraskap").keys("Ctrl-S");
    let store = desk.colleague("Karin");
    let gaps = store.open_gaps().unwrap();
    assert!(gaps.iter().any(|gap| gap.need == "traumastöd för föräldrar"), "{}", desk.screen());
    assert!(desk.screen().contains("✓"), "{}", desk.screen());
}
