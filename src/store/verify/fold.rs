//! One record: what the journal says became of it, held against how it stands.
//!
//! A record begins with its adding, of which everything is known, or with the base, of which a hash is. What a change
//! says was there before is held against what is known by then, and makes known what was not; so what nobody has
//! touched since the base is what stands there now, and the hash tells whether it is.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::store::chain::folded::{Fields, said};

/// A row of the journal about the record.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) row: i64,
    pub(super) at: String,
    pub(super) act: String,
    pub(super) before: Option<Fields>,
    pub(super) after: Option<Fields>,
}

/// When something was so: a row of the journal, and its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct When {
    pub(super) row: i64,
    pub(super) at: String,
}

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It is there, and no row says so.
    PutIn,
    /// It is gone, and no row says so.
    Removed(When),
    /// A row says that it was removed, and it is there.
    BroughtBack(When),
    /// It stands as it once stood; what came after is gone. When it stood so, and what was last.
    TurnedBack(When, When),
    /// Fields say something else than what was last written.
    Altered(Vec<String>, When),
    /// It was something else between two rows; whoever wrote the second wrote over that.
    Between(Vec<String>, When, When),
    /// It was purged, and it is there.
    NotPurged,
}

/// Fields of which something is known: what they say, or that they say nothing.
type Parts = BTreeMap<String, Option<Value>>;

/// What is found of a record.
pub(super) struct Judged {
    pub(super) wrong: Vec<Wrong>,
    /// What it was in the base, as far as that can be told.
    pub(super) base: Option<Fields>,
}

/// A record while it is folded.
struct Fold {
    exists: bool,
    /// Whether every field is known.
    whole: bool,
    known: Parts,
    /// What was there in the base, of fields that were touched since.
    origin: Parts,
    /// Whether the base can be told at all.
    has_origin: bool,
}

impl Fold {
    fn begin(in_base: bool) -> Self {
        Self { exists: in_base, whole: !in_base, known: Parts::new(), origin: Parts::new(), has_origin: in_base }
    }

    /// Takes a row in; the fields that were not what it says.
    fn take(&mut self, line: &Line) -> Vec<String> {
        if line.before.is_none() && line.after.is_none() {
            // Purged: that it happened is known, and not what.
            *self = Self { exists: line.act != "remove", whole: false, has_origin: false, ..Self::begin(false) };
            return Vec::new();
        }
        let (before, after) = (parts(line.before.as_ref()), parts(line.after.as_ref()));
        let mut differ = Vec::new();
        match line.act.as_str() {
            "add" => {
                if self.exists {
                    differ.push(String::new());
                }
                *self = Self { exists: true, whole: true, known: after, ..Self::keeping(self) };
            }
            "remove" => {
                differ.extend(self.hold(&before, true));
                *self = Self { exists: false, whole: true, known: Parts::new(), ..Self::keeping(self) };
            }
            _ => {
                let nothing = after.keys().filter(|name| !before.contains_key(*name)).map(|name| (name.clone(), None));
                let before: Parts = before.clone().into_iter().chain(nothing).collect();
                differ.extend(self.hold(&before, false));
                for name in before.keys() {
                    self.known.insert(name.clone(), after.get(name).cloned().flatten());
                }
            }
        }
        differ
    }

    /// What is kept of the base when a record is gone, or comes anew.
    fn keeping(of: &mut Self) -> Self {
        Self { origin: std::mem::take(&mut of.origin), has_origin: of.has_origin, ..Self::begin(false) }
    }

    /// Holds what a row says was there against what is known; `all` is whether it tells every field.
    fn hold(&mut self, before: &Parts, all: bool) -> Vec<String> {
        let mut differ = Vec::new();
        if !self.exists {
            differ.push(String::new());
            return differ;
        }
        for (name, value) in before {
            match self.known.get(name) {
                Some(known) if known == value => {}
                Some(_) => differ.push(name.clone()),
                None if self.whole && value.is_none() => {}
                None if self.whole => differ.push(name.clone()),
                None => {
                    self.origin.insert(name.clone(), value.clone());
                }
            }
        }
        if all {
            let missing = self.known.iter().filter(|(name, known)| known.is_some() && !before.contains_key(*name));
            differ.extend(missing.map(|(name, _)| name.clone()));
        }
        differ
    }

