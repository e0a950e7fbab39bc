//! Entry of meetings of groups.

use super::{GroupMeeting, ThemeWish};
use crate::domain::codes::{Area, Code, MeetingState};
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Source, Why};
use crate::domain::group::group_in;
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::{Leaning, clean_line, fold, split_list};

use Need::{Optional, Required};
use Shown::Column;

/// No group has more members of which anybody counts the voices.
const MOST: u32 = 999;

/// The highest mean of any questions, in hundredths.
const HIGHEST: u32 = 10_000;

/// The fields of a meeting.
pub const MEETING: Form = Form {
    kind: "meetings",
    fields: &[
        Field { key: "group", shape: Shape::Line, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Future), need: Required },
        Field { key: "state", shape: Shape::Code(MeetingState::LIST), need: Required },
        Field { key: "theme", shape: Shape::Line, need: Optional },
        Field { key: "wished_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "reason", shape: Shape::Line, need: Optional },
        Field { key: "note", shape: Shape::Note, need: Optional },
        Field { key: "wishes", shape: Shape::Line, need: Optional },
        Field { key: "gap", shape: Shape::Line, need: Optional },
        Field { key: "gap_area", shape: Shape::Code(Area::LIST), need: Optional },
        Field { key: "gap_met_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "survey", shape: Shape::Line, need: Optional },
        Field { key: "survey_mean", shape: Shape::Line, need: Optional },
        Field { key: "survey_n", shape: Shape::Number { least: 1, most: MOST }, need: Optional },
    ],
    asked: &[
        "on",
        "state",
        "theme",
        "wished_on",
        "reason",
        "wishes",
        "gap",
        "gap_area",
        "gap_met_on",
        "survey",
        "survey_mean",
        "survey_n",
        "note",
    ],
};

/// Reads a meeting.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<GroupMeeting, Vec<Fault>>, Problem> {
    let group = group_in(&mut reader, names)?;
    let on = reader.day("on");
    let state: Option<MeetingState> = reader.code("state");
    if state == Some(MeetingState::Held) && on.is_some_and(|on| on > reader.source().today()) {
        reader.fault("on", Why::TooSoon);
    }
    let wished_on = reader.past_day("wished_on");
    let wishes = wishes(&mut reader);
    let gap = reader.line("gap");
    let gap_area = reader.code("gap_area");
    let gap_met_on = reader.past_day("gap_met_on");
    if gap.is_none() && (gap_area.is_some() || gap_met_on.is_some()) {
        reader.fault("gap", Why::Missing);
    }
    let survey = reader.line("survey");
    let survey_mean = mean(&mut reader);
    let survey_n = reader.number("survey_n");
    if survey_mean.is_some() != survey_n.is_some() {
        reader.fault(if survey_n.is_some() { "survey_mean" } else { "survey_n" }, Why::Missing);
    }
    let meeting = (|| {
        Some(GroupMeeting {
            group: group?,
            on: on?,
            state: state?,
            theme: reader.line("theme"),
            wished_on,
            reason: reader.line("reason"),
            wishes,
            gap,
            gap_area,
            gap_met_on,
            survey,
            survey_mean,
            survey_n,
            note: reader.note("note"),
        })
    })();
    Ok(reader.finish(meeting))
}

/// The themes that are wished for: `skärmtid=3; ekonomi`, each with how many wish for it.
fn wishes(reader: &mut Reader<'_>) -> Vec<ThemeWish> {
    let by_hand = matches!(reader.source(), Source::Typed(_));
    let mut wishes: Vec<ThemeWish> = Vec::new();
    for word in split_list(reader.draft().get("wishes"), by_hand) {
        let counted = word.rsplit_once('=').and_then(|(theme, voices)| Some((theme, voices.trim().parse().ok()?)));
        let (theme, voices): (&str, u32) = counted.unwrap_or((&word, 1));
        let theme = clean_line(theme);
        if theme.is_empty() || !(1..=MOST).contains(&voices) {
            reader.fault("wishes", Why::NotAWish);
            continue;
        }
        match wishes.iter_mut().find(|known| fold(&known.theme) == fold(&theme)) {
            Some(known) => known.voices = (known.voices + voices).min(MOST),
            None => wishes.push(ThemeWish { theme, voices }),
        }
    }
    wishes
}

/// A mean as it is written, `4,1`, in hundredths.
fn mean(reader: &mut Reader<'_>) -> Option<u32> {
    let text = clean_line(reader.draft().get("survey_mean"));
    if text.is_empty() {
        return None;
    }
    let found = hundredths(&text).filter(|mean| *mean <= HIGHEST);
    if found.is_none() {
        reader.fault("survey_mean", Why::NotAMean);
    }
    found
}

fn hundredths(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let is_number =
        |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole, 3) || !is_number(part, 2) {
        return None;
    }
    let part: u32 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<u32>().ok()? * 100 + part)
}

/// A mean as files have it.
fn written(mean: u32) -> String {
    let (whole, part) = (mean / 100, mean % 100);
    if part % 10 == 0 { format!("{whole}.{}", part / 10) } else { format!("{whole}.{part:02}") }
}

/// A meeting as a draft.
pub fn draft(meeting: &GroupMeeting, group: &str) -> Draft {
    Draft::default()
        .with("group", group)
        .with("on", meeting.on.to_string())
        .with("state", meeting.state.code())
        .with_some("theme", meeting.theme.as_ref())
        .with_some("wished_on", meeting.wished_on)
        .with_some("reason", meeting.reason.as_ref())
        .with_list("wishes", meeting.wishes.iter().map(|wish| format!("{}={}", wish.theme, wish.voices)))
        .with_some("gap", meeting.gap.as_ref())
        .with_some("gap_area", meeting.gap_area.map(Code::code))
        .with_some("gap_met_on", meeting.gap_met_on)
        .with_some("survey", meeting.survey.as_ref())
        .with_some("survey_mean", meeting.survey_mean.map(written))
        .with_some("survey_n", meeting.survey_n)
        .with_some("note", meeting.note.as_ref())
}

impl Noun for GroupMeeting {
    const COLUMNS: &'static Form = &MEETING;
    const SHOWN: &'static [Shown] = &[
        Column("on"),
        Column("group"),
        Column("state"),
        Column("theme"),
        Column("wishes"),
        Column("gap"),
        Column("survey_mean"),
        Column("survey_n"),
    ];
    const TURN: Turn = Turn::First;
    const IN_NO_FAMILY: bool = true;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, &(said.group)(self.group).unwrap_or_default())
    }

    /// A group meets once a day.
    fn is_same(&self, other: &Self) -> bool {
        (self.group, self.on) == (other.group, other.on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_is_written_as_it_is_read() {
        for (text, mean, again) in [
            ("4,1", 410, "4.1"),
            ("3.25", 325, "3.25"),
            ("4", 400, "4.0"),
            ("0.05", 5, "0.05"),
            ("100", 10_000, "100.0"),
        ] {
            assert_eq!(hundredths(text), Some(mean), "{text}");
            assert_eq!(written(mean), again);
            assert_eq!(hundredths(again), Some(mean));
        }
        for text in ["", "-1", "4,", ",5", "fyra", "4,123", "1000", "+4", "4 1"] {
            assert_eq!(hundredths(text), None, "{text}");
        }
    }
}
