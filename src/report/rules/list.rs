//! The table of packs.

use crate::report::screen::{Screen, Set, lines, words as cell};
use crate::rules::RulePack;
use crate::words::{Lang, packs as words};

/// A line for every edition.
pub fn list(packs: &[RulePack], screen: Screen) -> String {
    let lang = screen.lang;
    let mut table = screen.table(&[
        (words::pack(lang), Set::Words),
        (words::edition(lang), Set::Words),
        (words::title(lang), Set::Words),
        (words::years(lang), Set::Words),
        (words::verified(lang), Set::Words),
    ]);
    for pack in packs {
        let verified = if pack.verified() {
            words::all_verified(lang)
        } else {
            words::not_all_verified(lang)
        };
        table.add_row(vec![
            cell(&pack.pack),
            cell(&pack.edition),
            cell(pack.title.get(lang)),
            cell(&years(pack, lang)),
            cell(&verified),
        ]);
    }
    lines(&table)
}

/// The years a pack is in force for.
pub(super) fn years(pack: &RulePack, lang: Lang) -> String {
    match pack.in_force {
        (from, None) => words::years_from(lang, from),
        (from, Some(to)) => words::years_from_to(lang, from, to),
    }
}
