//! Days as a hand writes them: `igår`, `ti`, `nästa tis`, `19/11`, `19 nov`, `v47 tis`, `2026-11-19`.
//!
//! The words table holds both languages; words are compared folded, so `igar` and `IGÅR` are one. Today is handed in.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Taken, digits, fold};

/// Which way a day looks that names no year, or no more than a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaning {
    /// The latest such day up to and including today.
    Past,
    /// The next such day from today on.
    Future,
    /// The next such day from this day on; `idag` and `nästa tis` are still seen from today.
    From(NaiveDate),
}

/// A day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// This day.
    On(NaiveDate),
    /// It has the form of a day and there is none: `31/2`, `v54`, `2027-02-29`.
    Impossible,
}

/// The words for days near today, and how many days away those are. Two words are written with one space.
pub const RELATIVE: &[(i64, &[&str], &[&str])] = &[
    (0, &["idag", "i dag"], &["today"]),
    (-1, &["igår", "i går"], &["yesterday"]),
    (-2, &["förrgår", "i förrgår", "iförrgår"], &[]),
    (1, &["imorgon", "i morgon", "imorron", "i morron"], &["tomorrow"]),
    (2, &["övermorgon", "i övermorgon", "iövermorgon"], &[]),
];

/// The words for weekdays.
pub const WEEKDAYS: &[(Weekday, &[&str], &[&str])] = &[
    (Weekday::Mon, &["mån", "måndag", "må"], &["mon", "monday"]),
    (Weekday::Tue, &["tis", "tisdag", "ti"], &["tue", "tues", "tuesday"]),
    (Weekday::Wed, &["ons", "onsdag", "on"], &["wed", "wednesday"]),
    (Weekday::Thu, &["tor", "tors", "torsdag", "to"], &["thu", "thur", "thurs", "thursday"]),
    (Weekday::Fri, &["fre", "fredag", "fr"], &["fri", "friday"]),
    (Weekday::Sat, &["lör", "lördag", "lö"], &["sat", "saturday"]),
    (Weekday::Sun, &["sön", "söndag", "sö"], &["sun", "sunday"]),
];

/// The words that move a weekday to the next or the last ISO week, and by how many weeks.
pub const STEPS: &[(i64, &[&str], &[&str])] = &[(1, &["nästa"], &["next"]), (-1, &["förra"], &["last"])];

/// The words for months; the place in the table is the month.
const MONTHS: &[&[&str]] = &[
    &["jan", "januari", "january"],
    &["feb", "februari", "february"],
    &["mar", "mars", "march"],
    &["apr", "april"],
    &["maj", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "augusti", "august"],
    &["sep", "sept", "september"],
    &["okt", "oct", "oktober", "october"],
    &["nov", "november"],
    &["dec", "december"],
];

/// What may stand before the number of a week.
const WEEK_SIGNS: &[&str] = &["vecka", "week", "v.", "v", "w"];

/// No day as written takes more words than this.
const MOST_WORDS: usize = 3;

/// How many years a day without a year is looked for: 29 February and week 53 are at most eight years apart.
const YEARS_TO_SEARCH: i32 = 8;

/// Reads a day from the first words; None when they are no day at all.
pub fn read_day(words: &[&str], today: NaiveDate, leaning: Leaning) -> Option<Taken<Day>> {
    let folded: Vec<String> = words.iter().take(MOST_WORDS).map(|word| fold(word)).collect();
    let words: Vec<&str> = folded.iter().map(String::as_str).collect();
    FORMS.iter().find_map(|form| form(&words, Seen { today, leaning }))
}

/// The day that the whole text is; None when it is not one, or one that cannot be.
pub fn parse_day(text: &str, today: NaiveDate, leaning: Leaning) -> Option<NaiveDate> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match read_day(&words, today, leaning)? {
        Taken { value: Day::On(day), words: taken } if taken == words.len() => Some(day),
        _ => None,
    }
}

/// Reads a day, or the days of a week where no weekday is told, from the first words: the first and the last of them.
/// Inside, none if they look like a day and there is none such.
pub fn read_days(words: &[&str], today: NaiveDate, leaning: Leaning) -> Option<Taken<Option<(NaiveDate, NaiveDate)>>> {
    let taken = read_day(words, today, leaning)?;
    let Day::On(day) = taken.value else { return Some(Taken { value: None, words: taken.words }) };
    // With a weekday put after it, a week and nothing else becomes another day.
    let with = |weekday| {
        let mut words = words[..taken.words].to_vec();
        words.push(weekday);
        read_day(&words, today, leaning).filter(|read| read.words > taken.words)
    };
    let value = match with("mon").zip(with("sun")) {
        None => Some((day, day)),
        Some((Taken { value: Day::On(monday), .. }, Taken { value: Day::On(sunday), .. })) => {
            // In the week that is, Monday may lie before today and be looked for a year ahead.
            let monday = if monday <= sunday { Some(monday) } else { shifted(sunday, -6) };
            monday.map(|monday| (monday, sunday))
        }
        Some(_) => None,
    };
    Some(Taken { value, words: taken.words })
}

