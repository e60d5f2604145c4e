//! JSON, as `docs/schema/whatif.schema.json` describes it.

use super::WhatIf;

/// All sheets as one JSON document.
pub fn json(all: &WhatIf) -> String {
    // Strings, numbers and lists only: nothing in there can fail to be written.
    let mut text = serde_json::to_string_pretty(all).unwrap_or_default();
    text.push('\n');
    text
}
