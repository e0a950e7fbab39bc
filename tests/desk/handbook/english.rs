//! English complete: on no scene, and in no table or help, does a Swedish word stand that the program says.
//!
//! What people have written stays as they wrote it: a Swedish word is excused where it stands, together with the word
//! beside it, in a record of the casebook, in what the scene itself types, or in the title of a source. A name is what
//! stands in a record too. Of a word that is cut, and of the last word of a text in a row of its own, nothing more is
//! asked than that somebody wrote it.

use std::collections::HashSet;

use serde_json::Value;
use trygg::app::Tour;
use trygg::domain::checklist::Checklists;
use trygg::domain::deadlines::Rules;
use trygg::domain::measurement::Instruments;
use trygg::domain::network::Scheme;
use trygg::domain::purge::PurgeRules;
use trygg::exchange::Noun;
use trygg::linear::Front;
use trygg::locale::Language;
use trygg::ui::lines::{SIZE, page};

use super::commands;
use crate::desk::{Desk, today};
use crate::screens::{SCENES, play};

/// Swedish words without å, ä or ö that no English sentence has.
const GIVE_AWAYS: &str = "\
    alla av avbokad avslutad barn barnen barnet barnets bara begränsat beslut bevakning dag dagar dagen datum \
    det detta eller enhet enheten familj familjehem familjen familjer finns framsteg fram fre genom gick hela \
    hem hennes hon honom idag ingen inga inget inte jag kan karta kartan klar klart lista med mellan mina mot \
    nej nu nya och ofta om oss ons personer placering redan regel samma samtal sedan senast sida sist ska skola \
    sluta som spara steg stod syskon tis tid tider tills tor uppgift uppgifter ut utan utkast vad varje veckan \
    vecka veckor vem vid vidare vilka mamma pappa";

fn is_swedish(word: &str) -> bool {
    let word = word.to_lowercase();
    word.chars().any(|letter| "åäö".contains(letter)) || GIVE_AWAYS.split(' ').any(|known| known == word)
}

/// Words of a text, in small letters.
fn words(text: &str) -> Vec<String> {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '-';
    let words = text.split(|letter: char| !is_letter(letter)).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// What people have written, and what sources are called: single fields of one word, and all pairs of words.
#[derive(Default)]
struct Written {
    alone: HashSet<String>,
    pairs: HashSet<(String, String)>,
}

impl Written {
    fn add(&mut self, text: &str) {
        let all = words(text);
        self.pairs.extend(all.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())));
        // What lists of the exchange hold, and what stands in a record by itself.
        for part in text.split(';') {
            // Of a theme, how many wished for it.
            let part = part.split_once('=').map_or(part, |(theme, _)| theme);
            if let [word] = words(part).as_slice() {
                self.alone.insert(word.clone());
            }
        }
    }

    fn add_all(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.add(text),
            Value::Array(values) => values.iter().for_each(|value| self.add_all(value)),
            Value::Object(fields) => fields.values().for_each(|value| self.add_all(value)),
            _ => {}
        }
    }

    /// All that the demo holds, and the sources that rules and forms name.
    fn of_the_demo() -> Self {
        let mut written = Self::default();
        for noun in Noun::in_order() {
            written.add_all(&commands::exported(noun.name()));
        }
        written.add_all(&commands::exported("network"));
        let rules = Rules::shipped().all().iter().map(|rule| rule.source.as_str());
        let forms = Instruments::shipped().all().iter().map(|one| one.source.as_str());
        let purge = PurgeRules::shipped();
        let lists = Checklists::shipped().all().iter().map(|one| one.source.as_str());
        let periods = purge.periods(today()).map(|one| one.source.as_str());
        let keeps = purge.keeps(today()).map(|one| one.source.as_str());
        rules.chain(forms).chain(lists).chain(periods).chain(keeps).for_each(|source| written.add(source));
        written.add(&Scheme::shipped().source);
        written
    }

    /// Whether somebody wrote two words beside each other; the second may be cut.
    fn is_pair(&self, one: &str, other: &str) -> bool {
        self.pairs.iter().any(|(first, second)| first == one && second.starts_with(other))
    }

    fn any(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.alone.iter().any(|word| holds(word)) || self.pairs.iter().any(|(one, two)| holds(one) || holds(two))
    }

    /// Whether a word in a row of its own is the end of what somebody wrote, and none of those that give away.
    fn may_end_alone(&self, row: &str, cell: &str, word: &str) -> bool {
        let gives_away = GIVE_AWAYS.split(' ').any(|known| known == word);
        let is_all = row.trim() == cell && !gives_away;
        (cell.ends_with('.') || is_all) && self.any(|known| known == word)
    }

    /// Swedish words of a row that nobody wrote.
    fn faults(&self, row: &str) -> Vec<String> {
        let mut faults = Vec::new();
        for cell in row.split("  ").flat_map(|cell| cell.split('│')).map(str::trim) {
            let words = words(cell);
            for (nth, word) in words.iter().enumerate().filter(|(_, word)| is_swedish(word)) {
                let is_last = nth + 1 == words.len();
                let is_excused = self.alone.contains(word)
                    || words.get(nth + 1).is_some_and(|next| self.is_pair(word, next))
                    || nth > 0 && self.is_pair(&words[nth - 1], word)
                    || is_last && cell.ends_with('…') && self.any(|known| known.starts_with(word))
                    || is_last && nth == 0 && self.may_end_alone(row, cell, word);
                if !is_excused {
                    faults.push(word.clone());
                }
            }
        }
        faults
    }
}

