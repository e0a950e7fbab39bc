//! The quick line: one line becomes one record, with a preview while it is typed.

use super::confirm::ask_to_discard;
use super::session::Touched;
use super::visit::ask_week_53;
use super::{Place, Then, Typed};
use crate::app::cx::{Cx, Notice};
use crate::app::form::hindrances::hindrances_told;
use crate::app::form::{Line, Unkept};
use crate::app::keys::{Action, Key, Scope};
use crate::domain::codes::Week53;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::domain::quickline::{self, Completion, Context, FarDay, Reading, RecordKind, VisitLine};
use crate::domain::session::Session;
use crate::domain::text::begins;
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
    /// What it becomes unless it says otherwise.
    pub kind: RecordKind,
    /// Where the line's draft is kept.
    place: String,
    /// How far back in the earlier lines one has gone.
    back: usize,
    /// What was being typed before one went back.
    typed: String,
}

impl Quick {
    fn new(text: &str, kind: RecordKind, place: String) -> Self {
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
            kind,
            place,
            back: 0,
            typed,
        }
    }

    /// Writes the choice for a week 53 at the end of what is told, before the note.
    fn write_week_53(&mut self, choice: Week53) {
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
    fn kept(&self) -> Option<String> {
        Some(self.line.text().to_owned()).filter(|text| !text.trim().is_empty())
    }
}

impl Quick {
    /// Opens the line for a kind of record, with the draft that is kept of it.
    pub(in crate::app) fn open(cx: &mut Cx, kind: RecordKind) -> Result<Then, Problem> {
        let name = match kind {
            RecordKind::Visit => VISITS_LINE,
            RecordKind::Session | RecordKind::Task | RecordKind::Goal | RecordKind::Referral => QUICK,
        };
        let place = match cx.family() {
            Some(family) => format!("{name}/{}", family.0),
            None => name.to_owned(),
        };
        let kept = cx.store.draft(&place)?;
        if let Some(draft) = &kept {
            cx.tell_draft_back(draft);
        }
        let text = kept.map(|draft| draft.body).unwrap_or_default();
        let mut quick = Self::new(&text, kind, place);
        quick.read(cx)?;
        quick.unkept = Unkept::Nothing;
        Ok(quick.into())
    }

    /// The kind and the family of the line whose draft is kept at a place.
    pub(in crate::app) fn at(place: &str) -> Option<(RecordKind, Option<FamilyId>)> {
        let (name, family) = place.split_once('/').map_or((place, None), |(name, family)| (name, Some(family)));
        let kind = match name {
            VISITS_LINE => RecordKind::Visit,
            QUICK => RecordKind::Session,
            _ => return None,
        };
        Some((kind, family.and_then(|family| family.parse().ok()).map(FamilyId)))
    }

    /// Reads the line again.
    fn read(&mut self, cx: &Cx) -> Result<(), Problem> {
        let context = self.context(cx);
        self.unkept = Unkept::Something;
        self.warned = None;
        self.far_asked = false;
        self.breach = None;
        self.completions = Vec::new();
        self.reading = Some(quickline::read(self.line.text(), &context, &cx.store)?);
        Ok(())
    }

    fn context(&self, cx: &Cx) -> Context {
        Context { today: cx.world.today, family: cx.chosen(), kind: self.kind }
    }

    fn save(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        let reading = quickline::read(self.line.text(), &self.context(cx), &cx.store)?;
        let far = reading.asks.first().copied().filter(|_| reading.fault().is_none() && !self.far_asked);
        let then = if let Some(far) = far {
            cx.notice = Some(Notice::Trouble(far_told(cx, far)));
            self.far_asked = true;
            Ok(Then::Stay)
        } else if let Some(visits) = &reading.visit {
            self.save_visits(cx, &reading, visits)
        } else if let Some(line) = &reading.task {
            cx.store.add(&line.task, Origin::Draft(&self.place))?;
            self.saved(cx)
        } else if let Some(told) = &reading.goal {
            cx.store.add(&told.goal, Origin::Draft(&self.place))?;
            self.saved(cx)
        } else if let Some(line) = &reading.referral {
            cx.store.add(&line.referral, Origin::Draft(&self.place))?;
            self.saved(cx)
        } else if let Some(line) = &reading.session {
            self.save_session(cx, &reading, line.session.clone())
        } else {
            if let Some(part) = reading.fault() {
                self.line.put_cursor(part.span.end);
            }
            let faults = reading.parts.iter().filter(|part| part.fault().is_some()).count();
            let said = cx.locale.tell("notice-line-refused", &[("count", arg(faults))]);
            cx.notice = Some(Notice::Trouble(said));
            Ok(Then::Stay)
        };
        self.reading = Some(reading);
        then
    }

    fn save_session(&mut self, cx: &mut Cx, reading: &Reading, mut session: Session) -> Result<Then, Problem> {
        if self.warns_of_breach(cx, reading) {
            return Ok(Then::Stay);
        }
        session.staff = vec![cx.user().to_owned()];
        cx.store.add(&session, Origin::Draft(&self.place))?;
        let saved = self.saved(cx)?;
        let asked = Touched::at(&session).map(|touched| touched.ask(cx)).transpose()?.flatten();
        Ok(asked.map_or(saved, |question| Then::from(question).closing()))
    }

