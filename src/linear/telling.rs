//! What is said: of a place one comes to, of the row that is marked, of what has changed since the line before.

use super::{At, Before, Front, PAGE, quoted, rows};
use crate::app::{Desk, Notice};
use crate::locale::{Locale, arg};
use crate::measure::replaced;
use crate::ui::lines::{self, Kind, Page};

/// What just happened, said once. Nobody is told that something is saved before it is.
pub fn notice(desk: &mut Desk) -> Vec<String> {
    let locale = &desk.cx.locale;
    let said = match &desk.cx.notice {
        None => return Vec::new(),
        Some(Notice::Done(_)) if desk.cx.is_saving() => return vec![locale.say("lines-saving")],
        Some(Notice::Done(text)) => text.clone(),
        Some(Notice::Trouble(text)) => locale.tell("lines-trouble", &[("what", arg(text.as_str()))]),
    };
    desk.cx.notice = None;
    let hidden = desk.cx.redactor().map(|redactor| replaced(&said, redactor.hidden(&said)).into_owned());
    let locale = &desk.cx.locale;
    hidden.unwrap_or(said).lines().map(|line| lines::spoken(locale, line)).collect()
}

/// A row with its place among the others.
fn row(locale: &Locale, place: usize, all: usize, text: &str) -> String {
    locale.tell("lines-row", &[("place", arg(place + 1)), ("all", arg(all)), ("text", arg(text))])
}

/// Every line of a page, rows with their places.
fn told(locale: &Locale, page: &Page) -> Vec<String> {
    let all = page.rows().count();
    let mut place = 0;
    let line = |line: &lines::Line| {
        if !line.can_be_marked {
            return line.text.clone();
        }
        place += 1;
        row(locale, place - 1, all, &line.text)
    };
    page.lines.iter().map(line).collect()
}

impl Front {
    /// Tells of where one is, from the beginning.
    pub(super) fn tell_place(&mut self, desk: &Desk) -> Vec<String> {
        let scene = desk.scene();
        let (page, asked, locale) = (lines::page(&scene), lines::asked(&scene), &desk.cx.locale);
        let is_text = !matches!(asked.kind, Kind::Command | Kind::Answer | Kind::Search);
        let mut said = vec![titled(&page)];
        if is_text && !self.knows_dots && asked.kind != Kind::Secret {
            self.knows_dots = true;
            said.push(locale.say("lines-dot"));
        }
        self.heard = rows(&page);
        let at = At::of(desk);
        self.grounds.retain(|ground| ground.pane == at.pane && ground.layers < at.layers);
        self.grounds.push(at);
        if matches!(desk.layers.last(), Some(crate::app::Layer::Form(_))) {
            // A form is asked field by field; `read` reads all of it.
            (self.reading, self.read) = (told(locale, &page), 0);
            said.extend(asked.told);
            said.extend((asked.kind == Kind::Note).then(|| locale.say("lines-note")));
            return said;
        }
        if let Some(marked) = page.marked() {
            let counts = [("rows", arg(self.heard.len())), ("marked", arg(marked + 1))];
            said.push(locale.tell("lines-rows", &counts));
        }
        (self.reading, self.read) = (told(locale, &page), 0);
        said.extend(self.go_on(locale));
        said.extend(asked.told);
        said
    }

    /// Tells what the tour asks for, where that is something else than before.
    pub(super) fn tell_tour(&mut self, desk: &Desk) -> Vec<String> {
        let asks = lines::tour(&desk.scene());
        let is_new = asks != self.asked_by_tour;
        self.asked_by_tour.clone_from(&asks);
        if is_new { asks } else { Vec::new() }
    }

    /// The lines that come next of what is being read.
    pub(super) fn go_on(&mut self, locale: &Locale) -> Vec<String> {
        let next: Vec<String> = self.reading.iter().skip(self.read).take(PAGE).cloned().collect();
        self.read += next.len();
        let left = self.reading.len().saturating_sub(self.read);
        let more = (left > 0).then(|| locale.tell("lines-more", &[("left", arg(left))]));
        next.into_iter().chain(more).collect()
    }

