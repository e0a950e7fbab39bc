//! The one table: every key that the bottom line shows does something, and help tells of every key.

use trygg::app::Flow;
use trygg::app::keys::{BINDINGS, Bar, Binding, Scope};
use trygg::locale::{Language, Locale};

use super::desk::Desk;

/// How to get to where a scope's keys mean something, with something there for them to act on.
fn at(scope: Scope) -> Desk {
    let mut desk = Desk::new();
    match scope {
        Scope::List => desk.keys("/ lin Enter Tab j"),
        Scope::Week => desk.keys("1"),
        Scope::Families | Scope::Everywhere => {
            desk.keys("+").types("lind igår -- för att ångra").keys("Enter u +");
            desk.types("lind igår -- igen").keys("Enter +").types("utkast").keys("Esc j j Tab")
        }
        Scope::Page => desk.keys("/ lin Enter j j j j"),
        Scope::Sessions => desk.keys("/ lin Enter 3 j"),
        Scope::Form | Scope::Typing => desk.keys("/ lin Enter n").types("x"),
        Scope::Filter => desk.keys("f").types("m"),
        Scope::Quick => {
            desk.keys("+").types("lind igår").keys("Enter +").types("berg igår").keys("Enter +").types("lin")
        }
        Scope::Jump => desk.keys("/").types("nor"),
        Scope::Palette => desk.keys(": Down"),
        Scope::Ways => desk.keys("/ lin Enter ? / Down"),
        Scope::Help => desk.keys("/ lin Enter ?"),
        Scope::Reading => {
            let long = "ett ord till ".repeat(200);
            desk.keys("/ lin Enter +").types(&format!("igår tel -- {long}")).keys("Enter 3 Enter")
        }
        Scope::HandOver | Scope::Over => desk.keys("/ lin Enter L"),
        Scope::Confirm => desk.keys("/ lin Enter x"),
        Scope::Conflict => {
            use trygg::domain::family::Family;
            desk.keys("/ lin Enter Enter").fill("Lindgren").keys("Tab Tab Tab Tab Tab").fill("Öster");
            let id = desk.app.cx.open.as_ref().unwrap().id();
            let colleague = desk.colleague("Sara");
            let mut family = colleague.get::<Family>(id).unwrap();
            family.value.district = Some("Väster".to_owned());
            colleague.change(id, family.version, &family.value, trygg::store::Origin::Direct).unwrap();
            desk.keys("Ctrl-S")
        }
        Scope::Visits | Scope::Visit => desk.keys("/ ber Enter 5"),
        Scope::Card => {
            desk.app.resize((60, 15));
            desk.keys("/ ber Enter 5 Enter")
        }
        Scope::Question => desk.keys("/ ber Enter 5 i Down"),
        Scope::Network => super::network::draw_three(&mut desk),
        Scope::Plan => desk.keys("/ lin Enter 6 Tab"),
        Scope::Groups => desk.keys("7"),
        Scope::Group => desk.keys("7").keys("j Enter l"),
        Scope::RollLine => desk.keys("7").keys("j Enter a").types("alla ja"),
        Scope::Reports => desk.keys("8 j j"),
        Scope::Figures => desk.keys("8 j j j j Enter"),
        Scope::Behind => desk.keys("8 j j j j Enter Enter"),
        Scope::Unfilled => desk.keys("8 G Enter"),
        Scope::Tree => desk.keys("/ lin Enter t n").fill("syskon").fill("Annika").keys("Ctrl-S Tab j"),
        Scope::Folder => desk.keys("/ lin Enter P j"),
        Scope::Paper => {
            let long = "ett ord till ".repeat(200);
            desk.keys("/ lin Enter P n k").types(&long).keys("Ctrl-S Enter")
        }
        Scope::Checklists => desk.keys("/ lin Enter K"),
        Scope::Checklist => desk.keys("/ lin Enter K Enter Space j"),
        Scope::Entry => super::network::draw_three(&mut desk).keys("e Enter").types("mo"),
        Scope::Circle => super::network::draw_three(&mut desk).keys("e s u"),
        Scope::Tying => super::network::draw_three(&mut desk).keys("e t"),
        Scope::Asking => super::network::draw_three(&mut desk).keys("e f"),
        Scope::RunSetup => desk.keys("c"),
        Scope::Run => desk.keys("c Enter 1").types("lugnt").keys("Enter 2").types("trögt").keys("Esc"),
        Scope::RunLine => desk.keys("c Enter n 1").types("lugnt"),
        Scope::RunAsk => desk.keys("c Enter +").types("hadd"),
        Scope::RunRecord => desk.keys("c Tab Enter e e"),
        Scope::Measuring => desk.keys("/ lin Enter j j j j m 3 1 k"),
        Scope::Writing => {
            let desk = desk.keys("/ lin Enter j j j j m End Enter").types("ord");
            assert!(desk.app.scopes().contains(&Scope::Writing), "{}", desk.screen());
            desk
        }
        Scope::Measured => desk.keys("/ lin Enter j M Enter"),
        Scope::Trends => desk.keys("/ lin Enter j M"),
        Scope::ChildWords => {
            let desk = desk.keys("/ lin Enter j j j j o n").types("Jag vill simma").keys("Ctrl-S n");
            desk.types("Och cykla").keys("Ctrl-S")
        }
        Scope::NewPassphrase => desk.keys("Ctrl-P").types("gammal"),
        Scope::Unlock => unreachable!("the door is no desk"),
        Scope::Tour => unreachable!("told in tour.rs"),
    };
    desk
}

