//! Trygg: the casebook of teams that support families with a child in out-of-home placement.
//!
//! The crate is a house of floors; each may use only the floors below it (`tests/layers.rs` keeps that true):
//!
//! 1. [`domain`]: what the field is made of. Pure: no SQL, no terminal, no clock, no environment.
//! 2. [`store`]: the encrypted casebook, the journal, the queries. The only floor that says rusqlite.
//! 3. [`demo`]: the invented families. Knows the domain and the store, and nobody but the command line knows it.
//! 4. [`exchange`]: what comes in and goes out as files: CSV, XLSX, JSON.
//! 5. [`locale`]: every word people read, in each language.
//! 6. [`measure`]: how wide a text is on a screen, and where it is broken.
//! 7. [`app`]: the state of the interface and how a key changes it. No terminal.
//! 8. [`ui`]: pure views of the state.
//! 9. [`linear`]: the same interface as questions and answers in lines. No terminal either.
//! 10. [`cli`]: arguments, subcommands, the terminal, the clock, the environment.
#![forbid(unsafe_code)]

pub mod app;
pub mod cli;
pub mod demo;
pub mod domain;
pub mod exchange;
pub mod linear;
pub mod locale;
pub mod measure;
pub mod store;
pub mod ui;
