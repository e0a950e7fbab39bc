//! The desk: everything that is on the screen, and the way a key takes through it.

use std::rc::Rc;

use super::actions::{Action, Match, Scope, look_up};
use super::families::Families;
use super::handover::SheetKind;
use super::key::Key;
use super::modal::Modal;
use super::network::Network;
use super::notice::Notice;
use super::page::OpenFamily;
use super::panes::{Pane, Part, scopes};
use super::redactor::Redactor;
use super::route::Landmark;
use super::sessions::Sessions;
use super::visits::Visits;
use super::week::Week;
use super::window::Move;
use super::world::{Flow, World};
use super::{help, palette};
use crate::domain::deadlines::Rules;
use crate::domain::directory::FamilyName;
use crate::domain::problem::{Kind, Problem};
use crate::locale::Locale;
use crate::store::{NewsCursor, Step, Store};

/// The state of the interface.
pub struct App {
    pub(super) store: Store,
    /// The language.
    pub locale: Rc<Locale>,
    /// The world as told.
    pub world: World,
    /// The pane on the screen.
    pub pane: Pane,
    /// The part of it that keys go to.
    pub part: Part,
    /// The families pane.
    pub families: Families,
    /// The sessions pane.
    pub sessions: Sessions,
    /// The visits pane.
    pub visits: Visits,
    /// The week pane.
    pub week: Week,
    /// The network pane.
    pub network: Network,
    /// The family that is open; it is the chosen one in every pane.
    pub open: Option<OpenFamily>,
    /// What lies over the pane, the topmost last.
    pub modals: Vec<Modal>,
    /// What just happened.
    pub notice: Option<Notice>,
    /// Drafts that wait to be finished.
    pub drafts: usize,
    pub(super) pressed: Vec<Key>,
    pub(super) lines: Vec<String>,
    pub(super) flow: Flow,
    pub(super) told: NewsCursor,
    pub(super) redactor: Option<Redactor>,
    /// The record that was just added, until it is marked.
    pub(super) added: Option<Landmark>,
    /// The home that was opened with the last key.
    pub(super) opened: super::opened::Opened,
}

