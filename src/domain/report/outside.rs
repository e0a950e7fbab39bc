//! Counts as they leave the house: held beside whatever has left it already, and what is to be remembered of them.
//!
//! A report's counts are a table whose every line says whom it counts, so that two reports are known to count the same
//! people, whatever they are told by. Labels that do not stand in the table are lines of zero, for a reader takes them
//! for that.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::catalogue::SEVERAL;
use super::disclosure::{self, Dimensions, Memory, Part, Place, Population, Published, Refused, Shown, Table};
use super::figures::{Cell, Figures};
use super::listing::{Listing, Outside};
use super::period::{Period, parse_period};
use super::protect::{self, Rule};
use super::shape::{Axis, Counted, Labels, Totals, crossed};
use super::tally::Counts;

/// What holds of all that a report counts, and what every reader knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extent {
    /// The first day and the last.
    pub days: Option<Period>,
    /// The only member of a dimension that is counted: one district, one team.
    pub only: Vec<(&'static str, String)>,
    /// All members of what is told by no closed list.
    pub known: Dimensions,
    /// The day on which it is made.
    pub on: NaiveDate,
}

/// The dimension of days.
const DAYS: &str = "days";

/// The member that they are of, of whom a field does not say of which.
const UNSAID: &str = "";

/// Words of a listing and the members that the table calls so.
type Words = &'static [(&'static str, &'static str)];

/// What a line of a listing tells of by another word than the table does.
const LISTED: &[(&str, &str, Words)] =
    &[("over_7", "started", &[("no", "within_7"), ("yes", "over_7"), ("", "waiting")])];

/// A field that does not say where a record stands, and the axis it would stand on.
const SAYS: &[(&str, &str)] = &[("areas", "area")];

/// Figures as they may leave the house, and what is to be remembered when they do.
///
/// # Errors
/// When something that is masked, here or in what has left already, could be worked out from them; or when nobody could
/// say in time.
pub fn publish(
    counts: &Counts,
    rule: Rule,
    extent: &Extent,
    memory: &Memory,
) -> Result<(Figures, Vec<Published>), Refused> {
    let Some(masking) = rule.masking() else { return Ok((protect::protect(counts, rule), Vec::new())) };
    let mut press = Press { counts, masking, extent, known: Dimensions::default(), memory: memory.clone(), told: 0 };
    press.learn();
    let missing = press.missing()?;
    let rows = Side::rows(counts, extent, &press.known);
    let columns = Side::columns(counts);
    let table =
        Table::new(press.population(), press.around(), (rows.lines.clone(), columns.lines.clone()), |row, column| {
            count(counts, rows.label(row), &columns, column)
        });
    let shown = press.print(&table, masking)?;
    let listing = counts.report.listing.map(|listed| {
        let stands = press.listing(&shown);
        Listing::standing(listed, &counts.lines, &|group| stands.contains(group))
    });
    let told: Vec<Published> = press.memory.0.split_off(press.memory.0.len() - press.told);
    let told = told.into_iter().filter(|table| !memory.knows(table)).collect();
    let cell = |row: usize, column: usize| shown.cell(row, column);
    let cells = (0..counts.rows.len()).map(|row| {
        let of = |column: usize| {
            let (count, cell) = (counts.cells[row][column], cell(rows.at[row], columns.at[column]));
            match cell {
                _ if count.is_unmeasured => Cell::NotMeasured,
                // A whole of which all is masked is no zero.
                Cell::Number(0) if count.number > 0 => Cell::Masked,
                cell => cell,
            }
        };
        (0..counts.columns.len()).map(of).collect()
    });
    let total_of = |column: usize| rows.total.map(|row| cell(row, column));
    let beside = columns.total.map(|total| rows.at.iter().map(|row| cell(*row, total)).collect());
    let below = rows.total.map(|_| columns.at.iter().copied().chain(columns.total).filter_map(total_of).collect());
    let is_shielded = !shown.further.is_empty();
    let figures = protect::figures(counts, rule, (cells.collect(), beside, below), missing, listing);
    Ok((Figures { is_shielded, ..figures }, told))
}

/// Whatever is in one report, as it is printed.
struct Press<'a> {
    counts: &'a Counts,
    masking: disclosure::Rule,
    extent: &'a Extent,
    known: Dimensions,
    /// What has left the house, and what is about to.
    memory: Memory,
    /// How much of that is about to.
    told: usize,
}

