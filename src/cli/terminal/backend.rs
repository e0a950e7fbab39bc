//! The way out: a backend of ratatui that sends few bytes, in one write a frame.
//!
//! ratatui hands over the changed cells, then hides or shows and places the cursor, and only then calls `flush`. So
//! all but `flush` only note down what is wanted; `flush` compares that with what the terminal shows and writes the
//! difference at once, or nothing at all. Must not know what is drawn, and never asks the terminal anything.

use std::cell::Cell as Slot;
use std::io::{self, Write};

use crossterm::terminal::window_size;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::charset::Capabilities;
use super::grid::{Glyph, Grid};
use super::paint::{Cursor, Painter};
use super::pen::Pen;

/// What a terminal is taken for that does not tell its size.
const USUAL: Size = Size { width: 80, height: 24 };

/// A backend that writes to `W`, which should not buffer: [`super::screen`] is the one for the real terminal.
#[derive(Debug)]
pub struct DiffBackend<W: Write> {
    writer: W,
    capabilities: Capabilities,
    extent: Extent,
    /// The size ratatui was told last, to which the cells it sends belong.
    told: Slot<Size>,
    want: Grid,
    changed: Vec<bool>,
    caret: Position,
    cursor: Visibility,
    painter: Painter,
}

#[derive(Clone, Copy, Debug)]
enum Extent {
    Real,
    Fixed(Size),
}

#[derive(Clone, Copy, Debug)]
enum Visibility {
    Shown,
    Hidden,
}

impl<W: Write> DiffBackend<W> {
    /// A backend that asks the system for the size of the terminal.
    ///
    /// # Errors
    /// When there is no terminal to be measured.
    pub fn new(writer: W, capabilities: Capabilities) -> io::Result<Self> {
        Ok(Self::with(writer, capabilities, Extent::Real, Extent::Real.measure()?))
    }

    /// A backend of a given size, for tests and for drawing without a terminal.
    pub fn fixed(writer: W, capabilities: Capabilities, size: Size) -> Self {
        Self::with(writer, capabilities, Extent::Fixed(size), size)
    }

    fn with(writer: W, capabilities: Capabilities, extent: Extent, size: Size) -> Self {
        Self {
            writer,
            capabilities,
            extent,
            told: Slot::new(size),
            want: Grid::new(size, &Glyph::BLANK),
            changed: vec![false; size.height.into()],
            caret: Position::ORIGIN,
            cursor: Visibility::Hidden,
            painter: Painter::new(size),
        }
    }

    /// Gives a backend of fixed size another one; the next frame clears the screen.
    pub fn resize(&mut self, size: Size) {
        self.extent = Extent::Fixed(size);
    }

    /// Where the bytes go.
    pub fn writer(&self) -> &W {
        &self.writer
    }

    /// Starts from an empty screen of the size ratatui was told.
    fn restart(&mut self) {
        let size = self.told.get();
        self.want = Grid::new(size, &Glyph::BLANK);
        self.changed = vec![false; size.height.into()];
        self.painter = Painter::new(size);
    }

    /// Notes a cell down and gives the column after it.
    fn put(&mut self, x: u16, y: u16, cell: &Cell) -> u16 {
        let Size { width, height } = self.want.size();
        if x >= width || y >= height {
            return x;
        }
        self.changed[usize::from(y)] = true;
        let pen = Pen::of(cell, self.capabilities.colour);
        let room = width - x;
        let (text, columns) = self.capabilities.charset.show(cell.symbol());
        let glyph = Glyph::new(&text, pen);
        if glyph.reach() <= room {
            self.want.put(x, y, glyph, columns);
            return x + columns;
        }
        // One that might reach over the edge, where a terminal would wrap and perhaps scroll, stays away.
        let columns = columns.min(room);
        self.want.put(x, y, Glyph::new(&self.capabilities.charset.unshowable(columns), pen), columns);
        x + columns
    }

    /// Blanks the cells from one place up to, not including, another, counted along the rows.
    fn blank(&mut self, from: usize, until: usize) {
        let width = usize::from(self.want.size().width).max(1);
        for index in from..until.min(width * self.changed.len()) {
            let place = |n| u16::try_from(n).unwrap_or(u16::MAX);
            self.put(place(index % width), place(index / width), &Cell::EMPTY);
        }
    }
}

impl Extent {
    fn measure(self) -> io::Result<Size> {
        match self {
            Self::Fixed(size) => Ok(size),
            Self::Real => {
                let size = window_size()?;
                // A serial line does not know.
                let known = size.columns > 0 && size.rows > 0;
                Ok(if known { Size { width: size.columns, height: size.rows } } else { USUAL })
            }
        }
    }
}

impl<W: Write> Backend for DiffBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        if self.told.get() != self.want.size() {
            self.restart();
        }
        // After some wide signs ratatui sends blanks for their further columns; here those belong to the sign.
        let mut tail = (0, 0..0);
        for (x, y, cell) in content {
            if tail.0 != y || !tail.1.contains(&x) {
                tail = (y, x + 1..self.put(x, y, cell));
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor = Visibility::Hidden;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor = Visibility::Shown;
        Ok(())
    }

    /// Where the cursor was last placed; the terminal is not asked.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.caret)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.caret = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        let width = usize::from(self.want.size().width);
        let row = usize::from(self.caret.y) * width;
        let caret = row + usize::from(self.caret.x);
        match region {
            ClearType::All => self.restart(),
            ClearType::AfterCursor => self.blank(caret, usize::MAX),
            ClearType::BeforeCursor => self.blank(0, caret + 1),
            ClearType::CurrentLine => self.blank(row, row + width),
            ClearType::UntilNewLine => self.blank(caret, row + width),
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        let size = self.extent.measure()?;
        self.told.set(size);
        Ok(size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        let Size { width, height } = self.want.size();
        if width == 0 || height == 0 {
            return Ok(());
        }
        let cursor = match self.cursor {
            Visibility::Hidden => Cursor::Hidden,
            Visibility::Shown => Cursor::At(Position::new(self.caret.x.min(width - 1), self.caret.y.min(height - 1))),
        };
        let bytes = self.painter.frame(&self.want, &self.changed, cursor);
        self.changed.fill(false);
        if bytes.is_empty() {
            return Ok(());
        }
        let written = self.writer.write_all(bytes).and_then(|()| self.writer.flush());
        if written.is_err() {
            // How much of it arrived nobody knows, so the next frame starts from an empty screen.
            self.painter = Painter::new(self.want.size());
        }
        written
    }
}
