//! Files of instruments: those that ship are whole, faulty ones are refused with line and reason.

use std::collections::BTreeSet;

use super::WHO5;
use crate::domain::measurement::instruments::SHIPPED;
use crate::domain::measurement::{DIGITS, Flaw, Instrument, Instruments};

#[test]
fn every_file_that_ships_is_whole_and_no_source_names_a_number() {
    for (file, text) in SHIPPED {
        let instrument = Instrument::parse(text).unwrap_or_else(|faults| panic!("{file}: {faults:?}"));
        assert_eq!(*file, format!("{}.toml", instrument.name));
        assert!(!instrument.source.contains("Seed"), "{file}: a document is named by its title");
        let scales = instrument.items.iter().filter(|item| instrument.counts(item)).count();
        assert!(scales <= 15 && instrument.items.iter().all(|item| item.options.len() <= DIGITS), "{file}");
    }
}

/// What is changed in a file that ships, and the fault that comes of it.
type Case = (&'static str, &'static str, &'static str, Flaw, &'static str);

/// File, what is replaced, by what; why it is refused, and what it is about.
#[rustfmt::skip]
const FAULTS: &[Case] = &[
    ("baseline_adult", "minutes = 15", "minutes = ", Flaw::Form, ""),
    ("baseline_adult", "minutes = 15", "minutes = \"a while\"", Flaw::Form, "invalid type"),
    ("baseline_adult", "minutes = 15\n", "", Flaw::Form, "missing field"),
    ("baseline_adult", "minutes = 15", "minutes = 15\nhours = 1", Flaw::Form, "unknown field"),
    ("baseline_adult", "confidence = \"L\"", "confidence = \"X\"", Flaw::Form, "unknown variant"),
    ("baseline_adult", "\"mother\", \"father\"", "\"mother\", \"neighbour\"", Flaw::Form, "answers nothing"),
    ("baseline_adult", "seen_by = [\"person\"", "seen_by = [\"everybody\"", Flaw::Form, "unknown variant"),
    ("baseline_adult", "first = \"4 weeks\"", "first = \"4 moons\"", Flaw::Form, "is no length"),
    ("needs_and_support", "until = \"6 months after care_ended\"", "until = \"later\"", Flaw::Form, "is neither"),
    ("baseline_adult", "how = \"mean\"", "how = \"median\"", Flaw::Form, "unknown variant"),
    ("baseline_adult", "kind = \"scale\"", "kind = \"slider\"", Flaw::Form, "unknown variant"),
    ("parent_survey", "becomes = \"task_or_referral\"", "becomes = \"letter\"", Flaw::Form, ""),
    ("parent_survey", "feeds = \"parent_support", "feeds = \"somewhere", Flaw::Form, "unknown variant"),
    ("baseline_adult", "format = 1", "format = 2", Flaw::Format, "2"),
    ("baseline_adult", "name = \"baseline_adult\"", "name = \"Baseline adult\"", Flaw::Key, "Baseline adult"),
    ("baseline_adult", "key = \"wish\"", "key = \"Wish\"", Flaw::Key, "Wish"),
    ("baseline_adult", "{ key = \"money\"", "{ key = \"Money\"", Flaw::Key, "Money"),
    ("child_voice", "key = \"how_i_am\"\ntitle", "key = \"whole\"\ntitle", Flaw::Key, "whole"),
    ("baseline_adult", "title_sv = \"Så har vi det – vuxna\"", "title_sv = \" \"", Flaw::Empty, "title_sv"),
    ("baseline_adult", "text_sv = \"Vad kommer", "text_sv = \"\"\n#", Flaw::Empty, "text_sv"),
    ("baseline_adult", "sv = \"pengarna räcker inte\"", "sv = \"\"", Flaw::Empty, "money"),
    ("child_voice", "text_sv = \"Prata med barnet i enrum: känner sig inte trygg\"", "text_sv = \"\"",
     Flaw::Empty, "alert"),
    ("baseline_adult", "version = 1", "version = 0", Flaw::Zero, "version"),
    ("baseline_adult", "least_answered = 2", "least_answered = 0", Flaw::Zero, "least_answered"),
    ("baseline_adult", "answered_by = [\"mother\", \"father\", \"step_parent\", \"guardian\"]", "answered_by = []",
     Flaw::Nothing, "answered_by"),
    ("baseline_adult", "seen_by = [\"person\", \"support_pair\", \"team_leader\"]", "seen_by = []",
     Flaw::Nothing, "seen_by"),
    ("baseline_adult", "\"mother\", \"father\", \"step_parent\"", "\"mother\", \"mother\", \"step_parent\"",
     Flaw::Twice,
     "answered_by"),
    ("baseline_adult", "key = \"wish\"", "key = \"school_home\"", Flaw::Twice, "school_home"),
    ("baseline_adult", "{ key = \"distance\"", "{ key = \"money\"", Flaw::Twice, "money"),
    ("baseline_adult", "\"unknown\", \"did_not_want\", \"not_relevant\"", "\"unknown\", \"unknown\"",
     Flaw::Twice, "beside"),
    ("child_voice", "key = \"social_services\"\ntitle", "key = \"how_i_am\"\ntitle", Flaw::Twice, "how_i_am"),
    ("child_voice", "from = 10, to = 20", "from = 20, to = 10", Flaw::Order, "ages"),
    ("baseline_adult", "least = 0", "least = 4", Flaw::Order, "least"),
    ("child_voice", "from = 10, to = 20", "from = 10, to = 200", Flaw::TooMuch, "200"),
    ("baseline_adult", "minutes = 15", "minutes = 0", Flaw::TooMuch, "0"),
    ("baseline_adult", ", from = \"family_started\"", "", Flaw::IntervalFrom, "first"),
    ("child_voice", "before = \"2 weeks\", ", "", Flaw::IntervalOf, "before"),
    ("baseline_adult", "then = \"6 months\"", "then = \"0 months\"", Flaw::Length, "then"),
    ("baseline_child", "within = \"1 day\"", "within = \"-1 day\"", Flaw::Length, "within"),
    ("child_voice", "\"ladder_move\"", "\"full_moon\"", Flaw::Occasion, "full_moon"),
    ("child_voice", "of = [\"care_consideration\"", "of = [\"ladder_move\"", Flaw::Occasion, "ladder_move"),
    ("baseline_adult", "most = 4", "most = 10", Flaw::ScaleWide, "10"),
    ("baseline_adult", "\"stämmer lite\", ", "", Flaw::Labels, "labels_sv"),
    ("needs_and_support", "how = \"counts\"", "how = \"sum\"", Flaw::NoScale, "how"),
    ("baseline_adult", "least_answered = 2", "least_answered = 4", Flaw::LeastAnswered, "4"),
    ("baseline_adult", "weak_at_most = 1.5", "weak_at_most = 4.5", Flaw::OffScale, "weak_at_most"),
    ("baseline_adult", "change_that_counts = 0.67", "change_that_counts = 5", Flaw::OffScale, "change_that_counts"),
    ("baseline_adult", "change_that_counts = 0.67", "change_that_counts = 0", Flaw::OffScale, "change_that_counts"),
    ("child_voice", "at_most = 1", "at_most = 4", Flaw::OffScale, "4"),
    ("parent_survey", "how = \"counts\"", "how = \"counts\"\nweak_at_most = 1", Flaw::NotScored, "weak_at_most"),
    ("baseline_adult", "how = \"mean\"", "how = \"mean\"\ntimes = 4", Flaw::NotScored, "times"),
    ("parent_survey", "how = \"counts\"", "how = \"mean\"", Flaw::NotScored, "per"),
    ("baseline_adult", "area = \"leisure\"", "area = \"sport\"", Flaw::Area, "sport"),
    ("baseline_adult", "key = \"school_home\"\narea = \"school\"", "key = \"school_home\"",
     Flaw::NoArea, "school_home"),
    ("parent_survey", "key = \"wishes\"\nkind = \"many\"", "key = \"wishes\"\nkind = \"text\"",
     Flaw::NotChosen, "wishes"),
    ("parent_survey", "key = \"own_words\"\nkind = \"text\"", "key = \"own_words\"\nkind = \"choice\"", Flaw::NoOptions,
     "own_words"),
    ("needs_and_support", "{ key = \"return_home\"",
     "{ key = \"more\", sv = \"mer\", en = \"more\" },\n    { key = \"return_home\"",
     Flaw::ManyOptions, "needs_what"),
    ("parent_survey", "item = \"crisis_support\"", "item = \"wishes\"", Flaw::Depends, "wishes"),
    ("parent_survey", "not = [\"never\"]", "not = [\"tomorrow\"]", Flaw::DependsOn, "tomorrow"),
    ("parent_survey", "not = [\"never\"]", "not = []", Flaw::DependsHow, "crisis_support"),
    ("parent_survey", "not = [\"never\"]", "not = [\"never\"], is = [\"later\"]", Flaw::DependsHow, "crisis_support"),
    ("baseline_adult", "becomes = \"goal\"",
     "alert = { at_most = 0, within = \"1 day\", text_sv = \"a\", text_en = \"a\" }",
     Flaw::AlertKind, "wish"),
    ("needs_and_support", "nobody_offers = \"gap\"", "nobody = \"gap\"", Flaw::BecomesOption, "nobody"),
    ("parent_survey", "key = \"reach\"\nkind", "key = \"reach\"\nbecomes = \"task\"\nkind", Flaw::BecomesKind, "reach"),
    ("baseline_adult", "becomes = \"goal\"", "direction = \"none\"", Flaw::DirectionKind, "wish"),
    ("needs_and_support", "about = \"parent\"", "about = \"parent\"\nrated_also_by = \"support_person\"", Flaw::Rater,
     "rated_also_by"),
    ("needs_and_support", "about = \"parent\"\n", "", Flaw::About, "about"),
    ("baseline_adult", "one_form_per", "about = \"parent\"\none_form_per", Flaw::About, "about"),
];

