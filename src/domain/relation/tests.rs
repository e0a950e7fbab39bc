//! Trees and their drawings: one person is one node, no name lies on another or on a line, and lines join exactly those
//! who are joined.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::layout::{Arms, Layout, Names, SHORTEST, Stroke};
use super::*;
use crate::domain::codes::Code;
use crate::domain::codes::MemberRole::{self, Child, FamilyHomeParent, Father, Grandparent, Mother, StepParent};
use crate::domain::codes::RelationKind::{self, CaresFor, ParentOf, PartnerOf, SiblingOf};
use crate::domain::network::layout::Frame;

/// The frames of screens of 60x15, 80x24 and 160x50 beside the list.
const SIZES: [Frame; 3] = [Frame { cols: 58, rows: 7 }, Frame { cols: 78, rows: 16 }, Frame { cols: 109, rows: 42 }];

const FAMILY: FamilyId = FamilyId(1);

fn person(id: i64, role: MemberRole, stands: Stands) -> Someone {
    Someone { id: PersonId(id), role, stands, born: NaiveDate::from_ymd_opt(2000 + (id % 20) as i32, 1, 1) }
}

fn born(id: i64, role: MemberRole) -> Someone {
    person(id, role, Stands::Birth)
}

fn placed(id: i64, role: MemberRole) -> Someone {
    person(id, role, Stands::Placed)
}

fn is(one: i64, relation: RelationKind, other: i64) -> Relation {
    Relation::new(FAMILY, PersonId(one), relation, PersonId(other))
}

fn key(id: i64) -> Key {
    Key::Person(PersonId(id))
}

fn lay_out(tree: &Tree, frame: Frame) -> Layout {
    Layout::of(tree, frame, |_| 10, Names::Whole).unwrap()
}

/// The drawing as text, names as their numbers.
fn drawn(layout: &Layout) -> String {
    let mut rows = vec![vec![' '; layout.cols.into()]; layout.rows.into()];
    for cell in &layout.cells {
        let Arms { up, down, left, right } = cell.arms;
        let level = left.max(right);
        rows[usize::from(cell.row)][usize::from(cell.col)] = match (up.max(down), level) {
            (Some(stroke), None) => {
                if stroke == Stroke::Partner {
                    '"'
                } else {
                    '|'
                }
            }
            (None, Some(Stroke::Partner)) => '=',
            (None, Some(Stroke::Carer)) => '#',
            (None, Some(Stroke::Presumed)) => '~',
            (None, Some(Stroke::Sibling)) => '.',
            (None, _) => '-',
            _ if cell.passes => ':',
            _ => '+',
        };
    }
    for (col, row) in &layout.breaks {
        rows[usize::from(*row)][usize::from(*col)] = '/';
        rows[usize::from(*row)][usize::from(*col) + 1] = '/';
    }
    for (key, spot) in &layout.people {
        let name = match key {
            Key::Person(id) => id.0.to_string(),
            Key::Unknown(_) => "?".to_owned(),
        };
        for (place, letter) in name.chars().enumerate() {
            rows[usize::from(spot.row)][usize::from(spot.col) + place] = letter;
        }
    }
    let lines: Vec<String> =
        rows.into_iter().map(|row| row.into_iter().collect::<String>().trim_end().into()).collect();
    lines.join("\n")
}

/// Lays names of two columns out in a low frame, so that nothing is spread.
fn sketch(people: &[Someone], kin: &[Relation]) -> Vec<String> {
    let tree = Tree::of(people, kin);
    let layout = Layout::of(&tree, Frame { cols: 60, rows: 1 }, |_| 2, Names::Whole).unwrap();
    check(&tree, &layout, 60).unwrap();
    drawn(&layout).lines().map(str::to_owned).collect()
}

