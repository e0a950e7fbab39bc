//! What the machine does with what the program holds in memory, and whose accounts reach it: core files, swap, names in
//! the list of accounts; and which package the program came from. Reads what the system tells and judges it; mends
//! nothing.

mod accounts;
mod cores;
mod package;
mod swap;

pub use package::Package;

use crate::domain::problem::Problem;

/// Something about the machine, and what is to be seen to.
pub struct Around {
    /// Its name in JSON and in the locale files.
    pub name: &'static str,
    /// What is to be seen to; their hints say how.
    pub warnings: Vec<Problem>,
}

/// Looks at the machine, and for the package that the program lies in.
pub fn look() -> (Vec<Around>, Option<Package>) {
    let (package, warnings) = package::look();
    let around = vec![
        Around { name: "package", warnings },
        Around { name: "cores", warnings: cores::look() },
        Around { name: "swap", warnings: swap::look() },
        Around { name: "accounts", warnings: accounts::look() },
    ];
    (around, package)
}
