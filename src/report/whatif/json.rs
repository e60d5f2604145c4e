//! JSON, as `docs/schema/whatif.schema.json` describes it. The sheets of a large run come in parts.

use serde::Serialize;

use super::portfolio::WhatIfPortfolio;
use super::{WhatIf, WhatIfSheet};

/// All sheets as one JSON document.
pub fn json(all: &WhatIf) -> String {
    json_sheets(&all.sheets, true) + json_end(None).as_str()
}

/// Sheets of the document; the first of them open it.
pub fn json_sheets(sheets: &[WhatIfSheet], are_first: bool) -> String {
    let mut text = String::new();
    for (index, sheet) in sheets.iter().enumerate() {
        text.push_str(match are_first && index == 0 {
            true => "{\n  \"sheets\": [\n    ",
            false => ",\n    ",
        });
        text.push_str(&indented(sheet, "\n    "));
    }
    text
}

/// The end of the document, with what many sheets come to together.
pub fn json_end(portfolio: Option<&WhatIfPortfolio>) -> String {
    let together = portfolio.map(|all| format!(",\n  \"portfolio\": {}", indented(all, "\n  ")));
    format!("\n  ]{}\n}}\n", together.unwrap_or_default())
}

/// One sheet a line.
pub fn jsonl(sheets: &[WhatIfSheet]) -> String {
    let lines = sheets.iter().map(serde_json::to_string);
    lines.map(|line| line.unwrap_or_default() + "\n").collect()
}

/// Strings, numbers and lists only: nothing in there can fail to be written. A line break within a string
/// is written otherwise.
fn indented(value: &impl Serialize, line: &str) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.replace('\n', line)
}
