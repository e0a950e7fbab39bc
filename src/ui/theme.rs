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

#[cfg(test)]
mod tests {
    use super::*;

    /// The colours of common terminals that this theme uses: red, green, yellow, cyan.
    const PALETTES: [(&str, [u32; 4]); 4] = [
        ("xterm", [0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_cd_cd]),
        ("VGA", [0xaa_00_00, 0x00_aa_00, 0xaa_55_00, 0x00_aa_aa]),
        ("Windows", [0xc5_0f_1f, 0x13_a1_0e, 0xc1_9c_00, 0x3a_96_dd]),
        ("GNOME", [0xcc_00_00, 0x4e_9a_06, 0xc4_a0_00, 0x06_98_9a]),
    ];

    /// Relative luminance, as WCAG 2 defines it.
    fn luminance(colour: u32) -> f64 {
        let part = |shift: u32| {
            let part = f64::from((colour >> shift) & 0xff) / 255.0;
            if part <= 0.039_28 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    fn contrast(one: u32, other: u32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// None of the sixteen reaches 4.5 to 1 both on black and on white, in any of these: so there is a setting that
    /// takes them away, and none of them says anything alone. Another colour here must be measured anew.
    #[test]
    fn which_colours_there_are_and_what_their_contrast_is() {
        let used = [HEADING, ALARM, DONE, MARKER, FAULTY, PLAIN, STRONG, QUIET, FRESH];
        let place = |style: &Style| match style.fg? {
            Color::Red => Some(0),
            Color::Green => Some(1),
            Color::Yellow => Some(2),
            Color::Cyan => Some(3),
            other => panic!("{other:?} was not measured"),
        };
        assert!((contrast(0, 0xff_ff_ff) - 21.0).abs() < 0.01);
        for (name, palette) in PALETTES {
            for at in used.iter().filter_map(place) {
                let (dark, light) = (contrast(palette[at], 0), contrast(palette[at], 0xff_ff_ff));
                assert!(dark.min(light) < 4.5, "{name} {at}: {dark:.1} and {light:.1}: the setting may not be needed");
                assert!(dark.max(light) > 4.5, "{name} {at}: {dark:.1} and {light:.1}: readable nowhere");
            }
        }
    }
}
