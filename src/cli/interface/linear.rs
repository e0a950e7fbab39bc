//! The interface in lines, on a terminal that is left as it is: wait for something, take a line, say what came of it.
//! Not one byte is written that is no letter and no line end; so nothing that was read can be taken away again, and a
//! lock says so.

use std::cell::Cell;
use std::io::{self, IsTerminal, Write};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use crossterm::terminal::window_size;

use super::door::Begins;
use super::idle::{Idle, Rest};
use super::{House, ending, linear_door, no_terminal, run, watch};
use crate::app::{Desk, Flow, Notice, PAUSE, Scrollback, Stage, World, greet};
use crate::cli::commands::demo;
use crate::cli::environment::{passed, variable};
use crate::cli::invocation::Invocation;
use crate::cli::stage;
use crate::cli::terminal::{Capabilities, ChangeSignal, Charset, Event, Events, Heard, cover, guard, plain, screen};
use crate::domain::lock::{LockRules, OnStop};
use crate::domain::problem::Problem;
use crate::linear::Front;
use crate::locale::arg;
use crate::measure::wrap;
use crate::store::{Store, Waiting};
use crate::ui::lines::SIZE;

/// Lines are broken between words where we know how wide the terminal is: it would break words, and whoever reads them
/// out would say halves. What is wider than this is no terminal that somebody reads.
const WIDEST: u16 = 400;

/// Where lines go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice {
    charset: Charset,
}

impl Voice {
    fn of_this_terminal() -> Self {
        Self { charset: Capabilities::detect(variable).charset }
    }

    /// Says lines.
    pub(super) fn say(self, lines: &[String]) -> io::Result<()> {
        let columns = io::stdout().is_terminal().then(|| window_size().ok()).flatten().map(|size| size.columns);
        let columns = columns.filter(|columns| (10..=WIDEST).contains(columns));
        let mut text = String::new();
        for line in lines {
            let shown = plain::shown(line, self.charset);
            match columns {
                Some(columns) => wrap(&shown, usize::from(columns) - 1).into_iter().for_each(|row| {
                    text.push_str(row.trim_end());
                    text.push('\n');
                }),
                None => {
                    text.push_str(shown.trim_end());
                    text.push('\n');
                }
            }
        }
        screen()?.write_all(text.as_bytes())
    }

    /// Asks: what stands before the next line, on the same row as it.
    pub(super) fn ask(self, prompt: &str) -> io::Result<()> {
        // Where no terminal shows what is typed, nothing else would end the line.
        let end = if io::stdin().is_terminal() { ' ' } else { '\n' };
        screen()?.write_all(format!("{}{end}", plain::shown(prompt, self.charset)).as_bytes())
    }
}

/// Why the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Locked,
    LockedAndStopped,
    Left,
    Over,
    Tour,
}

