//! What is kept in the family's folder, as it stands in its file: assessments with their parts, the last version of
//! each paper whole, checklists by time, school, leisure, health.

use std::collections::BTreeSet;

use super::sheet::{Line, Maker, Weight, line};
use crate::app::layer::folder::{Teller, sums};
use crate::domain::assessment::{ASSESSMENT, assessment_draft};
use crate::domain::checklist::Occasion;
use crate::domain::entry::Form;
use crate::domain::ids::PersonId;
use crate::domain::paper::{form_of, paper_draft};
use crate::locale::{Language, arg};

/// The parts of an assessment that are told whole.
const PARTS: Form = Form { fields: ASSESSMENT.fields.split_at(4).1, ..ASSESSMENT };

impl Maker<'_> {
    fn told<T>(&self, tell: impl FnOnce(&Teller<'_>) -> T) -> T {
        let name = |id: PersonId| self.name(id);
        tell(&Teller { locale: self.locale, today: self.sheet.today, name: &name })
    }

    /// All of it, by the names of its parts.
    pub(super) fn kept(&self) -> [(&'static str, Vec<Line>); 6] {
        [
            ("assessments", self.assessments()),
            ("checklists", self.checklists()),
            ("papers", self.papers()),
            ("schooling", self.schooling()),
            ("obstacles", self.obstacles()),
            ("health", self.health()),
        ]
    }

    /// Assessments of contact, each with its parts.
    fn assessments(&self) -> Vec<Line> {
        let each = self.sheet.folder.assessments.iter().map(|stored| &stored.value);
        let lines = each.flat_map(|one| {
            let who = self.between(one.child, &[one.with]);
            let mut lines = vec![self.on(Weight::Past, one.on, String::new(), who)];
            lines.extend(self.fields(&PARTS, &assessment_draft(one, "", &[])));
            lines
        });
        lines.collect()
    }

    /// Checklists that somebody has begun: how many lines of each are dealt with.
    fn checklists(&self) -> Vec<Line> {
        let ticks = || self.sheet.folder.ticks.iter().map(|stored| &stored.value);
        let time = |tick: &crate::domain::tick::Tick| {
            (tick.checklist.clone(), Occasion { person: tick.person, on: tick.occasion_on })
        };
        let mut times: Vec<(String, Occasion)> = ticks().map(time).collect();
        times.sort_by_key(|(name, of)| (of.on, name.clone(), of.person));
        times.dedup();
        let lines = times.into_iter().map(|(name, of)| {
            let mine = ticks().filter(|tick| time(tick) == (name.clone(), of));
            let list = self.words.lists.of(&name);
            let (done, lines) = list.map_or((0, 0), |list| list.counted(mine, &BTreeSet::new()));
            let title = list.map_or(name.as_str(), |list| match self.locale.language() {
                Language::Swedish => list.title_sv.as_str(),
                Language::English => list.title_en.as_str(),
            });
            let count = self.locale.tell("checklist-count", &[("done", arg(done)), ("of", arg(lines))]);
            let mut parts = vec![title.to_owned()];
            parts.extend(of.person.map(|person| self.name(person)));
            parts.push(count);
            self.on(Weight::Past, of.on, String::new(), parts.join(" · "))
        });
        lines.collect()
    }

    /// The papers; of each the last version stands whole, those before it are named.
    fn papers(&self) -> Vec<Line> {
        let papers = &self.sheet.folder.papers;
        let lines = papers.iter().flat_map(|stored| {
            let one = &stored.value;
            let number = Teller::number(papers, stored);
            let told = self.told(|teller| teller.paper(one, number));
            let is_last = number.0 == number.1;
            let weight = if is_last { Weight::Past } else { Weight::Quiet };
            let mut lines = vec![self.on(weight, one.on, String::new(), told)];
            if is_last {
                let form = form_of(one.kind);
                let asked = form.fields.iter().filter(|field| form.asked.contains(&field.key));
                let told = asked.filter(|field| !["person", "on", "made_with", "scale"].contains(&field.key));
                let draft = paper_draft(one, "", &[]);
                lines.extend(told.flat_map(|field| self.field(form.kind, field, &draft)));
            }
            lines
        });
        lines.collect()
    }

    /// Terms at school, and what has come of them after two.
    fn schooling(&self) -> Vec<Line> {
        let folder = &self.sheet.folder;
        let mut lines: Vec<Line> =
            self.told(|teller| sums(folder, teller)).into_iter().map(|text| line(Weight::Quiet, text)).collect();
        for one in folder.schooling.iter().map(|stored| &stored.value) {
            lines.push(line(Weight::Past, self.told(|teller| teller.schooling(one))));
            lines.extend(one.note.iter().flat_map(|note| note.lines()).map(|text| line(Weight::Text, text.to_owned())));
        }
        lines
    }

    /// Obstacles to leisure.
    fn obstacles(&self) -> Vec<Line> {
        let each = self.sheet.folder.obstacles.iter().map(|stored| &stored.value);
        let lines = each.map(|one| {
            let weight = if one.solved_on.is_some() { Weight::Past } else { Weight::Ahead };
            self.on(weight, one.on, String::new(), self.told(|teller| teller.obstacle(one)))
        });
        lines.collect()
    }

    /// Health contacts.
    fn health(&self) -> Vec<Line> {
        let each = self.sheet.folder.health.iter().map(|stored| &stored.value);
        let lines = each.map(|one| {
            let weight = match self.told(|teller| teller.is_waiting(one)) {
                _ if one.followed_up_on.is_some() => Weight::Past,
                true => Weight::Missing,
                false => Weight::Ahead,
            };
            self.on(weight, one.asked_on, String::new(), self.told(|teller| teller.health(one)))
        });
        lines.collect()
    }
}
