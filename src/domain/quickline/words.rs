//! Every word the quick line knows, in one table, both languages at once, and what each means.
//!
//! Words are compared folded. The first word of each language is the one that completion writes. The words for days are
//! in `domain::text::day`, because forms take them too. A word is in one place only; a test sees to it.

use crate::domain::codes::{
    ActorKind, Area, CancelledBy, ConsentBy, MemberRole, Mode, Outcome, ReferralState, SessionKind,
};
use crate::domain::text::fold;

use super::RecordKind;

/// What a bare word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// How people met.
    Mode(Mode),
    /// What the session was about.
    About(SessionKind),
    /// What came of it.
    Outcome(Outcome),
}

/// Whom `@` and a word mean in a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// The one with this role.
    Role(MemberRole),
    /// Everybody in the family's list, the family home included.
    Everybody,
}

/// A row: what is meant, and the Swedish and the English words for it.
pub type Row<T> = (T, &'static [&'static str], &'static [&'static str]);

/// The kinds of records; only the first word of a line names one.
pub const KINDS: &[Row<RecordKind>] = &[
    (RecordKind::Session, &["träff"], &["session"]),
    (RecordKind::Visit, &["umgänge"], &["visit"]),
    (RecordKind::Goal, &["mål"], &["goal"]),
    (RecordKind::Task, &["att"], &["todo", "task"]),
    (RecordKind::Referral, &["lots"], &["referral"]),
];

/// The bare words.
pub const WORDS: &[Row<Word>] = &[
    (Word::Mode(Mode::HomeVisit), &["hem", "hemma", "hembesök"], &["home"]),
    (Word::Mode(Mode::Office), &["kontor", "kontoret"], &["office"]),
    (Word::Mode(Mode::Phone), &["tel", "telefon"], &["phone"]),
    (Word::Mode(Mode::Video), &["video"], &[]),
    (Word::Mode(Mode::School), &["skola", "skolan"], &["school"]),
    (Word::Mode(Mode::Outdoors), &["ute", "utomhus"], &["outdoors", "outside"]),
    (Word::About(SessionKind::Conversation), &["samtal"], &["conversation", "talk"]),
    (Word::About(SessionKind::CrisisSupport), &["kris", "krisstöd"], &["crisis"]),
    (Word::About(SessionKind::Advice), &["råd", "rådgivning"], &["advice"]),
    (Word::About(SessionKind::ChildSession), &["barn", "barnträff"], &["child", "children"]),
    (Word::About(SessionKind::NetworkMeeting), &["nätverk", "nätverksmöte"], &["network"]),
    (Word::About(SessionKind::FamilySession), &["familj", "familjeträff"], &["family"]),
    (Word::About(SessionKind::AdultsMeeting), &["vuxen", "vuxenmöte"], &["adults", "adult"]),
    (Word::About(SessionKind::Information), &["info", "information"], &[]),
    (Word::About(SessionKind::Motivation), &["motivation"], &[]),
    (Word::About(SessionKind::SharedActivity), &["miljö"], &["activity"]),
    (Word::About(SessionKind::Planning), &["planering"], &["planning"]),
    (Word::About(SessionKind::FollowUp), &["uppföljning"], &["followup", "follow-up"]),
    (Word::Outcome(Outcome::Planned), &["planerad", "planerat"], &["planned"]),
    (Word::Outcome(Outcome::Cancelled), &["inställd", "inställt"], &["cancelled", "canceled"]),
    (Word::Outcome(Outcome::NoShow), &[NO_SHOW, "uteblivit"], &["noshow", "no-show"]),
];

/// The word for nobody having come.
pub const NO_SHOW: &str = "uteblev";

/// What keeps a record in spite of a restriction of contact; the reason follows in brackets.
pub const DESPITE: &[Row<()>] = &[((), &["trots"], &["despite"])];

/// The words after `@`; given names come from the directory.
pub const PEOPLE: &[Row<Whom>] = &[
    (Whom::Role(MemberRole::Mother), &["mamma"], &["mom", "mum", "mother"]),
    (Whom::Role(MemberRole::Father), &["pappa"], &["dad", "father"]),
    (Whom::Role(MemberRole::Child), &["barnet"], &["child"]),
    (Whom::Role(MemberRole::FamilyHomeParent), &["fam", "familjehem", "familjehemmet"], &["foster"]),
    (Whom::Role(MemberRole::Trustee), &["godman", "gode-mannen"], &["trustee"]),
    (Whom::Role(MemberRole::AppointedGuardian), &["förordnad", "sfv"], &["appointed"]),
    (Whom::Everybody, &["alla"], &["all"]),
];

