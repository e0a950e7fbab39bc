//! The gate: a file that writers lock before they begin, so that one writes at a time and none waits inside a
//! transaction.
//!
//! Whoever finds it locked, or somebody waiting for it, takes a place in the [`super::queue`] and looks every
//! now and then whether it is their turn. Whoever has something else to do meanwhile leaves that to a thread, and is
//! called. The system lets go of all locks when a process dies, however it dies.
//!
//! It is the bell as well: whoever has written rings it once the write can be seen. The database's own files would not
//! do for that, as what makes a commit visible is written to shared memory, after the last byte that a file gets.

use std::cell::{Cell, RefCell};
use std::fs::{self, File, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::patience::{self, Manner, Verdict};
use super::queue::{self, InLine, Place};
use crate::domain::problem::{Kind, Problem};
use crate::store::files;

/// How long a turn is kept for somebody who does not come: they are at the end of the queue then.
const KEPT: Duration = Duration::from_millis(100);

/// After so long without anybody's getting on, it is looked whether those who wait before are stopped.
const STANDSTILL: Duration = Duration::from_secs(1);

/// How often it is looked whether anybody gets on.
const LOOK: Duration = Duration::from_millis(100);

/// How long a gate that somebody is about to take may be free.
const MOMENT: Duration = Duration::from_millis(50);

/// What passes at least until somebody comes again who has not waited.
const BETWEEN: Duration = Duration::from_millis(300);

/// Tells whoever has gone on with something else that it is their turn.
pub type Call = Arc<dyn Fn() + Send + Sync>;

pub(in crate::store) struct Gate {
    path: PathBuf,
    queue: PathBuf,
    /// The place that is kept for us, if there is one.
    waiting: RefCell<Option<Arc<Slot>>>,
    /// For how long we have waited there without anybody's having written, and when somebody last had.
    unmoved: Cell<Duration>,
    rung: Cell<Option<(i64, i64)>>,
    call: RefCell<Option<Call>>,
}

impl std::fmt::Debug for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gate").field("path", &self.path).finish_non_exhaustive()
    }
}

/// The gate is ours for as long as this lives; then it is the next one's.
#[derive(Debug)]
pub(in crate::store) struct Turn {
    gate: File,
    _place: Option<Place>,
}

/// What becomes of a place in the queue.
#[derive(Debug)]
enum State {
    Coming,
    Here(Turn),
    /// It came, and nobody took it.
    Passed,
    Failed(Problem),
    /// Nobody wants it any more.
    Left,
}

#[derive(Debug)]
struct Slot {
    state: Mutex<State>,
    told: Condvar,
}

impl Gate {
    pub(in crate::store) fn open(path: &Path) -> Result<Self, Problem> {
        let gate = Self::at(path.to_owned());
        gate.file().map_err(|cause| gate.failed(cause))?;
        Ok(gate)
    }

    fn at(path: PathBuf) -> Self {
        Self {
            queue: path.with_file_name("queue"),
            path,
            waiting: RefCell::default(),
            unmoved: Cell::default(),
            rung: Cell::default(),
            call: RefCell::default(),
        }
    }

    /// The gate of the same casebook, for another thread.
    pub(in crate::store) fn another(&self) -> Self {
        Self::at(self.path.clone())
    }

    /// Has somebody called when a turn comes that they have not waited for.
    pub(in crate::store) fn call_by(&self, call: Call) {
        self.call.replace(Some(call));
    }

    /// Who is called.
    pub(in crate::store) fn call(&self) -> Option<Call> {
        self.call.borrow().clone()
    }

    /// Whether a place is kept for us.
    pub(in crate::store) fn is_awaited(&self) -> bool {
        self.waiting.borrow().is_some()
    }

