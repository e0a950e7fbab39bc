//! Users: who adds whom, who may do what with whose account, and what the journal says of it.

use trygg::domain::codes::Role;
use trygg::domain::entry::Names as _;
use trygg::domain::problem::Problem;
use trygg::store::{AccountChange, Casebook, FirstUser, NewUser, Store, Trail};

use super::access_table::{Seen, Trial, done, seen};
use super::desk::{self, Desk, clock, key};

/// What a demo has none of is refused to whoever may have it at all.
fn but_for_a_demo<T>(result: Result<T, Problem>) -> Result<Seen, Problem> {
    match result {
        Err(problem) if problem.key == "demo-without-passphrases" => Ok(Seen::Yes),
        other => done(other),
    }
}

/// The functions about users.
pub const USERS_TABLE: &[(&str, &str, Trial)] = &[
    ("team_named", "---A-A-", |_, store, _| done(store.team_named(""))),
    ("add_user", "---A-A-", |desk, store, on| done(store.add_user(&desk.casebook, &new(&on.case_ref), None))),
    ("change_user", "---A-A-", |desk, store, on| {
        let name = format!("{} Bo", on.case_ref);
        desk.open("Ada").add_user(&desk.casebook, &new(&name), None)?;
        done(store.change_user(&desk.casebook, &name, &barred(), None))
    }),
    ("second", "---A-A-", |desk, store, _| done(store.second(&desk.casebook, "Stig", ""))),
    ("is_passphrase_given", "AAAAAAA", |_, store, _| Ok(seen(!store.is_passphrase_given()))),
    ("change_passphrase", "AAAAAAA", |_, store, _| {
        but_for_a_demo(store.change_passphrase("", "fyra gula katter på taket"))
    }),
    ("reset_passphrase", "---A-A-", |desk, store, _| {
        let second = desk.leader().second(&desk.casebook, "Stig", "")?;
        but_for_a_demo(store.reset_passphrase(&desk.casebook, "Saga", "fyra gula katter på taket", &second))
    }),
    ("renew_recovery", "---A-A-", |desk, store, _| but_for_a_demo(store.renew_recovery(&desk.casebook, None))),
    ("remove_user", "---A-A-", |desk, store, _| {
        but_for_a_demo(store.remove_user(&desk.casebook, "Nisse", &mut |_, _| ()))
    }),
    ("has_key_file", "AAAAAAA", |desk, store, _| Ok(seen(store.has_key_file(&desk.casebook, store.actor())))),
    // A demo keeps its key; there is no other to follow.
    ("follow_key", "AAAAAAA", |desk, store, _| Ok(seen(desk.open(&store.actor().name).follow_key().is_err()))),
];

fn new(name: &str) -> NewUser<'_> {
    NewUser { name, role: Role::SupportPerson, team: None, hours: None, passphrase: "" }
}

fn barred() -> AccountChange {
    AccountChange { is_barred: Some(true), ..AccountChange::default() }
}

fn role(role: Role) -> AccountChange {
    AccountChange { role: Some(role), ..AccountChange::default() }
}

fn names(store: &Store) -> Vec<String> {
    store.users().unwrap().into_iter().map(|user| user.name).collect()
}

/// What the journal says happened last, but for what was read.
fn told(store: &Store, count: u32) -> Vec<(String, String)> {
    let rows = store.journal(Trail::Newest, count).unwrap();
    rows.into_iter().rev().map(|row| (row.noun, row.act)).collect()
}

#[test]
fn a_user_is_the_member_of_staff_of_that_name() {
    let desk = Desk::new();
    let lena = desk.leader();
    desk::add(
        &lena,
        &trygg::domain::family::Family { child_support: vec!["Bo Ek".into()], ..desk::family("A-1", "Alm") },
    );
    lena.add_user(&desk.casebook, &new("BO  EK"), None).unwrap();
    let bo = desk.open("Bo Ek");
    assert_eq!(bo.find("alm", 9).unwrap().len(), 1, "the family was Bo's before Bo was a user");
    assert_eq!(key(lena.add_user(&desk.casebook, &new("bo ek"), None)), "user-taken");
    for blank in ["", " ", "\u{200b}", "\u{ad}"] {
        assert_eq!(key(lena.add_user(&desk.casebook, &new(blank), None)), "no-user-name");
    }
}

