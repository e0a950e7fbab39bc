//! What stands below a report: how far it is counted, by which rule, figures beside it, of whom it is told. The table
//! has whatever rows that leaves.

use super::{NAMES, Reports, rows};
use crate::app::cx::Cx;
use crate::app::layout::{self, WIDE};
use crate::domain::codes::PHASES;
use crate::domain::report::{Figures, Rule};
use crate::locale::arg;
use crate::measure::wrap;

/// Columns of the catalogue where a report stands beside it.
pub const BESIDE: u16 = 34;

/// The fewest rows of a table, whatever stands below it.
const FEWEST: u16 = 5;

/// How a line below is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// What is at work.
    Heading,
    /// What somebody must see.
    Alarm,
    /// What narrows the report.
    Strong,
    /// A figure.
    Plain,
    /// What explains.
    Quiet,
}

impl Reports {
    /// The lines below the table, as sentences.
    pub fn below(&self, cx: &Cx, figures: &Figures) -> Vec<(String, Tone)> {
        let locale = &cx.locale;
        let mut told = Vec::new();
        if let Some(counting) = &self.counting {
            told.push((locale.tell("report-counting", &[("share", arg(counting.per_cent()))]), Tone::Heading));
        } else if self.is_part {
            told.push((locale.say("report-stopped"), Tone::Alarm));
        }
        let is_inside = figures.rule == Rule::Internal;
        told.push((locale.figures_rule(figures), if is_inside { Tone::Alarm } else { Tone::Quiet }));
        let (each, all): (Vec<_>, Vec<_>) = figures.summary.iter().partition(|summary| summary.of.is_some());
        let all: Vec<String> = all.into_iter().map(|summary| locale.summary(summary)).collect();
        told.extend((!all.is_empty()).then(|| (all.join(" · "), Tone::Plain)));
        told.extend(each.into_iter().map(|summary| (locale.summary(summary), Tone::Plain)));
        told.extend(self.whom(cx).map(|whom| (locale.tell("report-only", &[("whom", arg(whom))]), Tone::Strong)));
        let until = figures.until.iter().map(|(label, day)| {
            locale.tell("report-part", &[("label", arg(label.as_str())), ("day", arg(day.to_string()))])
        });
        told.extend(until.map(|part| (part, Tone::Plain)));
        if figures.missing.is_empty() {
            told.push((locale.say("report-none-missing"), Tone::Quiet));
        }
        let choices = self.report().into_iter().flat_map(|report| report.choices());
        let choices: Vec<String> = choices.map(|name| locale.say(&format!("axis-{name}")).to_lowercase()).collect();
        if choices.len() > 1 {
            let by = locale.axis(figures.by).to_lowercase();
            // Some are called by two words with a comma between them.
            let args = [("by", arg(by)), ("all", arg(choices.join(" · ")))];
            told.push((locale.tell("report-by", &args), Tone::Quiet));
        }
        told
    }

    /// Of whom it is told, where that is not of all.
    fn whom(&self, cx: &Cx) -> Option<String> {
        let filter = &self.filter;
        let phase = filter.phase.as_ref().map(|phase| cx.locale.code(PHASES, phase));
        let is_kept_back = cx.redactor().is_some();
        let district =
            filter.district.as_ref().map(|district| if is_kept_back { "…".to_owned() } else { district.clone() });
        let whom = [district, phase, filter.team.as_ref().map(|(_, name)| name.clone())];
        let whom: Vec<String> = whom.into_iter().flatten().collect();
        (!whom.is_empty()).then(|| whom.join(" · "))
    }

    /// How many rows of the screen the table has.
    pub fn page(&self, cx: &Cx, figures: &Figures) -> u16 {
        let columns = cx.world.size.0;
        let room = if columns >= WIDE { columns.saturating_sub(BESIDE + 1) } else { columns };
        let room = usize::from(room.saturating_sub(2));
        let below: usize = self.below(cx, figures).iter().map(|(text, _)| wrap(text, room).len()).sum();
        let left = layout::body(cx.world.size.1).saturating_sub(NAMES);
        let left = left.saturating_sub(u16::try_from(below).unwrap_or(u16::MAX)).max(FEWEST);
        // Where not all has room, a row says so.
        left - u16::from(rows::lines(figures).len() > usize::from(left))
    }
}
