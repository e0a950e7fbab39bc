//! Network maps: rows in and out, a picture, a graph, and how they are shown.

use std::fs;

use serde_json::{Value, json};
use trygg::domain::codes::MapConsent;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::network::{NetworkMap, NetworkPerson, PersonKey};
use trygg::store::Origin;

use crate::bench::Bench;

const MAPS: &str = "\
case_ref,ego_ref,drawn_on,name,sector,ring,relation,role,known_to
2026-0143,L-2,2026-03-09,Sara,family,2,strained,mamma,Ulla;Noah
2026-0143,L-2,2026-03-09,Noah,family,1,strong,,
2026-0143,L-2,2026-03-09,Ulla,relatives,2,,mormor,
2026-0143,L-2,2026-11-18,Sara,family,1,ordinary,mamma,Ulla
2026-0143,L-2,2026-11-18,Ulla,relatives,1,strong,mormor,Eva
2026-0143,L-2,2026-11-18,Eva,school_work,2,weak,lärare,
2026-0150,B-1,2026-11-12,Siv,friends,1,strong,,
";

fn bench() -> Bench {
    let bench = Bench::with_families();
    let file = bench.file("network.csv", MAPS);
    let said = bench.run(&["import", "network", &file]).good();
    assert!(said.starts_with("3 nätverkskartor är inlästa.\nIngen har ännu sagt vem som får se dem"), "{said}");
    bench
}

#[test]
fn maps_are_shown_with_their_measures_and_what_changed() {
    let bench = bench();
    let shown = bench.run(&["show", "network", "--family", "lind", "--json"]).json();
    assert_eq!(
        shown["maps"][0]["people"][0],
        json!({"name": "Sara", "sector": "family", "ring": 2, "relation": "strained", "role": "mamma",
               "degree": 2, "betweenness": 1.0})
    );
    assert_eq!(shown["maps"][0]["ties"], json!([["Sara", "Noah"], ["Sara", "Ulla"]]));
    assert_eq!(
        shown["changes"],
        json!([{"from": "2026-03-09", "to": "2026-11-18", "new": ["Eva"], "gone": ["Noah"],
                "closer": ["Sara", "Ulla"], "further": [], "relation": ["Sara", "Ulla"]}])
    );
    for words in [&["show", "network", "lind"][..], &["show", "network", "--family", "lind", "--person", "L-2"]] {
        let said = bench.run(words).good();
        for line in [
            "Elias L-2  måndag 9 mars 2026 · basmätning",
            "  Sara  mamma   familj  ring 2  spänd  2 band",
            "  storlek 3 · grupper 1 · utan band 0 · tomma sektorer 4",
        ] {
            assert!(said.lines().any(|shown| shown == line), "{line}\n{said}");
        }
        assert!(said.contains("Nätverket är lika stort som förut, 3 personer; Eva är ny; Noah finns inte med längre"));
    }
    assert_eq!(
        bench.run(&["show", "network", "--family", "lind", "--person", "L-1", "--json"]).json()["maps"],
        json!([])
    );
    bench.run(&["show", "network", "--family", "lind", "--person", "B-1"]).bad(4);
    bench.run(&["show", "family", "--family", "lind"]).good();
}

#[test]
fn rows_that_go_out_come_back() {
    let there = bench();
    for format in ["csv", "xlsx"] {
        let here = Bench::with_families();
        let file = here.path(&format!("maps.{format}")).display().to_string();
        let said = there.run(&["export", "network", "--out", &file]).good();
        assert!(said.starts_with("7 rader är skrivna"), "{said}");
        here.run(&["import", "network", &file, "--dry-run"]).good();
        here.run(&["import", "network", &file]).good();
        let show = |bench: &Bench| bench.run(&["show", "network", "--family", "lind", "--json"]).json();
        assert_eq!(show(&here), show(&there), "{format}");
        // Read twice, every map is there already.
        assert_eq!(here.run(&["import", "network", &file]).good(), "0 nätverkskartor är inlästa.\n");
        assert_eq!(show(&here), show(&there), "{format}");
    }
    let rows = |words: &[&str]| there.run(&[&["export", "network", "--format", "json"], words].concat()).json();
    let count = |words: &[&str]| rows(words).as_array().map_or(0, Vec::len);
    assert_eq!(count(&[]), 7);
    assert_eq!(count(&["--family", "lind"]), 6);
    assert_eq!(count(&["--person", "L-2", "--on", "2026-11-18"]), 3);
    assert_eq!(count(&["--from", "2026-11-01"]), 4);
    assert_eq!(rows(&["--person", "L-2", "--names", "roles"])[1]["name"], "child");
    assert_eq!(rows(&["--person", "L-2"])[0]["known_to"], json!(["Noah", "Ulla"]));
}

