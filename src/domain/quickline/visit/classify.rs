//! The meanings of words in a line about visits, before anybody is asked for names.

use chrono::{NaiveDate, Weekday};

use super::super::classify::{Claim, Named, Reader, Seen, clock, day, despite, length, one, outcome, person};
use super::super::part::{Fault, LastDay, Meaning};
use super::super::words::{HOUR_SIGN, NEW, WORDS, meaning};
use super::words::{
    BETWEEN, CHOICES, CONTACTS, EVERY_SO_MANY, FILLERS, PLACES, RHYTHMS, Rhythm, SIGNS, STEPS, Sign, TAGS, TIMES, Tag,
};
use crate::domain::codes::MonthPlace;
use crate::domain::text::{
    Clock, Day, Leaning, Taken, clean_line, day as days, fold, parse_time, parse_times, read_clock, read_day, read_days,
};
use crate::domain::visit::pattern::{MOST_TIMES, MOST_WEEKS};
use crate::domain::visit::{Pattern, Weekdays};

pub const READERS: &[Reader] = &[
    person, outcome, despite, pattern, signed, times, step, tagged, contact, of_session, stay, day, over_night, clock,
    length,
];

/// `varje lör`, `varannan lör`, `var3 lör`, `jämna lör sön`, `1:a lör`
fn pattern(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let Taken { value, words } = read_pattern(words)?;
    let told = |(pattern, weekdays)| Meaning::Pattern { pattern, weekdays }.into();
    Some(Taken { value: value.map_or_else(Claim::from, told), words })
}

/// A pattern and its weekdays from the first words; inside, what is wrong with it.
pub fn read_pattern(words: &[&str]) -> Option<Taken<Result<(Pattern, Weekdays), Fault>>> {
    let (rhythm, used) = rhythm(words)?;
    let filler = words.get(used).is_some_and(|word| FILLERS.contains(&fold(word).as_str()));
    let used = used + usize::from(filler && !matches!(rhythm, Ok(Pattern::Monthly { .. })));
    let (weekdays, taken) = weekdays(&words[used..]);
    let value = match rhythm {
        // A place is a place only before a weekday: `andra` is many things.
        Ok(Pattern::Monthly { .. }) if weekdays.is_empty() => return None,
        rhythm => rhythm.map(|pattern| (pattern, weekdays)),
    };
    Some(Taken { value, words: used + taken })
}

fn rhythm(words: &[&str]) -> Option<(Result<Pattern, Fault>, usize)> {
    let first = words.first()?;
    if let Some(place) = meaning(PLACES, first) {
        return Some((Ok(Pattern::Monthly { place }), 1));
    }
    let second = words.get(1).map(|word| fold(word)).unwrap_or_default();
    match meaning(RHYTHMS, first) {
        Some(Rhythm::Every) if second == "annan" || second == "other" => Some((Ok(Pattern::Nth { weeks: 2 }), 2)),
        // `varje tredje lör` may be every third week or the third of the month; first and last are in the month only.
        Some(Rhythm::Every) => match meaning(PLACES, &second) {
            Some(place @ (MonthPlace::First | MonthPlace::Last)) => Some((Ok(Pattern::Monthly { place }), 2)),
            Some(_) => Some((Err(Fault::BadPattern), 2)),
            None if second == "last" => Some((Ok(Pattern::Monthly { place: MonthPlace::Last }), 2)),
            None => Some((Ok(Pattern::Week), 1)),
        },
        Some(Rhythm::Second) => Some((Ok(Pattern::Nth { weeks: 2 }), 1)),
        Some(Rhythm::Even) => Some((Ok(Pattern::Even { week_53: None }), 1)),
        Some(Rhythm::Odd) => Some((Ok(Pattern::Odd { week_53: None }), 1)),
        None => {
            let folded = fold(first);
            let rest = EVERY_SO_MANY.iter().find_map(|sign| folded.strip_prefix(sign))?;
            let number = [":e", ":dje", "e"].iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest);
            let pattern = match number_of(number)? {
                Some(1) => Ok(Pattern::Week),
                Some(weeks) if (2..=MOST_WEEKS).contains(&weeks) => Ok(Pattern::Nth { weeks }),
                _ => Err(Fault::BadPattern),
            };
            Some((pattern, 1))
        }
    }
}

/// The number that digits are; inside, none if it is too large to be one.
fn number_of(digits: &str) -> Option<Option<u32>> {
    let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| digits.parse().ok())
}

