//! A paper as one page for a browser.

use super::paper::Paper;

/// The page (.html).
pub(super) fn page(paper: &Paper) -> String {
    paper.title()
}
