//! Maps from rows, or everything that is wrong with the rows. Reads only; storing is the store's.
//!
//! The rows of one person in the middle and one day are one map. Everybody is recognised as the casebook knows them
//! (`KnownPeople`), by whole names and roles, or by their reference in the family's list; whoever is new is the same
//! person on every map of the file. That two know each other may stand in the row of either.
//!
//! What rows do not tell is not known: nobody has agreed to the maps, and they are seen by nobody but whoever takes
//! them in, and those who see every map.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::naming::one_name;
use super::rows::{NETWORK, rows};
use super::{Drawn, Naming};
use crate::domain::codes::{Bond, MapOccasion};
use crate::domain::directory::FamilyName;
use crate::domain::entry::{CodesOnly, Draft, Names, Reader, Source, Why};
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::network::entry::{self, KnownPeople, Recognised};
use crate::domain::network::{NetworkMap, NetworkPerson, PersonKey, Scheme, Tie};
use crate::domain::problem::Problem;
use crate::domain::text::{clean_line, fold, identity_of, split_list};
use crate::exchange::incoming::{Mistakes, check_header, draft, not_worked_out};
use crate::exchange::known::Known;
use crate::exchange::table::Table;
use crate::store::{Store, Stored};

/// What the casebook knows of maps.
pub trait Maps {
    /// Who may be meant on a map of somebody.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn known_people(&self, ego: PersonId) -> Result<KnownPeople, Problem>;

    /// Whose maps there are already, and of which days.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn drawn(&self, family: FamilyId) -> Result<Vec<(PersonId, NaiveDate)>, Problem>;

    /// The rows of somebody's map of a day as they go out; none where there is none that one may see.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn told(&self, _family: FamilyId, _ego: PersonId, _on: NaiveDate) -> Result<Option<Vec<Draft>>, Problem> {
        Ok(None)
    }

    /// Sectors and rings.
    fn scheme(&self) -> &Scheme;
}

impl Maps for Store {
    fn known_people(&self, ego: PersonId) -> Result<KnownPeople, Problem> {
        self.known_people(ego)
    }

    fn drawn(&self, family: FamilyId) -> Result<Vec<(PersonId, NaiveDate)>, Problem> {
        let maps = self.maps_of(family)?;
        let seen = maps.seen.iter().map(|map| (map.value.ego, map.value.drawn_on));
        Ok(seen.chain(maps.kept_back.iter().map(|map| (map.ego, map.drawn_on))).collect())
    }

    fn told(&self, family: FamilyId, ego: PersonId, on: NaiveDate) -> Result<Option<Vec<Draft>>, Problem> {
        let maps: Vec<Stored<NetworkMap>> = self.maps_of(family)?.seen;
        let people = self.people_of(family)?;
        let of = self.get::<Family>(family)?.value;
        let named = FamilyName { id: family, name: of.name, case_ref: of.case_ref };
        let drawn = Drawn { family: &named, people: &people, maps: &maps, scheme: self.scheme() };
        let found = maps.iter().find(|map| (map.value.ego, map.value.drawn_on) == (ego, on));
        Ok(found.map(|map| rows(&drawn, map, Naming::Names).into_iter().map(|row| row.draft).collect()))
    }

    fn scheme(&self) -> &Scheme {
        self.scheme()
    }
}

/// Reads a table's maps, oldest first. `drawn_by` is who takes them in.
///
/// # Errors
/// A header that does not fit; a casebook that cannot be read. Inside, every mistake in the rows.
pub fn read(
    table: &Table,
    today: NaiveDate,
    names: &dyn Names,
    maps: &dyn Maps,
    drawn_by: &str,
) -> Result<Result<Vec<NetworkMap>, Mistakes>, Problem> {
    check_header(&NETWORK, &table.header)?;
    let names = &Known::new(names);
    let drafts: Vec<Draft> = table.rows.iter().map(|row| draft(&table.header, row)).collect();
    let mut lines = Vec::with_capacity(drafts.len());
    for draft in &drafts {
        let mut line = Line::read(draft, today, names, maps.scheme())?;
        line.reader.after_birth("drawn_on", line.drawn_on, line.ego, names)?;
        not_worked_out(&NETWORK, draft).for_each(|fault| line.reader.fault(fault.field, fault.why));
        lines.push(line);
    }
    check_within_maps(&mut lines);
    let mut groups: BTreeMap<Whose, Vec<usize>> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        if let Some((family, ego, on)) = line.whose() {
            groups.entry((family, on, ego)).or_default().push(place);
        }
    }
    let mut fresh: HashMap<FamilyId, Fresh> = HashMap::new();
    let mut read = Vec::with_capacity(groups.len());
    for ((family, drawn_on, ego), places) in groups {
        let fresh = match fresh.entry(family) {
            std::collections::hash_map::Entry::Occupied(there) => there.into_mut(),
            std::collections::hash_map::Entry::Vacant(empty) => {
                empty.insert(Fresh { drawn: maps.drawn(family)?, people: Vec::new() })
            }
        };
        if fresh.drawn.contains(&(ego, drawn_on)) {
            // A map that is told as it stands stays as it is.
            let own: Vec<&Draft> = places.iter().filter_map(|place| drafts.get(*place)).collect();
            if maps.told(family, ego, drawn_on)?.is_some_and(|told| is_same(&table.header, &told, &own)) {
                continue;
            }
            places.iter().for_each(|place| lines[*place].reader.fault("drawn_on", Why::Double));
        }
        let mut map = NetworkMap::new(family, ego, drawn_on, drawn_by);
        if fresh.drawn.iter().any(|(of, on)| *of == ego && *on < drawn_on) {
            map.occasion = MapOccasion::FollowUp;
        }
        fresh.drawn.push((ego, drawn_on));
        let known = maps.known_people(ego)?;
        let members = crate::domain::directory::Directory::members(names, family)?;
        for place in &places {
            let line = &mut lines[*place];
            let reference = members.iter().find(|member| Some(&member.reference) == line.name.as_ref());
            line.settle(&mut map, &known, reference.map(|member| member.id), fresh);
        }
        tie(&mut map, places.iter().map(|place| &lines[*place]));
        read.push(map);
    }
    let mut mistakes = Mistakes::default();
    for (row, line) in table.rows.iter().zip(lines) {
        if let Err(faults) = line.reader.finish(Some(())) {
            mistakes.add(row.line, faults);
        }
    }
    read.sort_by_key(|map| map.drawn_on);
    Ok(if mistakes.count() == 0 { Ok(read) } else { Err(mistakes) })
}

