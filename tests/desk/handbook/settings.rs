//! Examples of the unit's own files: each says which file it is of, and the program takes it.

use std::fs;

use trygg::domain::interface::InterfaceSettings;
use trygg::domain::problem::Problem;
use trygg::exchange::mapping::Mappings;

use super::pages;
use crate::desk::Desk;

/// An example, and the file that it is of.
type Example = (Option<String>, String);

/// Examples on a page, each with the file that it is of: `<!-- file rules.toml -->` stands before the block.
fn examples(text: &str) -> Vec<Example> {
    let (mut found, mut file, mut block): (Vec<Example>, _, Option<String>) = (Vec::new(), None, None);
    for line in text.lines() {
        match &mut block {
            Some(text) if line == "```" => {
                found.push((file.take(), std::mem::take(text)));
                block = None;
            }
            Some(text) => text.push_str(&format!("{line}\n")),
            None if line == "```toml" => block = Some(String::new()),
            None => {
                let named = line.strip_prefix("<!-- file ").and_then(|rest| rest.strip_suffix(" -->"));
                file = named.map(str::to_owned).or(file);
            }
        }
    }
    found
}

/// What is read when it is asked for, and not when the casebook is opened.
fn read_later(file: &str, text: &str) -> Result<(), Problem> {
    match file {
        "interface.toml" => InterfaceSettings::of(text, "Karin").map(|_| ()),
        "imports.toml" => Mappings::parse(text).map(|_| ()),
        _ => Ok(()),
    }
}

#[test]
fn every_example_of_a_file_is_taken() {
    let mut seen = 0;
    for page in pages() {
        for (file, text) in examples(&page.text) {
            let Some(file) = file else { panic!("{}: nobody says which file this is of\n{text}", page.name) };
            let desk = Desk::new();
            fs::create_dir_all(desk.path(&file).parent().unwrap()).unwrap();
            fs::write(desk.path(&file), &text).unwrap();
            let store = desk.colleague("Karin");
            assert!(store.unit_faults().is_empty(), "{} {file}\n{text}\n{:?}", page.name, store.unit_faults());
            assert!(read_later(&file, &text).is_ok(), "{} {file}\n{text}", page.name);
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen} examples");
}

#[test]
fn a_faulty_example_is_found() {
    let text = "<!-- file lock.toml -->\n\n```toml\nminutes = 5\n```\n\n```toml\nx = 1\n```\n";
    let found = examples(text);
    assert_eq!(found[0], (Some("lock.toml".to_owned()), "minutes = 5\n".to_owned()));
    assert_eq!(found[1].0, None);
    assert!(read_later("interface.toml", "linear = true\n").is_err());
    assert!(read_later("imports.toml", "[[mapping]]\nname = 1\n").is_err());
    let desk = Desk::new();
    fs::write(desk.path("lock.toml"), "minutes = 0\n").unwrap();
    assert!(!desk.colleague("Karin").unit_faults().is_empty());
}
