//! The program in a pseudo-terminal: bytes in, an emulated screen out. Waits look for text and never for a time.

use std::fs;
use std::io::{Read, Write};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::casebook::{Casebook, TODAY};

const PATIENCE: Duration = Duration::from_secs(30);
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(5);

/// Longer than the program waits before it keeps what is typed.
pub const PAUSE: Duration = Duration::from_millis(1000);

/// What has come from the program: all of it, and the screen it makes.
struct Seen {
    bytes: Vec<u8>,
    emulator: vt100::Parser,
}

/// The program on a screen of its own.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    input: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<Mutex<Seen>>,
    reader: Option<JoinHandle<()>>,
}

impl Terminal {
    /// Opens the interface at 80x24.
    pub fn open(casebook: &Casebook) -> Self {
        Self::open_with(casebook, &[])
    }

    /// Opens the interface with variables of the environment set.
    pub fn open_with(casebook: &Casebook, variables: &[(&str, &str)]) -> Self {
        let directory = casebook.path("casebook");
        let words = ["--casebook", directory.to_str().unwrap()];
        Self::start(CommandBuilder::new(env!("CARGO_BIN_EXE_trygg")), casebook, variables, &words)
    }

    /// Opens the interface on a day of its own.
    pub fn open_on(casebook: &Casebook, day: &str) -> Self {
        let directory = casebook.path("casebook");
        let words = ["--casebook", directory.to_str().unwrap()];
        Self::start_on(day, CommandBuilder::new(env!("CARGO_BIN_EXE_trygg")), casebook, &[], &words)
    }

    /// Opens the interface as a job of a shell: if it stops, the shell waits for a line and lets it go on.
    pub fn open_in_shell(casebook: &Casebook) -> Self {
        let mut shell = CommandBuilder::new("/bin/sh");
        shell.args(["-c", "set -m; \"$@\"; read -r go_on; fg >/dev/null", "sh", env!("CARGO_BIN_EXE_trygg")]);
        let directory = casebook.path("casebook");
        Self::start(shell, casebook, &[], &["--casebook", directory.to_str().unwrap()])
    }

    /// Makes a demo that lasts as long as the program, and opens it.
    pub fn of_the_moment(casebook: &Casebook) -> Self {
        let directory = casebook.path("moment");
        std::fs::create_dir_all(&directory).unwrap();
        let variables = [("TMPDIR", directory.to_str().unwrap())];
        let program = CommandBuilder::new(env!("CARGO_BIN_EXE_trygg"));
        Self::start(program, casebook, &variables, &["demo", "--families", "12"])
    }

    /// Opens the tour.
    pub fn guide(casebook: &Casebook) -> Self {
        let directory = casebook.path("moment");
        std::fs::create_dir_all(&directory).unwrap();
        let variables = [("TMPDIR", directory.to_str().unwrap())];
        Self::start(CommandBuilder::new(env!("CARGO_BIN_EXE_trygg")), casebook, &variables, &["guide"])
    }

    /// Opens the casebook for practice of a day.
    pub fn practise(casebook: &Casebook, day: &str) -> Self {
        let program = CommandBuilder::new(env!("CARGO_BIN_EXE_trygg"));
        Self::start_on(day, program, casebook, &[], &["demo", "--practice"])
    }

    fn start(command: CommandBuilder, casebook: &Casebook, variables: &[(&str, &str)], words: &[&str]) -> Self {
        Self::start_on(TODAY, command, casebook, variables, words)
    }

