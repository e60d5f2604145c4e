//! The table of packs.

use crate::report::screen::{Screen, Set, lines, words as cell};
use crate::rules::RulePack;
use crate::words::{Lang, packs as words};

/// A line for every edition.
pub fn list(packs: &[RulePack], screen: Screen) -> String {
    let lang = screen.lang;
    let mut table = screen.table(&[
        (words::pack(lang), Set::Names),
        (words::title(lang), Set::Words),
        (words::years(lang), Set::Names),
        (words::verified(lang), Set::Names),
    ]);
    for pack in packs {
        let verified = match (pack.verified(), pack.none_verified()) {
            (true, _) => words::all_verified(lang),
            (_, true) => words::none_verified(lang),
            _ => words::not_all_verified(lang),
        };
        table.add_row(vec![
            cell(&pack.name()),
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
