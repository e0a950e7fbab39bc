//! One target of `tests/fuzz` under libFuzzer: the one that `TRYGG_FUZZ` names. `.ci/fuzz` builds and runs it.
#![no_main]

#[path = "../../tests/fuzz/targets/mod.rs"]
mod targets;

use std::sync::OnceLock;

use targets::{Target, named};

static CHOSEN: OnceLock<&'static Target> = OnceLock::new();

fn chosen() -> &'static Target {
    let name = std::env::var("TRYGG_FUZZ").unwrap_or_default();
    named(&name).unwrap_or_else(|| panic!("TRYGG_FUZZ names no target: {name:?}"))
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    (CHOSEN.get_or_init(chosen).feed)(bytes);
});