/// Whether rows say the same in the columns of a file, in whatever order.
fn is_same(header: &[String], one: &[Draft], other: &[&Draft]) -> bool {
    let cells = |draft: &Draft| header.iter().map(|column| draft.get(column).to_owned()).collect::<Vec<String>>();
    let mut both =
        (one.iter().map(cells).collect::<Vec<_>>(), other.iter().map(|draft| cells(draft)).collect::<Vec<_>>());
    both.0.sort_unstable();
    both.1.sort_unstable();
    both.0 == both.1
}

/// Whose map a row is of: the family, the day, the person in the middle. Days before people, so that who is new in one
/// map is known in the next.
type Whose = (FamilyId, NaiveDate, PersonId);

/// What a file has told of a family so far.
struct Fresh {
    drawn: Vec<(PersonId, NaiveDate)>,
    /// Everybody on the file's maps so far, with whose map it is.
    people: Vec<(PersonId, NetworkPerson)>,
}

impl Fresh {
    /// A key that nobody has.
    fn next_key(&self, map: &NetworkMap, known: &KnownPeople) -> PersonKey {
        known.next_key(map).max(PersonKey::next(self.people.iter().map(|(_, person)| person.key)))
    }

    /// The keys of those that the file has brought along who may be meant on a map of somebody. A role is compared only
    /// with what the same one calls them: the child's aunt is the mother's sister.
    fn find(&self, ego: PersonId, name: &str, role: Option<&str>) -> BTreeSet<PersonKey> {
        let agrees = |(of, person): &&(PersonId, NetworkPerson)| {
            let roles = person.role.as_deref().zip(role).filter(|_| *of == ego);
            identity_of(&person.name) == identity_of(name) && roles.is_none_or(|(one, other)| fold(one) == fold(other))
        };
        self.people.iter().filter(agrees).map(|(_, person)| person.key).collect()
    }
}

/// A row as far as it is understood.
struct Line<'a> {
    reader: Reader<'a>,
    draft: &'a Draft,
    family: Option<FamilyId>,
    ego: Option<PersonId>,
    drawn_on: Option<NaiveDate>,
    name: Option<String>,
    role: Option<String>,
    sector: String,
    ring: u8,
    relation: Option<Bond>,
    key: Option<PersonKey>,
}

impl<'a> Line<'a> {
    fn read(draft: &'a Draft, today: NaiveDate, names: &Known<'_>, scheme: &Scheme) -> Result<Self, Problem> {
        let mut reader = Reader::new(&NETWORK, draft, Source::File(today), &CodesOnly);
        let family = reader.family("case_ref", names)?;
        let found = if reader.is_empty("ego_ref") { None } else { names.person(draft.get("ego_ref"))? };
        let ego = found.filter(|(_, of)| family.is_none_or(|family| family == *of)).map(|(person, _)| person);
        if ego.is_none() {
            reader.fault("ego_ref", Why::NoSuchPerson);
        }
        let drawn_on = reader.past_day("drawn_on");
        let sector = draft.get("sector").to_owned();
        if !sector.is_empty() && scheme.sector(&sector).is_none() {
            let sectors = scheme.sectors.iter().map(|sector| sector.key.clone()).collect();
            reader.fault("sector", Why::NotInList(sectors));
        }
        let ring = draft.get("ring").parse().ok().filter(|ring| scheme.ring(*ring).is_some());
        if ring.is_none() {
            let rings = scheme.rings.iter().map(|ring| ring.number.to_string()).collect();
            reader.fault("ring", Why::NotInList(rings));
        }
        let relation = reader.code("relation");
        let (role, name) = (reader.line("role"), reader.line("name"));
        let ring = ring.unwrap_or_default();
        Ok(Self { reader, draft, family, ego, drawn_on, name, role, sector, ring, relation, key: None })
    }

