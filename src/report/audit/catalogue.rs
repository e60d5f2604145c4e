//! The list of checks.

use crate::audit::FAMILIES;
use crate::words::{Lang, audit as words};

/// Every check by its family, one a line.
pub fn catalogue(lang: Lang) -> String {
    let mut pages = Vec::new();
    for family in FAMILIES {
        let lines: String = family
            .checks()
            .map(|check| format!("  {}  {}\n", check.code, (check.title)(lang)))
            .collect();
        if !lines.is_empty() {
            let about = (family.about)(lang);
            let head = words::family(lang, family.chinese, family.english, about);
            pages.push(format!("{head}\n{lines}"));
        }
    }
    pages.join("\n")
}
