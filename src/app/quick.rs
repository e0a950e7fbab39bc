//! The quick line: one line becomes one record, with a preview while it is typed.

use super::actions::Action;
use super::desk::App;
use super::form::Unkept;
use super::line::Line;
use super::modal::Modal;
use super::notice::Notice;
use super::panes::Pane;
use crate::domain::codes::Week53;
use crate::domain::discretion::PersonName;
use crate::domain::problem::Problem;
use crate::domain::quickline::{self, Completion, Context, FarDay, Reading, RecordKind, VisitLine};
use crate::domain::text::begins;
use crate::domain::visit::together::Against;
use crate::domain::visit::week53;
use crate::locale::arg;
use crate::store::Origin;

/// Where the draft of a quick line is kept that was begun with no family open. Else the family's number follows, so
/// that what was begun about one family never becomes another's.
pub const QUICK: &str = "quick";

/// The same for a line that was begun among visits.
pub const VISITS_LINE: &str = "visits-line";

/// The quick line.
#[derive(Debug)]
pub struct Quick {
    /// What is typed.
    pub line: Line,
    /// What it was read as.
    pub reading: Option<Reading>,
    /// What the word at the cursor could become.
    pub completions: Vec<Completion>,
    /// Whether something was typed that is kept nowhere yet.
    pub unkept: Unkept,
    /// What was warned of; Enter once more accepts it.
    warned: Option<String>,
    /// Whether a day far away was asked about; Enter once more accepts it.
    far_asked: bool,
    /// The breach of a restriction that was told of.
    breach: Option<String>,
    /// Where the line's draft is kept.
    pub(super) place: String,
    /// How far back in the earlier lines one has gone.
    back: usize,
    /// What was being typed before one went back.
    typed: String,
}

impl Quick {
    fn new(text: &str, place: String) -> Self {
        let line = Line::new(text);
        let typed = String::new();
        Self {
            line,
            reading: None,
            completions: Vec::new(),
            unkept: Unkept::Nothing,
            warned: None,
            far_asked: false,
            breach: None,
            place,
            back: 0,
            typed,
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.line.paste(text);
    }

    /// Writes the choice for a week 53 at the end of what is told, before the note.
    pub(super) fn choose_week_53(&mut self, choice: Week53) {
        let word = match choice {
            Week53::KeepParity => "v53:nummer",
            Week53::KeepFortnight => "v53:varannan",
        };
        let text = self.line.text();
        let line = match text.split_once(" -- ") {
            Some((told, note)) => format!("{told} {word} -- {note}"),
            None => format!("{} {word}", text.trim_end()),
        };
        self.line = Line::new(&line);
    }

    /// The line as it is kept in a draft; an empty one is not.
    pub(super) fn kept(&self) -> Option<String> {
        Some(self.line.text().to_owned()).filter(|text| !text.trim().is_empty())
    }
}

impl App {
    pub(super) fn open_quick(&mut self) -> Result<(), Problem> {
        let kind = if self.pane == Pane::Visits { VISITS_LINE } else { QUICK };
        let place = match &self.open {
            Some(open) => format!("{kind}/{}", open.id().0),
            None => kind.to_owned(),
        };
        let kept = self.store.draft(&place)?;
        if let Some(draft) = &kept {
            self.tell_draft_back(draft);
        }
        let text = kept.map(|draft| draft.body).unwrap_or_default();
        self.modals.push(Modal::Quick(Box::new(Quick::new(&text, place))));
        self.read_quick()?;
        if let Some(Modal::Quick(quick)) = self.modals.last_mut() {
            quick.unkept = Unkept::Nothing;
        }
        Ok(())
    }

    /// Reads the line again.
    pub(super) fn read_quick(&mut self) -> Result<(), Problem> {
        let context = self.line_context();
        let Some(Modal::Quick(quick)) = self.modals.last_mut() else { return Ok(()) };
        quick.unkept = Unkept::Something;
        quick.warned = None;
        quick.far_asked = false;
        quick.breach = None;
        quick.completions = Vec::new();
        quick.reading = Some(quickline::read(quick.line.text(), &context, &self.store)?);
        Ok(())
    }

