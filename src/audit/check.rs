//! 检查项.

use super::{Finding, Portfolio, Profile, Subject, TargetSubject, Together};
use crate::words::Lang;

/// One check of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// Its code: C04.
    pub code: &'static str,
    /// Its name, one line.
    pub title: fn(Lang) -> String,
    /// Its page: what it does, why, an example that trips it and one that does not.
    pub page: &'static str,
    /// What it runs on.
    pub run: Run,
}

impl Check {
    /// The section of its page in one language, as Markdown.
    pub fn section(&self, lang: Lang) -> &'static str {
        let heading = match lang {
            Lang::Zh => "## 中文",
            Lang::En => "## English",
        };
        let section = self.page.split(heading).nth(1).unwrap_or(self.page);
        section.split("\n## ").next().unwrap_or(section).trim()
    }
}

/// What a check looks at.
#[derive(Debug, Clone, Copy)]
pub enum Run {
    /// One sheet.
    Sheet(fn(&Subject, &mut Vec<Finding>)),
    /// All sheets and target tables given together.
    Across(fn(&Together, &mut Vec<Finding>)),
    /// One sheet, then everything given together.
    Both(
        fn(&Subject, &mut Vec<Finding>),
        fn(&Together, &mut Vec<Finding>),
    ),
    /// One target table.
    Targets(fn(&TargetSubject, &mut Vec<Finding>)),
    /// One sheet, or one target table.
    Either(
        fn(&Subject, &mut Vec<Finding>),
        fn(&TargetSubject, &mut Vec<Finding>),
    ),
    /// What is kept of all sheets, once there are several.
    Many(fn(&Portfolio, &Profile, &mut Vec<Finding>)),
}
