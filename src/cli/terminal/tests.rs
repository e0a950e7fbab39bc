//! Tests of the terminal: what it sends is judged by an independent emulator and by counting.

mod bytes;
mod emulated;
mod input;
mod signs;
mod strings;

use std::io::{self, Write};
use std::num::NonZeroU16;

use ratatui::Terminal;
use ratatui::layout::Size;

use super::charset::{Capabilities, Charset, Colour};
use super::{DiffBackend, keys};

const FULL: Capabilities = Capabilities { charset: Charset::Utf8, colour: Colour::Ansi16 };

/// Keeps every write apart.
#[derive(Debug, Default)]
struct Writes(Vec<Vec<u8>>);

impl Write for Writes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn emulator(width: u16, height: u16) -> vt100::Parser {
    vt100::Parser::new(rows(height), rows(width), 0)
}

/// A number of rows, or columns, as the emulator wants it.
fn rows(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

fn terminal(capabilities: Capabilities, width: u16, height: u16) -> Terminal<DiffBackend<Writes>> {
    Terminal::new(DiffBackend::fixed(Writes::default(), capabilities, Size { width, height })).unwrap()
}
