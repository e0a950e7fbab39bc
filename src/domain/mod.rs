//! Ground floor: what the field is made of, as plain data and pure functions.
//!
//! Nothing here knows of SQL, terminals, clocks, the environment or files.

pub mod access;
pub mod action;
pub mod attainment;
pub mod backup;
pub mod bounds;
pub mod calendar;
pub mod care;
pub mod check_in;
pub mod child_word;
pub mod codes;
pub mod crisis_support;
pub mod deadlines;
pub mod directory;
pub mod discretion;
pub mod entry;
pub mod event;
pub mod family;
pub mod goal;
pub mod identity;
pub mod ids;
pub mod lock;
pub mod looked;
pub mod matter;
pub mod measurement;
pub mod network;
pub mod noun;
pub mod passphrase;
pub mod person;
pub mod phase;
pub mod placement;
pub mod plan_content;
pub mod plan_revision;
pub mod problem;
pub mod purge;
pub mod quickline;
pub mod recovery;
pub mod relation;
pub mod report;
pub mod session;
pub mod status;
pub mod task;
pub mod text;
pub mod users;
pub mod visit;
