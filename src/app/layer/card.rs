//! A visit's card: all that is told of it, with nothing that a stray key could change.

use super::visit::{self, Mark, Pair};
use super::{Place, Then};
use crate::app::cx::{Cx, VisitKey};
use crate::app::form::in_words;
use crate::app::keys::{Action, Scope};
use crate::app::list::{Look, Scroll, TextRow, columns, room};
use crate::domain::access::Right;
use crate::domain::codes::{Code, VisitOutcome};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::entry::visit as entry;
use crate::domain::entry::{Draft, Form, called};
use crate::domain::family::Family;
use crate::domain::problem::Problem;
use crate::domain::visit::{Breach, Occurrence};
use crate::locale::arg;
use crate::store::OneVisit;

/// A part of the card: its name in the locale files after `card-`, and its filled fields in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The name.
    pub name: &'static str,
    /// Labels' keys and texts.
    pub fields: Vec<(&'static str, String)>,
}

/// A visit's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Which visit.
    pub key: VisitKey,
    /// Who meets whom.
    pub between: String,
    /// Who of the family cancelled.
    pub canceller: Option<String>,
    /// The family.
    pub family: Family,
    /// The visit.
    pub visit: Occurrence,
    /// Terms, before, during, after.
    pub sections: Vec<Section>,
    /// The place that is kept back, until the next key.
    pub opened: Option<String>,
    /// Which restriction it breaks, with nothing told of why.
    pub breach: Option<Breach>,
    /// How far it has been read.
    pub scroll: Scroll,
    /// The visit as it was seen, for whoever says something of it.
    one: OneVisit,
}

/// Columns before what became of it, and before a label.
const ASIDE: usize = 2;

/// Columns of a label.
const LABEL: usize = 22;

/// Opens a visit's card. Where a place that is kept back is opened with it, that is journalled; else, if the family is
/// not open, that its case was read.
pub(in crate::app) fn open_card(cx: &mut Cx, key: VisitKey) -> Result<Then, Problem> {
    let mut card = card_of(cx, key)?;
    card.opened = match cx.page_setting() {
        Setting::Room => None,
        _ => cx.store.open_place(key.id, key.given)?,
    };
    if card.opened.is_none() {
        cx.journal_opening(("arrangement", key.id.0), card.one.arrangement.value.family)?;
    }
    Ok(card.into())
}

/// The card in rows: what it is, what became of it, its sections.
pub fn card_rows(cx: &Cx, card: &Card, columns: usize) -> Vec<TextRow> {
    let (locale, visit) = (&cx.locale, &card.visit);
    let heading = [
        Mark::of(visit, cx.world.today).sign().to_owned(),
        cx.family_called(&card.family.name, &card.family.case_ref),
        card.between.clone(),
        locale.long_day(visit.on),
        locale.visit_time(&visit.terms, visit.on),
    ];
    let mut rows = TextRow::of(&heading.join("  "), Look::Title, columns);
    rows.extend(TextRow::labelled("", ASIDE, &became_of(cx, card), Look::Text, columns));
    if let Some(place) = &card.opened {
        let told = locale.tell("card-place-opened", &[("place", arg(place.as_str()))]);
        rows.extend(TextRow::labelled("", ASIDE, &told, Look::Alarm, columns));
    }
    rows.push(TextRow::blank());
    for section in &card.sections {
        rows.extend(TextRow::of(&locale.say(&format!("card-{}", section.name)), Look::Heading, columns));
        for (key, text) in &section.fields {
            let label = format!("{:ASIDE$}{}", "", locale.field(key));
            rows.extend(TextRow::labelled(&label, LABEL, text, Look::Text, columns));
        }
    }
    rows
}

/// What became of it, in words.
fn became_of(cx: &Cx, card: &Card) -> String {
    let (locale, visit) = (&cx.locale, &card.visit);
    let mut words = vec![locale.label(visit.outcome)];
    words.extend(card.breach.map(|breach| match card.is_told() {
        true => locale.tell("card-breach", &[("breach", arg(locale.breach(breach)))]),
        false => format!("! {}", locale.breach(breach)),
    }));
    words.extend(visit.cancelled_by.map(|by| locale.say(&format!("cancelled-by-{}", by.code()))));
    words.extend(card.canceller.clone());
    words.extend(visit.reason.clone());
    words.extend(visit.notice_hours.map(|hours| locale.tell("notice-hours", &[("hours", arg(hours))])));
    if let Some(from) = visit.moved_from() {
        words.push(locale.tell("moved-from", &[("day", arg(locale.day(from, cx.world.today)))]));
    }
    words.join(" · ")
}

