//! The one table of actions: what can be done where, with which keys. Keymap, bottom line, help and palette are drawn
//! from it; their words are `do-<name>` and `bar-<name>` of the locale files.

use super::key::Key;

/// Where keys mean something. A place listens to several scopes, nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Scope {
    Everywhere,
    List,
    Families,
    Page,
    Sessions,
    Visits,
    Visit,
    Card,
    Pick,
    Form,
    Filter,
    Quick,
    Jump,
    Palette,
    Help,
    Reading,
    Confirm,
    Conflict,
    Unlock,
}

macro_rules! acts {
    ($( $variant:ident = $name:literal ),+ $(,)?) => {
        /// Something a key does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Do { $($variant),+ }

        impl Do {
            /// Every act.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The act's name in the locale files, after `do-` and `bar-`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

acts! {
    Help = "help", Jump = "jump", Palette = "palette", Quick = "quick", Undo = "undo", Redo = "redo", Lock = "lock",
    Quit = "quit", GoFamilies = "go-families", GoSessions = "go-sessions", GoVisits = "go-visits", Resume = "resume",
    Down = "down", Up = "up", PageDown = "page-down", PageUp = "page-up", First = "first", Last = "last",
    Back = "back", NextPart = "next-part", PreviousPart = "previous-part", Open = "open", New = "new",
    Filter = "filter", Mine = "mine", Clear = "clear",
    Edit = "edit", NewPerson = "new-person", NewPlacement = "new-placement", Remove = "remove", Held = "held",
    NewSession = "new-session", OnlyFamily = "only-family",
    VisitHeld = "visit-held", Cancel = "cancel", WeCancel = "we-cancel", NobodyCame = "nobody-came",
    MoveVisit = "move-visit", Assign = "assign", LeaveOut = "leave-out", Restore = "restore", Prepare = "prepare",
    Account = "account", EditSeries = "edit-series", Restrict = "restrict", Ladder = "ladder", Wish = "wish",
    Absence = "absence", ShowMonth = "show-month", NextChild = "next-child", NextVisit = "next-visit",
    PreviousVisit = "previous-visit", NextDay = "next-day", PreviousDay = "previous-day", Wordless = "wordless",
    Save = "save", NextField = "next-field", PreviousField = "previous-field", Leave = "leave", Discard = "discard",
    SaveLine = "save-line", Complete = "complete", Earlier = "earlier", Later = "later", LeaveLine = "leave-line",
    Choose = "choose", Close = "close",
    Yes = "yes", No = "no",
    Mix = "mix", SaveMix = "save-mix",
    Unlock = "unlock",
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// What it does.
    pub act: Do,
    /// Where.
    pub scope: Scope,
    /// The keys, any of them; a blank stands between the keys of a sequence.
    pub keys: &'static [&'static str],
    /// Its place on the bottom line.
    pub bar: Bar,
}

/// Whether the bottom line shows an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// Yes, in the order of the table.
    Shown,
    /// Yes, after those of the nearer scopes, at the right end.
    Aside,
    /// Only help and palette do.
    Hidden,
}

const fn row(scope: Scope, act: Do, keys: &'static [&'static str], bar: Bar) -> Binding {
    Binding { act, scope, keys, bar }
}

use Bar::{Aside, Hidden, Shown};
use Scope::{
    Card, Confirm, Conflict, Everywhere, Families, Filter, Form, Help, Jump, List, Page, Palette, Pick, Quick, Reading,
    Sessions, Unlock, Visit, Visits,
};

