//! Lists in one line of text: `;` stands between the members.
//!
//! A member that holds a `;` or a `,`, or begins with a quotation mark, stands in quotation marks, and a quotation mark
//! within them is written twice: `Elias;"Bo; Ek"`. Quotation marks elsewhere are part of the member. Files and drafts
//! write lists so; a person may also put a comma between members.

/// The members of a list, without blanks around them; those with nothing in them are left out. `commas` tells whether a
/// comma stands between members too.
pub fn split_list(text: &str, commas: bool) -> Vec<String> {
    let mut members = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let (member, after) = quoted(rest, commas).unwrap_or_else(|| {
            let end = rest.find(|sign| is_between(sign, commas)).unwrap_or(rest.len());
            let (member, after) = rest.split_at(end);
            (member.trim().to_owned(), after)
        });
        if !member.is_empty() {
            members.push(member);
        }
        match after.chars().next() {
            Some(sign) => rest = &after[sign.len_utf8()..],
            None => return members,
        }
    }
}

/// Members as a list.
pub fn join_list(members: impl IntoIterator<Item = impl ToString>) -> String {
    let members: Vec<String> = members.into_iter().map(|member| as_member(&member.to_string())).collect();
    members.join(";")
}

/// A member as it stands in a list.
pub fn as_member(member: &str) -> String {
    if member.starts_with(QUOTE) || member.contains(|sign| is_between(sign, true)) {
        format!("{QUOTE}{}{QUOTE}", member.replace(QUOTE, "\"\""))
    } else {
        member.to_owned()
    }
}

const QUOTE: char = '"';

fn is_between(sign: char, commas: bool) -> bool {
    sign == ';' || commas && sign == ','
}

/// A member in quotation marks, and what comes after it: the end, or what stands between members.
fn quoted(text: &str, commas: bool) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix(QUOTE)?;
    let mut member = String::new();
    loop {
        let end = rest.find(QUOTE)?;
        member.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix(QUOTE) {
            Some(after) => {
                member.push(QUOTE);
                rest = after;
            }
            None => break,
        }
    }
    let after = rest.trim_start();
    let ends = after.chars().next().is_none_or(|sign| is_between(sign, commas));
    ends.then(|| (member.trim().to_owned(), after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lists_are_split_where_a_hand_would() {
        for (name, text, commas, expected) in [
            ("nothing", "", false, vec![]),
            ("one", " Elias ", false, vec!["Elias"]),
            ("several", "Elias; Sara;;Noah", false, vec!["Elias", "Sara", "Noah"]),
            ("a comma in a file", "Ek, Bo;Sara", false, vec!["Ek, Bo", "Sara"]),
            ("a comma by hand", "Elias, Sara", true, vec!["Elias", "Sara"]),
            ("quoted", "Elias;\"Bo; Ek\"", false, vec!["Elias", "Bo; Ek"]),
            ("quoted, with a mark", "\"a\"\"b;c\"", false, vec!["a\"b;c"]),
            ("a mark within", "Bo \"Kalle\" Ek;Sara", false, vec!["Bo \"Kalle\" Ek", "Sara"]),
            ("a mark that is never closed", "\"Bo; Ek", false, vec!["\"Bo", "Ek"]),
            ("a nickname first", "\"Kalle\" Ek;Sara", false, vec!["\"Kalle\" Ek", "Sara"]),
        ] {
            assert_eq!(split_list(text, commas), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn what_is_joined_is_split_again(members in proptest::collection::vec("[a;, \"b]{0,6}", 0..5)) {
            let members: Vec<String> =
                members.iter().map(|member| member.trim().to_owned()).filter(|member| !member.is_empty()).collect();
            prop_assert_eq!(split_list(&join_list(&members), false), members.clone());
            prop_assert_eq!(split_list(&join_list(&members), true), members);
        }
    }
}
