//! Everything that is said beside the result: problems and notices, on standard error.

use std::cell::RefCell;
use std::collections::HashSet;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use comfy_table::Table;
use jixiao::document::Problem;
use jixiao::report::{Screen, clean};
use jixiao::words::{Lang, cli as words};

use super::Exit;
use super::options::{Shared, When};

/// Width of a table where no terminal tells.
const WIDTH: u16 = 120;
/// No table is squeezed further than this.
const NARROWEST: u16 = 60;

/// Speaks to the person at the terminal, and remembers whether something went wrong.
pub struct Console {
    /// The language of everything.
    pub lang: Lang,
    /// Whether only errors are wanted.
    pub quiet: bool,
    color: When,
    /// The problems shown so far.
    shown: RefCell<HashSet<String>>,
    /// Files and folders of the run's inputs, which nothing may overwrite.
    inputs: RefCell<HashSet<PathBuf>>,
}

impl Console {
    /// As the options ask.
    pub fn new(lang: Lang, shared: &Shared) -> Console {
        Console {
            lang,
            quiet: shared.quiet,
            color: shared.color,
            shown: RefCell::default(),
            inputs: RefCell::default(),
        }
    }

    /// Remembers an input, a file or a folder with everything in it.
    pub fn reads(&self, path: &Path) {
        self.inputs.borrow_mut().extend(path.canonicalize());
    }

    /// [`Console::reads`], of paths without links.
    pub fn reads_resolved(&self, paths: HashSet<PathBuf>) {
        self.inputs.borrow_mut().extend(paths);
    }

    /// Whether writing to this file would overwrite an input.
    pub fn has_read(&self, file: &Path) -> bool {
        let inputs = self.inputs.borrow();
        let file = file.canonicalize();
        file.is_ok_and(|file| file.ancestors().any(|one| inputs.contains(one)))
    }

    /// Shows problems; the run will end as failed. The same problem is shown once.
    pub fn problems(&self, problems: &[Problem]) {
        for problem in problems {
            let text = problem.render(self.lang);
            if self.shown.borrow_mut().insert(text.clone()) {
                complain(&text);
            }
        }
    }

    /// Shows what a user should know although the job could be done.
    pub fn notices(&self, notices: &[Problem]) {
        for notice in notices {
            self.notice(&notice.render(self.lang));
        }
    }

    /// Shows findings that do not make the run fail; not when only errors are wanted.
    pub fn remarks(&self, remarks: &[Problem]) {
        if !self.quiet {
            for remark in remarks {
                complain(&remark.render(self.lang));
            }
        }
    }

    /// One line of that kind.
    pub fn notice(&self, text: &str) {
        if !self.quiet {
            complain(&words::notice(self.lang, text));
        }
    }

    /// How the run ended, by what was shown.
    pub fn exit(&self) -> Exit {
        if self.shown.borrow().is_empty() {
            Exit::Done
        } else {
            Exit::Failed
        }
    }

    /// What a result for people may use: width and colour.
    pub fn screen(&self, to_file: bool) -> Screen {
        let terminal = std::io::stdout().is_terminal() && !to_file;
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let columns = std::env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok())
            .filter(|columns| *columns > 0);
        let of_terminal = || terminal.then(|| Table::new().width()).flatten();
        Screen {
            lang: self.lang,
            width: columns.or_else(of_terminal).unwrap_or(WIDTH).max(NARROWEST),
            color: match self.color {
                When::Always => true,
                When::Never => false,
                When::Auto => terminal && !no_color,
            },
        }
    }
}

/// Writes to standard error, without what a terminal would take for a command: names of files come from
/// anywhere. If nobody reads it, there is nobody to tell.
pub fn complain(text: &str) {
    let lines: Vec<String> = text.lines().map(clean).collect();
    let _ = writeln!(std::io::stderr(), "{}", lines.join("\n"));
}