    /// Whether all that was begun to be read has been.
    pub(super) fn has_read(&self) -> bool {
        self.read >= self.reading.len()
    }

    /// Begins to read something else.
    pub(super) fn read_out(&mut self, desk: &Desk, lines: Vec<String>) -> Vec<String> {
        (self.reading, self.read) = (lines, 0);
        self.go_on(&desk.cx.locale)
    }

    /// Tells of what has changed.
    pub(super) fn tell_change(&mut self, desk: &mut Desk, before: &Before) -> Vec<String> {
        let mut said = notice(desk);
        let scene = desk.scene();
        let (page, asked) = (lines::page(&scene), lines::asked(&scene));
        let is_form = matches!(desk.layers.last(), Some(crate::app::Layer::Form(_)));
        let at = At::of(desk);
        if at.is_back_from(before.at) && self.knows(&at) && marked(&page).is_some() {
            // One comes back to what was heard already.
            said.push(titled(&page));
            said.extend(self.tell_marked(desk));
            return said;
        }
        if at != before.at || !is_form && is_another(&before.page, &page) {
            said.extend(self.tell_place(desk));
            return said;
        }
        let locale = &desk.cx.locale;
        if is_form {
            (self.reading, self.read) = (told(locale, &page), 0);
            said.extend(asked.told);
            said.extend((asked.kind == Kind::Note).then(|| locale.say("lines-note")));
            return said;
        }
        if page != before.page {
            let read = self.read;
            (self.reading, self.read) = (told(locale, &page), read);
        }
        match marked(&page).filter(|now| marked(&before.page).as_ref() != Some(now)) {
            Some(_) => said.extend(self.tell_marked(desk)),
            None => {
                let added = page.lines.iter().filter(|line| !before.page.lines.contains(line));
                said.extend(added.map(|line| line.text.clone()));
            }
        }
        said.extend(Some(asked.told).filter(|told| *told != before.asked.told).into_iter().flatten());
        if said.is_empty() {
            said.push(locale.say("lines-unchanged"));
        }
        said
    }

    /// Tells the marked row, with its place as it is now; from then on its number means it.
    pub(super) fn tell_marked(&mut self, desk: &Desk) -> Vec<String> {
        let page = lines::page(&desk.scene());
        let all = page.rows().count();
        let Some((at, text)) = marked(&page) else { return Vec::new() };
        if self.heard.len() < all {
            self.heard.resize(all, String::new());
        }
        if let Some(heard) = self.heard.get_mut(at) {
            heard.clone_from(&text);
        }
        let told = row(&desk.cx.locale, at, all, &text);
        // Who reads on from here reads what comes after it.
        self.read = self.reading.iter().position(|line| *line == told).map_or(self.read, |line| line + 1);
        vec![told]
    }

    /// That a word is not understood.
    pub(super) fn not_known(desk: &Desk, word: &str) -> Vec<String> {
        vec![desk.cx.locale.tell("lines-not-known", &[("word", arg(quoted(word)))])]
    }
}

/// The marked row and its place.
fn marked(page: &Page) -> Option<(usize, String)> {
    let at = page.marked()?;
    Some((at, page.rows().nth(at)?.text.clone()))
}

/// Where one is, as a sentence.
fn titled(page: &Page) -> String {
    let title = page.title.trim_end_matches(['.', ':']);
    if title.ends_with('?') { title.to_owned() } else { format!("{title}.") }
}

/// Whether so much of a page is other than before that it is another one.
fn is_another(before: &Page, page: &Page) -> bool {
    let others = page.lines.iter().filter(|line| !before.lines.iter().any(|known| known.text == line.text)).count();
    2 * others > page.lines.len()
}