/// The last day that the whole text is: of a week its Sunday. None when it is no day, or one that cannot be.
pub fn parse_last_day(text: &str, today: NaiveDate, leaning: Leaning) -> Option<NaiveDate> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let taken = read_days(&words, today, leaning)?;
    taken.value.filter(|_| taken.words == words.len()).map(|(_, last)| last)
}

/// A day of birth as it stands first in an identity number, `880314` or `19880314`, or a year alone, `1988`, which is
/// taken for its first day. Of two centuries it is the latest that has been.
pub fn parse_birth(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    let number = |part: &str| part.parse::<u32>().ok();
    let year = |part: &str| part.parse::<i32>().ok();
    if !text.bytes().all(|sign| sign.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        4 => NaiveDate::from_ymd_opt(year(text)?, 1, 1),
        8 => NaiveDate::from_ymd_opt(year(&text[..4])?, number(&text[4..6])?, number(&text[6..])?),
        6 => {
            let day = |century: i32| {
                NaiveDate::from_ymd_opt(century + year(&text[..2])?, number(&text[2..4])?, number(&text[4..])?)
            };
            let century = today.year() / 100 * 100;
            day(century).filter(|day| *day <= today).or_else(|| day(century - 100))
        }
        _ => None,
    }
}

/// The day that the whole text is, if it says by itself which year that is.
pub fn parse_dated(text: &str) -> Option<NaiveDate> {
    // Days that differ in year, week, weekday and month: what both read alike leans on neither.
    let far = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let (early, late) = (far(1950, 2, 3)?, far(2150, 11, 19)?);
    let day = parse_day(text, early, Leaning::Past)?;
    (parse_day(text, late, Leaning::Future) == Some(day)).then_some(day)
}

/// The day that the whole text is, if it says its year or is a word such as `idag`: a day that is meant exactly.
pub fn parse_exact_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words = fold(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    parse_dated(text).or_else(|| shifted(today, named(RELATIVE, &words)?))
}

/// From where a day is seen.
#[derive(Clone, Copy)]
struct Seen {
    today: NaiveDate,
    leaning: Leaning,
}

impl Seen {
    /// From where one leans.
    fn here(self) -> NaiveDate {
        match self.leaning {
            Leaning::Past | Leaning::Future => self.today,
            Leaning::From(day) => day,
        }
    }

    /// The nearest day in the direction of the leaning among one candidate a year, counting from a year.
    fn nearest(self, year: i32, day_of: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
        (0..=YEARS_TO_SEARCH)
            .filter_map(|years| match self.leaning {
                Leaning::Past => day_of(year - years),
                Leaning::Future | Leaning::From(_) => day_of(year + years),
            })
            .find(|day| match self.leaning {
                Leaning::Past => *day <= self.here(),
                Leaning::Future | Leaning::From(_) => *day >= self.here(),
            })
    }
}

type Form = fn(&[&str], Seen) -> Option<Taken<Day>>;

/// The forms, tried in this order. They do not overlap; the order only saves work.
const FORMS: &[Form] = &[relative, weekday, stepped_weekday, week, slashed, dashed, run_together, named_month];

fn taken(day: Option<NaiveDate>, words: usize) -> Option<Taken<Day>> {
    Some(Taken { value: day.map_or(Day::Impossible, Day::On), words })
}

/// The entry of a table of words that one of its words names.
fn named<T: Copy>(table: &[(T, &[&str], &[&str])], folded: &str) -> Option<T> {
    let is = |words: &[&str]| words.iter().any(|word| fold(word) == folded);
    table.iter().find(|(_, swedish, english)| is(swedish) || is(english)).map(|(entry, ..)| *entry)
}

fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let step = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(step) } else { day.checked_add_days(step) }
}

/// `igår`, `i går`, `yesterday`
fn relative(words: &[&str], seen: Seen) -> Option<Taken<Day>> {
    let pair = words.get(..2).and_then(|pair| named(RELATIVE, &pair.join(" "))).map(|days| (days, 2));
    let (days, words) = pair.or_else(|| Some((named(RELATIVE, words.first()?)?, 1)))?;
    taken(shifted(seen.today, days), words)
}

