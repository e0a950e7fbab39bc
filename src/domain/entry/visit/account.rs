//! Entry of the account of a visit: what was seen, then what the child and the others said of it, then what the team
//! makes of it. Facts come first and judgement last; of the views the child's is the first.

use super::arranged::SERIES;
use super::terms::clock;
use super::whom;
use crate::domain::codes::{ChildWord, Code};
use crate::domain::directory::MemberName;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Source, Why};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;
use crate::domain::visit::{After, Arrangement, During, Terms};

use Need::Optional;

/// A child's mark, from 1 to 5.
const MARK: Shape = Shape::Number { least: 1, most: 5 };

/// How late somebody came, in minutes; nobody is a day late.
const LATE: Shape = Shape::Number { least: 0, most: 1440 };

/// The fields of an account.
pub const ACCOUNT: Form = Form {
    kind: "account",
    fields: &[
        Field { key: "started", shape: Shape::Times, need: Optional },
        Field { key: "ended", shape: Shape::Time, need: Optional },
        Field { key: "came", shape: Shape::People, need: Optional },
        Field { key: "late_minutes", shape: LATE, need: Optional },
        Field { key: "interplay", shape: Shape::Note, need: Optional },
        Field { key: "interventions", shape: Shape::Note, need: Optional },
        Field { key: "child_word", shape: Shape::Code(ChildWord::LIST), need: Optional },
        Field { key: "words_same_day", shape: Shape::Note, need: Optional },
        Field { key: "words_later", shape: Shape::Note, need: Optional },
        Field { key: "reaction", shape: Shape::Note, need: Optional },
        Field { key: "mark_before", shape: MARK, need: Optional },
        Field { key: "mark_after", shape: MARK, need: Optional },
        Field { key: "adult_view", shape: Shape::Note, need: Optional },
        Field { key: "family_home_view", shape: Shape::Note, need: Optional },
        Field { key: "supporter_view", shape: Shape::Note, need: Optional },
        Field { key: "judgement", shape: Shape::Note, need: Optional },
        Field { key: "agreed", shape: Shape::Note, need: Optional },
        Field { key: "next", shape: Shape::Note, need: Optional },
    ],
    asked: &[
        "started",
        "ended",
        "came",
        "late_minutes",
        "interplay",
        "interventions",
        "child_word",
        "words_same_day",
        "words_later",
        "reaction",
        "mark_before",
        "mark_after",
        "adult_view",
        "family_home_view",
        "supporter_view",
        "judgement",
        "agreed",
        "next",
    ],
};

/// The columns of accounts: which visit, and what is written of it.
pub const ACCOUNTS: Form = Form {
    kind: "accounts",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Need::Required },
        Field { key: "child_ref", shape: Shape::Member, need: Need::Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Need::Required },
        SERIES,
        Field { key: "moved_from", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "started", shape: Shape::Times, need: Optional },
        Field { key: "ended", shape: Shape::Time, need: Optional },
        Field { key: "came", shape: Shape::People, need: Optional },
        Field { key: "late_minutes", shape: LATE, need: Optional },
        Field { key: "interplay", shape: Shape::Note, need: Optional },
        Field { key: "interventions", shape: Shape::Note, need: Optional },
        Field { key: "child_word", shape: Shape::Code(ChildWord::LIST), need: Optional },
        Field { key: "words_same_day", shape: Shape::Note, need: Optional },
        Field { key: "words_later", shape: Shape::Note, need: Optional },
        Field { key: "reaction", shape: Shape::Note, need: Optional },
        Field { key: "mark_before", shape: MARK, need: Optional },
        Field { key: "mark_after", shape: MARK, need: Optional },
        Field { key: "adult_view", shape: Shape::Note, need: Optional },
        Field { key: "family_home_view", shape: Shape::Note, need: Optional },
        Field { key: "supporter_view", shape: Shape::Note, need: Optional },
        Field { key: "judgement", shape: Shape::Note, need: Optional },
        Field { key: "agreed", shape: Shape::Note, need: Optional },
        Field { key: "next", shape: Shape::Note, need: Optional },
    ],
    asked: &[],
};

/// Reads an account of a visit of an arrangement that had these terms.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(
    mut reader: Reader<'_>,
    names: &dyn Names,
    of: &Arrangement,
    terms: &Terms,
) -> Result<Result<(During, After), Vec<Fault>>, Problem> {
    let came = reader.people("came", Some(of.family), names)?;
    if came.iter().any(|person| *person != of.child && !terms.with.contains(person)) {
        reader.fault("came", Why::NotOfTheVisit);
    }
    let (started, told_end) = reader.times("started").map_or((None, None), |(start, end)| (Some(start), end));
    let own_end = reader.time("ended");
    if told_end.is_some() && own_end.is_some() && told_end != own_end {
        reader.fault("ended", Why::NotBoth("started"));
    }
    let late_minutes = reader.number("late_minutes");
    // A file says what it says.
    let child_word = match reader.source() {
        Source::Typed(_) => whom::child_word(&mut reader, &["words_same_day", "words_later"]),
        Source::File(_) => reader.code("child_word"),
    };
    let [mark_before, mark_after] = ["mark_before", "mark_after"].map(|key| reader.number(key).and_then(small));
    let during = During {
        started,
        ended: told_end.or(own_end),
        came,
        late_minutes,
        interplay: reader.note("interplay"),
        interventions: reader.note("interventions"),
    };
    let after = After {
        child_word,
        words_same_day: reader.note("words_same_day"),
        words_later: reader.note("words_later"),
        reaction: reader.note("reaction"),
        mark_before,
        mark_after,
        adult_view: reader.note("adult_view"),
        family_home_view: reader.note("family_home_view"),
        supporter_view: reader.note("supporter_view"),
        judgement: reader.note("judgement"),
        agreed: reader.note("agreed"),
        next: reader.note("next"),
    };
    Ok(reader.finish(Some((during, after))))
}

fn small(mark: u32) -> Option<u8> {
    u8::try_from(mark).ok()
}

/// An account as a draft, in codes.
pub fn draft(during: &During, after: &After, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_some("started", during.started.map(clock))
        .with_some("ended", during.ended.map(clock))
        .with_people("came", during.came.iter().copied(), members)
        .with_some("late_minutes", during.late_minutes)
        .with_some("interplay", during.interplay.as_ref())
        .with_some("interventions", during.interventions.as_ref())
        .with_some("child_word", after.child_word.map(Code::code))
        .with_some("words_same_day", after.words_same_day.as_ref())
        .with_some("words_later", after.words_later.as_ref())
        .with_some("reaction", after.reaction.as_ref())
        .with_some("mark_before", after.mark_before)
        .with_some("mark_after", after.mark_after)
        .with_some("adult_view", after.adult_view.as_ref())
        .with_some("family_home_view", after.family_home_view.as_ref())
        .with_some("supporter_view", after.supporter_view.as_ref())
        .with_some("judgement", after.judgement.as_ref())
        .with_some("agreed", after.agreed.as_ref())
        .with_some("next", after.next.as_ref())
}
