//! The one table of actions: what can be done where, with which keys. Keymap, bottom line, help and palette are drawn
//! from it; their words are `do-<name>` and `bar-<name>` of the locale files.

mod key;
mod table;

pub use key::Key;

pub use table::BINDINGS;

/// Where keys mean something. A place listens to several scopes, nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Scope {
    Everywhere,
    List,
    /// Every layer that is read.
    Over,
    /// Every layer where letters are typed or answer.
    Typing,
    Week,
    Families,
    Page,
    Sessions,
    Visits,
    Visit,
    Card,
    Question,
    Network,
    Plan,
    Reports,
    Figures,
    Behind,
    Unfilled,
    Entry,
    Circle,
    Tree,
    Folder,
    Paper,
    Checklists,
    Checklist,
    Tying,
    Groups,
    Group,
    RollLine,
    Asking,
    RunSetup,
    Run,
    RunLine,
    RunAsk,
    RunRecord,
    Form,
    Filter,
    Quick,
    Jump,
    Palette,
    Ways,
    Help,
    Reading,
    HandOver,
    Confirm,
    Conflict,
    Measuring,
    Writing,
    Measured,
    Trends,
    ChildWords,
    NewPassphrase,
    Unlock,
    /// What leads through the program, wherever one is in it.
    Tour,
}

