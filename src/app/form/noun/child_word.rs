//! The form of a child's own words.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::child_word::{CHILD_WORD, Quotation, child_word_draft, read_child_word};
use crate::domain::codes::{Code, HeardAt};
use crate::domain::entry::Draft;
use crate::domain::ids::{ChildWordId, FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Children's own words.
pub static CHILD_WORDS: FormNoun = FormNoun { name: "child_word", table: &CHILD_WORD, save, at };

/// New words of a child, heard today by whoever writes.
pub(in crate::app) fn new(cx: &Cx, family: FamilyId, child: Option<PersonId>) -> Result<Form, Problem> {
    let case_ref = cx.case_ref(family)?;
    let members = cx.members(family)?;
    let draft = Draft::default()
        .with("case_ref", &case_ref)
        .with_people("child", child, &members)
        .with("on", cx.locale.say("today"))
        .with("heard_at", HeardAt::Session.code())
        .with("heard_by", cx.user());
    Ok(Form::new(&CHILD_WORDS, What::of_family(&case_ref), draft, &cx.locale).at(if child.is_some() {
        "words"
    } else {
        "child"
    }))
}

/// Words that are there.
pub(in crate::app) fn over(cx: &Cx, id: ChildWordId) -> Result<Form, Problem> {
    let stored: Stored<Quotation> = cx.store.get(id)?;
    Ok(Form::new(&CHILD_WORDS, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, words: &Quotation) -> Result<Draft, Problem> {
    drafted(cx, words.family, |case_ref, members| child_word_draft(words, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => {
            let draft = Draft::default().with("case_ref", case_ref);
            Ok(Some(Form::new(&CHILD_WORDS, What::of_family(case_ref), draft, &cx.locale)))
        }
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = read_child_word(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |words| draft_of(cx, words))
}