    fn whose(&self) -> Option<(FamilyId, PersonId, NaiveDate)> {
        Some((self.family?, self.ego?, self.drawn_on?))
    }

    /// The map as the row names it, whether or not there is such a family or person.
    fn of_map(&self) -> [&'a str; 3] {
        ["case_ref", "ego_ref", "drawn_on"].map(|column| self.draft.get(column))
    }

    /// The names of those whom the person knows.
    fn known_to(&self) -> impl Iterator<Item = String> + use<> {
        let names = split_list(self.draft.get("known_to"), false).into_iter();
        names.map(|name| clean_line(&name)).filter(|name| !name.is_empty())
    }

    fn is_called(&self, name: &str) -> bool {
        self.name.as_deref().is_some_and(|own| identity_of(own) == identity_of(name))
    }

    /// Finds out who it is, and puts them on the map.
    fn settle(&mut self, map: &mut NetworkMap, known: &KnownPeople, reference: Option<PersonId>, fresh: &mut Fresh) {
        let Some(written) = &self.name else { return };
        let role = self.role.as_deref();
        // Two of one name were told apart by their roles.
        let apart = role.and_then(|role| written.strip_suffix(&format!(" ({})", one_name(role))));
        let name = apart.unwrap_or(written);
        let person = |key, name: &str| NetworkPerson::new(key, name, self.sector.as_str(), self.ring);
        let found = match reference {
            Some(member) if member == map.ego => Err(Why::IsTheEgo),
            Some(member) => Ok(known.member(member).map(|known| (known, known.name.as_str()))),
            None => match known.recognise(name, role) {
                Recognised::Ego => Err(Why::IsTheEgo),
                Recognised::One(known) => Ok(Some((known, name))),
                Recognised::Several(known) => Err(Why::Ambiguous(known.into_iter().map(candidate).collect())),
                Recognised::Nobody => Ok(None),
            },
        };
        let mut person = match found {
            Err(why) => return self.reader.fault("name", why),
            Ok(Some((known, name))) => {
                let mut person = person(known.key, name);
                person.member = known.member.map(|(id, _)| id);
                person.sphere = known.sphere;
                person
            }
            Ok(None) => match fresh.find(map.ego, name, role).into_iter().collect::<Vec<_>>().as_slice() {
                [] => person(fresh.next_key(map, known), name),
                [one] => person(*one, name),
                several => return self.reader.fault("name", Why::Ambiguous(vec![name.to_owned(); several.len()])),
            },
        };
        (person.role, person.relation) = (self.role.clone(), self.relation);
        if map.person(person.key).is_some() || person.member.is_some_and(|id| has_member(map, id)) {
            return self.reader.fault("name", Why::Double);
        }
        self.key = Some(person.key);
        fresh.people.push((map.ego, person.clone()));
        map.people.push(person);
    }
}

/// Somebody who could be meant, with what tells them from others.
fn candidate(known: &entry::Known) -> String {
    known.role.as_ref().map_or_else(|| known.name.clone(), |role| format!("{} ({role})", known.name))
}

fn has_member(map: &NetworkMap, member: PersonId) -> bool {
    map.people.iter().any(|person| person.member == Some(member))
}

/// Marks names that stand twice on one map, and names in `known_to` that do not stand on it.
fn check_within_maps(lines: &mut [Line<'_>]) {
    let mut maps: HashMap<[String; 3], Vec<(usize, String)>> = HashMap::new();
    for (place, line) in lines.iter().enumerate() {
        let map = maps.entry(line.of_map().map(str::to_owned)).or_default();
        map.extend(line.name.clone().map(|name| (place, name)));
    }
    for people in maps.values() {
        let mut seen = BTreeSet::new();
        for (place, name) in people {
            if !seen.insert(identity_of(name)) {
                lines[*place].reader.fault("name", Why::Double);
            }
        }
    }
    for (place, line) in lines.iter_mut().enumerate() {
        let empty = Vec::new();
        let people = maps.get(&line.of_map().map(str::to_owned)).unwrap_or(&empty);
        let others = || people.iter().filter(|(other, _)| *other != place).map(|(_, name)| name);
        let is_there = |name: &String| others().any(|other| identity_of(other) == identity_of(name));
        if !line.known_to().all(|name| is_there(&name)) {
            line.reader.fault("known_to", Why::NotOnMap(others().cloned().collect()));
        }
    }
}

/// Ties those who know each other by the row of either.
fn tie<'l, 'a: 'l>(map: &mut NetworkMap, lines: impl Iterator<Item = &'l Line<'a>>) {
    let lines: Vec<&Line<'_>> = lines.collect();
    for line in &lines {
        for name in line.known_to() {
            let other = lines.iter().find(|other| other.is_called(&name)).and_then(|other| other.key);
            if let Some(tie) = line.key.zip(other).and_then(|(one, other)| Tie::between(one, other)) {
                map.answer(tie, true);
            }
        }
    }
}