/// `tis`
fn weekday(words: &[&str], seen: Seen) -> Option<Taken<Day>> {
    let weekday = named(WEEKDAYS, words.first()?)?;
    let here = seen.here();
    let days = match seen.leaning {
        Leaning::Past => -i64::from(here.weekday().days_since(weekday)),
        Leaning::Future | Leaning::From(_) => i64::from(weekday.days_since(here.weekday())),
    };
    taken(shifted(here, days), 1)
}

/// `nästa tis`, `last tue`
fn stepped_weekday(words: &[&str], seen: Seen) -> Option<Taken<Day>> {
    let weeks = named(STEPS, words.first()?)?;
    let weekday = named(WEEKDAYS, words.get(1)?)?;
    let within = i64::from(weekday.num_days_from_monday()) - i64::from(seen.today.weekday().num_days_from_monday());
    taken(shifted(seen.today, weeks * 7 + within), 2)
}

/// `v47`, `v.47`, `v. 47`, each with a weekday after it or not
fn week(words: &[&str], seen: Seen) -> Option<Taken<Day>> {
    let first = words.first()?;
    let (number, used) = match WEEK_SIGNS.iter().find_map(|sign| digits(first.strip_prefix(sign)?, 1..=2)) {
        Some(number) => (number, 1),
        None if WEEK_SIGNS.contains(first) => (digits(words.get(1)?, 1..=2)?, 2),
        None => return None,
    };
    let named = words.get(used).and_then(|word| named(WEEKDAYS, word));
    let weekday = named.unwrap_or(Weekday::Mon);
    let day = seen.nearest(seen.here().iso_week().year(), |year| NaiveDate::from_isoywd_opt(year, number, weekday));
    taken(day, used + usize::from(named.is_some()))
}

/// `19/11`, with a year after it or not: `19/11-26`, `19/11/2026`, `19/11 2026`
fn slashed(words: &[&str], seen: Seen) -> Option<Taken<Day>> {
    let (day, rest) = words.first()?.split_once('/')?;
    let (month, year) = match rest.split_once(['-', '/']) {
        Some((month, year)) => (month, Some(written_year(year)?)),
        None => (rest, None),
    };
    let (day, month) = (digits(day, 1..=2)?, digits(month, 1..=2)?);
    match year {
        Some(year) => taken(NaiveDate::from_ymd_opt(year, month, day), 1),
        None => with_year_after(words, 1, (month, day), seen),
    }
}

/// `2026-11-19`
fn dashed(words: &[&str], _: Seen) -> Option<Taken<Day>> {
    let parts: Vec<&str> = words.first()?.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let (year, month, day) = (digits(year, 4..=4)?, digits(month, 1..=2)?, digits(day, 1..=2)?);
    taken(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day), 1)
}

/// `20261119`; eight digits that begin with no century of ours are something else
fn run_together(words: &[&str], _: Seen) -> Option<Taken<Day>> {
    let number = digits(words.first()?, 8..=8)?;
    let (year, month, day) = (century_year(number / 10_000)?, number / 100 % 100, number % 100);
    taken(NaiveDate::from_ymd_opt(year, month, day), 1)
}

/// `19 nov`, `19nov`, with a year after it or not
fn named_month(words: &[&str], seen: Seen) -> Option<Taken<Day>> {
    let first = words.first()?;
    let split = first.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(first.len());
    let (day, rest) = first.split_at(split);
    let day = digits(day, 1..=2)?;
    let (name, used) = if rest.is_empty() { (*words.get(1)?, 2) } else { (rest, 1) };
    let month = (1..).zip(MONTHS).find(|(_, names)| names.contains(&name)).map(|(month, _)| month)?;
    with_year_after(words, used, (month, day), seen)
}

/// A month and a day, with the year in the next word, or else the nearest one.
fn with_year_after(words: &[&str], used: usize, (month, day): (u32, u32), seen: Seen) -> Option<Taken<Day>> {
    match words.get(used).and_then(|word| century_year(digits(word, 4..=4)?)) {
        Some(year) => taken(NaiveDate::from_ymd_opt(year, month, day), used + 1),
        None => taken(seen.nearest(seen.here().year(), |year| NaiveDate::from_ymd_opt(year, month, day)), used),
    }
}

/// A year of two or four digits.
fn written_year(text: &str) -> Option<i32> {
    match digits(text, 2..=2) {
        Some(year) => i32::try_from(2000 + year).ok(),
        None => century_year(digits(text, 4..=4)?),
    }
}

/// A year that people mean when they write four digits.
fn century_year(year: u32) -> Option<i32> {
    if (1900..2200).contains(&year) { i32::try_from(year).ok() } else { None }
}

#[cfg(test)]
#[path = "day_tests.rs"]
mod tests;
