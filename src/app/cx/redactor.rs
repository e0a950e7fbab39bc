//! Names turned to initials and family codes, for a screen that everybody in the room sees.
//!
//! It knows every word that is part of a family's or a person's name and finds it in whatever text is about to be
//! drawn: in capitals, with an `s` behind it, cut short by `…`, in a note. A word too many is hidden rather than one
//! too few. Views draw through it (`ui/canvas.rs`); nothing in the state changes for it, and what is saved, searched or
//! exported is as it was. It must not decide what is drawn, only how names in it look.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Cx, OpenFamily};
use crate::domain::discretion::{MASK, PlaceName, Setting, initial};
use crate::domain::network::{NetworkMap, NetworkPerson};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::fold;
use crate::store::Mark;

/// What people and families go by on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Naming {
    /// Their names.
    #[default]
    Names,
    /// Initials and case references.
    Initials,
}

/// The words that are part of names, and what hides them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Redactor {
    /// Of the whole casebook, folded and sorted. While names are hidden none leaves: what was just removed is still
    /// told of.
    words: Vec<String>,
    /// Of what is on the screen besides: people on maps, homes, names that are typed and not saved.
    nearby: Vec<String>,
    /// The marks of the open family's people by the words of their given names; a word of two people is nobody's.
    marks: Vec<(String, String)>,
    /// The open family's name, word by word, and its code.
    code: Option<(Vec<String>, String)>,
    /// The state of the casebook that the words were read in.
    of: Option<Mark>,
}

/// Part of many names and of more sentences; no name by itself.
const PARTICLES: [&str; 16] =
    ["von", "af", "av", "de", "van", "der", "den", "la", "le", "al", "el", "da", "di", "dos", "bin", "ibn"];

/// What a name may be followed by within a word.
const ENDINGS: [&str; 5] = ["s", "es", "arna", "arnas", "familjen"];

/// Fields whose text is a name, whether it is saved or not.
pub const NAMED: [&str; 4] = ["name", "given_name", "family_name", "home"];

/// Digits of the shortest telephone number.
const SHORTEST_NUMBER: usize = 8;

/// Shorter words are names only where they begin with a capital: `Bo` and `Ek`, and not `bo` and `ek`.
const SHORT: usize = 2;

impl Redactor {
    /// Where names stand in a text, and what is to stand there.
    pub fn hidden(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let words = words(text);
        let mut hidden = Vec::new();
        let mut place = 0;
        while let Some(range) = words.get(place) {
            if let Some((taken, code)) = self.code_at(text, &words[place..]) {
                hidden.push((range.start..words[place + taken - 1].end, code));
                place += taken;
                continue;
            }
            let word = &text[range.clone()];
            let is_cut = text[range.end..].starts_with('…');
            if self.is_name(word) || is_cut && self.begins_name(word) {
                let shown = self.mark(word).unwrap_or_else(|| initial(word));
                let shown = if is_cut { shown.trim_end_matches('.').to_owned() } else { shown };
                hidden.push((range.clone(), shown));
            }
            place += 1;
        }
        // A telephone number says where to find somebody, whosever it is.
        for number in numbers(text) {
            hidden.retain(|(known, _)| known.end <= number.start || number.end <= known.start);
            hidden.push((number, MASK.to_owned()));
        }
        hidden.sort_by_key(|(range, _)| range.start);
        hidden
    }

    /// The mark of somebody of the open family whose given name a word is.
    fn mark(&self, word: &str) -> Option<String> {
        let folded = fold(word);
        let stem = |stem: &str| self.marks.iter().find(|(name, _)| name == stem).map(|(_, mark)| mark.clone());
        stems(&folded).find_map(stem)
    }

