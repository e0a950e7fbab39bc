//! `trygg demo`: a casebook of invented families, and the interface on it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::failure::Failure;
use crate::cli::interface::Lasts;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Output, plain};
use crate::cli::temporary::Temporary;
use crate::cli::{environment, interface, opening, stage};
use crate::demo;
use crate::domain::problem::{Kind, Problem};
use crate::locale::arg;
use crate::store::{Casebook, CasebookKind, FirstUser, Store};

const FAMILIES: u64 = 48;
/// Families that one practises on, and that the tour leads through.
const PRACTISED: u32 = 12;
const TOURED: u32 = 1;
const SEED: u64 = 1;

/// Makes the demo where there is none yet, and opens it.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let opens = !given.get_flag("no_open");
    if opens && call.linear.is_none() && !(call.around.terminal.input && call.around.terminal.output) {
        return Err(Problem::new(Kind::Usage, "demo-needs-terminal").into());
    }
    if given.get_flag("practice") {
        return practise(call, given);
    }
    let families = given.get_one::<u64>("families").copied().unwrap_or(FAMILIES);
    let families = u32::try_from(families).unwrap_or(u32::MAX);
    let seed = given.get_one::<u64>("seed").copied().unwrap_or(SEED);
    match given.get_one::<PathBuf>("dir") {
        Some(directory) => {
            let (casebook, made) = match Casebook::find(directory) {
                Ok(there) => (demo_only(there)?, Made::Before),
                Err(problem) if ["no-casebook", "casebook-half-made"].contains(&problem.key) => {
                    (make(call, directory, families, seed)?, Made::Now)
                }
                Err(problem) => return Err(problem.into()),
            };
            if opens { open(call, &casebook, Lasts::Always) } else { tell(call, directory, made, families) }
        }
        None if opens => {
            // Gone when the interface closes, unless it was killed.
            let directory = temporary(&call.around.temporary)?;
            let casebook = make(call, directory.path(), families, seed)?;
            open(call, &casebook, Lasts::WithTheProgram)
        }
        None => {
            let argument = Problem::new(Kind::Usage, "missing-argument").with("argument", "--dir");
            Err(argument.with("usage", call.locale.say("cmd-demo-usage")).into())
        }
    }
}

/// Opens today's casebook for practice, or makes it; what was practised on another day is forgotten.
fn practise(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let own = || call.around.data.as_ref().map(|data| data.join("trygg-practice"));
    let directory = given.get_one::<PathBuf>("dir").cloned().or_else(own);
    let directory = directory.ok_or_else(|| Problem::new(Kind::Usage, "no-data-directory"))?;
    if directory.exists() && stage::practised_on(&directory).is_none() {
        return Err(Problem::new(Kind::Refused, "not-for-practice").with("path", directory.display()).into());
    }
    if stage::is_past(&directory, call.today) {
        std::fs::remove_dir_all(&directory)
            .map_err(|cause| Problem::new(Kind::Io, "write-file").with("path", directory.display()).because(cause))?;
    }
    let casebook = if directory.exists() {
        demo_only(Casebook::find(&directory)?)?
    } else {
        let made = make(call, &directory, PRACTISED, SEED)?;
        stage::for_practice(&directory, call.today)?;
        made
    };
    if given.get_flag("no_open") {
        tell(call, &directory, Made::Now, PRACTISED)
    } else {
        open(call, &casebook, Lasts::Always)
    }
}

/// A casebook for the tour, which goes away with what is given beside it.
///
/// # Errors
/// When it cannot be made.
pub fn for_tour(call: &Invocation) -> Result<(Casebook, Temporary), Problem> {
    let directory = temporary(&call.around.temporary)?;
    let casebook = silent(call, directory.path(), TOURED)?;
    stage::for_tour(directory.path())?;
    Ok((casebook, directory))
}

