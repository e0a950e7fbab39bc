//! What holds for every line about visits: no panic, the parts cover it, nothing understood is dropped.

use proptest::prelude::*;

use super::visits::in_visits;
use super::*;
use crate::domain::discretion::PlaceName;
use crate::domain::text::day;
use crate::domain::visit::Ends;

fn line() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Elias",
        "Noah",
        "el",
        "lind",
        "ek",
        "A-1",
        "@mamma",
        "@pappa",
        "@el",
        "@alla",
        "@",
        "varje",
        "varannan",
        "var3",
        "var",
        "jämna",
        "udda",
        "1:a",
        "sista",
        "andra",
        "every",
        "last",
        "other",
        "lör",
        "tis",
        "tis,tors",
        "och",
        "lördagar",
        "vecka",
        "fom",
        "tom",
        "utan",
        "stöd",
        "v22",
        "v53",
        "v.",
        "28/11",
        "31/2",
        "29",
        "feb",
        "igår",
        "2027-05-30",
        "10ggr",
        "10",
        "ggr",
        "0x",
        "steg3",
        "steg",
        "4",
        "stöd:Karin",
        "stöd:",
        "plats:Lekoteket",
        "v53:nummer",
        "v53:varannan",
        "tel",
        "brev",
        "10-14",
        "kl",
        "14",
        "90min",
        "inställd(mamma: sjuk)",
        "inställd(",
        "planerad",
        "--",
        "-- text",
        "kaffe",
        "18-10",
        "17",
        "-",
        "17-sön",
        "18",
        "stöd:Karim",
        "stöd:ny:Karim",
        "Berg",
        "=",
        "juni",
        "jul",
        "+3d",
        "i",
        "fredags",
        "\u{1b}[31m",
        "å\u{308}",
        "🦄",
    ]);
    let piece = prop_oneof![12 => words.prop_map(str::to_owned), 1 => any::<String>()];
    let gap = prop::sample::select(vec![" ", " ", " ", "  ", "\t", "", "\u{2003}"]);
    let pieces = prop::collection::vec((piece, gap), 0..12);
    let all = pieces.prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + gap).collect::<String>());
    (prop::sample::select(vec!["", "umgänge ", "Elias @mamma "]), all)
        .prop_map(|(first, rest)| first.to_owned() + &rest)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn parts_cover_the_line_and_do_not_overlap(line in line(), family in any::<bool>()) {
        let context = if family { in_visits("A-1") } else { Context { kind: RecordKind::Visit, ..context() } };
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
        let made = reading.session.is_some() || reading.visit.is_some();
        prop_assert_eq!(made, !faulty && !reading.parts.is_empty());
    }

    #[test]
    fn nothing_understood_is_dropped(line in line()) {
        let reading = reading(&line, &in_visits("A-1"));
        if let Some(visits) = &reading.visit {
            let (arrangement, terms) = (&visits.arrangement, &visits.arrangement.terms);
            let series = &arrangement.series;
            for part in &reading.parts {
                let kept = match &part.meaning {
                    Meaning::Kind(kind) => *kind == RecordKind::Visit,
                    Meaning::Family(family) => *family == visits.family && arrangement.family == family.id,
                    Meaning::Child(child) => arrangement.child == child.id || terms.with.contains(&child.id),
                    Meaning::People(people) => {
                        people.iter().all(|one| terms.with.contains(&one.id) || one.id == arrangement.child)
                    }
                    Meaning::Pattern { pattern, weekdays } => {
                        let chosen = series.pattern.parity().and_then(|(_, choice)| choice);
                        let same = chosen.map_or(*pattern, |choice| pattern.choosing(choice)) == series.pattern;
                        same && (series.weekdays == *weekdays || weekdays.is_empty())
                    }
                    Meaning::Week53(choice) => series.pattern.parity().and_then(|(_, chosen)| chosen) == Some(*choice),
                    Meaning::Day(day) => series.from == *day,
                    Meaning::Until(until) => series.ends == Ends::Until(*until),
                    Meaning::Times(times) => series.ends == Ends::Times(*times),
                    Meaning::Without(first, last) => {
                        let left_out = visits.left_out.iter().any(|day| (first..=last).contains(&day));
                        left_out && visits.dates.iter().all(|day| !(first..=last).contains(&day))
                    }
                    Meaning::Step(step) => terms.step == Some(*step),
                    Meaning::Supporters(names) => names.iter().all(|name| terms.supporters.contains(name)),
                    Meaning::Unsupported => terms.supporters.is_empty(),
                    Meaning::Place(place) => terms.place.as_ref().map(PlaceName::bare) == Some(place.as_str()),
                    Meaning::Contact(contact) => terms.contact == *contact,
                    Meaning::Time { start, minutes } => {
                        terms.start == Some(*start) && (minutes.is_none() || terms.end.is_some())
                    }
                    Meaning::Stay { start, end, .. } => {
                        let same = (terms.start, terms.end) == (Some(*start), Some(*end));
                        same && (terms.nights > 0 || end > start) && terms.minutes().is_some()
                    }
                    Meaning::Length(_) => terms.end.is_some(),
                    Meaning::Outcome(mark) => {
                        visits.outcome.as_ref().is_none_or(|outcome| outcome == mark)
                    }
                    Meaning::Note(note) => arrangement.note.as_deref().unwrap_or_default() == note,
                    _ => false,
                };
                prop_assert!(kept, "{:?}", part);
            }
            prop_assert!(!visits.dates.is_empty() && visits.dates.len() <= 10);
            prop_assert!(visits.dates.iter().all(|day| series.gives(*day)));
            prop_assert!(!terms.with.is_empty() && series.fault().is_none());
        }
    }

    #[test]
    fn completing_never_breaks_a_line(line in line(), cursor in 0_usize..80) {
        for completion in complete(&line, cursor, &in_visits("A-1"), &Names).unwrap() {
            let mut line = line.clone();
            line.replace_range(completion.replace, &completion.with);
        }
    }
}

#[test]
fn no_word_means_two_things() {
    use visit::words::*;
    let mut all: Vec<String> = Vec::new();
    fn take<T>(all: &mut Vec<String>, table: &[words::Row<T>]) {
        all.extend(table.iter().flat_map(|(_, sv, en)| sv.iter().chain(*en)).map(|word| fold(word)));
    }
    take(&mut all, RHYTHMS);
    take(&mut all, PLACES);
    take(&mut all, SIGNS);
    take(&mut all, CONTACTS);
    take(&mut all, words::KINDS);
    take(&mut all, day::RELATIVE);
    take(&mut all, day::WEEKDAYS);
    take(&mut all, day::STEPS);
    all.extend(["kl", "at"].map(str::to_owned));
    let mut once = all.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), all.len());
}
