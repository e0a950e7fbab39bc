//! What holds for every line about a task: no panic, the parts cover it, no word of it is dropped.

use proptest::prelude::*;

use super::*;
use crate::domain::text::clean_line;

fn line() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "ring",
        "BUP",
        "skolan",
        "Elias",
        "Lindström",
        "lind:",
        "lind",
        "nord:",
        "Andersson",
        "al",
        "hassan",
        "hem",
        "A-1",
        "14-16",
        "99/12",
        "V12",
        "@mig",
        "@sara",
        "@kar",
        "@ingen",
        "@",
        "fre",
        "i",
        "dag",
        "på",
        "senast",
        "to",
        "on",
        "v49",
        "tis",
        "3/12",
        "31/2",
        ">fre",
        ">",
        "nästa",
        "3",
        "dec",
        "kl",
        "10",
        "--",
        "-- text",
        "(om",
        "x)",
        "inställd(x",
        "att",
        "\u{1b}[31m",
        "\u{200b}",
        "å\u{308}",
        "🦄",
    ]);
    let piece = prop_oneof![12 => words.prop_map(str::to_owned), 1 => any::<String>()];
    let gap = prop::sample::select(vec![" ", " ", " ", "  ", "\t", "", "\u{2003}"]);
    let pieces = prop::collection::vec((piece, gap), 0..10);
    pieces.prop_map(|pieces| pieces.into_iter().fold("att ".to_owned(), |line, (piece, gap)| line + &piece + gap))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn parts_cover_the_line_and_a_task_is_made_just_when_nothing_is_at_fault(line in line(), family in any::<bool>()) {
        let context = if family { in_family("A-1") } else { context() };
        let reading = reading(&line, &context);
        let mut end = 0;
        for part in &reading.parts {
            prop_assert!(line.is_char_boundary(part.span.start) && line.is_char_boundary(part.span.end));
            prop_assert!(end <= part.span.start && part.span.start <= part.span.end);
            prop_assert!(line[end..part.span.start].chars().all(char::is_whitespace));
            end = part.span.end;
        }
        prop_assert!(line[end..].chars().all(char::is_whitespace));
        let faulty = reading.parts.iter().any(|part| part.fault().is_some());
        prop_assert_eq!(reading.task.is_some(), !faulty);
        prop_assert!(reading.session.is_none() && reading.visit.is_none());
    }

    #[test]
    fn no_word_is_dropped(line in line()) {
        let reading = reading(&line, &in_family("A-1"));
        if let Some(TaskLine { family, task }) = &reading.task {
            let mut rest = task.what.as_str();
            for part in &reading.parts {
                match &part.meaning {
                    Meaning::Kind(kind) => prop_assert_eq!(*kind, RecordKind::Task),
                    Meaning::Family(named) => prop_assert_eq!(Some(named), family.as_ref()),
                    Meaning::Day(day) => prop_assert_eq!(Some(*day), task.due_on),
                    Meaning::Who(name) => prop_assert_eq!(name, &task.who),
                    Meaning::Words(_) | Meaning::Note(_) => {
                        let typed = &line[part.span.clone()];
                        let typed = if matches!(part.meaning, Meaning::Note(_)) { &typed[2..] } else { typed };
                        let text = clean_line(typed);
                        let stands = rest.trim_start().strip_prefix(text.as_str());
                        prop_assert!(stands.is_some(), "{:?} of {:?}", text, task.what);
                        rest = stands.unwrap();
                    }
                    meaning => prop_assert!(false, "{:?}", meaning),
                }
            }
            prop_assert_eq!(rest, "");
            prop_assert!(!task.what.is_empty());
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
