//! The journal, row by row: whether each is the one that was linked, whether each write was signed by whose it is, and
//! whether whoever gave somebody a role was allowed to.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, named_params};
use serde_json::Value;

use super::cosigned::Cosigned;
use super::known::{Known, PeopleRow};
use super::{Found, Proven};
use crate::domain::problem::Problem;
use crate::store::CasebookKind;
use crate::store::chain::base::{Summed, Vouched};
use crate::store::chain::folded::Fields;
use crate::store::chain::link::{BEFORE_ALL, Hash, Salt, Words, content, is_signed, link};
use crate::store::chain::people::PEOPLE;
use crate::store::chain::{self, BASE, UNSIGNED, purge};
use crate::store::slots::unhex;
use crate::store::users::{COSIGNED, words_of};

/// What a walk leaves.
pub(super) struct Walked {
    pub(super) checks: Vec<Proven>,
    /// Users and teams as they are by rows that hold.
    pub(super) users: Known,
    /// The last row from before there were signatures.
    pub(super) covered: i64,
    /// Whose data the casebook was made for, if its first row says so.
    pub(super) purpose: Option<CasebookKind>,
}

/// What the chain has of a row.
struct Linked {
    salt: Option<Salt>,
    content: Hash,
    link: Hash,
    signature: Option<Vec<u8>>,
}

/// The rows of one user up to the next signature.
struct Run {
    user: i64,
    first: i64,
    last: i64,
    people: Vec<PeopleRow>,
    cosigned: Vec<Cosigned>,
}

struct Walk<'a> {
    connection: &'a Connection,
    journal: Proven,
    linked: Proven,
    signed: Proven,
    roles: Proven,
    users: Known,
    previous: Hash,
    expected: i64,
    covered: i64,
    run: Option<Run>,
    /// Whether anything has been signed yet.
    begun: bool,
    purged: i64,
    vouched: BTreeMap<i64, Fields>,
    purges: BTreeMap<i64, Value>,
    purpose: Option<CasebookKind>,
    is_demo: bool,
}

