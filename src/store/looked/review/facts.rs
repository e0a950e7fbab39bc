//! What is known of those who read and of what they read.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono_tz::Europe::Stockholm;
use rusqlite::named_params;

use crate::domain::codes::{AccessAct, Code, Role};
use crate::domain::ids::{FamilyId, UserId};
use crate::domain::looked::review::{Facts, Of, Reader, Seen, phone};
use crate::domain::problem::Problem;
use crate::domain::text::{fold, identity_of};
use crate::store::coded::Coded;
use crate::store::visits::reading::{self, all_of};
use crate::store::{LookRow, Store};

/// What somebody did with families that is reviewed: what was opened, taken out, printed or refused. Lists show names
/// and no more; who was found by a search and then opened is opened.
pub(super) fn seen(looks: &[LookRow]) -> Vec<Seen> {
    let mut seen = Vec::new();
    for look in looks {
        let act = AccessAct::from_code(&look.act);
        let is_reviewed =
            !matches!(act, Some(AccessAct::List | AccessAct::Search | AccessAct::Unlock | AccessAct::Fail));
        if !is_reviewed {
            continue;
        }
        seen.extend(look.families.iter().map(|family| Seen {
            row: look.row,
            at: look.at.with_timezone(&Stockholm).naive_local(),
            user: look.by,
            family: *family,
            in_emergency: look.said.contains_key("emergency"),
            was_refused: act == Some(AccessAct::Refuse),
        }));
    }
    seen
}

impl Store {
    pub(super) fn facts(&self, seen: &[Seen]) -> Result<Facts, Problem> {
        let families: BTreeSet<i64> = seen.iter().map(|one| one.family.0).collect();
        let mut facts = Facts { readers: self.readers()?, families: HashMap::new() };
        let ids = all_of(families);
        let of = named_params! {":ids": ids};
        let families = &mut facts.families;
        let sql = "SELECT id, closed_on FROM family WHERE id IN (SELECT value FROM json_each(:ids))";
        reading::each(&self.connection, sql, of, |row| {
            families.insert(FamilyId(row.get(0)?), Of { closed_on: row.get(1)?, ..Of::default() });
            Ok(())
        })?;
        let sql = "SELECT family, family_name, phone FROM member WHERE family IN (SELECT value FROM json_each(:ids))";
        reading::each(&self.connection, sql, of, |row| {
            let Some(of) = families.get_mut(&FamilyId(row.get(0)?)) else { return Ok(()) };
            of.surnames.extend(row.get::<_, Option<String>>(1)?.map(|name| fold(name.trim())));
            of.phones.extend(row.get::<_, Option<String>>(2)?.as_deref().and_then(phone));
            Ok(())
        })?;
        let sql = "SELECT s.family, u.id FROM family_support s JOIN user u ON u.staff = s.staff
                   WHERE s.family IN (SELECT value FROM json_each(:ids))";
        reading::each(&self.connection, sql, of, |row| {
            if let Some(of) = families.get_mut(&FamilyId(row.get(0)?)) {
                of.assigned.insert(UserId(row.get(1)?));
            }
            Ok(())
        })?;
        let sql = "SELECT c.family, u.id FROM conflict c JOIN user u ON u.staff = c.staff
                   WHERE c.family IN (SELECT value FROM json_each(:ids))";
        reading::each(&self.connection, sql, of, |row| {
            if let Some(of) = families.get_mut(&FamilyId(row.get(0)?)) {
                of.conflicted.insert(UserId(row.get(1)?));
            }
            Ok(())
        })?;
        Ok(facts)
    }

    fn readers(&self) -> Result<HashMap<UserId, Reader>, Problem> {
        let mut readers = HashMap::new();
        reading::each(&self.connection, "SELECT id, name, role FROM user", &[], |row| {
            let name: String = row.get(1)?;
            let known = self.access.staff.iter().filter(|staff| identity_of(&staff.name) == identity_of(&name));
            let phones: HashSet<String> =
                known.flat_map(|staff| staff.phones.iter().filter_map(|text| phone(text))).collect();
            let surname = fold(name.split_whitespace().next_back().unwrap_or_default());
            let role = row.get::<_, Coded<Role>>(2)?.0;
            readers.insert(UserId(row.get(0)?), Reader { role, surname, phones });
            Ok(())
        })?;
        Ok(readers)
    }
}
