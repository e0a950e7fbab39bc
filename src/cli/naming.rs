//! Whom a word on the command line names: a family by its case reference, its name, or the beginning of only one name;
//! a person by reference; a supporter by name, or by the beginning of only one.

use clap::ArgMatches;

use crate::domain::directory::{Directory, FamilyName};
use crate::domain::entry::Names;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, fold, identity_of};

/// A beginning of a name of staff has no fewer letters, as in forms.
const SHORTEST_BEGINNING: usize = 3;

/// The family of a word.
///
/// # Errors
/// None, or several.
pub fn family(directory: &dyn Directory, word: &str) -> Result<FamilyName, Problem> {
    let word = clean_line(word);
    let folded = fold(&word);
    let found = directory.families(&word)?;
    let only = |is: &dyn Fn(&FamilyName) -> bool| -> Vec<FamilyName> {
        found.iter().filter(|family| is(family)).cloned().collect()
    };
    let exactly = only(&|family| identity_of(&family.case_ref) == identity_of(&word));
    let by_case = only(&|family| fold(&family.case_ref) == folded);
    let by_name = only(&|family| fold(&family.name) == folded);
    let best =
        [exactly, by_case, by_name, found.clone()].into_iter().find(|found| !found.is_empty()).unwrap_or_default();
    match best.as_slice() {
        [family] => Ok(family.clone()),
        [] => Err(Problem::new(Kind::NotFound, "no-such-family").with("value", word)),
        several => {
            let names: Vec<String> = several.iter().map(|one| format!("{} {}", one.name, one.case_ref)).collect();
            Err(Problem::new(Kind::Invalid, "several-families")
                .with("value", word)
                .with("candidates", names.join(" · ")))
        }
    }
}

/// The person of a reference, and their family; none if there is nobody.
///
/// # Errors
/// When the casebook cannot be read.
pub fn person(names: &dyn Names, word: &str) -> Result<Option<(PersonId, FamilyId)>, Problem> {
    names.person(&clean_line(word))
}

/// For whom a file is made, if it is made for one person.
///
/// # Errors
/// Nobody of that reference.
pub fn one(names: &dyn Names, given: &ArgMatches) -> Result<Option<PersonId>, Problem> {
    let Ok(Some(word)) = given.try_get_one::<String>("for_one") else { return Ok(None) };
    let missing = || Problem::new(Kind::NotFound, "no-such-person-here").with("value", word);
    Ok(Some(person(names, word)?.ok_or_else(missing)?.0))
}

/// The name of a supporter as the casebook writes it; none if nobody in the team is called that.
///
/// # Errors
/// Several that it could be.
pub fn supporter(names: &dyn Names, word: &str) -> Result<Option<String>, Problem> {
    let word = clean_line(word);
    let found = names.staff(&word)?;
    let exact = found.iter().find(|name| identity_of(name) == identity_of(&word));
    match (exact, found.as_slice()) {
        (Some(exact), _) => Ok(Some(exact.clone())),
        (None, [only]) if word.chars().count() >= SHORTEST_BEGINNING => Ok(Some(only.clone())),
        (None, [] | [_]) => Ok(None),
        (None, several) => Err(Problem::new(Kind::Invalid, "several-supporters")
            .with("value", word)
            .with("candidates", several.join(" · "))),
    }
}
