//! "How do I ...": what people do most is found in their own words, in both languages, and the keys that are told do
//! what is promised.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use trygg::app::keys::{BINDINGS, Scope};
use trygg::app::layer::ways::{WAYS, Way, Ways, all, how, title};
use trygg::app::{Flow, Layer, Notice};
use trygg::linear::Front;
use trygg::locale::Language;

use super::desk::Desk;

/// What lies open.
#[track_caller]
fn ways(desk: &Desk) -> &Ways {
    match desk.app.layers.last() {
        Some(Layer::Ways(ways)) => ways,
        _ => panic!("nobody asks how on\n{}", desk.screen()),
    }
}

/// The names of the ways that are shown.
#[track_caller]
fn shown(desk: &Desk) -> Vec<&'static str> {
    ways(desk).shown.iter().map(|shown| shown.way.name).collect()
}

/// The keys of a way, as the table of keys has them first.
fn keys_of(way: &Way) -> Vec<&'static str> {
    let key = |(scope, act): &(Scope, _)| {
        let row = BINDINGS.iter().find(|row| row.scope == *scope && row.act == *act);
        row.unwrap_or_else(|| panic!("{}: {act:?} is not bound in {scope:?}", way.name)).keys[0]
    };
    way.steps.iter().map(key).collect()
}

/// Asks how with these words; the way must be the first that is told. Goes back to where one was.
#[track_caller]
fn ask(desk: &mut Desk, words: &str, name: &str) -> Vec<&'static str> {
    desk.keys("? /").types(words);
    assert_eq!(shown(desk).first(), Some(&name), "{words}: {:?}", shown(desk));
    let way = ways(desk).shown[0].way;
    desk.keys("Esc");
    keys_of(way)
}

/// The example at the end of how it is done.
fn example(desk: &Desk, name: &str, keys: (&str, &str)) -> String {
    let way = all().find(|way| way.name == name).unwrap();
    let told = how(&desk.app.cx, way);
    let (_, example) = told.rsplit_once("xempel: ").or_else(|| told.rsplit_once("xample: ")).unwrap();
    let key = |key: &str| if key.is_empty() { String::new() } else { format!("[{key}]") };
    let example = example.strip_prefix(&key(keys.0)).and_then(|rest| rest.strip_suffix(&key(keys.1)));
    example.unwrap_or_else(|| panic!("{told}")).trim().to_owned()
}

#[test]
fn every_way_is_told_and_its_keys_are_bound_where_it_says() {
    let desks = [Language::Swedish, Language::English].map(|language| Desk::of("Karin", language).unwrap());
    for (desk, folder) in desks.iter().zip(["sv", "en"]) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(folder).join("ways.ftl");
        let source = fs::read_to_string(path).unwrap();
        let mut titles = BTreeSet::new();
        for way in all() {
            let locale = &desk.app.cx.locale;
            assert!(titles.insert(title(locale, way)), "{} is called as another", way.name);
            assert!(locale.say(&format!("way-{}-words", way.name)).split(' ').count() > 2, "{}", way.name);
            let (keys, told) = (keys_of(way), how(&desk.app.cx, way));
            let raw = format!("way-{}-how = ", way.name);
            let raw = source.lines().find_map(|line| line.strip_prefix(&raw)).unwrap();
            for number in 1..=keys.len() {
                assert!(raw.contains(&format!("{{ $k{number} }}")), "{folder} {}: step {number}", way.name);
            }
            assert!(!told.contains('$'), "{told}");
            // No key is written by hand: what is left of the sentence names none.
            let words: String =
                raw.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
            for key in BINDINGS.iter().flat_map(|row| row.keys.iter()).filter(|key| key.chars().count() > 1) {
                let is_said = words.split([' ', ',', '.', ';', ':']).any(|word| word == *key);
                assert!(!is_said, "{folder} {}: {key} by hand in {raw}", way.name);
            }
        }
        assert_eq!(source.lines().filter(|line| line.contains("-how = ")).count(), all().count(), "told of nothing");
    }
    assert!((30..=40).contains(&all().count()), "{}", all().count());
}

#[track_caller]
fn finds(language: Language, table: &[(&str, &str)]) {
    let mut desk = Desk::of("Karin", language).unwrap();
    desk.keys("? /");
    for (words, name) in table {
        desk.keys("Ctrl-U").types(words);
        let found = shown(&desk);
        assert!(found.iter().take(3).any(|found| found == name), "{words}: {found:?}");
    }
}

