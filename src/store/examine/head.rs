//! How far the casebook has come, as far as that stands outside of it: an older one in its place, and copies of the
//! head that nobody reaches.

use super::{Check, Finding};
use crate::domain::problem::{Kind, Problem};
use crate::store::chain::head::Found;
use crate::store::{Store, chain};

pub(super) fn head(store: &Store) -> Result<Finding, Problem> {
    let mut finding = Finding::of(Check::Head);
    finding.count = chain::end(&store.connection)?.map_or(0, |end| end.row);
    finding.faults.extend(store.head.told(&store.connection)?);
    for (path, found) in store.head.copies_say() {
        let key = match found {
            Found::Line(_) => continue,
            Found::Nothing => "head-copy-missing",
            Found::Unreadable => "head-copy-unreached",
        };
        finding.warnings.push(Problem::new(Kind::Io, key).with("path", path));
    }
    Ok(finding)
}
