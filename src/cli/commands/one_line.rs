//! A line that is no argument: what stands on a command line can be read in the list of processes and stays in the
//! shell's history, so case text comes by standard input or is asked for.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use crate::cli::invocation::Invocation;
use crate::domain::problem::{Kind, Problem};
use crate::domain::quickline::LONGEST;

/// Bytes that the longest line can take, its end and one byte more.
const MOST_BYTES: u64 = LONGEST as u64 * 4 + 3;

/// The one line of standard input, or what somebody at the terminal answers.
///
/// # Errors
/// Nothing there, more than one line, or no text.
pub(super) fn read(call: &Invocation) -> Result<String, Problem> {
    let unread = |cause: io::Error| Problem::new(Kind::Usage, "read-line").because(cause);
    let input = io::stdin();
    let mut bytes = Vec::new();
    if input.is_terminal() {
        let mut asks = io::stderr();
        asks.write_all(call.locale.say("ask-line").as_bytes()).and_then(|()| asks.flush()).map_err(unread)?;
        input.lock().take(MOST_BYTES).read_until(b'\n', &mut bytes).map_err(unread)?;
    } else {
        input.lock().take(MOST_BYTES).read_to_end(&mut bytes).map_err(unread)?;
    }
    // One that goes on and on is too long whatever it says, also where it was cut inside a letter.
    let text = if bytes.len() as u64 == MOST_BYTES {
        String::from_utf8_lossy(&bytes).into_owned()
    } else {
        String::from_utf8(bytes).map_err(|_| Problem::new(Kind::Invalid, "line-not-utf8"))?
    };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    match (lines.next(), lines.next()) {
        (None, _) => Err(Problem::new(Kind::Usage, "empty-line")),
        (Some(_), Some(_)) => Err(Problem::new(Kind::Usage, "several-lines")),
        (Some(line), None) => Ok(line.trim_start_matches('\u{feff}').to_owned()),
    }
}