#[test]
fn a_faulty_file_is_refused_with_line_and_reason() {
    let mut seen = BTreeSet::new();
    for (name, from, to, why, what) in FAULTS {
        let (_, text) = SHIPPED.iter().find(|(file, _)| *file == format!("{name}.toml")).unwrap();
        let place = text.find(from).unwrap_or_else(|| panic!("{name} has no `{from}`"));
        let faulty = text.replacen(from, to, 1);
        let faults = Instrument::parse(&faulty).expect_err(&format!("{name}: `{to}` is taken"));
        let fault =
            faults.iter().find(|fault| fault.why == *why).unwrap_or_else(|| panic!("{name} `{to}`: {faults:?}"));
        assert!(fault.what.contains(what), "{name} `{to}`: {fault:?}");
        // A field that is not there has no line; what is said of a whole table stands at its beginning.
        let lines = 1 + text[..place].matches('\n').count();
        let near = match why {
            Flaw::Form if what.starts_with("missing") => 1,
            Flaw::Nothing | Flaw::About | Flaw::NoScale | Flaw::ManyOptions => fault.line,
            _ => lines,
        };
        assert!(fault.line.abs_diff(near) <= 1, "{name} `{to}`: line {}, and it stands on {near}", fault.line);
        seen.insert(*why);
    }
    let missed: Vec<_> = Flaw::ALL.iter().filter(|flaw| !seen.contains(flaw)).collect();
    assert!(missed.is_empty(), "never seen: {missed:?}");
    assert!(FAULTS.len() > 60);
}

