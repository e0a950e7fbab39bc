//! The store floor from outside: who may do what, what reaches the disk, what the journal says, what can be undone.
//!
//! Demo casebooks wherever the passphrase is not the point: unlocking a real one costs a tenth of a second. What needs
//! the database itself (raw SQL, query plans, a full disk) is beside the code, in `src/store/tests`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod access;
mod access_network;
mod access_table;
mod access_visits;
mod behind;
mod care;
mod casebook;
mod check_ins;
mod clocks;
mod copies;
mod crowd;
mod desk;
#[path = "../disk/mod.rs"]
mod disk;
mod drafts;
mod drawn;
mod exchanged;
mod faults;
mod figures;
mod figures_of_people;
mod figures_of_work;
mod groups;
mod handover;
mod journal;
mod kept;
mod key_files;
mod kills;
mod laws;
mod left;
mod lists;
mod looked;
mod main_record;
mod measured;
mod network;
mod news;
mod nouns;
mod outgoing;
mod people;
mod plain_pages;
mod planned;
mod plans;
mod power;
mod purge;
mod relation;
mod released;
mod round_trip;
mod search;
mod secrecy;
mod surveys;
mod tasks;
mod teams;
mod together;
mod undo;
mod users;
mod users_keys;
mod versions;
mod visit_diary;
mod visit_hindrances;
mod visit_records;
mod visit_restrictions;
mod visit_undo;
mod visit_versions;
mod week;
mod windows;
mod words;
