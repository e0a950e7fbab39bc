//! Every public function of the store x every role x a family one works with, another of the team, one of another team
//! (though one stands in its support team), and one that is one's own and closed for a conflict of interest.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use trygg::domain::codes::{Area, Code, FamilyStatus, Role};
use trygg::domain::directory::Directory;
use trygg::domain::family::Family;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::person::Person;
use trygg::domain::session::Session;
use trygg::store::{LookAsked, NewFamily, Origin, Past, SessionFilter, Store, Trail};

use super::access_network::NETWORK;
use super::access_table::{Seen, TABLE, Target, Trial, alone, attempt};
use super::access_visits::VISITS;
use super::care::CARE;
use super::check_ins::CHECK_INS;
use super::clocks::CLOCKS;
use super::copies::COPIES;
use super::desk::{self, Case, Desk, OTHER, USERS, add, add_case, change, key};
use super::groups::GROUPS;
use super::handover::HANDOVER;
use super::kept::KEPT;
use super::measured::MEASURED;
use super::nouns::NOUNS;
use super::plans::PLANS;
use super::purge::PURGE;
use super::relation::RELATION;
use super::surveys::SURVEYS;
use super::tasks::TASKS;
use super::users::USERS_TABLE;
use super::week::WEEK;

/// All rows of the table.
fn table() -> impl Iterator<Item = &'static (&'static str, &'static str, Trial)> {
    TABLE
        .iter()
        .chain(VISITS)
        .chain(NETWORK)
        .chain(TASKS)
        .chain(CHECK_INS)
        .chain(WEEK)
        .chain(RELATION)
        .chain(CARE)
        .chain(CLOCKS)
        .chain(COPIES)
        .chain(HANDOVER)
        .chain(NOUNS)
        .chain(MEASURED)
        .chain(KEPT)
        .chain(SURVEYS)
        .chain(USERS_TABLE)
        .chain(PURGE)
        .chain(PLANS)
        .chain(GROUPS)
}

