//! What the table of arguments promises: a command line, described in both languages.

use super::*;
use crate::locale::Language;

#[test]
fn the_table_makes_a_command_line() {
    for language in [Language::Swedish, Language::English] {
        command(&Locale::new(language)).debug_assert();
    }
}

#[test]
fn everything_is_described_in_both_languages() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        let rows = COMMANDS.iter().flat_map(|(_, rows)| rows.iter()).chain(GLOBAL);
        for (id, _, _, takes) in rows {
            assert!(locale.knows(&format!("arg-{id}")), "{language:?}: arg-{id}");
            let valued = !matches!(takes, Nothing);
            assert_eq!(locale.knows(&format!("arg-{id}-value")), valued, "{language:?}: arg-{id}-value");
        }
        for name in commands().into_iter().chain(["trygg"]) {
            assert!(locale.knows(&format!("cmd-{name}")), "{language:?}: cmd-{name}");
            assert!(locale.knows(&format!("cmd-{name}-usage")), "{language:?}: cmd-{name}-usage");
        }
    }
}

#[test]
fn values_that_are_listed_are_named_in_the_help() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        let rows = COMMANDS.iter().flat_map(|(_, rows)| rows.iter()).chain(GLOBAL);
        for (id, _, _, takes) in rows {
            let OneOf(values) = takes else { continue };
            let help = help_of(id, &locale);
            let named = values().iter().all(|value| help.contains(value));
            assert!(named || *id == "command", "{language:?}: arg-{id} does not name {:?}", values());
        }
    }
}

#[test]
fn global_options_stand_anywhere() {
    let locale = Locale::new(Language::Swedish);
    for words in [
        vec!["trygg", "--casebook", "x", "list", "families"],
        vec!["trygg", "list", "families", "--casebook", "x"],
        vec!["trygg", "list", "--casebook=x", "families"],
    ] {
        let found = command(&locale).try_get_matches_from(&words).unwrap();
        let (_, list) = found.subcommand().unwrap();
        assert_eq!(list.get_one::<PathBuf>("casebook"), Some(&PathBuf::from("x")), "{words:?}");
    }
}

#[test]
fn every_shell_is_one() {
    assert!(shells().into_iter().all(|name| shell(name).is_some()));
}