/// The words for sorts of actors that one refers to; the first of a language is the one that is offered.
pub const ACTORS: &[Row<ActorKind>] = &[
    (ActorKind::HealthCare, &["vårdcentral", "vårdcentralen", "vc"], &["health-centre"]),
    (ActorKind::ChildPsychiatry, &["bup"], &["camhs"]),
    (ActorKind::AdultPsychiatry, &["vuxenpsykiatri", "psykiatri"], &["psychiatry"]),
    (ActorKind::DentalCare, &["tandvård", "tandläkare", "tandläkaren"], &["dentist"]),
    (ActorKind::School, &["skola", "skolan"], &["school"]),
    (ActorKind::MaternityCare, &["mvc", "mödravård"], &["midwife"]),
    (ActorKind::ChildHealthCare, &["bvc", "barnhälsovård"], &["child-health"]),
    (ActorKind::OpenPreschool, &["öppna-förskolan", "öppen-förskola"], &["open-preschool"]),
    (ActorKind::Association, &["förening", "föreningen"], &["association"]),
];

/// The words for where a referral stands.
pub const STATES: &[Row<ReferralState>] = &[
    (ReferralState::Needed, &["behövs"], &["needed"]),
    (ReferralState::Sent, &["skickad", "skickat"], &["sent"]),
    (ReferralState::Gap, &["lucka"], &["gap"]),
];

/// What stands before who consented to a referral.
pub const CONSENT: &[Row<()>] = &[((), &["samtycke"], &["consent"])];
/// Who that is.
pub const CONSENTS: &[Row<ConsentBy>] = &[
    (ConsentBy::Guardian, &["vårdnadshavare", "vh"], &["guardian"]),
    (ConsentBy::BothGuardians, &["båda"], &["both"]),
    (ConsentBy::Child, &["barnet"], &["child"]),
    (ConsentBy::Own, &["själv"], &["own"]),
];

/// The words after `@` that mean whoever writes.
pub const ONESELF: &[Row<()>] = &[((), &["mig"], &["me"])];

/// What may stand before the day of a task and says no more than the day does.
pub const BEFORE_DAY: &[&str] = &["på", "till", "senast", "den", "by", "on", "before", "due"];

/// What stands for the people and the mode of last time.
pub const AS_LAST: &str = "=";

/// What before a name says that it is nobody known yet, and no slip of the finger.
pub const NEW: &[&str] = &["ny", "new"];

/// What tasks begin with and nobody means as the beginning of a family's name.
pub const DEEDS: &[&[&str]] = &[
    &[
        "be",
        "besök",
        "beställ",
        "boka",
        "byt",
        "följ",
        "fråga",
        "fyll",
        "gå",
        "ge",
        "hälsa",
        "hämta",
        "hjälp",
        "hör",
        "ha",
        "köp",
        "kalla",
        "kolla",
        "kom",
        "lämna",
        "läs",
        "leta",
        "möte",
        "mail",
        "maila",
        "mejl",
        "mejla",
        "ordna",
        "påminn",
        "planera",
        "prata",
        "ring",
        "säg",
        "sök",
        "samtal",
        "se",
        "skicka",
        "skriv",
        "sms",
        "stäm",
        "svara",
        "ta",
        "tala",
        "tacka",
        "tel",
        "träffa",
        "uppdatera",
        "vänta",
        "visa",
    ],
    &[
        "answer", "ask", "book", "bring", "buy", "call", "check", "fetch", "fill", "find", "get", "give", "hear",
        "help", "invite", "leave", "mail", "make", "meet", "order", "phone", "plan", "read", "remind", "ring", "see",
        "send", "show", "sort", "take", "talk", "tell", "text", "thank", "update", "visit", "wait", "write",
    ],
];

/// Whether a folded word is one that tasks begin with.
pub fn is_deed(folded: &str) -> bool {
    DEEDS.iter().any(|words| words.iter().any(|word| fold(word) == folded))
}

/// The words in the brackets of `inställd(…)`; given names come from the directory.
pub const CANCELLERS: &[Row<CancelledBy>] = &[
    (
        CancelledBy::Parent,
        &["mamma", "pappa", "förälder", "föräldern", "föräldrarna"],
        &["parent", "parents", "mom", "mum", "mother", "dad", "father"],
    ),
    (CancelledBy::Child, &["barnet", "barn"], &["child"]),
    (CancelledBy::FamilyHome, &["fam", "familjehemmet", "familjehem"], &["foster"]),
    (CancelledBy::Us, &["vi", "oss"], &["us", "we"]),
    (CancelledBy::Other, &["annan"], &["other"]),
];

