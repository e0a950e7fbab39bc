//! Looks up and fills in sentences.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::langid;

use crate::domain::codes::{Code, CodeList};
use crate::domain::entry::Fault;
use crate::domain::noun::every_noun;
use crate::domain::problem::Problem;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Swedish, the first language.
    #[default]
    Swedish,
    /// English.
    English,
}

impl Language {
    /// The language of a tag such as `sv`, `en` or `en_GB.UTF-8`; none for other languages.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "sv" => Some(Self::Swedish),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The files that hold the language, by name.
    pub(super) fn sources(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Swedish => &SWEDISH,
            Self::English => &ENGLISH,
        }
    }
}

/// One file a kind of words, and one a noun.
macro_rules! files {
    (
        rows { $($row:ident $row_file:ident $row_id:ident: $row_type:ty,)* }
        apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_type:ty,)* }
    ) => {
        files! {
            codes entry problems interface commands verify visits network week check_in tree care handover users backup
            purge research looked plan report groups folder reports rules lines ways tour;
            $($row_file)* $($apart_file)*
        }
    };
    ($($file:ident)*; $($noun:ident)*) => {
        /// The files of a noun's own words.
        #[cfg(test)]
        pub(super) const OF_NOUNS: &[&str] = &[$(stringify!($noun),)*];

        const SWEDISH: [(&str, &str); OF_EACH] = [
            $((stringify!($file), include_str!(concat!("../../assets/locales/sv/", stringify!($file), ".ftl"))),)*
            $((stringify!($noun), include_str!(concat!("../../assets/locales/sv/noun/", stringify!($noun), ".ftl"))),)*
        ];

        const ENGLISH: [(&str, &str); OF_EACH] = [
            $((stringify!($file), include_str!(concat!("../../assets/locales/en/", stringify!($file), ".ftl"))),)*
            $((stringify!($noun), include_str!(concat!("../../assets/locales/en/noun/", stringify!($noun), ".ftl"))),)*
        ];

        const OF_EACH: usize = [$(stringify!($file),)* $(stringify!($noun),)*].len();
    };
}
every_noun!(files);

/// A language, ready to speak.
pub struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// An argument of a sentence; numbers choose between singular and plural.
pub fn arg<'a>(value: impl Into<FluentValue<'a>>) -> FluentValue<'a> {
    value.into()
}

impl Locale {
    /// Reads a language. A message that cannot be read is left out, which the tests forbid.
    pub fn new(language: Language) -> Self {
        let tag = match language {
            Language::Swedish => langid!("sv"),
            Language::English => langid!("en"),
        };
        let mut bundle = FluentBundle::new(vec![tag]);
        bundle.set_use_isolating(false);
        for (_, source) in language.sources() {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The language spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A sentence without arguments.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// A sentence with arguments. A key that is missing is its own sentence, so that nothing goes unsaid; a debug build
    /// stops there instead, and every test that asks for it fails.
    pub fn tell(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let told = self.lookup(key, None, args);
        debug_assert!(told.is_some(), "no words for {key}");
        told.unwrap_or_else(|| key.to_owned())
    }

    /// A sentence without arguments, where there is one.
    pub fn said(&self, key: &str) -> Option<String> {
        self.lookup(key, None, &[])
    }

    /// Whether there is such a message.
    pub fn knows(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// What a code of a list is called.
    pub fn code(&self, list: CodeList, code: &str) -> String {
        let key = format!("{}-{code}", list.name);
        if self.knows(&key) { self.say(&key) } else { code.to_owned() }
    }

    /// What a code is called.
    pub fn label<T: Code>(&self, code: T) -> String {
        self.code(T::LIST, code.code())
    }

    /// How a measure is defined, as help tells it; none if there is no such measure.
    pub fn definition(&self, measure: &str) -> Option<String> {
        self.lookup(&format!("measure-{measure}"), Some("definition"), &[])
    }

    /// What a field is called.
    pub fn field(&self, key: &str) -> String {
        self.say(&format!("field-{key}"))
    }

    /// What a column of a kind of record is called, where that is not what the field is called in forms.
    pub fn column(&self, kind: &str, key: &str) -> String {
        let own = format!("field-{kind}-{key}");
        if self.knows(&own) { self.say(&own) } else { self.field(key) }
    }

    /// What can stand in a field of a form, where there is something to say.
    pub fn hint_for(&self, kind: &str, key: &str) -> Option<String> {
        let keys = [format!("hint-{kind}-{key}"), format!("hint-{key}")];
        keys.iter().find(|key| self.knows(key)).map(|key| self.say(key))
    }

    /// What a group of fields is called.
    pub fn group(&self, group: &str) -> String {
        self.say(&format!("group-{group}"))
    }

    /// The sentence of a problem.
    pub fn problem(&self, problem: &Problem) -> String {
        let told = self.about(problem, None);
        debug_assert!(told.is_some(), "no words for problem-{}", problem.key);
        told.unwrap_or_else(|| problem.to_string())
    }

    /// What to do about a problem, where there is something to say.
    pub fn hint(&self, problem: &Problem) -> Option<String> {
        self.about(problem, Some("hint"))
    }

    /// What is wrong with a field.
    pub fn fault(&self, fault: &Fault) -> String {
        let candidates = fault.why.candidates().join(" · ");
        let other = fault.why.other().map(|field| self.field(field)).unwrap_or_default();
        let (least, most) = fault.why.bounds().unwrap_or_default();
        let mut args = vec![
            ("value", arg(fault.value.as_str())),
            ("candidates", arg(candidates)),
            ("earlier", arg(other.clone())),
            ("other", arg(other)),
            ("least", arg(least.to_string())),
            ("most", arg(most.to_string())),
        ];
        args.extend(fault.why.arguments().iter().map(|(name, value)| (*name, arg(value.as_str()))));
        self.tell(&format!("fault-{}", fault.why.key()), &args)
    }

    fn about(&self, problem: &Problem, attribute: Option<&str>) -> Option<String> {
        let args: Vec<(&str, FluentValue<'_>)> =
            problem.args.iter().map(|(name, value)| (*name, self.argument(name, value))).collect();
        self.lookup(&format!("problem-{}", problem.key), attribute, &args)
    }

    /// Arguments that are codes or field names are said in words.
    fn argument<'a>(&self, name: &str, value: &'a str) -> FluentValue<'a> {
        let spoken = match name {
            "role" => Some(format!("role-{value}")),
            "noun" => Some(format!("noun-{value}")),
            "field" => Some(format!("field-{value}")),
            _ => None,
        };
        match spoken.as_ref().filter(|key| self.knows(key)) {
            Some(key) => arg(self.say(key)),
            None => {
                debug_assert!(name != "noun", "no words for noun-{value}, which would stand as the program calls it");
                arg(value)
            }
        }
    }

    fn lookup(&self, key: &str, attribute: Option<&str>, args: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut faults = Vec::new();
        let told = self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned();
        debug_assert!(faults.is_empty(), "{key}: {faults:?}");
        Some(told)
    }
}
