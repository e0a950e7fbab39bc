//! Samples of measurements and of children's own words.

use std::collections::BTreeMap;

use super::samples::{Home, Sampled, long};
use crate::domain::child_word::Quotation;
use crate::domain::codes::{Answer, HeardAt, Rater, Way};
use crate::domain::measurement::Measurement;
use crate::store::tests::day;

impl Sampled for Quotation {
    fn samples(home: &Home) -> [Self; 2] {
        [None, Some(Answer::Yes)].map(|to_parents| Self {
            family: home.family,
            child: home.child,
            on: day("2026-11-03"),
            words: long(if to_parents.is_some() { "judo" } else { "Ali" }).unwrap_or_default(),
            heard_at: HeardAt::Session,
            heard_by: "Lena".to_owned(),
            to_parents,
        })
    }
}

impl Sampled for Measurement {
    fn samples(home: &Home) -> [Self; 2] {
        ["1", "3"].map(|step| Self {
            family: home.family,
            person: home.child,
            instrument: "child_voice".to_owned(),
            edition: 1,
            on: day("2026-11-03"),
            rater: Rater::Person,
            way: Some(Way::Aloud),
            asked_by: Some("Lena".to_owned()),
            answers: BTreeMap::from([
                ("safe".to_owned(), step.to_owned()),
                ("missed".to_owned(), long("mormor").unwrap_or_default()),
            ]),
            talked_on: (step == "3").then(|| day("2026-11-04")),
        })
    }
}