    /// Waits for the gate.
    ///
    /// # Errors
    /// Whoever waits has left (`left`), goes on with something else until they are called (`waits`), or nobody has got
    /// on for long (`busy`).
    pub(in crate::store) fn hold(&self) -> Result<Turn, Problem> {
        if let Some(turn) = self.kept_turn()? {
            return Ok(turn);
        }
        if self.is_awaited() && matches!(patience::manner(), Manner::Brief(_)) {
            // Whoever comes again lets a moment pass before that.
            self.unmoved.set(self.unmoved.get() + BETWEEN);
            return Err(Problem::new(Kind::Io, Problem::WAITS));
        }
        self.leave();
        if let Some(turn) = self.at_once()? {
            return Ok(turn);
        }
        self.wait_in(InLine::join(&self.queue))
    }

    /// Waits at a place in the queue until it is the first and the gate is free.
    fn wait_in(&self, mut line: InLine) -> Result<Turn, Problem> {
        let (mut waited, mut looked) = (Duration::ZERO, Duration::ZERO);
        self.unmoved.set(Duration::ZERO);
        self.rung.set(self.rung_at());
        loop {
            if line.is_first().map_err(|cause| self.failed(cause))?
                && let Some(turn) = self.try_lock()?
            {
                return Ok(turn.at(line.into_place()));
            }
            let most = match patience::goes_on(waited, self.unmoved.get()) {
                Verdict::On(most) => most,
                Verdict::Later => {
                    self.have_it_kept(line)?;
                    return Err(Problem::new(Kind::Io, Problem::WAITS));
                }
                Verdict::Left => return Err(Problem::new(Kind::Io, "left")),
                Verdict::GivenUp => return Err(Problem::new(Kind::Io, "busy")),
            };
            let pause = line.pause().min(most);
            thread::sleep(pause);
            waited += pause;
            looked += pause;
            if looked >= LOOK {
                looked = Duration::ZERO;
                if self.has_nobody_moved(LOOK) >= STANDSTILL
                    && let Some(turn) = self.pass(line.number())?
                {
                    return Ok(turn);
                }
            }
        }
    }

    /// For how long nobody has written while we waited, and so much longer now.
    fn has_nobody_moved(&self, more: Duration) -> Duration {
        let now = self.rung_at();
        let unmoved = if self.rung.replace(now) == now { self.unmoved.get() + more } else { Duration::ZERO };
        self.unmoved.set(unmoved);
        unmoved
    }

    /// Takes the gate if nobody holds it and nobody waits.
    fn at_once(&self) -> Result<Option<Turn>, Problem> {
        if queue::is_empty(&self.queue) { self.try_lock() } else { Ok(None) }
    }

    /// Where nobody has got on for long, and the gate is free now and a moment later, the first of those who wait is
    /// stopped, and is passed over; if that makes it our turn, we take it. Somebody whose turn has just come takes less
    /// than that moment.
    fn pass(&self, own: Option<u64>) -> Result<Option<Turn>, Problem> {
        if self.try_lock()?.is_none() {
            return Ok(None);
        }
        thread::sleep(MOMENT);
        let turn = self.try_lock()?;
        if turn.is_none() || self.rung_at() != self.rung.get() {
            return Ok(None);
        }
        self.unmoved.set(Duration::ZERO);
        Ok(if queue::pass_over_the_first(&self.queue, own) { turn } else { None })
    }

    fn try_lock(&self) -> Result<Option<Turn>, Problem> {
        let gate = self.file().map_err(|cause| self.failed(cause))?;
        match gate.try_lock() {
            Ok(()) => Ok(Some(Turn { gate, _place: None })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(cause)) => Err(self.failed(cause)),
        }
    }

    /// Has a thread wait on at a place, and call when its turn comes.
    fn have_it_kept(&self, line: InLine) -> Result<(), Problem> {
        let slot = Arc::new(Slot { state: Mutex::new(State::Coming), told: Condvar::new() });
        let (gate, ours, call) = (self.another(), Arc::clone(&slot), self.call.borrow().clone());
        thread::Builder::new()
            .name("queue".into())
            .spawn(move || ours.come(&gate, line, call))
            .map_err(|cause| self.failed(cause))?;
        self.waiting.replace(Some(slot));
        Ok(())
    }