    /// The fields in which a record differs from what is known.
    fn differ(&self, now: &Parts) -> Vec<String> {
        let nothing = None;
        let said = |parts: &Parts, name: &str| parts.get(name).unwrap_or(&nothing).clone();
        let mut names: Vec<&String> = self.known.keys().collect();
        if self.whole {
            names.extend(now.keys().filter(|name| !self.known.contains_key(*name)));
        }
        names.into_iter().filter(|name| said(&self.known, name) != said(now, name)).cloned().collect()
    }
}

/// What is found of a record: as it stands now, whether it is in the base, whether it counts as purged, and all that
/// the journal says of it, oldest first.
pub(super) fn judge(now: Option<&Fields>, in_base: bool, purged: bool, lines: &[Line]) -> Judged {
    if purged {
        return Judged { wrong: now.map(|_| Wrong::NotPurged).into_iter().collect(), base: None };
    }
    let now = now.map(|now| parts(Some(now)));
    let (mut fold, mut wrong) = (Fold::begin(in_base), Vec::new());
    let mut last: Option<&Line> = None;
    let mut was_removed = false;
    for line in lines {
        let differ = fold.take(line);
        if !differ.is_empty() {
            wrong.push(Wrong::Between(named(differ), when(last), when(Some(line))));
        }
        was_removed |= line.act == "remove";
        last = Some(line);
    }
    match &now {
        None if fold.exists => wrong.push(Wrong::Removed(when(last))),
        Some(_) if !fold.exists && lines.is_empty() => wrong.push(Wrong::PutIn),
        Some(_) if !fold.exists => wrong.push(Wrong::BroughtBack(when(last))),
        Some(now) => {
            let differ = fold.differ(now);
            if !differ.is_empty() {
                wrong.push(match turned_back(now, in_base, lines, &fold.origin) {
                    Some(then) => Wrong::TurnedBack(then, when(last)),
                    None => Wrong::Altered(named(differ), when(last)),
                });
            }
        }
        None => {}
    }
    // A record that was gone for a while tells nothing any more of what was never touched before.
    let base = (fold.has_origin && wrong.is_empty()).then(|| {
        let untouched = now.filter(|_| !was_removed).unwrap_or_default();
        let untouched = untouched.into_iter().filter(|(name, _)| !fold.origin.contains_key(name));
        let parts = untouched.chain(fold.origin.clone());
        parts.filter_map(|(name, value)| Some((name, value?))).collect()
    });
    Judged { wrong, base }
}

/// The row after which a record stood as it stands now, if what came later is gone.
fn turned_back(now: &Parts, in_base: bool, lines: &[Line], origin: &Parts) -> Option<When> {
    let mut fold = Fold { known: origin.clone(), ..Fold::begin(in_base) };
    let mut then = (in_base && fold.differ(now).is_empty()).then(|| when(None));
    for line in lines {
        fold.take(line);
        if fold.exists && fold.differ(now).is_empty() {
            then = Some(when(Some(line)));
        }
    }
    then
}

fn when(line: Option<&Line>) -> When {
    line.map_or(When { row: 0, at: String::new() }, |line| When { row: line.row, at: line.at.clone() })
}

/// Names of fields; none where it is not about one.
fn named(fields: Vec<String>) -> Vec<String> {
    fields.into_iter().filter(|name| !name.is_empty()).collect()
}

/// What older programs could not know of a removed record is not the record's.
const BESIDE: &str = "beside";

