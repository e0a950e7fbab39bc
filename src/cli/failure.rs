//! A failure, as one line on standard error and an exit status; with `--json` as an object.
//!
//! What lies underneath is kept, from what was being done down to what the system said, and told where it is asked for:
//! a sentence for whoever works with the program, the causes for whoever is to help. They hold paths, kinds and
//! numbers; no error is ever made of case text, names, keys or passphrases.
//!
//! A reader that has gone away (`trygg list … | head`) is no failure anybody needs to hear of.

use std::error::Error;
use std::io::{self, Write};

use serde_json::json;

use crate::domain::problem::{Kind, Problem};
use crate::domain::text::clean_line;
use crate::exchange::incoming::{Mistake, Mistakes};
use crate::exchange::json;
use crate::locale::{LineFault, Locale, arg};

/// The exit status of each kind.
const STATUS: &[(Kind, u8)] = &[
    (Kind::Usage, 2),
    (Kind::Invalid, 3),
    (Kind::NotFound, 4),
    (Kind::Refused, 5),
    (Kind::Conflict, 6),
    (Kind::Locked, 7),
    (Kind::Io, 8),
];

/// How the answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Whether the causes of an error are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Causes {
    /// One under the other.
    Told,
    /// The sentence is enough.
    Untold,
}

/// What ended a command.
#[derive(Debug)]
pub struct Failure {
    problem: Problem,
    /// What was being done, outermost first.
    doing: Vec<String>,
    details: Details,
}

#[derive(Debug)]
enum Details {
    None,
    Rows(Box<Mistakes>),
    Line(Vec<LineFault>),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self { problem, doing: Vec::new(), details: Details::None }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        let above = |cause: &&(dyn Error + 'static)| !cause.is::<Problem>();
        let doing = error.chain().take_while(above).map(ToString::to_string).collect();
        // Nothing but the terminal can fail without a sentence of its own.
        let unsaid = |error: anyhow::Error| Problem::new(Kind::Io, "no-terminal").because(error);
        Self { problem: error.downcast().unwrap_or_else(unsaid), doing, details: Details::None }
    }
}

impl Failure {
    /// A file with mistakes in its rows.
    pub fn rows(mistakes: Mistakes) -> Self {
        let problem = Problem::new(Kind::Invalid, "faulty-rows").with("count", mistakes.count());
        Self { details: Details::Rows(Box::new(mistakes)), ..Self::from(problem) }
    }

    /// A list of a folder with mistakes in its rows; what was taken in before it.
    pub fn list(file: &str, mistakes: Mistakes, before: &[String]) -> Self {
        let key = if before.is_empty() { "faulty-list" } else { "faulty-list-after" };
        let problem = Problem::new(Kind::Invalid, key).with("file", file).with("count", mistakes.count());
        Self { details: Details::Rows(Box::new(mistakes)), ..Self::from(problem.with("before", before.join(", "))) }
    }

    /// A quick line with parts that are not understood.
    pub fn line(faults: Vec<LineFault>) -> Self {
        let said: Vec<&str> = faults.iter().map(|fault| fault.sentence.as_str()).collect();
        let problem = Problem::new(Kind::Invalid, "line").with("faults", said.join("; "));
        Self { details: Details::Line(faults), ..Self::from(problem) }
    }

    /// Says it on standard error, and gives the exit status.
    pub fn report(&self, locale: &Locale, shape: Shape, causes: Causes) -> u8 {
        if !is_broken_pipe(&self.problem) {
            let mut out = io::stderr().lock();
            let causes = if causes == Causes::Told { self.causes() } else { Vec::new() };
            // Where standard error is gone there is nobody left to tell.
            let _ = match shape {
                Shape::Text => self.tell(locale, &causes, &mut out),
                Shape::Json => self.tell_json(locale, &causes, &mut out),
            };
        }
        STATUS.iter().find(|(kind, _)| *kind == self.problem.kind).map_or(1, |(_, status)| *status)
    }

    /// What was being done, outermost first, and what lies underneath, down to what the system said.
    fn causes(&self) -> Vec<String> {
        let mut causes = self.doing.clone();
        let mut cause = self.problem.source();
        while let Some(error) = cause {
            causes.push(error.to_string());
            cause = error.source();
        }
        causes.iter().map(|cause| clean_line(cause)).collect()
    }

    fn tell(&self, locale: &Locale, causes: &[String], out: &mut dyn Write) -> io::Result<()> {
        let hint = locale.hint(&self.problem).map(|hint| format!(" {hint}")).unwrap_or_default();
        writeln!(out, "{}", clean_line(&format!("trygg: {}{hint}", locale.problem(&self.problem))))?;
        causes.iter().try_for_each(|cause| writeln!(out, "  < {cause}"))?;
        let Details::Rows(mistakes) = &self.details else { return Ok(()) };
        for mistake in &mistakes.first {
            let sentence = locale.tell(
                "import-mistake",
                &[
                    ("line", arg(mistake.line.to_string())),
                    ("column", arg(mistake.fault.field)),
                    ("value", arg(mistake.fault.value.as_str())),
                    ("reason", arg(reason(mistake, locale))),
                ],
            );
            writeln!(out, "  {}", clean_line(&sentence))?;
        }
        if mistakes.more > 0 {
            writeln!(out, "  {}", locale.tell("import-more", &[("more", arg(mistakes.more))]))?;
        }
        Ok(())
    }

    fn tell_json(&self, locale: &Locale, causes: &[String], out: &mut dyn Write) -> io::Result<()> {
        let mut error = json!({
            "kind": self.problem.kind.name(),
            "message": clean_line(&locale.problem(&self.problem)),
            "hint": locale.hint(&self.problem).map(|hint| clean_line(&hint)),
        });
        if !causes.is_empty() {
            error["causes"] = causes.into();
        }
        match &self.details {
            Details::None => {}
            Details::Rows(mistakes) => {
                let row = |mistake: &Mistake| {
                    json!({
                        "line": mistake.line,
                        "column": mistake.fault.field,
                        "value": mistake.fault.value,
                        "reason": clean_line(&reason(mistake, locale)),
                    })
                };
                error["rows"] = mistakes.first.iter().map(row).collect();
                error["more"] = mistakes.more.into();
            }
            Details::Line(faults) => {
                let part = |fault: &LineFault| {
                    json!({
                        "part": fault.part,
                        "reason": clean_line(&fault.sentence),
                        "candidates": fault.candidates,
                    })
                };
                error["parts"] = faults.iter().map(part).collect();
            }
        }
        json::write(out, &json!({ "error": error }))?;
        writeln!(out)
    }
}

/// Why a cell cannot be taken, with what a file may hold instead.
fn reason(mistake: &Mistake, locale: &Locale) -> String {
    let why = &mistake.fault.why;
    let (least, most) = why.bounds().unwrap_or_default();
    let mut args = vec![
        ("candidates", arg(why.candidates().join(", "))),
        ("earlier", arg(why.other().unwrap_or_default())),
        ("other", arg(why.other().unwrap_or_default())),
        ("least", arg(least.to_string())),
        ("most", arg(most.to_string())),
    ];
    args.extend(why.arguments().iter().map(|(name, value)| (*name, arg(value.as_str()))));
    locale.tell(&format!("file-fault-{}", why.key()), &args)
}

fn is_broken_pipe(problem: &Problem) -> bool {
    let mut cause: Option<&(dyn Error + 'static)> = problem.source();
    while let Some(error) = cause {
        if error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe) {
            return true;
        }
        cause = error.source();
    }
    false
}
