//! The order of names in lists: Swedish, å ä ö last, whatever the case.

use icu_collator::CollatorBorrowed;
use icu_collator::options::{CollatorOptions, Strength};
use icu_locale_core::locale;

/// The key by which a name sorts; compared byte by byte.
pub fn key(name: &str) -> Vec<u8> {
    thread_local! {
        static SWEDISH: Option<CollatorBorrowed<'static>> = swedish();
    }
    let mut key = Vec::new();
    SWEDISH.with(|collator| {
        if let Some(collator) = collator {
            let Ok(()) = collator.write_sort_key_to(name, &mut key);
        }
    });
    key
}

fn swedish() -> Option<CollatorBorrowed<'static>> {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Secondary);
    CollatorBorrowed::try_new(locale!("sv").into(), options).ok()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn swedish_letters_come_last() {
        let mut names = ["Öberg", "Åkerlund", "Zetterqvist", "Ängsö", "ek", "Ek", "Édouard", "Al Hassan"];
        names.sort_by_key(|name| key(name));
        assert_eq!(names, ["Al Hassan", "Édouard", "ek", "Ek", "Zetterqvist", "Åkerlund", "Ängsö", "Öberg"]);
    }
}
