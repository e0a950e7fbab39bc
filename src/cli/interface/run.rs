//! The loop: wait for something, take all that is queued, draw once.

use std::time::{Duration, Instant};

use super::{Screen, keys};
use crate::app::{App, Flow, PAUSE};
use crate::cli::desk::Desk;
use crate::cli::terminal::{Event, Events};
use crate::ui;

/// Whoever types without a pause has the text kept this often all the same.
const LONGEST: Duration = Duration::from_secs(2);

/// Why the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The casebook is to be locked.
    Locked,
    /// The program is to end.
    Over,
}

/// Runs the desk until it is locked or left. Whatever ends it, all that is typed is kept first.
pub fn run(app: &mut App, desk: &Desk, events: &Events, terminal: &mut Screen) -> End {
    let mut typing_since: Option<Instant> = None;
    let mut settled = false;
    loop {
        // A screen that cannot be written to is a line that dropped.
        if terminal.draw(|frame| ui::draw(app, frame)).is_err() {
            app.keep_drafts();
            return End::Over;
        }
        if !settled {
            settled = true;
            if app.settle_in() {
                continue;
            }
        }
        let waiting = app.has_unkept();
        if !waiting {
            typing_since = None;
        }
        let since = waiting.then(|| *typing_since.get_or_insert_with(Instant::now));
        let first = match since {
            Some(since) if since.elapsed() > LONGEST => None,
            Some(_) => events.next(Some(PAUSE)),
            None => events.next(None),
        };
        let Some(first) = first else {
            app.keep_drafts();
            // What could not be kept is tried again after a pause, not at once.
            typing_since = None;
            continue;
        };
        app.turn_day(desk.now(), desk.time());
        for event in std::iter::once(first).chain(events.queued()) {
            match event {
                Event::Key(key) => keys::read(key).into_iter().for_each(|key| app.key(key)),
                Event::Paste(text) => app.paste(&text),
                Event::Resize(width, height) => app.resize((width, height)),
                Event::Hangup | Event::Terminate => {
                    app.keep_drafts();
                    return End::Over;
                }
            }
            match app.flow() {
                Flow::Stay => {}
                Flow::Lock => {
                    app.keep_drafts();
                    return End::Locked;
                }
                Flow::Quit => {
                    app.keep_drafts();
                    return End::Over;
                }
            }
        }
    }
}