#[test]
fn words_that_people_use_find_what_they_mean() {
    finds(
        Language::Swedish,
        &[
            ("ringa", "log-line"),
            ("hur ringer jag en förälder", "crisis-call"),
            ("sjuk", "visit-ill"),
            ("mamman är sjuk", "visit-ill"),
            ("avboka", "cancel-session"),
            ("syskon", "add-person"),
            ("utskrift", "report-file"),
            ("skriva ut", "report-file"),
            ("ångra", "undo"),
            ("ANGRA", "undo"),
            ("glömt lösenord", "passphrase"),
            ("lösenordet", "passphrase"),
            ("bup", "referral"),
            ("semester", "hand-over"),
            ("statistik", "report"),
            ("projektor", "hide-names"),
            ("nytt ärende", "new-family"),
            ("släktträd", "family-tree"),
            ("enkäter", "measure"),
            ("veckomötet", "check-in"),
            ("varför står det här", "duty-why"),
            ("hot och våld", "safety-plan"),
            ("lunch", "lock"),
            ("varannan vecka", "visit-series"),
            ("registerutdrag", "tell-to"),
            ("kontaktförbud", "restriction"),
            ("påminn mig", "task"),
            ("delegera", "task"),
            ("närvaro", "attendance"),
            ("telefonnummer", "add-person"),
            ("familjehem", "place-child"),
            ("stavfel", "correct"),
            ("barnets röst", "child-words"),
            ("nätverk", "map-draw"),
            ("jämför kartor", "map-compare"),
            ("nödläge", "break-glass"),
        ],
    );
    finds(
        Language::English,
        &[
            ("call", "log-line"),
            ("sick", "visit-ill"),
            ("sibling", "add-person"),
            ("print", "report-file"),
            ("printing a report", "report-file"),
            ("undo", "undo"),
            ("forgot password", "passphrase"),
            ("how do I hide names", "hide-names"),
            ("reschedule", "visit-move"),
            ("holiday", "hand-over"),
            ("statistics", "report"),
            ("reminder", "task"),
            ("foster home", "place-child"),
            ("genogram", "family-tree"),
            ("survey", "measure"),
            ("emergency", "break-glass"),
            ("weekly meeting", "check-in"),
            ("why", "duty-why"),
        ],
    );
}

#[test]
fn help_says_so_and_a_slash_there_asks() {
    let mut desk = Desk::new();
    desk.keys("?").shows("Hur gör jag ...?").shows("/ hur gör jag").keys("/");
    assert_eq!(shown(&desk).len(), all().count());
    for (group, _) in WAYS {
        assert!(desk.app.cx.locale.knows(&format!("ways-{group}")), "{group}");
    }
    desk.shows("HITTA").shows("Hitta en familj eller en person").shows("[/], tre bokstäver av namnet, [Enter].");
    // All of them are come to, a page at a time and one at a time.
    for key in ["PgDn", "Down"] {
        let mut seen = BTreeSet::new();
        for _ in 0..all().count() {
            let one = ways(&desk).shown[ways(&desk).marker].way;
            seen.insert(one.name);
            desk.shows(&title(&desk.app.cx.locale, one)).keys(key);
        }
        assert!(seen.contains("break-glass") || key == "PgDn", "{seen:?}");
        desk.shows("Öppna en familj i nödfall");
        desk.keys("PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp");
        assert_eq!(ways(&desk).marker, 0);
    }
    // Help there tells of its keys, and leads back.
    desk.keys("F1").shows("pilarna väljer").keys("/");
    assert_eq!(desk.app.layers.len(), 1);
    desk.keys("Esc");
    assert!(desk.app.layers.is_empty());
    desk.keys(":").types("hur gör jag").keys("Enter");
    assert_eq!(shown(&desk).len(), all().count());
}

#[test]
fn enter_begins_from_where_one_is() {
    let mut desk = Desk::new();
    desk.keys("H").types("på en rad").keys("Enter").shows("familj, dag, tid, form").keys("Esc");
    desk.keys("H").types("lägg till person").keys("Enter").shows("Namn, personnummer eller ärende").keys("Esc");
    // On a family's page its own step is the first.
    desk.keys("/ lin Enter H").types("syskon").keys("Enter").shows("Ny person").keys("Esc");
    // Nothing is written of what lies unseen beneath: one is told to mark it.
    desk.keys("/ ber Enter 5 H")
        .types("blev av")
        .keys("Enter")
        .shows("märk först det som det gäller")
        .shows("sedan [g].");
    assert!(desk.app.layers.is_empty());
    desk.shows("· 16–18 Mona").keys("g").shows("✓ 16–18 Mona");
    // Over a form one must leave it first, and what is typed stays.
    desk.keys("/ lin Enter n")
        .types("igår")
        .keys("F1 /")
        .types("ångra")
        .keys("Enter")
        .shows("lämna först")
        .shows("Esc");
    desk.keys("Esc").shows("igår").shows("Ny träff");
    // Whoever may not is told so.
    let mut desk = Desk::of("Ulf", Language::Swedish).unwrap();
    desk.keys("1 H").types("ny familj").keys("Enter");
    assert!(!matches!(desk.app.layers.last(), Some(Layer::Form(_))), "{}", desk.screen());
}

