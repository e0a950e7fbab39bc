//! The program: its arguments in, an exit status out. Everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    trygg::cli::run(std::env::args_os())
}
