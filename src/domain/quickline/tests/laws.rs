//! What holds for every line: no panic, the parts cover it, nothing understood is dropped.

use proptest::prelude::*;

use super::*;
use crate::domain::text::day;

/// Words of the grammar and near it, with what people glue to them.
fn line() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "träff",
        "lind",
        "berg",
        "al",
        "hassan",
        "ek",
        "A-1",
        "14-16",
        "igår",
        "tis",
        "i",
        "dag",
        "v47",
        "v.",
        "47",
        "19/11",
        "31/2",
        "19",
        "nov",
        "2026-11-19",
        "nästa",
        "kl",
        "14",
        "14-15:30",
        "15-14",
        "90min",
        "90",
        "min",
        "1,5h",
        "tel",
        "hem",
        "kris",
        "#skola",
        "#f",
        "#",
        "mål2=+1",
        "mål2=-1",
        "mål2",
        "mål0",
        "planerad",
        "inställd",
        "inställd(mamma: sjuk)",
        "inställd(",
        "(vi)",
        "uteblev(x)",
        ")",
        ">tis",
        ">",
        ">v49",
        "@mamma",
        "@el",
        "@alla",
        "@",
        "--",
        "-- text",
        "kaffe",
        "=",
        "+3d",
        "fredags",
        "umgänge",
        "\u{1b}[31m",
        "\u{feff}",
        "å\u{308}",
        "🦄",
        "\u{a0}",
    ]);
    let piece = prop_oneof![8 => words.prop_map(str::to_owned), 1 => any::<String>()];
    let gap = prop::sample::select(vec![" ", "  ", "\t", "\n", "", "\u{2003}"]);
    prop::collection::vec((piece, gap), 0..10)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + gap).collect())
}

proptest! {
    #[test]
    fn parts_cover_the_line_and_do_not_overlap(line in line(), family in prop::option::of(Just("A-1"))) {
        let context = family.map_or_else(context, in_family);
        let reading = reading(&line, &context);
        let mut end = 0;
        for part in &reading.parts {
            prop_assert!(line.is_char_boundary(part.span.start) && line.is_char_boundary(part.span.end));
            prop_assert!(end <= part.span.start && part.span.start <= part.span.end);
            let between = &line[end..part.span.start];
            prop_assert!(between.chars().all(char::is_whitespace), "{}", between);
            end = part.span.end;
        }
        prop_assert!(line[end..].chars().all(char::is_whitespace));
    }

    #[test]
    fn a_line_is_read_the_same_twice(line in line()) {
        prop_assert_eq!(reading(&line, &context()), reading(&line, &context()));
    }

    #[test]
    fn a_record_is_made_just_when_nothing_is_at_fault(line in line(), family in prop::option::of(Just("A-1"))) {
        let context = family.map_or_else(context, in_family);
        let reading = reading(&line, &context);
        let faulty = reading.parts.iter().any(|part| part.fault().is_some());
        let made = reading.session.is_some() || reading.visit.is_some();
        prop_assert_eq!(made, !faulty && !reading.parts.is_empty());
        prop_assert_eq!(reading.fault().is_some(), faulty);
    }

    #[test]
    fn nothing_understood_is_dropped(line in line()) {
        let reading = reading(&line, &in_family("A-1"));
        if let Some(SessionLine { family, session }) = reading.session {
            for part in &reading.parts {
                let kept = match &part.meaning {
                    Meaning::Kind(kind) => *kind == RecordKind::Session,
                    Meaning::Family(named) => *named == family && session.family == family.id,
                    Meaning::People(people) => people.iter().all(|person| session.people.contains(&person.id)),
                    Meaning::Day(day) => session.on == *day,
                    Meaning::Time { start, minutes } => {
                        session.start == Some(*start) && minutes.is_none_or(|minutes| session.minutes == minutes)
                    }
                    Meaning::Length(minutes) => session.minutes == *minutes,
                    Meaning::Mode(mode) => session.mode == *mode,
                    Meaning::About(kind) => session.kind == *kind,
                    Meaning::Area(area) => session.areas.contains(area),
                    Meaning::Goal(mark) => session.goals.iter().any(|goal| {
                        let attained = mark.attainment.is_none() || goal.attainment == mark.attainment;
                        goal.goal == mark.goal && attained && goal.done >= mark.done
                    }),
                    Meaning::Outcome(mark) => {
                        session.outcome == mark.outcome
                            && session.cancelled_by == mark.cancelled_by
                            && session.cancelled_by_person == mark.person.as_ref().map(|person| person.id)
                            && session.reason == mark.reason
                    }
                    Meaning::AsLast(last) => {
                        let told = reading.parts.iter().any(|part| matches!(part.meaning, Meaning::Mode(_)));
                        let there = last.people.iter().all(|person| session.people.contains(&person.id));
                        there && (told || session.mode == last.mode)
                    }
                    Meaning::FollowUp(day) => session.follow_up_on == Some(*day),
                    Meaning::Note(note) => session.note.as_deref().unwrap_or_default() == note,
                    _ => false,
                };
                prop_assert!(kept, "{:?}", part);
            }
        }
    }

    #[test]
    fn completing_never_breaks_a_line(line in line(), cursor in 0_usize..80) {
        for completion in complete(&line, cursor, &in_family("A-1"), &Names).unwrap() {
            let mut line = line.clone();
            line.replace_range(completion.replace, &completion.with);
        }
    }
}

/// The folded words of a table.
fn folded<T>(table: &[words::Row<T>]) -> Vec<String> {
    table.iter().flat_map(|(_, swedish, english)| swedish.iter().chain(*english)).map(|word| fold(word)).collect()
}

#[test]
fn no_word_means_two_things() {
    let mut all = folded(words::WORDS);
    all.extend(folded(words::KINDS));
    all.extend(folded(day::RELATIVE));
    all.extend(folded(day::WEEKDAYS));
    all.extend(folded(day::STEPS));
    all.extend(["kl", "at"].map(str::to_owned));
    for table in [all, folded(words::PEOPLE), folded(words::CANCELLERS), folded(words::AREAS)] {
        let mut once = table.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), table.len());
    }
}

#[test]
fn every_code_that_a_line_can_say_has_a_word() {
    use crate::domain::codes::{Area, CancelledBy, Mode, Outcome, SessionKind};
    use words::Word;
    let says = |word: Word| words::WORDS.iter().any(|(known, ..)| *known == word);
    assert!(Mode::ALL.iter().all(|mode| says(Word::Mode(*mode))));
    assert!(SessionKind::ALL.iter().all(|kind| says(Word::About(*kind))));
    assert!(Outcome::ALL.iter().all(|outcome| *outcome == Outcome::Held || says(Word::Outcome(*outcome))));
    assert!(Area::ALL.iter().all(|area| words::AREAS.iter().any(|(known, ..)| known == area)));
    assert!(CancelledBy::ALL.iter().all(|who| words::CANCELLERS.iter().any(|(known, ..)| known == who)));
}