#[test]
fn nobody_is_named_while_names_are_hidden() {
    let mut desk = Desk::new();
    desk.keys("Ctrl-G ? /").types("planera umgänge").shows("varje fre 16-17").hides("Elias").hides("Lindström");
}

#[test]
fn what_is_told_does_what_it_promises() {
    let at = |keys: &str| {
        let mut desk = Desk::new();
        desk.keys(keys);
        desk
    };
    let mut desk = at("2");
    let k = ask(&mut desk, "hitta familj", "find-family");
    desk.keys(k[0]).types("lin").keys(k[1]).shows("▸LINDSTRÖM");
    let k = ask(&mut desk, "en rad", "log-line");
    let line = example(&desk, "log-line", (k[0], k[1]));
    desk.keys(k[0]).types(&line).keys(k[1]).shows("Sparat: träff Lindström");
    let k = ask(&mut desk, "ångra", "undo");
    desk.keys(k[0]).shows("Ångrat: träff").keys(k[1]).shows("Gjort igen");
    let k = ask(&mut desk, "träff i formuläret", "log-form");
    desk.keys(k[1]).fill("igår").keys(k[2]).shows("Sparat: träff Lindström");
    let k = ask(&mut desk, "boka en träff", "plan-session");
    let line = example(&desk, "plan-session", (k[0], k[1]));
    desk.keys(k[0]).types(&line).keys(k[1]).shows("Sparat: träff Lindström");
    let k = ask(&mut desk, "ställa in träffen", "cancel-session");
    desk.keys(k[0]);
    while !desk.row("▸").contains("inför skolstarten") {
        desk.keys("k");
    }
    desk.keys(k[1]).shows("Inställt av Sara").keys("s").shows("Sparat");
    let k = ask(&mut desk, "rätta", "correct");
    desk.keys(k[0]).keys(k[1]).keys(k[2]).shows("Träff").keys("Home Ctrl-K").types("19/11").keys(k[3]).shows("Sparat");
    let mut desk = at("/ lin Enter j");
    let k = ask(&mut desk, "släktträd", "family-tree");
    desk.keys(k[1]).shows("familjeträd").keys(k[2]).shows("Ny relation").keys("Esc Esc");
    let k = ask(&mut desk, "syskon", "add-person");
    desk.keys(k[1]).fill("Tove").keys("Tab").fill("barn").keys(k[2]).shows("Sparat: ny person Tove");
    let k = ask(&mut desk, "placering", "place-child");
    desk.keys(k[1]).fill("familjehem").fill("1/11").fill("Familjehem Ros").keys(k[2]).shows("ny placering av Tove");
    let k = ask(&mut desk, "säkerhetsplan", "safety-plan");
    desk.keys(k[1]).keys(k[2]).keys("s").keys(k[3]).shows("PAPPER").shows("säkerhetsplan").keys("Esc");
    let k = ask(&mut desk, "lämna över", "hand-over");
    desk.keys(k[1]).shows("ÖVERLÄMNING").keys("Esc");
    let mut desk = at("2");
    let k = ask(&mut desk, "ny familj", "new-family");
    desk.keys(k[0]).keys(k[2]).fill("Sandberg").fill("B-7").keys(k[3]).shows("Sparat: ny familj Sandberg");
    let mut desk = at("2");
    let k = ask(&mut desk, "dölja namn", "hide-names");
    desk.keys(k[0]).shows("namn dolda").keys(k[0]).hides("namn dolda");
    let k = ask(&mut desk, "glömt lösenord", "passphrase");
    desk.keys(k[0]).shows("Nuvarande lösenfras").keys("Esc");
    let k = ask(&mut desk, "nödfall", "break-glass");
    desk.keys(k[0]).shows("Öppna i nödfall").keys("Esc");
    let k = ask(&mut desk, "låsa", "lock");
    desk.keys(k[0]);
    assert_eq!(desk.app.flow(), Flow::Lock);
}

#[test]
fn visits_do_what_is_promised() {
    let mut desk = Desk::new();
    let k = ask(&mut desk, "blev av", "visit-held");
    desk.keys("/ ber Enter").keys(k[0]).keys(k[1]).shows("✓ 16–18 Mona").keys("u");
    let k = ask(&mut desk, "sjuk förälder", "visit-ill");
    desk.keys(k[0]).keys(k[1]).keys("s").shows("× 16–18 Mona").shows("sjuk").keys("u");
    let k = ask(&mut desk, "flytta umgänge", "visit-move");
    desk.keys("/ lin Enter").keys(k[0]).keys(k[1]).types("26/11").keys(k[2]).shows("▸26·");
    let k = ask(&mut desk, "umgängesbegränsning", "restriction");
    desk.keys(k[1]).keys(k[2]).shows("Begränsningar för Elias").keys("n").shows("Ny begränsning").keys("Esc");
    for (language, saved) in [(Language::Swedish, "Sparat: planerat umgänge"), (Language::English, "Saved: ")] {
        let mut desk = Desk::of("Karin", language).unwrap();
        desk.keys("/ lin Enter 5");
        let line = example(&desk, "visit-series", ("+", "Enter"));
        desk.keys("+").types(&line).keys("Enter").shows(saved);
    }
}