#[test]
fn whoever_is_kept_out_cannot_unlock_and_stops_at_the_next_act() {
    let desk = Desk::new();
    let (saga, ada) = (desk.open("Saga"), desk.open("Ada"));
    saga.phases().unwrap();
    assert!(ada.change_user(&desk.casebook, "saga", &barred(), None).unwrap());
    assert!(!ada.change_user(&desk.casebook, "Saga", &barred(), None).unwrap(), "it is so already");
    assert_eq!(key(saga.phases()), "user-disabled");
    assert_eq!(key(saga.keep_draft("line", "text")), "user-disabled");
    assert_eq!(key(desk.casebook.unlock("Saga", "", clock)), "user-disabled");
    let back = AccountChange { is_barred: Some(false), ..AccountChange::default() };
    assert!(ada.change_user(&desk.casebook, "Saga", &back, None).unwrap());
    saga.phases().unwrap();
    desk.open("Saga").phases().unwrap();
}

#[test]
fn what_lets_somebody_manage_users_takes_two() {
    let desk = Desk::new();
    let (lena, ada) = (desk.leader(), desk.open("Ada"));
    let casebook = &desk.casebook;
    // An administrator reaches no case: neither may they become a leader, nor make one of a name that nobody bears.
    assert_eq!(key(ada.change_user(casebook, "Ada", &role(Role::TeamLeader), None)), "own-account");
    let leader = NewUser { role: Role::TeamLeader, ..new("Nisse") };
    assert_eq!(key(ada.add_user(casebook, &leader, None)), "takes-two");
    let stig = ada.second(casebook, "Stig", "").unwrap();
    assert_eq!(key(ada.add_user(casebook, &leader, Some(&stig))), "second-manages-not");
    let second = ada.second(casebook, "Lena", "").unwrap();
    ada.add_user(casebook, &leader, Some(&second)).unwrap();
    assert_eq!(told(&ada, 2), [("user".into(), "add".into()), ("cosigned".into(), "add".into())]);
    assert_eq!(key(ada.second(casebook, "Ada", "")), "second-is-first");
    // What gives no such power takes one.
    assert!(lena.change_user(casebook, "Saga", &role(Role::VisitSupporter), None).unwrap());
    assert_eq!(key(lena.change_user(casebook, "Ada", &barred(), None)), "administrators-account");
    assert!(ada.change_user(casebook, "Nisse", &barred(), None).unwrap());
    assert_eq!(key(ada.second(casebook, "Nisse", "")), "user-disabled");
    assert_eq!(key(ada.change_user(casebook, "Ingen", &barred(), None)), "no-user-of-yours");
}

#[test]
fn the_first_administrator_is_made_by_the_leader_who_is_alone() {
    let place = tempfile::TempDir::new().unwrap();
    let lena = FirstUser { name: "Lena", role: Role::TeamLeader };
    let casebook = Casebook::init_demo(&place.path().join("demo"), &[lena], clock).unwrap();
    let store = casebook.unlock("Lena", "", clock).unwrap();
    let ada = NewUser { role: Role::Administrator, ..new("Ada") };
    store.add_user(&casebook, &ada, None).unwrap();
    assert_eq!(key(store.add_user(&casebook, &NewUser { name: "Ida", ..ada }, None)), "administrators-account");
    assert_eq!(names(&store), ["Ada", "Lena"]);
}

#[test]
fn the_journal_tells_what_became_of_a_user() {
    let desk = Desk::new();
    let lena = desk.leader();
    lena.add_user(&desk.casebook, &new("Bo"), None).unwrap();
    let added = desk::last_row(&lena);
    assert_eq!((added.noun.as_str(), added.act.as_str(), added.cause.as_str()), ("user", "add", "person"));
    let after = added.after.unwrap();
    for field in [r#""name":"Bo""#, r#""role":"support_person""#, r#""signing":""#, r#""team":1"#] {
        assert!(after.contains(field), "{after}");
    }
    lena.change_user(&desk.casebook, "Bo", &role(Role::VisitSupporter), None).unwrap();
    let changed = desk::last_row(&lena);
    assert_eq!(changed.before.as_deref(), Some(r#"{"role":"support_person"}"#));
    assert_eq!(changed.after.as_deref(), Some(r#"{"role":"visit_supporter"}"#));
    let rows = desk::rows(&lena);
    lena.change_user(&desk.casebook, "Bo", &role(Role::VisitSupporter), None).unwrap();
    assert_eq!(desk::rows(&lena), rows, "nothing was changed");
}