/// All that can be seen of a desk.
fn seen(desk: &Desk) -> (String, (u16, u16), Flow) {
    (desk.screen(), desk.cursor(), desk.app.flow())
}

fn bound(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.scope == scope)
}

const SCOPES: &[Scope] = &[
    Scope::Everywhere,
    Scope::Week,
    Scope::List,
    Scope::Families,
    Scope::Page,
    Scope::Sessions,
    Scope::Form,
    Scope::Filter,
    Scope::Quick,
    Scope::Jump,
    Scope::Palette,
    Scope::Ways,
    Scope::Help,
    Scope::Reading,
    Scope::HandOver,
    Scope::Confirm,
    Scope::Conflict,
    Scope::Visits,
    Scope::Visit,
    Scope::Card,
    Scope::Question,
    Scope::Network,
    Scope::Plan,
    Scope::Groups,
    Scope::Group,
    Scope::RollLine,
    Scope::Reports,
    Scope::Figures,
    Scope::Behind,
    Scope::Unfilled,
    Scope::Entry,
    Scope::Circle,
    Scope::Tying,
    Scope::Asking,
    Scope::RunSetup,
    Scope::Run,
    Scope::RunLine,
    Scope::RunAsk,
    Scope::RunRecord,
    Scope::Measuring,
    Scope::Writing,
    Scope::Measured,
    Scope::Trends,
    Scope::ChildWords,
    Scope::NewPassphrase,
    Scope::Folder,
    Scope::Paper,
    Scope::Checklists,
    Scope::Checklist,
];

#[test]
fn every_key_shown_does_something() {
    for scope in SCOPES {
        for binding in bound(*scope).filter(|binding| binding.bar != Bar::Hidden) {
            for key in binding.keys {
                let mut desk = at(*scope);
                let before = seen(&desk);
                desk.keys(key);
                assert!(
                    seen(&desk) != before,
                    "{key} ({}) in {scope:?} does nothing on\n{}",
                    binding.act.name(),
                    before.0
                );
            }
        }
    }
}

#[test]
fn every_hidden_key_does_something_too() {
    for scope in SCOPES {
        for binding in bound(*scope).filter(|binding| binding.bar == Bar::Hidden) {
            // One stands here already, or there is but one page.
            if ["go-families", "page-up", "page-down", "clear", "up", "first", "previous-field", "later"]
                .contains(&binding.act.name())
                // Nobody stands further to that side of the three on the map.
                || matches!(scope, Scope::Circle | Scope::Tying) && binding.act.name().starts_with("choose-")
            {
                continue;
            }
            let mut desk = at(*scope);
            let before = seen(&desk);
            desk.keys(binding.keys[0]);
            assert!(
                seen(&desk) != before,
                "{} ({}) in {scope:?} on\n{}",
                binding.keys[0],
                binding.act.name(),
                before.0
            );
        }
    }
}

