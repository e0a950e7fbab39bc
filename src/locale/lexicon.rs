//! The words for codes that a person may type: the label or the code, or enough of its beginning.

use super::speech::Locale;
use crate::domain::codes::CodeList;
use crate::domain::entry::Lexicon;
use crate::domain::text::{begins, fold};

impl Lexicon for Locale {
    fn meanings(&self, list: CodeList, word: &str) -> Vec<&'static str> {
        let known: Vec<(&'static str, String)> = list.codes.iter().map(|code| (*code, self.code(list, code))).collect();
        let exact: Vec<&'static str> = known
            .iter()
            .filter(|(code, label)| *code == word || fold(label) == fold(word))
            .map(|(code, _)| *code)
            .collect();
        if !exact.is_empty() {
            return exact;
        }
        known.iter().filter(|(code, label)| begins(label, word) || begins(code, word)).map(|(code, _)| *code).collect()
    }

    fn word(&self, list: CodeList, code: &str) -> String {
        self.code(list, code)
    }
}