impl App {
    /// The desk as it looks when the casebook has just been unlocked.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn new(store: Store, locale: Rc<Locale>, world: World) -> Result<Self, Problem> {
        let told = store.up_to_date()?;
        store.count_as_today(world.today);
        let mut app = Self {
            store,
            locale,
            world,
            pane: Pane::Week,
            part: Part::List,
            families: Families::default(),
            sessions: Sessions::default(),
            visits: Visits::default(),
            network: Network::default(),
            week: Week::default(),
            open: None,
            modals: Vec::new(),
            notice: None,
            drafts: 0,
            pressed: Vec::new(),
            lines: Vec::new(),
            flow: Flow::Stay,
            told,
            redactor: None,
            added: None,
            opened: super::opened::Opened::default(),
        };
        app.families.load(&app.store, world)?;
        app.begin_week()?;
        app.tell_of_drafts()?;
        app.tell_of_unit_faults();
        Ok(app)
    }

    /// Works out what the first frame need not wait for; true when there is something more to show.
    pub fn settle_in(&mut self) -> bool {
        let done = self.count_gaps();
        self.settle(done);
        self.visits.gaps > 0
    }

    /// The rules for duties.
    pub fn rules(&self) -> &Rules {
        self.store.rules()
    }

    /// As whom the casebook is open.
    pub fn user(&self) -> &str {
        &self.store.actor().name
    }

    /// What undo would take back now, if anything.
    pub fn undoable(&self) -> Option<Step> {
        self.store.undoable().ok().flatten()
    }

    /// The family that quick lines and new sessions are about unless they say otherwise.
    pub fn chosen(&self) -> Option<FamilyName> {
        self.open.as_ref().map(OpenFamily::name)
    }

    /// What the event loop is to do.
    pub fn flow(&self) -> Flow {
        self.flow
    }

    /// The store, handed back when the desk is cleared.
    pub fn into_store(self) -> Store {
        self.leave_week();
        self.store
    }

    /// The scopes that keys are looked up in now.
    pub fn scopes(&self) -> &'static [Scope] {
        self.modals.last().map_or_else(|| scopes(self.pane, self.part), Modal::scopes)
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) {
        self.close_what_was_opened();
        self.telling_of_readings(|app| app.take(key));
        self.know_candidates();
        self.renew_redactor();
    }

    fn take(&mut self, key: Key) {
        self.pressed.push(key);
        let found = look_up(self.scopes(), &self.pressed);
        match found {
            Match::Begun => {}
            Match::Act(act) => {
                self.pressed.clear();
                self.act(act);
            }
            Match::Nothing if self.pressed.len() > 1 => {
                // What was begun is no sequence: the last key begins anew.
                self.pressed.clear();
                self.take(key);
            }
            Match::Nothing => {
                self.pressed.clear();
                self.type_key(key);
            }
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        if self.has_no_room(text.chars().count()) {
            return;
        }
        match self.modals.last_mut() {
            Some(Modal::Quick(quick)) => quick.paste(text),
            Some(Modal::Form(form)) => form.paste(text),
            Some(Modal::Jump(jump)) => jump.line.paste(text),
            Some(Modal::Palette(palette)) => palette.line.paste(text),
            Some(Modal::Drawing(drawing)) => drawing.line.paste(text),
            Some(Modal::Run(run)) => run.paste(text),
            _ => return,
        }
        self.typed();
        self.know_candidates();
        self.renew_redactor();
    }

    /// Does an action, whether a key or the palette asked for it.
    pub fn act(&mut self, act: Action) {
        if let Some(reason) = self.why_not(act) {
            self.notice = Some(Notice::Trouble(self.locale.say(reason)));
            return;
        }
        if !matches!(
            act,
            Action::Down
                | Action::Up
                | Action::PageDown
                | Action::PageUp
                | Action::First
                | Action::Last
                | Action::HideNames
        ) {
            self.notice = None;
        }
        let done = match act {
            Action::HideNames => self.turn_redactor(),
            _ if self.modals.is_empty() => self.act_on_pane(act),
            _ => self.act_on_modal(act),
        };
        self.settle(done);
    }

    /// Shows a problem, or nothing.
    pub(super) fn settle(&mut self, done: Result<(), Problem>) {
        if let Err(problem) = done {
            let hint = self.locale.hint(&problem).unwrap_or_default();
            let sentence = format!("{} {hint}", self.locale.problem(&problem));
            self.notice = Some(Notice::Trouble(sentence.trim_end().to_owned()));
        }
    }

    /// Reads again what is on the screen.
    pub(super) fn reload(&mut self) {
        let done = self.reread();
        self.settle(done);
    }

    pub(super) fn reread(&mut self) -> Result<(), Problem> {
        self.families.load(&self.store, self.world)?;
        let open = self.open.as_mut().map(|open| open.load(&self.store, self.world.today));
        match open.transpose() {
            // Gone, by a colleague or by undo: there is no page to show any more.
            Err(problem) if matches!(problem.kind, Kind::NotFound | Kind::Refused) => self.close_family(),
            read => _ = read?,
        }
        match self.pane {
            Pane::Week => self.freshen_week()?,
            Pane::Families => {}
            Pane::Sessions => self.sessions.load(&self.store, self.world)?,
            Pane::Network => self.load_network()?,
            Pane::Visits => {
                self.load_visits()?;
                self.count_gaps()?;
            }
        }
        self.reread_trees();
        self.mark_added()?;
        self.read_run_again()
    }

    fn act_on_pane(&mut self, act: Action) -> Result<(), Problem> {
        if self.pane == Pane::Visits && super::visits::takes(act) {
            return self.act_in_visits(act);
        }
        if self.pane == Pane::Week && super::week::takes(act) {
            return self.act_in_week(act);
        }
        if self.pane == Pane::Network && super::network::takes(act) {
            return self.act_in_network(act);
        }
        match act {
            Action::Help => self.modals.push(Modal::Help(help::Help::new(self.scopes()))),
            Action::Jump => self.open_jump(),
            Action::Palette => self.modals.push(Modal::Palette(palette::Palette::new(self.scopes(), &self.locale))),
            Action::Quick => self.open_quick()?,
            Action::Undo => self.undo()?,
            Action::Redo => self.redo()?,
            Action::Lock => self.flow = Flow::Lock,
            Action::Quit => self.flow = Flow::Quit,
            Action::Resume => self.resume_draft()?,
            Action::GoWeek => self.go_to(Pane::Week)?,
            Action::GoFamilies => self.go_to(Pane::Families)?,
            Action::GoSessions => self.go_to(Pane::Sessions)?,
            Action::GoNetwork => self.go_to(Pane::Network)?,
            Action::GoVisits => self.go_to(Pane::Visits)?,
            Action::Down => self.go(Move::Down)?,
            Action::Up => self.go(Move::Up)?,
            Action::PageDown => self.go(Move::PageDown)?,
            Action::PageUp => self.go(Move::PageUp)?,
            Action::First => self.go(Move::First)?,
            Action::Last => self.go(Move::Last)?,
            Action::Back => self.back()?,
            Action::NextPart | Action::PreviousPart => self.turn_part(),
            Action::Open => self.open_current()?,
            Action::New => self.new_record()?,
            Action::NewSession => self.new_session()?,
            Action::NewTask => self.new_task()?,
            Action::CheckIn => self.join_run()?,
            Action::NewCheckIn => self.set_up_run()?,
            Action::NewPerson => self.new_person()?,
            Action::NewPlacement => self.new_placement()?,
            Action::NewCare | Action::NewStatus => self.new_span(act)?,
            Action::OpenTree => self.open_tree()?,
            Action::HandOver => self.open_sheet(SheetKind::HandOver)?,
            Action::Dossier => self.open_sheet(SheetKind::Dossier)?,
            Action::NewKin => self.new_kin(self.sought())?,
            Action::Edit if self.pane == Pane::Sessions => self.edit_session()?,
            Action::Edit => self.edit_item()?,
            Action::Remove => self.ask_to_remove()?,
            Action::Held => self.toggle_held()?,
            Action::Cancel => self.cancel_marked_session()?,
            Action::Filter => self.open_filter(),
            Action::Mine => self.toggle_mine()?,
            Action::OnlyFamily => self.toggle_only_family()?,
            Action::Clear => self.clear_filter()?,
            _ => {}
        }
        Ok(())
    }

    fn act_on_modal(&mut self, act: Action) -> Result<(), Problem> {
        if act == Action::Lock {
            self.keep_drafts();
            self.flow = Flow::Lock;
            return Ok(());
        }
        if act == Action::Help {
            self.modals.push(Modal::Help(help::Help::new(self.scopes())));
            return Ok(());
        }
        match self.modals.pop() {
            Some(Modal::Help(help)) => self.act_on_help(help, act),
            Some(Modal::Jump(jump)) => self.act_on_jump(jump, act)?,
            Some(Modal::Palette(palette)) => self.act_on_palette(palette, act),
            Some(Modal::Quick(quick)) => self.act_on_quick(quick, act)?,
            Some(Modal::Form(form)) => self.act_on_form(form, act)?,
            Some(Modal::Reading(reading)) => self.act_on_reading(reading, act)?,
            Some(Modal::HandOver(open)) => self.act_on_handover(open, act),
            Some(Modal::Card(card)) => self.act_on_card(card, act)?,
            Some(Modal::Question(question)) => self.act_on_question(question, act)?,
            Some(Modal::Drawing(drawing)) => self.act_on_drawing(drawing, act)?,
            Some(Modal::Tree(tree)) => self.act_on_tree(tree, act)?,
            Some(Modal::Run(run)) => self.act_on_run(run, act)?,
            Some(Modal::Confirm(confirm)) => self.act_on_confirm(&confirm, act)?,
            Some(Modal::Conflict(conflict)) => self.act_on_conflict(conflict, act)?,
            None => {}
        }
        Ok(())
    }

    /// A key that is bound to nothing here is text where there is a text.
    fn type_key(&mut self, key: Key) {
        if key == Key::Enter && self.enter_in_form() || self.type_at_question(key) {
            return;
        }
        if self.has_no_room(usize::from(matches!(key, Key::Char(_)))) {
            return;
        }
        let changed = match self.modals.last_mut() {
            Some(Modal::Quick(quick)) => quick.line.key(key),
            Some(Modal::Form(form)) => form.key(key),
            Some(Modal::Jump(jump)) => jump.line.key(key),
            Some(Modal::Palette(palette)) => palette.line.key(key),
            Some(Modal::Drawing(drawing)) if drawing.focus == super::network::Focus::Line => drawing.line.key(key),
            Some(Modal::Run(run)) => run.key(key),
            _ => false,
        };
        if changed {
            self.typed();
        }
    }

    /// Text changed: what hangs on it is worked out again.
    fn typed(&mut self) {
        self.notice = None;
        let done = match self.modals.last_mut() {
            Some(Modal::Quick(_)) => self.read_quick(),
            Some(Modal::Jump(_)) => self.find_hits(),
            Some(Modal::Drawing(_)) => {
                self.read_entry();
                Ok(())
            }
            Some(Modal::Run(_)) => self.read_run_line(),
            Some(Modal::Palette(palette)) => {
                palette.narrow();
                Ok(())
            }
            Some(Modal::Form(form)) => {
                form.touched();
                Ok(())
            }
            _ => Ok(()),
        };
        self.settle(done);
    }
}
