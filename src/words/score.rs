//! What scoring says: why something has no points, what was compared, where a mark comes from.

words! {
    target() { "指标值", "the target" }
    actual() { "实际完成值", "the actual" }

    missing(side) { "{side}没有填写", "{side} is not filled in" }
    unreadable(side, why) { "{side}读不出数值: {why}", "{side} cannot be read: {why}" }
    doubtful(side, why) { "{side}需要人工确认: {why}", "{side} has to be confirmed by a person: {why}" }
    approximate(side) { "{side}是约数（左右、近、余），没有说明范围", "{side} is approximate and states no interval" }
    several_values(side) { "{side}里有几个数值，请分成几个指标项", "{side} holds several values; give each a measure of its own" }
    actual_is_a_bound() { "实际完成值带有 ≥ 或 ≤，可能照抄了指标值，不是实际结果", "the actual carries ≥ or ≤: a bound, perhaps copied from the target, not a result" }
    units_differ(target, actual) { "单位不同: 指标值是“{target}”，实际完成值是“{actual}”，不能相比", "unlike units: the target is in “{target}”, the actual in “{actual}”" }
    percent_against_count() { "一边是百分比，一边是数量，不能相比", "a percentage stands against a count" }
    periods_differ() { "统计周期不同（如每月与全年），不能相比", "the periods differ, such as a month against a year" }
    not_comparable() { "指标值与实际完成值不是同类内容，不能相比", "target and actual are not of a kind that can be compared" }
    no_method(kind, direction) { "规则包没有适用于“{kind}{direction}”的方法", "the rule pack has no method for “{kind}{direction}”" }
    no_full_mark() { "这一行没有印分值；表上印了其他行的分值，或规则包不允许推算", "this row prints no full mark; other rows do, or the rule pack does not infer marks" }
    full_mark_unreadable(text) { "分值“{text}”不是数字", "the full mark “{text}” is no number" }
    full_mark_open() { "分值推算不出唯一的结果", "the full mark cannot be inferred without doubt" }
    level_without_weight(level) { "规则包没有给一级指标“{level}”分配权重", "the rule pack gives no weight to the level “{level}”" }
    not_applicable() { "该行不适用，规则没有规定如何处理", "the row does not apply and the rule does not say what happens to it" }
    input_unreadable(name) { "补充数据“{name}”读不成一个确定的数", "the extra figure “{name}” is not one plain number" }
    row_open() { "组内有未评分的行", "a row of the group is unscored" }
    group_open(group) { "分组“{group}”未评分", "the group “{group}” is unscored" }
    no_group() { "没有一个分组计分", "no group counts" }
    kind_alone() { "没有指标值", "no target" }
    dropped_without_actual() { "实际完成值没有填写，按规则剔除，其余按比例折算", "no actual: left out by the rule, the rest rescaled" }
    dropped() { "该行按规则剔除，其余按比例折算", "left out by the rule, the rest rescaled" }
    out_of_range() { "除以 0，或数值超出精确计算的范围", "a division by 0, or numbers beyond the range of exact arithmetic" }
    no_budget() { "预算数没有填写", "the budget is not filled in" }
    no_executed() { "执行数没有填写", "the executed amount is not filled in" }
    money_unreadable(text) { "金额“{text}”不是数字", "the amount “{text}” is no number" }
    money_negative() { "预算数或执行数是负数", "budget or executed amount is negative" }

    rows_unscored(count) { "有 {count} 行未评分", "{count} rows are unscored" }
    marks_do_not_close() { "推定的分值相加与应有的合计不符，至少有一行推定有误，请在表上写明分值", "the inferred full marks do not add up to what the sheet declares, so at least one is wrong; print the full marks" }
    printed_marks_do_not_close(sum, declared) { "各行印出的分值合计 {sum}，应为 {declared}，至少有一行的分值有误；改正分值，或在表头写明指标部分的分值", "the rows' printed full marks add up to {sum} instead of {declared}, so at least one is wrong; correct them, or state the indicators' full mark in the heading" }
    one_row_unscored() { "有 1 行未评分", "1 row is unscored" }
    execution_unscored() { "预算执行未评分", "the execution part is unscored" }
    level_missing(level) { "表上没有一级指标“{level}”，而规则包给了它权重", "the sheet has no level “{level}”, to which the rule pack gives weight" }

    kind_quantity() { "数量", "quantity" }
    kind_range() { "区间", "range" }
    kind_date() { "期限", "date" }
    kind_trend() { "增减", "trend" }
    kind_rank() { "位次", "rank" }
    kind_word() { "是否", "yes or no" }
    kind_graded() { "定性", "qualitative" }
    direction_at_least() { "正向 (≥)", "at least (≥)" }
    direction_at_most() { "反向 (≤)", "at most (≤)" }
    direction_equal() { "等于 (=)", "exactly (=)" }

    direction_by_column() { "表上的“指标性质”一栏", "the form's column for the direction" }
    direction_by_operator() { "指标值的符号", "the operator of the target" }
    direction_by_word(word) { "推定: 名称中有“{word}”", "assumed: the name contains “{word}”" }
    direction_by_default() { "推定: 表上没有说明，按越多越好理解", "assumed: nothing says otherwise, more is better" }
    direction_by_kind() { "这类指标本身的含义", "the nature of this kind of indicator" }

    caveat_rounded(sum, declared, off) { "各行分值合计 {sum}，应为 {declared}，差的 {off} 是小数分值的舍入，会带进总分", "the rows' full marks add up to {sum} instead of {declared}; the {off} between is rounding and goes into the total" }
    caveat_weights(sum, weight) { "各行分值合计 {sum}，当作权重，折算为规则的 {weight} 分", "the rows' full marks add up to {sum}: taken as weights and converted to the rule's {weight} points" }
    caveat_other_whole(execution, indicators, sum, whole) { "表头的分值 {execution} + {indicators} = {sum}，不是 {whole}；两部分各按规则的权重折算，请核对表头", "the heading's full marks {execution} + {indicators} = {sum} are not {whole}; each part was converted to the rule's weight; check the heading" }
    caveat_execution(sheet, pack, factor) { "预算执行: 表头 {sheet} 分，按规则的 {pack} 分计，× {factor}", "execution: {sheet} points in the heading, counted as the rule's {pack}, × {factor}" }
    caveat_level(level, sum, weight, factor) { "{level}: 表上 {sum} 分，按规则的 {weight} 分折算，× {factor}", "{level}: {sum} points on the sheet, converted to the rule's {weight}, × {factor}" }
    caveat_part(declared, weight, factor) { "指标: 表上 {declared} 分，按规则的 {weight} 分折算，× {factor}", "indicators: {declared} points on the sheet, converted to the rule's {weight}, × {factor}" }
    scaled_not() { "分值照表", "the mark counts as it stands" }
    scaled_level(level, sum, weight) { "“{level}”表上合计 {sum} 分，规则权重 {weight} 分，按比例折算", "“{level}” adds up to {sum} on the sheet and weighs {weight} in the rule: converted in proportion" }
    scaled_part(declared, weight) { "指标部分表上 {declared} 分，规则 {weight} 分，按比例折算", "the indicators count {declared} on the sheet and {weight} in the rule: converted in proportion" }
}