/// The weekdays that words begin with, and how many words that takes.
fn weekdays(words: &[&str]) -> (Weekdays, usize) {
    let (mut found, mut used) = (Weekdays::NONE, 0);
    while let Some(word) = words.get(used) {
        let between = used > 0 && BETWEEN.contains(&fold(word).as_str());
        let at = used + usize::from(between);
        let Some(some) = words.get(at).and_then(|word| weekdays_in(word)) else { break };
        found = some.iter().fold(found, |found, weekday| found.with(*weekday));
        used = at + 1;
    }
    (found, used)
}

/// `tis`, `tisdagar`, `tis,tors`, `lör+sön`
fn weekdays_in(word: &str) -> Option<Vec<Weekday>> {
    let folded = fold(word);
    let names = folded.split([',', '+']).filter(|name| !name.is_empty());
    let weekday = |name: &str| {
        let long = [name.strip_suffix("ar"), name.strip_suffix("en"), name.strip_suffix('s')];
        let long =
            long.into_iter().flatten().filter(|name| name.len() >= 6).find_map(|name| meaning(days::WEEKDAYS, name));
        meaning(days::WEEKDAYS, name).or(long)
    };
    let all: Option<Vec<Weekday>> = names.map(weekday).collect();
    all.filter(|all| !all.is_empty())
}

/// `fom 1/12`, `tom v22`, `utan 26/12`, `utan v8`, `utan stöd`
fn signed(words: &[&str], seen: Seen) -> Option<Taken<Claim>> {
    let sign = meaning(SIGNS, words.first()?)?;
    let rest = &words[1..];
    if rest.first().is_some_and(|word| is_two_things(words[0], word)) {
        let either = ["juli", "24/12"].map(|day| format!("{} {day}", words[0]));
        return Some(Taken { value: Fault::Meant(either.to_vec()).into(), words: 2 });
    }
    if sign == Sign::Without && rest.first().is_some_and(|word| meaning(TAGS, word) == Some(Tag::Support)) {
        return Some(Taken { value: Meaning::Unsupported.into(), words: 2 });
    }
    let Some(Taken { value, words }) = span(rest, sign, seen) else { return one(Fault::Unknown) };
    let value = match (sign, value) {
        (_, None) => Fault::BadDate.into(),
        (Sign::From, Some((first, _))) => Meaning::Day(first).into(),
        (Sign::Until, Some((_, last))) => Meaning::Until(last).into(),
        (Sign::Without, Some((first, last))) => Meaning::Without(first, last).into(),
    };
    Some(Taken { value, words: 1 + words })
}

/// `jul` after a Swedish word is Christmas or July, half a year apart; after an English one it is July.
fn is_two_things(sign: &str, word: &str) -> bool {
    let is_english = SIGNS.iter().any(|(_, _, english)| english.contains(&fold(sign).as_str()));
    fold(word) == "jul" && !is_english
}

/// The days that words are, the first and the last: one day, or the days of a week where no weekday is told. Inside,
/// none if they look like a day and there is none such.
fn span(words: &[&str], sign: Sign, seen: Seen) -> Option<Taken<Option<(NaiveDate, NaiveDate)>>> {
    let near_today = words.first().is_some_and(|word| meaning(days::RELATIVE, word).is_some());
    let from =
        if sign == Sign::From || near_today { seen.today } else { seen.today.max(seen.first.unwrap_or(seen.today)) };
    read_days(words, from, Leaning::Future)
}

/// `10ggr`, `10 ggr`
fn times(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let first = fold(words.first()?);
    let split = first.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(first.len());
    let (number, unit) = first.split_at(split);
    let apart = unit.is_empty();
    let unit = if apart { fold(words.get(1)?) } else { unit.to_owned() };
    let is_unit = TIMES.iter().any(|known| fold(known) == unit);
    let number = number_of(number).filter(|_| is_unit)?;
    let value = match number.filter(|times| (1..=MOST_TIMES).contains(times)) {
        Some(times) => Meaning::Times(times).into(),
        None => Fault::BadTimes.into(),
    };
    Some(Taken { value, words: 1 + usize::from(apart) })
}

/// `steg3`, `steg 3`
fn step(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let first = fold(words.first()?);
    let rest = STEPS.iter().find_map(|sign| first.strip_prefix(sign))?;
    let apart = rest.is_empty();
    let number = if apart { words.get(1)? } else { rest };
    let number = number_of(number)?.and_then(|number| u8::try_from(number).ok());
    let value = match number {
        Some(number) => Meaning::Step(number).into(),
        None => Fault::NoSuchStep.into(),
    };
    Some(Taken { value, words: 1 + usize::from(apart) })
}