impl Press<'_> {
    /// Gathers what every reader knows: the members of each dimension.
    fn learn(&mut self) {
        let population = self.population();
        let mut known = self.extent.known.0.clone();
        let mut learn = |place: &Place| {
            for (dimension, part) in &place.0 {
                if let Part::Members(members) = part {
                    known.entry(dimension.clone()).or_default().extend(members.iter().cloned());
                }
            }
        };
        let same = self.memory.0.iter().filter(|published| published.population.name == population.name);
        for published in same {
            published.rows.iter().chain(&published.columns).chain([&published.around]).for_each(&mut learn);
        }
        learn(&self.around());
        for axis in self.axes() {
            if axis.labels == Labels::InTime {
                continue;
            }
            let members = known.entry(axis.name.to_owned()).or_default();
            members.extend(axis.labels.closed().map(str::to_owned));
            members.insert(UNSAID.to_owned());
        }
        for sum in self.counts.report.sums.iter().filter(|sum| sum.is_told) {
            known.entry(self.counts.report.columns.name.to_owned()).or_default().insert(besides(sum.whole));
        }
        for (axis, member) in self.counts.rows.iter().flat_map(|label| self.counts.by.parts(label)) {
            known.entry(axis.name.to_owned()).or_default().insert(member.to_owned());
        }
        self.known = Dimensions(known);
    }

    fn population(&self) -> Population {
        let (report, by) = (self.counts.report, self.counts.by);
        // One record stands on several lines of these: they are counts of something else.
        let name = match SEVERAL.contains(&(report.name, by.name)) {
            true => format!("{}/{}", report.name, by.name),
            false => report.counts_as().to_owned(),
        };
        let population = Population::named(&name);
        if report.counted == Counted::OncePerCell { population.apart(DAYS) } else { population }
    }

    fn around(&self) -> Place {
        let only = self.extent.only.iter();
        let within = self.counts.report.within();
        let place =
            within.map_or(Place::default(), |(dimension, member)| Place::default().with(dimension, Part::one(member)));
        let place = only.fold(place, |place, (dimension, member)| place.with(dimension, Part::one(member)));
        self.extent.days.map_or(place.clone(), |days| place.with(DAYS, Part::Days(days.from, days.to)))
    }

    /// Masks a table beside all that is known, and is about to tell it.
    fn print(&mut self, table: &Table, rule: disclosure::Rule) -> Result<Shown, Refused> {
        let shown = disclosure::protect(table, rule, &self.memory, &self.known)?;
        self.memory.keep(table, &shown, self.extent.on);
        self.told += 1;
        Ok(shown)
    }

    /// How many stand in no cell, by field: each is a count like others, and where there are none a reader knows that
    /// nobody else is in the whole.
    fn missing(&mut self) -> Result<Vec<Cell>, Refused> {
        let axis_of =
            |field: &'static str| SAYS.iter().find(|(name, _)| *name == field).map_or(field, |(_, axis)| *axis);
        let told = |axis: &str| self.counts.missing.iter().any(|(field, _)| axis_of(field) == axis);
        let axes = self.axes().into_iter().filter(|axis| axis.labels != Labels::InTime && !told(axis.name));
        for axis in axes.collect::<Vec<_>>() {
            self.print(&self.of_field(axis.name, axis.name, 0), self.masking)?;
        }
        let missing = self.counts.missing.clone();
        missing
            .into_iter()
            .map(|(field, count)| {
                let table = self.of_field(field, axis_of(field), count);
                Ok(self.print(&table, self.masking)?.cell(0, 0))
            })
            .collect()
    }

    /// What rows and columns are told by.
    fn axes(&self) -> Vec<&'static Axis> {
        self.counts.by.dimensions().into_iter().chain([&self.counts.report.columns]).collect()
    }

    fn of_field(&self, field: &str, axis: &str, count: u32) -> Table {
        let line = disclosure::Axis::single(field);
        let (population, around) = if self.axes().iter().any(|known| known.name == axis) {
            (self.population(), self.around().with(axis, Part::one(UNSAID)))
        } else {
            (Population { name: format!("{}/{field}", self.population().name), ..self.population() }, self.around())
        };
        Table::new(population, around, (line, disclosure::Axis::single(field)), |_, _| Some(count))
    }

    /// Which lines of records stand: those that enough others are like, if that tells nothing of the table.
    fn listing(&mut self, shown: &Shown) -> BTreeSet<Vec<String>> {
        let Some(columns) = self.counts.report.listing else { return BTreeSet::new() };
        let mut alike: BTreeMap<Vec<String>, u32> = BTreeMap::new();
        for line in &self.counts.lines {
            *alike.entry(Listing::group(columns, line)).or_default() += 1;
        }
        let is_any = |row: &Vec<Cell>| row.contains(&Cell::Masked);
        let is_any_small = alike.values().any(|count| self.masking.is_small(*count));
        // Where every line stands, they tell all there is, and with it what the table masks.
        if alike.is_empty() || !is_any_small && shown.rows().iter().any(is_any) {
            return BTreeSet::new();
        }
        let grouped: Vec<&str> =
            columns.iter().filter(|(_, outside)| *outside == Outside::Grouped).map(|(name, _)| *name).collect();
        let groups: Vec<(Vec<String>, u32)> = alike.into_iter().collect();
        let lines = groups.iter().fold(disclosure::Axis::default(), |lines, (group, _)| {
            lines.line(&group.join(" "), group_place(&grouped, group))
        });
        let mut rule = self.masking;
        rule.totals = disclosure::Totals::Shown;
        let table =
            Table::new(self.population(), self.around(), (lines, disclosure::Axis::single("lines")), |row, _| {
                groups.get(row).map(|(_, count)| *count)
            });
        let Ok(shown) = self.print(&table, rule) else { return BTreeSet::new() };
        let stands = |(row, (group, _)): (usize, (Vec<String>, u32))| {
            matches!(shown.cell(row, 0), Cell::Number(_)).then_some(group)
        };
        groups.into_iter().enumerate().filter_map(stands).collect()
    }
}

