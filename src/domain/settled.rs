//! What tests of files that somebody settles have in common: the form in the documentation is read, and what cannot be
//! is named.

use std::fmt::Debug;

use super::problem::Problem;

/// The form that the documentation at the head of a source shows, without the marks of the comment.
pub(crate) fn documented(source: &str) -> String {
    let form = source.lines().skip_while(|line| !line.starts_with("//! ```toml")).skip(1);
    let form = form.take_while(|line| !line.starts_with("//! ```"));
    let form: String = form.map(|line| format!("{}\n", line.trim_start_matches("//!"))).collect();
    assert!(!form.trim().is_empty(), "the documentation shows no form");
    form
}

/// Every text is refused for the same reason, which names the value of it that cannot be.
pub(crate) fn is_named<T: Debug>(
    read: impl Fn(&str) -> Result<T, Problem>,
    key: &str,
    cases: impl IntoIterator<Item = (String, &'static str)>,
) {
    for (text, value) in cases {
        let problem = read(&text).expect_err(&text);
        assert_eq!(problem.key, key, "{text}");
        assert!(problem.args.iter().any(|(name, told)| *name == "value" && told == value), "{text}: {problem:?}");
    }
}

/// Every text is refused for the same reason.
pub(crate) fn is_refused<'a, T: Debug>(
    read: impl Fn(&str) -> Result<T, Problem>,
    key: &str,
    texts: impl IntoIterator<Item = &'a str>,
) {
    for text in texts {
        assert_eq!(read(text).expect_err(text).key, key, "{text}");
    }
}
