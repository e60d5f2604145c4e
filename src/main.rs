//! The `jixiao` command.

mod cli;
mod web;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os())
}
