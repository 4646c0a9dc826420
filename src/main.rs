//! The program: parse, run, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    pakt::cli::run(std::env::args_os().collect(), &mut pakt::cli::World::real())
}
