//! Which family words name.
//!
//! An exact case reference, else an exact name, else a beginning that only one family has. A beginning is at least
//! three letters and no ordinary small word, so that `ringde på kontoret` never becomes the family Pålsson.

use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::problem::Problem;
use crate::domain::text::{clean_line, fold, identity_of};

use super::words::is_small;

/// A beginning of a name has no fewer letters.
const SHORTEST_BEGINNING: usize = 3;

/// The families that words name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This one.
    One(FamilyName),
    /// Several it could be.
    Several(Vec<FamilyName>),
    /// Too little to go by: the names that begin so.
    TooShort(Vec<FamilyName>),
    /// None.
    Nobody,
}

/// Asks the directory, and only so often for one line: a page pasted by mistake must not become a thousand questions.
/// Words left over are not understood, as most of such a page is not anyway.
pub struct Asking<'a> {
    directory: &'a dyn Directory,
    left: u32,
}

impl<'a> Asking<'a> {
    /// The questions that one line may ask.
    const QUESTIONS: u32 = 64;

    /// Begins a line.
    pub fn new(directory: &'a dyn Directory) -> Self {
        Self { directory, left: Self::QUESTIONS }
    }

    /// The families whose name begins with the words, or whose case reference they are.
    fn candidates(&mut self, words: &str) -> Result<Vec<FamilyName>, Problem> {
        if self.left == 0 {
            return Ok(Vec::new());
        }
        self.left -= 1;
        begun_by(words, self.directory)
    }

    /// Children anywhere whose given name begins with the word.
    pub fn children(&mut self, word: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
        if self.left == 0 || fold(word).trim().is_empty() {
            return Ok(Vec::new());
        }
        self.left -= 1;
        self.directory.children(word)
    }

    /// The families that the words name.
    pub fn find(&mut self, words: &str) -> Result<Found, Problem> {
        let candidates = self.candidates(words)?;
        let word = fold(&clean_line(words));
        let identity = identity_of(&clean_line(words));
        let exactly = only(&candidates, |family| identity_of(&family.case_ref) == identity);
        let by_reference = only(&candidates, |family| fold(&family.case_ref) == word);
        let by_name = only(&candidates, |family| fold(&family.name) == word);
        let whole = [exactly, by_reference, by_name].into_iter().find(|found| !found.is_empty());
        if whole.is_none() && !candidates.is_empty() {
            if is_small(&word) {
                return Ok(Found::Nobody);
            }
            match word.chars().filter(|letter| letter.is_alphanumeric()).count() {
                ..2 => return Ok(Found::Nobody),
                2..SHORTEST_BEGINNING => return Ok(Found::TooShort(candidates)),
                _ => {}
            }
        }
        let best = whole.or(Some(candidates).filter(|found| !found.is_empty()));
        Ok(match best {
            None => Found::Nobody,
            Some(several) if several.len() > 1 => Found::Several(several),
            Some(one) => one.into_iter().next().map_or(Found::Nobody, Found::One),
        })
    }

    /// The family that has the word as its case reference.
    pub fn by_case_ref(&mut self, word: &str) -> Result<Option<FamilyName>, Problem> {
        let (identity, folded) = (identity_of(word), fold(word));
        let found = only(&self.candidates(word)?, |family| fold(&family.case_ref) == folded);
        // `O-12` may mean Ö-12, but not where there is an O-12 too.
        let exact = found.iter().find(|family| identity_of(&family.case_ref) == identity);
        Ok(exact.or_else(|| found.first().filter(|_| found.len() == 1)).cloned())
    }
}

/// The families whose name begins with the words; words that show nothing begin no name.
pub fn begun_by(words: &str, directory: &dyn Directory) -> Result<Vec<FamilyName>, Problem> {
    let words = clean_line(words);
    if fold(&words).trim().is_empty() { Ok(Vec::new()) } else { directory.families(&words) }
}

/// Whether a folded word may begin a name: long enough, and no ordinary small word.
pub fn may_begin(folded: &str) -> bool {
    folded.chars().filter(|letter| letter.is_alphanumeric()).count() >= SHORTEST_BEGINNING && !is_small(folded)
}

fn only(candidates: &[FamilyName], is: impl Fn(&FamilyName) -> bool) -> Vec<FamilyName> {
    candidates.iter().filter(|family| is(family)).cloned().collect()
}
