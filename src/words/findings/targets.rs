//! C41–C50: what target tables promise.

words! {
    c41_title() { "指标值低于上年", "a target below last year's" }
    c41_lowered(name, now, year, before, share) { "{name}: 指标值 {now}，低于 {year} 年的 {before}（是它的 {share}）", "{name}: the target {now} is below {before} of {year} ({share} of it)" }
    c41_relaxed(name, now, year, before, share) { "{name}: 指标值 {now}，比 {year} 年的 {before} 放宽（是它的 {share}）", "{name}: the target {now} asks for less than {before} of {year} ({share} of it)" }
    c41_help() { "说明为什么降低，或者把指标值定得不低于上年", "say why it was lowered, or set it no lower than last year" }

    c43_title() { "指标方向写反", "a target in the wrong direction" }
    c43_cost(name, text) { "{name}: 指标值 {text}，成本越低越好，不应写成至少", "{name}: the target is {text}; of cost less is better, it should not be a minimum" }
    c43_rate(name, text) { "{name}: 指标值 {text}，越高越好，不应写成至多", "{name}: the target is {text}; more is better, it should not be a maximum" }
    c43_fault(name, text) { "{name}: 指标值 {text}，越少越好，不应写成至少", "{name}: the target is {text}; fewer is better, it should not be a minimum" }
    c43_help() { "核对方向，改用 ≤ 或 ≥", "check the direction; write ≤ or ≥ the other way round" }

    c44_title() { "比率没有确定依据", "a rate without a basis" }
    c44(name, text, filled, rows) { "{name}: 指标值 {text}，确定依据空着（同表 {rows} 行有 {filled} 行写了依据）", "{name}: the target is {text}, its basis is blank ({filled} of {rows} rows of the table give one)" }
    c44_help() { "写明计算公式和数据来源", "give the formula and the source of the figures" }

    c45_title() { "指标值笼统，无法衡量", "a target too vague to measure" }
    c45(name, text) { "{name}: 指标值“{text}”没有说做到多少", "{name}: the target `{text}` does not say how much" }
    c45_help() { "改成数量、比率或能核对的结果，或写明怎样判断", "make it a number, a rate or a result that can be checked, or say how it is judged" }

    c46_execution(name, label) { "{name}: 列在{label}下，作为指标；预算执行通常另有分值，钱会被算两次", "{name}: stands under {label} as an indicator; budget execution usually has points of its own, the money would be scored twice" }
    c46_rate(name, text, label) { "{name}: 指标值 {text} 是比率，列在{label}下", "{name}: the target {text} is a rate, it stands under {label}" }
    c46_count(name, text, label) { "{name}: 指标值 {text} 是数量，列在{label}下", "{name}: the target {text} is a count, it stands under {label}" }
    c46_two_headings(name, here, row, there) { "{name}: 长期目标列在{here}下，年度目标（第 {row} 条指标）列在{there}下", "{name}: the long-term target stands under {here}, the annual one (row {row}) under {there}" }

    c47(name, rows) { "{name}: 第 {rows} 条指标名称、归类和指标值都相同", "{name}: rows {rows} have the same name, heading and targets" }

    c50_title() { "长期目标低于年度目标", "a long-term target below the annual one" }
    c50_total(name, long, annual_name, annual, row) { "{name}: 几年合计 {long}，少于一年的 {annual}（第 {row} 条指标“{annual_name}”）", "{name}: {long} over several years is less than {annual} in one year (row {row}, {annual_name})" }
    c50_level(name, long, annual_name, annual, row) { "{name}: 长期目标 {long}，低于年度目标 {annual}（第 {row} 条指标“{annual_name}”）", "{name}: the long-term target {long} is below the annual one {annual} (row {row}, {annual_name})" }
    c50_help() { "核对两个指标值，改正其中一个；口径不同的用名称分清", "check both targets and correct one; where they count different things, tell them apart by name" }
}
