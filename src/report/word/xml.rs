//! Text on its way into the XML of a document.

use quick_xml::escape::escape;

use crate::document::plain;

/// Text of a user, fit for XML: nothing in it is markup, no character is one that XML forbids or that
/// turns the direction of the line. Such a character shows as � and the rest stays whole.
pub(super) fn text(text: &str) -> String {
    let shown = text.chars().map(|c| match c {
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        c => plain(c),
    });
    escape(shown.collect::<String>()).into_owned()
}

/// A run of text; `properties` are elements of `w:rPr`. Lines stay lines.
pub(super) fn run(properties: &str, lines: &str) -> String {
    // Quotation marks and dashes of a Chinese text take their Chinese width.
    let hint = match lines.contains(|c: char| c >= '\u{2e80}') {
        true => "<w:rFonts w:hint=\"eastAsia\"/>",
        false => "",
    };
    let mut run = format!("<w:r><w:rPr>{hint}{properties}</w:rPr>");
    for (index, line) in lines.lines().enumerate() {
        if index > 0 {
            run.push_str("<w:br/>");
        }
        run.push_str("<w:t xml:space=\"preserve\">");
        run.push_str(&text(line));
        run.push_str("</w:t>");
    }
    run.push_str("</w:r>");
    run
}

/// A label of the table of words at the head of a line: the first letter is a capital.
pub(super) fn capital(label: &str) -> String {
    let mut characters = label.chars();
    let first = characters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_user_is_markup() {
        assert_eq!(
            text("<w:br/>&\"\u{0}\u{1b}\u{202e}\u{ffff}"),
            "&lt;w:br/&gt;&amp;&quot;\u{fffd}\u{fffd}\u{fffd}\u{fffd}"
        );
    }

    #[test]
    fn lines_stay_lines() {
        let run = run("", "一\r\n二");
        assert!(run.contains("一</w:t><w:br/><w:t xml:space=\"preserve\">二"));
    }
}
