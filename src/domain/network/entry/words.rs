//! Every word an entry line knows, in tables, both languages at once, and what each means.
//!
//! The words for sectors belong to the scheme. A word for an attribute means one thing only; a test sees to it. The
//! words for roles are apart, for they stand where the name stands.

use super::super::scheme::Scheme;
use crate::domain::codes::{Bond, HowOften, MemberRole, Sphere, SupportDirection, SupportKind};
use crate::domain::quickline::words::Tongue;
use crate::domain::text::fold;

/// What a word after the name says of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    /// Key of the sector in the scheme.
    Sector(String),
    /// How it stands between the two.
    Relation(Bond),
    /// Who supports whom.
    Direction(SupportDirection),
    /// A kind of support.
    Kind(SupportKind),
    /// How often they are in touch.
    Often(HowOften),
    /// Private or because of their work.
    Sphere(Sphere),
}

/// A row: what is meant, and the Swedish and the English words for it.
type Row<T> = (T, &'static [&'static str], &'static [&'static str]);

const RELATIONS: &[Row<Bond>] = &[
    (Bond::Strong, &["stark"], &["strong"]),
    (Bond::Ordinary, &["vanlig", "god"], &["ordinary", "good"]),
    (Bond::Weak, &["svag", "ytlig"], &["weak"]),
    (Bond::Strained, &["spänd", "konflikt"], &["strained", "tense", "conflict"]),
    (Bond::Broken, &["bruten", "avbruten"], &["broken"]),
];

const DIRECTIONS: &[Row<SupportDirection>] = &[
    (SupportDirection::Gives, &["ger"], &["gives"]),
    (SupportDirection::Receives, &["får"], &["receives", "gets"]),
    (SupportDirection::Both, &["ömsesidigt", "båda"], &["both", "mutual"]),
    (SupportDirection::None, &["inget"], &["none"]),
];

const KINDS: &[Row<SupportKind>] = &[
    (SupportKind::Practical, &["praktiskt", "praktisk"], &["practical"]),
    (SupportKind::Emotional, &["känslomässigt", "känslomässig", "tröst"], &["emotional", "comfort"]),
    (SupportKind::Joy, &["glädje", "roligt"], &["joy", "fun"]),
    (SupportKind::Advice, &["råd"], &["advice"]),
];

const OFTEN: &[Row<HowOften>] = &[
    (HowOften::Daily, &["dagligen", "dag"], &["daily"]),
    (HowOften::Weekly, &["vecka", "veckovis"], &["weekly"]),
    (HowOften::Monthly, &["månad", "månadsvis"], &["monthly"]),
    (HowOften::Yearly, &["år", "årligen"], &["yearly"]),
    (HowOften::Seldom, &["sällan"], &["seldom", "rarely"]),
];

const SPHERES: &[Row<Sphere>] =
    &[(Sphere::Private, &["privat"], &["private"]), (Sphere::Professional, &["yrke", "yrkesroll"], &["paid"])];

/// What says that somebody is new although another is called so.
pub const NEW: &[&str] = &["ny", "nytt", "new"];

/// What somebody is to the person in the middle, and what follows from it unless the line says otherwise.
#[derive(Debug, PartialEq, Eq)]
pub struct RoleRow {
    /// The Swedish words, the ordinary one first.
    pub swedish: &'static [&'static str],
    /// The English words, the ordinary one first.
    pub english: &'static [&'static str],
    /// Key of the sector where such a person usually is.
    pub sector: &'static str,
    /// The role in the family's list that means the same.
    pub member: Option<MemberRole>,
}

const fn row(sector: &'static str, swedish: &'static [&'static str], english: &'static [&'static str]) -> RoleRow {
    RoleRow { swedish, english, sector, member: None }
}

const fn own(member: MemberRole, swedish: &'static [&'static str], english: &'static [&'static str]) -> RoleRow {
    RoleRow { swedish, english, sector: "family", member: Some(member) }
}