#[test]
fn nothing_is_stored_unless_every_row_is_good() {
    let bench = Bench::with_families();
    let faulty = bench.file("faulty.csv", MAPS.replace("mamma,Ulla;Noah", "mamma,Ulla;Bo").replace("weak", "bra"));
    let said = bench.run(&["import", "network", &faulty]).bad(3);
    for line in [
        "rad 2, kolumn known_to, ”Ulla;Bo”: finns inte bland de andra på samma karta: Noah, Ulla",
        "rad 7, kolumn relation, ”bra”: finns inte i listan: strong, ordinary, weak, strained, broken",
    ] {
        assert!(said.contains(line), "{said}");
    }
    let file = bench.file("network.csv", MAPS);
    let tried = bench.run(&["import", "network", &file, "--dry-run", "--json"]).json();
    assert_eq!(tried, json!({"kind": "network", "rows": 7, "maps": 3, "dry_run": true}));
    assert_eq!(bench.run(&["show", "network", "--family", "lind", "--json"]).json()["maps"], Value::Array(Vec::new()));
}

#[test]
fn a_picture_and_a_graph_are_of_one_map() {
    let bench = bench();
    let svg = bench.run(&["export", "network", "--person", "L-2", "--format", "svg"]).good();
    assert!(svg.starts_with("<?xml") && svg.contains("onsdag 18 november 2026 · uppföljning") && svg.contains(">Eva<"));
    let out = bench.path("karta.svg").display().to_string();
    bench.run(&["export", "network", "--family", "lind", "--on", "2026-03-09", "--out", &out]).good();
    let earlier = fs::read_to_string(&out).unwrap();
    assert!(earlier.contains(">Noah<") && earlier.contains("måndag 9 mars 2026 · basmätning"), "{earlier}");
    let english = bench.run(&["export", "network", "--person", "L-2", "--format", "svg", "--lang", "en"]).good();
    assert!(english.contains("Network map – Elias") && english.contains(">know each other<"));
    let graph = bench.run(&["export", "network", "--person", "L-2", "--format", "graphml", "--names", "roles"]).good();
    assert!(graph.contains("<data key=\"name\">mormor</data>") && !graph.contains("Ulla"));
    for (words, status, told) in [
        (&["export", "network", "--format", "svg"][..], 2, "Vems karta?"),
        (&["export", "network", "--person", "L-9", "--format", "svg"], 4, "L-9"),
        (&["export", "network", "--person", "L-1", "--format", "svg"], 4, "ingen sådan nätverkskarta"),
        (&["export", "network", "--format", "ics"], 2, "Bara umgängen"),
        (&["export", "people", "--format", "graphml"], 2, "Bara nätverkskartor"),
        (&["export", "people", "--names", "roles"], 2, "--names"),
        (&["export", "network", "--busy"], 2, "--busy"),
        (&["show", "family", "lind", "--person", "L-2"], 2, "--person"),
    ] {
        let said = bench.run(words).bad(status);
        assert!(said.contains(told), "{words:?}: {said}");
    }
    bench.run(&["import", "network", &bench.file("more.csv", mothers())]).good();
    let said = bench.run(&["export", "network", "--family", "lind", "--format", "svg"]).bad(2);
    assert!(said.contains("Flera har en karta: Sara L-1 · Elias L-2."), "{said}");
}

fn mothers() -> String {
    let header = MAPS.lines().next().unwrap();
    format!("{header}\n2026-0143,L-1,2026-05-04,Ulla,family,1,strong,mor,\n")
}

