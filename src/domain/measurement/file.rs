//! Instruments as files: read, and held against what an instrument can be. Every fault is told with its line.

use super::fault::{Flaw, InstrumentFault};
use super::instrument::{Instrument, WHOLE};
use super::lines::Lines;
use super::parts::{Answerer, Becomes, Direction, How, Item, ItemKind, Outcome, Per};
use crate::domain::codes::{Area, Code};
use crate::domain::deadlines::Limit;

/// The form of files that this program reads.
const FORMAT: u32 = 1;

/// A digit answers a question: no scale has more steps, and no question more options.
pub const DIGITS: usize = 10;

/// Nobody is older.
const OLDEST: u32 = 120;

/// Nobody sits longer, in minutes.
const LONGEST: u32 = 240;

/// What answers can be asked before or shown at: rules of `assets/rules.toml`, and a move on the visit ladder.
pub const OCCASIONS: [&str; 9] = [
    "care_consideration",
    "care_re_examination",
    "programme_review",
    "contact_restriction_consideration",
    "custody_transfer_consideration",
    "hidden_location_consideration",
    "care_plan_revision",
    "programme_end",
    "ladder_move",
];

impl Instrument {
    /// Reads a file.
    ///
    /// # Errors
    /// Everything that is wrong with it, by lines.
    pub fn parse(text: &str) -> Result<Self, Vec<InstrumentFault>> {
        let instrument: Self = toml::from_str(text).map_err(|cause| {
            let line = cause.span().map_or(1, |span| Lines::at(text, span.start));
            vec![InstrumentFault { line, why: Flaw::Form, what: cause.message().trim().to_owned() }]
        })?;
        let mut check = Check { of: &instrument, lines: Lines::of(text), faults: Vec::new() };
        check.head();
        check.interval();
        check.scale();
        check.scoring();
        check.areas();
        for (nth, item) in instrument.items.iter().enumerate() {
            check.item(nth, item);
        }
        let mut faults = check.faults;
        faults.sort();
        if faults.is_empty() { Ok(instrument) } else { Err(faults) }
    }
}

/// Whether a text is a key: lower-case letters, digits and `_`.
fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

/// The instrument as it is looked through.
struct Check<'a> {
    of: &'a Instrument,
    lines: Lines<'a>,
    faults: Vec<InstrumentFault>,
}

