//! The words of `assets/demo/visits.toml`.

use chrono::NaiveTime;
use serde::Deserialize;

use crate::demo::assets::Reasons;
use crate::demo::words::Template;

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitWords {
    pub rooms: Vec<String>,
    pub elsewhere: Vec<String>,
    pub siblings_meet: Vec<String>,
    pub purposes: Vec<String>,
    pub call_purposes: Vec<String>,
    pub sibling_purposes: Vec<String>,
    pub elder_purposes: Vec<String>,
    pub transport: Vec<String>,
    pub christmas: Vec<String>,
    pub moved: Vec<String>,
    pub watch_for: Vec<Template>,
    pub stop_rule: Vec<Template>,
    /// Why a visit did not come about.
    pub cancelled: Reasons,
    pub met: Account,
    pub called: Account,
    pub siblings: Account,
    pub elders: Account,
    pub moves: Moves,
    pub restrictions: Restrictions,
    pub wishes: Wishes,
    #[serde(rename = "absence")]
    pub absences: Vec<Away>,
}

/// What is written about a visit; the fields are those of the record.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Account {
    pub words: Vec<Template>,
    pub words_later: Vec<Template>,
    pub interplay: Vec<Template>,
    pub interventions: Vec<Template>,
    pub reactions: Vec<Template>,
    pub adult_view: Vec<Template>,
    pub family_home_view: Vec<Template>,
    pub supporter_view: Vec<Template>,
    pub judgement: Vec<Template>,
    pub agreed: Vec<Template>,
    pub next: Vec<Template>,
    pub before_child: Vec<Template>,
    pub before_adult: Vec<Template>,
    pub before_family_home: Vec<Template>,
}

/// Why somebody moved on the ladder, who decided, and what the child said.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moves {
    pub first: Vec<String>,
    pub up: Vec<String>,
    pub down: Vec<String>,
    pub stay: Vec<String>,
    pub calls: Vec<String>,
    pub decided_by: Vec<String>,
    pub words: Vec<String>,
}

/// How contact is restricted, why, and who decided.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Restrictions {
    pub contact: Vec<String>,
    pub supervised: Vec<String>,
    pub stopped: Vec<String>,
    pub why: Vec<String>,
    pub stopped_why: Vec<String>,
    pub decided_by: Vec<String>,
}

/// What is wished, and what is answered.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wishes {
    pub adult: Vec<String>,
    pub child: Vec<String>,
    pub answers: Vec<String>,
}

/// When somebody of the staff is away.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Away {
    pub who: String,
    pub from: Moment,
    pub until: Moment,
}

/// A time on a day counted from today.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    pub day: i64,
    pub at: NaiveTime,
}