#[test]
fn all_that_is_wrong_is_told_in_the_order_of_lines() {
    let text = WHO5.replace("version = 1", "version = 0").replace("key = \"four\"", "key = \"three\"");
    let told: Vec<(usize, Flaw)> =
        Instrument::parse(&text).unwrap_err().iter().map(|fault| (fault.line, fault.why)).collect();
    assert_eq!(told, [(6, Flaw::Zero), (52, Flaw::Twice)]);
}

#[test]
fn the_units_own_takes_the_place_of_one_of_its_name() {
    let mut all = Instruments::shipped().clone();
    let mut own = Vec::new();
    all.add("who5.toml", WHO5, &mut own).unwrap();
    let (_, adult) = SHIPPED[1];
    all.add("ours.toml", &adult.replace("minutes = 15", "minutes = 20"), &mut own).unwrap();
    assert_eq!((all.all().len(), all.named("baseline_adult").unwrap().minutes), (7, 20));
    let twice = all.add("more.toml", adult, &mut own).unwrap_err().to_string();
    assert_eq!(twice, "instrument-twice file=more.toml name=baseline_adult");
    let faulty = all.add("bad.toml", &adult.replace("format = 1", "format = 9"), &mut own).unwrap_err().to_string();
    assert_eq!(faulty, "instrument line=8 why=format what=9 file=bad.toml");
}