/// Whom a line of a listing is like.
fn group_place(columns: &[&str], group: &[String]) -> Place {
    columns.iter().zip(group).fold(Place::default(), |place, (column, told)| {
        let other = LISTED.iter().find(|(name, ..)| name == column);
        let Some((_, dimension, words)) = other else { return place.with(column, Part::one(told)) };
        let member = words.iter().find(|(word, _)| word == told).map_or(told.as_str(), |(_, member)| *member);
        place.with(dimension, Part::one(member))
    })
}

/// What a column that holds others holds besides them.
fn besides(whole: &str) -> String {
    format!("{whole}+")
}

/// How many a line that is counted has in a column that is.
fn count(counts: &Counts, row: Option<usize>, columns: &Side, column: usize) -> Option<u32> {
    // Labels that do not occur are zero.
    let Some(cells) = row.and_then(|row| counts.cells.get(row)) else { return Some(0) };
    if let Some(place) = columns.label(column) {
        let count = cells.get(place)?;
        return (!count.is_unmeasured).then_some(count.number);
    }
    let Some((_, whole)) = columns.besides.iter().find(|(at, _)| *at == column) else { return Some(0) };
    let sum = counts.report.sum(whole)?;
    let Some(whole) = counts.place(whole).and_then(|place| cells.get(place)) else { return Some(0) };
    let parts = sum.parts.iter().filter_map(|part| cells.get(counts.place(part)?));
    (!whole.is_unmeasured).then_some(whole.number.saturating_sub(parts.map(|part| part.number).sum()))
}

/// The lines of a table on one side, and where those of the counts stand among them.
struct Side {
    lines: disclosure::Axis,
    /// By the places of labels.
    at: Vec<usize>,
    total: Option<usize>,
    /// What columns that hold others hold besides them.
    besides: Vec<(usize, &'static str)>,
}

impl Side {
    /// The label that a line is.
    fn label(&self, line: usize) -> Option<usize> {
        self.at.iter().position(|at| *at == line)
    }

