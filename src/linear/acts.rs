//! Commands: a number chooses a row, a key's name is that key, a word is what it is called in the table of actions;
//! what follows after it is taken in the place that it leads to.

use super::{Came, Front, quoted, rows};
use crate::app::keys::{Action, Binding, Key, Match, Scope, look_up, rows as bindings};
use crate::app::layer::help::works;
use crate::app::{Desk, Flow, Layer, PANES};
use crate::domain::text::{begins, fold};
use crate::locale::arg;
use crate::ui::lines::{self, Kind};

/// Words of the lines themselves: what they do, and their key in the locale files after `lines-word-`.
const WORDS: &[(Word, &str)] = &[
    (Word::More, "more"),
    (Word::Read, "read"),
    (Word::Again, "again"),
    (Word::Ok, "ok"),
    (Word::Back, "back"),
    (Word::Up, "up"),
    (Word::Down, "down"),
    (Word::Lock, "lock"),
    (Word::Quit, "quit"),
    (Word::Help, "help"),
    (Word::Empty, "empty"),
    (Word::New, "new"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    More,
    Read,
    Again,
    Ok,
    Back,
    Up,
    Down,
    Lock,
    Quit,
    Help,
    Empty,
    New,
}

/// So many letters at least tell an action by the beginning of what it does.
const FEWEST: usize = 3;

/// What a word could mean.
enum Meant {
    One(&'static Binding),
    Several(Vec<&'static Binding>),
    Nothing,
}

impl Front {
    /// Does what a line asks for.
    pub(super) fn command(&mut self, desk: &mut Desk, typed: &str, kind: Kind) -> Came {
        let typed = typed.trim();
        if typed.contains('\u{c}') {
            self.flow = Some(Flow::Lock);
            return Came::Said(Vec::new());
        }
        if typed.is_empty() {
            return self.enter(desk, kind);
        }
        if let Some(word) = self.word(desk, typed, kind) {
            return self.do_word(desk, word, kind);
        }
        let (first, rest) =
            typed.split_once(char::is_whitespace).map_or((typed, ""), |(first, rest)| (first, rest.trim()));
        if kind == Kind::Command && first.chars().all(|letter| letter.is_ascii_digit()) {
            return self.number(desk, first, rest);
        }
        if let Some(key) = key(desk, first, kind) {
            desk.key(key);
            return self.rest(desk, rest);
        }
        // A sign may stand right before what it is for: `+lind igår`, `/lin`.
        let mut letters = typed.chars();
        if let Some(sign) = letters.next().filter(|sign| !sign.is_alphanumeric())
            && let Some(key) = key(desk, &sign.to_string(), kind)
        {
            desk.key(key);
            return self.rest(desk, letters.as_str().trim());
        }
        self.by_words(desk, typed)
    }

    /// Does what a word is called, the longest first; what follows is taken where that leads.
    fn by_words(&mut self, desk: &mut Desk, typed: &str) -> Came {
        let ends = std::iter::once(typed.len()).chain(typed.rmatch_indices(' ').map(|(at, _)| at));
        for end in ends {
            let (word, rest) = (typed[..end].trim(), typed[end..].trim());
            match meant(desk, word) {
                Meant::One(binding) => {
                    press(desk, binding);
                    return self.rest(desk, rest);
                }
                Meant::Several(several) if end == typed.len() => {
                    let names: Vec<String> = several.iter().map(|binding| called(desk, binding)).collect();
                    return Came::Said(vec![desk.cx.locale.tell("lines-which", &[("acts", arg(names.join(", ")))])]);
                }
                Meant::Several(_) | Meant::Nothing => {}
            }
        }
        Came::Said(Self::not_known(desk, typed))
    }

    /// What is left of a line after its beginning was done.
    pub(super) fn rest(&mut self, desk: &mut Desk, rest: &str) -> Came {
        if rest.is_empty() {
            return Came::Acted(None);
        }
        let asked = lines::asked(&desk.scene());
        match asked.kind {
            Kind::Command | Kind::Answer => match self.command(desk, rest, asked.kind) {
                // What was done before stands, and is told of.
                Came::Said(_) if self.flow.is_none() => Came::Acted(Some(rest.to_owned())),
                came => came,
            },
            Kind::Secret => Came::Acted(Some(quoted(""))),
            kind => self.at_once(desk, rest, kind),
        }
    }

    /// Whether a line is just a word that would be a command elsewhere.
    pub(super) fn is_command(&self, desk: &Desk, typed: &str) -> bool {
        typed.trim() != "?" && self.word(desk, typed.trim(), Kind::Text).is_some()
    }

    fn word(&self, desk: &Desk, typed: &str, kind: Kind) -> Option<Word> {
        if typed == "?" || typed == "F1" {
            return Some(Word::Help);
        }
        let among_text = [Word::Empty, Word::New];
        let is_known = |word: Word| !among_text.contains(&word) || matches!(kind, Kind::Text | Kind::Note);
        let word = |key: &str| desk.cx.locale.say(&format!("lines-word-{key}"));
        // As it is written, then without its accents: `läs` is not `lås`.
        let exactly = |key: &str| word(key) == typed.to_lowercase();
        let nearly = |key: &str| fold(&word(key)) == fold(typed);
        let known = || WORDS.iter().filter(|(word, _)| is_known(*word));
        known().find(|(_, key)| exactly(key)).or_else(|| known().find(|(_, key)| nearly(key))).map(|(word, _)| *word)
    }

    fn do_word(&mut self, desk: &mut Desk, word: Word, kind: Kind) -> Came {
        match word {
            Word::More => return self.read_on(desk),
            Word::Read => {
                if matches!(desk.layers.last(), Some(Layer::Form(_))) {
                    self.read = 0;
                    return Came::Said(self.go_on(&desk.cx.locale.clone()));
                }
                return Came::Said(self.tell_place(desk));
            }
            Word::Again => return Came::Said(self.last.clone()),
            Word::Help => {
                if desk.tour.is_some() {
                    // It looks for the help of the panes.
                    [Key::F(1), Key::Esc].into_iter().for_each(|key| desk.key(key));
                }
                let help = super::help::told(desk);
                return Came::Said(self.read_out(desk, help));
            }
            Word::Lock | Word::Quit => {
                self.flow = Some(if word == Word::Quit { Flow::Quit } else { Flow::Lock });
                return Came::Said(Vec::new());
            }
            Word::Ok => desk.key(Key::Enter),
            Word::Back => desk.key(Key::Esc),
            Word::Up => desk.key(Key::Up),
            Word::Down => desk.key(Key::Down),
            Word::Empty => self.empty(desk, kind),
            Word::New => {
                let Some(line) = self.waiting.take() else { return Came::Said(Self::not_known(desk, "")) };
                self.save_line(desk, &line);
            }
        }
        Came::Acted(None)
    }

    /// Enter alone: what is read goes on; a question takes it as the key.
    fn enter(&mut self, desk: &mut Desk, kind: Kind) -> Came {
        match desk.layers.last() {
            Some(Layer::Run(_)) => self.read_on(desk),
            Some(Layer::Question(_)) => Came::Said(self.tell_place(desk)),
            _ if kind == Kind::Answer => {
                desk.key(Key::Enter);
                Came::Acted(None)
            }
            _ => self.read_on(desk),
        }
    }

    fn read_on(&mut self, desk: &mut Desk) -> Came {
        if !self.has_read() {
            return Came::Said(self.go_on(&desk.cx.locale.clone()));
        }
        let is_longer = matches!(desk.layers.last(), Some(Layer::Reading(_) | Layer::HandOver(_) | Layer::Card(_)))
            && !desk.scene().is_last_page();
        if is_longer {
            desk.key(Key::PageDown);
            let page = lines::page(&desk.scene());
            let lines = page.lines.into_iter().map(|line| line.text).collect();
            return Came::Said(self.read_out(desk, lines));
        }
        self.read = 0;
        let end = if self.reading.is_empty() { "lines-nothing" } else { "lines-end" };
        Came::Said(vec![desk.cx.locale.say(end)])
    }

    /// Chooses the row of a number, and does there what follows.
    fn number(&mut self, desk: &mut Desk, number: &str, rest: &str) -> Came {
        let (known, locale) = (self.heard.len(), desk.cx.locale.clone());
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some(place) = place.filter(|place| *place < known) else {
            let key = if known == 0 { "lines-nothing" } else { "lines-no-row" };
            let told = locale.tell(key, &[("place", arg(number)), ("all", arg(known))]);
            return Came::Said(std::iter::once(told).chain(pane_of_digit(desk, number)).collect());
        };
        if !self.choose(desk, place) {
            let gone = locale.tell("lines-row-gone", &[("place", arg(number))]);
            return Came::Said(std::iter::once(gone).chain(self.tell_place(desk)).collect());
        }
        if rest.is_empty() {
            return Came::Said(self.tell_marked(desk));
        }
        self.command(desk, rest, Kind::Command)
    }

    /// Marks the row that was heard at a place; false if it is not there any more.
    pub(super) fn choose(&mut self, desk: &mut Desk, place: usize) -> bool {
        let Some(heard) = self.heard.get(place).cloned() else { return false };
        let page = lines::page(&desk.scene());
        let now = rows(&page);
        let same = |at: &usize| now.get(*at) == Some(&heard);
        let Some(to) = Some(place).filter(same).or_else(|| now.iter().position(|row| *row == heard)) else {
            return false;
        };
        let Some(from) = page.marked() else { return false };
        let way = if to > from { Key::Down } else { Key::Up };
        (0..to.abs_diff(from)).for_each(|_| desk.key(way));
        lines::page(&desk.scene()).marked() == Some(to)
    }
}

/// That a digit which is a pane's key elsewhere is a row's number here, and what the pane is called.
fn pane_of_digit(desk: &Desk, number: &str) -> Option<String> {
    let is_it = |row: &&'static Binding| PANES.iter().any(|(.., go)| *go == row.act) && row.keys.contains(&number);
    let pane = bindings(desk.scopes()).find(is_it).and_then(|binding| called_short(desk, binding))?;
    Some(desk.cx.locale.tell("lines-pane-by-word", &[("pane", arg(pane))]))
}

/// The key of a name, where it means something here. Digits are rows, but where they answer.
fn key(desk: &Desk, name: &str, kind: Kind) -> Option<Key> {
    let key = named(name)?;
    let answers = match desk.layers.last() {
        Some(Layer::Question(question)) => question.choices.iter().any(|choice| Key::Char(choice.key) == key),
        Some(Layer::Measuring(layer)) => layer.writing.is_none() && matches!(key, Key::Char('0'..='9')),
        _ => false,
    };
    let is_row = kind == Kind::Command && matches!(key, Key::Char('0'..='9'));
    let is_bound = look_up(desk.scopes(), &[key]) != Match::Nothing;
    (answers || is_bound && !is_row).then_some(key)
}

/// A key's name, however its letters are written, but for a key that is one letter.
fn named(name: &str) -> Option<Key> {
    let is_key = |key: &Key| matches!(key, Key::Char(' ')) || !matches!(key, Key::Char(_));
    Key::named(name).filter(|key| is_key(key) || name.chars().count() == 1).or_else(|| {
        let part = |part: &str| {
            let mut letters = part.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
        };
        let parts: Option<Vec<String>> = name.split('-').map(part).collect();
        Key::named(&parts?.join("-")).filter(is_key)
    })
}

/// The actions of a place that can be asked for by a word; moves are not.
pub fn offered(desk: &Desk) -> Vec<&'static Binding> {
    const MOVES: &[Action] =
        &[Action::Down, Action::Up, Action::PageDown, Action::PageUp, Action::First, Action::Last, Action::Help];
    let (scopes, scene) = (desk.scopes(), desk.scene());
    let mut found: Vec<&'static Binding> = Vec::new();
    for binding in bindings(scopes) {
        let is_had = binding.keys.iter().any(|keys| works(scopes, binding.act, keys));
        let is_known = MOVES.contains(&binding.act) || found.iter().any(|known| known.act == binding.act);
        if is_had && !is_known && !scene.is_beyond_role(binding.act) {
            found.push(binding);
        }
    }
    found
}

/// What an action is called here: the pane, or its word on the bottom line; none where it has only a sentence.
pub fn called_short(desk: &Desk, binding: &Binding) -> Option<String> {
    let locale = &desk.cx.locale;
    if let Some((.., name, _)) = PANES.iter().find(|(.., go)| *go == binding.act) {
        return Some(fold_case(&locale.say(&format!("pane-{name}"))));
    }
    let key = format!("bar-{}", binding.act.name());
    locale.knows(&key).then(|| locale.say(&key)).filter(|word| !word.is_empty())
}

fn fold_case(word: &str) -> String {
    word.to_lowercase()
}

/// What an action does, in a sentence.
pub fn sentence(desk: &Desk, binding: &Binding) -> String {
    desk.cx.locale.say(&format!("do-{}", binding.act.name()))
}

fn called(desk: &Desk, binding: &Binding) -> String {
    called_short(desk, binding).unwrap_or_else(|| sentence(desk, binding))
}

/// The action that a word means here.
fn meant(desk: &Desk, word: &str) -> Meant {
    let offered = offered(desk);
    let exactly = |binding: &&&'static Binding| {
        let short = called_short(desk, binding);
        short.is_some_and(|short| fold(&short) == fold(word)) || fold(&sentence(desk, binding)) == fold(word)
    };
    if let Some(binding) = offered.iter().find(exactly) {
        return Meant::One(binding);
    }
    if word.chars().count() < FEWEST {
        return Meant::Nothing;
    }
    let by_word = |binding: &&'static Binding| called_short(desk, binding).is_some_and(|short| begins(&short, word));
    let by_sentence = |binding: &&'static Binding| begins(&sentence(desk, binding), word);
    let found: Vec<&'static Binding> = offered.iter().copied().filter(by_word).collect();
    let found = if found.is_empty() { offered.into_iter().filter(by_sentence).collect() } else { found };
    match found.as_slice() {
        [] => Meant::Nothing,
        [one] => Meant::One(one),
        _ => Meant::Several(found),
    }
}

/// Presses the keys of an action.
pub fn press(desk: &mut Desk, binding: &Binding) {
    let scopes: &[Scope] = desk.scopes();
    let keys = binding.keys.iter().find(|keys| works(scopes, binding.act, keys)).copied().unwrap_or_default();
    keys.split(' ').filter_map(Key::named).for_each(|key| desk.key(key));
}
