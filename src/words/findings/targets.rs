//! C41–C50: what target tables promise.

words! {
    c41_title() { "指标值低于上年", "a target below last year's" }
    c41_lowered(name, now, year, before, share) { "{name}: 指标值 {now}，低于 {year} 年的 {before}（是它的 {share}）", "{name}: the target {now} is below {before} of {year} ({share} of it)" }
    c41_relaxed(name, now, year, before, share) { "{name}: 指标值 {now}，比 {year} 年的 {before} 放宽（是它的 {share}）", "{name}: the target {now} asks for less than {before} of {year} ({share} of it)" }
    c41_help() { "说明为什么降低，或者把指标值定得不低于上年", "say why it was lowered, or set it no lower than last year" }

    c50_title() { "长期目标低于年度目标", "a long-term target below the annual one" }
    c50_total(name, long, annual_name, annual, row) { "{name}: 几年合计 {long}，少于一年的 {annual}（第 {row} 条指标“{annual_name}”）", "{name}: {long} over several years is less than {annual} in one year (row {row}, {annual_name})" }
    c50_level(name, long, annual_name, annual, row) { "{name}: 长期目标 {long}，低于年度目标 {annual}（第 {row} 条指标“{annual_name}”）", "{name}: the long-term target {long} is below the annual one {annual} (row {row}, {annual_name})" }
    c50_help() { "核对两个指标值，改正其中一个；口径不同的用名称分清", "check both targets and correct one; where they count different things, tell them apart by name" }
}
