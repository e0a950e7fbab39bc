//! The casebook that is measured: the one at `TRYGG_BENCH`, or a demo of `TRYGG_BENCH_FAMILIES` that is made there first.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Its directory; below another one where none is named.
pub fn casebook(program: &str, below: &Path) -> anyhow::Result<PathBuf> {
    let directory = std::env::var_os("TRYGG_BENCH").map_or_else(|| below.join("demo"), PathBuf::from);
    if !directory.exists() {
        let families = std::env::var("TRYGG_BENCH_FAMILIES").unwrap_or_else(|_| "500".to_owned());
        let mut command = Command::new(program);
        command.args(["demo", "--no-open", "--families", &families, "--dir"]).arg(&directory);
        assert!(command.status()?.success());
    }
    Ok(directory)
}