fn parts(fields: Option<&Fields>) -> Parts {
    let Some(fields) = fields else { return Parts::new() };
    fields.iter().filter(|(name, _)| *name != BESIDE).map(|(name, value)| (name.clone(), said(value))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::store::chain::folded::plain;

    fn line(row: i64, act: &str, before: Value, after: Value) -> Line {
        let fields = |value: Value| value.as_object().cloned();
        Line { row, at: format!("T{row}"), act: act.to_owned(), before: fields(before), after: fields(after) }
    }

    fn at(row: i64) -> When {
        if row == 0 { when(None) } else { When { row, at: format!("T{row}") } }
    }

    fn judged(now: Value, in_base: bool, lines: &[Line]) -> Vec<Wrong> {
        judge(now.as_object(), in_base, false, lines).wrong
    }

    fn history() -> Vec<Line> {
        vec![
            line(1, "add", json!(null), json!({"name": "Ek", "phone": null, "who": ["Eva"]})),
            line(4, "change", json!({"phone": null}), json!({"phone": "1"})),
            line(9, "change", json!({"phone": "1"}), json!({"phone": "2"})),
        ]
    }

    #[test]
    fn a_record_that_is_as_it_was_written_is_right() {
        assert_eq!(judged(json!({"name": "Ek", "phone": "2", "who": ["Eva"]}), false, &history()), []);
        assert_eq!(judged(json!({"who": ["Eva"], "name": "Ek", "phone": "2", "new": []}), false, &history()), []);
        let removed = line(10, "remove", json!({"name": "Ek", "phone": "2", "who": ["Eva"]}), json!(null));
        assert_eq!(judged(json!(null), false, &[history(), vec![removed]].concat()), []);
        assert_eq!(judged(json!(null), false, &[]), []);
        assert_eq!(judged(json!({"name": "Ek"}), true, &[]), []);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let fields = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        for (now, expected) in [
            (json!({"name": "Al", "phone": "2", "who": ["Eva"]}), Wrong::Altered(fields(&["name"]), at(9))),
            (json!({"name": "Ek", "phone": "2"}), Wrong::Altered(fields(&["who"]), at(9))),
            (json!({"name": "Ek", "phone": "2", "who": ["Eva"], "x": 1}), Wrong::Altered(fields(&["x"]), at(9))),
            (json!({"name": "Ek", "phone": "1", "who": ["Eva"]}), Wrong::TurnedBack(at(4), at(9))),
            (json!({"name": "Ek", "who": ["Eva"]}), Wrong::TurnedBack(at(1), at(9))),
            (json!(null), Wrong::Removed(at(9))),
        ] {
            assert_eq!(judged(now.clone(), false, &history()), [expected], "{now}");
        }
        assert_eq!(judged(json!({"name": "Ek"}), false, &[]), [Wrong::PutIn]);
        let gone =
            [line(1, "add", json!(null), json!({"name": "Ek"})), line(2, "remove", json!({"name": "Ek"}), json!(null))];
        assert_eq!(judged(json!({"name": "Ek"}), false, &gone), [Wrong::BroughtBack(at(2))]);
        let over = [
            line(1, "add", json!(null), json!({"name": "Ek"})),
            line(5, "change", json!({"name": "Al"}), json!({"name": "Alm"})),
        ];
        let between = Wrong::Between(fields(&["name"]), at(1), at(5));
        assert_eq!(judged(json!({"name": "Alm"}), false, &over), [between]);
    }

    #[test]
    fn what_was_in_the_base_is_told_from_what_came_after() {
        let now = json!({"name": "Ek", "phone": "3", "who": ["Eva"]});
        let lines = [
            line(5, "change", json!({"phone": "1"}), json!({"phone": "2"})),
            line(6, "change", json!({"phone": "2"}), json!({"phone": "3"})),
        ];
        let judged_now = judge(now.as_object(), true, false, &lines);
        assert_eq!(judged_now.wrong, []);
        assert_eq!(
            Value::Object(plain(&judged_now.base.unwrap())),
            json!({"name": "Ek", "phone": "1", "who": ["Eva"]})
        );
        let turned = json!({"name": "Ek", "phone": "1", "who": ["Eva"]});
        assert_eq!(judged(turned, true, &lines), [Wrong::TurnedBack(at(0), at(6))]);
        let removed = line(7, "remove", now, json!(null));
        let gone = judge(None, true, false, &[lines.to_vec(), vec![removed]].concat());
        assert_eq!(Value::Object(plain(&gone.base.unwrap())), json!({"name": "Ek", "phone": "1", "who": ["Eva"]}));
    }
}
