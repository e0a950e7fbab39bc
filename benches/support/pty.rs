//! A program in a pseudo-terminal of 80x24, the keys it is sent, and what comes back.
//!
//! A frame or an answer to a key is over when nothing has come for [`QUIET`]; that wait is not counted. The program's
//! writes are counted with the reads they arrive in, of which there is one a frame.
#![allow(dead_code, reason = "each bench uses its part")]

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

pub const QUIET: Duration = Duration::from_millis(40);
const PATIENCE: Duration = Duration::from_secs(5);

/// What came back, when its first and its last byte came, in how many reads; where there was a second, when.
#[derive(Debug, Clone, Copy, Default)]
pub struct Answer {
    pub first: Duration,
    pub second: Option<Duration>,
    pub last: Duration,
    pub bytes: usize,
    pub reads: usize,
}

pub struct Session {
    input: Box<dyn Write + Send>,
    output: Receiver<(Instant, usize)>,
    child: Box<dyn Child + Send + Sync>,
}

impl Session {
    pub fn start(command: &[&str]) -> (Self, Answer) {
        let pty = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut builder = CommandBuilder::new(command[0]);
        builder.args(&command[1..]);
        builder.env("TERM", "xterm-256color");
        builder.env("LANG", "C.UTF-8");
        let mut reader = pty.master.try_clone_reader().unwrap();
        let input = pty.master.take_writer().unwrap();
        let begun = Instant::now();
        let child = pty.slave.spawn_command(builder).unwrap();
        drop(pty.slave);
        let (sender, output) = channel();
        thread::spawn(move || {
            let _master = pty.master;
            let mut buffer = [0_u8; 65536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send((Instant::now(), count)).is_err() {
                    break;
                }
            }
        });
        let mut session = Self { input, output, child };
        let first = session.answer(begun, PATIENCE);
        (session, first)
    }

    pub fn key(&mut self, key: &str) -> Answer {
        self.key_within(key, PATIENCE)
    }

    /// Sends a key that may have no answer.
    pub fn key_within(&mut self, key: &str, patience: Duration) -> Answer {
        // What came since belongs to no key.
        while self.output.try_recv().is_ok() {}
        let begun = Instant::now();
        self.input.write_all(key.as_bytes()).unwrap();
        self.input.flush().unwrap();
        self.answer(begun, patience)
    }

    fn answer(&mut self, begun: Instant, patience: Duration) -> Answer {
        let mut answer = Answer::default();
        let mut wait = patience;
        while let Ok((at, bytes)) = self.output.recv_timeout(wait) {
            let first = if answer.reads == 0 { at - begun } else { answer.first };
            let second = answer.second.or_else(|| (answer.reads == 1).then(|| at - begun));
            answer = Answer { first, second, last: at - begun, bytes: answer.bytes + bytes, reads: answer.reads + 1 };
            wait = QUIET;
        }
        answer
    }

    /// Waits until the program does nothing any more, at most as long as told; how long that took.
    pub fn rest(&mut self, most: Duration) -> Duration {
        let begun = Instant::now();
        let mut busy = begun;
        let mut before = self.processor_ticks();
        while begun.elapsed() < most && busy.elapsed() < Duration::from_millis(300) {
            thread::sleep(Duration::from_millis(50));
            let now = self.processor_ticks();
            if now != before {
                (busy, before) = (Instant::now(), now);
            }
        }
        busy - begun
    }

    /// Most memory so far, in KiB, since the program began or [`Session::forget_peak`].
    pub fn memory_kib(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }

    /// Counts the most memory from now on.
    pub fn forget_peak(&self) {
        if let Some(id) = self.child.process_id() {
            let _ = std::fs::write(format!("/proc/{id}/clear_refs"), "5");
        }
    }

    pub fn processor_ticks(&self) -> Option<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.process_id()?)).ok()?;
        let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    }

    pub fn end(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

pub fn percentile<T: Copy + Ord>(all: &[T], percent: usize) -> T {
    let mut sorted = all.to_vec();
    sorted.sort_unstable();
    sorted[(sorted.len() - 1) * percent / 100]
}