impl House<'_> {
    /// The same as in panes: the door, the desk, and the loop between them.
    pub(super) fn stay_in_lines(mut self, store: Option<Store>, begins: Begins, heard: Heard) -> Result<()> {
        let (events, bell) = Events::listen_to_lines(heard).map_err(no_terminal).context("listening to lines")?;
        let _watch = watch::over(self.casebook, bell.clone());
        let (events, voice) = (Rc::new(events), Voice::of_this_terminal());
        let locale = Rc::clone(&self.call.locale);
        cover::lift();
        if begins == Begins::Door
            && let Some(why) = self.call.linear
        {
            let why = locale.tell("lines-begin", &[("why", arg(locale.say(why.key())))]);
            if voice.say(&[why]).is_err() {
                return self.end(None);
            }
        }
        let unlocked = match store {
            Some(store) => store,
            None => match linear_door::pass(&mut self, &events, voice, begins).context("unlocking at the door")? {
                Some(store) => store,
                None => return self.end(None),
            },
        };
        serve(&unlocked, &events, &bell, voice, self.call);
        let place = self.take_back(&unlocked);
        let (today, time, stage) = (self.call.now(), self.call.time(), stage::of(self.casebook));
        let world = World { today, time, size: SIZE, stage, scrollback: Scrollback::Stays };
        let is_new = stage == Stage::Work && unlocked.has_looked_before().is_ok_and(|has| !has);
        let mut desk = Desk::new(unlocked, Rc::clone(&locale), world).context("reading what is told first")?;
        desk.go_back_to(place);
        greet(&mut desk, is_new.then_some("lines-new-here"));
        let rules = desk.cx.lock_rules();
        let mut end = stay(&mut desk, self.call, &events, voice, rules);
        while end == End::Tour {
            desk.keep_drafts();
            let toured = self.tour_in_lines(&events, voice, rules);
            if let Ok(other @ (End::Locked | End::LockedAndStopped | End::Over)) = toured {
                end = other;
                break;
            }
            desk.cx.stay();
            if let Err(problem) = toured {
                desk.cx.notice = Some(Notice::Trouble(locale.problem(&problem)));
            }
            end = stay(&mut desk, self.call, &events, voice, rules);
        }
        plain::hide(false);
        match end {
            End::Locked => self.lock(desk, ending::Then::Stays),
            End::LockedAndStopped => self.lock(desk, ending::Then::Stops),
            End::Left | End::Over | End::Tour => {
                // Whoever is gone hears nothing.
                let _ = voice.say(&[String::new(), locale.say("lines-bye")]);
                self.end(Some(desk))
            }
        }
    }

    /// Leads through the program on an invented family, over the casebook that stays open behind it.
    fn tour_in_lines(&self, events: &Events, voice: Voice, rules: LockRules) -> Result<End, Problem> {
        let (casebook, _goes) = demo::for_tour(self.call)?;
        let store = demo::unlocked(&casebook)?;
        let (today, time) = (self.call.now(), self.call.time());
        let world = World { today, time, size: SIZE, stage: Stage::Tour, scrollback: Scrollback::Stays };
        let mut desk = Desk::new(store, Rc::clone(&self.call.locale), world)?;
        Ok(stay(&mut desk, self.call, events, voice, rules))
    }
}

/// What waits for the next line.
struct Asking {
    is_hidden: bool,
    is_asked: bool,
}

impl Asking {
    /// Asks, unless it has been.
    fn ask(&mut self, front: &Front, desk: &Desk, voice: Voice) -> io::Result<()> {
        if std::mem::replace(&mut self.is_asked, true) {
            return Ok(());
        }
        let prompt = front.prompt(desk);
        self.is_hidden = prompt.is_hidden;
        plain::hide(self.is_hidden);
        voice.ask(&prompt.text)
    }

    /// Says something over what was asked; it is asked again.
    fn interrupt(&mut self, voice: Voice, lines: &[String]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        let begins = if self.is_asked { vec![String::new()] } else { Vec::new() };
        self.is_asked = false;
        voice.say(&[begins, lines.to_vec()].concat())
    }
}

fn stay(desk: &mut Desk, call: &Invocation, events: &Events, voice: Voice, rules: LockRules) -> End {
    talk(desk, call, events, voice, rules).unwrap_or(End::Over)
}

