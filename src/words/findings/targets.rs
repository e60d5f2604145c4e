//! C41–C50: what target tables promise.

words! {
    c15_title() { "指标与批复的目标表不一致", "indicators differ from the approved target table" }
    c15_dropped(name, target, sheet) { "{name}（{target}）: 目标表里有，自评表 {sheet} 没有", "{name} ({target}): in the target table, not on the sheet {sheet}" }
    c15_added(name, target, table) { "{name}（{target}）: 自评表里有，目标表 {table} 没有", "{name} ({target}): on the sheet, not in the target table {table}" }
    c15_renamed(name, other, sheet) { "{name}: 目标表里有，自评表 {sheet} 没有同名的；“{other}”可能是同一个指标", "{name}: in the target table, none of that name on the sheet {sheet}; {other} may be the same indicator" }
    c15_near(name, target, sheet, other) { "{name}（{target}）: 目标表里有，自评表 {sheet} 没有对应的；“{other}”与它相近，但说的可能不是一件事", "{name} ({target}): in the target table, without counterpart on the sheet {sheet}; {other} is near it, but may be another thing" }
    c15_open(name, sheet, candidates) { "{name}: 不知道对应自评表 {sheet} 的哪一条指标：{candidates}", "{name}: it is open which row of the sheet {sheet} it is: {candidates}" }
    c15_candidate(row, name, target) { "第 {row} 条“{name}”（{target}）", "row {row}, {name} ({target})" }
    c15_several_tables(tables) { "目标表 {tables} 的单位、年度和项目相同，内容不同，不知道批复的是哪一张，不与自评表比较", "the target tables {tables} are of one unit, year and project and differ; it is open which was approved, they are not compared with sheets" }
    c15_open_tables(tables, sheets) { "不知道目标表 {tables} 对应哪张自评表：{sheets}", "it is open which sheet belongs to the target table {tables}: {sheets}" }
    c15_help() { "对照批复的目标表；有调整的附上批复", "compare with the approved target table; add the approval where it was adjusted" }

    c31_title() { "指标值与批复的目标表不同", "a target differs from the approved one" }
    c31_lower(name, target, table, approved) { "{name}: 自评表的指标值 {target}，低于目标表 {table} 的 {approved}", "{name}: the sheet's target {target} asks for less than {approved} of the target table {table}" }
    c31_other(name, target, table, approved) { "{name}: 自评表的指标值 {target}，目标表 {table} 是 {approved}", "{name}: the sheet's target is {target}, that of the target table {table} is {approved}" }
    c31_help() { "改回批复的指标值；有调整的附上批复", "restore the approved target; add the approval where it was adjusted" }

    c32_title() { "目标表的历史值与自评表的实际值不同", "an earlier value in a plan differs from the reported actual" }
    c32(name, year, value, place, actual) { "{name}: {year} 年一栏是 {value}，{year} 年自评表 {place}填报的实际值是 {actual}", "{name}: the column of {year} says {value}, the sheet of {year} ({place}) reports {actual}" }
    c32_is_target(said, target) { "{said}；与当年的指标值 {target} 相同，填的可能是目标", "{said}; it equals the target of that year ({target}), which may be what was entered" }
    c32_open(name, year, value, year_again, candidates) { "{name}: {year} 年一栏是 {value}，{year_again} 年自评表里可能对应的有几条，都不是这个数：{candidates}", "{name}: the column of {year} says {value}; several rows of the sheet of {year_again} may be meant, none of them reports that: {candidates}" }
    c32_candidate(place, actual) { "{place}{actual}", "{place}: {actual}" }
    c32_help() { "核对两份文件；历史值应填实际完成值，或写明是目标", "check both documents; earlier values should be what was reached, or be marked as targets" }

    c41_title() { "指标值低于上年", "a target below last year's" }
    c41_lowered(name, now, year, before, share) { "{name}: 指标值 {now}，低于 {year} 年的 {before}（是它的 {share}）", "{name}: the target {now} is below {before} of {year} ({share} of it)" }
    c41_relaxed(name, now, year, before, share) { "{name}: 指标值 {now}，比 {year} 年的 {before} 放宽（是它的 {share}）", "{name}: the target {now} asks for less than {before} of {year} ({share} of it)" }
    c41_below_actual(name, now, year, place, actual, share) { "{name}: 指标值 {now}，低于 {year} 年自评表 {place}填报的实际值 {actual}（是它的 {share}）", "{name}: the target {now} is below {actual} reported on the sheet of {year} ({place}; {share} of it)" }
    c41_easier_than_actual(name, now, year, place, actual, share) { "{name}: 指标值 {now}，比 {year} 年自评表 {place}填报的实际值 {actual} 放宽（是它的 {share}）", "{name}: the target {now} asks for less than {actual} reported on the sheet of {year} ({place}; {share} of it)" }
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
