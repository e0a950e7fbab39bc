//! Who of the staff words mean. A name that nobody has is no new colleague unless the line says so: `ny:Karim`.

use super::classify::Named;
use super::part::{Fault, Meaning};
use super::words::{ONESELF, meaning};
use crate::domain::directory::Directory;
use crate::domain::problem::Problem;
use crate::domain::text::{clean_line, fold, near};

/// As many as a person can choose from.
const CANDIDATES: usize = 9;

/// Who is to do something, by the word after an `@`.
pub fn who(word: &str, directory: &dyn Directory) -> Result<Meaning, Problem> {
    let word = clean_line(&word.replace('_', " "));
    if meaning(ONESELF, &word).is_some() {
        return Ok(directory.oneself().map_or(Meaning::Fault(Fault::NoSuchStaff(Vec::new())), Meaning::Who));
    }
    Ok(known(&word, directory)?.map_or_else(Meaning::Fault, Meaning::Who))
}

/// Who supports a visit.
pub fn supporters(names: &[Named], directory: &dyn Directory) -> Result<Meaning, Problem> {
    let mut found: Vec<String> = Vec::new();
    for Named { name, is_new } in names {
        let name = if *is_new { Ok(as_known(name, directory)?) } else { known(name, directory)? };
        match name {
            Ok(name) if found.contains(&name) => {}
            Ok(name) => found.push(name),
            Err(fault) => return Ok(Meaning::Fault(fault)),
        }
    }
    Ok(Meaning::Supporters(found))
}

/// A new name as written, or as it is known where somebody has it already.
fn as_known(name: &str, directory: &dyn Directory) -> Result<String, Problem> {
    let same = directory.all_staff()?.into_iter().find(|known| fold(known) == fold(name));
    Ok(same.unwrap_or_else(|| name.to_owned()))
}

/// The one of the staff whom a word means, or why it means none.
fn known(word: &str, directory: &dyn Directory) -> Result<Result<String, Fault>, Problem> {
    let found = if fold(word).trim().is_empty() { Vec::new() } else { directory.staff_called(word)? };
    Ok(match found.as_slice() {
        [one] => Ok(one.clone()),
        [] => {
            let mut close = near(word, &directory.all_staff()?);
            close.truncate(CANDIDATES);
            Err(Fault::NoSuchStaff(close))
        }
        _ => Err(Fault::AmbiguousStaff(found)),
    })
}