#[test]
fn every_function_reaches_as_far_as_the_role() {
    use Seen::{Hidden, Nowhere, Refused, Yes};
    let mut wrong = Vec::new();
    let mut house = None;
    for (row, (name, expected, trial)) in table().enumerate() {
        // What lists everything lists less where not all trials are in one casebook.
        if row % AT_ONCE == 0 {
            house = Some(furnished(row));
        }
        let (desk, users) = house.as_ref().unwrap();
        let (mut found, mut odd) = (String::new(), String::new());
        for (column, (user, _)) in USERS.iter().enumerate() {
            let seen = WHOSE.map(|(whose, leader)| {
                desk.led_by(leader);
                let target = target(&desk.leader(), &case_ref(row, column, whose));
                let closed = [target.case.family, target.empty].into_iter().filter(|family| family.0 > 0);
                let closed: Vec<FamilyId> = closed.filter(|_| whose == "closed").collect();
                closed.iter().for_each(|family| desk.leader().mark_conflict(*family, Some(user)).unwrap());
                let seen = attempt(*trial, desk, &users[column], &target);
                closed.iter().for_each(|family| desk.leader().lift_conflict(*family, user).unwrap());
                seen
            });
            found.push(match seen {
                [Yes, Yes, Yes, Yes] => 'A',
                [Yes, Nowhere, Nowhere, Nowhere] => 'O',
                [Yes, Hidden, Hidden, Hidden] => 'o',
                [Yes, Yes, Nowhere, Nowhere] => 'T',
                [Yes, Yes, Hidden, Hidden] => 't',
                [Yes, Yes, Yes, Hidden] => 'U',
                [Refused, Refused, Refused, Refused] => '-',
                [Hidden, Hidden, Hidden, Hidden] => 'h',
                [Refused, Nowhere, Nowhere, Nowhere] => 'k',
                _ => {
                    odd = format!("{odd}; {user} {seen:?}");
                    '?'
                }
            });
        }
        if found != *expected {
            wrong.push(format!("{name}: {found}, expected {expected}{odd}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_public_function_of_the_store_is_in_the_table() {
    let listed: BTreeSet<&str> = table().map(|(name, ..)| name.split("::").next().unwrap()).collect();
    let mut written = BTreeSet::new();
    for text in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store")) {
        written.extend(functions_of_store(&text));
    }
    let missing: Vec<&String> = written.iter().filter(|name| !listed.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "functions of Store that are not in access_table.rs: {missing:?}");
    let gone: Vec<&&str> = listed.iter().filter(|name| !written.contains(**name)).collect();
    assert!(gone.is_empty(), "in access_table.rs, and no function of Store: {gone:?}");
}

/// The text of every file in a folder and the folders in it, but for its tests.
pub fn sources(folder: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            texts.push(fs::read_to_string(path).unwrap());
        } else if !path.ends_with("tests") {
            texts.extend(sources(&path));
        }
    }
    texts
}

/// The public functions of `impl Store`, and all of `impl <trait> for Store`.
fn functions_of_store(source: &str) -> Vec<String> {
    let mut begins = None;
    let mut names = Vec::new();
    for line in source.lines() {
        match line {
            "impl Store {" => begins = Some("    pub fn "),
            "}" => begins = None,
            line if line.starts_with("impl") && line.ends_with(" for Store {") && !line.contains("Drop") => {
                begins = Some("    fn ")
            }
            line => {
                let name = begins.and_then(|begins| line.strip_prefix(begins));
                names.extend(name.map(|name| name.split(['(', '<']).next().unwrap().to_owned()));
            }
        }
    }
    names
}

/// Whose families are tried, and who makes what is in them.
const WHOSE: [(&str, &str); 4] = [("own", "Lisa"), ("team", "Lisa"), ("other", "Olof"), ("closed", "Lisa")];

/// How many functions are tried in one casebook.
const AT_ONCE: usize = 16;

/// A casebook for the functions from a row of the table on, and everybody's store in it.
fn furnished(row: usize) -> (Desk, [Store; 7]) {
    let desk = Desk::of_teams();
    let families = (row..row + AT_ONCE).flat_map(families_of_row);
    desk.leader().fill_demo(&desk.casebook, families, |_| ()).unwrap();
    let users = USERS.map(|(user, _)| desk.open(user));
    (desk, users)
}

fn case_ref(row: usize, column: usize, whose: &str) -> String {
    format!("{row}-{column}-{whose}")
}

/// For each role the families of [`WHOSE`], each with an empty twin; everybody is in the support team of all but one.
fn families_of_row(row: usize) -> impl Iterator<Item = NewFamily> {
    (0..USERS.len()).flat_map(move |column| WHOSE.map(|(whose, _)| (column, whose))).flat_map(move |(column, whose)| {
        let case_ref = case_ref(row, column, whose);
        let team = if whose != "team" { USERS.map(|(name, _)| name.to_owned()).to_vec() } else { Vec::new() };
        let family = Family {
            team: (whose == "other").then_some(OTHER),
            child_support: Vec::new(),
            parent_support: team,
            district: Some(case_ref.clone()),
            ..desk::family(&case_ref, "Familjen")
        };
        let twin = Family {
            case_ref: format!("{case_ref}-empty"),
            status: FamilyStatus::Closed,
            district: None,
            ..family.clone()
        };
        let session = Session {
            people: vec![PersonId(0)],
            staff: vec![case_ref.clone()],
            areas: vec![Area::School],
            ..desk::session(0.into(), "2026-11-02")
        };
        let new = NewFamily {
            people: vec![Person {
                family_name: Some(alone(&case_ref).into()),
                ..desk::member(0.into(), &format!("P-{case_ref}"), &format!("Barn {case_ref}"))
            }],
            placements: vec![desk::placement(PersonId(0), "2026-02-02")],
            sessions: vec![session],
            ..NewFamily::new(family)
        };
        // Only a family that nothing hangs on can be removed.
        let is_removed = table().nth(row).is_some_and(|(name, ..)| *name == "remove::<Family>");
        [Some(new), is_removed.then(|| NewFamily::new(twin))].into_iter().flatten()
    })
}

fn target(leader: &Store, case_ref: &str) -> Target {
    let family = Directory::families(leader, case_ref).unwrap()[0].id;
    let page = leader.family_page(family, desk::today()).unwrap();
    let sessions = leader.sessions(&SessionFilter { family: Some(family), ..SessionFilter::default() }, 0, 1).unwrap();
    let (person, session) = (&page.people[0], &sessions[0]);
    let case = Case { family, child: person.person.id, placement: person.placements[0].id, session: session.id };
    let empty = Directory::families(leader, &format!("{case_ref}-empty")).unwrap();
    Target { case_ref: case_ref.to_owned(), case, empty: empty.first().map_or(FamilyId(0), |empty| empty.id) }
}

/// Functions that somebody may ask without a row that names the family they were tried on, and why, by what they say.
const LEAVES_NO_ROW: &[(&str, &[&str])] = &[
    ("one's own text", &["keep_draft", "draft", "drafts", "drop_draft"]),
    ("what is of no family, and says which in `tests/store/looked.rs`", &["journal_print", "journal_listing"]),
    ("the same", &["journal_export"]),
    ("words, without whose they are", &["name_words"]),
    ("counts of the unit, which tell of no family", &["each::<AdviceCount>"]),
    (
        "how many",
        &[
            "count_families",
            "count_sessions",
            "count_areas",
            "count_gaps",
            "tally_sessions",
            "session_place",
            "keeps_tally",
        ],
    ),
    ("what is of staff or of the unit", &["all_staff", "staff", "staff_called", "phases", "supporters"]),
    ("the same", &["casebook_token", "calendars_sent", "absences", "take_in_calendar"]),
    ("the same", &["add::<Absence>", "get::<Absence>", "change::<Absence>", "remove::<Absence>", "each::<Absence>"]),
    ("a task of no family", &["add::<Task>::own"]),
    ("what the asker wants to write, and whether that may be", &["refused_visits", "refused_visit", "answer_care"]),
    ("places without a name: what is shown of them is asked for by `names_of` and others that are told", &["duties"]),
    ("the same", &["families_of", "planned", "to_speak_of", "meetings_on", "agenda", "meeting_at"]),
    ("the same", &["survey", "survey_again", "survey_duties", "survey_visits", "survey_map_ages"]),
    ("a group, which is the team's", &["add::<Group>", "get::<Group>", "each::<Group>", "groups", "group"]),
    ("the same", &["group_called", "group_page", "group_of_meeting", "group_meeting", "meeting_on"]),
    ("the same", &["add::<GroupMeeting>", "each::<GroupMeeting>"]),
    ("who is in no group with whom a restriction is about", &["against_roll"]),
    ("a meeting, by numbers", &["add::<Meeting>", "get::<Meeting>", "change::<Meeting>", "remove::<Meeting>"]),
    ("the same", &["end_meeting", "set_present", "add_to_meeting"]),
    ("what was asked for of others, of which there is nothing here", &["same_number", "done_since"]),
    ("the same", &["names_spoken_of", "record_of", "hindrances::<whose>"]),
];

/// Whoever is told something of a family has left a row that names it, or has changed something of it.
#[test]
fn every_function_that_tells_of_a_family_leaves_a_row_that_names_it() {
    let column = USERS.iter().position(|(user, _)| *user == "Saga").unwrap();
    let (mut silent, mut house) = (Vec::new(), None);
    let is_excused = |name: &str| LEAVES_NO_ROW.iter().any(|(_, names)| names.contains(&name));
    for (row, (name, expected, trial)) in table().enumerate() {
        if row % AT_ONCE == 0 {
            house = Some(furnished(row));
        }
        // What is of no family is told to those as well who reach none.
        if expected.as_bytes()[5] == b'A' || is_excused(name) {
            continue;
        }
        let (desk, _) = house.as_ref().unwrap();
        desk.led_by("Lisa");
        let leader = desk.leader();
        let on = target(&leader, &case_ref(row, column, "own"));
        // Whoever has just come has seen nothing yet.
        let saga = &desk.open("Saga");
        let before = saga.newest().unwrap();
        if attempt(*trial, desk, saga, &on) != Seen::Yes {
            continue;
        }
        saga.tell_looks();
        let asked = LookAsked { family: Some(on.case.family), user: Some("Saga".to_owned()), ..LookAsked::default() };
        let looked = leader.looks(&asked).unwrap().iter().any(|look| look.row > before);
        let trail = leader.journal(Trail::Family(on.case.family), 99).unwrap();
        let changed =
            trail.iter().any(|row| row.user == "Saga" && ["add", "change", "remove"].contains(&row.act.as_str()));
        if !looked && !changed {
            silent.push(*name);
        }
    }
    assert!(silent.is_empty(), "into the log, or into `LEAVES_NO_ROW` with why: {silent:#?}");
    let names = LEAVES_NO_ROW.iter().flat_map(|(_, names)| names.iter());
    let gone: Vec<&&str> = names.filter(|name| table().all(|(known, ..)| known != *name)).collect();
    assert!(gone.is_empty(), "{gone:?}");
}

#[test]
fn the_columns_of_the_tables_are_the_roles() {
    let roles: Vec<Role> = USERS.iter().map(|(_, role)| *role).collect();
    assert_eq!(roles, Role::ALL);
}

#[test]
fn nobody_moves_a_record_into_or_out_of_a_family_they_do_not_reach() {
    let desk = Desk::new();
    let leader = desk.leader();
    let own = add_case(&leader, "A-1");
    let other = add_case(&leader, "A-2");
    change::<Family>(&leader, other.family, |family| family.child_support.clear()).unwrap();
    let saga = desk.open("Saga");
    let into = |name: &str, result| assert_eq!(result, "not-found", "{name}");
    into("person", key(change::<Person>(&saga, own.child, |child| child.family = other.family)));
    into("session", key(change::<Session>(&saga, own.session, |session| session.family = other.family)));
    let mut stolen = leader.get::<Person>(other.child).unwrap();
    stolen.value.family = own.family;
    into("out of", key(saga.change(other.child, stolen.version, &stolen.value, trygg::store::Origin::Direct)));
}

#[test]
fn a_session_names_only_people_of_its_family() {
    let desk = Desk::new();
    let leader = desk.leader();
    let (one, two) = (add_case(&leader, "A-1"), add_case(&leader, "A-2"));
    let stranger = Session { people: vec![two.child], ..desk::session(one.family, "2026-11-09") };
    assert_eq!(key(leader.add(&stranger, trygg::store::Origin::Direct)), "no-such-person");
    let changed = change::<Session>(&leader, one.session, |session| session.people.push(two.child));
    assert_eq!(key(changed), "no-such-person");
    // Who once took part stays in the session, whatever family they have come to belong to since.
    change::<Person>(&leader, one.child, |child| child.family = two.family).unwrap();
    change::<Session>(&leader, one.session, |session| session.minutes = 30).unwrap();
    assert_eq!(leader.get::<Session>(one.session).unwrap().value.people, [one.child]);
}

#[test]
fn whoever_leaves_the_team_loses_the_family_at_once() {
    let desk = Desk::new();
    let saga = desk.open("Saga");
    let family = add(&desk.leader(), &desk::family("A-1", "Lindström"));
    change::<Family>(&saga, family, |family| family.phase = Some("egen".to_owned())).unwrap();
    change::<Family>(&desk.leader(), family, |family| family.child_support = vec!["Kim".to_owned()]).unwrap();
    assert_eq!(key(saga.get::<Family>(family)), "not-found");
    assert_eq!(key(saga.undo()), "not-found");
    assert_eq!(saga.find("lind", 9).unwrap(), []);
}

#[test]
fn an_administrator_reads_who_did_what_but_not_what_it_says() {
    let desk = Desk::new();
    let case = add_case(&desk.leader(), "A-1");
    for trail in [Trail::Newest, Trail::Family(case.family)] {
        let rows = desk.open("Ada").journal(trail, 9).unwrap();
        assert!(!rows.is_empty());
        for row in rows {
            assert!(row.before.is_none() && row.after.is_none(), "{} {}", row.act, row.noun);
        }
    }
    assert!(desk.leader().journal(Trail::Family(case.family), 1).unwrap()[0].after.is_some());
}

#[test]
fn invented_families_never_get_into_a_casebook_of_real_ones() {
    let desk = Desk::new();
    let real = desk.beside().join("real");
    let first = trygg::store::FirstUser { name: "Lena", role: Role::TeamLeader };
    let passphrase = "tolv tecken eller fler";
    let real = trygg::store::Casebook::init(&real, first, passphrase, desk::clock).unwrap();
    let store = real.unlock("Lena", passphrase, desk::clock).unwrap();
    for casebook in [&real, &desk.casebook] {
        assert_eq!(key(store.fill_demo(casebook, families_of_row(0), |_| ())), "not-a-demo");
        assert_eq!(key(store.fill_demo_absences(casebook, &[])), "not-a-demo");
    }
}

#[test]
fn a_refusal_tells_of_no_reference_elsewhere() {
    let desk = Desk::new();
    let leader = desk.leader();
    let theirs =
        leader.add(&Family { child_support: vec![], ..desk::family("B-7", "Hemlig") }, Origin::Direct).unwrap();
    leader.add(&desk::member(theirs, "K-1", "Tova"), Origin::Direct).unwrap();
    let own = leader.add(&desk::family("A-7", "Egen"), Origin::Direct).unwrap();
    let saga = desk.open("Saga");
    let stored = saga.get::<Family>(own).unwrap();
    for case_ref in ["B-7", "B-8"] {
        let changed = Family { case_ref: case_ref.to_owned(), ..stored.value.clone() };
        let problem = saga.change(own, stored.version, &changed, Origin::Direct).unwrap_err();
        assert_eq!(problem.key, "case-ref-kept", "there or not, {case_ref} is refused alike");
    }
    for reference in ["K-1", "K-2", "B-7-1"] {
        let problem = saga.add(&desk::member(own, reference, "Bo"), Origin::Direct).unwrap_err();
        assert_eq!(problem.key, "ref-in-family", "there or not, {reference} is refused alike");
    }
    let added = saga.add(&desk::member(own, "a-7-1", "Bo"), Origin::Direct).unwrap();
    let bo = saga.get::<Person>(added).unwrap();
    let renamed = Person { given_name: "Bosse".into(), ..bo.value };
    saga.change(added, bo.version, &renamed, Origin::Direct).unwrap();
    let numbered = Person { personal_id: Some("20110505-TF12".to_owned()), ..desk::member(own, "A-7-2", "Amal") };
    saga.add(&numbered, Origin::Direct).unwrap();
    for typed in ["20110505-tf12", "20110505TF", "110505-T"] {
        assert_eq!(saga.find(typed, 9).unwrap().len(), 1, "a number of another system is found by {typed}");
    }
    // What the leader gave stays as it is.
    let odd = leader.add(&desk::member(own, "K-9", "Ida"), Origin::Direct).unwrap();
    let ida = saga.get::<Person>(odd).unwrap();
    saga.change(odd, ida.version, &Person { language: Some("arabiska".to_owned()), ..ida.value }, Origin::Direct)
        .unwrap();
}

#[test]
fn the_same_number_is_told_of_those_one_sees() {
    let desk = Desk::new();
    let leader = desk.leader();
    let theirs =
        leader.add(&Family { child_support: vec![], ..desk::family("B-7", "Hemlig") }, Origin::Direct).unwrap();
    let own = leader.add(&desk::family("A-7", "Egen"), Origin::Direct).unwrap();
    let number = Some("201701012393".to_owned());
    leader.add(&Person { personal_id: number.clone(), ..desk::member(theirs, "K-1", "Tova") }, Origin::Direct).unwrap();
    let saga = desk.open("Saga");
    let again = Person { personal_id: number, ..desk::member(own, "A-7-1", "Tova") };
    assert_eq!(saga.same_number(&again, None).unwrap(), [], "nothing tells that there is another family");
    let id = saga.add(&again, Origin::Direct).unwrap();
    let told = leader.same_number(&again, Some(id)).unwrap();
    assert_eq!(told.iter().map(|other| other.family.case_ref.as_str()).collect::<Vec<_>>(), ["B-7"]);
    let rule = leader.rules().all().iter().position(|rule| rule.name == "shared_number").unwrap();
    let seen = |store: &Store, family| {
        let duties = store.duties(&[family], Past::Last, desk::today()).unwrap();
        duties.iter().filter(|duty| duty.rule == rule).count()
    };
    assert_eq!((seen(&leader, own), seen(&leader, theirs), seen(&saga, own)), (1, 1, 0));
}
