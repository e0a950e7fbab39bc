//! Search for case work: by name, identity number or case reference, and by nothing else (SFS 2001:637, 15 and 20 §§).
//!
//! Every name is kept as folded words in an index, so a search is a few range scans whatever the size of the
//! casebook. When nothing begins with what was typed, the distinct words of all names are matched loosely instead.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use rusqlite::{Connection, Row, named_params};

use super::Store;
use super::coded::Coded;
use super::reached::Reached;
use crate::domain::access::Right;
use crate::domain::codes::MemberRole;
use crate::domain::discretion::PersonName;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::text::fold;

/// A family found, by itself or through one of its people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which family.
    pub family: FamilyId,
    /// The family's name.
    pub name: String,
    /// The unit's case reference.
    pub case_ref: String,
    /// The person through whom it was found.
    pub person: Option<(PersonId, PersonName, MemberRole)>,
}

/// Most words tried when nothing begins with what was typed.
const LOOSE_WORDS: usize = 5;

/// In the order in which hits are shown.
const NOUNS: [&str; 4] = ["family", "case", "person", "identity"];

pub(super) fn find(reached: &Reached) -> String {
    format!(
        "
    SELECT w.family, f.name, f.case_ref, w.person, m.given_name, m.role
    FROM search_word w JOIN family f ON f.id = w.family LEFT JOIN member m ON m.id = w.person
    WHERE w.noun = :noun AND w.word >= :from AND w.word < :to
      AND (:second IS NULL OR EXISTS (SELECT 1 FROM search_word o WHERE o.family = w.family
                                      AND o.word >= :second AND o.word < :second_to))
      AND (:third IS NULL OR EXISTS (SELECT 1 FROM search_word o WHERE o.family = w.family
                                     AND o.word >= :third AND o.word < :third_to))
      AND {}
    ORDER BY w.word, w.family, w.person",
        reached.family("f")
    )
}

impl Store {
    /// Families and people that fit what was typed, best first, each family or person once.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn find(&self, typed: &str, limit: usize) -> Result<Vec<Hit>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let typed = fold(typed.trim());
        if typed.is_empty() {
            return Ok(Vec::new());
        }
        let mut hits = Vec::new();
        self.gather(&typed, &reached, limit, &mut hits)?;
        if hits.is_empty() {
            for word in self.loose_words(&typed, &reached)? {
                self.gather(&word, &reached, limit, &mut hits)?;
            }
        }
        self.searched(hits.iter().map(|hit| hit.family));
        Ok(hits)
    }

    /// The words of the names of families and people that one reaches, folded.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn name_words(&self) -> Result<Vec<String>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let sql = if reached.is_all() {
            "SELECT word FROM name_word".to_owned()
        } else {
            format!(
                "SELECT DISTINCT w.word FROM ({}) f CROSS JOIN search_word w ON w.family = f.family
                 WHERE w.noun IN ('family', 'person')",
                reached.families()
            )
        };
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.extend(words(row.get_ref(0)?.as_str().unwrap_or_default()).map(str::to_owned));
        }
        Ok(found)
    }

    fn gather(&self, typed: &str, reached: &Reached, limit: usize, hits: &mut Vec<Hit>) -> Result<(), Problem> {
        // The longest word is looked up; the family must bear the two next longest as well.
        let mut names: Vec<&str> = words(typed).collect();
        names.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let name = |place: usize| names.get(place).copied();
        let number = bare_number(typed);
        // A number of whatever system has a digit; a reserve number has letters too.
        let is_number = number.contains(|sign: char| sign.is_ascii_digit())
            && typed.chars().all(|sign| sign.is_alphanumeric() || "-+ ".contains(sign));
        for noun in NOUNS {
            let (word, second, third) = match noun {
                "identity" => (Some(number.as_str()).filter(|_| is_number), None, None),
                "case" => (Some(typed), None, None),
                _ => (name(0), name(1), name(2)),
            };
            let Some(word) = word else { continue };
            let mut statement = self.connection.prepare_cached(&find(reached))?;
            let found = statement.query_map(
                named_params! {
                    ":noun": noun,
                    ":from": word,
                    ":to": after(word),
                    ":second": second,
                    ":second_to": second.map(after),
                    ":third": third,
                    ":third_to": third.map(after),
                },
                read,
            )?;
            // Two words of one person may both fit, so rows are taken until there are enough hits.
            for hit in found {
                if hits.len() >= limit {
                    return Ok(());
                }
                let mut hit = hit?;
                if let Some((person, name, _)) = &mut hit.person {
                    *name = self.placed(hit.family, *person, name)?;
                }
                if !hits.contains(&hit) {
                    hits.push(hit);
                }
            }
        }
        Ok(())
    }

    /// Words of names that loosely resemble what was typed: its letters in order, some left out between them.
    fn loose_words(&self, typed: &str, reached: &Reached) -> Result<Vec<String>, Problem> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let mut scratch = Vec::new();
        let mut statement = self.connection.prepare_cached("SELECT word FROM name_word")?;
        let mut rows = statement.query([])?;
        let mut scored = Vec::new();
        while let Some(row) = rows.next()? {
            let word = row.get_ref(0)?.as_str().unwrap_or_default();
            if let Some(score) = pattern.score(Utf32Str::new(word, &mut scratch), &mut matcher) {
                scored.push((std::cmp::Reverse(score), word.to_owned()));
            }
        }
        scored.sort();
        // A word that nobody bears whom one reaches takes no other's place.
        let sql = format!(
            "SELECT 1 FROM search_word w WHERE w.noun = :noun AND w.word = :word AND {}",
            reached.reaches("w.family")
        );
        let mut borne = self.connection.prepare_cached(&sql)?;
        let mut found = Vec::new();
        for (_, word) in scored {
            if found.len() == LOOSE_WORDS {
                break;
            }
            let mut is_borne = |noun| borne.exists(named_params! {":noun": noun, ":word": word});
            if reached.is_all() || is_borne("family")? || is_borne("person")? {
                found.push(word);
            }
        }
        Ok(found)
    }
}