    /// The open family's code, where its whole name stands; with how many words it is written.
    fn code_at(&self, text: &str, words: &[Range<usize>]) -> Option<(usize, String)> {
        let (name, code) = self.code.as_ref()?;
        let own = words.get(..name.len()).filter(|own| !own.is_empty())?;
        let apart = own.windows(2).all(|pair| matches!(&text[pair[0].end..pair[1].start], " " | "-"));
        let (last, before) = name.split_last()?;
        let (last_word, words_before) = own.split_last()?;
        let fits = words_before.iter().zip(before).all(|(range, word)| fold(&text[range.clone()]) == *word);
        let folded = fold(&text[last_word.clone()]);
        let short = folded.chars().count() <= SHORT && !is_capital(&text[last_word.clone()]);
        (apart && fits && !short && stems(&folded).any(|stem| stem == last)).then(|| (name.len(), code.clone()))
    }

    fn is_name(&self, word: &str) -> bool {
        let folded = fold(word);
        parts(&folded).any(|part| {
            stems(part).any(|stem| {
                let letters = stem.chars().count();
                let long = letters > SHORT || letters == SHORT && is_capital(word);
                long && !PARTICLES.contains(&stem) && self.knows(stem)
            })
        })
    }

    /// Whether what is left of a word that was cut may have been a name.
    fn begins_name(&self, word: &str) -> bool {
        let folded = fold(word);
        let begins = |known: &[String]| {
            let at = known.partition_point(|name| *name < folded);
            known.get(at).is_some_and(|name| name.starts_with(&folded))
        };
        folded.chars().count() > 1 && (begins(&self.words) || begins(&self.nearby))
    }

    fn knows(&self, stem: &str) -> bool {
        let known = |words: &[String]| words.binary_search_by(|word| word.as_str().cmp(stem)).is_ok();
        known(&self.words) || known(&self.nearby)
    }
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// A word as it is, and without what a name may be followed by.
fn stems(word: &str) -> impl Iterator<Item = &str> {
    std::iter::once(word).chain(ENDINGS.iter().filter_map(move |ending| word.strip_suffix(ending)))
}

/// The words of a folded text.
fn parts(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty())
}

/// Where telephone numbers stand in a text: from a `0` or a `+`, eight digits or more with a blank or a hyphen between
/// them here and there.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let is_joint = |letter: char| matches!(letter, ' ' | '-' | '\u{a0}' | '\u{2011}');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((start, first)) = letters.get(at).copied() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).map(|(_, letter)| *letter);
        let begins =
            matches!(first, '0' | '+') && !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '-');
        if !begins {
            at += 1;
            continue;
        }
        let (mut digits, mut end, mut next) = (usize::from(first == '0'), start + first.len_utf8(), at + 1);
        while let Some((place, letter)) = letters.get(next).copied() {
            let is_digit = letter.is_ascii_digit();
            let goes_on = letters.get(next + 1).is_some_and(|(_, letter)| letter.is_ascii_digit());
            if !(is_digit || is_joint(letter) && goes_on) {
                break;
            }
            if is_digit {
                (digits, end) = (digits + 1, place + letter.len_utf8());
            }
            next += 1;
        }
        if digits >= SHORTEST_NUMBER {
            found.push(start..end);
        }
        at = next.max(at + 1);
    }
    found
}

/// Where the words of a text stand; what is set over a letter belongs to its word.
fn words(text: &str) -> Vec<Range<usize>> {
    let inside =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}' | '\u{200c}'..='\u{200d}');
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| inside(*letter)) {
        let end = at + letter.len_utf8();
        match words.last_mut() {
            Some(word) if word.end == at => word.end = end,
            _ => words.push(at..end),
        }
    }
    words
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort_unstable();
    words.dedup();
    words
}

impl Cx {
    /// What names are drawn through, while they are hidden.
    pub fn redactor(&self) -> Option<&Redactor> {
        self.redactor.as_ref()
    }

    /// What people and families go by now.
    pub fn naming(&self) -> Naming {
        if self.redactor.is_some() { Naming::Initials } else { Naming::Names }
    }

    /// What a family is called on the screen: by its name, or by its code while names are hidden.
    pub fn family_called(&self, name: &str, case_ref: &str) -> String {
        match self.naming() {
            Naming::Names => name.to_owned(),
            Naming::Initials => case_ref.to_owned(),
        }
    }

