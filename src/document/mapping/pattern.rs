//! Words around a figure: `{value} out of {}`.

/// A pattern: literal texts with one value and any number of other texts between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    /// Literals around the holes; one more than there are holes.
    literals: Vec<String>,
    /// Which hole is the value.
    value: usize,
}

/// What is wrong with a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// No `{value}`, or more than one.
    NoValue,
    /// Two holes with nothing between them.
    Touching,
    /// A hole of another name, or a brace that is not closed.
    Braces,
}

impl Pattern {
    /// Reads a pattern: `{value}` (`{值}`) once, `{}` for any other text.
    pub(super) fn read(text: &str) -> Result<Pattern, Fault> {
        let mut literals = Vec::new();
        let mut value = None;
        let mut rest = text.trim();
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, after) = behind.split_once('}').ok_or(Fault::Braces)?;
            match name {
                "" => {}
                "value" | "值" if value.is_none() => value = Some(literals.len()),
                "value" | "值" => return Err(Fault::NoValue),
                _ => return Err(Fault::Braces),
            }
            if before.is_empty() && !literals.is_empty() {
                return Err(Fault::Touching);
            }
            literals.push(before.to_owned());
            rest = after;
        }
        literals.push(rest.to_owned());
        if literals.iter().any(|literal| literal.contains('}')) {
            return Err(Fault::Braces);
        }
        let value = value.ok_or(Fault::NoValue)?;
        Ok(Pattern { literals, value })
    }

    /// The value in a text that fits the pattern as a whole; every hole but the last is as short as can be.
    pub(super) fn value<'t>(&self, text: &'t str) -> Option<&'t str> {
        let (first, others) = self.literals.split_first()?;
        let (last, between) = others.split_last()?;
        let mut rest = text
            .strip_prefix(first.as_str())?
            .strip_suffix(last.as_str())?;
        let mut value = None;
        for (hole, literal) in between.iter().enumerate() {
            let (before, behind) = rest.split_once(literal.as_str())?;
            if hole == self.value {
                value = Some(before);
            }
            rest = behind;
        }
        value.or(Some(rest)).map(str::trim)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_is_taken_out_of_the_words() {
        let value = |pattern: &str, text: &'static str| Pattern::read(pattern).unwrap().value(text);
        assert_eq!(value("{value} out of {}", "7 out of 10"), Some("7"));
        assert_eq!(value("{} of {值}", "7 of 10"), Some("10"));
        assert_eq!(value("{值}分", "18.73 分"), Some("18.73"));
        assert_eq!(value("{}（{value}）", "良好（85）"), Some("85"));
        assert_eq!(value("{value} out of {}", "7"), None);
        assert_eq!(value("{value}", "7"), Some("7"));
        assert_eq!(value("a{value}a", "a"), None);
    }

    #[test]
    fn a_pattern_that_cannot_work_is_refused() {
        for (text, fault) in [
            ("of {}", Fault::NoValue),
            ("{value} of {value}", Fault::NoValue),
            ("{value}{}", Fault::Touching),
            ("{val}", Fault::Braces),
            ("{value", Fault::Braces),
            ("value}", Fault::Braces),
        ] {
            let expected = if text == "value}" {
                Fault::Braces
            } else {
                fault
            };
            assert_eq!(Pattern::read(text), Err(expected), "{text}");
        }
    }
}