/// The roles.
pub const ROLES: &[RoleRow] = &[
    own(MemberRole::Mother, &["mamma", "mor"], &["mum", "mom", "mother"]),
    own(MemberRole::Father, &["pappa", "far"], &["dad", "father"]),
    own(
        MemberRole::StepParent,
        &["styvförälder", "styvmamma", "styvpappa", "bonusmamma", "bonuspappa"],
        &["stepparent"],
    ),
    own(
        MemberRole::FamilyHomeParent,
        &["familjehemsförälder", "familjehemsmamma", "familjehemspappa", "fosterförälder"],
        &["foster", "fostermother", "fosterfather"],
    ),
    own(MemberRole::AppointedGuardian, &["förordnad", "sfv"], &["appointed"]),
    row(
        "family",
        &["syskon", "syster", "bror", "storasyster", "storebror", "lillasyster", "lillebror"],
        &["sibling", "sister", "brother"],
    ),
    row("family", &["halvsyskon", "halvsyster", "halvbror"], &["half-sibling", "half-sister", "half-brother"]),
    row("family", &["dotter", "son"], &["daughter"]),
    row("family", &["sambo", "man", "hustru", "fru", "partner", "make", "maka"], &["husband", "wife"]),
    row("family", &["hund", "katt", "husdjur"], &["dog", "cat", "pet"]),
    row("relatives", &["mormor"], &["grandmother", "grandma"]),
    row("relatives", &["farmor"], &[]),
    row("relatives", &["morfar"], &["grandfather", "grandpa"]),
    row("relatives", &["farfar"], &[]),
    row("relatives", &["moster", "faster"], &["aunt"]),
    row("relatives", &["morbror", "farbror"], &["uncle"]),
    row("relatives", &["kusin"], &["cousin"]),
    row("relatives", &["släkting"], &["relative"]),
    row(
        "friends",
        &["vän", "väninna", "kompis", "kamrat", "bästis", "pojkvän", "flickvän"],
        &["friend", "boyfriend", "girlfriend"],
    ),
    row("friends", &["granne"], &["neighbour", "neighbor"]),
    row("school_work", &["lärare", "mentor", "klassföreståndare"], &["teacher"]),
    row("school_work", &["fröken", "fritidspedagog", "förskollärare"], &[]),
    row("school_work", &["rektor"], &["headteacher"]),
    row("school_work", &["skolsköterska", "elevassistent", "skolkurator"], &["school-nurse"]),
    row("school_work", &["klasskamrat", "klasskompis"], &["classmate"]),
    row("school_work", &["chef"], &["boss", "manager"]),
    row("school_work", &["arbetskamrat", "kollega", "jobbarkompis"], &["colleague", "workmate"]),
    row("leisure", &["tränare", "ledare", "ridlärare"], &["coach", "leader"]),
    row("leisure", &["lagkamrat"], &["teammate"]),
    row("professionals", &["socialsekreterare", "barnsekreterare", "handläggare"], &["social-worker"]),
    row("professionals", &["familjehemssekreterare", "familjebehandlare"], &["therapist"]),
    row("professionals", &["stödperson", "krisstödjare", "umgängesstödjare"], &["supporter"]),
    row("professionals", &["kontaktperson", "kontaktfamilj", "stödfamilj"], &["contact-person"]),
    RoleRow {
        sector: "professionals",
        swedish: &["god-man", "godman"],
        english: &["trustee"],
        member: Some(MemberRole::Trustee),
    },
    row("professionals", &["vårdnadshavare"], &["guardian"]),
    row(
        "professionals",
        &["läkare", "psykolog", "kurator", "sjuksköterska"],
        &["doctor", "psychologist", "counsellor", "nurse"],
    ),
    row("professionals", &["präst", "imam", "diakon"], &["priest"]),
];

/// The row of a role, whatever the case and the accents; none for a word that is no role.
pub fn role(word: &str) -> Option<&'static RoleRow> {
    let folded = fold(word);
    ROLES.iter().find(|row| row.words().any(|known| fold(known) == folded))
}

impl RoleRow {
    /// Its words, both languages.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.swedish.iter().chain(self.english).copied()
    }
}

/// A word for an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word.
    pub word: &'a str,
    /// What it means.
    pub attribute: Attribute,
    /// Its language.
    pub tongue: Tongue,
}