/// The table.
pub const BINDINGS: &[Binding] = &[
    row(Families, Do::Open, &["Enter"], Shown),
    row(Families, Do::New, &["n"], Shown),
    row(Families, Do::Filter, &["f"], Shown),
    row(Families, Do::Mine, &["m"], Shown),
    row(Page, Do::Edit, &["Enter", "e"], Shown),
    row(Page, Do::NewSession, &["n"], Shown),
    row(Page, Do::NewPerson, &["p"], Shown),
    row(Page, Do::NewPlacement, &["v"], Shown),
    row(Page, Do::Remove, &["x", "Delete"], Hidden),
    row(Sessions, Do::Open, &["Enter"], Shown),
    row(Sessions, Do::Edit, &["e"], Hidden),
    row(Sessions, Do::New, &["n"], Shown),
    row(Sessions, Do::Held, &["Space"], Shown),
    row(Sessions, Do::Filter, &["f"], Shown),
    row(Sessions, Do::OnlyFamily, &["m"], Shown),
    row(Sessions, Do::Remove, &["x", "Delete"], Hidden),
    row(Visit, Do::VisitHeld, &["g"], Shown),
    row(Visit, Do::Cancel, &["i"], Shown),
    row(Visit, Do::MoveVisit, &["m"], Shown),
    row(Visit, Do::Assign, &["a"], Shown),
    row(Visit, Do::Account, &["s"], Shown),
    row(Visit, Do::New, &["n"], Shown),
    row(Visits, Do::ShowMonth, &["c"], Shown),
    row(Visit, Do::Ladder, &["t"], Shown),
    row(Visit, Do::Restrict, &["b"], Shown),
    row(Visit, Do::WeCancel, &["o"], Shown),
    row(Visit, Do::NobodyCame, &["-"], Shown),
    row(Visit, Do::Prepare, &["p"], Shown),
    row(Visits, Do::Open, &["Enter"], Shown),
    row(Visit, Do::Edit, &["e"], Hidden),
    row(Visit, Do::EditSeries, &["E"], Hidden),
    row(Visit, Do::LeaveOut, &["x", "Delete"], Hidden),
    row(Visit, Do::Restore, &["r"], Hidden),
    row(Visit, Do::Held, &["Space"], Hidden),
    row(Visit, Do::Wish, &["w"], Hidden),
    row(Visit, Do::Absence, &["f"], Hidden),
    row(Visits, Do::NextChild, &["v"], Hidden),
    row(Visits, Do::NextVisit, &["Tab"], Hidden),
    row(Visits, Do::PreviousVisit, &["Shift-Tab"], Hidden),
    row(Visits, Do::NextDay, &["l", "Right"], Hidden),
    row(Visits, Do::PreviousDay, &["h", "Left"], Hidden),
    row(Visits, Do::Wordless, &["B"], Hidden),
    row(Card, Do::Account, &["Enter"], Shown),
    row(Card, Do::Down, &["Down", "j"], Hidden),
    row(Card, Do::Up, &["Up", "k"], Hidden),
    row(Card, Do::Close, &["Esc", "q"], Shown),
    row(Card, Do::Lock, &["Ctrl-L"], Hidden),
    row(Card, Do::Help, &["?", "F1"], Aside),
    row(Pick, Do::Choose, &["Enter"], Shown),
    row(Pick, Do::Down, &["Down", "Tab"], Hidden),
    row(Pick, Do::Up, &["Up", "Shift-Tab"], Hidden),
    row(Pick, Do::Close, &["Esc"], Shown),
    row(Pick, Do::Lock, &["Ctrl-L"], Hidden),
    row(List, Do::Down, &["j", "Down"], Hidden),
    row(List, Do::Up, &["k", "Up"], Hidden),
    row(List, Do::PageDown, &["PgDn", "Ctrl-F"], Hidden),
    row(List, Do::PageUp, &["PgUp", "Ctrl-B"], Hidden),
    row(List, Do::First, &["Home", "g g"], Hidden),
    row(List, Do::Last, &["End", "G"], Hidden),
    row(List, Do::NextPart, &["Tab", "l", "Right"], Hidden),
    row(List, Do::PreviousPart, &["Shift-Tab", "h", "Left"], Hidden),
    row(List, Do::Back, &["Esc"], Hidden),
    row(List, Do::Clear, &["Backspace"], Hidden),
    row(Everywhere, Do::Quick, &["+"], Shown),
    row(Everywhere, Do::Jump, &["/"], Shown),
    row(Everywhere, Do::GoFamilies, &["2", "F2"], Hidden),
    row(Everywhere, Do::GoSessions, &["3", "F3"], Hidden),
    row(Everywhere, Do::GoVisits, &["5", "F5"], Hidden),
    row(Everywhere, Do::Undo, &["u"], Shown),
    row(Everywhere, Do::Redo, &["Ctrl-R"], Hidden),
    row(Everywhere, Do::Resume, &["d"], Hidden),
    row(Everywhere, Do::Palette, &[":"], Hidden),
    row(Everywhere, Do::Lock, &["Ctrl-L"], Hidden),
    row(Everywhere, Do::Quit, &["q"], Hidden),
    row(Everywhere, Do::Help, &["?", "F1"], Aside),
    row(Form, Do::Save, &["Ctrl-S"], Shown),
    row(Form, Do::NextField, &["Tab"], Shown),
    row(Form, Do::PreviousField, &["Shift-Tab"], Hidden),
    row(Form, Do::Leave, &["Esc"], Shown),
    row(Form, Do::Discard, &["Ctrl-D"], Shown),
    row(Form, Do::Lock, &["Ctrl-L"], Hidden),
    row(Form, Do::Help, &["F1"], Aside),
    row(Filter, Do::Save, &["Ctrl-S"], Shown),
    row(Filter, Do::NextField, &["Tab"], Shown),
    row(Filter, Do::PreviousField, &["Shift-Tab"], Hidden),
    row(Filter, Do::Close, &["Esc"], Shown),
    row(Filter, Do::Lock, &["Ctrl-L"], Hidden),
    row(Filter, Do::Help, &["F1"], Aside),
    row(Quick, Do::SaveLine, &["Enter", "Ctrl-S"], Shown),
    row(Quick, Do::Complete, &["Tab"], Shown),
    row(Quick, Do::Earlier, &["Up"], Shown),
    row(Quick, Do::Later, &["Down"], Hidden),
    row(Quick, Do::LeaveLine, &["Esc"], Shown),
    row(Quick, Do::Discard, &["Ctrl-D"], Shown),
    row(Quick, Do::Lock, &["Ctrl-L"], Hidden),
    row(Quick, Do::Help, &["F1"], Aside),
    row(Jump, Do::Choose, &["Enter"], Shown),
    row(Jump, Do::Down, &["Down", "Tab"], Hidden),
    row(Jump, Do::Up, &["Up", "Shift-Tab"], Hidden),
    row(Jump, Do::PageDown, &["PgDn"], Hidden),
    row(Jump, Do::PageUp, &["PgUp"], Hidden),
    row(Jump, Do::Close, &["Esc"], Shown),
    row(Jump, Do::Lock, &["Ctrl-L"], Hidden),
    row(Palette, Do::Choose, &["Enter"], Shown),
    row(Palette, Do::Down, &["Down", "Tab"], Hidden),
    row(Palette, Do::Up, &["Up", "Shift-Tab"], Hidden),
    row(Palette, Do::PageDown, &["PgDn"], Hidden),
    row(Palette, Do::PageUp, &["PgUp"], Hidden),
    row(Palette, Do::Close, &["Esc"], Shown),
    row(Palette, Do::Lock, &["Ctrl-L"], Hidden),
    row(Help, Do::PageDown, &["PgDn", "Space", "Down", "j"], Shown),
    row(Help, Do::PageUp, &["PgUp", "Up", "k"], Hidden),
    row(Help, Do::Close, &["Esc", "?", "F1", "q", "Enter"], Shown),
    row(Help, Do::Lock, &["Ctrl-L"], Hidden),
    row(Reading, Do::Edit, &["Enter", "e"], Shown),
    row(Reading, Do::Down, &["Down", "j"], Shown),
    row(Reading, Do::Up, &["Up", "k"], Shown),
    row(Reading, Do::PageDown, &["PgDn"], Hidden),
    row(Reading, Do::PageUp, &["PgUp"], Hidden),
    row(Reading, Do::Close, &["Esc", "q"], Shown),
    row(Reading, Do::Lock, &["Ctrl-L"], Hidden),
    row(Confirm, Do::Yes, &["y", "J"], Shown),
    row(Confirm, Do::No, &["n", "Esc", "Enter"], Shown),
    row(Confirm, Do::Lock, &["Ctrl-L"], Hidden),
    row(Conflict, Do::Mix, &["Space"], Shown),
    row(Conflict, Do::SaveMix, &["Enter", "Ctrl-S"], Shown),
    row(Conflict, Do::Down, &["j", "Down", "Tab"], Hidden),
    row(Conflict, Do::Up, &["k", "Up", "Shift-Tab"], Hidden),
    row(Conflict, Do::Close, &["Esc"], Shown),
    row(Conflict, Do::Lock, &["Ctrl-L"], Hidden),
    row(Unlock, Do::Unlock, &["Enter"], Shown),
    row(Unlock, Do::NextField, &["Tab", "Shift-Tab", "Down", "Up"], Shown),
    row(Unlock, Do::Clear, &["Esc"], Hidden),
    row(Unlock, Do::Quit, &["Ctrl-C", "Ctrl-D"], Shown),
];

