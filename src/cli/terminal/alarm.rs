//! An alarm that wakes the program once, at the time that was asked for last. Its clock goes on while the machine
//! sleeps, so that what was to happen meanwhile happens as it wakes. Without an alarm that is set, nobody wakes.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create, timerfd_settime,
};

use super::events::Event;

#[derive(Debug, Clone)]
pub(super) struct Alarm(Arc<OwnedFd>);

impl Alarm {
    /// An alarm that puts [`Event::Alarm`] into the queue.
    pub(super) fn into(sender: Sender<Event>) -> io::Result<Self> {
        let timer = Arc::new(timerfd_create(TimerfdClockId::Boottime, TimerfdFlags::CLOEXEC)?);
        let waits = Arc::clone(&timer);
        thread::Builder::new().name("alarm".into()).spawn(move || {
            let mut count = [0; 8];
            loop {
                match rustix::io::read(&*waits, &mut count) {
                    Ok(_) => {}
                    Err(rustix::io::Errno::INTR) => continue,
                    Err(_) => return,
                }
                if sender.send(Event::Alarm).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self(timer))
    }

    /// Sets it anew; one that was set before is forgotten. An alarm of no time rings at once.
    pub(super) fn set(&self, after: Duration) {
        let after = after.max(Duration::from_millis(1));
        let value =
            Timespec { tv_sec: after.as_secs().try_into().unwrap_or(i64::MAX), tv_nsec: after.subsec_nanos().into() };
        let once = Itimerspec { it_interval: Timespec { tv_sec: 0, tv_nsec: 0 }, it_value: value };
        // A timer that there is can be set.
        let _ = timerfd_settime(&*self.0, TimerfdTimerFlags::empty(), &once);
    }
}
