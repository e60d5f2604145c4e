//! The audit's report: headings and labels around the findings.

words! {
    profile_key(key) { "审核口径没有 {key} 这个键", "an audit profile has no key {key}" }
    profile_key_help() { "`jixiao audit --show-profile` 输出自带的口径，每个键都有说明", "`jixiao audit --show-profile` prints the shipped profile with a word on every key" }
    profile_value(detail) { "这个值不合审核口径: {detail}", "not a value of an audit profile: {detail}" }
    profile_value_help() { "照 `jixiao audit --show-profile` 的样子写；只写要改的键", "write it as `jixiao audit --show-profile` does; only the keys that change are needed" }
    profile_is_keys() { "审核口径由键和值组成", "an audit profile consists of keys and values" }
    error() { "严重", "error" }
    warning() { "一般", "warning" }
    note() { "提示", "note" }
    fails() { "不符", "fails" }
    uncertain() { "存疑", "uncertain" }
    not_applicable() { "不适用", "not applicable" }

    head(code, severity, outcome) { "{code} {severity}·{outcome}", "{code} {severity}, {outcome}:" }
    both(outcome, accepted) { "{outcome}·{accepted}", "{outcome}, {accepted}" }
    lead_where() { "位置  ", "where  " }
    lead_rule() { "依据  ", "rule   " }
    lead_help() { "建议  ", "help   " }
    place_row(sheet, row, file) { "{sheet} 第 {row} 条指标，{file}", "{sheet} row {row}, {file}" }
    row_alone(row) { "第 {row} 条指标", "row {row}" }
    comma() { "，", ", " }
    and() { "、", ", " }
    places(title, count) { "{title}（{count} 处）", "{title} ({count})" }
    one_place(message, place) { "{message}（{place}）", "{message} ({place})" }
    more_places(more) { "另有 {more} 处，--format json 全部列出", "{more} more; --format json lists all" }
    in_many_sheets() { "多张表相同", "the same in many sheets" }
    as_in_many_sheets(count) { "另有 {count} 条与其他表一字不差，见后面的“多张表相同”。", "{count} more, word for word those of other sheets: see “the same in many sheets” below." }
    sheets_named(names, count) { "{count} 张表：{names}", "{count} sheets: {names}" }
    sheets_and_more(names, count) { "{count} 张表：{names}等，--format json 全部列出", "{count} sheets: {names} and others; --format json lists all" }
    grades(reported, computed) { "等级：填报 {reported}，重算 {computed}", "grade: {reported} reported, {computed} recomputed" }
    grade_reported(reported) { "等级：填报 {reported}，没有重算", "grade: {reported} reported, none recomputed" }
    grade_computed(computed) { "等级：没有填报，重算 {computed}", "grade: none reported, {computed} recomputed" }
    place_sheet(sheet, file) { "{sheet}，{file}", "{sheet}, {file}" }

    about_arithmetic() { "合计、比率、得分、单位算得对不对", "sums, rates, points and units" }
    about_completeness() { "该填的填了没有，该说明的说明了没有", "what is missing, and what is not explained" }
    about_consistency() { "同一张表里的文字与数字合不合", "words against figures within a sheet" }
    about_across() { "几张表之间合不合", "sheets against one another" }
    about_quality() { "指标和指标值定得怎么样", "how targets and indicators are set" }
    about_many() { "许多表放在一起才看得出的", "what shows among many sheets only" }
    family(chinese, english, about) { "{chinese} {english}：{about}", "{english} {chinese}: {about}" }
    not_all_checks(count, all, codes) { "只查了 {all} 项检查中的 {count} 项：{codes}。", "Only {count} of {all} checks: {codes}." }
    no_check_left() { "没有剩下检查项，只作勾稽。", "No check is left; there is the reconciliation only." }
    target_table(id, name) { "{id}  绩效目标表：{name}", "{id}  target table: {name}" }

    reconciliation() { "勾稽", "reconciliation" }
    amount() { "分", "points" }
    row() { "序号", "row" }
    across() { "表间", "across sheets" }
    sheet() { "自评表", "sheet" }
    form() { "表", "form" }
    summary() { "汇总", "summary" }
    summary_legend() { "严重、一般、提示三列只数“不符”；“存疑”要由人判断，不是已证实的错误。", "The columns error, warning and note count what fails; what is uncertain needs a person's judgement and is no proven error." }
    nothing_found() { "没有发现问题。", "Nothing was found." }
    nothing_found_by_these() { "所选的检查项没有发现问题。", "The checks chosen found nothing." }
    no_reported_total() { "表上没有填报总分，无从勾稽。", "The sheet reports no total, so there is nothing to reconcile." }
    no_computed_total(why) { "总分无法重算（{why}），无从勾稽。", "The total cannot be recomputed ({why}), so it cannot be reconciled." }
    no_reconciliation() { "预算执行得分无法重算，无从勾稽。", "The execution points cannot be recomputed, so the total cannot be reconciled." }

    step_reported() { "填报总分", "total as reported" }
    step_parts() { "填报总分与各部分之和的差", "printed parts add up to something else" }
    step_execution_precision() { "预算执行得分：印出的小数位数不同", "execution points: rounding of the print" }
    step_execution_differs() { "预算执行得分：与规则不符", "execution points: depart from the rule" }
    step_execution_implied(implied) { "预算执行得分没有印出（总分留给它 {implied}）", "execution points not printed (the total leaves {implied})" }
    step_row_precision(name) { "{name}：印出的小数位数不同", "{name}: rounding of the print" }
    step_row_differs(name) { "{name}：与规则不符", "{name}: departs from the rule" }
    step_row_not_reported(name) { "{name}：没有填报得分", "{name}: no points reported" }
    step_row_dropped(name) { "{name}：按规则剔除", "{name}: left out by the rule" }
    step_execution_weight() { "预算执行得分：规则的权重与表头不同", "execution points: the rule weighs them differently than the sheet's heading" }
    step_row_weights() { "各行：规则的权重与表上的分值不同，合计", "all rows: the rule weighs them differently than the sheet, together" }
    step_group_differs(group) { "分组“{group}”与规则不符", "group `{group}` differs from the rule" }
    step_groups_not_reported() { "其余分组、取舍", "other groups, rounding" }
    step_total_rule() { "总分的规则（封顶、取舍）", "rule of the total (cap, rounding)" }
    step_computed() { "重算总分", "total recomputed" }

    md_findings() { "审核发现", "Findings" }
    md_code() { "检查项", "check" }
    md_severity() { "等级", "severity" }
    md_outcome() { "结论", "outcome" }
    md_message() { "问题", "finding" }
    md_reported() { "填报", "reported" }
    md_expected() { "应为", "expected" }
    md_where() { "位置", "where" }
    md_rule() { "依据", "rule" }
    md_help() { "建议", "what to do" }
}
