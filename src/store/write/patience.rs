//! How long somebody waits who has to wait: for the gate, or for the database while a foreign tool holds it.
//!
//! | manner | who | how long |
//! |---|---|---|
//! | [`Manner::Still`] | the command line | as long as others get on, then [`PATIENCE`] |
//! | [`Manner::Shown`] | a key in the interface | [`SILENT`], then for as long as the waiting room says |
//! | [`Manner::Brief`] | drafts and what is journalled of a reading, there | so long, then it comes again by itself |
//!
//! SQLite asks whether to wait on through a function that knows no store, so that this stands beside the thread.

use std::cell::{Cell, RefCell};
use std::thread::sleep;
use std::time::Duration;

/// How long nothing may move before somebody who waits is told that nothing does.
pub(in crate::store) const PATIENCE: Duration = Duration::from_secs(10);

/// How long the interface may stand still.
pub(in crate::store) const SILENT: Duration = Duration::from_millis(100);

/// How long a draft may keep whoever types.
pub(in crate::store) const HARDLY: Duration = Duration::from_millis(10);

/// Between two looks of the waiting room.
const GLANCE: Duration = Duration::from_millis(20);

/// How somebody waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Manner {
    Still,
    Shown,
    Brief(Duration),
}

/// What comes of another while of waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Verdict {
    /// Wait so much longer, and ask again.
    On(Duration),
    /// Nobody waits any longer: whoever waited has somebody else to wait for them.
    Later,
    /// Whoever waited has left.
    Left,
    /// It is no use.
    GivenUp,
}

/// What whoever waits in the interface says to it, asked every now and then while they wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// They wait on.
    GoesOn,
    /// They have left, and what they wanted is not done.
    Left,
}

/// Shows that somebody waits, takes keys meanwhile, and says whether they wait on.
pub type WaitingRoom = Box<dyn FnMut(Duration) -> Waiting>;

thread_local! {
    static ROOM: RefCell<Option<WaitingRoom>> = const { RefCell::new(None) };
    static MANNER: Cell<Manner> = const { Cell::new(Manner::Still) };
    static WAITED: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

/// From now on whoever waits on this thread does so in the waiting room.
pub(in crate::store) fn furnish(room: WaitingRoom) {
    ROOM.set(Some(room));
    MANNER.set(Manner::Shown);
}

/// Waits as the command line does again.
pub(in crate::store) fn clear_out() {
    ROOM.set(None);
    MANNER.set(Manner::Still);
}

/// How one waits now.
pub(in crate::store) fn manner() -> Manner {
    MANNER.get()
}

/// Does something that is not worth waiting for in the interface; the command line waits all the same.
pub(in crate::store) fn briefly<T>(most: Duration, work: impl FnOnce() -> T) -> T {
    let before = MANNER.get();
    if before == Manner::Shown {
        MANNER.set(Manner::Brief(most));
    }
    let done = work();
    MANNER.set(before);
    done
}

/// Does something for which this thread waits no longer than that, whoever it works for.
pub(in crate::store) fn at_most<T>(most: Duration, work: impl FnOnce() -> T) -> T {
    let before = MANNER.replace(Manner::Brief(most));
    let done = work();
    MANNER.set(before);
    done
}

/// Whether to wait on. `unmoved` is for how long nothing has moved.
pub(in crate::store) fn goes_on(waited: Duration, unmoved: Duration) -> Verdict {
    match MANNER.get() {
        Manner::Still if unmoved >= PATIENCE => Verdict::GivenUp,
        Manner::Still => Verdict::On(PATIENCE),
        Manner::Brief(most) if waited >= most => Verdict::Later,
        Manner::Brief(most) => Verdict::On(most - waited),
        Manner::Shown if waited < SILENT => Verdict::On(SILENT - waited),
        Manner::Shown => ROOM.with_borrow_mut(|room| match room.as_mut().map(|ask| ask(waited)) {
            Some(Waiting::GoesOn) => Verdict::On(GLANCE),
            Some(Waiting::Left) => Verdict::Left,
            None => Verdict::GivenUp,
        }),
    }
}

/// Whether SQLite is to try once more; how often it has tried is what it tells.
pub(in crate::store) fn try_again(tried: i32) -> bool {
    let waited = if tried == 0 { Duration::ZERO } else { WAITED.get() };
    // Most of what others do takes less than a millisecond.
    let pause = Duration::from_millis(1 << tried.clamp(0, 4));
    match goes_on(waited, waited) {
        Verdict::On(most) => {
            let pause = pause.min(most);
            sleep(pause);
            WAITED.set(waited + pause);
            true
        }
        _ => false,
    }
}
