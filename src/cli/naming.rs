//! Which family a word on the command line names: a case reference, a name, or the beginning of only one name.

use crate::domain::directory::{Directory, FamilyName};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, fold};

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
    let by_case = only(&|family| fold(&family.case_ref) == folded);
    let by_name = only(&|family| fold(&family.name) == folded);
    let best = [by_case, by_name, found.clone()].into_iter().find(|found| !found.is_empty()).unwrap_or_default();
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
