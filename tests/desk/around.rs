//! What stands around every pane: the panes and the title above, what was said and the keys below.

use super::desk::Desk;

/// A screen cut into its parts; one that is too small for a head is all body.
pub struct Parts {
    /// The panes and who is there.
    pub panes: String,
    /// Where one is.
    pub title: String,
    /// What the pane or what lies over it shows.
    pub body: String,
    /// A rule, or what was said or asked, and the keys.
    pub bottom: String,
}

/// Rows of the head, the rule with them, and of the bottom line with what stands above it.
const HEAD: usize = 3;
const BOTTOM: usize = 2;

/// Cuts a screen. Of what was said in several rows only the last is taken for the bottom.
pub fn parts(screen: &str) -> Parts {
    let rows: Vec<&str> = screen.split('\n').collect();
    let is_rule = |row: &&str| !row.is_empty() && row.chars().all(|letter| letter == '─');
    if rows.len() < HEAD + BOTTOM || !rows.get(HEAD - 1).is_some_and(is_rule) {
        let nothing = String::new;
        return Parts { panes: nothing(), title: nothing(), body: screen.to_owned(), bottom: nothing() };
    }
    let end = rows.len() - BOTTOM;
    let bottom: Vec<&str> = rows[end..].iter().filter(|row| !is_rule(row)).copied().collect();
    Parts {
        panes: rows[0].to_owned(),
        title: rows[1].to_owned(),
        body: rows[HEAD..end].join("\n"),
        bottom: bottom.join("\n"),
    }
}

/// What was seen around scenes: each text once, with the names of those that had it, in the order of the first.
#[derive(Default)]
pub struct Around {
    seen: [Vec<(String, Vec<String>)>; 3],
}

impl Around {
    /// Looks around a scene.
    pub fn add(&mut self, name: &str, screen: &str) {
        let Parts { panes, title, bottom, .. } = parts(screen);
        for (seen, text) in self.seen.iter_mut().zip([panes, title, bottom]) {
            match seen.iter_mut().find(|(before, _)| *before == text) {
                Some((_, names)) => names.push(name.to_owned()),
                None => seen.push((text, vec![name.to_owned()])),
            }
        }
    }

    /// All of it, to be kept as a picture.
    pub fn told(&self) -> String {
        let mut told = Vec::new();
        for (heading, seen) in ["PANES", "TITLE", "BOTTOM"].into_iter().zip(&self.seen) {
            told.push(format!("== {heading}"));
            for (text, names) in seen {
                told.push(text.clone());
                told.extend(lines(names));
            }
        }
        told.join("\n")
    }
}

/// Names in lines that can be read in a difference.
fn lines(names: &[String]) -> Vec<String> {
    let mut lines = vec!["   <".to_owned()];
    for name in names {
        match lines.last_mut() {
            Some(line) if line.chars().count() + name.len() < 100 => line.push_str(&format!(" {name}")),
            _ => lines.push(format!("   < {name}")),
        }
    }
    lines
}

#[test]
fn a_screen_is_cut_where_the_frame_is() {
    let mut desk = Desk::new();
    let screen = desk.screen();
    let Parts { panes, title, body, bottom } = parts(&screen);
    assert!(panes.starts_with(" 1 Ve") && title.starts_with(" Familjer"), "{screen}");
    assert!(bottom.starts_with(" Enter öppna") && !bottom.contains('\n'), "{bottom}");
    assert_eq!(body.split('\n').count(), 24 - HEAD - BOTTOM);
    assert!(!body.contains("Vecka") && !body.contains("Enter") && body.contains("Lindström"), "{body}");
    // What was said is the bottom's too.
    let said = parts(&desk.keys("/ lin Enter x").screen()).bottom;
    assert!(said.starts_with(" ? Ta bort familjen Lindström?\n"), "{said}");
    desk.app.resize((20, 5));
    assert_eq!(parts(&desk.screen()).body, desk.screen());
}