#[test]
fn no_scene_in_english_says_a_swedish_word() {
    let shared = Written::of_the_demo();
    let mut faults = Vec::new();
    for (name, steps, _) in SCENES {
        let mut typed = Written::default();
        for step in *steps {
            typed.add(step.trim_start_matches('"'));
            words(step).into_iter().for_each(|word| _ = typed.alone.insert(word));
        }
        let mut desk = Desk::of("Karin", Language::English).unwrap();
        play(&mut desk, steps);
        for size in [(80, 24), (160, 50)] {
            desk.app.resize(size);
            for row in desk.screen().lines() {
                let found = shared.faults(row).into_iter().filter(|word| !typed.alone.contains(word));
                let found: Vec<String> = found.collect();
                if !found.is_empty() {
                    faults.push(format!("{name} {found:?}: {}", row.trim()));
                }
            }
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "{} rows\n{}", faults.len(), faults.join("\n"));
}

/// In lines: what is told of every scene, what is asked there, and what can be done.
#[test]
fn no_line_in_english_says_a_swedish_word() {
    let shared = Written::of_the_demo();
    let mut faults = Vec::new();
    for (name, steps, _) in SCENES {
        let mut desk = Desk::of("Karin", Language::English).unwrap();
        play(&mut desk, steps);
        desk.app.resize(SIZE);
        let told = page(&desk.app.scene());
        let mut said: Vec<String> = told.lines.into_iter().map(|line| line.text).chain([told.title]).collect();
        let (mut front, begun) = Front::begin(&mut desk.app);
        let asked = front.prompt(&desk.app);
        said.extend(begun);
        said.extend(if asked.is_hidden { Vec::new() } else { front.line(&mut desk.app, ".?") });
        said.push(asked.text);
        let typed: HashSet<String> = steps.iter().flat_map(|step| words(step)).collect();
        for line in said {
            let found: Vec<String> = shared.faults(&line).into_iter().filter(|word| !typed.contains(word)).collect();
            if !found.is_empty() {
                faults.push(format!("{name} {found:?}: {line}"));
            }
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "{} lines\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn no_step_of_the_tour_in_english_says_a_swedish_word() {
    let shared = Written::of_the_demo();
    let mut desk = Desk::touring_in(Language::English, (80, 24));
    for step in 0..=Tour::STEPS {
        assert_eq!(desk.app.tour.as_ref().map(|tour| tour.at), Some(step));
        let screen = desk.screen();
        let faults: Vec<String> = screen.lines().flat_map(|row| shared.faults(row)).collect();
        assert!(faults.is_empty(), "{faults:?}\n{screen}");
        desk.keys("F10");
    }
}

#[test]
fn no_help_and_no_table_in_english_says_a_swedish_word() {
    let shared = Written::of_the_demo();
    let mut faults = Vec::new();
    for (call, text) in commands::english() {
        for row in text.lines() {
            let found = shared.faults(row);
            if !found.is_empty() {
                faults.push(format!("{call} {found:?}: {}", row.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{} rows\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_swedish_word_is_found_and_what_somebody_wrote_is_not() {
    let mut written = Written::default();
    written.add("Gick igenom läxorna");
    written.add("Öberg");
    assert_eq!(written.faults("Gick igenom läx…"), Vec::<String>::new());
    assert_eq!(written.faults("ÖBERG  2 children"), Vec::<String>::new());
    assert_eq!(written.faults("Inte sparat: läxorna"), ["inte", "läxorna"]);
    assert_eq!(written.faults("Familjer 12 · mine"), ["familjer"]);
    assert_eq!(written.faults("│  läxorna.  Igeno…"), Vec::<String>::new());
    assert_eq!(written.faults("Sara  läxorna"), ["läxorna"]);
}
