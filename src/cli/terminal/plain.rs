//! Whole lines from a terminal that is left as it is: it edits and shows what is typed, and nothing is ever sent to it
//! but letters and line ends. Only while a passphrase is typed it is told not to show it.

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Read, Write};
use std::os::fd::AsFd;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, Once, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

use zeroize::Zeroize as _;

use super::charset::Charset;
use super::events::Event;

/// What was read of a line that is not ended yet.
static BEGUN: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Whether the terminal does not show what is typed.
static HIDES: AtomicBool = AtomicBool::new(false);

static HOOK: Once = Once::new();

/// How long the reader may take to fetch what is typed of a line.
const MOMENT: Duration = Duration::from_millis(60);

/// No line is longer; what is more is another.
const LONGEST: usize = 64 * 1024;

/// Reads lines for as long as the program lives.
pub(super) fn read_lines(sender: Sender<Event>) -> io::Result<()> {
    thread::Builder::new().name("lines".into()).spawn(move || {
        // Past every buffer that would keep what was typed.
        let Ok(input) = io::stdin().as_fd().try_clone_to_owned() else { return };
        let (mut input, mut buffer) = (File::from(input), [0; 4096]);
        loop {
            match input.read(&mut buffer) {
                Ok(count @ 1..) => {
                    let goes_on = take(&buffer[..count], &sender);
                    buffer.zeroize();
                    if !goes_on {
                        return;
                    }
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Ok(0) | Err(_) => break,
            }
        }
        // A program that does not listen any more need not hear it.
        let _ = sender.send(Event::Hangup);
    })?;
    Ok(())
}

fn take(bytes: &[u8], sender: &Sender<Event>) -> bool {
    let mut begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
    for byte in bytes {
        if *byte != b'\n' && begun.len() < LONGEST {
            begun.push(*byte);
            continue;
        }
        let line = read(&begun);
        begun.zeroize();
        if sender.send(Event::Line(line)).is_err() {
            return false;
        }
    }
    true
}

/// Bytes as text; what is no UTF-8 is taken as the letters of one byte that older terminals send.
fn read(bytes: &[u8]) -> String {
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Takes what has been typed of a line that nobody has ended.
pub fn take_unfinished() -> String {
    let input = io::stdin();
    if let Ok(mut now) = tcgetattr(&input) {
        let found = now.local_modes;
        now.local_modes.remove(LocalModes::ICANON);
        if tcsetattr(&input, OptionalActions::Now, &now).is_ok() {
            thread::sleep(MOMENT);
            now.local_modes = found;
            let _ = tcsetattr(&input, OptionalActions::Now, &now);
        }
    }
    let mut begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
    let line = read(&begun);
    begun.zeroize();
    line
}

/// Has the terminal show what is typed, or not. What is typed elsewhere than at a terminal is shown nowhere.
pub fn hide(hides: bool) {
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            hide(false);
            before(panic);
        }));
    });
    let input = io::stdin();
    if !input.is_terminal() || HIDES.swap(hides, Ordering::SeqCst) == hides {
        return;
    }
    let Ok(mut now) = tcgetattr(&input) else { return };
    now.local_modes.set(LocalModes::ECHO, !hides);
    // A terminal that is gone shows nothing.
    let _ = tcsetattr(&input, OptionalActions::Now, &now);
}

/// A line as it may be sent to any terminal or braille display: no control character, nothing that turns the text.
pub fn shown(text: &str, charset: Charset) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    text.graphemes(true)
        .map(|sign| charset.show(if sign.chars().all(char::is_whitespace) { " " } else { sign }).0)
        .collect()
}

/// Whoever reads lines from a pipe gets all of them at once.
pub fn write(out: &mut impl Write, text: &str, charset: Charset) -> io::Result<()> {
    out.write_all(shown(text, charset).as_bytes())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_are_whole_whatever_they_come_in() {
        let (sender, queue) = channel();
        for bytes in [&b"+ lind "[..], b"ig\xc3", b"\xa5r\r\nslut", b"\n"] {
            assert!(take(bytes, &sender));
        }
        drop(sender);
        let lines: Vec<Event> = queue.iter().collect();
        assert_eq!(lines, [Event::Line("+ lind igår".to_owned()), Event::Line("slut".to_owned())]);
    }

    proptest! {
        #[test]
        fn nothing_that_is_written_steers(text in any::<String>()) {
            for charset in [Charset::Utf8, Charset::Ascii] {
                let shown = shown(&text, charset);
                prop_assert!(!shown.chars().any(char::is_control), "{shown:?}");
                prop_assert!(charset == Charset::Utf8 || shown.is_ascii(), "{shown:?}");
            }
        }
    }
}
