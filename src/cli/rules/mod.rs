//! `jixiao rules`.

pub(crate) mod check;
mod diff;
mod list;
mod new;
pub(crate) mod show;
pub(crate) mod test;

use clap::Subcommand;
use jixiao::document::Problem;
use jixiao::rules::PackFiles;
use jixiao::words::{authoring, cli as words};

use super::Exit;
use super::console::Console;
use super::language::say;

/// What can be done with rule packs.
#[derive(Subcommand)]
pub enum Rules {
    #[command(about = say(words::about_rules_list))]
    List,
    #[command(about = say(words::about_rules_show))]
    Show(show::Show),
    #[command(about = say(words::about_rules_check))]
    Check(check::Check),
    #[command(about = say(words::about_rules_test))]
    Test(test::Test),
    #[command(about = say(authoring::about_rules_new))]
    New(new::New),
    #[command(about = say(authoring::about_rules_diff))]
    Diff(diff::Diff),
}

impl Rules {
    /// Does it.
    pub fn run(&self, console: &Console) -> Exit {
        match self {
            Rules::List => list::run(console),
            Rules::Show(show) => show.run(console),
            Rules::Check(check) => check.run(console),
            Rules::Test(test) => test.run(console),
            Rules::New(new) => new.run(console),
            Rules::Diff(diff) => diff.run(console),
        }
    }
}

/// The editions behind the names; all shipped ones when there are none.
fn editions(names: &[String]) -> (Vec<PackFiles>, Vec<Problem>) {
    if names.is_empty() {
        let shipped = PackFiles::shipped();
        let files = shipped
            .iter()
            .filter_map(|(pack, edition)| PackFiles::of_shipped(pack, edition));
        return (files.collect(), Vec::new());
    }
    let (mut editions, mut problems) = (Vec::new(), Vec::new());
    for name in names {
        match PackFiles::find(name) {
            Ok((files, _)) => editions.extend(files),
            Err(found) => problems.extend(found),
        }
    }
    (editions, problems)
}
