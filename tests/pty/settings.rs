//! What somebody has settled for the interface: keys of one letter, and only the terminal's own two colours.

use std::fs;

use crate::casebook::Casebook;
use crate::terminal::Terminal;

/// The demo, opened by somebody who has settled something.
fn settled(text: &str) -> (Casebook, Terminal) {
    let casebook = Casebook::demo();
    let folder = casebook.path(".config/trygg");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("interface.toml"), text).unwrap();
    let terminal = Terminal::open(&casebook);
    (casebook, terminal)
}

#[test]
fn letters_that_are_off_do_nothing_and_say_where_everything_is() {
    let (_casebook, mut terminal) = settled("letters = \"off\"\n");
    terminal.shows("Veckan").keys("2").shows("F9 visar allt").hides("Familjer  12");
    // F9 is the palette, in which one types, and F2 the families.
    terminal.keys("\x1b[20~").shows("Hoppa till familj").keys("avsluta").shows("▸Avsluta").keys("\x1b");
    terminal.keys("\x1bOQ").shows("Familjer  12").keys("q").shows("F9 visar allt");
    terminal.keys("\x1b[20~").shows("Hoppa till familj").keys("avsluta").shows("▸Avsluta").keys("\r");
    assert!(terminal.ends());
}

#[test]
fn letters_behind_a_prefix_wait_for_it() {
    let (_casebook, mut terminal) = settled("letters = \"prefix\"\n");
    terminal.shows("Veckan").keys("2").shows("Ctrl-X först, sedan bokstaven").hides("Familjer  12");
    terminal.keys("\x182").shows("Familjer  12").keys("\x18+").shows("familj, dag, tid").keys("lind igår");
    terminal.shows("Lindström").keys("\x1b").shows("Sparat som utkast").keys("\x18q");
    assert!(terminal.ends());
}

/// Every number in every SGR that was written.
fn styles(bytes: &[u8]) -> Vec<u32> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m').map(|(inside, _)| inside));
    let inside = sequences.filter(|inside| inside.chars().all(|c| c.is_ascii_digit() || c == ';'));
    inside.flat_map(|inside| inside.split(';')).filter_map(|number| number.parse().ok()).collect()
}

#[test]
fn with_contrast_nothing_is_coloured_or_dimmed() {
    let is_faint = |style: &u32| matches!(style, 2 | 30..=38 | 40..=48 | 90..=107);
    for (text, faint) in [("contrast = true\n", false), ("contrast = false\n", true)] {
        let (_casebook, mut terminal) = settled(text);
        terminal.shows("Veckan").shows("FÖRSENAT").keys("2").shows("Familjer  12").keys("/lin\r").shows("HEMMA");
        terminal.keys("q");
        assert!(terminal.ends());
        assert_eq!(styles(&terminal.bytes()).iter().any(is_faint), faint, "{text}");
    }
}