    fn start_on(
        day: &str,
        mut command: CommandBuilder,
        casebook: &Casebook,
        variables: &[(&str, &str)],
        words: &[&str],
    ) -> Self {
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "sv_SE.UTF-8")].iter().chain(variables) {
            command.env(name, value);
        }
        command.env("HOME", casebook.path(""));
        command.args(["--today", day]);
        command.args(words);
        Self::run(command, size(80, 24))
    }

    /// Runs something on a screen of a size of its own.
    pub fn run(command: CommandBuilder, size: PtySize) -> Self {
        let pty = native_pty_system().openpty(size).unwrap();
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        // One that does not know its size is as large as most are.
        let emulator = match (size.rows.try_into(), size.cols.try_into()) {
            (Ok(rows), Ok(columns)) => vt100::Parser::new(rows, columns, 0),
            _ => vt100::Parser::default(),
        };
        let seen = Arc::new(Mutex::new(Seen { bytes: Vec::new(), emulator }));
        let mut output = pty.master.try_clone_reader().unwrap();
        let told = Arc::clone(&seen);
        let reader = thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                let mut seen = told.lock().unwrap();
                seen.bytes.extend_from_slice(&buffer[..count]);
                seen.emulator.process(&buffer[..count]);
            }
        });
        let input = pty.master.take_writer().unwrap();
        Self { master: pty.master, input, child, seen, reader: Some(reader) }
    }

    /// Sends keys as a terminal does.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
        self
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        self.until(&format!("{text:?} on"), |screen| screen.contains(text))
    }

    /// Waits until a text is no longer on the screen.
    #[track_caller]
    pub fn hides(&mut self, text: &str) -> &mut Self {
        self.until(&format!("no {text:?} on"), |screen| !screen.contains(text))
    }

    /// Waits until the casebook is locked: the clock and nothing else, but for what the test says stands beside it.
    #[track_caller]
    pub fn is_locked(&mut self, beside: &str) -> &mut Self {
        self.until(&format!("a clock{beside} alone on"), |screen| {
            let time = screen.trim().strip_suffix(beside).unwrap_or_default();
            time.len() == 5 && time.chars().all(|sign| sign.is_ascii_digit() || sign == '.')
        })
    }

    #[track_caller]
    fn until(&mut self, wanted: &str, holds: impl Fn(&str) -> bool) -> &mut Self {
        let begun = Instant::now();
        while !holds(&self.screen()) {
            assert!(begun.elapsed() < PATIENCE, "wanted: {wanted}\n{}", self.screen());
            thread::sleep(GLANCE);
        }
        self
    }

    /// Waits for longer than the program does before it keeps what is typed.
    pub fn pause(&mut self) -> &mut Self {
        thread::sleep(PAUSE);
        self
    }

    /// The screen now.
    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().emulator.screen().contents()
    }

    /// Everything that the program has written.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.lock().unwrap().bytes.clone()
    }

    /// Asks the emulator something.
    pub fn emulator<T>(&self, ask: impl FnOnce(&vt100::Screen) -> T) -> T {
        ask(self.seen.lock().unwrap().emulator.screen())
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        let (high, wide) = (rows.try_into().unwrap(), columns.try_into().unwrap());
        self.seen.lock().unwrap().emulator.screen_mut().set_size(high, wide);
        self.master.resize(size(columns, rows)).unwrap();
        self
    }

    /// Gives the terminal a size that no emulator could have; what stands on the screen meanwhile nobody sees.
    pub fn resize_unseen(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.master.resize(size(columns, rows)).unwrap();
        self
    }

    /// Sends a signal by its name.
    pub fn signal(&mut self, name: &str) -> &mut Self {
        let number = self.number().to_string();
        assert!(Command::new("kill").args(["-s", name, &number]).status().unwrap().success());
        self
    }

    /// Whether the system has stopped the program.
    pub fn is_stopped(&self) -> bool {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.number())).unwrap();
        stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('T'))
    }

    /// What `stty` says of the terminal, or does to it.
    pub fn stty(&self, words: &[&str]) -> String {
        let terminal = self.master.tty_name().unwrap();
        let said = Command::new("stty").arg("-F").arg(terminal).args(words).output().unwrap();
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        String::from_utf8(said.stdout).unwrap()
    }

    /// The program's number; of a shell's job, the job's.
    pub fn number(&self) -> u32 {
        let number = self.child.process_id().unwrap();
        let is_shell = fs::read_link(format!("/proc/{number}/exe")).is_ok_and(|exe| !exe.ends_with("trygg"));
        if is_shell { children_of(number).first().copied().unwrap_or(number) } else { number }
    }

    /// Waits until the program has ended and all that it wrote has come; gives whether it ended well.
    pub fn ends(&mut self) -> bool {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < PATIENCE, "still there\n{}", self.screen());
            thread::sleep(GLANCE);
        };
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        status.success()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Whatever a failed test leaves behind; a program that has ended cannot be ended again.
        let _ = self.child.kill();
    }
}

/// Of what a program has written, that it steers nothing but what is on the screen: sequences that move, erase and
/// style, modes that it turns on and off, and no string of any kind, so that no clipboard and no title is touched.
#[track_caller]
pub fn only_draws(bytes: &[u8]) {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte < b' ' || *byte == 0x7f) {
        let (control, after) = (rest[at], &rest[at + 1..]);
        rest = after;
        // A line up, which one has in two bytes.
        if control != 0x1b || after.starts_with(b"M") {
            assert!(b"\r\n\x08\x1b".contains(&control), "{control:02x}");
            continue;
        }
        let length = after.iter().position(|byte| (0x40..=0x7e).contains(byte) && *byte != b'[').unwrap_or(after.len());
        let sequence = String::from_utf8_lossy(&after[..(length + 1).min(after.len())]).into_owned();
        let draws = sequence.starts_with('[')
            && sequence.ends_with(['m', 'H', 'J', 'K', 'h', 'l', 'A', 'B', 'C', 'D', 'G', 'd', 'X']);
        assert!(draws, "ESC {sequence:?}");
        let modes = sequence.ends_with(['h', 'l']).then(|| sequence[1..sequence.len() - 1].to_owned());
        if let Some(modes) = modes {
            assert!(["?1049", "?2004", "?25", "?7"].contains(&modes.as_str()), "ESC {sequence:?}");
        }
    }
}

/// The processes that one has begun.
pub fn children_of(number: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{number}/task")).into_iter().flatten().flatten();
    let children = tasks.map(|task| fs::read_to_string(task.path().join("children")).unwrap_or_default());
    children
        .flat_map(|list| list.split_whitespace().map(|number| number.parse().unwrap()).collect::<Vec<_>>())
        .collect()
}

pub fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// Waits for something outside the screen.
pub fn wait_for(what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "waited for {what}");
        thread::sleep(GLANCE);
    }
}