/// What keys pressed so far amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// An action.
    Act(Do),
    /// The beginning of a sequence.
    Begun,
    /// Nothing.
    Nothing,
}

/// Looks keys up in scopes, nearest first. A whole sequence anywhere beats the beginning of a longer one.
pub fn look_up(scopes: &[Scope], pressed: &[Key]) -> Match {
    let mut begun = false;
    for scope in scopes {
        for binding in BINDINGS.iter().filter(|binding| binding.scope == *scope) {
            for sequence in binding.keys {
                let mut keys = sequence.split(' ').filter_map(Key::named);
                if !pressed.iter().all(|key| keys.next() == Some(*key)) {
                    continue;
                }
                if keys.next().is_none() {
                    return Match::Act(binding.act);
                }
                begun = true;
            }
        }
    }
    if begun { Match::Begun } else { Match::Nothing }
}

/// The rows of scopes, nearest first, as help and bottom line show them.
pub fn rows(scopes: &[Scope]) -> impl Iterator<Item = &'static Binding> {
    scopes.iter().flat_map(|scope| BINDINGS.iter().filter(move |binding| binding.scope == *scope))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::locale::{Language, Locale};

    #[test]
    fn every_action_is_bound_and_every_key_has_a_name() {
        for act in Do::ALL {
            assert!(BINDINGS.iter().any(|binding| binding.act == *act), "{} has no key", act.name());
        }
        for binding in BINDINGS {
            for key in binding.keys.iter().flat_map(|keys| keys.split(' ')) {
                assert!(Key::named(key).is_some(), "{key} is no key");
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_a_scope() {
        let mut seen = HashSet::new();
        for binding in BINDINGS {
            for key in binding.keys {
                assert!(seen.insert((binding.scope, *key)), "{key} twice in {:?}", binding.scope);
            }
        }
    }

    #[test]
    fn every_action_is_told_in_both_languages() {
        for language in [Language::Swedish, Language::English] {
            let locale = Locale::new(language);
            for act in Do::ALL {
                assert!(locale.knows(&format!("do-{}", act.name())), "{language:?}: do-{}", act.name());
            }
            for binding in BINDINGS.iter().filter(|binding| binding.bar != Bar::Hidden) {
                let name = binding.act.name();
                assert!(locale.knows(&format!("bar-{name}")), "{language:?}: bar-{name}");
            }
        }
    }

    #[test]
    fn sequences_begin_and_end() {
        let scopes = [Scope::Families, Scope::List, Scope::Everywhere];
        assert_eq!(look_up(&scopes, &[Key::Char('g')]), Match::Begun);
        assert_eq!(look_up(&scopes, &[Key::Char('g'), Key::Char('g')]), Match::Act(Do::First));
        assert_eq!(look_up(&scopes, &[Key::Char('G')]), Match::Act(Do::Last));
        assert_eq!(look_up(&scopes, &[Key::Char('Z')]), Match::Nothing);
    }
}
