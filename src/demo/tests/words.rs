//! The words of the demo: enough of them, none broken, none of a real person.

use super::*;
use crate::demo::words::{Notes, Passage, Template, Traits};

fn passages(notes: &Notes) -> [(&'static str, &Passage); 21] {
    [
        ("school_child", &notes.school_child),
        ("school_small", &notes.school_small),
        ("leisure_child", &notes.leisure_child),
        ("leisure_small", &notes.leisure_small),
        ("psychosocial_child", &notes.psychosocial_child),
        ("psychosocial_small", &notes.psychosocial_small),
        ("network_child", &notes.network_child),
        ("parenting", &notes.parenting),
        ("psychosocial_parent", &notes.psychosocial_parent),
        ("network_parent", &notes.network_parent),
        ("school_parent", &notes.school_parent),
        ("crisis_support", &notes.crisis_support),
        ("network_meeting", &notes.network_meeting),
        ("adults_meeting", &notes.adults_meeting),
        ("information", &notes.information),
        ("motivation", &notes.motivation),
        ("planning", &notes.planning),
        ("follow_up", &notes.follow_up),
        ("advice", &notes.advice),
        ("shared_activity", &notes.shared_activity),
        ("family_session", &notes.family_session),
    ]
}

#[test]
fn there_are_sentences_enough_for_everybody() {
    let notes = &assets().notes;
    let total: usize = passages(notes).iter().map(|(_, passage)| passage.notes.len()).sum();
    assert!(total >= 120, "{total}");
    for (name, passage) in passages(notes) {
        // Adults meet about a placed child only; every other passage has something for anybody.
        let least = if name == "adults_meeting" { Traits::PLACED } else { Traits::default() };
        assert!(passage.notes.iter().filter(|one| least.covers(one.needs)).count() > 1, "{name}: too little");
        assert!(!passage.next.is_empty(), "{name}");
    }
}

#[test]
fn a_broken_sentence_is_refused() {
    for broken in ["{nam} log", "{namn log", "[vuxen] {namn} log", "[placerad {namn} log"] {
        assert!(Template::try_from(broken.to_owned()).is_err(), "{broken}");
    }
    assert!(Template::try_from("[placerad] [tonåring] {Hon} log mot {vuxen}.".to_owned()).is_ok());
}

#[test]
fn notes_read_as_sentences() {
    let mut seen = HashSet::new();
    for (_, family) in many() {
        for note in family.sessions.into_iter().filter_map(|session| session.note) {
            assert!(note.starts_with(char::is_uppercase) && note.ends_with(['.', '!']), "{note}");
            for wrong in ["  ", " .", " ,", "{", "}", "[", "]", "..", " på på ", " i i ", " hos hos "] {
                assert!(!note.contains(wrong), "{wrong:?} in {note}");
            }
            seen.insert(note);
        }
    }
    assert!(seen.len() > 5_000, "{} different notes", seen.len());
}

#[test]
fn no_family_reads_the_same_note_twice_in_a_row() {
    for (_, family) in many() {
        let notes: Vec<_> = family.sessions.iter().filter_map(|session| session.note.as_deref()).collect();
        assert!(notes.windows(2).all(|two| two[0] != two[1]), "{}", family.family.case_ref);
    }
}

#[test]
fn assets_have_no_empty_lists() {
    let assets = assets();
    let sets = assets.names.other.iter().map(|other| &other.set).chain([&assets.names.swedish]);
    for set in sets {
        for list in [&set.family, &set.women, &set.men, &set.girls, &set.boys] {
            assert!(list.len() >= 4 && list.iter().all(|name| name.trim() == name && !name.is_empty()));
        }
    }
    assert!(assets.names.other.iter().map(|other| other.share).sum::<u32>() < 100);
    for next in &assets.first.then {
        assert!(next.names == "swedish" || assets.names.other.iter().any(|other| other.code == next.names));
    }
    let homes = &assets.homes;
    let reasons = &assets.reasons;
    for list in [&homes.districts, &homes.away, &homes.hosts, &homes.kin, &homes.residential, &homes.secure] {
        assert!(!list.is_empty());
    }
    for list in [&reasons.parent, &reasons.child, &reasons.family_home, &reasons.us, &reasons.other] {
        assert!(list.len() >= 5);
    }
    assert!(!homes.supported.is_empty() && !homes.shelter.is_empty());
    assert!(!reasons.no_show.is_empty() && !reasons.not_in.is_empty() && !reasons.unreached.is_empty());
}
