//! A paper that is read: one version of it, or what has changed in it since the version before.

mod compare;

use super::folder::{Teller, called};
use super::{Place, Then};
use crate::app::cx::Cx;
use crate::app::form::{in_words, noun};
use crate::app::keys::{Action, Scope};
use crate::app::list::{Look, Scroll, TextRow, columns, room};
use crate::domain::access::Right;
use crate::domain::entry::{Draft, Field, Shape};
use crate::domain::ids::{FamilyId, PaperId};
use crate::domain::paper::{Paper, form_of, paper_draft};
use crate::domain::problem::{Kind, Problem};
use crate::locale::Locale;
use crate::measure::label_columns;
use crate::store::Stored;

pub use compare::{Change, compare};

/// What is shown of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// The version itself.
    Version,
    /// What has changed since the one before.
    Changes,
}

/// A paper on the screen.
#[derive(Debug)]
pub struct PaperReading {
    /// Whose.
    pub family: FamilyId,
    /// What is shown.
    pub shows: Shows,
    /// How far it has been read.
    pub scroll: Scroll,
    /// The title.
    pub title: String,
    /// Its versions, oldest first.
    versions: Vec<Stored<Paper>>,
    at: usize,
}

/// Opens a version of a paper to be read.
pub(in crate::app) fn read_paper(cx: &Cx, family: FamilyId, id: PaperId) -> Result<Then, Problem> {
    let mut reading = PaperReading {
        family,
        shows: Shows::Version,
        scroll: Scroll::default(),
        title: String::new(),
        versions: Vec::new(),
        at: 0,
    };
    reading.read(cx, id)?;
    Ok(reading.into())
}

/// Columns of a label at the least.
const LABEL: u16 = 14;

/// The fields that a title says already.
const IN_TITLE: [&str; 3] = ["person", "on", "made_with"];

/// A version of a paper in rows, as the form asks for its fields; who does what stands a line each.
pub fn paper_rows(locale: &Locale, paper: &Paper, columns: usize) -> Vec<TextRow> {
    let draft = paper_draft(paper, "", &[]);
    let asked = || fields(paper).filter(|field| !draft.get(field.key).is_empty());
    let label: usize =
        label_columns(asked().map(|field| locale.column(form_of(paper.kind).kind, field.key)), LABEL).into();
    let mut rows = Vec::new();
    for field in asked() {
        let mut name = locale.column(form_of(paper.kind).kind, field.key);
        let text = said(field, &draft, locale);
        let mut lines: Vec<&str> = text.lines().collect();
        if lines.is_empty() {
            lines.push("");
        }
        for line in lines {
            rows.extend(TextRow::labelled(&name, label, line, Look::Text, columns));
            name = String::new();
        }
        rows.push(TextRow::blank());
    }
    rows.pop();
    rows
}

/// The fields of a paper's form that its title does not say.
fn fields(paper: &Paper) -> impl Iterator<Item = &'static Field> {
    let form = form_of(paper.kind);
    form.asked.iter().filter(|key| !IN_TITLE.contains(*key)).filter_map(|key| form.field(key))
}

fn said(field: &Field, draft: &Draft, locale: &Locale) -> String {
    match field.shape {
        Shape::Note => draft.get(field.key).to_owned(),
        shape => in_words(shape, draft.get(field.key), locale),
    }
}

/// What has changed between two versions, field by field: `–` is gone, `+` has come.
pub fn changed_rows(locale: &Locale, before: &Paper, after: &Paper, columns: usize) -> Vec<TextRow> {
    let (old, new) = (paper_draft(before, "", &[]), paper_draft(after, "", &[]));
    let mut rows = Vec::new();
    for field in fields(after) {
        let (old, new) = (said(field, &old, locale), said(field, &new, locale));
        let changes = compare(&old, &new);
        if changes.iter().all(|change| matches!(change, Change::Same(_))) {
            continue;
        }
        rows.push(TextRow {
            text: locale.column(form_of(after.kind).kind, field.key),
            look: Look::Heading,
            ..TextRow::blank()
        });
        for change in changes {
            let (sign, text, look) = match change {
                Change::Same(text) => (" ", text, Look::Quiet),
                Change::Gone(text) => ("–", text, Look::Text),
                Change::New(text) => ("+", text, Look::Text),
            };
            rows.extend(TextRow::labelled(sign, 2, text, look, columns));
        }
        rows.push(TextRow::blank());
    }
    match rows.pop() {
        Some(_) => rows,
        None => TextRow::of(&locale.say("paper-same"), Look::Quiet, columns),
    }
}

