//! `jixiao serve`.

use std::path::PathBuf;

use clap::Args;
use jixiao::document::{Problem, ProblemKind};
use jixiao::words::{cli, web as words};

use super::Exit;
use super::console::{Console, complain};
use super::language::say;
use crate::web::{Desk, Given, Workbench, has_page};

/// The port unless another is asked for.
const PORT: u16 = 8765;

/// Opens the workbench.
#[derive(Args)]
pub struct Serve {
    #[arg(value_name = "PATH", help = say(cli::help_paths))]
    paths: Vec<PathBuf>,
    #[arg(long, short, value_name = "PACK[@EDITION]|DIR", default_value = "wuhan", help = say(cli::help_rules))]
    rules: String,
    #[arg(long, value_name = "N", default_value_t = PORT, help = say(|lang| words::help_port(lang, PORT)))]
    port: u16,
    #[arg(long, help = say(words::help_no_open))]
    no_open: bool,
}

impl Serve {
    /// Reads, opens the page, and answers until it is ended.
    pub fn run(&self, console: &Console) -> Exit {
        if !has_page() {
            let kind = ProblemKind::said(words::no_page, words::no_page_help);
            console.problems(&[Problem::of_file("serve", kind)]);
            return Exit::Failed;
        }
        let workbench = match Workbench::new(self.port) {
            Ok(workbench) => workbench,
            Err(error) => {
                let taken = error.kind() == std::io::ErrorKind::AddrInUse;
                let kind = match taken {
                    true => ProblemKind::said(
                        |lang| words::port_taken(lang, self.port),
                        words::port_taken_help,
                    ),
                    false => ProblemKind::said(
                        |lang| words::cannot_serve(lang, &error),
                        words::cannot_serve_help,
                    ),
                };
                console.problems(&[Problem::of_file("serve", kind)]);
                return Exit::Failed;
            }
        };
        let given = Given {
            paths: self.paths.clone(),
            rules: self.rules.clone(),
        };
        let desk = match Desk::open(given) {
            Ok(desk) => desk,
            Err(problems) => {
                console.problems(&problems);
                return Exit::Failed;
            }
        };
        let link = workbench.link();
        complain(&words::serving(console.lang, &link));
        console.notice(&words::serving_help(console.lang));
        if !self.no_open && open::that_detached(&link).is_err() {
            console.notice(&words::not_opened(console.lang));
        }
        match workbench.run(desk) {
            Ok(()) => Exit::Done,
            Err(error) => {
                let kind = ProblemKind::said(
                    |lang| words::cannot_serve(lang, &error),
                    words::cannot_serve_help,
                );
                console.problems(&[Problem::of_file("serve", kind)]);
                Exit::Failed
            }
        }
    }
}