#[test]
fn whoever_is_protected_is_named_in_no_file() {
    let bench = bench();
    bench
        .run(&["import", "network", &bench.file("more.csv", mothers().replace("L-1", "B-1").replace("0143", "0150"))])
        .good();
    for format in ["csv", "json", "svg", "graphml"] {
        let said = bench.run(&["export", "network", "--person", "B-1", "--format", format]).good();
        assert!(!said.contains("Mona"), "{format}: {said}");
    }
    let svg = bench.run(&["export", "network", "--person", "B-1", "--format", "svg"]).good();
    assert!(svg.contains("Nätverkskarta – mamma"), "{svg}");
}

#[test]
fn a_map_that_was_said_no_to_does_not_leave_the_house() {
    let bench = Bench::with_families();
    let store = bench.store();
    let mut map = NetworkMap::new(FamilyId(1), PersonId(2), "2026-03-09".parse().unwrap(), "Karin");
    map.consent = Some(MapConsent::Refused);
    map.people.push(NetworkPerson::new(PersonKey(1), "Ulla", "relatives", 1));
    store.add(&map, Origin::Direct).unwrap();
    drop(store);
    assert!(bench.run(&["show", "network", "--family", "lind"]).good().contains("Ulla"), "whoever drew it sees it");
    assert_eq!(bench.run(&["export", "network"]).good().lines().count(), 1);
    let out = bench.path("maps.csv").display().to_string();
    let said = bench.run(&["export", "network", "--out", &out]).good();
    assert!(said.contains("1 karta är inte med"), "{said}");
    let said = bench.run(&["export", "network", "--person", "L-2", "--format", "svg"]).bad(5);
    assert!(said.contains("får inte lämnas ut"), "{said}");
}

#[test]
fn maps_are_listed_by_family_and_period() {
    let bench = bench();
    let listed = bench.run(&["list", "network", "--family", "lind", "--json"]).json();
    assert_eq!(listed.as_array().unwrap().len(), 2);
    let (first, told) = (&listed[0], json!(["2026-03-09", "2026-0143", "L-2", 3]));
    assert_eq!(json!([first["drawn_on"], first["case_ref"], first["ego_ref"], first["size"]]), told);
    let said = bench.run(&["list", "network", "--from", "2026-11-01"]).good();
    assert_eq!(said.lines().count(), 3, "{said}");
    assert!(said.contains("2026-11-18") && said.contains("B-1") && !said.contains("2026-03-09"), "{said}");
}

#[test]
fn a_map_that_goes_out_and_comes_in_again_stays_as_it_is() {
    let bench = bench();
    let file = bench.path("again.csv").display().to_string();
    bench.run(&["export", "network", "--out", &file]).good();
    let before = bench.run(&["export", "network"]).good();
    bench.run(&["import", "network", &file]).good();
    assert_eq!(bench.run(&["export", "network"]).good(), before);
    assert_eq!(bench.rows("network").len(), 3);
    let told = before.replace("Eva", "Ivar");
    bench.run(&["import", "network", &bench.file("other.csv", told)]).bad(3);
}

/// As yEd writes one: the name is a label in a drawing, what it is called elsewhere an attribute.
const DRAWN: &str = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:y=\"http://www.yworks.com/xml/graphml\">
 <key id=\"d0\" for=\"node\" yfiles.type=\"nodegraphics\"/>
 <key id=\"d1\" for=\"node\" attr.name=\"Sector\" attr.type=\"string\"/>
 <key id=\"d2\" for=\"node\" attr.name=\"ring\" attr.type=\"double\"/>
 <graph id=\"G\" edgedefault=\"directed\">
  <node id=\"n0\"><data key=\"d1\">relatives</data><data key=\"d2\">1.0</data>
   <data key=\"d0\"><y:ShapeNode><y:Fill color=\"#FFF\"/>
   <y:NodeLabel>Ulla &amp; Bo</y:NodeLabel></y:ShapeNode></data></node>
  <node id=\"n1\"><data key=\"d1\">school_work</data><data key=\"d2\">2</data>
   <data key=\"d0\"><y:ShapeNode><y:NodeLabel>Eva</y:NodeLabel></y:ShapeNode></data></node>
  <edge id=\"e0\" source=\"n0\" target=\"n1\"><data key=\"d1\">nothing</data></edge>
 </graph>