    fn rows(counts: &Counts, extent: &Extent, known: &Dimensions) -> Self {
        let mut lines = disclosure::Axis::default();
        for label in &counts.rows {
            lines = lines.line(label, place(counts.by, label, extent));
        }
        let absent: Vec<String> = match counts.by.labels {
            Labels::InTime => in_between(counts, extent),
            Labels::Crossed(one, other) => all_of(one, known)
                .flat_map(|first| all_of(other, known).map(move |second| crossed(first, second)))
                .collect(),
            _ => known.0.get(counts.by.name).into_iter().flatten().cloned().collect(),
        };
        for label in absent.iter().filter(|label| !counts.rows.contains(label) && *label != UNSAID) {
            lines = lines.line(label, place(counts.by, label, extent));
        }
        let mut total = None;
        if counts.report.totals != Totals::Neither {
            total = Some(lines.lines().len());
            lines = lines.total("total");
        }
        Self { lines, at: (0..counts.rows.len()).collect(), total, besides: Vec::new() }
    }

    fn columns(counts: &Counts) -> Self {
        let (report, axis) = (counts.report, &counts.report.columns);
        let mut lines = disclosure::Axis::default();
        let mut at: BTreeMap<&str, usize> = BTreeMap::new();
        let of = |member: &str| Place::default().with(axis.name, Part::one(member));
        for label in axis.labels.closed().filter(|label| report.sum(label).is_none()) {
            at.insert(label, lines.lines().len());
            lines = lines.line(label, of(label));
        }
        let leaves: Vec<usize> = at.values().copied().collect();
        let mut further = Vec::new();
        for sum in report.sums {
            let mut parts: Vec<usize> = sum.parts.iter().filter_map(|part| at.get(part).copied()).collect();
            if sum.is_told {
                further.push((lines.lines().len(), sum.whole));
                parts.push(lines.lines().len());
                lines = lines.line(&besides(sum.whole), of(&besides(sum.whole)));
            }
            at.insert(sum.whole, lines.lines().len());
            lines = lines.sum(sum.whole, &parts);
        }
        let mut total = None;
        if report.totals == Totals::Both {
            total = Some(lines.lines().len());
            lines = lines.sum("total", &leaves);
        }
        let at = counts.columns.iter().map(|label| at.get(label).copied().unwrap_or(usize::MAX)).collect();
        Self { lines, at, total, besides: further }
    }
}

/// All members of an axis that a line can be of.
fn all_of<'k>(axis: &Axis, known: &'k Dimensions) -> impl Iterator<Item = &'k String> {
    known.0.get(axis.name).into_iter().flatten().filter(|member| *member != UNSAID)
}

/// Whom a label counts.
fn place(axis: &'static Axis, label: &str, extent: &Extent) -> Place {
    if axis.labels != Labels::InTime {
        let parts = axis.parts(label).into_iter();
        return parts.fold(Place::default(), |place, (axis, member)| place.with(axis.name, Part::one(member)));
    }
    let Some(told) = parse_period(label, extent.on) else { return Place::default() };
    let within = extent.days.map_or(told, |days| Period { from: told.from.max(days.from), to: told.to.min(days.to) });
    let days = if within.from <= within.to { within } else { told };
    Place::default().with(DAYS, Part::Days(days.from, days.to))
}

/// The labels of time that lie between those of a table, or the ends of its days: nobody is counted there.
fn in_between(counts: &Counts, extent: &Extent) -> Vec<String> {
    let spans: Vec<Period> = counts.rows.iter().filter_map(|label| parse_period(label, extent.on)).collect();
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return Vec::new() };
    let is_long = |days: &Period| (days.to - days.from).num_days() > LONG;
    let days = extent.days.filter(|days| !is_long(days));
    let (from, to) = days.map_or((first.from, last.to), |days| (days.from, days.to));
    let Some(label) = counts.rows.first() else { return Vec::new() };
    let mut labels = Vec::new();
    let mut day = from;
    while day <= to {
        let Some(own) = like(label, day) else { break };
        let Some(next) = parse_period(&own, extent.on).and_then(|span| span.to.succ_opt()) else { break };
        labels.push(own);
        day = next;
    }
    labels
}

/// The days of a table whose empty weeks and months are told one by one.
const LONG: i64 = 5 * 366;

/// The label of a day, written as another label is.
fn like(label: &str, day: NaiveDate) -> Option<String> {
    let form = match label.len() {
        4 => "%Y",
        7 => "%Y-%m",
        8 => "%G-W%V",
        _ => return None,
    };
    Some(day.format(form).to_string())
}
