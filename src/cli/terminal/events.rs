//! One queue of everything that can happen to the program from outside.
//!
//! Threads wait: for the keyboard, for the rest of what it began to say, for signals. There are no ticks, so a program
//! that waits takes no processor time. Whoever else has something to tell rings the [`ChangeSignal`]. Must not decide
//! what an event means. An end of the line (the line dropped, the window closed) is an event like any other, so that
//! what was typed can be kept.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use crossterm::terminal::window_size;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::alarm::Alarm;
use super::charset::Charset;
use super::keys::{Decoder, Input};
use super::{cover, guard, plain};

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Event {
    /// A key was pressed; only presses and repeats exist.
    Key(KeyEvent),
    /// A text was pasted; lines end with `\n`.
    Paste(String),
    /// A line was typed ([`super::plain`]).
    Line(String),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// Something was written in the casebook, here or by a colleague.
    Written,
    /// The store calls: what had to wait may be tried again, or something has reached the disk.
    Called,
    /// It is time for what was due ([`Events::wake_in`]).
    Alarm,
    /// The casebook is to be locked, whatever is going on; the screen is covered already.
    Lock,
    /// The terminal is gone; nothing can be read or shown any more.
    Hangup,
    /// The system asks the program to end.
    Terminate,
    /// The system asks the program to stop for now: [`super::guard::stop`].
    Stop,
    /// The program goes on after it was stopped, on a terminal that others have used: [`super::guard::go_on`].
    GoOn,
}

/// The queue.
#[derive(Debug)]
pub struct Events {
    queue: Receiver<Event>,
    rung: Arc<AtomicBool>,
    called: Arc<AtomicBool>,
    /// What came while somebody waited, and is taken in its turn.
    held: RefCell<VecDeque<Event>>,
    alarm: Option<Alarm>,
}

/// The signals that are listened to; from the moment there is one, none of them ends the program.
#[derive(Debug)]
pub struct Heard(Signals);

impl Heard {
    /// Begins to hear them.
    ///
    /// # Errors
    /// When the system lets nobody listen.
    pub fn begin() -> io::Result<Self> {
        Signals::new([SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGTSTP, SIGCONT]).map(Self)
    }
}

/// Puts [`Event::Written`] or [`Event::Called`] into the queue. However often it is rung, the event stands there once
/// until it is taken.
#[derive(Debug, Clone)]
pub struct ChangeSignal {
    sender: Sender<Event>,
    rung: Arc<AtomicBool>,
    called: Arc<AtomicBool>,
}

impl ChangeSignal {
    /// Rings.
    pub fn ring(&self) {
        if !self.rung.swap(true, Ordering::AcqRel) {
            // A program that does not listen any more need not hear it.
            let _ = self.sender.send(Event::Written);
        }
    }

    /// Calls.
    pub fn call(&self) {
        if !self.called.swap(true, Ordering::AcqRel) {
            // As above.
            let _ = self.sender.send(Event::Called);
        }
    }
}

impl Events {
    /// Starts listening to the keyboard and to signals, and gives the bell for what is written. The terminal must be in
    /// raw mode already ([`super::Guard::enter`]). To be called once: the threads live as long as the program.
    ///
    /// # Errors
    /// When there is no terminal.
    pub fn listen(charset: Charset, Heard(signals): Heard) -> io::Result<(Self, ChangeSignal)> {
        let (sender, queue) = channel();
        let keyboard = guard::keyboard()?;
        let alarm = Alarm::into(sender.clone())?;
        let for_signals = sender.clone();
        let bell = ChangeSignal { sender: sender.clone(), rung: Arc::default(), called: Arc::default() };
        thread::Builder::new().name("signals".into()).spawn(move || relay_signals(signals, &for_signals))?;
        thread::Builder::new().name("keyboard".into()).spawn(move || read_keys(keyboard, charset, &sender))?;
        Ok((Self::heard(queue, &bell, Some(alarm)), bell))
    }

    /// Starts listening to whole lines and to signals, on a terminal that is left as it is. To be called once.
    ///
    /// # Errors
    /// When the system lets nobody listen.
    pub fn listen_to_lines(Heard(signals): Heard) -> io::Result<(Self, ChangeSignal)> {
        let (sender, queue) = channel();
        let alarm = Alarm::into(sender.clone())?;
        let for_signals = sender.clone();
        let bell = ChangeSignal { sender: sender.clone(), rung: Arc::default(), called: Arc::default() };
        thread::Builder::new().name("signals".into()).spawn(move || relay_signals(signals, &for_signals))?;
        plain::read_lines(sender)?;
        Ok((Self::heard(queue, &bell, Some(alarm)), bell))
    }

    /// The next event; waits for it, at most so long if `wait` is given, and is `None` when nothing came in that time.
    #[must_use]
    pub fn next(&self, wait: Option<Duration>) -> Option<Event> {
        if let Some(held) = self.held.borrow_mut().pop_front() {
            return Some(held);
        }
        self.arriving(wait)
    }