    /// The turn that was kept for us, if it has come.
    fn kept_turn(&self) -> Result<Option<Turn>, Problem> {
        let Some(slot) = self.waiting.borrow().clone() else { return Ok(None) };
        match slot.take() {
            State::Coming => Ok(None),
            found => {
                self.waiting.replace(None);
                match found {
                    State::Here(turn) => Ok(Some(turn)),
                    State::Failed(problem) => Err(problem),
                    State::Coming | State::Passed | State::Left => Ok(None),
                }
            }
        }
    }

    /// Gives up the place that is kept for us.
    pub(in crate::store) fn leave(&self) {
        if let Some(slot) = self.waiting.replace(None) {
            *slot.state() = State::Left;
            slot.told.notify_all();
        }
    }

    fn file(&self) -> io::Result<File> {
        open(&self.path)
    }

    fn failed(&self, cause: io::Error) -> Problem {
        files::problem("write-file", &self.path, cause)
    }

    /// When the gate was last rung, which every writer does.
    fn rung_at(&self) -> Option<(i64, i64)> {
        fs::metadata(&self.path).ok().map(|file| (file.ctime(), file.ctime_nsec()))
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.leave();
    }
}

impl Turn {
    fn at(self, place: Option<Place>) -> Self {
        Self { _place: place, ..self }
    }

    /// Tells all who watch the gate that something has been written. The file stays empty; cutting it to nothing is
    /// what the system tells them of.
    pub(in crate::store) fn ring(&self) {
        // What is written is written, whether or not others hear of it before they look for themselves.
        let _ = self.gate.set_len(0);
    }
}

impl Slot {
    fn state(&self) -> MutexGuard<'_, State> {
        // Nobody panics while holding it; if somebody did, what stands there is whole all the same.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits in the queue, on a thread of its own, and keeps the turn for a moment.
    fn come(&self, gate: &Gate, mut line: InLine, call: Option<Call>) {
        let is_left = || matches!(*self.state(), State::Left);
        let come = loop {
            if is_left() {
                return;
            }
            match line.is_first().map_err(|cause| gate.failed(cause)).and_then(|is_first| match is_first {
                true => gate.try_lock(),
                false => Ok(None),
            }) {
                Ok(None) => {
                    let pause = line.pause();
                    thread::sleep(pause);
                    if gate.has_nobody_moved(pause) >= STANDSTILL
                        && let Ok(Some(turn)) = gate.pass(line.number())
                    {
                        break State::Here(turn);
                    }
                }
                Ok(Some(turn)) => break State::Here(turn.at(line.into_place())),
                Err(problem) => break State::Failed(problem),
            }
        };
        let mut state = self.state();
        if matches!(*state, State::Left) {
            return;
        }
        *state = come;
        drop(state);
        if let Some(call) = &call {
            call();
        }
        let is_kept = |state: &mut State| matches!(state, State::Here(_));
        let (mut state, _) =
            self.told.wait_timeout_while(self.state(), KEPT, is_kept).unwrap_or_else(PoisonError::into_inner);
        if matches!(*state, State::Here(_)) {
            // Whoever wanted it has something else to do, and nobody waits for that.
            *state = State::Passed;
        }
    }

    /// What has become of it; the turn is taken if it is there.
    fn take(&self) -> State {
        let mut state = self.state();
        let next = if matches!(*state, State::Coming) { State::Coming } else { State::Left };
        let found = std::mem::replace(&mut *state, next);
        drop(state);
        self.told.notify_all();
        found
    }
}

fn open(path: &Path) -> io::Result<File> {
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(path)
        // On a disk that cannot be written to it can be locked all the same.
        .or_else(|cause| File::open(path).map_err(|_| cause))
}