/// Walks through all of it. `purpose` is what the card says.
pub(super) fn walk(connection: &Connection, purpose: CasebookKind) -> Result<Walked, Problem> {
    let mut walk = Walk {
        connection,
        journal: Proven::of("journal"),
        linked: Proven::of("chain"),
        signed: Proven::of("signatures"),
        roles: Proven::of("roles"),
        users: Known::default(),
        previous: BEFORE_ALL,
        expected: 1,
        covered: covered(connection)?,
        run: None,
        begun: false,
        purged: 0,
        vouched: BTreeMap::new(),
        purges: BTreeMap::new(),
        purpose: None,
        is_demo: purpose == CasebookKind::Demo,
    };
    let columns: Vec<String> = chain::COLUMNS.split(", ").map(|name| format!("j.{name}")).collect();
    let mut statement = connection.prepare(&format!(
        "SELECT {}, c.salt, c.content, c.link, c.signature FROM journal j LEFT JOIN chain c ON c.row = j.id
         ORDER BY j.id",
        columns.join(", ")
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        walk.step(row)?;
    }
    walk.finish()
}

/// The last row that a row vouches for, if the first signed write begins with one.
fn covered(connection: &Connection) -> Result<i64, Problem> {
    let first: Option<i64> =
        connection.query_row("SELECT min(row) FROM chain WHERE signature IS NOT NULL", [], |row| row.get(0))?;
    let vouches: Option<i64> = connection.query_row(
        "SELECT min(id) FROM journal WHERE noun = :noun AND act = 'add' AND id <= :first",
        named_params! {":noun": UNSIGNED, ":first": first},
        |row| row.get(0),
    )?;
    Ok(vouches.map_or(0, |row| row - 1))
}

impl Walk<'_> {
    fn step(&mut self, row: &Row<'_>) -> Result<(), Problem> {
        let words = chain::words(row)?;
        let told = chain::told(row)?;
        self.journal.count += 1;
        if words.id != self.expected {
            let gap = Found::fault("gap").with("from", self.expected).with("until", words.id - 1);
            self.journal.add(gap);
        }
        self.expected = words.id + 1;
        let linked = match row.get::<_, Option<Hash>>("link")? {
            Some(link) => {
                Linked { salt: row.get("salt")?, content: row.get("content")?, link, signature: row.get("signature")? }
            }
            None => {
                self.linked.add(at_row("unlinked", words));
                return Ok(());
            }
        };
        self.linked.count += 1;
        self.hold_link(words, told, &linked)?;
        if words.id <= self.covered {
            self.first_row(words, told.1);
            if linked.signature.is_some() {
                self.signed.add(at_row("signed-unsigned", words));
            }
            return Ok(());
        }
        self.note(words, told);
        self.hold_signature(words, told, &linked);
        Ok(())
    }

    /// Whether a row is the one that was linked, and follows the one before it.
    fn hold_link(
        &mut self,
        words: Words<'_>,
        (before, after): (Option<&str>, Option<&str>),
        linked: &Linked,
    ) -> Result<(), Problem> {
        match &linked.salt {
            Some(salt) if content(salt, before, after) == linked.content => {}
            Some(_) => self.linked.add(at_row("content", words)),
            None => {
                let mut known = self.connection.prepare_cached("SELECT 1 FROM purged_row WHERE row = :row")?;
                if before.is_none() && after.is_none() && known.exists(named_params! {":row": words.id})? {
                    self.purged += 1;
                } else {
                    self.linked.add(at_row("content", words));
                }
            }
        }
        if link(&self.previous, words, &linked.content) != linked.link {
            self.linked.add(at_row("link", words));
        }
        // What comes after is held against what stands there, so that each break is told once.
        self.previous = linked.link;
        Ok(())
    }

    /// What the very first row says of the casebook.
    fn first_row(&mut self, words: Words<'_>, after: Option<&str>) {
        if words.id == 1 && words.noun == "casebook" {
            let fields = object(after);
            self.purpose = fields.get("purpose").and_then(|purpose| serde_json::from_value(purpose.clone()).ok());
        }
    }

    /// Takes note of rows that vouch for something.
    fn note(&mut self, words: Words<'_>, (_, after): (Option<&str>, Option<&str>)) {
        self.first_row(words, after);
        let mut fields = object(after);
        match words.noun {
            UNSIGNED if words.act == "add" => {
                let until = fields.get("until").and_then(Value::as_i64);
                if words.id == self.covered + 1 && until == Some(self.covered) && self.purpose.is_none() {
                    let note = Found::note("unsigned").with("count", self.covered).with("at", words.at);
                    self.signed.add(note);
                    if let Some(Value::Object(base)) = fields.remove("base") {
                        self.vouched.insert(words.id, base);
                    }
                } else {
                    self.signed.add(at_row("vouches", words));
                }
            }
            BASE if words.act == "add" && self.is_demo => {
                self.vouched.insert(words.id, fields);
            }
            BASE => self.signed.add(at_row("vouches", words)),
            _ => {
                if let Some(purged) = fields.remove(purge::PURGED) {
                    self.purges.insert(words.id, purged);
                }
            }
        }
    }

    fn hold_signature(&mut self, words: Words<'_>, (before, after): (Option<&str>, Option<&str>), linked: &Linked) {
        let mut run = match self.run.take() {
            Some(run) if run.user == words.user => run,
            other => {
                self.end_unsigned(other);
                Run { user: words.user, first: words.id, last: words.id, people: Vec::new(), cosigned: Vec::new() }
            }
        };
        run.last = words.id;
        if words.noun == COSIGNED {
            run.cosigned.extend(Cosigned::read(words.record, &object(after)));
        }
        if let Some(of) = PEOPLE.iter().find(|of| of.noun == words.noun) {
            run.people.push(PeopleRow {
                row: words.id,
                at: words.at.to_owned(),
                act: words.act.to_owned(),
                is_setup: words.cause == "setup",
                noun: of.noun,
                words: words_of(words.change, of.noun, words.record, before.unwrap_or("{}"), after.unwrap_or("{}")),
                record: words.record,
                before: before.map(|text| object(Some(text))),
                after: after.map(|text| object(Some(text))),
            });
        }
        let Some(signature) = &linked.signature else {
            self.run = Some(run);
            return;
        };
        self.signed.count += 1;
        let is_first = !self.begun;
        self.begun = true;
        let key = self.users.signing(run.user).or_else(|| Known::asserted(&run.people, run.user));
        let recovered = self.users.recovered(&run.people, &run.cosigned, run.user);
        if ![key, recovered].into_iter().flatten().any(|key| is_signed(&linked.link, signature, &key)) {
            self.signed.add(self.users.naming(run_fault("signature", &run), run.user));
            // A role that nobody signed is nobody's.
            return;
        }
        if self.users.is_barred(run.user) {
            self.signed.add(self.users.naming(run_fault("barred", &run), run.user));
        }
        let by = run.user;
        for row in run.people {
            if let Err(found) = self.users.hold_cosigned(&row, &run.cosigned, by) {
                self.roles.add(found);
            }
            let second = self.users.second(&row, &run.cosigned, by);
            if let Err(found) = self.users.take(row, by, is_first, second) {
                self.roles.add(found);
            }
            self.roles.count += 1;
        }
    }

    fn end_unsigned(&mut self, run: Option<Run>) {
        if let Some(run) = run {
            self.signed.add(self.users.naming(run_fault("not-signed", &run), run.user));
        }
    }

    fn finish(mut self) -> Result<Walked, Problem> {
        let run = self.run.take();
        self.end_unsigned(run);
        let mut beyond = self.connection.prepare("SELECT row FROM chain WHERE row NOT IN (SELECT id FROM journal)")?;
        let mut rows = beyond.query([])?;
        while let Some(row) = rows.next()? {
            self.journal.add(Found::fault("row-removed").with("row", row.get::<_, i64>(0)?));
        }
        if self.purged > 0 {
            self.linked.add(Found::note("purged").with("count", self.purged));
        }
        self.hold_purges()?;
        self.hold_base()?;
        let Self { journal, linked, signed, roles, users, covered, purpose, .. } = self;
        Ok(Walked { checks: vec![journal, linked, signed, roles], users, covered, purpose })
    }

    /// Whether what counts as purged is what rows of purges say.
    fn hold_purges(&mut self) -> Result<(), Problem> {
        let mut statement = self
            .connection
            .prepare("SELECT by_row FROM purged_row UNION SELECT by_row FROM purged_record ORDER BY by_row")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let by: i64 = row.get(0)?;
            if self.purges.get(&by) != Some(&purge::told(self.connection, by)?) {
                self.linked.add(Found::fault("purge").with("row", by));
            }
        }
        Ok(())
    }

    /// Whether the base is what rows vouch for.
    fn hold_base(&mut self) -> Result<(), Problem> {
        let mut sums: BTreeMap<i64, Summed> = self.vouched.keys().map(|row| (*row, Summed::begin())).collect();
        let mut statement =
            self.connection.prepare("SELECT noun, record, row, content FROM base ORDER BY noun, record")?;
        let mut rows = statement.query([])?;
        while let Some(found) = rows.next()? {
            let (noun, record): (&str, i64) = (found.get_ref(0)?.as_str().unwrap_or_default(), found.get(1)?);
            let by: i64 = found.get(2)?;
            match sums.get_mut(&by) {
                Some(sum) => sum.add(noun, record, found.get_ref(3)?.as_blob().unwrap_or_default()),
                None => self
                    .linked
                    .add(Found::fault("base-of-nobody").with("noun", noun).with("record", record).with("row", by)),
            }
        }
        for (row, sum) in sums {
            let told = self.vouched.get(&row);
            let digest = told.and_then(|told| told.get("digest")).and_then(Value::as_str);
            let digest = digest.and_then(unhex).and_then(|digest| Hash::try_from(digest).ok());
            let records = told.and_then(|told| told.get("records")).and_then(Value::as_i64);
            if Option::zip(records, digest).map(|(records, digest)| Vouched { records, digest }) != Some(sum.end()) {
                self.linked.add(Found::fault("base").with("row", row));
            }
        }
        Ok(())
    }
}

/// Something about a row of the journal.
fn at_row(what: &'static str, words: Words<'_>) -> Found {
    Found::fault(what).with("row", words.id).with("at", words.at).with("noun", words.noun).with("record", words.record)
}

fn run_fault(what: &'static str, run: &Run) -> Found {
    Found::fault(what).with("from", run.first).with("until", run.last)
}

fn object(text: Option<&str>) -> Fields {
    text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// A key as the journal tells it.
pub(super) fn key(told: Option<&Value>) -> Option<Hash> {
    told.and_then(Value::as_str).and_then(unhex).and_then(|bytes| Hash::try_from(bytes).ok())
}
