//! Search for case work: names, identity numbers, case references, and nothing else.

use trygg::domain::codes::MemberRole;
use trygg::domain::directory::Directory;
use trygg::domain::discretion::Setting;
use trygg::domain::family::Family;
use trygg::domain::person::Person;
use trygg::domain::session::Session;
use trygg::store::Store;

use super::desk::{self, Desk, add, change, family, member, session};

/// What a search finds, as `case reference` or `case reference/given name`.
fn found(store: &Store, typed: &str) -> Vec<String> {
    let hits = store.find(typed, 20).unwrap();
    hits.into_iter()
        .map(|hit| match hit.person {
            Some((_, name, _)) => format!("{}/{}", hit.case_ref, name.shown(Setting::Team)),
            None => hit.case_ref,
        })
        .collect()
}

fn filled(store: &Store) {
    for (case_ref, name, people) in [
        ("2026-0117", "Åkerlund", &[("Anna", None, Some("201701012393")), ("Örjan", Some("Ek"), None)][..]),
        ("2026-0118", "Akerberg", &[("Anna-Lena", None, None)]),
        ("2026-0119", "von Sydow", &[("Åse Maria", None, Some("197010632391"))]),
        ("2026-0120", "Al-Hassan", &[("O’Neill", None, None), ("Zainab", Some("Al Hassan"), None)]),
        ("HÄL-7", "Lindström", &[("Anna", Some("Lindgren"), None)]),
    ] {
        let id = add(store, &family(case_ref, name));
        for (place, (given, surname, number)) in people.iter().enumerate() {
            let person = Person {
                family_name: surname.map(Into::into),
                personal_id: number.map(str::to_owned),
                ..member(id, &format!("P-{case_ref}-{place}"), given)
            };
            add(store, &person);
        }
    }
}

#[test]
fn names_numbers_and_references_are_found_however_they_are_typed() {
    let desk = Desk::new();
    let store = desk.leader();
    filled(&store);
    for (name, typed, expected) in [
        ("nothing", "", &[][..]),
        ("spaces", "   ", &[]),
        ("prefix", "lin", &["HÄL-7", "HÄL-7/Anna"]),
        ("å is found by a", "ak", &["2026-0118", "2026-0117"]),
        ("a is found by å", "ÅK", &["2026-0118", "2026-0117"]),
        ("ö, in capitals", "ÖRJ", &["2026-0117/Örjan"]),
        ("a whole name of two words", "von sydow", &["2026-0119"]),
        ("the second word", "sydow", &["2026-0119"]),
        ("two words, either order", "sydow von", &["2026-0119"]),
        ("a given name and the family", "anna åker", &["2026-0117/Anna", "2026-0118/Anna-Lena"]),
        ("a given name and the whole family", "anna åkerlund", &["2026-0117"]),
        ("two words of one person", "maria åse", &["2026-0119/Åse Maria"]),
        ("two words that no family has both of", "anna sydow", &[]),
        ("three words, all of which must fit", "åse maria berg", &[]),
        ("with a hyphen", "Anna-Lena", &["2026-0118/Anna-Lena"]),
        ("hyphen, half typed", "anna-l", &["2026-0118/Anna-Lena", "HÄL-7/Anna"]),
        ("a family with a hyphen", "al-hassan", &["2026-0120", "2026-0120/Zainab"]),
        ("an apostrophe", "o'neill", &["2026-0120/O’Neill"]),
        ("identity number", "201701012393", &["2026-0117/Anna"]),
        ("with a dash", "20170101-2393", &["2026-0117/Anna"]),
        ("without the century", "170101-2393", &["2026-0117/Anna"]),
        ("without either", "1701012393", &["2026-0117/Anna"]),
        ("the birth date", "170101", &["2026-0117/Anna"]),
        ("a coordination number", "701063-2391", &["2026-0119/Åse Maria"]),
        ("somebody else's", "201701012394", &[]),
        ("case reference", "2026-0117", &["2026-0117"]),
        ("the beginning of one", "2026-011", &["2026-0117", "2026-0118", "2026-0119"]),
        ("a reference with letters", "häl-7", &["HÄL-7"]),
        ("one letter left out", "lndström", &["HÄL-7"]),
        ("one letter left out, å", "åkrlund", &["2026-0117"]),
        ("a sign before it", "!zainab", &["2026-0120/Zainab"]),
        ("signs of a pattern language", "!qqq", &[]),
        ("percent", "%", &[]),
        ("a quote", "'", &[]),
        ("nobody", "qqq", &[]),
    ] {
        assert_eq!(found(&store, typed), expected, "{name}: {typed}");
    }
}

#[test]
fn a_limit_counts_hits_and_not_words() {
    let desk = Desk::new();
    let store = desk.leader();
    for number in 0..6 {
        let id = add(&store, &family(&format!("A-{number}"), "Ek"));
        let person = Person { family_name: Some("Annason".into()), ..member(id, &format!("P-{number}"), "Anna") };
        add(&store, &person);
    }
    assert_eq!(store.find("ann", 4).unwrap().len(), 4);
    assert_eq!(store.find("ann", 99).unwrap().len(), 6, "each person once, though two of their words fit");
    assert_eq!(store.find("ann", 0).unwrap().len(), 0);
}

