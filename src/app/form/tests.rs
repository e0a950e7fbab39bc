//! A form with several notes, and what visits' fields show.

use super::noun::arrangement::ARRANGEMENT;
use super::noun::visit::ACCOUNT;
use super::*;
use crate::locale::Language;
use chrono::NaiveDate;

fn form(noun: &'static FormNoun, draft: Draft) -> (Form, Rc<Locale>) {
    let locale = Rc::new(Locale::new(Language::Swedish));
    (Form::new(noun, What::New(String::new()), draft, &locale), locale)
}

fn go_to(form: &mut Form, key: &str) {
    form.focus = form.fields.iter().position(|state| state.field.key == key).unwrap();
    form.touch = Touch::Fresh;
}

fn write(form: &mut Form, key: &str, text: &str) {
    go_to(form, key);
    for letter in text.chars() {
        form.type_key(if letter == '\n' { Key::Enter } else { Key::Char(letter) });
    }
}

#[test]
fn each_note_keeps_its_own_text() {
    let (mut form, locale) = form(&ACCOUNT, Draft::default().with("judgement", "lugnt"));
    assert!(form.open_note().is_none());
    write(&mut form, "interplay", "lekte\nläste");
    write(&mut form, "judgement", " och bra");
    write(&mut form, "late_minutes", "10");
    let draft = form.draft();
    assert_eq!(draft.get("interplay"), "lekte\nläste");
    assert_eq!(draft.get("judgement"), "lugnt och bra");
    assert_eq!((draft.get("late_minutes"), draft.filled().count()), ("10", 3));
    go_to(&mut form, "interplay");
    assert_eq!(form.open_note().map(|note| note.key), Some("interplay"));
    let kept = form.kept().unwrap();
    let mut again = Form::new(&ACCOUNT, What::New(String::new()), Draft::default(), &locale);
    assert!(again.restore(&kept));
    assert_eq!(again.draft(), draft);
}

#[test]
fn a_series_is_shown_in_ones_own_words() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let draft = Draft::default().with("pattern", "even sat").with("supervision", "yes");
    let (mut form, locale) = form(&ARRANGEMENT, draft);
    assert_eq!((form.draft().get("pattern"), form.draft().get("supervision")), ("jämna lör", "ja"));
    for (key, text, understood) in [
        ("pattern", "varannan lör", Some("varannan vecka lö")),
        ("pattern", "hej", None),
        ("until", "v22", Some("söndag 6 juni 2027")),
        ("start", "10-14.30", Some("10–14.30")),
        ("end", "1430", Some("14.30")),
    ] {
        write(&mut form, key, text);
        assert_eq!(form.understood(&locale, today).as_deref(), understood, "{text}");
    }
    assert!(form.hint(&locale).is_some());
}
