//! "Did you mean …": the known word a mistyped one resembles.

/// The word of `known` that resembles `typed` most, if any resembles it enough: `taget` → `target`,
/// `完成值` → `实际完成值`. Long inputs are not compared: nobody mistypes sixty characters.
pub fn nearest<'w>(typed: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    nearest_within(typed, known, 40)
}

/// The same for words as long as headings can be: words longer than `longest` are not compared.
pub(crate) fn nearest_within<'w>(
    typed: &str,
    known: impl IntoIterator<Item = &'w str>,
    longest: usize,
) -> Option<&'w str> {
    let typed = typed.trim().to_lowercase();
    let is_long = |text: &str| text.chars().nth(longest).is_some();
    if is_long(&typed) {
        return None;
    }
    let mut best: Option<(Closeness, &'w str)> = None;
    for word in known {
        if is_long(word) {
            continue;
        }
        let closeness = Closeness::of(&typed, word);
        if closeness.is_enough()
            && best
                .as_ref()
                .is_none_or(|(other, _)| closeness.beats(other))
        {
            best = Some((closeness, word));
        }
    }
    best.map(|(_, word)| word)
}

/// Distance in edits against the length of the longer word.
struct Closeness {
    edits: usize,
    length: usize,
}

impl Closeness {
    fn of(typed: &str, word: &str) -> Closeness {
        Closeness {
            edits: strsim::osa_distance(typed, word),
            length: typed.chars().count().max(word.chars().count()),
        }
    }

    /// Chinese words are short: 2 of 5 characters may be missing; so may half a longer word.
    fn is_enough(&self) -> bool {
        self.edits * 2 < self.length
    }

    fn beats(&self, other: &Closeness) -> bool {
        self.edits * other.length < other.edits * self.length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_strangers_are_not() {
        let known = [
            "target",
            "指标值",
            "actual",
            "实际完成值",
            "full_mark",
            "分值",
        ];
        for (typed, meant) in [
            ("taget", Some("target")),
            ("Target ", Some("target")),
            ("完成值", Some("实际完成值")),
            ("实际值", Some("实际完成值")),
            ("目标值", Some("指标值")),
            ("fullmark", Some("full_mark")),
            ("备注", None),
            ("colour", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
        assert_eq!(nearest(&"target".repeat(100), known), None);
    }
}