/// Fails where nothing can be written any more: a line that dropped.
fn talk(desk: &mut Desk, call: &Invocation, events: &Events, voice: Voice, rules: LockRules) -> io::Result<End> {
    let (mut front, said) = Front::begin(desk);
    voice.say(&said)?;
    let mut asking = Asking { is_hidden: false, is_asked: false };
    let mut idle = Idle::new(rules.minutes, passed());
    let mut is_warned = false;
    loop {
        match idle.rest(passed()) {
            Rest::Over => {
                let kept = keep_unfinished(desk, &mut front, &asking).then(|| call.locale.say("lines-kept-unfinished"));
                asking.interrupt(voice, &kept.into_iter().collect::<Vec<_>>())?;
                return Ok(End::Locked);
            }
            Rest::Awake(left) => events.wake_in(left),
            Rest::Counting(seconds, _) => {
                if !std::mem::replace(&mut is_warned, true) {
                    let soon = call.locale.tell("lines-locks-soon", &[("seconds", arg(seconds))]);
                    asking.interrupt(voice, &[soon])?;
                }
                events.wake_in(Duration::from_secs(seconds));
            }
        }
        asking.ask(&front, desk, voice)?;
        let Some(event) = events.next(desk.has_unkept().then_some(PAUSE)) else {
            desk.keep_drafts();
            continue;
        };
        match event {
            Event::Line(line) => {
                idle.touched(passed());
                if std::mem::take(&mut asking.is_hidden) {
                    plain::hide(false);
                    voice.say(&[String::new()])?;
                }
                asking.is_asked = false;
                desk.turn_day(call.now(), call.time());
                if std::mem::take(&mut is_warned) && line.trim().is_empty() {
                    continue;
                }
                let said = front.line(desk, &line);
                wipe(line);
                voice.say(&said)?;
                if let Some(file) = desk.cx.wish.take() {
                    voice.say(&[run::written(call, &file).text().to_owned()])?;
                }
            }
            Event::Written | Event::Called => {
                if desk.refresh() && desk.flow() == Flow::Stay {
                    let news = front.news(desk);
                    asking.interrupt(voice, &news)?;
                }
            }
            Event::Lock => {
                keep_unfinished(desk, &mut front, &asking);
                return Ok(End::Locked);
            }
            Event::Stop if rules.on_stop == OnStop::Lock => return Ok(End::LockedAndStopped),
            Event::Stop => {
                if !guard::is_alone() {
                    guard::stopped()?;
                }
                cover::lift();
                asking.is_asked = false;
            }
            Event::GoOn => {
                cover::lift();
                asking.is_asked = false;
            }
            Event::Hangup | Event::Terminate => return Ok(End::Over),
            Event::Alarm | Event::Key(_) | Event::Paste(_) | Event::Resize(..) => {}
        }
        match front.flow(desk) {
            Flow::Stay => {}
            Flow::Lock => return Ok(End::Locked),
            Flow::Quit => return Ok(End::Left),
            Flow::Tour => return Ok(End::Tour),
        }
    }
}

/// Keeps what is typed of a line that nobody has ended, unless it is a passphrase; whether there was anything to keep.
fn keep_unfinished(desk: &mut Desk, front: &mut Front, asking: &Asking) -> bool {
    let typed = plain::take_unfinished();
    let is_kept = !asking.is_hidden && front.keep_unfinished(desk, &typed);
    wipe(typed);
    is_kept
}

/// What was typed may have been a passphrase.
pub(super) fn wipe(mut line: String) {
    zeroize::Zeroize::zeroize(&mut line);
}

/// Has whoever works in a casebook wait with a sentence instead of a screen.
fn serve(store: &Store, events: &Rc<Events>, bell: &ChangeSignal, voice: Voice, call: &Invocation) {
    let (events, locale, bell) = (Rc::clone(events), Rc::clone(&call.locale), bell.clone());
    let before = Cell::new(Duration::MAX);
    let wait = move |waited: Duration| {
        if waited < before.replace(waited) {
            // A terminal that cannot be written to is found out by the next line.
            let _ = voice.say(&[locale.say("lines-waiting")]);
        }
        while let Some(event) = events.arriving(Some(Duration::ZERO)) {
            let leaves = matches!(
                event,
                Event::Alarm | Event::Lock | Event::Hangup | Event::Terminate | Event::Stop | Event::GoOn
            );
            events.hold_back(event);
            if leaves {
                return Waiting::Left;
            }
        }
        Waiting::GoesOn
    };
    store.serve(Box::new(wait), Arc::new(move || bell.call()));
}
