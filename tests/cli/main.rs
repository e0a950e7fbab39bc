//! The program itself, run in an empty environment on casebooks in temporary directories.
//!
//! Every test says what a person or a script would type and what comes of it: standard output, standard error, exit
//! status, and what the casebook holds afterwards.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod add;
mod bench;
mod calendars;
mod carried;
mod causes;
mod check_ins;
mod copies;
mod demo;
mod discretion;
mod export;
mod groups;
mod handover;
mod help;
mod identity;
mod import;
mod init;
mod linear;
mod list;
mod lists;
mod measured;
mod network;
mod out;
mod packages;
mod papers;
mod plans;
mod published;
mod purge;
mod report;
mod reports;
mod research;
mod safety;
mod schemas;
mod show;
mod tasks;
mod together;
mod users;
mod verify;
mod visit_unit;
mod visits;
mod whole;
