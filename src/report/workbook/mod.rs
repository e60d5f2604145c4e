//! 工作底稿 as a workbook whose figures can be recomputed where they stand.

mod formula;
