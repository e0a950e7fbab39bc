//! Groups in which people of the first families meet, and to whom families are referred.

use chrono::{Days, NaiveDate, NaiveTime};
use serde::Deserialize;

use super::assets::assets;
use super::dice::Dice;
use super::family;
use super::identity::Register;
use super::people::Household;
use crate::domain::attendance::Attendance;
use crate::domain::codes::{
    Answer, Area, ConsentBy, FamilyStatus, GroupDay, GroupKind, GroupState, Heads, MeetingState, MemberRole, Presence,
    ReferralState,
};
use crate::domain::family::Family;
use crate::domain::group::Group;
use crate::domain::group_meeting::{GroupMeeting, ThemeWish};
use crate::domain::ids::{FamilyId, GroupId, GroupMeetingId, PersonId, TeamId};
use crate::domain::person::{Person, age};
use crate::domain::referral::Referral;
use crate::store::{NewAttendance, NewFamily, NewGroup};

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupWords {
    group: Vec<Told>,
    away: Away,
    referral: Vec<Need>,
    gap: Vec<Need>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Away {
    reasons: Vec<String>,
}

/// Who of a family is in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Whom {
    Parents,
    Children,
    Carers,
    Nobody,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    reference: String,
    kind: GroupKind,
    name: String,
    weekday: GroupDay,
    start: Option<String>,
    place: Option<String>,
    leaders: Vec<String>,
    district: Option<String>,
    needs_test: Option<Answer>,
    ages: Option<String>,
    state: Option<GroupState>,
    reason: Option<String>,
    whom: Whom,
    families: u32,
    held: u64,
    planned: u64,
    themes: Vec<String>,
    wishes: Vec<Vec<String>>,
    gap: Option<String>,
    gap_area: Option<Area>,
    survey: Option<String>,
    before: Option<u32>,
    after: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Need {
    to: String,
    area: Area,
    child: bool,
    why: Vec<String>,
}

/// The demo's groups, with people of as many of its families as there are.
pub fn groups(seed: u64, count: u32, today: NaiveDate) -> Vec<NewGroup> {
    let register = Register::new(seed);
    let most = assets().groups.group.iter().map(|told| told.families).max().unwrap_or_default();
    let first: Vec<NewFamily> = (0..count.min(most)).map(|index| family(&register, seed, index, today)).collect();
    (0..).zip(&assets().groups.group).map(|(number, told)| one(told, &first, (seed, number), today)).collect()
}

fn one(told: &Told, families: &[NewFamily], (seed, number): (u64, u32), today: NaiveDate) -> NewGroup {
    let mut dice = Dice::new(seed ^ 0x0067_726f, number);
    let people = members(told, families, today, &mut dice);
    let start = told.start.as_ref().and_then(|start| NaiveTime::parse_from_str(start, "%H:%M").ok());
    let mut group = Group {
        team: TeamId(1),
        reference: told.reference.clone(),
        kind: told.kind,
        name: told.name.clone(),
        weekday: Some(told.weekday),
        start,
        place: told.place.clone(),
        leaders: told.leaders.clone(),
        needs_test: told.needs_test,
        ages: told.ages.clone(),
        from: None,
        until: None,
        state: told.state.unwrap_or(GroupState::Running),
        reason: told.reason.clone(),
        district: told.district.clone(),
    };
    // The next is on its weekday from today on; those held were in the weeks before it.
    let next = group.next_day(today);
    let on = |week: u64| match week.checked_sub(told.held) {
        Some(ahead) => next.checked_add_days(Days::new(7 * ahead)),
        None => next.checked_sub_days(Days::new(7 * (told.held - week))),
    };
    group.from = on(0).filter(|_| told.held > 0);
    let meetings = (0..told.held + told.planned).filter_map(|week| {
        let is_held = week < told.held;
        let meeting = meeting(told, week, on(week)?);
        let there = if is_held { there(told, &people, week, &mut dice) } else { Vec::new() };
        Some((meeting, there))
    });
    NewGroup { meetings: meetings.collect(), group }
}

/// Who is in a group, by reference: one of each family.
fn members(told: &Told, families: &[NewFamily], today: NaiveDate, dice: &mut Dice) -> Vec<String> {
    let is = |person: &&Person| match told.whom {
        Whom::Parents => matches!(person.role, MemberRole::Mother | MemberRole::Father),
        Whom::Carers => person.role == MemberRole::FamilyHomeParent,
        Whom::Children => {
            let years = person.birth_on.map(|born| age(born, today));
            person.role == MemberRole::Child && years.is_some_and(|years| (8..=14).contains(&years))
        }
        Whom::Nobody => false,
    };
    let comes = |family: &&NewFamily| !matches!(family.family.status, FamilyStatus::Closed | FamilyStatus::Enquiry);
    let some = families.iter().take(told.families as usize).filter(comes);
    let of = |family: &NewFamily| family.people.iter().find(is).map(|person| person.reference.clone());
    let mut people: Vec<String> = some.filter_map(of).collect();
    if people.len() > 6 && dice.chance(50) {
        people.pop();
    }
    people
}

fn meeting(told: &Told, week: u64, on: NaiveDate) -> GroupMeeting {
    let is_held = week < told.held;
    let place = usize::try_from(week).unwrap_or_default();
    let theme = told.themes.get(place).filter(|theme| !theme.is_empty()).cloned();
    let voices = |at: usize| u32::try_from(2_usize.saturating_sub(at) + 1).unwrap_or(1);
    let wishes = told.wishes.get(place).into_iter().flatten().enumerate();
    let wished =
        |at: &usize| told.wishes.get(*at).is_some_and(|wishes| wishes.iter().any(|one| Some(one) == theme.as_ref()));
    let back = (0..place).rev().find(wished).map(|at| (place - at) as u64);
    let wished_on = back.and_then(|weeks| on.checked_sub_days(Days::new(7 * weeks)));
    let is_last = week + 1 == told.held;
    let mean = match (week, is_last) {
        (0, _) => told.before,
        (_, true) => told.after,
        _ => None,
    };
    GroupMeeting {
        theme,
        wished_on,
        wishes: wishes.map(|(at, theme)| ThemeWish { theme: theme.clone(), voices: voices(at) }).collect(),
        gap: told.gap.clone().filter(|_| is_last),
        gap_area: told.gap_area.filter(|_| is_last),
        survey: mean.and(told.survey.clone()),
        survey_mean: mean,
        survey_n: mean.map(|_| if is_last { 9 } else { 11 }),
        ..GroupMeeting::new(GroupId(0), on, if is_held { MeetingState::Held } else { MeetingState::Planned })
    }
}

/// Who was at a meeting that was held.
fn there(told: &Told, people: &[String], week: u64, dice: &mut Dice) -> Vec<NewAttendance> {
    let meeting = GroupMeetingId(0);
    let mut there = Vec::new();
    for reference in people {
        let came = dice.chance(if week == 0 { 65 } else { 82 });
        let why = dice.chance(60).then(|| dice.word(&assets().groups.away.reasons).to_owned());
        let present = if came { Presence::Yes } else { Presence::No };
        let told = Attendance { reason: why.filter(|_| !came), ..Attendance::of(meeting, PersonId(0), present) };
        there.push(NewAttendance { reference: Some(reference.clone()), told });
    }
    let heads = match told.whom {
        Whom::Parents => [(Heads::Adults, dice.between(0, 3)), (Heads::Children, dice.between(0, 2))],
        Whom::Nobody => [(Heads::Adults, dice.between(9, 22)), (Heads::Children, 0)],
        Whom::Children | Whom::Carers => [(Heads::Adults, 0), (Heads::Children, 0)],
    };
    for (of, count) in heads {
        let told = u32::try_from(count).ok().filter(|count| *count > 0);
        there.extend(
            told.map(|count| NewAttendance { reference: None, told: Attendance::heads(meeting, count, Some(of)) }),
        );
    }
    there
}

/// The first family's child waits for child psychiatry; one of three others is referred somewhere, and what one of
/// eight needs nobody gives.
pub fn referrals((seed, index): (u64, u32), family: &Family, household: &Household, today: NaiveDate) -> Vec<Referral> {
    let mut dice = Dice::new(seed ^ 0x6c6f_7473, index);
    if matches!(family.status, FamilyStatus::Closed | FamilyStatus::Enquiry) {
        return Vec::new();
    }
    let words = &assets().groups;
    let mut all = Vec::new();
    let waits = [(12, ReferralState::Needed), (22, ReferralState::Sent), (30, ReferralState::Waiting)];
    let ends = [(14, ReferralState::FirstVisit), (14, ReferralState::Done), (8, ReferralState::Refused)];
    if index == 0 {
        all.extend(
            words
                .referral
                .first()
                .and_then(|need| referral(need, family, household, (ReferralState::Waiting, 58), today, &mut dice)),
        );
    } else if dice.chance(34) {
        let need = dice.pick(&words.referral);
        let [first, second, third] = waits;
        let [fourth, fifth, sixth] = ends;
        let state = dice.weighted(&[first, second, third, fourth, fifth, sixth]);
        let days = dice.between(3, if state == ReferralState::Sent { 36 } else { 80 });
        all.extend(need.and_then(|need| referral(need, family, household, (state, days), today, &mut dice)));
    }
    if dice.chance(12) {
        let need = dice.pick(&words.gap);
        let days = dice.between(20, 200);
        let gap = (ReferralState::Gap, days);
        all.extend(need.and_then(|need| referral(need, family, household, gap, today, &mut dice)));
    }
    all
}

fn referral(
    need: &Need,
    family: &Family,
    household: &Household,
    (state, ago): (ReferralState, i64),
    today: NaiveDate,
    dice: &mut Dice,
) -> Option<Referral> {
    let is = |person: &Person| match need.child {
        true => person.role == MemberRole::Child,
        false => matches!(person.role, MemberRole::Mother | MemberRole::Father),
    };
    let place = household.people.iter().position(|one| is(&one.member))?;
    let day = |days: i64| today.checked_sub_days(Days::new(u64::try_from(days.max(0)).unwrap_or_default()));
    let needed_on = day(ago)?.max(family.started_on).min(today);
    let ago = (today - needed_on).num_days();
    let sent_on = (!matches!(state, ReferralState::Needed | ReferralState::Gap)).then(|| day(ago)).flatten();
    let is_answered = matches!(
        state,
        ReferralState::Waiting | ReferralState::FirstVisit | ReferralState::Done | ReferralState::Refused
    );
    let answered_on = is_answered.then(|| day(ago - ago / 3)).flatten();
    let was_there = matches!(state, ReferralState::FirstVisit | ReferralState::Done);
    let first_visit_on = was_there.then(|| day(ago / 2)).flatten();
    let done_on = (state == ReferralState::Done).then(|| day(ago / 6)).flatten();
    let consent = if need.child { [ConsentBy::Guardian, ConsentBy::BothGuardians] } else { [ConsentBy::Own; 2] };
    Some(Referral {
        family: FamilyId(0),
        person: Some(PersonId(i64::try_from(place).ok()?)),
        to: need.to.clone(),
        area: need.area,
        why: dice.pick(&need.why).cloned(),
        consent_by: sent_on.and(dice.pick(&consent).copied()).filter(|_| dice.chance(92)),
        state,
        needed_on,
        sent_on,
        answered_on,
        first_visit_on,
        done_on,
    })
}