    /// Who looks at the screen now.
    pub fn setting(&self) -> Setting {
        if self.redactor.is_some() { Setting::Room } else { Setting::Team }
    }

    /// Who looks at a page that was opened to be read.
    pub fn page_setting(&self) -> Setting {
        if self.redactor.is_some() { Setting::Room } else { Setting::Page }
    }

    /// Hides all names, or shows them again.
    ///
    /// # Errors
    /// When the casebook cannot be read; then names are shown.
    pub(in crate::app) fn turn_redactor(&mut self, nearby: &[String]) -> Result<(), Problem> {
        let on = self.redactor.is_none();
        self.redactor = on.then(Redactor::default);
        // It may tell of somebody who is in no record any more.
        self.notice = if on { None } else { self.notice.take() };
        let woven = self.weave(nearby);
        if woven.is_err() {
            self.redactor = None;
        }
        woven
    }

    /// Brings the redactor up to what is on the screen, and to names that are there and in no record of a family or a
    /// person. To be called after all that may have changed that.
    pub(in crate::app) fn weave(&mut self, nearby: &[String]) -> Result<(), Problem> {
        let Some(mut redactor) = self.redactor.take() else { return Ok(()) };
        let nearby: Vec<String> =
            nearby.iter().cloned().chain(self.homes_and_labels()).map(|name| fold(&name)).collect();
        redactor.nearby = sorted(nearby.iter().flat_map(|name| parts(name)).map(str::to_owned).collect());
        redactor.code = self.open.as_ref().map(code).filter(|(name, _)| !name.is_empty());
        redactor.marks = self.open.as_ref().map(marks).unwrap_or_default();
        let read = self.read_names(&mut redactor);
        self.redactor = Some(redactor);
        read
    }

    fn read_names(&self, redactor: &mut Redactor) -> Result<(), Problem> {
        let now = Some(self.store.mark()?);
        if redactor.of == now {
            return Ok(());
        }
        let names = match self.store.name_words() {
            Err(problem) if problem.kind == Kind::Refused => Vec::new(),
            names => names?,
        };
        redactor.words = sorted(redactor.words.drain(..).chain(names).collect());
        redactor.of = now;
        Ok(())
    }

    /// The homes of the open family's placed children, and what undo would tell of.
    fn homes_and_labels(&self) -> Vec<String> {
        let mut names = Vec::new();
        let homes = self.open.iter().flat_map(|open| &open.page.people).flat_map(|person| &person.placements);
        for placement in homes.map(|placement| &placement.value) {
            let kind = fold(&self.locale.label(placement.kind));
            let is_kind = |word: &str| parts(&kind).any(|known| word.starts_with(known));
            let words = placement.home.iter().flat_map(PlaceName::words_to_hide);
            names.extend(words.filter(|word| !is_kind(word)));
        }
        names.extend(self.undoable().map(|step| step.label));
        names
    }
}

/// The names of those on a map, without the words of what they are.
pub fn names_on(map: &NetworkMap) -> Vec<String> {
    let name = |person: &NetworkPerson| {
        let role = fold(person.role.as_deref().unwrap_or_default());
        let name = fold(&person.name);
        parts(&name).filter(|word| !parts(&role).any(|known| known == *word)).map(str::to_owned).collect::<Vec<_>>()
    };
    map.people.iter().flat_map(name).collect()
}

fn marks(open: &OpenFamily) -> Vec<(String, String)> {
    let people = open.page.people.iter().map(|on_page| &on_page.person.value.given_name);
    let words = people.flat_map(|name| name.words_to_hide().into_iter().map(|word| (word, name.mark())));
    let mut words: Vec<(String, String)> = words.collect();
    let shared: Vec<String> = words.iter().map(|(word, _)| word.clone()).collect();
    words.retain(|(word, _)| shared.iter().filter(|other| *other == word).count() == 1);
    words
}

fn code(open: &OpenFamily) -> (Vec<String>, String) {
    let family = &open.page.family.value;
    (parts(&fold(&family.name)).map(str::to_owned).collect(), family.case_ref.clone())
}