    /// The next event that comes, before what is held back.
    pub fn arriving(&self, wait: Option<Duration>) -> Option<Event> {
        match wait {
            None => Some(self.taken(self.queue.recv().unwrap_or(Event::Hangup))),
            Some(wait) => match self.queue.recv_timeout(wait) {
                Ok(event) => Some(self.taken(event)),
                Err(RecvTimeoutError::Timeout) => None,
                // Nobody is left who could send: as good as a terminal that is gone.
                Err(RecvTimeoutError::Disconnected) => Some(Event::Hangup),
            },
        }
    }

    /// Holds an event back until those before it are taken.
    pub fn hold_back(&self, event: Event) {
        let mut held = self.held.borrow_mut();
        // However often the bell rings meanwhile, it is heard once.
        if !matches!(event, Event::Written | Event::Called) || !held.contains(&event) {
            held.push_back(event);
        }
    }

    /// Asks for [`Event::Alarm`] after some time; what was asked for before is forgotten.
    pub fn wake_in(&self, time: Duration) {
        if let Some(alarm) = &self.alarm {
            alarm.set(time);
        }
    }

    /// All events that are there already, without waiting; to be read before drawing.
    pub fn queued(&self) -> impl Iterator<Item = Event> + '_ {
        let held = std::iter::from_fn(|| self.held.borrow_mut().pop_front());
        held.chain(self.queue.try_iter().map(|event| self.taken(event)))
    }

    /// Once the bell is heard, what is written from then on rings it again.
    fn taken(&self, event: Event) -> Event {
        match event {
            Event::Written => self.rung.store(false, Ordering::Release),
            Event::Called => self.called.store(false, Ordering::Release),
            _ => {}
        }
        event
    }

    fn heard(queue: Receiver<Event>, bell: &ChangeSignal, alarm: Option<Alarm>) -> Self {
        let (rung, called) = (Arc::clone(&bell.rung), Arc::clone(&bell.called));
        Self { queue, rung, called, held: RefCell::default(), alarm }
    }

    /// A queue fed by hand and its bell, for tests of the event loop.
    #[must_use]
    pub fn of(sender: Sender<Event>, queue: Receiver<Event>) -> (Self, ChangeSignal) {
        let bell = ChangeSignal { sender, rung: Arc::default(), called: Arc::default() };
        (Self::heard(queue, &bell, None), bell)
    }
}

/// The key that locks, whatever is going on.
const LOCK: KeyEvent = KeyEvent::new(KeyCode::Char('l'), KeyModifiers::CONTROL);

/// Reads that may wait to be understood; whoever types more waits for the program.
const READS: usize = 16;

/// Ends when the program no longer listens, or the line does.
pub(super) fn read_keys(keyboard: impl Read + Send + 'static, charset: Charset, sender: &Sender<Event>) {
    let (reads, read) = sync_channel(READS);
    // Without a thread there is nobody to read: the line has ended.
    let _ = thread::Builder::new().name("bytes".into()).spawn(move || read_bytes(keyboard, &reads));
    let mut decoder = Decoder::new(charset);
    loop {
        let next = match decoder.patience() {
            None => read.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(patience) => read.recv_timeout(patience),
        };
        let inputs = match &next {
            Ok(bytes) => decoder.feed(bytes),
            Err(_) => decoder.pause(),
        };
        for input in inputs {
            let event = match input {
                Input::Key(key) if key == LOCK => {
                    cover::cover();
                    Event::Lock
                }
                Input::Key(key) => Event::Key(key),
                Input::Paste(text) => Event::Paste(text),
            };
            if sender.send(event).is_err() {
                return;
            }
        }
        if next == Err(RecvTimeoutError::Disconnected) {
            break;
        }
    }
    // A program that does not listen any more need not hear it.
    let _ = sender.send(Event::Hangup);
}

fn read_bytes(mut keyboard: impl Read, reads: &SyncSender<Vec<u8>>) {
    let mut buffer = [0; 4096];
    loop {
        match keyboard.read(&mut buffer) {
            Ok(count @ 1..) => {
                if reads.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Ok(0) | Err(_) => return,
        }
    }
}

fn relay_signals(mut signals: Signals, sender: &Sender<Event>) {
    let size = || window_size().ok().map(|size| Event::Resize(size.columns, size.rows));
    for signal in signals.forever() {
        let events = match signal {
            // Somebody wants it locked, or the line has dropped.
            SIGHUP => {
                cover::cover();
                [Some(if guard::answers() { Event::Lock } else { Event::Hangup }), None]
            }
            SIGWINCH => [size(), None],
            SIGTSTP => {
                cover::cover();
                [Some(Event::Stop), None]
            }
            // Nobody tells of a size that changed meanwhile.
            SIGCONT => [Some(Event::GoOn), size()],
            _ => [Some(Event::Terminate), None],
        };
        if events.into_iter().flatten().any(|event| sender.send(event).is_err()) {
            return;
        }
    }
}