macro_rules! acts {
    ($( $variant:ident = $name:literal ),+ $(,)?) => {
        /// Something a key does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Action { $($variant),+ }

        impl Action {
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
    Help = "help", Jump = "jump", Palette = "palette", Ways = "ways", BeginWay = "begin-way",
    Quick = "quick", Undo = "undo", Redo = "redo", Lock = "lock",
    HideNames = "veil",
    Quit = "quit", GoWeek = "go-week", GoFamilies = "go-families", GoSessions = "go-sessions", GoVisits = "go-visits",
    GoNetwork = "go-network", GoPlan = "go-plan", GoReports = "go-reports", Resume = "resume",
        BreakGlass = "break-glass",
    Down = "down", Up = "up", PageDown = "page-down", PageUp = "page-up", First = "first", Last = "last",
    Back = "back", NextPart = "next-part", PreviousPart = "previous-part", Open = "open", New = "new",
    Filter = "filter", Mine = "mine", Clear = "clear",
    Edit = "edit", NewPerson = "new-person", NewPlacement = "new-placement",
    NewCare = "new-care", NewStatus = "new-status", Remove = "remove", Held = "held",
    OpenTree = "open-tree", HandOver = "hand-over", Dossier = "dossier", OtherSide = "other-side",
    MainRecord = "main-record", WhoLooked = "who-looked", MarkConflict = "mark-conflict",
    NewKin = "new-kin", EditKin = "edit-kin",
    RemoveKin = "remove-kin",
    Folder = "folder", Checklists = "checklists", Check = "check", NotRelevant = "not-relevant",
    ComparePaper = "compare-paper", EarlierPaper = "earlier-paper", LaterPaper = "later-paper",
    NewSession = "new-session", NewTask = "new-task", OnlyFamily = "only-family",
    VisitHeld = "visit-held", Cancel = "cancel", WeCancel = "we-cancel", NobodyCame = "nobody-came",
    MoveVisit = "move-visit", Assign = "assign", LeaveOut = "leave-out", Restore = "restore", Prepare = "prepare",
    Account = "account", EditSeries = "edit-series", Restrict = "restrict", Ladder = "ladder", Wish = "wish",
    Absence = "absence", ShowMonth = "show-month", NextChild = "next-child", NextVisit = "next-visit",
    PreviousVisit = "previous-visit", NextDay = "next-day", PreviousDay = "previous-day", Wordless = "wordless",
    QuickVisit = "quick-visit",
    NextSide = "next-side", PreviousSide = "previous-side", NextEgo = "next-ego", MapFacts = "map-facts",
        ToPlan = "to-plan",
    ToCircle = "to-circle", ToLine = "to-line", Nearer = "nearer", Farther = "farther", SectorOn = "sector-on",
    SectorBack = "sector-back", ChooseLeft = "choose-left", ChooseRight = "choose-right", ChooseUp = "choose-up",
    ChooseDown = "choose-down", NextPerson = "next-person", PreviousPerson = "previous-person", TieTo = "tie-to",
    AskTies = "ask-ties", TakeOff = "take-off", Strong = "strong", Ordinary = "ordinary", Weak = "weak",
    Strained = "strained", Broken = "broken", GivesSupport = "gives-support", HasSupport = "has-support",
    BothSupport = "both-support", Practical = "practical", Emotional = "emotional", Joy = "joy", Advice = "advice",
    Daily = "daily", Weekly = "weekly", Monthly = "monthly", Seldom = "seldom", Professional = "professional",
    Save = "save", NextField = "next-field", PreviousField = "previous-field", Leave = "leave", Discard = "discard",
    SaveLine = "save-line", Complete = "complete", Earlier = "earlier", Later = "later", LeaveLine = "leave-line",
    Choose = "choose", Close = "close",
    Yes = "yes", No = "no",
    CheckIn = "check-in", NewCheckIn = "new-check-in", BeginRun = "begin-run", WhoseRun = "whose-run",
    Faster = "faster", Slower = "slower", Green = "green", Yellow = "yellow", Red = "red", AsBefore = "as-before",
    SaveNext = "save-next", SkipFamily = "skip-family", PreviousFamily = "previous-family", AddFamily = "add-family",
    Present = "present", FollowRun = "follow-run", EndRun = "end-run", ToKeys = "to-keys",
    Mix = "mix", SaveMix = "save-mix",
    NewGoal = "new-goal", NewAction = "new-action", NewPhase = "new-phase", CrisisSupport = "crisis-support",
        Revisions = "revisions", PlanContents = "plan-contents", HowFar = "how-far",
    DoIt = "do-it", Tick = "tick", Tried = "tried", Exempt = "exempt", DealWith = "deal-with", Explain = "explain",
    TellTo = "tell-to", ToFamily = "to-family",
    Note = "note",
    Behind = "behind", Period = "period", OfWhom = "of-whom", BreakDown = "break-down", Chart = "chart",
        ToFile = "to-file", Internal = "internal", Define = "define",
    Measure = "measure", Trends = "trends", Words = "words",
    AnswerIt = "answer-it", AnswerUnknown = "answer-unknown", AnswerUnwilling = "answer-unwilling",
    AnswerElsewhere = "answer-elsewhere", NextQuestion = "next-question", PreviousQuestion = "previous-question",
    OtherRater = "other-rater", NextWay = "next-way", NextInstrument = "next-instrument",
    MakeOfIt = "make-of-it", TalkedAbout = "talked-about",
    GoGroups = "go-groups", NextList = "next-list", PreviousList = "previous-list", Attends = "attends",
    StaysAway = "stays-away", RollLine = "roll-line", NewMeeting = "new-meeting", AddAttender = "add-attender",
    EditGroup = "edit-group", NextColumn = "next-column", PreviousColumn = "previous-column",
    LaterMeeting = "later-meeting", EarlierMeeting = "earlier-meeting", NewReferral = "new-referral",
    ChangePassphrase = "change-passphrase",
    Unlock = "unlock",
    Tour = "tour", SkipStep = "skip-step",
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// What it does.
    pub act: Action,
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

/// What keys pressed so far amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// An action.
    Act(Action),
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
        for act in Action::ALL {
            assert!(BINDINGS.iter().any(|binding| binding.act == *act), "{} has no key", act.name());
        }
        for binding in BINDINGS.iter() {
            for key in binding.keys.iter().flat_map(|keys| keys.split(' ')) {
                assert!(Key::named(key).is_some(), "{key} is no key");
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_a_scope() {
        let mut seen = HashSet::new();
        for binding in BINDINGS.iter() {
            for key in binding.keys {
                assert!(seen.insert((binding.scope, *key)), "{key} twice in {:?}", binding.scope);
            }
        }
    }

    #[test]
    fn every_action_is_told_in_both_languages() {
        for language in [Language::Swedish, Language::English] {
            let locale = Locale::new(language);
            for act in Action::ALL {
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
        assert_eq!(look_up(&scopes, &[Key::Char('g'), Key::Char('g')]), Match::Act(Action::First));
        assert_eq!(look_up(&scopes, &[Key::Char('G')]), Match::Act(Action::Last));
        assert_eq!(look_up(&scopes, &[Key::Char('Z')]), Match::Nothing);
    }
}