fn card_of(cx: &Cx, key: VisitKey) -> Result<Card, Problem> {
    let one = cx.store.visit(key.id, key.given)?;
    let family = one.arrangement.value.family;
    let breach = cx.store.breach_of(&one)?;
    let setting = cx.page_setting();
    let members: Vec<MemberName> = cx.members(family)?.iter().map(|member| member.as_shown(setting)).collect();
    let visit = one.occurrence.clone();
    let name = |id| called(id, &members);
    let with: Vec<String> = visit.terms.with.iter().filter_map(|id| name(*id)).collect();
    let canceller = visit.cancelled_by_person.and_then(name);
    let change = entry::VisitChange {
        on: visit.on,
        terms: visit.terms.clone(),
        reason: visit.reason.clone(),
        scope: crate::domain::codes::ChangeScope::This,
    };
    let parts: [(&'static str, &Form, Draft); 4] = [
        ("after", &entry::ACCOUNT, entry::account_draft(&visit.during, &visit.after, &members)),
        ("before", &entry::PREPARATION, entry::preparation_draft(&visit.before)),
        ("terms", &entry::VISIT_CHANGE, entry::visit_change_draft(&change, &members, cx.page_setting())),
        (
            "series",
            &entry::ARRANGEMENT,
            entry::arrangement_draft(&one.arrangement.value, "", &members, cx.page_setting()),
        ),
    ];
    let sections = parts.into_iter().map(|(name, form, draft)| section(cx, name, form, &draft));
    let sections = sections.filter(|section| !section.fields.is_empty()).collect();
    let between = format!("{} – {}", name(one.arrangement.value.child).unwrap_or_default(), with.join(", "));
    let value = cx.store.get::<Family>(family)?.value;
    let scroll = Scroll::default();
    Ok(Card { key, between, canceller, family: value, visit, sections, breach, opened: None, scroll, one })
}

fn section(cx: &Cx, name: &'static str, form: &Form, draft: &Draft) -> Section {
    // What the heading says, and what the visit's own terms say better than the series.
    let told_already = ["on", "start", "end", "scope", "case_ref", "child"];
    let only = ["pattern", "from", "until", "times", "week_53", "purpose", "basis", "support_until", "note"];
    let wanted = |key: &&&str| !told_already.contains(*key) && (name != "series" || only.contains(*key));
    let fields = form.asked.iter().filter(wanted).filter_map(|key| form.field(key));
    let words = fields.map(|field| {
        let text = draft.get(field.key);
        let is_note = field.shape == crate::domain::entry::Shape::Note;
        (field.key, if is_note { text.to_owned() } else { in_words(field.shape, text, &cx.locale) })
    });
    Section { name, fields: words.filter(|(_, text)| !text.is_empty()).collect() }
}

impl Card {
    /// Whether something is to be told of what became of it.
    pub fn is_told(&self) -> bool {
        !matches!(self.visit.outcome, VisitOutcome::Planned | VisitOutcome::Moved)
    }
}

impl Place for Card {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Card, Scope::Visit, Scope::Over]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Close => Ok(Then::Close),
            Action::Down | Action::Up | Action::PageDown | Action::PageUp | Action::First | Action::Last => {
                let rows = card_rows(cx, self, columns(cx.world.size)).len();
                self.scroll.act(act, rows, room(cx.world.size));
                Ok(Then::Stay)
            }
            _ if visit::is_one(act) => {
                Ok(visit::act(cx, act, Some(self.one.clone()), Some(Pair::from(&self.one)))?.closing())
            }
            _ => Ok(Then::NotMine),
        }
    }

    fn needs(&self, act: Action) -> Option<Right> {
        visit::needs(act)
    }

    /// The same card as it is now, from the same row; it was opened already.
    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let again = card_of(cx, self.key)?;
        *self = Self { scroll: self.scroll, ..again };
        Ok(())
    }

    fn close_what_was_opened(&mut self) {
        self.opened = None;
    }

    fn is_at_end(&self, cx: &Cx) -> bool {
        self.scroll.below(card_rows(cx, self, columns(cx.world.size)).len(), room(cx.world.size)) == 0
    }
}