/// Everything that holds for every drawing.
fn check(tree: &Tree, layout: &Layout, cols: u16) -> Result<(), TestCaseError> {
    let keys: BTreeSet<Key> = layout.people.iter().map(|(key, _)| *key).collect();
    prop_assert_eq!(keys.len(), layout.people.len(), "somebody stands there twice");
    prop_assert_eq!(keys, tree.nodes.iter().map(|node| node.key).collect::<BTreeSet<_>>());
    prop_assert!(layout.cols <= cols);
    for (place, (_, one)) in layout.people.iter().enumerate() {
        prop_assert!(one.width > 0 && one.end() <= layout.cols && one.row < layout.rows, "{one:?}");
        for (_, other) in &layout.people[place + 1..] {
            let apart = one.row != other.row || one.end() < other.col || other.end() < one.col;
            prop_assert!(apart, "{one:?} and {other:?} in\n{}", drawn(layout));
        }
    }
    let on_name = |col, row| layout.people.iter().any(|(_, spot)| spot.has(col, row));
    for cell in &layout.cells {
        prop_assert!(cell.col < layout.cols && cell.row < layout.rows, "{cell:?}");
        prop_assert!(!on_name(cell.col, cell.row), "{cell:?} in\n{}", drawn(layout));
    }
    for (col, row) in &layout.breaks {
        prop_assert!(!on_name(*col, *row) && !on_name(col + 1, *row), "{col} {row} in\n{}", drawn(layout));
    }
    for node in &tree.nodes {
        let joined = joined(tree, node.key);
        prop_assert_eq!(reached(layout, node.key), joined, "{:?} in\n{}", node.key, drawn(layout));
    }
    Ok(())
}

/// Whom lines join to somebody, by what is known.
fn joined(tree: &Tree, key: Key) -> BTreeSet<Key> {
    let mut found = BTreeSet::from([key]);
    loop {
        let more: Vec<Key> = tree
            .knots
            .iter()
            .filter(|knot| knot.members().any(|member| found.contains(&member)))
            .flat_map(|knot| knot.members().collect::<Vec<_>>())
            .collect();
        let before = found.len();
        found.extend(more);
        if found.len() == before {
            return found;
        }
    }
}

/// Whom one reaches from somebody by following the lines, through names, straight on where lines pass each other.
fn reached(layout: &Layout, key: Key) -> BTreeSet<Key> {
    let cells: BTreeMap<(u16, u16), (Arms, bool)> =
        layout.cells.iter().map(|cell| ((cell.col, cell.row), (cell.arms, cell.passes))).collect();
    let mut found = BTreeSet::new();
    let mut names = vec![key];
    // A cell, and whether one came to it on the level.
    let mut seen: BTreeSet<(u16, u16, bool)> = BTreeSet::new();
    while let Some(name) = names.pop() {
        if !found.insert(name) {
            continue;
        }
        let Some(spot) = layout.spot(name) else { continue };
        let mut steps = vec![(spot.end() + 1, spot.row, true)];
        steps.extend(spot.col.checked_sub(2).map(|col| (col, spot.row, true)));
        while let Some((col, row, level)) = steps.pop() {
            let Some((arms, passes)) = cells.get(&(col, row)) else { continue };
            if !seen.insert((col, row, level && *passes)) {
                continue;
            }
            let (level_on, upright_on) = (!passes || level, !passes || !level);
            if level_on {
                for (arm, to) in [(arms.left, col.checked_sub(1)), (arms.right, Some(col + 1))] {
                    let Some(to) = to.filter(|_| arm.is_some()) else { continue };
                    steps.push((to, row, true));
                    let beside = |spot: &crate::domain::network::layout::Spot| {
                        spot.row == row && (spot.end() == to || spot.col == to + 1)
                    };
                    names.extend(layout.people.iter().filter(|(_, spot)| beside(spot)).map(|(key, _)| *key));
                }
            }
            if upright_on {
                steps.extend(arms.up.and(row.checked_sub(1)).map(|row| (col, row, false)));
                steps.extend(arms.down.map(|_| (col, row + 1, false)));
            }
        }
    }
    found
}

fn anybody() -> impl Strategy<Value = Vec<Someone>> {
    let one = (0..MemberRole::ALL.len(), proptest::bool::ANY);
    proptest::collection::vec(one, 1..=20).prop_map(|people| {
        let someone = |(id, (role, is_placed)): (i64, (usize, bool))| {
            person(id, MemberRole::ALL[role], if is_placed { Stands::Placed } else { Stands::Birth })
        };
        (1..).zip(people).map(someone).collect()
    })
}