    fn saved(&self, cx: &mut Cx) -> Result<Then, Problem> {
        cx.lines.push(self.line.text().to_owned());
        cx.tell_saved();
        cx.count_drafts()?;
        Ok(Then::Close)
    }

    /// Whether a text has no room in the line; that is said.
    fn has_no_room(&self, more: usize, cx: &mut Cx) -> bool {
        let full = more > 0 && self.line.text().chars().count() + more > quickline::LONGEST;
        if full {
            cx.trouble("line-too-long");
        }
        full
    }

    /// Asks once why something that has been was in breach of a restriction; what one saves again without a word is
    /// kept, marked as a breach. True when it was asked now.
    fn warns_of_breach(&mut self, cx: &mut Cx, reading: &Reading) -> bool {
        let Some((against, child, with)) = &reading.broken else { return false };
        let told = cx.locale.against(against, child, with, cx.setting());
        if self.breach.as_ref() == Some(&told) {
            return false;
        }
        let said = cx.locale.tell("warned-again-line", &[("what", arg(told.as_str()))]);
        cx.notice = Some(Notice::Trouble(said));
        self.breach = Some(told);
        true
    }

    /// Plans what a line about visits says, once a choice is made for week 53 and what stands in the way is accepted.
    fn save_visits(&mut self, cx: &mut Cx, reading: &Reading, visits: &VisitLine) -> Result<Then, Problem> {
        if self.warns_of_breach(cx, reading) {
            return Ok(Then::Stay);
        }
        let (arrangement, stored) = visits.to_store();
        if week53::must_choose(&arrangement.series, cx.world.today) {
            return Ok(ask_week_53(cx, &week53::new_years(&arrangement.series, cx.world.today)));
        }
        if let Some(told) = hindrances_told(cx, None, &arrangement, &stored, None)?
            && self.warned.as_ref() != Some(&told)
        {
            let said = cx.locale.tell("warned-again-line", &[("what", arg(told.as_str()))]);
            cx.notice = Some(Notice::Trouble(said));
            self.warned = Some(told);
            return Ok(Then::Stay);
        }
        cx.store.plan(&arrangement, &stored, Origin::Draft(&self.place))?;
        self.saved(cx)
    }

    /// Completes the word at the cursor as far as all that it could be agree.
    fn complete(&mut self, cx: &Cx) -> Result<(), Problem> {
        let line = self.line.text();
        let cursor = self.line.cursor_byte();
        let found = quickline::complete(line, cursor, &self.context(cx), &cx.store)?;
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
            self.line.put(&whole, end + skipped);
            return Ok(());
        }
        if begins(common, typed) && common.len() > typed.len() {
            let whole = format!("{before}{common}{after}");
            self.line.put(&whole, before.len() + common.len());
        }
        self.completions = found;
        Ok(())
    }

    fn recall(&mut self, cx: &Cx, by: isize) {
        let back = self.back.saturating_add_signed(by).min(cx.lines.len());
        if back == self.back {
            return;
        }
        if self.back == 0 {
            self.line.text().clone_into(&mut self.typed);
        }
        self.back = back;
        let text = cx.lines.len().checked_sub(back).and_then(|place| cx.lines.get(place));
        self.line = Line::new(text.unwrap_or(&self.typed));
    }
}

impl Place for Quick {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Quick, Scope::Typing]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::SaveLine => return self.save(cx),
            Action::LeaveLine => {
                // What cannot be kept stays on the screen.
                cx.leave_draft(&self.place, self.kept())?;
                return Ok(Then::Close);
            }
            Action::Discard if self.kept().is_some() => return Ok(ask_to_discard(cx)),
            Action::Discard => return self.discard(cx),
            _ => {}
        }
        let done = match act {
            Action::Complete => self.complete(cx),
            Action::Earlier | Action::Later => {
                self.recall(cx, if act == Action::Earlier { 1 } else { -1 });
                Ok(())
            }
            _ => return Ok(Then::NotMine),
        };
        // The line stays, whatever could not be read about it.
        let completions = std::mem::take(&mut self.completions);
        let read = self.read(cx);
        self.completions = completions;
        done.and(read).map(|()| Then::Stay)
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        let is_text = matches!(key, Key::Char(_));
        if !self.has_no_room(usize::from(is_text), cx) && self.line.key(key) {
            cx.notice = None;
            self.read(cx)?;
        }
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        if self.has_no_room(text.chars().count(), cx) {
            return Ok(());
        }
        self.line.paste(text);
        cx.notice = None;
        self.read(cx)
    }

    fn unkept(&self) -> Option<Typed> {
        (self.unkept == Unkept::Something).then(|| Typed { place: self.place.clone(), body: self.kept() })
    }

    fn mark_kept(&mut self, is_kept: bool) {
        self.unkept = if is_kept { Unkept::Nothing } else { Unkept::Something };
    }

    fn discard(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        cx.discard_draft(&self.place)?;
        Ok(Then::Close)
    }

    fn choose_week_53(&mut self, choice: Week53, cx: &mut Cx) -> Result<Then, Problem> {
        self.write_week_53(choice);
        self.save(cx)
    }
}

/// That a day is far away, and that Enter once more saves.
fn far_told(cx: &Cx, far: FarDay) -> String {
    let way = if far.days < 0 { "back" } else { "ahead" };
    let days = [("day", arg(cx.locale.long_day(far.on))), ("days", arg(far.days.abs())), ("way", arg(way))];
    cx.locale.tell("quick-far", &days)
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
