//! People and their ties as a graph: how many each knows, in how many groups they fall, who lies between others.
//!
//! A map has at most some sixty people, so a list of neighbours for each and one walk from each is all it takes. Walks
//! go breadth first and count shortest ways as they go, after Brandes 2001, A faster algorithm for betweenness
//! centrality, Journal of Mathematical Sociology 25(2):163-177. `tests/data/network` holds what networkx makes of two
//! hundred graphs, and they agree.

/// A graph without weights, directions, loops or double ties; its nodes are the numbers below how many there are.
#[derive(Debug)]
pub(super) struct Graph {
    neighbours: Vec<Vec<usize>>,
}

/// What one walk from a node finds.
struct Walk {
    /// Whom it reaches, the nearest first; the first is where it began.
    order: Vec<usize>,
    /// How many ties away each node is; none where no way leads.
    away: Vec<Option<usize>>,
    /// On how many shortest ways each node is reached: a float, for there may be very many.
    ways: Vec<f64>,
}

impl Walk {
    /// Whether a shortest way to one node comes by the other, its neighbour.
    fn comes_by(&self, node: usize, neighbour: usize) -> bool {
        self.away[node] == self.away[neighbour].map(|ties| ties + 1)
    }
}

impl Graph {
    /// A graph of so many nodes. A tie that is told again counts once; one of a node to itself, or to none, is none.
    pub(super) fn new(nodes: usize, ties: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); nodes];
        for (one, other) in ties {
            if one != other && one.max(other) < nodes && !neighbours[one].contains(&other) {
                neighbours[one].push(other);
                neighbours[other].push(one);
            }
        }
        Self { neighbours }
    }

    /// Every tie once.
    pub(super) fn ties(&self) -> impl Iterator<Item = (usize, usize)> {
        let of =
            |(one, others): (usize, &Vec<usize>)| others.iter().map(move |other| (one, *other)).collect::<Vec<_>>();
        self.neighbours.iter().enumerate().flat_map(of).filter(|(one, other)| one < other)
    }

    /// How many neighbours each node has.
    pub(super) fn degrees(&self) -> Vec<usize> {
        self.neighbours.iter().map(Vec::len).collect()
    }

    /// In how many groups the nodes fall within which ways lead from each to each; a node without ties is one.
    pub(super) fn components(&self) -> usize {
        let mut reached = vec![false; self.neighbours.len()];
        let mut groups = 0;
        for node in 0..reached.len() {
            if !reached[node] {
                groups += 1;
                self.walk(node).order.into_iter().for_each(|other| reached[other] = true);
            }
        }
        groups
    }

    /// On how many shortest ways between two others each node lies. Where there are several ways between two, each
    /// counts as its part of one; nothing is normalised.
    pub(super) fn betweenness(&self) -> Vec<f64> {
        let mut between = vec![0.0; self.neighbours.len()];
        for start in 0..between.len() {
            let walk = self.walk(start);
            // What each node carries of the ways from the start to those beyond it, from the farthest back.
            let mut carried = vec![0.0; between.len()];
            for node in walk.order.iter().skip(1).rev().copied() {
                let each = (1.0 + carried[node]) / walk.ways[node];
                for neighbour in self.neighbours[node].iter().copied().filter(|by| walk.comes_by(node, *by)) {
                    carried[neighbour] += walk.ways[neighbour] * each;
                }
                between[node] += carried[node];
            }
        }
        // Each pair was walked from both ends.
        between.iter().map(|twice| twice / 2.0).collect()
    }

    fn walk(&self, start: usize) -> Walk {
        let nodes = self.neighbours.len();
        let mut walk = Walk { order: vec![start], away: vec![None; nodes], ways: vec![0.0; nodes] };
        (walk.away[start], walk.ways[start]) = (Some(0), 1.0);
        let mut next = 0;
        while let Some(node) = walk.order.get(next).copied() {
            next += 1;
            for neighbour in self.neighbours[node].iter().copied() {
                if walk.away[neighbour].is_none() {
                    walk.away[neighbour] = walk.away[node].map(|ties| ties + 1);
                    walk.order.push(neighbour);
                }
                if walk.comes_by(neighbour, node) {
                    walk.ways[neighbour] += walk.ways[node];
                }
            }
        }
        walk
    }
}
