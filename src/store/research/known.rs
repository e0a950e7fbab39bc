//! What facts know of families: the district of each, and whether somebody in it is protected: by identity, or because
//! where a child lives is kept back.

use std::collections::HashMap;

use rusqlite::named_params;

use crate::domain::problem::Problem;
use crate::domain::research::Value;
use crate::store::Store;
use crate::store::reached::Reached;
use crate::store::visits::reading;

struct Family {
    district: Option<String>,
    is_protected: bool,
}

/// The families that are reached.
pub(super) struct Known(HashMap<i64, Family>);

impl Known {
    pub(super) fn read(store: &Store, reached: &Reached) -> Result<Self, Problem> {
        let sql = format!(
            "SELECT f.id, nullif(trim(f.district), ''),
                    EXISTS (SELECT 1 FROM member m WHERE m.family = f.id AND m.protection <> 'none')
                 OR EXISTS (SELECT 1 FROM member m CROSS JOIN placement p ON p.person = m.id
                            WHERE m.family = f.id AND p.hidden_location = 'yes')
             FROM family f WHERE {}",
            reached.family("f")
        );
        let mut all = HashMap::new();
        reading::each(&store.connection, &sql, named_params! {}, |row| {
            all.insert(row.get(0)?, Family { district: row.get(1)?, is_protected: row.get(2)? });
            Ok(())
        })?;
        Ok(Self(all))
    }

    /// The families, in order.
    pub(super) fn ids(&self) -> Vec<i64> {
        let mut ids: Vec<i64> = self.0.keys().copied().collect();
        ids.sort_unstable();
        ids
    }

    /// Whether a family is reached.
    pub(super) fn has(&self, family: i64) -> bool {
        self.0.contains_key(&family)
    }

    /// Its district.
    pub(super) fn district(&self, family: i64) -> Value {
        Value::text(self.0.get(&family).and_then(|family| family.district.clone()))
    }

    /// Whether somebody in it is protected.
    pub(super) fn is_protected(&self, family: i64) -> bool {
        self.0.get(&family).is_none_or(|family| family.is_protected)
    }
}
