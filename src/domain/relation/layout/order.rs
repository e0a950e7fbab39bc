//! In which row everybody stands: parents around their children, partners side by side, those who care for a child
//! beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::tree::{Key, Knot, KnotKind, Node, Stands, Tree};
use super::plan::Columns;

/// Everybody's row. Those who only care for placed children share rows with others, for nothing passes them.
pub struct Rows {
    of: BTreeMap<Key, usize>,
    count: usize,
}

impl Rows {
    /// Somebody's row.
    pub fn of(&self, key: Key) -> usize {
        self.of.get(&key).copied().unwrap_or_default()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }
}

/// Puts everybody in a row.
pub fn rows(tree: &Tree, columns: &Columns) -> Rows {
    let aside: BTreeSet<Key> =
        tree.nodes.iter().map(|node| node.key).filter(|key| columns.is_aside(tree, *key)).collect();
    let mut order = Order { tree, aside: &aside, rows: Vec::new(), seen: BTreeSet::new(), drawn: BTreeSet::new() };
    let components = components(tree);
    // By what joins them, and whom nothing joins last; the eldest first, and those with one family before others.
    let root = |(place, node): (usize, &Node)| {
        let is_alone = !tree.knots.iter().any(|knot| knot.joins(node.key));
        let group = components.get(&node.key).filter(|_| !is_alone).copied();
        let families = match tree.headed_by(node.key).count() {
            1 => 0,
            0 => 2,
            _ => 1,
        };
        ((is_alone, group), node.generation, families, place, node.key)
    };
    let own = tree.nodes.iter().enumerate().filter(|(_, node)| !aside.contains(&node.key));
    let mut roots: Vec<_> = own.map(root).collect();
    roots.sort_unstable();
    let mut last = None;
    for (group, _, _, _, key) in roots {
        if !order.seen.contains(&key) && last.is_some_and(|last| last != group) {
            order.rows.push(None);
        }
        last = Some(group);
        order.visit(key);
    }
    let mut rows = order.rows;
    let mut of: BTreeMap<Key, usize> =
        rows.iter().enumerate().filter_map(|(row, key)| key.map(|key| (key, row))).collect();
    put_aside(tree, columns, &aside, &mut rows, &mut of);
    Rows { of, count: rows.len() }
}

/// Which of the groups that nothing joins everybody belongs to, numbered by their first.
fn components(tree: &Tree) -> BTreeMap<Key, usize> {
    let mut of: BTreeMap<Key, usize> = tree.nodes.iter().enumerate().map(|(place, node)| (node.key, place)).collect();
    loop {
        let before = of.clone();
        for knot in &tree.knots {
            let least = knot.members().filter_map(|key| of.get(&key)).min().copied().unwrap_or_default();
            for key in knot.members() {
                of.insert(key, least);
            }
        }
        if before == of {
            return of;
        }
    }
}

struct Order<'t> {
    tree: &'t Tree,
    aside: &'t BTreeSet<Key>,
    rows: Vec<Option<Key>>,
    seen: BTreeSet<Key>,
    drawn: BTreeSet<usize>,
}

impl Order<'_> {
    fn visit(&mut self, key: Key) {
        if self.seen.contains(&key) || self.aside.contains(&key) {
            return;
        }
        if let Some(other) = self.begins_before(key) {
            self.visit(other);
        }
        if self.seen.contains(&key) {
            return;
        }
        // Whoever is nobody's parent here stands before their partner: the partner's children come after.
        let partners: Vec<Key> = self.tree.paired(key, KnotKind::Partners).collect();
        for partner in &partners {
            if self.tree.headed_by(*partner).next().is_none() && !self.is_child(*partner) {
                self.push(*partner);
            }
        }
        self.push(key);
        let headed: Vec<usize> = self.tree.headed_by(key).map(|(place, _)| place).collect();
        for place in headed {
            self.family(place);
        }
        for other in partners.into_iter().chain(self.tree.paired(key, KnotKind::Siblings).collect::<Vec<_>>()) {
            self.visit(other);
        }
    }

    /// The children of a knot, then its other parents.
    fn family(&mut self, place: usize) {
        if !self.drawn.insert(place) {
            return;
        }
        let Some(knot) = self.tree.knots.get(place) else { return };
        for child in &knot.children {
            self.visit(*child);
        }
        for head in &knot.heads {
            self.visit(head.key);
        }
    }

    /// With whom to begin where somebody has children with several: so that each pair stands around their own.
    fn begins_before(&self, key: Key) -> Option<Key> {
        let mut headed = self.tree.headed_by(key);
        let (place, knot) = headed.next()?;
        headed.next()?;
        if self.drawn.contains(&place) {
            return None;
        }
        let only_here = |other: &Key| self.tree.headed_by(*other).count() == 1;
        let others = knot.heads.iter().map(|head| head.key).filter(|other| *other != key);
        others.filter(only_here).find(|other| !self.seen.contains(other) && !self.aside.contains(other))
    }

    fn is_child(&self, key: Key) -> bool {
        self.tree.knots.iter().any(|knot| knot.children.contains(&key))
    }

    fn push(&mut self, key: Key) {
        if self.aside.contains(&key) || !self.seen.insert(key) {
            return;
        }
        // What has ended between two is told on the line between them, and takes a row.
        let before = self.rows.last().copied().flatten();
        let parts = |knot: &Knot| !knot.has_children() && knot.is_ended() && knot.joins(key);
        if before.is_some_and(|before| self.tree.knots.iter().any(|knot| parts(knot) && knot.joins(before))) {
            self.rows.push(None);
        }
        self.rows.push(Some(key));
    }
}

/// Puts those who care for placed children beside them, each in the first row that is free for them.
fn put_aside(
    tree: &Tree,
    columns: &Columns,
    aside: &BTreeSet<Key>,
    rows: &mut Vec<Option<Key>>,
    of: &mut BTreeMap<Key, usize>,
) {
    let first = |key: &Key| {
        let own = tree.headed_by(*key).flat_map(|(_, knot)| &knot.children).filter_map(|child| of.get(child)).min();
        own.copied()
    };
    let beside = |key: &Key| tree.paired(*key, KnotKind::Partners).filter_map(|other| first(&other)).min();
    let mut carers: Vec<(Option<usize>, Key)> =
        aside.iter().map(|key| (first(key).or_else(|| beside(key)), *key)).collect();
    carers.sort_by_key(|(row, _)| (row.is_none(), *row));
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for (wanted, key) in carers {
        let wanted = wanted.unwrap_or_else(|| taken.last().map_or(0, |last| last + 1));
        let is_free = |row: &usize| {
            let owner = rows.get(*row).copied().flatten();
            !taken.contains(row) && owner.is_none_or(|owner| may_share(tree, columns, owner, key))
        };
        let Some(row) = (wanted..).find(is_free) else { continue };
        taken.insert(row);
        of.insert(key, row);
        while rows.len() <= row {
            rows.push(None);
        }
    }
}

/// Whether a carer may stand in somebody's row: that is further to the left, and nothing of theirs comes that far, or
/// it is what joins the two.
fn may_share(tree: &Tree, columns: &Columns, owner: Key, carer: Key) -> bool {
    if columns.column(owner) >= columns.carers() {
        return false;
    }
    let is_placed = tree.nodes.iter().any(|node| node.key == owner && node.stands == Stands::Placed);
    let mut near =
        tree.knots.iter().filter(|knot| knot.joins(owner) && columns.channel(knot) >= columns.carers()).peekable();
    if near.peek().is_none() {
        return !is_placed;
    }
    near.all(|knot| knot.joins(carer) && columns.channel(knot) == columns.carers())
}
