//! Figures in words: what reports, their axes and labels are called, what they count and by which rule they are
//! protected.

use super::{Locale, arg};
use crate::domain::bounds::EARLIEST;
use crate::domain::report::{
    Axis, Cell, Chart, Figure, Figures, Labels, Missing, Report, Rule, Summary, TOTAL, parted,
};

impl Locale {
    /// A report and its period.
    pub fn report_title(&self, report: &Report, from: &str, to: &str) -> String {
        // Whatever the casebook holds has no first day that says anything.
        let is_whole = from == EARLIEST.to_string();
        let from = if is_whole { self.say("report-from-the-beginning") } else { from.to_owned() };
        self.tell(&format!("report-{}", report.name), &[("from", arg(from)), ("to", arg(to))])
    }

    /// What a report counts, and how.
    pub fn report_definition(&self, report: &Report) -> String {
        self.say(&format!("report-{}-definition", report.name))
    }

    /// Among whom a report counts.
    pub fn report_population(&self, report: &Report) -> String {
        self.say(&format!("report-{}-population", report.name))
    }

    /// What becomes of small counts.
    pub fn report_rule(&self, rule: Rule) -> String {
        match rule {
            Rule::Masked { threshold } => self.tell("report-masked", &[("threshold", arg(threshold))]),
            Rule::TrueTotals { threshold } => self.tell("report-true-totals", &[("threshold", arg(threshold))]),
            Rule::Internal => self.say("report-internal"),
        }
    }

    /// What a mask stands for in figures, and what totals are.
    pub fn figures_rule(&self, figures: &Figures) -> String {
        match figures.rule {
            Rule::Masked { threshold } if figures.is_shielded => {
                self.tell("report-masked-beside", &[("threshold", arg(threshold))])
            }
            rule => self.report_rule(rule),
        }
    }

    /// What the labels of an axis are told by.
    pub fn axis(&self, axis: &Axis) -> String {
        self.say(&format!("axis-{}", axis.name))
    }

    /// A label of an axis; a rule that a unit has made is told by its name in the unit's file.
    pub fn figure_label(&self, axis: &Axis, label: &str) -> String {
        match (axis.labels, axis.labels.words()) {
            _ if label == TOTAL => self.say("report-total"),
            (_, Some(words)) => self.say(&format!("{words}-{label}")),
            (Labels::AsFound, _) => self.said(&format!("rule-name-{label}")).unwrap_or_else(|| label.to_owned()),
            (Labels::Crossed(one, other), _) => {
                let (first, second) = parted(label);
                format!("{}, {}", self.figure_label(one, first), self.figure_label(other, second).to_lowercase())
            }
            _ => label.to_owned(),
        }
    }

    /// A figure in a table.
    pub fn figure(&self, cell: Cell) -> String {
        match cell {
            Cell::NotMeasured => self.say("report-not-measured"),
            cell => cell.to_string(),
        }
    }

    /// What is missing, and of how many.
    pub fn missing_figure(&self, missing: &Missing) -> String {
        let field = self.say(&format!("missing-{}", missing.field));
        let (count, of) = (missing.count.to_string(), missing.of.to_string());
        self.tell("report-missing", &[("field", arg(field)), ("count", arg(count)), ("of", arg(of))])
    }

    /// What is missing, a line a field; that nothing is, where nothing is.
    pub fn missing_figures(&self, figures: &Figures) -> Vec<String> {
        if figures.missing.is_empty() {
            return vec![self.say("report-none-missing")];
        }
        figures.missing.iter().map(|missing| self.missing_figure(missing)).collect()
    }

    /// A figure beside the table.
    pub fn summary(&self, summary: &Summary) -> String {
        let figure = match summary.figure {
            Figure::Open => self.say("report-open"),
            Figure::NotMeasured => self.say("report-nothing-of"),
            Figure::Tenths(_) => {
                let figure = summary.figure.to_string().replace('.', &self.say("decimal-sign"));
                if summary.is_share { format!("{figure} %") } else { figure }
            }
            Figure::Masked => summary.figure.to_string(),
        };
        let unnamed = || self.say("report-unnamed");
        let of = summary.of.clone().filter(|of| !of.is_empty()).unwrap_or_else(unnamed);
        self.tell(&format!("summary-{}", summary.name), &[("of", arg(of)), ("figure", arg(figure))])
    }

    /// The title of a chart.
    pub fn chart_title(&self, chart: &Chart) -> String {
        let along = self.axis(chart.along).to_lowercase();
        match (&chart.of, &chart.periods) {
            (Some((axis, label)), _) => {
                self.tell("chart-of", &[("what", arg(self.figure_label(axis, label))), ("along", arg(along))])
            }
            (None, Some((before, after))) => {
                self.tell("chart-before-after", &[("before", arg(before.as_str())), ("after", arg(after.as_str()))])
            }
            (None, None) => along,
        }
    }

    /// A chart as a sentence: the greatest, the least, how many are masked.
    pub fn chart_sentence(&self, chart: &Chart) -> String {
        let extremes = chart.extremes();
        let told = |key: &str, (label, number): (&str, u32)| {
            self.tell(key, &[("label", arg(self.figure_label(chart.along, label))), ("count", arg(number.to_string()))])
        };
        let most = extremes.most.map(|most| told("chart-most", most));
        let least = extremes.least.map(|least| told("chart-least", least));
        let masked = extremes.masked;
        let masked = (masked > 0).then(|| self.tell("chart-masked", &[("count", arg(masked))]));
        let parts: Vec<String> = most.into_iter().chain(least).chain(masked).collect();
        if extremes.most.is_none() {
            return parts.into_iter().fold(self.say("chart-nothing"), |told, part| format!("{told} {part}"));
        }
        parts.join("; ")
    }

    /// A figure by its row and its column.
    pub fn figure_named(&self, report: &Report, by: &Axis, (row, column): (&str, &str)) -> String {
        let (row, column) = (self.figure_label(by, row), self.figure_label(&report.columns, column));
        self.tell("report-figure", &[("row", arg(row)), ("column", arg(column))])
    }

    /// A field that is missing.
    pub fn missing_named(&self, field: &str) -> String {
        self.tell("report-missing-of", &[("field", arg(self.say(&format!("missing-{field}"))))])
    }

    /// What stands below a table, a line each: what is missing, what lies beside it, what it counts, by which rule.
    pub fn below_figures(&self, figures: &Figures, made: &str) -> Vec<String> {
        let mut lines: Vec<String> = figures.summary.iter().map(|summary| self.summary(summary)).collect();
        if figures.rule != Rule::Internal {
            lines.push(self.figures_rule(figures));
        }
        if figures.listing.as_ref().is_some_and(|listing| listing.left_out != Cell::Number(0)) {
            lines.push(self.say("report-left-out"));
        }
        let until = figures.until.iter();
        lines.extend(until.map(|(label, day)| {
            self.tell("report-part", &[("label", arg(label.as_str())), ("day", arg(day.to_string()))])
        }));
        lines.extend(self.missing_figures(figures));
        lines.push(self.report_definition(figures.report));
        lines.push(self.report_population(figures.report));
        if figures.rule == Rule::Internal {
            lines.push(self.report_rule(figures.rule));
        }
        lines.push(self.tell("report-made", &[("day", arg(made))]));
        lines
    }
}