#[test]
fn the_bottom_line_shows_keys_that_are_bound_there() {
    for scope in SCOPES.iter().filter(|scope| !matches!(scope, Scope::List | Scope::Everywhere | Scope::Visits)) {
        let desk = at(*scope);
        let screen = desk.screen();
        let bar = screen.lines().last().unwrap_or_default().to_owned();
        let first = bound(*scope).find(|binding| binding.bar == Bar::Shown).unwrap();
        assert!(bar.trim_start().starts_with(first.keys[0]), "{scope:?}: {bar}");
    }
}

#[test]
fn help_tells_of_every_key_of_a_place() {
    let locale = Locale::new(Language::Swedish);
    for (keys, scopes) in [
        ("?", &[Scope::Families, Scope::List, Scope::Everywhere][..]),
        ("/ lin Enter ?", &[Scope::Page, Scope::List, Scope::Everywhere]),
        ("3 ?", &[Scope::Sessions, Scope::List, Scope::Everywhere]),
        ("n F1", &[Scope::Form]),
        ("/ lin Enter 5 ?", &[Scope::Visit, Scope::Visits, Scope::List, Scope::Everywhere]),
        ("f F1", &[Scope::Filter]),
        ("+ F1", &[Scope::Quick]),
    ] {
        for size in [(80, 24), (60, 15)] {
            let mut desk = Desk::sized(size.0, size.1);
            desk.keys(keys);
            let mut pages = desk.screen();
            for _ in 0..12 {
                pages.push_str(&desk.keys("PgDn").screen());
            }
            for binding in scopes.iter().flat_map(|scope| bound(*scope)) {
                // A nearer scope may have taken all its keys: then it is not told of.
                let works = |keys: &&&str| trygg::app::layer::help::works(scopes, binding.act, keys);
                let Some(first) = binding.keys.iter().find(works) else { continue };
                let words = locale.say(&format!("do-{}", binding.act.name()));
                let key = match *first {
                    "Up" => "↑",
                    "Down" => "↓",
                    "Left" => "←",
                    "Right" => "→",
                    name => name,
                };
                let told = pages
                    .lines()
                    .any(|row| row.contains(key) && row.contains(&words.chars().take(18).collect::<String>()));
                assert!(told, "{} {words} at {size:?} after {keys}", binding.keys[0]);
            }
        }
    }
}

#[test]
fn help_is_words_everywhere() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        for scope in SCOPES.iter().chain([&Scope::Tree]).filter(|scope| **scope != Scope::Help) {
            let about = format!("help-{scope:?}").to_lowercase();
            assert!(locale.knows(&about), "{language:?}: {about}");
        }
    }
    for scope in SCOPES.iter().chain([&Scope::Tree]).filter(|scope| **scope != Scope::Help) {
        let mut desk = at(*scope);
        desk.keys("F1");
        assert!(matches!(desk.app.layers.last(), Some(trygg::app::Layer::Help(_))), "{scope:?}\n{}", desk.screen());
        let first = desk.screen().lines().nth(3).unwrap_or_default().to_owned();
        assert!(first.trim().chars().next().is_some_and(char::is_uppercase), "{scope:?}: {first}");
        // Whatever was there is there again.
        desk.keys("Esc");
        assert!(!matches!(desk.app.layers.last(), Some(trygg::app::Layer::Help(_))));
    }
}

#[test]
fn what_a_key_does_begins_with_a_capital() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        for act in trygg::app::keys::Action::ALL {
            let words = locale.say(&format!("do-{}", act.name()));
            assert!(words.chars().next().is_some_and(char::is_uppercase), "{language:?}: {words}");
        }
    }
}

#[test]
fn the_palette_does_what_it_names() {
    for (typed, shown) in [
        ("ny, som", "Ny familj"),
        ("träffar", "Träffar alla familjer"),
        ("snabbrad", "familj, dag, tid"),
        ("hjälp", "Familjer: vilka"),
    ] {
        let mut desk = Desk::new();
        desk.keys(":").types(typed).keys("Enter").shows(shown);
    }
    let mut desk = Desk::new();
    desk.keys(":").types("lås registret").keys("Enter");
    assert_eq!(desk.app.flow(), Flow::Lock);
}

#[test]
fn quit_and_lock_leave() {
    for (keys, flow) in [("q", Flow::Quit), ("Ctrl-L", Flow::Lock), ("/ Ctrl-L", Flow::Lock), ("n q", Flow::Stay)] {
        let mut desk = Desk::new();
        desk.keys(keys);
        assert_eq!(desk.app.flow(), flow, "{keys}");
    }
}