#[test]
fn the_week_does_what_is_promised() {
    let sara = || Desk::of("Sara", Language::Swedish).unwrap();
    let mut desk = sara();
    let k = ask(&mut desk, "krissamtal", "crisis-call");
    desk.keys(k[0]).keys("j").shows("▸! Ring Therese, krisstöd").keys(k[1]).types("lugn").keys(k[2]);
    desk.shows("Sparat: träff Ek").keys("u g g");
    while !desk.row("▸").contains("Ring Therese") {
        desk.keys("j");
    }
    desk.keys(k[3]).shows("Sparat");
    let mut desk = sara();
    let k = ask(&mut desk, "gjort", "duty-done");
    desk.keys(k[0]).keys("j").keys(k[1]).shows("Sparat").hides("Ring Therese, krisstöd");
    let mut desk = sara();
    let k = ask(&mut desk, "undantag", "duty-exempt");
    desk.keys(k[0]).keys("j").keys(k[1]).types("kan inte nås").keys(k[2]).shows("Sparat: undantag för Ek");
    let mut desk = sara();
    let k = ask(&mut desk, "varför", "duty-why");
    desk.keys(k[0]).keys("j").keys(k[1]).shows("Säker: läst i källan").keys("Esc");
    let k = ask(&mut desk, "påminnelse", "task");
    desk.keys(k[0]).fill("ring BUP").fill("fre").keys(k[1]).shows("Sparat: uppgift");
    desk.keys(k[2]).types("att ring BUP fre @mig").keys("Enter").shows("Sparat: uppgift");
    let mut desk = Desk::new();
    let k = ask(&mut desk, "avstämning", "check-in");
    desk.keys(k[0]).keys(k[1]).keys(k[2]).shows("FÖRRA GÅNGEN").keys(k[3]).shows("Sparat");
}

#[test]
fn plans_maps_groups_and_reports_do_what_is_promised() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter j j j j");
    let k = ask(&mut desk, "sätta ett mål", "goal");
    desk.keys(k[1]).keys(k[2]).types("Rita varje dag").keys(k[3]).shows("Sparat").shows("Rita varje dag");
    let k = ask(&mut desk, "hur långt har målet kommit", "how-far");
    desk.keys(k[2]).shows("Hur långt har det kommit").keys("Esc");
    let k = ask(&mut desk, "jämföra kartor", "map-compare");
    desk.keys(k[1]).keys(k[2]).shows("+ Eva").keys("v");
    let k = ask(&mut desk, "rita nätverkskarta", "map-draw");
    for _ in 0..6 {
        if !desk.screen().contains("Nätverk · Noah") {
            desk.keys("v");
        }
    }
    let line = example(&desk, "map-draw", ("", k[3]));
    desk.keys(k[2]).types(&line).keys(k[3]).shows("1 på kartan").keys(k[4]).shows("Sparat: nätverkskarta Noah");
    let k = ask(&mut desk, "mäta", "measure");
    desk.keys("2").keys(k[1]).keys("1").keys(k[2]);
    assert!(matches!(desk.app.cx.notice, Some(Notice::Done(_))), "{}", desk.screen());
    let mut desk = Desk::new();
    let k = ask(&mut desk, "närvaro", "attendance");
    desk.keys(k[0]).keys(k[1]).keys(k[2]).shows("✓").keys(k[3]).shows("–");
    let mut desk = Desk::new();
    let k = ask(&mut desk, "utskrift rapport", "report-file");
    desk.keys(k[0]).keys(k[1]).keys(k[2]).shows("sida för utskrift (HTML)").keys("Esc Esc");
    let k = ask(&mut desk, "läsa rapport", "report");
    desk.keys(k[0]).keys("g g").keys(k[1]).keys("j l").keys(k[2]).shows("Enter öppna");
}

#[test]
fn in_lines_it_is_read_before_it_is_begun() {
    let mut desk = Desk::new();
    let (mut front, _) = Front::begin(&mut desk.app);
    let said = front.line(&mut desk.app, "hur gör jag glömt lösenord");
    assert!(said.iter().any(|line| line.contains("Byta lösenfras") && line.contains("Ctrl-P")), "{said:#?}");
    assert_eq!(shown(&desk), ["passphrase"]);
    front.line(&mut desk.app, "1");
    assert!(matches!(desk.app.layers.last(), Some(Layer::NewPassphrase(_))));
}