/// `stöd:Karin`, `stöd:Karin,Maria`, `plats:Stora_rummet`, `v53:varannan`
fn tagged(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let (tag, text) = words.first()?.split_once(':')?;
    let tag = meaning(TAGS, tag)?;
    let apart = text.is_empty();
    let text = if apart { words.get(1).copied().unwrap_or_default() } else { text };
    let used = 1 + usize::from(apart && !text.is_empty());
    let clean = |text: &str| clean_line(&text.replace('_', " ")).trim().to_owned();
    let value = match tag {
        Tag::Place => Some(clean(text)).filter(|place| !place.is_empty()).map(Meaning::Place),
        Tag::Week53 => meaning(CHOICES, text).map(Meaning::Week53),
        Tag::Support => {
            let mut names: Vec<Named> = Vec::new();
            for name in text.split(',').map(named).map(|(name, is_new)| Named { name: clean(name), is_new }) {
                if !name.name.is_empty() && names.iter().all(|known| known.name != name.name) {
                    names.push(name);
                }
            }
            if !names.is_empty() {
                return Some(Taken { value: Claim::Supporters(names), words: used });
            }
            None
        }
    };
    Some(Taken { value: value.unwrap_or(Meaning::Fault(Fault::Unknown)).into(), words: used })
}

/// A name, and whether it stands after `ny:`.
fn named(text: &str) -> (&str, bool) {
    match text.split_once(':') {
        Some((sign, name)) if NEW.contains(&fold(sign.trim()).as_str()) => (name, true),
        _ => (text, false),
    }
}

/// `17 - sön 18`, `kl 17-29/11 18`: from a time to another on a later day
fn stay(words: &[&str], seen: Seen) -> Option<Taken<Claim>> {
    let sign = usize::from(is_hour_sign(words.first()?));
    let from = words.get(sign)?;
    // The dash stands apart, or is glued to either side of it.
    let glued = from.split_once(DASHES).filter(|(_, rest)| parse_time(rest).is_none());
    let (start, rest, next) = match glued {
        Some((start, rest)) => (start, rest, sign + 1),
        None => (*from, words.get(sign + 1)?.strip_prefix(DASHES)?, sign + 2),
    };
    let start = parse_time(start)?;
    let mut later: Vec<&str> = if rest.is_empty() { Vec::new() } else { vec![rest] };
    let apart = later.len();
    later.extend(words.get(next..)?);
    let (last, day_words) = last_day(&later, seen)?;
    let at = day_words + usize::from(later.get(day_words).is_some_and(|word| is_hour_sign(word)));
    let end = later.get(at).copied().and_then(parse_time);
    let used = next + at - apart;
    let Some(end) = end else { return Some(Taken { value: Fault::BadTime.into(), words: used.max(1) }) };
    let value = last.map_or_else(|| Fault::BadDate.into(), |last| Meaning::Stay { start, end, last }.into());
    Some(Taken { value, words: used + 1 })
}

const DASHES: [char; 2] = ['-', '–'];

fn is_hour_sign(word: &str) -> bool {
    fold(word).trim_end_matches('.') == HOUR_SIGN
}

/// The day on which a stay ends, and how many words that takes; inside, none where there is none such.
fn last_day(words: &[&str], seen: Seen) -> Option<(Option<LastDay>, usize)> {
    if let Some(weekday) = meaning(days::WEEKDAYS, words.first()?) {
        return Some((Some(LastDay::Weekday(weekday)), 1));
    }
    let day = read_day(words, seen.today, Leaning::From(seen.first.unwrap_or(seen.today)))?;
    let last = match day.value {
        Day::On(day) => Some(LastDay::On(day)),
        Day::Impossible => None,
    };
    Some((last, day.words))
}

/// `18-10`, `kl 18-10`: to the next morning
fn over_night(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let clock = read_clock(words)?;
    if clock.value != Clock::EndBeforeStart {
        return None;
    }
    let (start, end) = parse_times(&words[..clock.words].join(" "))?;
    let end = end.filter(|end| *end < start)?;
    Some(Taken { value: Meaning::Stay { start, end, last: LastDay::Next }.into(), words: clock.words })
}

/// `tel`, `brev`
fn contact(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    one(Meaning::Contact(meaning(CONTACTS, words.first()?)?))
}

/// `hem`, `samtal`: a word of sessions is none of visits, and no family either.
fn of_session(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    meaning(WORDS, words.first()?)?;
    one(Fault::Unknown)
}
