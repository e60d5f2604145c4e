//! What findings say, by family of checks.

pub mod arithmetic;
pub mod completeness;
pub mod consistency;
pub mod joins;
pub mod many;
pub mod quality;
pub mod targets;

words! {
    clause(pack, key, source, article, says) { "{pack}〔{key}〕{source}，{article}：{says}", "{pack} [{key}] {source}, {article}: {says}" }
    convention(code, file) { "核查惯例 {code}（审核口径 {file}）", "re-checking convention {code} (profile {file})" }
    mark_not_printed(said) { "{said}，分值是推定的", "{said}, the full mark is inferred" }
    separator() { "、", ", " }
    semicolon() { "；", "; " }
    empty_cell() { "（空）", "(empty)" }
    in_line(line) { "文件第 {line} 行", "line {line} of the file" }
    in_cell(cell) { "单元格 {cell}", "cell {cell}" }
    measure_label(indicator, target) { "{indicator}（{target}）", "{indicator} ({target})" }
}
