//! The loop: wait for something, take all that is queued, draw once if anything may look different.
//!
//! To lock comes before everything: whoever asks for it, or leaves the keyboard alone for as long as the unit says,
//! sees nothing more of the casebook, whatever was going on.

use std::time::{Duration, Instant};

use super::idle::{Idle, Rest};
use super::waiting::Room;
use super::{Screen, keys};
use crate::app::{Desk, Flow, Notice, PAUSE, ReportFile, Stage};
use crate::cli::environment::passed;
use crate::cli::invocation::Invocation;
use crate::cli::report_file;
use crate::cli::terminal::{Event, Events, cover, guard};
use crate::domain::lock::{LockRules, OnStop};
use crate::ui;

/// Whoever types without a pause has the text kept this often all the same.
const LONGEST: Duration = Duration::from_secs(2);

/// Why the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The casebook is to be locked.
    Locked,
    /// The same, and then the program is to stop as it was asked to.
    LockedAndStopped,
    /// Whoever was there has left.
    Left,
    /// The program is to end.
    Over,
    /// The tour is to begin.
    Tour,
}

/// Whether the screen shows what there is to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    AsItIs,
    AsItWas,
}

/// Runs the desk until it is locked or left. Whatever ends it, all that is typed is to be kept then.
pub fn run(
    desk: &mut Desk,
    call: &Invocation,
    events: &Events,
    terminal: &mut Screen,
    rules: LockRules,
    room: &Room,
) -> End {
    let mut hand = keys::Hand::of(call.settings.letters);
    let mut typing = Typing::default();
    let mut idle = Idle::new(rules.minutes, passed());
    let mut shown = Shown::AsItWas;
    let mut pending: Option<Event> = None;
    loop {
        let counted = match idle.rest(passed()) {
            Rest::Over => return End::Locked,
            Rest::Awake(left) => {
                events.wake_in(left);
                None
            }
            Rest::Counting(seconds, left) => {
                events.wake_in(left);
                Some(seconds)
            }
        };
        let draw = |frame: &mut ratatui::Frame<'_>| {
            ui::draw(&desk.scene(), frame);
            if let Some(seconds) = counted {
                ui::draw_countdown(&call.locale, seconds, frame);
            }
        };
        if room.was_used() && terminal.clear().is_err() {
            return End::Over;
        }
        // A screen that cannot be written to is a line that dropped.
        if shown == Shown::AsItWas && terminal.draw(draw).is_err() {
            return End::Over;
        }
        shown = Shown::AsItWas;
        if !desk.has_unkept() {
            typing = Typing::default();
        }
        // Keys come first; what takes long is worked out some at a time while there are none.
        if desk.is_at_work() && !desk.is_typed_in() {
            match events.next(Some(Duration::ZERO)) {
                Some(event) => pending = Some(event),
                None => {
                    shown = if desk.work() { Shown::AsItWas } else { Shown::AsItIs };
                    continue;
                }
            }
        }
        let first = match desk.has_unkept().then(|| typing.left()) {
            _ if pending.is_some() => pending.take(),
            None => events.next(None),
            Some(Some(left)) => events.next(Some(left)),
            Some(None) => None,
        };
        let Some(first) = first else {
            desk.keep_drafts();
            // What could not be kept is tried again after a pause, not at once.
            typing = Typing::default();
            continue;
        };
        shown = Shown::AsItIs;
        let mut counting = match idle.rest(passed()) {
            _ if matches!(first, Event::Hangup | Event::Terminate) => false,
            // Whoever left the room before the machine slept is not asked first.
            Rest::Over => return End::Locked,
            rest => matches!(rest, Rest::Counting(..)),
        };
        if desk.turn_day(call.now(), call.time()) {
            if desk.cx.world.stage == Stage::Practice {
                return End::Over;
            }
            shown = Shown::AsItWas;
        }
        for event in std::iter::once(first).chain(events.queued()) {
            if matches!(event, Event::Written | Event::Called) {
                if desk.refresh() {
                    shown = Shown::AsItWas;
                }
                if desk.flow() == Flow::Lock {
                    return End::Locked;
                }
                continue;
            }
            shown = Shown::AsItWas;
            if event == Event::Alarm {
                continue;
            }
            typing.goes_on();
            if matches!(event, Event::Key(_) | Event::Paste(_)) {
                idle.touched(passed());
                if std::mem::take(&mut counting) {
                    continue;
                }
            }
            match event {
                Event::Key(key) => {
                    for key in keys::read(key) {
                        match hand.take(key, desk.scopes()) {
                            keys::Taken::Key(key) => desk.key(key),
                            keys::Taken::Begins => {}
                            keys::Taken::Nothing => {
                                let key = if hand.is_off() { "letters-off" } else { "letters-prefix" };
                                desk.cx.notice = Some(Notice::Trouble(call.locale.say(key)));
                            }
                        }
                    }
                }
                Event::Paste(text) => desk.paste(&text),
                Event::Resize(width, height) => desk.resize((width, height)),
                Event::Line(_) | Event::Written | Event::Called | Event::Alarm => {}
                Event::Lock => return End::Locked,
                Event::Stop if rules.on_stop == OnStop::Lock => return End::LockedAndStopped,
                Event::Stop | Event::GoOn if back(&event, terminal) => {}
                Event::Hangup | Event::Terminate | Event::Stop | Event::GoOn => return End::Over,
            }
            if let Some(file) = desk.cx.wish.take() {
                desk.cx.hear(written(call, &file));
            }
            match desk.flow() {
                Flow::Stay => {}
                Flow::Lock => return End::Locked,
                Flow::Quit => return End::Left,
                Flow::Tour => return End::Tour,
            }
        }
    }
}

/// Writes a report that was asked for, and says so, or what stood against it.
pub(super) fn written(call: &Invocation, file: &ReportFile) -> Notice {
    match report_file::write(call, file) {
        Ok(said) => Notice::Done(said),
        Err(problem) => Notice::Trouble(call.locale.problem(&problem)),
    }
}

/// Stops the program, or takes the terminal over again; whether it could be had.
pub fn back(event: &Event, terminal: &mut Screen) -> bool {
    let taken = if *event == Event::Stop { guard::stop() } else { guard::go_on() };
    taken.is_ok() && show_again(terminal)
}

/// Draws the whole screen at the next frame, covered or not; whether it could be had.
pub fn show_again(terminal: &mut Screen) -> bool {
    cover::lift();
    terminal.clear().is_ok()
}

/// Since when something typed waits to be kept, and since when nobody has touched a key. What colleagues write in the
/// meantime is no typing.
#[derive(Default)]
struct Typing {
    since: Option<Instant>,
    still: Option<Instant>,
}

impl Typing {
    /// How long it may wait still; none when it is time to keep it.
    fn left(&mut self) -> Option<Duration> {
        let since = self.since.get_or_insert_with(Instant::now);
        let still = self.still.get_or_insert_with(Instant::now);
        PAUSE.checked_sub(still.elapsed()).filter(|_| since.elapsed() <= LONGEST)
    }

    fn goes_on(&mut self) {
        self.still = None;
    }
}
