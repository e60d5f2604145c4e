//! Heads of columns, labels and legends of reports.

words! {
    sheet() { "自评表", "sheet" }
    year(year) { "{year} 年度", "{year}" }
    not_in_force(rules, year) { "{rules}（{year} 年度未施行）", "{rules} (not in force for {year})" }
    rules(name, title) { "规则 {name} · {title}", "rules {name} · {title}" }

    row() { "序号", "row" }
    level1() { "一级指标", "level 1" }
    level2() { "二级指标", "level 2" }
    indicator() { "三级指标", "indicator" }
    measure() { "指标项", "measure" }
    target() { "指标值", "target" }
    actual() { "实际完成值", "actual" }
    completion() { "完成率", "done" }
    full_mark() { "分值", "mark" }
    full_mark_source() { "分值来源", "mark from" }
    computed() { "重算", "computed" }
    reported() { "填报", "reported" }
    difference() { "差", "diff" }
    status() { "状态", "status" }
    reason() { "原因", "reason" }
    unscored() { "未评分", "unscored" }
    dropped_note(number) { "剔除[{number}]", "left out[{number}]" }
    unscored_note(number) { "未评分[{number}]", "unscored[{number}]" }
    blank() { "—", "—" }

    part() { "部分", "part" }
    part_execution() { "预算执行", "execution" }
    part_indicators() { "指标", "indicators" }
    part_total() { "总分", "total" }
    part_grade() { "等级", "grade" }
    money(executed, budget, unit, percent, weight) { "执行数 {executed} ÷ 预算数 {budget} {unit} = {percent}，满分 {weight}", "executed {executed} ÷ budget {budget} {unit} = {percent}, full mark {weight}" }
    money_without_rate(executed, budget, unit) { "执行数 {executed}，预算数 {budget} {unit}", "executed {executed}, budget {budget} {unit}" }
    unit_ten_thousand() { "万元", "×10⁴ yuan" }
    unit_yuan() { "元", "yuan" }
    weight(weight) { "满分 {weight}", "full mark {weight}" }
    grade_change(reported, computed) { "{reported} → {computed}", "{reported} → {computed}" }

    caveat() { "注意: ", "note: " }
    legend_inferred() { "表上没有印分值，由填报得分推算", "no full mark is printed; inferred from the reported points" }
    not_counted(reason) { "不计分：{reason}", "not counted: {reason}" }
    legend_pack() { "规则包的分值，或表上的分值按规则包的权重折算", "the rule pack's own full mark, or the printed one converted to its weights" }
    legend_difference() { "差 = 重算 − 填报", "diff = computed − reported" }
    note(number, row, reason) { "[{number}] 第 {row} 条指标: {reason}", "[{number}] row {row}: {reason}" }
    not_computed(reason) { "没有重算总分: {reason}", "no computed total: {reason}" }
    summary() { "汇总", "Summary" }
}
