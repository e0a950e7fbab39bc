//! The program itself in a pseudo-terminal: whole stories, and what becomes of text and terminal when things go wrong.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

mod apart;
mod casebook;
mod check_in;
#[path = "../disk/mod.rs"]
mod disk;
mod door;
mod endings;
mod hostile;
mod identity;
mod linear;
mod lock;
mod memory;
mod network;
mod programme;
mod reports;
mod settings;
mod ssh;
mod sshd;
mod stopped;
mod story;
mod terminal;
mod terminals;
mod together;
mod tour;
mod visits;
mod waiting;
mod week;
