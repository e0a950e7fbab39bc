//! Signs in words: what stands for itself on a screen is said, and what only draws is left out.

use crate::locale::Locale;

/// The signs that stand before a text or alone, and the words that are said instead.
const SAID: &[(&str, &str)] = &[
    ("!", "lines-wrong"),
    ("?", "lines-unclear"),
    ("✓", "lines-done"),
    ("×", "lines-cancelled"),
    ("–", "lines-nobody"),
    ("·", ""),
    ("…", "lines-begun"),
    ("→", "lines-leads-to"),
    ("○", "lines-left-out"),
    ("↑", "lines-nearer"),
    ("↓", "lines-farther"),
    ("≈", "lines-changed"),
];

/// Signs that part what stands beside one another.
const PARTS: &[&str] = &["  ", " · "];

/// Words in a language for signs, and for days as they are written in columns.
pub struct Signs {
    words: Vec<(&'static str, String)>,
    /// Short and long.
    weekdays: Vec<(String, String)>,
    months: Vec<String>,
    /// That there is nothing.
    nothing: String,
}

impl Signs {
    /// Those of a language.
    pub fn of(locale: &Locale) -> Self {
        let word = |key: &&str| if key.is_empty() { String::new() } else { locale.say(key) };
        let weekday = |day| (locale.say(&format!("weekday-short-{day}")), locale.say(&format!("weekday-long-{day}")));
        Self {
            words: SAID.iter().map(|(sign, key)| (*sign, word(key))).collect(),
            weekdays: (1..=7).map(weekday).collect(),
            nothing: locale.say("lines-none"),
            months: (1..=12).map(|month| locale.say(&format!("month-{month}"))).collect(),
        }
    }

    /// Texts as one line that can be heard.
    pub fn spoken<'t>(&self, texts: impl Iterator<Item = &'t str>) -> String {
        let mut line = String::new();
        let parts = texts.flat_map(|text| {
            PARTS.iter().fold(vec![text.to_owned()], |texts, sign| {
                texts.iter().flat_map(|text| text.split(sign).map(str::to_owned).collect::<Vec<_>>()).collect()
            })
        });
        let parts: Vec<String> = parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
        let is_sign = |place: usize| place == 0 && parts.len() > 1;
        let told = parts.iter().enumerate().map(|(place, part)| match part.as_str() {
            // Before others it says what became of something, after them that there is nothing.
            "–" if !is_sign(place) => self.nothing.clone(),
            part => self.part(part),
        });
        for part in told.filter(|part| !part.is_empty()) {
            if !line.is_empty() {
                line.push_str(if line.ends_with([':', '.', '?', '!', ',']) { " " } else { ", " });
            }
            line.push_str(&lowered(part));
        }
        line
    }

    /// A part without its signs.
    fn part(&self, text: &str) -> String {
        let text = text.trim();
        for (sign, word) in &self.words {
            let Some(rest) = text.strip_prefix(sign) else { continue };
            if rest.is_empty() {
                return word.clone();
            }
            if let Some(rest) = rest.strip_prefix(' ') {
                let rest = self.days(&shown(rest));
                return if word.is_empty() { rest } else { format!("{word}: {rest}") };
            }
        }
        self.days(&shown(text))
    }

    /// `to 19/11` in words, as it would be said; what stands elsewhere with a stroke may be no day.
    fn days(&self, text: &str) -> String {
        let mut words: Vec<String> = Vec::new();
        let is_alone = !text.contains(' ');
        for word in text.split(' ') {
            let end = word.trim_end_matches([',', '.', ':', ';', ')']);
            let weekday = words.last().and_then(|last| self.weekdays.iter().find(|(short, _)| short == last));
            match self.day(end).filter(|_| is_alone || weekday.is_some()) {
                Some(day) => {
                    if let Some((_, long)) = weekday {
                        let long = long.clone();
                        words.pop();
                        words.push(long);
                    }
                    words.push(format!("{day}{}", &word[end.len()..]));
                }
                None => words.push(word.to_owned()),
            }
        }
        words.join(" ")
    }

    /// `19/11` in words.
    fn day(&self, word: &str) -> Option<String> {
        let (day, month) = word.split_once('/')?;
        let number = |text: &str| text.parse::<usize>().ok().filter(|_| text.len() <= 2);
        let day = number(day).filter(|day| (1..=31).contains(day))?;
        let month = self.months.get(number(month)?.checked_sub(1)?)?;
        Some(format!("{day} {month}"))
    }
}

/// A text without what only draws; what was cut in a store says that it goes on.
fn shown(text: &str) -> String {
    let text: String = text
        .chars()
        .filter_map(|sign| match sign {
            '\u{2500}'..='\u{25ff}' | '\u{2800}'..='\u{28ff}' => None,
            '…' => Some('.'),
            '→' => Some('-'),
            _ => Some(sign),
        })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A part that is all capitals is a heading for the eye; to the ear it would be letters.
fn lowered(line: String) -> String {
    let letters = || line.chars().filter(|letter| letter.is_alphabetic());
    if letters().count() < 4 || letters().any(char::is_lowercase) {
        return line;
    }
    let low = line.to_lowercase();
    let mut low = low.chars();
    low.next().map(|first| first.to_uppercase().chain(low).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Signs;
    use crate::locale::{Language, Locale};

    fn spoken(texts: &[&str]) -> String {
        Signs::of(&Locale::new(Language::Swedish)).spoken(texts.iter().copied())
    }

    #[test]
    fn what_stands_beside_one_another_is_parted_and_signs_are_words() {
        assert_eq!(spoken(&["!", "Skolstart, Tor", "Rönn"]), "obs, Skolstart, Tor, Rönn");
        assert_eq!(spoken(&["✓ to 19/11  hembesök", " · Sara"]), "klart: torsdag 19 november, hembesök, Sara");
        assert_eq!(spoken(&["·", "Elias"]), "Elias");
        assert_eq!(spoken(&["–", "Bo", "sjuk"]), "uteblev, Bo, sjuk");
        assert_eq!(spoken(&["Fritid", "–"]), "Fritid, inget");
    }

    #[test]
    fn days_are_said_as_they_would_be_spoken() {
        assert_eq!(spoken(&["Berg", "to 19/11"]), "Berg, torsdag 19 november");
        assert_eq!(spoken(&["19/11", "sedan to 2/3, v. 38"]), "19 november, sedan torsdag 2 mars, v. 38");
        assert_eq!(spoken(&["Storgatan 3/4", "to 33/13"]), "Storgatan 3/4, to 33/13");
    }

    #[test]
    fn what_only_draws_is_left_out() {
        assert_eq!(spoken(&["Skola ▁▂▄▅▆", "│", "▸Elias"]), "Skola, Elias");
        assert_eq!(spoken(&["FÖRSENAT 3  skulle ha skett"]), "Försenat 3, skulle ha skett");
        assert_eq!(spoken(&["HVB", "A-12"]), "HVB, A-12");
    }
}