</graphml>
";

/// A graph without line ends, its nodes numbered in order: what a casebook calls somebody is its own.
fn renumbered(graph: &str) -> String {
    let ids = graph.split("<node id=\"").skip(1).filter_map(|rest| rest.split('"').next()).enumerate();
    let text = graph.replace(['\n', ' '], "");
    ids.fold(text, |text, (place, id)| text.replace(&format!("\"{id}\""), &format!("\"#{place}\"")))
}

#[test]
fn a_graph_that_goes_out_comes_back() {
    let there = Bench::with_families();
    there.run(&["import", "network", &there.file("network.csv", MAPS)]).good();
    let graph = |bench: &Bench, on: &str| {
        bench.run(&["export", "network", "--person", "L-2", "--on", on, "--format", "graphml"]).good()
    };
    let here = Bench::with_families();
    for on in ["2026-03-09", "2026-11-18"] {
        // What rows have no column for comes along as well.
        let richer = graph(&there, on).replacen(
            "<data key=\"sphere\">",
            "<data key=\"direction\">both</data><data key=\"kinds\">practical</data><data key=\"sphere\">",
            1,
        );
        let file = here.file("map.graphml", &richer);
        here.run(&["import", "network", &file, "--dry-run"]).good();
        assert!(here.run(&["import", "network", &file]).good().starts_with("1 nätverkskarta är inläst."));
        let again = graph(&here, on);
        assert_eq!(renumbered(&again), renumbered(&richer), "{on}");
        assert_eq!(here.run(&["import", "network", &file]).good(), "0 nätverkskartor är inlästa.\n");
        assert_eq!(graph(&here, on), again, "read twice, it stands once");
    }
    let show = |bench: &Bench| bench.run(&["show", "network", "--family", "lind", "--json"]).json();
    assert_eq!(show(&here), show(&there));
}

#[test]
fn a_graph_of_another_program_is_told_whose_it_is_and_who_has_no_place() {
    let bench = Bench::with_families();
    let file = bench.file("drawn.graphml", DRAWN);
    assert!(bench.run(&["import", "network", &file]).bad(2).contains("--person BETECKNING --on DAG"));
    let import = |text: &str| {
        bench.run(&["import", "network", &bench.file("m.graphml", text), "--person", "L-2", "--on", "2026-11-18"])
    };
    let said = import(&DRAWN.replace("relatives", "").replace("1.0", "9")).bad(3);
    for column in ["kolumn sector", "kolumn ring"] {
        assert!(said.contains(&format!("rad 7, {column}")), "{said}");
    }
    for (name, text, told) in [
        ("a document type", DRAWN.replace("<graphml ", "<!DOCTYPE g [<!ENTITY a \"b\">]>\n<graphml "), "GraphML"),
        ("an entity of its own", DRAWN.replace("&amp;", "&secret;"), "GraphML"),
        ("cut off", DRAWN[..DRAWN.len() - 12].to_owned(), "GraphML"),
        ("a page", "<html><p>hej</p></html>".to_owned(), "GraphML"),
        ("deep", format!("<graphml>{}", "<a>".repeat(100_000)), "GraphML"),
        ("a tie to nobody", DRAWN.replace("target=\"n1\"", "target=\"n9\""), "n9"),
        ("two graphs", DRAWN.replace("</graphml>", "<graph/></graphml>"), "flera grafer"),
        ("long", DRAWN.replace("Eva", &"E".repeat(9 * 1024 * 1024)), "8 MB"),
    ] {
        let said = import(&text).bad(3);
        assert!(said.contains(told), "{name}: {said}");
    }
    assert_eq!(bench.run(&["export", "network"]).good().lines().count(), 1, "nothing of it is stored");
    import(DRAWN).good();
    let shown = bench.run(&["show", "network", "--family", "lind", "--json"]).json();
    assert_eq!(shown["maps"][0]["ties"], json!([["Ulla & Bo", "Eva"]]));
    assert_eq!(shown["maps"][0]["people"][0]["sector"], json!("relatives"));
    let rows = bench.file("network.csv", MAPS);
    assert!(bench.run(&["import", "network", &rows, "--person", "L-2"]).bad(2).contains("ego_ref"));
}
