//! An invocation, with which every subcommand works: the language, the day, who asks, and what stands around.

use std::path::PathBuf;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveTime};
use clap::ArgMatches;

use super::environment::{self, Environment};
use super::failure::{Causes, Shape};
use super::settings::{self, Linear};
use crate::domain::interface::InterfaceSettings;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{Leaning, clean_line, parse_day, parse_exact_day};
use crate::locale::Locale;

/// Whether today becomes tomorrow while the program runs.
#[derive(Clone, Copy)]
enum Moves {
    WithTheClock,
    Never,
}

/// What a command is carried out with.
pub struct Invocation {
    /// The language.
    pub locale: Rc<Locale>,
    /// What counts as today.
    pub today: NaiveDate,
    moves: Moves,
    /// `--casebook`.
    pub casebook: Option<PathBuf>,
    /// Further ones, for what adds up several.
    pub further: Vec<PathBuf>,
    /// `--user`.
    pub user: Option<String>,
    /// `--passphrase-file`.
    pub passphrase_file: Option<PathBuf>,
    /// Whether the causes of an error are told.
    pub causes: Causes,
    /// Why the interface is told in lines, if it is.
    pub linear: Option<Linear>,
    /// What the user has settled for the interface.
    pub settings: InterfaceSettings,
    /// What is wrong with that.
    pub fault: Option<Problem>,
    /// The environment.
    pub around: Environment,
}

impl Invocation {
    /// What the global options ask for.
    pub fn new(locale: Locale, today: NaiveDate, around: Environment, given: &ArgMatches) -> Self {
        let mut casebooks = given.get_many("casebook").into_iter().flatten().cloned();
        let (casebook, user) = (casebooks.next(), given.get_one::<String>("user").map(|user| clean_line(user)));
        let (settings, fault) = settings::read(&around, casebook.as_deref(), user.as_deref());
        let linear = settings::linear(&around, settings, given.get_flag("linear"));
        Self {
            locale: Rc::new(locale),
            today,
            moves: if given.contains_id("today") { Moves::Never } else { Moves::WithTheClock },
            casebook,
            further: casebooks.collect(),
            user,
            passphrase_file: given.get_one("passphrase_file").cloned(),
            causes: causes(given),
            linear,
            settings,
            fault,
            around,
        }
    }

    /// What counts as today by now.
    pub fn now(&self) -> NaiveDate {
        match self.moves {
            Moves::WithTheClock => environment::today(),
            Moves::Never => self.today,
        }
    }

    /// The time of day by now; the day may be another than the machine's own.
    pub fn time(&self) -> NaiveTime {
        environment::time()
    }

    /// An option that is a day, in any form that a hand would write.
    ///
    /// # Errors
    /// What is no day.
    pub fn day(&self, given: &ArgMatches, option: &str) -> Result<Option<NaiveDate>, Problem> {
        given.get_one::<String>(option).map(|text| day(text, self.today)).transpose()
    }

    /// The period of `--from` and `--to`.
    ///
    /// # Errors
    /// What is no day; a period that ends before it begins.
    pub fn period(&self, given: &ArgMatches) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Problem> {
        match (self.day(given, "from")?, self.day(given, "to")?) {
            (Some(from), Some(to)) if to < from => Err(Problem::new(Kind::Usage, "days-in-order")),
            period => Ok(period),
        }
    }
}

/// What counts as today: `--today`, else the machine's own day.
///
/// # Errors
/// A `--today` that is no day, or that could be several: everything else leans on it.
pub fn today(around: &Environment, given: &ArgMatches) -> Result<NaiveDate, Problem> {
    let Some(text) = given.get_one::<String>("today") else { return Ok(around.today) };
    if let Some(day) = parse_exact_day(text, around.today) {
        return Ok(day);
    }
    day(text, around.today)?;
    Err(Problem::new(Kind::Usage, "vague-day").with("value", text))
}

/// How the answer is wanted.
pub fn shape(given: &ArgMatches) -> Shape {
    match given.try_get_one::<bool>("json") {
        Ok(Some(true)) => Shape::Json,
        _ => Shape::Text,
    }
}

/// Whether the causes of an error are told: if it is asked for, and where one examines the casebook.
pub fn causes(given: &ArgMatches) -> Causes {
    let examines = given.subcommand_name() == Some("doctor");
    if given.get_flag("verbose") || examines { Causes::Told } else { Causes::Untold }
}

fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, Problem> {
    parse_day(text, today, Leaning::Past).ok_or_else(|| Problem::new(Kind::Usage, "bad-day").with("value", text))
}
