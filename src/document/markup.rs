//! Tags and entities that exported tables leave in their cells.

/// Longest tag that is taken for one; a lone "<" further from its ">" is a comparison.
const LONGEST_TAG: usize = 200;

/// Tags that end a line.
const BREAKS: &[&str] = &["br", "p", "div", "li", "tr"];

/// The text a person sees: tags out, `<br>` and `<p>` as line breaks, a tick box as ☑ or ☐, entities
/// as their characters, nothing around the lines. "<5%" stays.
pub(super) fn plain(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, from) = rest.split_at(start);
        kept.push_str(before);
        match tag(from) {
            Some(inside) => {
                kept.push_str(instead_of(inside));
                rest = &from[inside.len() + 2..];
            }
            None => {
                kept.push('<');
                rest = &from[1..];
            }
        }
    }
    kept.push_str(rest);
    let kept = entities(kept);
    if !kept.contains('\n') {
        return kept.trim().to_owned();
    }
    let lines: Vec<&str> = kept
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

/// What stands between "<" and ">" at the start of `text`, if that is a tag.
fn tag(text: &str) -> Option<&str> {
    let inside = &text[1..];
    let name = inside.strip_prefix('/').unwrap_or(inside);
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let mut near = inside.char_indices().take(LONGEST_TAG);
    let (end, _) = near.find(|(_, character)| *character == '>')?;
    Some(&inside[..end])
}

fn instead_of(tag: &str) -> &'static str {
    let lower = tag.to_ascii_lowercase();
    let name = lower.trim_start_matches('/');
    let name = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or("");
    if BREAKS.contains(&name) {
        "\n"
    } else if name == "input" && lower.contains("checkbox") {
        let rest = lower.replace("checkbox", "");
        if rest.contains("checked") {
            "☑"
        } else {
            "☐"
        }
    } else {
        ""
    }
}

fn entities(text: String) -> String {
    if !text.contains('&') {
        return text;
    }
    [
        ("&nbsp;", " "),
        ("&ge;", "≥"),
        ("&le;", "≤"),
        ("&gt;", ">"),
        ("&lt;", "<"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text, |text, (entity, plain)| text.replace(entity, plain))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn tags_go_and_comparisons_stay() {
        for (text, expected) in [
            ("<b>年度目标 1:</b>", "年度目标 1:"),
            ("<p>一</p> <p>二</p>", "一\n二"),
            ("3<br/>个", "3\n个"),
            ("<5% &lt;b>", "<5% <b>"),
            ("是 <input type=\"checkbox\" checked=\"\">", "是 ☑"),
            ("否 <input type=\"checkbox\"/>", "否 ☐"),
            (" <", "<"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
