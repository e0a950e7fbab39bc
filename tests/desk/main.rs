//! Keys in, screen out: the interface without a terminal, on a demo casebook of twelve families.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod actions;
mod apart;
mod around;
mod cancelled;
mod chaos;
mod check_in;
mod clocks;
mod conflict;
mod cursor;
mod desk;
mod discretion;
mod drafts;
mod families;
mod faults;
mod folder;
mod forms;
mod fresh;
mod groups;
mod handover;
mod identity;
mod keys;
mod lists;
mod locked;
mod measuring;
mod network;
mod pages;
mod pictures;
mod plans;
mod quick;
mod readable;
mod reading;
mod recall;
mod relations;
mod reports;
mod roles;
mod routes;
mod safety;
mod screens;
mod svg;
mod tasks;
mod undo;
mod veil;
mod visits;
mod week;
