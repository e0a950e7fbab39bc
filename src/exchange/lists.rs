//! A folder of lists: which of its files are which kind of records, by which mapping, and in which order they are taken
//! in. Knows names only; what is in the files is read by [`super::table`] and [`super::mapping`].

use super::Noun;
use super::mapping::{Mapping, Mappings};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

/// How the names of lists end.
const ENDINGS: [&str; 2] = ["csv", "xlsx"];

/// A list of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<'a> {
    /// The file's name.
    pub file: String,
    /// What its rows are.
    pub noun: Noun,
    /// How it is read, where it is somebody else's.
    pub mapping: Option<&'a Mapping>,
}

/// What is in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lists<'a> {
    /// In the order in which they are taken in, so that each names only what is there.
    pub all: Vec<List<'a>>,
    /// Files that nothing says what they are.
    pub left_out: Vec<String>,
}

impl<'a> Lists<'a> {
    /// Sorts the files of a folder. A mapping takes those whose names begin with its `files`, the longest beginning
    /// first; a file called as a kind of records is one of ours.
    ///
    /// # Errors
    /// Two mappings take one file alike.
    pub fn of(files: impl IntoIterator<Item = String>, mappings: &'a Mappings) -> Result<Self, Problem> {
        let mut lists = Self::default();
        for file in files {
            match list(&file, mappings)? {
                Some(list) => lists.all.push(list),
                None => lists.left_out.push(file),
            }
        }
        let order = Noun::in_order();
        let turn = |list: &List<'_>| order.iter().position(|noun| *noun == list.noun);
        lists.all.sort_by(|one, other| turn(one).cmp(&turn(other)).then_with(|| one.file.cmp(&other.file)));
        lists.left_out.sort();
        Ok(lists)
    }
}

fn list<'a>(file: &str, mappings: &'a Mappings) -> Result<Option<List<'a>>, Problem> {
    let Some((stem, ending)) = file.rsplit_once('.') else { return Ok(None) };
    if !ENDINGS.contains(&ending.to_lowercase().as_str()) {
        return Ok(None);
    }
    let length = |mapping: &Mapping| {
        let begins = mapping.files.as_ref().map(|files| identity_of(files));
        begins.filter(|begins| identity_of(stem).starts_with(begins.as_str())).map(|begins| begins.len())
    };
    let mut taking: Vec<(usize, &'a Mapping)> =
        mappings.all.iter().filter_map(|mapping| length(mapping).map(|length| (length, mapping))).collect();
    taking.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
    let mapping = match taking[..] {
        [(longest, one), (next, other), ..] if longest == next => {
            let problem = Problem::new(Kind::Invalid, "two-mappings").with("file", file);
            return Err(problem.with("one", &one.name).with("other", &other.name));
        }
        [(_, one), ..] => Some(one),
        [] => None,
    };
    let noun = Noun::named(mapping.map_or(&stem.to_lowercase(), |mapping| &mapping.kind));
    Ok(noun.map(|noun| List { file: file.to_owned(), noun, mapping }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAPPINGS: &str = "
[[mapping]]
name = \"pupils\"
kind = \"people\"
files = \"Elever\"

[[mapping]]
name = \"old-pupils\"
kind = \"placements\"
files = \"elever gamla\"

[[mapping]]
name = \"by-hand\"
kind = \"events\"
";

    /// A file, what its rows are, and by which mapping.
    type Told = (String, &'static str, Option<String>);

    fn read(files: &[&str], mappings: &str) -> Result<Vec<Told>, Problem> {
        let mappings = Mappings::parse(mappings)?;
        let lists = Lists::of(files.iter().map(|file| (*file).to_owned()), &mappings)?;
        let told =
            |list: &List<'_>| (list.file.clone(), list.noun.name(), list.mapping.map(|mapping| mapping.name.clone()));
        let left_out = lists.left_out.iter().map(|file| (file.clone(), "-", None));
        Ok(lists.all.iter().map(told).chain(left_out).collect())
    }

    #[test]
    fn files_are_known_by_how_they_begin_and_taken_in_so_that_each_names_what_is_there() {
        let files = ["sessions.csv", "ELEVER ht.xlsx", "Elever gamla.XLSX", "families.csv", "brev.docx", "annat.csv"];
        let mapped = |name: &str| Some(name.to_owned());
        let right = [
            ("families.csv", "families", None),
            ("ELEVER ht.xlsx", "people", mapped("pupils")),
            ("Elever gamla.XLSX", "placements", mapped("old-pupils")),
            ("sessions.csv", "sessions", None),
            ("annat.csv", "-", None),
            ("brev.docx", "-", None),
        ];
        let right = right.map(|(file, noun, mapping)| (file.to_owned(), noun, mapping));
        assert_eq!(read(&files, MAPPINGS).unwrap(), right);
    }

    #[test]
    fn two_mappings_that_take_one_file_alike_are_named() {
        let twice = format!("{MAPPINGS}\n[[mapping]]\nname = \"again\"\nkind = \"people\"\nfiles = \"elever\"\n");
        let problem = read(&["elever.csv"], &twice).unwrap_err();
        assert_eq!(problem.key, "two-mappings");
        assert!(problem.args.iter().any(|(name, value)| *name == "other" && value == "again"), "{problem:?}");
    }
}