impl Check<'_> {
    fn fault(&mut self, line: usize, why: Flaw, what: impl ToString) {
        self.faults.push(InstrumentFault { line, why, what: what.to_string() });
    }

    /// Marks a field, if something is wrong with it.
    fn unless(&mut self, is_well: bool, (table, nth, key): (&str, usize, &str), why: Flaw, what: impl ToString) {
        if !is_well {
            self.fault(self.lines.field(table, nth, key), why, what);
        }
    }

    fn texts(&mut self, table: &str, nth: usize, texts: &[(&str, &str)]) {
        for (key, text) in texts {
            self.unless(!text.trim().is_empty(), (table, nth, key), Flaw::Empty, key);
        }
    }

    fn head(&mut self) {
        let of = self.of;
        self.unless(of.format == FORMAT, ("", 0, "format"), Flaw::Format, of.format);
        self.unless(is_key(&of.name), ("", 0, "name"), Flaw::Key, &of.name);
        self.unless(of.version > 0, ("", 0, "version"), Flaw::Zero, "version");
        self.texts("", 0, &[("title_sv", &of.title_sv), ("title_en", &of.title_en), ("source", &of.source)]);
        for (key, text) in [("introduction_sv", &of.introduction_sv), ("introduction_en", &of.introduction_en)] {
            self.unless(text.as_ref().is_none_or(|text| !text.trim().is_empty()), ("", 0, key), Flaw::Empty, key);
        }
        self.unless(!of.answered_by.is_empty(), ("", 0, "answered_by"), Flaw::Nothing, "answered_by");
        self.unless(!of.seen_by.is_empty(), ("", 0, "seen_by"), Flaw::Nothing, "seen_by");
        let twice = |list: &[Answerer]| list.iter().enumerate().any(|(place, one)| list[..place].contains(one));
        self.unless(!twice(&of.answered_by), ("", 0, "answered_by"), Flaw::Twice, "answered_by");
        let staff = of.answered_by.contains(&Answerer::Staff);
        let is_told = of.about.is_some() == staff && (!staff || of.answered_by.len() == 1);
        self.unless(is_told, ("", 0, if staff { "answered_by" } else { "about" }), Flaw::About, "about");
        self.unless(!staff || of.rated_also_by.is_none(), ("", 0, "rated_also_by"), Flaw::Rater, "rated_also_by");
        self.unless((1..=LONGEST).contains(&of.minutes), ("", 0, "minutes"), Flaw::TooMuch, of.minutes);
        if let Some(ages) = of.ages {
            self.unless(ages.from <= ages.to, ("", 0, "ages"), Flaw::Order, "ages");
            self.unless(ages.to <= OLDEST, ("", 0, "ages"), Flaw::TooMuch, ages.to);
        }
    }

    fn interval(&mut self) {
        let of = self.of;
        for occasion in &of.shown_at {
            self.unless(OCCASIONS.contains(&occasion.as_str()), ("", 0, "shown_at"), Flaw::Occasion, occasion);
        }
        let Some(interval) = &of.interval else { return };
        let at = ("", 0, "interval");
        self.unless(interval.first.is_none() || interval.from.is_some(), at, Flaw::IntervalFrom, "first");
        self.unless(interval.before.is_some() != interval.of.is_empty(), at, Flaw::IntervalOf, "before");
        for occasion in &interval.of {
            let is_known = OCCASIONS.contains(&occasion.as_str()) && occasion != "ladder_move";
            self.unless(is_known, at, Flaw::Occasion, occasion);
        }
        let lengths = [
            ("first", interval.first),
            ("then", interval.then),
            ("before", interval.before),
            ("at_most_every", interval.at_most_every),
        ];
        for (key, length) in lengths {
            self.unless(length.is_none_or(Limit::is_ahead), at, Flaw::Length, key);
        }
    }

    fn scale(&mut self) {
        let Some(scale) = &self.of.scale else { return };
        let at = |key| ("scale", 0, key);
        self.unless(scale.least < scale.most, at("least"), Flaw::Order, "least");
        let steps = usize::try_from(scale.most.saturating_sub(scale.least).saturating_add(1)).unwrap_or(0);
        let is_narrow = steps <= DIGITS && scale.least >= 0 && scale.most < 10;
        self.unless(is_narrow || scale.least >= scale.most, at("most"), Flaw::ScaleWide, scale.most);
        for (key, labels) in [("labels_sv", &scale.labels_sv), ("labels_en", &scale.labels_en)] {
            self.unless(labels.len() == steps, at(key), Flaw::Labels, key);
            self.unless(labels.iter().all(|label| !label.trim().is_empty()), at(key), Flaw::Empty, key);
        }
    }

    fn scoring(&mut self) {
        let (of, scoring) = (self.of, &self.of.scoring);
        let at = |key| ("scoring", 0, key);
        let is_scored = scoring.how != How::Counts;
        let counted: Vec<&Item> = of.items.iter().filter(|item| of.counts(item)).collect();
        self.unless(!is_scored || of.scale.is_some() && !counted.is_empty(), at("how"), Flaw::NoScale, "how");
        self.unless(!is_scored || scoring.per != Per::Item, at("per"), Flaw::NotScored, "per");
        let is_summed = scoring.how == How::Sum;
        self.unless(scoring.times.is_none_or(|times| is_summed && times > 0), at("times"), Flaw::NotScored, "times");
        if let Some(least) = scoring.least_answered {
            let fewest = match scoring.per {
                Per::Whole | Per::Item => counted.len(),
                Per::Area => {
                    let of_area =
                        |area: &&str| counted.iter().filter(|item| item.area.as_deref() == Some(area)).count();
                    of.counted_areas().iter().map(of_area).min().unwrap_or(0)
                }
            };
            self.unless(least > 0, at("least_answered"), Flaw::Zero, "least_answered");
            self.unless(least <= fewest || least == 0, at("least_answered"), Flaw::LeastAnswered, least);
        }
        for (key, limit) in [("weak_at_most", scoring.weak_at_most), ("change_that_counts", scoring.change_that_counts)]
        {
            self.unless(limit.is_none() || is_scored, at(key), Flaw::NotScored, key);
        }
        if let (Some(scale), true) = (&of.scale, is_scored) {
            let times = i64::from(scoring.times.unwrap_or(1));
            let many = if is_summed { i64::try_from(counted.len()).unwrap_or(1) * times } else { 1 };
            let (least, most) = (scale.least * many * 100, scale.most * many * 100);
            let weak = scoring.weak_at_most.is_none_or(|weak| (least..=most).contains(&weak));
            self.unless(weak, at("weak_at_most"), Flaw::OffScale, "weak_at_most");
            let change = scoring.change_that_counts.is_none_or(|change| 0 < change && change <= most - least);
            self.unless(change, at("change_that_counts"), Flaw::OffScale, "change_that_counts");
        }
        let twice = scoring.beside.iter().enumerate().any(|(place, one)| scoring.beside[..place].contains(one));
        self.unless(!twice, at("beside"), Flaw::Twice, "beside");
    }

    fn areas(&mut self) {
        let of = self.of;
        for (nth, area) in of.areas.iter().enumerate() {
            let at = ("area", nth, "key");
            self.unless(is_key(&area.key) && area.key != WHOLE, at, Flaw::Key, &area.key);
            let twice =
                of.areas[..nth].iter().any(|other| other.key == area.key) || Area::from_code(&area.key).is_some();
            self.unless(!twice, at, Flaw::Twice, &area.key);
            self.texts("area", nth, &[("title_sv", &area.title_sv), ("title_en", &area.title_en)]);
        }
        self.unless(!of.items.is_empty(), ("", 0, "name"), Flaw::Nothing, "item");
    }

    fn item(&mut self, nth: usize, item: &Item) {
        let of = self.of;
        let at = |key| ("item", nth, key);
        self.unless(is_key(&item.key), at("key"), Flaw::Key, &item.key);
        let twice = of.items[..nth].iter().any(|other| other.key == item.key);
        self.unless(!twice, at("key"), Flaw::Twice, &item.key);
        self.texts("item", nth, &[("text_sv", &item.text_sv), ("text_en", &item.text_en)]);
        let is_scale = item.kind == ItemKind::Scale;
        self.unless(!is_scale || of.scale.is_some(), at("kind"), Flaw::NoScale, &item.key);
        match &item.area {
            Some(area) => {
                let known = Area::from_code(area).is_some() || of.areas.iter().any(|own| own.key == *area);
                self.unless(known, at("area"), Flaw::Area, area);
            }
            None => {
                let is_missed = of.scoring.per == Per::Area && of.counts(item);
                self.unless(!is_missed, at("key"), Flaw::NoArea, &item.key);
            }
        }
        self.options(nth, item);
        self.depends(nth, item);
        if let Some(alert) = &item.alert {
            let scale = of.scale.as_ref().filter(|_| is_scale);
            self.unless(is_scale, at("alert"), Flaw::AlertKind, &item.key);
            // An alert at every answer says nothing of any.
            let is_on = scale.is_none_or(|scale| (scale.least..scale.most).contains(&alert.at_most));
            self.unless(is_on, at("alert"), Flaw::OffScale, alert.at_most);
            let texts = [&alert.text_sv, &alert.text_en];
            self.unless(texts.iter().all(|text| !text.trim().is_empty()), at("alert"), Flaw::Empty, "alert");
            let is_back = !alert.within.is_ahead() && alert.within != Limit::Days(0);
            self.unless(!is_back, at("alert"), Flaw::Length, "within");
        }
        let is_turned = item.direction.is_none_or(|_| is_scale);
        self.unless(is_turned, at("direction"), Flaw::DirectionKind, &item.key);
        match &item.becomes {
            None => {}
            Some(Becomes::Any(outcome)) => {
                // A wish may be marked on the scale where that is not counted; what is said becomes the rest.
                let is_wish = *outcome == Outcome::Wish && item.direction == Some(Direction::None);
                self.unless(!is_scale || is_wish, at("becomes"), Flaw::BecomesKind, &item.key);
            }
            Some(Becomes::By(outcomes)) => {
                for option in outcomes.keys() {
                    let known = item.options.iter().any(|known| known.key == *option);
                    self.unless(known, at("becomes"), Flaw::BecomesOption, option);
                }
            }
        }
    }

    fn options(&mut self, nth: usize, item: &Item) {
        let is_chosen = matches!(item.kind, ItemKind::Choice | ItemKind::Many);
        let at = ("item", nth, "options");
        self.unless(!is_chosen || item.options.len() > 1, at, Flaw::NoOptions, &item.key);
        self.unless(is_chosen || item.options.is_empty(), ("item", nth, "kind"), Flaw::NotChosen, &item.key);
        self.unless(item.options.len() <= DIGITS, at, Flaw::ManyOptions, &item.key);
        for (place, option) in item.options.iter().enumerate() {
            let line = self.lines.option(nth, &option.key);
            if !is_key(&option.key) {
                self.fault(line, Flaw::Key, &option.key);
            }
            if item.options[..place].iter().any(|other| other.key == option.key) {
                self.fault(line, Flaw::Twice, &option.key);
            }
            if option.sv.trim().is_empty() || option.en.trim().is_empty() {
                self.fault(line, Flaw::Empty, &option.key);
            }
        }
    }

    fn depends(&mut self, nth: usize, item: &Item) {
        let Some(only_if) = &item.only_if else { return };
        let at = ("item", nth, "only_if");
        self.unless(only_if.is.is_empty() != only_if.not.is_empty(), at, Flaw::DependsHow, &only_if.item);
        let Some(other) = self.of.items[..nth].iter().find(|other| other.key == only_if.item) else {
            return self.fault(self.lines.field("item", nth, "only_if"), Flaw::Depends, &only_if.item);
        };
        for answer in only_if.is.iter().chain(&only_if.not) {
            let steps = self.of.scale.as_ref().map(super::parts::Scale::steps);
            let can_be = match other.kind {
                ItemKind::Scale => answer.parse().is_ok_and(|step| steps.is_some_and(|steps| steps.contains(&step))),
                ItemKind::Choice | ItemKind::Many => other.options.iter().any(|option| option.key == *answer),
                ItemKind::Text => false,
            };
            self.unless(can_be, at, Flaw::DependsOn, answer);
        }
    }
}
