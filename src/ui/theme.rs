//! Styles. Sixteen colours at most, and none of them says anything alone: a sign or a word stands beside it.

use ratatui::style::{Color, Modifier, Style};

/// Ordinary text.
pub const PLAIN: Style = Style::new();
/// What the eye should find first.
pub const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);
/// What may be overlooked: rules, labels, the past.
pub const QUIET: Style = Style::new().add_modifier(Modifier::DIM);
/// Headings inside a pane.
pub const HEADING: Style = Style::new().fg(Color::Cyan);
/// Something is wrong or late.
pub const ALARM: Style = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
/// Something was done.
pub const DONE: Style = Style::new().fg(Color::Green);
/// The marker in the margin.
pub const MARKER: Style = Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD);
/// A text that the first letter typed replaces.
pub const FRESH: Style = Style::new().add_modifier(Modifier::UNDERLINED);
/// A part of a line that is not understood.
pub const FAULTY: Style = Style::new().fg(Color::Red).add_modifier(Modifier::UNDERLINED);

/// The sign beside what is open elsewhere on the screen.
pub const OPEN: &str = "•";
/// The sign of the marker.
pub const MARK: &str = "▸";