#[test]
fn notes_and_the_rest_of_the_case_are_never_found() {
    let desk = Desk::new();
    let store = desk.leader();
    let word = |text: &str| Some(text.to_owned());
    let id = add(&store, &Family { district: word("Distriktia"), phase: word("Fasia"), ..family("A-1", "Ek") });
    let child = add(
        &store,
        &Person { phone: Some("0701740635".into()), language: word("Somaliska"), ..member(id, "Referens", "Elsa") },
    );
    add(
        &store,
        &trygg::domain::placement::Placement { home: Some("Hemmia".into()), ..desk::placement(child, "2026-02-02") },
    );
    let session = Session {
        note: word("Anteckningia"),
        reason: word("Orsakia"),
        next_step: word("Stegia"),
        staff: vec!["Kollegia".to_owned()],
        ..session(id, "2026-11-03")
    };
    add(&store, &session);
    let hidden = [
        "Distriktia",
        "Fasia",
        "0701740635",
        "Somaliska",
        "Referens",
        "Hemmia",
        "Anteckningia",
        "Orsakia",
        "Stegia",
        "Kollegia",
        "Saga",
    ];
    for word in hidden {
        assert_eq!(found(&store, word), [""; 0], "{word}");
    }
}

#[test]
fn a_support_person_finds_only_their_own_families() {
    let desk = Desk::new();
    let store = desk.leader();
    filled(&store);
    let theirs = add(&store, &Family { child_support: Vec::new(), ..family("X-1", "Åkerström") });
    add(&store, &Person { personal_id: Some("201701022392".to_owned()), ..member(theirs, "P-X", "Anna") });
    let saga = desk.open("Saga");
    assert!(found(&store, "åkerst").contains(&"X-1".to_owned()));
    for typed in ["åkerst", "åkrström", "X-1", "201701022392", "anna åkerström"] {
        assert!(!found(&saga, typed).iter().any(|hit| hit.starts_with("X-1")), "{typed}");
    }
    assert_eq!(found(&saga, "lin"), ["HÄL-7", "HÄL-7/Anna"]);
}

#[test]
fn what_is_no_longer_so_is_no_longer_found() {
    let desk = Desk::new();
    let store = desk.leader();
    let id = add(&store, &family("A-1", "Gammelnamn Ett"));
    let person = Person { personal_id: Some("201701012393".to_owned()), ..member(id, "P-1", "Gammelperson") };
    let child = add(&store, &person);
    change::<Family>(&store, id, |family| {
        family.name = "Nyttnamn".to_owned();
        family.case_ref = "B-1".to_owned();
    })
    .unwrap();
    change::<Person>(&store, child, |child| {
        child.given_name = "Nyperson".into();
        child.personal_id = None;
    })
    .unwrap();
    for typed in ["gammelnamn", "ett", "gmmelnamn", "A-1", "gammelperson", "gmmelperson", "201701012393"] {
        assert_eq!(found(&store, typed), [""; 0], "{typed}");
    }
    assert_eq!(found(&store, "ny"), ["B-1", "B-1/Nyperson"]);
    store.remove::<Person>(child).unwrap();
    store.remove::<Family>(id).unwrap();
    for typed in ["nyttnamn", "nttnamn", "nyperson", "B-1"] {
        assert_eq!(found(&store, typed), [""; 0], "{typed}");
    }
}

#[test]
fn a_person_who_changes_families_is_found_in_the_new_one() {
    let desk = Desk::new();
    let store = desk.leader();
    let (one, two) = (add(&store, &family("A-1", "Ek")), add(&store, &family("A-2", "Al")));
    let child = add(&store, &member(one, "P-1", "Elsa"));
    change::<Person>(&store, child, |child| child.family = two).unwrap();
    assert_eq!(found(&store, "elsa"), ["A-2/Elsa"]);
}

#[test]
fn the_quick_line_names_families_by_how_they_begin() {
    let desk = Desk::new();
    let store = desk.leader();
    for number in 0..12 {
        add(&store, &family(&format!("V-{number}"), "von Sydow"));
    }
    add(&store, &family("S-1", "Sydow"));
    add(&store, &family("S-2", "Sydowska"));
    let names = |word: &str| -> Vec<String> {
        Directory::families(&store, word).unwrap().into_iter().map(|family| family.case_ref).collect()
    };
    assert_eq!(names("sydow"), ["S-1", "S-2"], "the exact name first; later words of a name do not count");
    assert_eq!(names("SYD"), ["S-1", "S-2"]);
    assert_eq!(names("s-2"), ["S-2"]);
    assert_eq!(names("s-"), [""; 0], "a case reference is the whole word");
    assert_eq!(names("von").len(), 9, "a screenful");
    assert_eq!(names(""), [""; 0]);
}

#[test]
fn the_quick_line_names_children_by_how_their_given_names_begin() {
    let desk = Desk::new();
    let store = desk.leader();
    let one = add(&store, &family("A-1", "Ek"));
    for (reference, name) in [("P-1", "Anna-Karin"), ("P-2", "Anna"), ("P-3", "Åsa Anna"), ("P-4", "Ella")] {
        add(&store, &member(one, reference, name));
    }
    add(&store, &Person { family_name: Some("Annell".into()), ..member(one, "P-5", "Noah") });
    add(&store, &Person { role: MemberRole::Mother, ..member(one, "P-6", "Annika") });
    let names = |word: &str| -> Vec<String> {
        store.children(word).unwrap().into_iter().map(|(_, child)| child.reference).collect()
    };
    assert_eq!(
        names("anna"),
        ["P-2", "P-1"],
        "the exact name first; family names, later names and adults do not count"
    );
    assert_eq!(names("ANNA-K"), ["P-1"]);
    assert_eq!(names("anna karin"), ["P-1"]);
    assert_eq!(names("asa"), ["P-3"]);
    for number in 10..22 {
        add(&store, &member(one, &format!("P-{number}"), "Ella-Mo"));
    }
    add(&store, &member(one, "P-22", "Ella"));
    assert_eq!((names("ella")[..2].to_vec(), names("ella").len()), (vec!["P-4".to_owned(), "P-22".into()], 9));
    assert_eq!((names(""), names("-"), names("x")), (vec![], vec![], vec![]));
}
