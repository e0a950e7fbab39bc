//! What the word at the cursor could become.

use super::*;

/// Completes at the `|` and gives each result as the whole line.
fn completed(marked: &str, context: &Context) -> Vec<String> {
    let cursor = marked.find('|').unwrap();
    let line = marked.replace('|', "");
    let apply = |completion: Completion| {
        let mut line = line.clone();
        line.replace_range(completion.replace, &completion.with);
        line
    };
    complete(&line, cursor, context, &Names).unwrap().into_iter().map(apply).collect()
}

#[test]
fn words_and_names_are_completed() {
    for (marked, expected) in [
        ("lin|", vec!["Lindström"]),
        ("trä|", vec!["träff"]),
        ("tel tra|", vec![]),
        ("lind ig|", vec!["lind igår"]),
        ("lind tors|", vec!["lind tors"]),
        ("lind må|", vec!["lind mån"]),
        ("lind nas|", vec!["lind nästa"]),
        ("lind ko| igår", vec!["lind kontor igår"]),
        ("lind ph|", vec!["lind phone"]),
        ("lind sat|", vec!["lind sat"]),
        ("lind @fat|", vec!["lind @father"]),
        ("umg|", vec!["umgänge"]),
        ("lot|", vec!["lots"]),
        ("vis|", vec!["visit"]),
        ("lind pla|", vec!["lind planering", "lind planerad"]),
        ("b|", vec!["barn", "Berg"]),
        ("nord|", vec!["Nordin", "Nordqvist"]),
        ("ande|", vec!["A-8", "A-9"]),
        ("tel al ha|", vec!["tel Al Hassan"]),
        ("von s|", vec!["von Sydow", "von skola", "von samtal", "von sön"]),
        ("li|xyz tel", vec!["Lindström tel"]),
        ("kon|", vec!["kontor"]),
        ("he|", vec!["hem", "A-12"]),
        ("lind @e|", vec!["lind @Elias"]),
        ("@e| lind", vec!["@Elias lind"]),
        ("lind @m|", vec!["lind @mamma"]),
        ("lind @f|", vec!["lind @fam"]),
        ("berg @|", vec!["berg @mamma", "berg @barnet", "berg @alla", "berg @Mona", "berg @Leo"]),
        ("ek @k|", vec!["ek @P-14", "ek @P-15"]),
        ("ek @anna|", vec!["ek @Anna", "ek @Anna-Karin"]),
        ("@m|", vec![]),
        ("lind #s|", vec!["lind #skola"]),
        ("lind #f|", vec!["lind #fritid", "lind #föräldra"]),
        ("lind >ti|", vec!["lind >tis"]),
        ("lind inställd(ma|", vec!["lind inställd(mamma"]),
        ("lind inställd(el|: sjuk)", vec!["lind inställd(Elias: sjuk)"]),
        ("lind inställd (ma|", vec!["lind inställd (mamma"]),
        ("lind inställd(mamma: s|", vec![]),
        ("lind uteblev(ma|", vec![]),
        ("lind -- lin|", vec![]),
        ("lind |", vec![]),
        ("|lind", vec![]),
        ("|", vec![]),
    ] {
        assert_eq!(completed(marked, &context()), expected, "{marked}");
    }
    assert_eq!(completed("tel @l|", &in_family("A-2")), ["tel @Leo"]);
}

#[test]
fn a_cursor_inside_a_letter_or_past_the_end_is_no_trouble() {
    assert_eq!(complete("åk", 1, &context(), &Names).unwrap(), []);
    assert_eq!(complete("åk", 99, &context(), &Names).unwrap().len(), 1);
}

#[test]
fn a_completed_family_is_read_as_that_family() {
    for (at, row) in FAMILIES.iter().enumerate() {
        let begun: String = row.1.chars().take(2).collect();
        let found = complete(&begun, begun.len(), &context(), &Names).unwrap();
        let means = |with: &str| reading(with, &context()).family.map(|family| family.id);
        let this = FamilyId(at as i64);
        // Of two families, one may be called what the other's reference looks like.
        let odd = ["14-16", "V12"].contains(&row.0);
        assert!(odd || found.iter().any(|completion| means(&completion.with) == Some(this)), "{}", row.1);
    }
}