    pub(super) fn act_on_quick(&mut self, mut quick: Box<Quick>, act: Action) -> Result<(), Problem> {
        match act {
            Action::SaveLine => return self.save_line(quick),
            Action::LeaveLine => return self.leave_line(quick),
            Action::Discard => {
                let typed = quick.kept().is_some();
                self.modals.push(Modal::Quick(quick));
                return if typed { self.ask_to_discard() } else { self.discard() };
            }
            _ => {}
        }
        let done = match act {
            Action::Complete => self.complete(&mut quick),
            Action::Earlier => {
                self.recall(&mut quick, 1);
                Ok(())
            }
            Action::Later => {
                self.recall(&mut quick, -1);
                Ok(())
            }
            _ => Ok(()),
        };
        // The line stays, whatever could not be read about it.
        let completions = std::mem::take(&mut quick.completions);
        self.modals.push(Modal::Quick(quick));
        let read = self.read_quick();
        if let Some(Modal::Quick(quick)) = self.modals.last_mut() {
            quick.completions = completions;
        }
        done.and(read)
    }

    fn save_line(&mut self, mut quick: Box<Quick>) -> Result<(), Problem> {
        let reading = quickline::read(quick.line.text(), &self.line_context(), &self.store);
        let far = reading.as_ref().ok().filter(|reading| reading.fault().is_none()).and_then(|one| one.asks.first());
        if let Some(far) = far.copied().filter(|_| !quick.far_asked) {
            self.notice = Some(Notice::Trouble(self.far_told(far)));
            quick.far_asked = true;
            quick.reading = reading.ok();
            self.modals.push(Modal::Quick(quick));
            return Ok(());
        }
        if let Ok(Some(visits)) = reading.as_ref().map(|reading| reading.visit.clone()) {
            return self.save_visits_line(quick, reading?, &visits);
        }
        if let Ok(Some(line)) = reading.as_ref().map(|reading| reading.task.clone()) {
            return self.save_task_line(quick, &line);
        }
        let session = match &reading {
            Ok(reading) => reading.session.clone(),
            Err(_) => None,
        };
        let Some(line) = session else {
            if let Ok(reading) = reading {
                if let Some(part) = reading.fault() {
                    quick.line.put_cursor(part.span.end);
                }
                let faults = reading.parts.iter().filter(|part| part.fault().is_some()).count();
                let said = self.locale.tell("notice-line-refused", &[("count", arg(faults))]);
                self.notice = Some(Notice::Trouble(said));
                quick.reading = Some(reading);
                self.modals.push(Modal::Quick(quick));
                return Ok(());
            }
            self.modals.push(Modal::Quick(quick));
            return reading.map(|_| ());
        };
        let broken = reading.as_ref().ok().and_then(|reading| reading.broken.clone());
        if self.warns_of_breach(&mut quick, broken.as_ref()) {
            quick.reading = reading.ok();
            self.modals.push(Modal::Quick(quick));
            return Ok(());
        }
        let mut session = line.session;
        session.staff = vec![self.user().to_owned()];
        if let Err(problem) = self.store.add(&session, Origin::Draft(&quick.place)) {
            self.modals.push(Modal::Quick(quick));
            return Err(problem);
        }
        self.lines.push(quick.line.text().to_owned());
        self.tell_saved();
        self.count_drafts()?;
        self.reread()
    }

    /// That a day is far away, and that Enter once more saves.
    fn far_told(&self, far: FarDay) -> String {
        let way = if far.days < 0 { "back" } else { "ahead" };
        self.locale.tell(
            "quick-far",
            &[("day", arg(self.locale.long_day(far.on))), ("days", arg(far.days.abs())), ("way", arg(way))],
        )
    }

    /// Says that a text has no room in the line, if it has none.
    pub(super) fn has_no_room(&mut self, more: usize) -> bool {
        let Some(Modal::Quick(quick)) = self.modals.last() else { return false };
        let full = quick.line.text().chars().count() + more > quickline::LONGEST;
        if full && more > 0 {
            self.notice = Some(Notice::Trouble(self.locale.say("line-too-long")));
        }
        full && more > 0
    }

    /// Asks once why something that has been was in breach of a restriction; what one saves again without a word is
    /// kept, marked as a breach. True when it was asked now.
    fn warns_of_breach(&mut self, quick: &mut Quick, broken: Option<&(Against, PersonName, PersonName)>) -> bool {
        let Some((against, child, with)) = broken else { return false };
        let told = self.locale.against(against, child, with, self.setting());
        if quick.breach.as_ref() == Some(&told) {
            return false;
        }
        let said = self.locale.tell("warned-again-line", &[("what", arg(told.as_str()))]);
        self.notice = Some(Notice::Trouble(said));
        quick.breach = Some(told);
        true
    }