/// A demo, as the first of its staff.
///
/// # Errors
/// When it cannot be read.
pub fn unlocked(casebook: &Casebook) -> Result<Store, Problem> {
    let first = demo::staff().first().map_or("", |staff| staff.name.as_str());
    casebook.unlock(first, "", environment::now)
}

/// Whether the demo was there already.
#[derive(Clone, Copy)]
enum Made {
    Now,
    Before,
}

fn make(call: &Invocation, directory: &Path, families: u32, seed: u64) -> Result<Casebook, Problem> {
    made(call, directory, families, seed, call.around.terminal.errors)
}

/// Makes one without a word, where a screen is up already.
fn silent(call: &Invocation, directory: &Path, families: u32) -> Result<Casebook, Problem> {
    made(call, directory, families, SEED, false)
}

fn made(call: &Invocation, directory: &Path, families: u32, seed: u64, shows: bool) -> Result<Casebook, Problem> {
    let staff: Vec<FirstUser<'_>> =
        demo::staff().iter().map(|staff| FirstUser { name: &staff.name, role: staff.role }).collect();
    let was_there = directory.exists();
    let casebook = Casebook::init_demo(directory, &staff, environment::now)?;
    let filled = fill(call, &casebook, families, seed, shows);
    if filled.is_err() {
        // Half a demo is worse than none. What cannot be removed says so itself the next time.
        let _ = if was_there { empty(directory) } else { std::fs::remove_dir_all(directory) };
    }
    filled.map(|()| casebook)
}

fn fill(call: &Invocation, casebook: &Casebook, families: u32, seed: u64, shows: bool) -> Result<(), Problem> {
    let store = unlocked(casebook)?;
    let invented = demo::families(seed, families, call.today);
    // Lines that are read aloud do not overwrite each other.
    let shows = shows && call.linear.is_none();
    let progress = |done: u64| {
        if shows {
            let said = call.locale.tell("said-demo-progress", &[("done", arg(done)), ("families", arg(families))]);
            // Progress that cannot be shown is missed by nobody.
            let _ = write!(io::stderr(), "\r{}", plain(&said));
        }
    };
    let filled = store.fill_demo(casebook, invented, progress);
    if shows {
        let _ = writeln!(io::stderr());
    }
    filled?;
    store.fill_demo_absences(casebook, &demo::absences(call.today))?;
    store.fill_demo_groups(casebook, &demo::groups(seed, families, call.today))
}

fn empty(directory: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            std::fs::remove_dir_all(entry.path())?;
        } else {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn demo_only(casebook: Casebook) -> Result<Casebook, Problem> {
    match casebook.purpose() {
        CasebookKind::Demo => Ok(casebook),
        CasebookKind::Real => {
            Err(Problem::new(Kind::Refused, "not-a-demo").with("path", casebook.directory().display()))
        }
    }
}

pub(super) fn open(call: &Invocation, casebook: &Casebook, lasts: Lasts) -> Result<(), Failure> {
    let casebook = casebook.clone().at(environment::whence());
    let store = opening::unasked(call, &casebook)?;
    Ok(interface::open(call, &casebook, lasts, store)?)
}

fn tell(call: &Invocation, directory: &Path, made: Made, families: u32) -> Result<(), Failure> {
    let path = directory.display().to_string();
    let key = match made {
        Made::Now => "said-demo-made",
        Made::Before => "said-demo-there",
    };
    let mut output = Output::open();
    output.line(&call.locale.tell(key, &[("path", arg(path.as_str())), ("families", arg(families))]))?;
    output.line(&call.locale.tell("said-demo-see", &[("path", arg(path))]))?;
    Ok(output.finish()?)
}

/// A directory of its own that only the owner may enter.
fn temporary(within: &Path) -> Result<Temporary, Problem> {
    let made = tempfile::Builder::new().prefix("trygg-demo-").tempdir_in(within);
    made.map(|made| Temporary::of(made.keep()))
        .map_err(|cause| Problem::new(Kind::Io, "make-directory").with("path", within.display()).because(cause))
}
