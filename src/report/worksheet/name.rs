//! Names of worksheets.

/// Longest name of a worksheet, in UTF-16 units.
const LONGEST: usize = 31;

/// A name like this one that no other worksheet has, without what such a name cannot hold; `instead`
/// where nothing is left of it.
pub(in crate::report) fn name(wanted: &str, instead: &str, taken: &mut Vec<String>) -> String {
    let stem = match kept(wanted) {
        stem if stem.is_empty() => kept(instead),
        stem => stem,
    };
    let numbers = std::iter::once(String::new()).chain((2..).map(|n| format!("-{n}")));
    for number in numbers {
        let room = LONGEST - number.len();
        // Counted as the format counts, in UTF-16.
        let mut kept = String::new();
        for c in stem.chars() {
            if kept.encode_utf16().count() + c.len_utf16() > room {
                break;
            }
            kept.push(c);
        }
        let name = format!("{}{number}", kept.trim());
        let folded = name.to_lowercase();
        if !name.is_empty() && !taken.contains(&folded) {
            taken.push(folded);
            return name;
        }
    }
    String::new()
}

/// What of a text a name can hold: letters, digits and the marks of titles. Formulas name worksheets, so
/// nothing that is a sign in a formula, and nothing that is not seen.
fn kept(text: &str) -> String {
    let plain = |c: &char| c.is_alphanumeric() || " ()（）《》〈〉“”·—-_、，。：".contains(*c);
    text.chars()
        .filter(plain)
        .collect::<String>()
        .trim()
        .to_owned()
}
