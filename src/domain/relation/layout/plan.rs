//! Columns for people, and between them channels for lines: each line has a lane in one channel.

use std::collections::BTreeMap;

use super::super::tree::{Key, Knot, KnotKind, Node, Stands, Tree};
use super::order::Rows;
use super::{Names, SHORTEST};
use crate::domain::network::layout::{Frame, Spot};

/// The columns from left to right: the birth home by generation, the placed by generation, those who care for them.
pub struct Columns {
    of: BTreeMap<Key, usize>,
    /// The first column on the side of the placed.
    placed: usize,
    /// The column of those who care for the placed, as if there always were one.
    carers: usize,
    /// How many there are.
    count: usize,
}

impl Columns {
    /// The columns of a tree.
    pub fn of(tree: &Tree) -> Self {
        let kind = |node: &Node| (node.stands, node.is_carer, if node.is_carer { 0 } else { node.generation });
        let mut kinds: Vec<(Stands, bool, usize)> = tree.nodes.iter().map(kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let place = |node: &Node| kinds.iter().position(|known| *known == kind(node)).unwrap_or_default();
        let before = |wanted: &dyn Fn(&(Stands, bool, usize)) -> bool| kinds.iter().filter(|kind| wanted(kind)).count();
        Self {
            of: tree.nodes.iter().map(|node| (node.key, place(node))).collect(),
            placed: before(&|(stands, ..)| *stands == Stands::Birth),
            carers: before(&|(_, is_carer, _)| !is_carer),
            count: kinds.len(),
        }
    }

    /// Somebody's column.
    pub fn column(&self, key: Key) -> usize {
        self.of.get(&key).copied().unwrap_or_default()
    }

    /// The column of those who care for the placed.
    pub fn carers(&self) -> usize {
        self.carers
    }

    /// The channel of a line; channels are numbered like the columns to their right.
    pub fn channel(&self, knot: &Knot) -> usize {
        let columns = |keys: &mut dyn Iterator<Item = Key>| -> (usize, usize) {
            let all: Vec<usize> = keys.map(|key| self.column(key)).collect();
            (all.iter().min().copied().unwrap_or_default(), all.iter().max().copied().unwrap_or_default())
        };
        let (first_child, last_child) = columns(&mut knot.children.iter().copied());
        let (first, last) = columns(&mut knot.members());
        let (first_head, _) = columns(&mut knot.heads.iter().map(|head| head.key));
        match knot.kind {
            KnotKind::Partners => last + 1,
            KnotKind::Siblings => first,
            KnotKind::Carers if first_head >= self.carers && last_child < self.carers => self.carers,
            KnotKind::Parents | KnotKind::Presumed | KnotKind::Carers => first_child,
        }
    }

    /// Whether somebody stands at the right end with no line past anybody: such people share rows with others.
    pub fn is_aside(&self, tree: &Tree, key: Key) -> bool {
        let mut own = tree.knots.iter().filter(|knot| knot.joins(key));
        self.column(key) >= self.carers && own.all(|knot| self.channel(knot) >= self.carers)
    }
}

/// Where a line stands.
#[derive(Clone, Copy)]
pub struct Lane {
    /// Its channel.
    pub channel: usize,
    /// The column it runs down.
    pub col: u16,
}

/// Where everybody and every line stands.
pub struct Plan {
    /// Everybody, in the order of the tree.
    pub people: Vec<(Key, Spot)>,
    /// Everybody's column.
    pub columns: Columns,
    /// The lines' lanes, in the order of the tree's knots.
    pub lanes: Vec<Lane>,
    /// The column between the two homes.
    pub border: Option<u16>,
    /// Columns in all.
    pub cols: u16,
    /// Rows in all.
    pub rows: u16,
}

/// A lane of a channel: the rows that are taken on it, and cells on either side for the sign of what has ended.
#[derive(Default)]
struct Track {
    rows: Vec<(usize, usize)>,
    knots: Vec<usize>,
    before: u16,
    after: u16,
}

/// Cells that the sign of what has ended takes.
const BREAK: u16 = 2;

/// Cells between a name and the lanes beside it: a blank, and a beginning of a line.
const PAD: u16 = 2;

impl Plan {
    /// Plans a tree; none if it does not fit the frame's columns.
    pub fn of(
        tree: &Tree,
        columns: Columns,
        rows: &Rows,
        step: usize,
        frame: Frame,
        width: impl Fn(Key) -> u16,
        names: Names,
    ) -> Option<Self> {
        let channels: Vec<Vec<Track>> =
            (0..=columns.count).map(|channel| tracks(tree, &columns, rows, channel)).collect();
        let has_border = columns.placed > 0 && columns.placed < columns.count;
        let room: Vec<u16> = channels
            .iter()
            .enumerate()
            .map(|(channel, tracks)| {
                let border = if has_border && channel == columns.placed { PAD } else { 0 };
                channel_width(channel, columns.count, tracks) + border
            })
            .collect();
        let mut widths: Vec<u16> = vec![0; columns.count];
        for node in &tree.nodes {
            let column = columns.column(node.key);
            widths[column] = widths[column].max(width(node.key).max(1));
        }
        let lines = room.iter().fold(0_u16, |sum, room| sum.saturating_add(*room));
        cut(&mut widths, frame.cols.checked_sub(lines)?, names)?;

        let (mut at, mut starts, mut lanes) = (0_u16, Vec::new(), vec![Lane { channel: 0, col: 0 }; tree.knots.len()]);
        let mut border = None;
        for (channel, tracks) in channels.iter().enumerate() {
            let mut col = at + if channel == 0 { 0 } else { PAD };
            for track in tracks {
                col += track.before;
                for knot in &track.knots {
                    lanes[*knot] = Lane { channel, col };
                }
                col += track.after + 2;
            }
            at += room[channel];
            if has_border && channel == columns.placed {
                border = Some(at - PAD - 1);
            }
            starts.push(at);
            at += widths.get(channel).copied().unwrap_or_default();
        }
        let people: Vec<(Key, Spot)> = tree
            .nodes
            .iter()
            .map(|node| {
                let column = columns.column(node.key);
                let row = u16::try_from(rows.of(node.key) * step).unwrap_or(u16::MAX);
                let width = width(node.key).max(1).min(widths[column]);
                (node.key, Spot { col: starts[column], row, width })
            })
            .collect();
        let last = people.iter().map(|(_, spot)| spot.row + 1).max().unwrap_or_default();
        Some(Self { people, columns, lanes, border, cols: at, rows: last })
    }

