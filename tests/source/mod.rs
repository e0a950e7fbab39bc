//! The program's own source, for the tests that read it.

use std::fs;
use std::path::Path;

/// A source file.
pub struct Source {
    /// Its path under the folder that was read.
    pub name: String,
    pub text: String,
}

impl Source {
    /// Whether the file is compiled for tests only.
    pub fn is_test(&self) -> bool {
        self.name.split('/').any(|part| part == "tests" || part == "tests.rs" || part.ends_with("_tests.rs"))
    }
}

/// Every source file of a folder of the repository.
pub fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    gather(&root, &root, &mut found);
    assert!(!found.is_empty(), "{folder} holds no source");
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

fn gather(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(root, &path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            found.push(Source { name, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

/// The code of a file: without comment lines and without the test modules at its end.
pub fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}