/// Every word for an attribute with what it means.
pub fn attributes(scheme: &Scheme) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for tongue in [Tongue::Swedish, Tongue::English] {
        for sector in &scheme.sectors {
            let own = if tongue == Tongue::Swedish { &sector.words_sv } else { &sector.words_en };
            let of = |word| Word { word, attribute: Attribute::Sector(sector.key.clone()), tongue };
            words.extend(own.iter().map(|word| of(word.as_str())));
        }
        add(&mut words, RELATIONS, Attribute::Relation, tongue);
        add(&mut words, DIRECTIONS, Attribute::Direction, tongue);
        add(&mut words, KINDS, Attribute::Kind, tongue);
        add(&mut words, OFTEN, Attribute::Often, tongue);
        add(&mut words, SPHERES, Attribute::Sphere, tongue);
    }
    words
}

fn add<T: Copy>(words: &mut Vec<Word<'_>>, table: &[Row<T>], of: fn(T) -> Attribute, tongue: Tongue) {
    for (meaning, swedish, english) in table {
        let own = if tongue == Tongue::Swedish { swedish } else { english };
        words.extend(own.iter().map(|word| Word { word, attribute: of(*meaning), tongue }));
    }
}

/// What a word may mean among the attributes: what it is in full in either language, else what it begins in the one
/// that is spoken, else in the other. A word with its accents written out is taken by them first, so that `vä` is
/// friends and not `vanlig`. Each meaning once, with its first such word.
pub fn meant<'a>(words: &[Word<'a>], typed: &str, spoken: Tongue) -> Vec<Word<'a>> {
    let (plain, folded) = (typed.to_lowercase(), fold(typed));
    let begins = |word: &Word<'_>, own: bool| (word.tongue == spoken) == own;
    let tests: [&dyn Fn(&Word<'_>) -> bool; 6] = [
        &|word| word.word == plain,
        &|word| fold(word.word) == folded,
        &|word| begins(word, true) && word.word.starts_with(&plain),
        &|word| begins(word, true) && fold(word.word).starts_with(&folded),
        &|word| begins(word, false) && word.word.starts_with(&plain),
        &|word| begins(word, false) && fold(word.word).starts_with(&folded),
    ];
    for test in tests {
        let mut found: Vec<Word<'a>> = Vec::new();
        for word in words.iter().filter(|word| test(word)) {
            if found.iter().all(|other| other.attribute != word.attribute) {
                found.push(word.clone());
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_word_means_two_things() {
        let mut seen: HashMap<String, Attribute> = HashMap::new();
        for word in attributes(Scheme::shipped()) {
            let first = seen.entry(fold(word.word)).or_insert(word.attribute.clone());
            assert_eq!(*first, word.attribute, "{}", word.word);
        }
        let mut roles = HashMap::new();
        for (place, row) in ROLES.iter().enumerate() {
            assert!(Scheme::shipped().sector(row.sector).is_some(), "{}", row.sector);
            for word in row.words() {
                assert_eq!(*roles.entry(fold(word)).or_insert(place), place, "{word}");
            }
        }
    }

    #[test]
    fn a_beginning_means_what_only_it_begins() {
        let words = attributes(Scheme::shipped());
        let told =
            |typed, tongue| meant(&words, typed, tongue).iter().map(|one| one.word).collect::<Vec<_>>().join(" ");
        for (typed, swedish, english) in [
            ("sta", "stark", "stark"),
            ("SLÄ", "släkt", "släkt"),
            ("sla", "släkt", "släkt"),
            ("vä", "vänner", "vänner"),
            ("va", "vanlig", "vanlig"),
            ("fri", "fritid", "friends"),
            ("skola", "skola", "skola"),
            ("friend", "friend", "friend"),
            ("far", "får", "får"),
            ("prof", "professionella", "professionals"),
            ("str", "strong strained", "strong strained"),
            ("s", "släkt skola stark svag spänd sällan", "school strong strained seldom"),
            ("xyz", "", ""),
        ] {
            assert_eq!(told(typed, Tongue::Swedish), swedish, "{typed}");
            assert_eq!(told(typed, Tongue::English), english, "{typed}");
        }
    }
}
