//! The program: parse, run, exit code.

#![expect(clippy::disallowed_methods, reason = "the arguments come from the environment")]

use std::process::ExitCode;

fn main() -> ExitCode {
    pakt::cli::run(std::env::args_os().collect(), &mut pakt::cli::World::real())
}