/// The words after `#`, of which any unique prefix will do.
pub const AREAS: &[Row<Area>] = &[
    (Area::School, &["skola", "skolan", "skolgång"], &["school", "schooling"]),
    (Area::Leisure, &["fritid", "fritiden"], &["leisure"]),
    (Area::Psychosocial, &["psyk", "psykosocialt"], &["psychosocial"]),
    (Area::Parenting, &["föräldra", "föräldraskap", "föräldrar", "föräldrastöd"], &["parenting", "parents"]),
    (Area::Network, &["nätverk", "nätverket"], &["network"]),
];

/// Ordinary small words of running text, Swedish and English; such a word is a family only when it is its whole name.
pub const SMALL: &[&[&str]] = &[
    &[
        "alla", "allt", "andra", "att", "av", "bara", "blev", "bra", "de", "dem", "den", "det", "dig", "din", "dom",
        "där", "då", "efter", "ej", "eller", "en", "ett", "fick", "fram", "från", "för", "före", "gick", "går", "han",
        "har", "henne", "hon", "honom", "hos", "här", "i", "in", "inför", "inga", "ingen", "inte", "ja", "jag", "kan",
        "kom", "man", "med", "mellan", "men", "mig", "min", "mot", "mycket", "ned", "nej", "ner", "nu", "när", "några",
        "och", "om", "oss", "per", "på", "ringde", "samt", "sen", "sig", "sin", "ska", "som", "till", "tog", "under",
        "upp", "ut", "utan", "var", "vi", "vid", "vår", "åt", "än", "är", "över",
    ],
    &[
        "a", "about", "after", "an", "and", "are", "as", "at", "before", "but", "by", "for", "from", "had", "has",
        "her", "him", "his", "in", "is", "it", "me", "my", "no", "not", "of", "off", "on", "or", "our", "out", "over",
        "per", "she", "so", "than", "that", "the", "their", "them", "then", "they", "this", "to", "too", "under", "up",
        "was", "we", "were", "with", "without", "you",
    ],
];

/// Whether a folded word is an ordinary small one.
pub fn is_small(folded: &str) -> bool {
    SMALL.iter().any(|words| words.iter().any(|word| fold(word) == folded))
}

/// What says that a number is a time, and what that it is a length.
pub const HOUR_SIGN: &str = "kl";
/// See [`HOUR_SIGN`].
pub const MINUTE_SIGN: &str = "min";

/// What declares a goal reached, after `mål2=`.
pub const REACHED: &[&str] = &["klart", "klar", "done"];

/// The words that with a number after them name a goal.
pub const GOAL_SIGNS: &[&str] = &["mål", "goal"];

/// What a word means in a table, whatever its case and accents.
pub fn meaning<T: Copy>(table: &[Row<T>], word: &str) -> Option<T> {
    let folded = fold(word);
    let is = |words: &[&str]| words.iter().any(|known| fold(known) == folded);
    table.iter().find(|(_, swedish, english)| is(swedish) || is(english)).map(|(meaning, ..)| *meaning)
}

/// The languages of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// The second column.
    Swedish,
    /// The third.
    English,
}

/// The words of one language that complete a beginning, one for each meaning.
pub fn completing<T: Copy>(table: &[Row<T>], beginning: &str, tongue: Tongue) -> Vec<(T, &'static str)> {
    let folded = fold(beginning);
    let words = |(meaning, swedish, english): &Row<T>| {
        let words = if tongue == Tongue::Swedish { swedish } else { english };
        words.iter().find(|word| fold(word).starts_with(&folded)).map(|word| (*meaning, *word))
    };
    table.iter().filter_map(words).collect()
}

/// What a table holds for a beginning: each meaning once, with the word that completes it, Swedish before English.
pub fn beginning<T: Copy>(table: &[Row<T>], beginning: &str) -> Vec<(T, &'static str)> {
    let folded = fold(beginning);
    let completes = |word: &&&str| fold(word).starts_with(&folded);
    table
        .iter()
        .filter_map(|(meaning, swedish, english)| {
            let word = swedish.iter().find(completes).or_else(|| english.iter().find(completes))?;
            Some((*meaning, *word))
        })
        .collect()
}
