//! Watches the casebook's directory, so that what a colleague writes is shown without a key and without ever asking.
//!
//! The system wakes a thread when a file in the directory changes; only the casebook's bell counts, which every write
//! touches once it can be seen ([`Casebook::bell`]). It is the directory that is watched: files in it may come, go and
//! be put in place of each other. Must not read the casebook nor decide what has changed.
//!
//! A system that cannot watch, or has no more watches to give, is no fault: then there is no bell.

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

use crate::cli::terminal::ChangeSignal;
use crate::store::Casebook;

/// Rings the bell whenever somebody has written, for as long as what it gives is kept.
pub fn over(casebook: &Casebook, bell: ChangeSignal) -> Option<RecommendedWatcher> {
    let rung_by = casebook.bell().file_name()?.to_owned();
    let heard = move |told: notify::Result<Event>| {
        let tells = |event: &Event| {
            let written = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_));
            written && event.paths.iter().any(|path| path.file_name() == Some(&rung_by)) || event.need_rescan()
        };
        // Where something went wrong, a look too many is better than one too few.
        if told.as_ref().map_or(true, tells) {
            bell.ring();
        }
    };
    let mut watcher = recommended_watcher(heard).ok()?;
    watcher.watch(casebook.directory(), RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}