    /// Plans what a line about visits says, once a choice is made for week 53 and what stands in the way is accepted.
    fn save_visits_line(&mut self, mut quick: Box<Quick>, reading: Reading, visits: &VisitLine) -> Result<(), Problem> {
        let warns = self.warns_of_breach(&mut quick, reading.broken.as_ref());
        quick.reading = Some(reading);
        if warns {
            self.modals.push(Modal::Quick(quick));
            return Ok(());
        }
        let (arrangement, stored) = visits.to_store();
        let years = week53::new_years(&arrangement.series, self.world.today);
        if week53::must_choose(&arrangement.series, self.world.today) {
            self.modals.push(Modal::Quick(quick));
            self.ask_week_53(&years);
            return Ok(());
        }
        let hindered = self.hindrances_told(None, &arrangement, &stored, None);
        let saved = match hindered {
            Ok(Some(told)) if quick.warned.as_ref() != Some(&told) => {
                let said = self.locale.tell("warned-again-line", &[("what", arg(told.as_str()))]);
                self.notice = Some(Notice::Trouble(said));
                quick.warned = Some(told);
                self.modals.push(Modal::Quick(quick));
                return Ok(());
            }
            Ok(_) => self.store.plan(&arrangement, &stored, Origin::Draft(&quick.place)),
            Err(problem) => Err(problem),
        };
        if let Err(problem) = saved {
            self.modals.push(Modal::Quick(quick));
            return Err(problem);
        }
        self.lines.push(quick.line.text().to_owned());
        self.tell_saved();
        self.count_drafts()?;
        self.reread()
    }

    fn leave_line(&mut self, quick: Box<Quick>) -> Result<(), Problem> {
        let body = quick.kept();
        let kept = match &body {
            Some(body) => self.store.keep_draft(&quick.place, body),
            None => self.store.drop_draft(&quick.place),
        };
        if let Err(problem) = kept {
            // What cannot be kept stays on the screen.
            self.modals.push(Modal::Quick(quick));
            return Err(problem);
        }
        self.notice = body.map(|_| Notice::Done(self.locale.say("notice-kept")));
        self.count_drafts()
    }

    /// Completes the word at the cursor as far as all that it could be agree.
    fn complete(&self, quick: &mut Quick) -> Result<(), Problem> {
        let line = quick.line.text();
        let cursor = quick.line.cursor_byte();
        let found = quickline::complete(line, cursor, &self.line_context(), &self.store)?;
        let Some(first) = found.first() else { return Ok(()) };
        let (before, after) = (&line[..first.replace.start], &line[first.replace.end..]);
        let typed = &line[first.replace.clone()];
        let common = common_beginning(found.iter().map(|completion| completion.with.as_str()));
        if let [only] = found.as_slice() {
            // A blank stands after a completed word, once; none after what goes on.
            let goes_on = only.with.ends_with(':') || after.starts_with(char::is_whitespace);
            let blank = if goes_on { "" } else { " " };
            let end = before.len() + only.with.len();
            let skipped = if only.with.ends_with(':') { 0 } else { 1 };
            let whole = format!("{before}{}{blank}{after}", only.with);
            quick.line.put(&whole, end + skipped);
            return Ok(());
        }
        if begins(common, typed) && common.len() > typed.len() {
            let whole = format!("{before}{common}{after}");
            quick.line.put(&whole, before.len() + common.len());
        }
        quick.completions = found;
        Ok(())
    }

    fn recall(&self, quick: &mut Quick, by: isize) {
        let back = quick.back.saturating_add_signed(by).min(self.lines.len());
        if back == quick.back {
            return;
        }
        if quick.back == 0 {
            quick.line.text().clone_into(&mut quick.typed);
        }
        quick.back = back;
        let text = self.lines.len().checked_sub(back).and_then(|place| self.lines.get(place));
        quick.line = Line::new(text.unwrap_or(&quick.typed));
    }

    fn line_context(&self) -> Context {
        let kind = if self.pane == Pane::Visits { RecordKind::Visit } else { RecordKind::Session };
        Context { today: self.world.today, family: self.chosen(), kind }
    }
}

fn common_beginning<'a>(mut words: impl Iterator<Item = &'a str>) -> &'a str {
    let Some(first) = words.next() else { return "" };
    words.fold(first, |common, word| {
        let same = common.char_indices().zip(word.chars()).find(|((_, a), b)| a != b).map(|((byte, _), _)| byte);
        let end = same
            .unwrap_or_else(|| common.char_indices().nth(word.chars().count()).map_or(common.len(), |(byte, _)| byte));
        &common[..end]
    })
}
