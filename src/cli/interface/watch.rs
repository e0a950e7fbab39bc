//! Watches the casebook's directory, so that what a colleague writes is shown without a key and without ever asking.
//!
//! The system wakes a thread when a file in the directory changes; only the casebook's bell counts, which every write
//! touches once it can be seen ([`Casebook::bell`]). It is the directory that is watched: files in it may come, go and
//! be put in place of each other. Must not read the casebook nor decide what has changed.
//!
//! Where many write, each of them would otherwise have every other read anew: what comes soon after the bell has rung
//! waits for the next time.
//!
//! A system that cannot watch, or has no more watches to give, is no fault: then there is no bell.

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

use crate::cli::terminal::ChangeSignal;
use crate::store::Casebook;

/// How long the bell rests once it has rung.
const REST: Duration = Duration::from_millis(200);

/// Rings the bell whenever somebody has written, for as long as what it gives is kept.
pub fn over(casebook: &Casebook, bell: ChangeSignal) -> Option<RecommendedWatcher> {
    let rung_by = casebook.bell().file_name()?.to_owned();
    // There is room for one, so that whatever is written in a rest is told once after it.
    let (written, wakes) = sync_channel(1);
    thread::Builder::new().name("bell".into()).spawn(move || ring(&wakes, &bell)).ok()?;
    let heard = move |told: notify::Result<Event>| {
        let tells = |event: &Event| {
            let written = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_));
            written && event.paths.iter().any(|path| path.file_name() == Some(&rung_by)) || event.need_rescan()
        };
        // Where something went wrong, a look too many is better than one too few.
        if told.as_ref().map_or(true, tells) {
            // It is to ring already, or nobody is there to hear it.
            let _ = written.try_send(());
        }
    };
    let mut watcher = recommended_watcher(heard).ok()?;
    watcher.watch(casebook.directory(), RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}

/// Rings as often as it is woken, with a rest after each time, until nobody can wake it any more.
fn ring(wakes: &Receiver<()>, bell: &ChangeSignal) {
    while wakes.recv().is_ok() {
        bell.ring();
        thread::sleep(REST);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::cli::terminal::{Event, Events};

    /// However often somebody writes in a rest, the bell rings once for the first and once for all the others.
    #[test]
    fn what_is_written_in_a_rest_is_told_once_after_it() {
        let (sender, queue) = channel();
        let (events, bell) = Events::of(sender, queue);
        let (written, wakes) = sync_channel(1);
        let ringing = thread::spawn(move || ring(&wakes, &bell));
        let mut heard = 0;
        for _ in 0..100 {
            let _ = written.try_send(());
        }
        while events.next(Some(REST * 4)) == Some(Event::Written) {
            heard += 1;
        }
        assert!((1..=2).contains(&heard), "{heard}");
        written.send(()).unwrap();
        assert_eq!(events.next(Some(REST * 20)), Some(Event::Written), "what comes later is told as well");
        drop(written);
        ringing.join().unwrap();
    }
}
