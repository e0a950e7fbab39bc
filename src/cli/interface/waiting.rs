//! The waiting room: where somebody is whose save has to wait for others. After a moment the bottom line says so; Esc
//! leaves, and nothing is saved then. What else is typed meanwhile is taken in its turn, once the wait is over; to
//! lock, and whatever the system asks for, ends it.
//!
//! The desk is in the middle of what it does: nothing of it can be drawn. So the line is written over what is there,
//! and the whole screen is drawn again afterwards.

use std::cell::Cell;
use std::io::Write;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use crossterm::terminal::window_size;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::keys;
use crate::app::keys::Key;
use crate::cli::terminal::{Capabilities, ChangeSignal, Event, Events, screen, styled_row};
use crate::locale::Locale;
use crate::store::{Store, Waiting};

/// The waiting room of a terminal.
pub struct Room {
    events: Rc<Events>,
    bell: ChangeSignal,
    locale: Rc<Locale>,
    capabilities: Capabilities,
    used: Rc<Cell<bool>>,
}

impl Room {
    /// A room that nobody waits in yet.
    pub fn new(events: &Rc<Events>, bell: ChangeSignal, locale: &Rc<Locale>, capabilities: Capabilities) -> Self {
        Self { events: Rc::clone(events), bell, locale: Rc::clone(locale), capabilities, used: Rc::default() }
    }

    /// Has whoever works in a casebook wait here.
    pub fn serve(&self, store: &Store) {
        let (events, used) = (Rc::clone(&self.events), Rc::clone(&self.used));
        let (locale, capabilities, bell) = (Rc::clone(&self.locale), self.capabilities, self.bell.clone());
        let mut before = Duration::MAX;
        let wait = move |waited: Duration| {
            if waited < before {
                used.set(true);
                write(&locale, capabilities);
            }
            before = waited;
            while let Some(event) = events.arriving(Some(Duration::ZERO)) {
                match event {
                    Event::Key(key) if keys::read(key) == [Key::Esc] => return Waiting::Left,
                    Event::Key(_)
                    | Event::Paste(_)
                    | Event::Line(_)
                    | Event::Resize(..)
                    | Event::Written
                    | Event::Called => {
                        events.hold_back(event);
                    }
                    Event::Alarm | Event::Lock | Event::Hangup | Event::Terminate | Event::Stop | Event::GoOn => {
                        events.hold_back(event);
                        return Waiting::Left;
                    }
                }
            }
            Waiting::GoesOn
        };
        store.serve(Box::new(wait), Arc::new(move || bell.call()));
    }

    /// Whether somebody has waited here since this was last asked, and the screen is to be drawn whole.
    pub fn was_used(&self) -> bool {
        self.used.take()
    }
}

/// Writes that somebody waits over the last row.
fn write(locale: &Locale, capabilities: Capabilities) {
    let Ok(size) = window_size() else { return };
    let area = Rect::new(0, 0, size.columns.saturating_sub(1), 1);
    let mut row = Buffer::empty(area);
    row.set_stringn(1, 0, locale.say("waits-for-others"), area.width.saturating_sub(1).into(), Style::new());
    let row = styled_row(&row.content, capabilities);
    let line = format!("\x1b7\x1b[{};1H\x1b[m{row}\x1b[m\x1b[K\x1b8", size.rows.max(1));
    // A screen that cannot be written to shows nothing; the next frame will find that out.
    let _ = screen().and_then(|mut screen| screen.write_all(line.as_bytes()));
}