fn anything() -> impl Strategy<Value = Vec<Relation>> {
    let one = (1..=20_i64, 0..RelationKind::ALL.len(), 1..=20_i64, proptest::bool::ANY);
    proptest::collection::vec(one, 0..=24).prop_map(|kin| {
        let relation = |(one, relation, other, ended): (i64, usize, i64, bool)| {
            let kin = is(one, RelationKind::ALL[relation], other);
            if ended { kin.ended(None) } else { kin }
        };
        kin.into_iter().map(relation).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn everybody_stands_once_and_lines_join_who_is_joined(people in anybody(), kin in anything(), width in 3..16_u16) {
        let tree = Tree::of(&people, &kin);
        prop_assert_eq!(tree.nodes.iter().filter(|node| matches!(node.key, Key::Person(_))).count(), people.len());
        for frame in SIZES {
            for names in [Names::Whole, Names::Cut] {
                let Ok(layout) = Layout::of(&tree, frame, |_| width, names) else { continue };
                check(&tree, &layout, frame.cols)?;
                let whole = layout.people.iter().all(|(_, spot)| spot.width == width);
                let cut = layout.people.iter().all(|(_, spot)| spot.width >= SHORTEST.min(width));
                prop_assert!(whole || names == Names::Cut && cut);
                prop_assert_eq!(Layout::of(&tree, frame, |_| width, names), Ok(layout));
            }
        }
    }

    #[test]
    fn a_family_fits(children in 1..=6_usize, carers in 0..=2_usize, elder in proptest::bool::ANY, away in 0..=3_usize)
    {
        let mut people = vec![born(1, Mother), born(2, Father)];
        let mut kin = vec![is(1, PartnerOf, 2).ended(None)];
        if elder {
            people.push(born(3, Grandparent));
            kin.push(is(3, ParentOf, 1));
        }
        for child in 0..children {
            let id = 10 + child as i64;
            people.push(person(id, Child, if child < away { Stands::Placed } else { Stands::Birth }));
            kin.extend([is(1, ParentOf, id), is(2, ParentOf, id)]);
        }
        for carer in 0..carers {
            let id = 20 + carer as i64;
            people.push(placed(id, FamilyHomeParent));
            kin.push(is(id, CaresFor, 10));
        }
        let tree = Tree::of(&people, &kin);
        for frame in &SIZES[1..] {
            let layout = Layout::of(&tree, *frame, |_| 9, Names::Whole);
            prop_assert!(layout.is_ok_and(|layout| layout.rows <= frame.rows));
        }
    }
}

#[test]
fn parents_apart_stand_around_their_children_and_the_placed_between_two_homes() {
    let people = [born(1, Mother), born(2, Father), placed(3, Child), born(4, Child), placed(5, FamilyHomeParent)];
    let kin = [
        is(1, PartnerOf, 2).ended(None),
        is(1, ParentOf, 3),
        is(2, ParentOf, 3),
        is(1, ParentOf, 4),
        is(2, ParentOf, 4),
        is(5, CaresFor, 3),
    ];
    assert_eq!(sketch(&people, &kin), ["1  -+--+", "    // +------- 3  ### 5", "    |  +- 4", "2  -+--+",]);
}

#[test]
fn half_siblings_hang_on_a_line_each() {
    let people = [born(1, Mother), born(2, Father), born(3, Father), born(4, Child), placed(5, Child)];
    let kin = [is(1, ParentOf, 4), is(2, ParentOf, 4), is(1, ParentOf, 5), is(3, ParentOf, 5)];
    assert_eq!(sketch(&people, &kin), ["2  -+", "    +- 4", "1  -+------+", "           +--- 5", "3  --------+",]);
}

#[test]
fn a_step_parent_is_a_partner_and_no_parent() {
    let people = [born(1, Mother), born(2, StepParent), born(3, Child)];
    assert_eq!(sketch(&people, &[is(1, PartnerOf, 2), is(1, ParentOf, 3)]), ["2  =+", "1  =+-+", "      +- 3",]);
}

#[test]
fn a_sibling_of_whom_nobody_knows_the_parents_has_one_nobody_knows() {
    let people = [born(1, Mother), placed(2, Child), born(3, Child), born(4, Child)];
    let kin = [is(1, ParentOf, 2), is(2, SiblingOf, 3), is(4, SiblingOf, 3)];
    assert_eq!(sketch(&people, &kin), ["1  ----------+", "      +......+--- 2", "    +-+- 3", "?  -+", "    +--- 4",]);
    let tree = Tree::of(&people, &kin);
    assert_eq!(tree.unknown().count(), 1, "siblings of each other share the parent nobody knows");
    assert!(tree.knots.iter().all(|knot| knot.kind != KnotKind::Presumed));
}

#[test]
fn a_child_that_was_placed_anew_has_both_homes() {
    let people = [born(1, Mother), placed(2, Child), placed(3, FamilyHomeParent), placed(4, FamilyHomeParent)];
    let kin = [is(1, ParentOf, 2), is(3, CaresFor, 2).ended(None), is(4, CaresFor, 2)];
    assert_eq!(sketch(&people, &kin), ["1  -+", "    +--- 2  #+//- 3", "             +### 4",]);
}

#[test]
fn a_frame_that_is_too_narrow_has_no_drawing() {
    let people = [born(1, Mother), born(2, Child), placed(3, Child)];
    let tree = Tree::of(&people, &[is(1, ParentOf, 2), is(1, ParentOf, 3)]);
    let fits = |cols, names| Layout::of(&tree, Frame { cols, rows: 9 }, |_| 12, names).is_ok();
    let least = |names| (1..80).find(|cols| fits(*cols, names)).unwrap();
    // Three columns of people, five cells of lines and four of the border.
    assert_eq!((least(Names::Whole), least(Names::Cut)), (3 * 12 + 9, 3 * SHORTEST + 9));
}

#[test]
fn a_family_without_a_placed_child_has_one_home() {
    let people = [born(1, Mother), born(2, Grandparent), born(3, Child)];
    let tree = Tree::of(&people, &[is(1, ParentOf, 3), is(2, ParentOf, 1)]);
    let layout = lay_out(&tree, SIZES[1]);
    assert_eq!(layout.border, None);
    let col = |id| layout.spot(key(id)).unwrap().col;
    assert!(col(2) < col(1) && col(1) < col(3));
}

#[test]
fn what_nobody_has_written_is_presumed_and_only_then() {
    let people = [born(1, Mother), born(2, Father), born(3, Child), born(4, Child)];
    let of = |kin: &[Relation]| {
        let tree = Tree::of(&people, kin);
        let found = tree.knots.into_iter().find(|knot| knot.kind == KnotKind::Presumed);
        found.map(|knot| (knot.heads.len(), knot.children)).unwrap_or_default()
    };
    assert_eq!(of(&[]), (2, vec![key(3), key(4)]));
    assert_eq!(of(&[is(1, ParentOf, 3)]), (2, vec![key(4)]));
    assert_eq!(of(&[is(1, ParentOf, 3), is(1, ParentOf, 4)]), (0, vec![]));
}

#[test]
fn what_is_written_of_others_is_left_out() {
    let tree = Tree::of(&[born(1, Mother)], &[is(1, ParentOf, 2), is(1, PartnerOf, 1)]);
    assert_eq!((tree.nodes.len(), tree.knots.len()), (1, 0));
}

#[test]
fn nobody_becomes_their_own_forefather() {
    let written = [is(1, ParentOf, 2), is(2, ParentOf, 3), is(3, PartnerOf, 4)];
    for (kin, circle) in [
        (is(3, ParentOf, 1), true),
        (is(2, ParentOf, 1), true),
        (is(1, ParentOf, 3), false),
        (is(4, ParentOf, 1), false),
        (is(3, SiblingOf, 1), false),
    ] {
        assert_eq!(kin.closes_circle(&written), circle, "{kin:?}");
    }
}