/// The first string after all that begin with a word.
pub(super) fn after(word: &str) -> String {
    format!("{word}\u{10FFFF}")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Hit> {
    let role: Option<Coded<MemberRole>> = row.get("role")?;
    let person = match role {
        Some(role) => Some((PersonId(row.get("person")?), row.get("given_name")?, role.0)),
        None => None,
    };
    Ok(Hit { family: FamilyId(row.get("family")?), name: row.get("name")?, case_ref: row.get("case_ref")?, person })
}

/// Makes a family findable by its name, each later word of it, and its case reference.
pub(super) fn index_family(connection: &Connection, id: i64, family: &Family) -> Result<(), Problem> {
    forget_family(connection, id)?;
    let name = fold(&family.name);
    for word in words(&name).skip(1).chain([name.as_str()]) {
        add(connection, "family", word, id, 0)?;
    }
    add(connection, "case", &fold(&family.case_ref), id, 0)
}

/// Makes a person findable by each word of their names and by their identity number, with and without the century.
pub(super) fn index_person(connection: &Connection, id: i64, person: &Person) -> Result<(), Problem> {
    forget_person(connection, id)?;
    let names =
        fold(&format!("{} {}", person.given_name.bare(), person.family_name.as_ref().map_or("", PersonName::bare)));
    for word in words(&names) {
        add(connection, "person", word, person.family.0, id)?;
    }
    if let Some(number) = &person.personal_id {
        let number = bare_number(&fold(number));
        for number in [number.as_str(), number.get(2..).unwrap_or_default()] {
            add(connection, "identity", number, person.family.0, id)?;
        }
    }
    Ok(())
}

/// The letters and digits of a folded number.
fn bare_number(folded: &str) -> String {
    folded.chars().filter(|sign| sign.is_alphanumeric()).collect()
}

pub(super) fn forget_family(connection: &Connection, id: i64) -> Result<(), Problem> {
    forget(connection, "person = 0 AND family = :id", id)
}

pub(super) fn forget_person(connection: &Connection, id: i64) -> Result<(), Problem> {
    forget(connection, "person = :id", id)
}

/// Takes words away, and from the distinct words those that nobody bears any more.
fn forget(connection: &Connection, whose: &str, id: i64) -> Result<(), Problem> {
    let words: Vec<String> = connection
        .prepare_cached(&format!("SELECT word FROM search_word WHERE {whose}"))?
        .query_map(named_params! {":id": id}, |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    connection.prepare_cached(&format!("DELETE FROM search_word WHERE {whose}"))?.execute(named_params! {":id": id})?;
    for word in words {
        connection
            .prepare_cached(
                "DELETE FROM name_word WHERE word = :word AND NOT EXISTS
                     (SELECT 1 FROM search_word WHERE noun IN ('family', 'person') AND word = :word)",
            )?
            .execute(named_params! {":word": word})?;
    }
    Ok(())
}

fn add(connection: &Connection, noun: &str, word: &str, family: i64, person: i64) -> Result<(), Problem> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO search_word (noun, word, family, person) VALUES (:noun, :word, :family, :person)",
        )?
        .execute(named_params! {":noun": noun, ":word": word, ":family": family, ":person": person})?;
    if noun == "family" || noun == "person" {
        connection
            .prepare_cached("INSERT OR IGNORE INTO name_word (word) VALUES (:word)")?
            .execute(named_params! {":word": word})?;
    }
    Ok(())
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