impl PaperReading {
    fn read(&mut self, cx: &Cx, id: PaperId) -> Result<(), Problem> {
        let folder = cx.store.folder(self.family)?;
        let gone = || Problem::new(Kind::NotFound, "not-found").with("noun", "paper");
        let of = folder.papers.iter().find(|one| one.id == id).map(|one| one.value.of()).ok_or_else(gone)?;
        self.versions = folder.papers.into_iter().filter(|one| one.value.of() == of).collect();
        self.at = self.versions.iter().position(|one| one.id == id).ok_or_else(gone)?;
        let members = cx.members(self.family)?;
        let name = called(cx, &members);
        let teller = Teller { locale: &cx.locale, today: cx.world.today, name: &name };
        let one = &self.versions[self.at];
        let day = cx.locale.long_day(one.value.on);
        self.title = format!("{} · {day}", teller.paper(&one.value, (self.at + 1, self.versions.len())));
        Ok(())
    }

    fn version(&self) -> Option<&Stored<Paper>> {
        self.versions.get(self.at)
    }

    /// All of it in rows.
    pub fn rows(&self, locale: &Locale, columns: usize) -> Vec<TextRow> {
        let mut rows = TextRow::of(&self.title, Look::Title, columns);
        rows.push(TextRow::blank());
        let before = self.at.checked_sub(1).and_then(|before| self.versions.get(before));
        match (self.version(), before, self.shows) {
            (Some(one), Some(before), Shows::Changes) => {
                rows.extend(changed_rows(locale, &before.value, &one.value, columns));
            }
            (Some(one), ..) => rows.extend(paper_rows(locale, &one.value, columns)),
            (None, ..) => {}
        }
        rows
    }

    fn turn(&mut self, cx: &Cx, to: Option<usize>) -> Result<Then, Problem> {
        if let Some(id) = to.and_then(|to| self.versions.get(to)).map(|one| one.id) {
            self.scroll = Scroll::default();
            self.read(cx, id)?;
        }
        Ok(Then::Stay)
    }
}

impl Place for PaperReading {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Paper, Scope::Over]
    }

    fn why_not(&self, act: Action, _: &Cx) -> Option<&'static str> {
        match act {
            Action::ComparePaper | Action::EarlierPaper if self.at == 0 => Some("why-first-version"),
            Action::LaterPaper if self.at + 1 >= self.versions.len() => Some("why-last-version"),
            _ => None,
        }
    }

    fn needs(&self, act: Action) -> Option<Right> {
        matches!(act, Action::New | Action::Edit).then_some(Right::NoteEvents)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::ComparePaper => {
                self.shows = if self.shows == Shows::Version { Shows::Changes } else { Shows::Version };
                self.scroll = Scroll::default();
                Ok(Then::Stay)
            }
            Action::EarlierPaper => self.turn(cx, self.at.checked_sub(1)),
            Action::LaterPaper => self.turn(cx, Some(self.at + 1)),
            Action::Edit => self.version().map_or(Ok(Then::Stay), |one| noun::paper::over(cx, one.id)?.open(cx)),
            Action::New => match self.version().map(|one| one.value.of()) {
                Some((kind, person)) => Ok(noun::paper::new(cx, self.family, kind, person)?.open(cx)?.closing()),
                None => Ok(Then::Stay),
            },
            Action::Close => Ok(Then::Close),
            act => {
                let rows = self.rows(&cx.locale, columns(cx.world.size)).len();
                self.scroll.act(act, rows, room(cx.world.size));
                Ok(Then::Stay)
            }
        }
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let id = self.version().map(|one| one.id);
        id.map_or(Ok(()), |id| self.read(cx, id))
    }

    fn is_at_end(&self, cx: &Cx) -> bool {
        self.scroll.below(self.rows(&cx.locale, columns(cx.world.size)).len(), room(cx.world.size)) == 0
    }
}
