//! The visit ladder: where a child stands towards somebody, what is proposed and why, and the three ways from there.

use chrono::{Days, NaiveDate};

use super::{Pair, names};
use crate::app::cx::Cx;
use crate::app::form::noun;
use crate::app::layer::Then;
use crate::app::layer::folder::Teller;
use crate::app::layer::question::Question;
use crate::domain::codes::{Answer, LadderTurn};
use crate::domain::entry::Draft;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::progress::Reason;
use crate::domain::visit::{LadderStep, Unit, progress};
use crate::locale::arg;
use crate::store::{Diary, DiaryOf};

/// Where a child stands on the ladder towards somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The step's number.
    pub step: u8,
    /// Since when.
    pub since: NaiveDate,
    /// Carried out in a row, and how many the step asks for.
    pub carried: (u32, u32),
    /// Which way is proposed.
    pub turn: LadderTurn,
    /// To which step, where it is another.
    pub to: Option<u8>,
    /// Why.
    pub reason: Reason,
    /// The last day to look at the step anew.
    pub review: NaiveDate,
    /// Whether the proposed step needs no supporter any more.
    pub phasing_out: Answer,
    /// Whether the child's words are known since the last move.
    pub child_word: Answer,
}

impl Standing {
    /// Where a child stands towards somebody, as a diary says.
    pub(in crate::app) fn of(diary: &Diary, unit: &Unit, child: PersonId, with: PersonId) -> Option<Self> {
        let mut moves = diary.moves.iter().rev().map(|stored| &stored.value);
        let last = moves.find(|one| one.child == child && one.with == with)?;
        let visits = diary.visits(last.on, NaiveDate::MAX.min(last.on.checked_add_days(Days::new(3660))?));
        let told = progress(&unit.ladder, last, &visits)?;
        Some(Self {
            step: told.step.number,
            since: told.since,
            carried: (told.in_a_row, told.step.in_a_row),
            turn: told.turn,
            to: told.to.map(|step| step.number),
            reason: told.reason,
            review: told.review,
            phasing_out: told.phasing_out,
            child_word: told.child_word,
        })
    }
}

pub(super) fn ask_ladder(cx: &mut Cx, pair: Pair) -> Result<Then, Problem> {
    let Pair { family, child, with: Some(with) } = pair else { return Ok(Then::Stay) };
    let today = cx.world.today;
    let diary = cx.store.diary(DiaryOf::Family(family), today, today)?;
    if diary.is_stopped(child, with, today) {
        cx.trouble("why-contact-stopped");
        return Ok(Then::Stay);
    }
    let Some(standing) = Standing::of(&diary, cx.store.unit(), child, with) else {
        // Nobody has said where they stand: the form asks for the first step.
        return noun::ladder_move::new(cx, family, (child, with), None)?.open(cx);
    };
    let members = cx.members(family)?;
    let between = format!("{} – {}", names(cx, &members, &[child]), names(cx, &members, &[with]));
    let ladder = &cx.store.unit().ladder;
    let from = standing.step;
    let mut question = Question::new(format!("{between}  {}", step_name(cx, ladder.step(from))))
        .told(tell_standing(cx, &standing))
        .told(proposal(cx, &standing))
        .told(assessed(cx, family, (child, with))?);
    let moves = diary.moves.iter().rev().map(|stored| &stored.value);
    for one in moves.filter(|one| one.child == child && one.with == with).take(3) {
        let from = one.from.map_or_else(|| "–".to_owned(), |from| from.to_string());
        question = question.told(cx.locale.tell(
            "ladder-move",
            &[
                ("day", arg(cx.locale.date(one.on, today))),
                ("from", arg(from)),
                ("to", arg(u32::from(one.to))),
                ("who", arg(one.decided_by.as_str())),
                ("why", arg(one.reason.as_str())),
            ],
        ));
    }
    let ways = [
        ("up", LadderTurn::Up, ladder.above(from)),
        ("stay", LadderTurn::Stay, ladder.step(from)),
        ("down", LadderTurn::Down, ladder.below(from)),
    ];
    for (key, turn, step) in ways {
        let Some(step) = step else { continue };
        let label = format!("{}: {}", cx.locale.label(turn), step_name(cx, Some(step)));
        let to = Some(step.number);
        question = question
            .with(cx.letter(key), label, move |cx| noun::ladder_move::new(cx, family, (child, with), to)?.open(cx));
    }
    let case_ref = cx.case_ref(family)?;
    let assess = move |cx: &mut Cx| {
        let members = cx.members(family)?;
        let draft = Draft::default()
            .with_family("case_ref", family, &case_ref)
            .with_people("child", [child], &members)
            .with_people("with", [with], &members);
        noun::assessment::new(cx, &case_ref, draft).open(cx)
    };
    Ok(question.with(cx.letter("new-assessment"), cx.locale.say("ladder-assess"), assess).into())
}

/// How old the last assessment of the contact is; nobody climbs without having looked.
fn assessed(cx: &Cx, family: FamilyId, (child, with): (PersonId, PersonId)) -> Result<String, Problem> {
    let folder = cx.store.folder(family)?;
    let of = folder.assessments.iter().map(|stored| &stored.value);
    let last = of.filter(|one| (one.child, one.with) == (child, with)).max_by_key(|one| one.on);
    let nobody = |_| String::new();
    Ok(Teller { locale: &cx.locale, today: cx.world.today, name: &nobody }.age(last))
}

/// The step of a number in words.
pub fn ladder_step(cx: &Cx, number: u8) -> String {
    step_name(cx, cx.store.unit().ladder.step(number))
}

/// A step in words: `steg 4: möte i umgängeslokal`.
pub fn step_name(cx: &Cx, step: Option<&LadderStep>) -> String {
    step.map(|step| cx.locale.ladder_step(step)).unwrap_or_default()
}

/// `2 av 4 genomförda i rad sedan 12/9`.
pub fn tell_standing(cx: &Cx, standing: &Standing) -> String {
    cx.locale.carried(standing.carried, standing.since, cx.world.today)
}

/// What is proposed and why.
pub fn proposal(cx: &Cx, standing: &Standing) -> String {
    let to = standing.to.and_then(|to| cx.store.unit().ladder.step(to));
    let mut told = cx.locale.proposal(standing.turn, to, standing.reason);
    if standing.phasing_out == Answer::Yes {
        told = format!("{told} {}", cx.locale.say("ladder-phasing-out"));
    }
    if standing.review < cx.world.today {
        let day = cx.locale.date(standing.review, cx.world.today);
        told = format!("{told} {}", cx.locale.tell("ladder-review-late", &[("day", arg(day))]));
    }
    told
}
