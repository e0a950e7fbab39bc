//! What a group wishes for, counted over its meetings; and its answers before and after.

use chrono::NaiveDate;

use super::GroupMeeting;
use crate::domain::codes::MeetingState;
use crate::domain::text::fold;

/// The mean of fewer answers than this is told to nobody: it would be somebody's own.
const LEAST: u32 = 3;

/// A theme that is wished for and has not been taken up since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wished {
    /// The theme, as it was last written.
    pub theme: String,
    /// How many wished for it.
    pub voices: u32,
    /// The last day on which somebody did.
    pub on: NaiveDate,
}

/// The themes that a group still wishes for, the most wished first. A meeting about a theme, held or planned, answers
/// what was wished before it and on its day.
pub fn wished(meetings: &[GroupMeeting]) -> Vec<Wished> {
    let mut sorted: Vec<&GroupMeeting> = meetings.iter().collect();
    sorted.sort_by_key(|meeting| meeting.on);
    let mut open: Vec<Wished> = Vec::new();
    for meeting in sorted {
        for wish in &meeting.wishes {
            match open.iter_mut().find(|known| fold(&known.theme) == fold(&wish.theme)) {
                Some(known) => {
                    (known.theme, known.on) = (wish.theme.clone(), meeting.on);
                    known.voices += wish.voices;
                }
                None => open.push(Wished { theme: wish.theme.clone(), voices: wish.voices, on: meeting.on }),
            }
        }
        if let Some(theme) = meeting.theme.as_ref().filter(|_| meeting.state != MeetingState::Cancelled) {
            open.retain(|known| fold(&known.theme) != fold(theme));
        }
    }
    open.sort_by(|one, other| other.voices.cmp(&one.voices).then(one.on.cmp(&other.on)));
    open
}

/// What a group answered at one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Which questions.
    pub name: Option<String>,
    /// After how many meetings that were held before it.
    pub after: usize,
    /// How many answered.
    pub n: u32,
    /// The mean in hundredths; none where so few answered that it would be somebody's own.
    pub mean: Option<u32>,
}

/// What a group answered first and last, by the same questions; of one time only the first.
pub fn surveys(meetings: &[GroupMeeting]) -> (Option<Survey>, Option<Survey>) {
    let mut sorted: Vec<&GroupMeeting> = meetings.iter().collect();
    sorted.sort_by_key(|meeting| meeting.on);
    let mut held = 0;
    let mut all: Vec<Survey> = Vec::new();
    for meeting in sorted {
        if let Some((mean, n)) = meeting.survey_mean.zip(meeting.survey_n) {
            let mean = Some(mean).filter(|_| n >= LEAST);
            all.push(Survey { name: meeting.survey.clone(), after: held, n, mean });
        }
        held += usize::from(meeting.state == MeetingState::Held);
    }
    let folded = |one: &Survey| one.name.as_deref().map(fold);
    let last = all.last().cloned();
    let first = all.iter().find(|one| last.as_ref().is_some_and(|last| folded(one) == folded(last))).cloned();
    let after = last.filter(|last| first.as_ref() != Some(last));
    (first, after)
}

#[cfg(test)]
mod tests {
    use super::super::ThemeWish;
    use super::*;
    use crate::domain::ids::GroupId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn meeting(on: &str, theme: &str, wishes: &[(&str, u32)]) -> GroupMeeting {
        let wish = |(theme, voices): &(&str, u32)| ThemeWish { theme: (*theme).to_owned(), voices: *voices };
        GroupMeeting {
            theme: Some(theme.to_owned()).filter(|theme| !theme.is_empty()),
            wishes: wishes.iter().map(wish).collect(),
            ..GroupMeeting::new(GroupId(1), day(on), MeetingState::Held)
        }
    }

    #[test]
    fn wishes_are_counted_until_they_are_taken_up() {
        let meetings = [
            meeting("2026-11-05", "", &[("skärmtid", 2), ("ekonomi", 2), ("barns rättigheter", 1)]),
            meeting("2026-11-12", "Barns rättigheter", &[("Skärmtid", 1)]),
        ];
        let told = |meetings: &[GroupMeeting]| {
            wished(meetings).into_iter().map(|one| (one.theme, one.voices)).collect::<Vec<_>>()
        };
        assert_eq!(told(&meetings), [("Skärmtid".to_owned(), 3), ("ekonomi".to_owned(), 2)]);
        let taken_up = meeting("2026-11-19", "ekonomi", &[]);
        let cancelled = GroupMeeting { state: MeetingState::Cancelled, ..taken_up.clone() };
        assert_eq!(told(&[meetings.to_vec(), vec![taken_up]].concat()), [("Skärmtid".to_owned(), 3)]);
        assert_eq!(told(&[meetings.to_vec(), vec![cancelled]].concat()).len(), 2, "a cancelled one took up nothing");
    }

    #[test]
    fn answers_before_and_after_are_of_the_same_questions() {
        let asked = |on: &str, name: &str, mean, n| GroupMeeting {
            survey: Some(name.to_owned()),
            survey_mean: Some(mean),
            survey_n: Some(n),
            ..meeting(on, "", &[])
        };
        let meetings = [
            asked("2026-10-01", "Så mår vi", 320, 11),
            asked("2026-10-08", "Annat", 100, 9),
            meeting("2026-10-15", "", &[]),
            asked("2026-10-22", "så mår vi", 410, 9),
        ];
        let (first, after) = surveys(&meetings);
        assert_eq!(first.map(|one| (one.after, one.mean, one.n)), Some((0, Some(320), 11)));
        assert_eq!(after.map(|one| (one.after, one.mean, one.n)), Some((3, Some(410), 9)));
        assert_eq!(surveys(&meetings[..1]).1, None, "nothing has been asked again");
        let few = surveys(&[asked("2026-10-01", "Så mår vi", 100, 2)]).0;
        assert_eq!(few.map(|one| (one.mean, one.n)), Some((None, 2)), "two answers are no group's");
    }
}
