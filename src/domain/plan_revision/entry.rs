//! Rows of revisions. Nobody fills them in: they are written with the goal that they are about.

use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, GOAL_NUMBER, Need, Reader, Shape};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::plan_revision::PlanRevision;
use crate::domain::problem::Problem;
use crate::domain::text::{Leaning, join_list, split_list};

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The columns of revisions. What changed may be as long as all of a goal.
pub const PLAN_REVISION: Form = Form {
    kind: "plan-revisions",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "person", shape: Shape::Member, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "by", shape: Shape::Colleague, need: Required },
        Field { key: "goal", shape: GOAL_NUMBER, need: Required },
        Field { key: "was", shape: Shape::Note, need: Optional },
        Field { key: "is", shape: Shape::Note, need: Optional },
    ],
    asked: &[],
};

impl Noun for PlanRevision {
    const COLUMNS: &'static Form = &PLAN_REVISION;
    const SHOWN: &'static [Shown] =
        &[Column("on"), Whose, Column("person"), Column("goal"), Column("is"), Column("by")];
    const TURN: Turn = Turn::Last;

    fn read(mut reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        let family = reader.family("case_ref", with.names)?;
        let person = whom::one(&mut reader, "person", family, with.names)?;
        let on = reader.past_day("on");
        let by = reader.colleague("by");
        let goal = reader.number("goal");
        let [was, is] = ["was", "is"].map(|key| split_list(&reader.note(key).unwrap_or_default(), false));
        let revision = (|| Some(Self { family: family?, person: person?, on: on?, by: by?, goal: goal?, was, is }))();
        Ok(reader.finish(revision))
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        Draft::default()
            .with_family("case_ref", self.family, said.case_ref)
            .with_people("person", [self.person], said.members)
            .with("on", self.on.to_string())
            .with("by", &self.by)
            .with("goal", self.goal.to_string())
            .with("was", join_list(&self.was))
            .with("is", join_list(&self.is))
    }

    fn is_same(&self, _: &Self) -> bool {
        false
    }
}
