//! The words for codes that a person may type: the label, its short form or the code, or enough of its beginning.

use super::speech::Locale;
use crate::domain::codes::CodeList;
use crate::domain::entry::Lexicon;
use crate::domain::text::{begins, fold};

impl Lexicon for Locale {
    fn meanings(&self, list: CodeList, word: &str) -> Vec<&'static str> {
        let short = |code: &str| Some(format!("{}-short-{code}", list.name)).filter(|key| self.knows(key));
        let words = |code: &str| [Some(self.code(list, code)), short(code).map(|key| self.say(&key))];
        let known: Vec<(&'static str, Vec<String>)> =
            list.codes.iter().map(|code| (*code, words(code).into_iter().flatten().collect())).collect();
        let exact: Vec<&'static str> = known
            .iter()
            .filter(|(code, words)| *code == word || words.iter().any(|known| fold(known) == fold(word)))
            .map(|(code, _)| *code)
            .collect();
        if !exact.is_empty() {
            return exact;
        }
        let begun = known.iter().filter(|(code, words)| begins(code, word) || words.iter().any(|w| begins(w, word)));
        begun.map(|(code, _)| *code).collect()
    }

    fn word(&self, list: CodeList, code: &str) -> String {
        self.code(list, code)
    }
}