    /// Where somebody stands.
    pub fn spot(&self, key: Key) -> Option<Spot> {
        self.people.iter().find(|(known, _)| *known == key).map(|(_, spot)| *spot)
    }
}

/// The lanes of a channel: partners nearest to those on the left, siblings nearest to those on the right.
fn tracks(tree: &Tree, columns: &Columns, rows: &Rows, channel: usize) -> Vec<Track> {
    let mut tracks = Vec::new();
    let of_kind = |kind: KnotKind| match kind {
        KnotKind::Partners => 0,
        KnotKind::Parents | KnotKind::Presumed | KnotKind::Carers => 1,
        KnotKind::Siblings => 2,
    };
    for class in 0..=2 {
        let mut own: Vec<(usize, usize, usize)> = Vec::new();
        for (place, knot) in tree.knots.iter().enumerate() {
            if of_kind(knot.kind) != class || columns.channel(knot) != channel {
                continue;
            }
            let at = || knot.members().map(|key| rows.of(key));
            own.push((at().min().unwrap_or_default(), at().max().unwrap_or_default(), place));
        }
        own.sort_by_key(|(first, last, place)| (last - first, *first, *place));
        let mut found: Vec<Track> = Vec::new();
        for (first, last, place) in own {
            let is_free = |track: &Track| track.rows.iter().all(|(from, to)| *to < first || last < *from);
            let at = match found.iter().position(is_free) {
                Some(at) => at,
                None => {
                    found.push(Track::default());
                    found.len() - 1
                }
            };
            let track = &mut found[at];
            track.rows.push((first, last));
            track.knots.push(place);
            for head in tree.knots[place].heads.iter().filter(|head| head.ended) {
                if class != 1 {
                    // The sign stands on the lane itself, and its second half beside it.
                    track.after = 1;
                } else if columns.column(head.key) < channel {
                    track.before = BREAK;
                } else {
                    track.after = BREAK;
                }
            }
        }
        tracks.extend(found);
    }
    tracks
}

/// Columns of a channel: at least a gap between two columns of people, and no more than its lanes at either end.
fn channel_width(channel: usize, columns: usize, tracks: &[Track]) -> u16 {
    let is_inner = channel > 0 && channel < columns;
    if tracks.is_empty() {
        return if is_inner { PAD } else { 0 };
    }
    let lanes: u16 = tracks.iter().map(|track| track.before + track.after + 2).sum();
    let left = if channel == 0 { 0 } else { PAD };
    // Each lane brings the blank after it, which begins the line to those on the right.
    left + lanes + u16::from(channel < columns)
}

/// Makes columns as narrow as they must be, the widest first; none if that is not enough.
fn cut(widths: &mut [u16], room: u16, names: Names) -> Option<()> {
    while widths.iter().copied().map(u32::from).sum::<u32>() > u32::from(room) {
        let widest = widths.iter_mut().max()?;
        if names == Names::Whole || *widest <= SHORTEST {
            return None;
        }
        *widest -= 1;
    }
    Some(())
}
