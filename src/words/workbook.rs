//! The paper as a workbook: headings of its worksheets, and what stands in their cells.

words! {
    summary() { "汇总", "Summary" }
    rules() { "规则", "Rules" }
    rules_of(name) { "规则 {name}", "Rules {name}" }
    findings() { "问题清单", "Findings" }
    reconciliation() { "勾稽", "Reconciliation" }
    scenarios() { "情景", "Scenarios" }

    unscored() { "未评分", "unscored" }
    left_out() { "不计", "left out" }
    no_total() { "未能合计", "no total" }
    no_grade() { "无等级", "no grade" }

    level1() { "一级", "Level 1" }
    level2() { "二级", "Level 2" }
    level3() { "三级", "Indicator" }
    direction() { "指标性质", "Direction" }
    target() { "指标值", "Target" }
    unit_of_measure() { "计量单位", "Unit" }
    full_mark() { "分值", "Mark" }
    own_actual() { "自评完成值", "Actual as reported" }
    own_points() { "自评得分", "Points as reported" }
    checked_actual() { "复核完成值", "Actual re-checked" }
    checked_points() { "复核得分", "Points re-checked" }
    deviation() { "偏离度", "Deviation" }
    remark() { "备注", "Remarks" }

    helper_target() { "目标数", "target" }
    helper_high() { "目标上限", "upper end" }
    helper_judged() { "人工评定", "judged" }
    helper_level() { "权重序号", "weight no." }
    helper_mark() { "计分分值", "mark that counts" }
    helper_completion() { "完成率", "completion" }
    helper_exact() { "取舍前得分", "points before rounding" }
    helper_adjusted() { "调整后得分", "points adjusted" }
    helpers(first) { "右侧灰字是公式用到的数（从 {first} 列起，不打印）", "The grey figures on the right are those the formulas use (from column {first} on, not printed)" }

    unit() { "单位名称", "Unit" }
    project() { "项目名称", "Project" }
    year() { "年度", "Year" }
    rule() { "规则", "Rule" }
    input() { "输入校验 sha256", "Input, sha256" }
    engine() { "程序", "Program" }
    pack() { "规则校验 sha256", "Rule, sha256" }
    execution() { "预算执行情况", "Execution of the budget" }
    fund() { "资金来源", "Funds" }
    budget() { "预算数（A）", "Budget (A)" }
    executed() { "执行数（B）", "Executed (B)" }
    rate() { "执行率（B/A）", "Rate (B/A)" }
    money_unit() { "金额单位", "Money in" }

    indicators() { "指标合计", "All indicators" }
    rescaling() { "剔除后折算系数", "Factor for rows left out" }
    base() { "折算基数：表上指标分值", "The sheet's own marks, to convert from" }
    total() { "总分", "Total" }
    grade() { "评价等级", "Grade" }
    groups() { "分组", "Groups" }
    group_earned() { "得分合计", "Earned" }
    group_possible() { "分值合计", "Possible" }
    group_scored() { "计分项数", "Counted" }
    group_left_out() { "不计项数", "Left out" }
    group_weight() { "计分权重", "Weight that counts" }
    group_points() { "得分", "Points" }

    guide_open() { "黄色格可以改：复核完成值、预算数、执行数和规则页的权重、参数、等级；得分、总分、等级随之重算。工作表保护没有密码。", "Yellow cells can be changed: actuals, money, and on the page of rules weights, parameters and grades; points, total and grade follow. The protection has no password." }
    guide_unscored() { "未评分的行要由人评定：在黄色的复核得分格里填分（按计分分值），填齐之前总分写“未能合计”，空白不当作 0。", "Rows that are unscored need a person: type points into the yellow cell (on the scale of the mark that counts). Until all are there the total says “no total”; a blank is no 0." }
    guide_deviation() { "偏离度 =（自评得分 − 复核得分）÷ 自评得分，按表上的分值比较。", "Deviation = (points as reported − points re-checked) ÷ points as reported, on the sheet's own scale." }
    guide_exact() { "取舍前先保留 12 位小数，消去表格软件的二进制误差；离进位界线不到 5×10⁻¹³ 的数按界线计。", "Before a rounding, values are taken to 12 places, which removes traces of binary fractions; what lies within 5×10⁻¹³ of a half counts as the half." }

    by_script() { "脚本计算，公式不能表达：这里是程序算出的数，不随改动变化", "computed by a script that no formula can say: this is the program's figure and does not follow changes" }
    too_long_a_number() { "数字超过 15 位，表格软件存不下：这里是程序算出的数，不随改动变化", "a number of more than 15 digits, which no worksheet keeps: this is the program's figure and does not follow changes" }
    mark_inferred() { "分值由填报得分推算", "full mark inferred from the reported points" }
    mark_of_pack() { "分值由规则给出", "full mark given by the rule" }
    direction_assumed() { "方向是推定的", "direction assumed" }
    no_total_because(why) { "未能合计：{why}", "No total: {why}" }
    cannot_be_filled(why) { "未能合计：{why}。补填各行不能解决，请改正后重新运行", "No total: {why}. Filling in rows does not help: correct the sheet and run again" }

    ask_actual() { "复核认定的完成值，只写数；改后得分随之重算", "The actual as re-checked, a number; the points follow" }
    ask_date() { "写成八位或四位数字，例如 20241231、1231", "As eight or four digits: 20241231, 1231" }
    ask_points(mark) { "由人评定的得分，按计分分值 {mark}", "Points a person awards, of {mark}" }
    ask_points_open() { "由人评定的得分，按计分分值", "Points a person awards, on the scale of the mark that counts" }
    ask_money() { "金额，单位同表上", "An amount in the sheet's unit" }
    ask_places() { "保留的小数位数，0 到 12", "Decimal places that stay, 0 to 12" }
    ask_grade() { "这一等级的最低分；各行从低到高", "The lowest total of the grade; lines stand from low to high" }

    of_rule(title) { "评分规则：{title}", "Scoring rule: {title}" }
    rule_name() { "规则包", "Pack" }
    issuer() { "制定", "Issued by" }
    weights() { "权重（分）", "Weights (points)" }
    item() { "项目", "Item" }
    value() { "数值", "Value" }
    how() { "说明", "How" }
    clause() { "依据", "Clause" }
    weight_execution() { "预算执行", "Execution" }
    weight_indicators() { "指标", "Indicators" }
    whole() { "满分", "Full total" }
    sum_of_levels() { "各层级相加", "the levels together" }
    sum_of_parts() { "各部分相加", "the parts together" }
    rounding() { "取舍（小数位数）", "Rounding (decimal places)" }
    rounding_rows() { "各行得分", "Points of a row" }
    rounding_execution() { "预算执行得分", "Points of execution" }
    rounding_groups() { "分组得分", "Points of a group" }
    rounding_total() { "总分", "Total" }
    mode_locked(mode) { "{mode}（方式写在各公式里，这里改不了）", "{mode} (the mode stands in the formulas and cannot be changed here)" }
    parameters() { "参数", "Parameters" }
    in_formulas() { "文字写在公式里，改不了", "texts stand in the formulas and cannot be changed here" }
    grades() { "评价等级（从低到高）", "Grades (from low to high)" }
    from_inclusive() { "达到这个分数即是（含）", "from this total on" }
    from_exclusive() { "超过这个分数才是（不含）", "above this total" }
    grades_by_script() { "等级由脚本决定，公式不能表达", "a script decides the grade; no formula can say it" }
    methods() { "方法（从上到下，第一个符合的算数）", "Methods (from top to bottom; the first that matches is used)" }
    method() { "方法", "Method" }
    function() { "函数", "Function" }
    when() { "适用", "When" }
    citations() { "依据", "Clauses" }
    checked() { "已核对原文", "checked against the issuing text" }
    unchecked() { "未与原文核对", "not checked against the issuing text" }
    guide_rules() { "各表的公式引用这一页。黄色格可以改，所有自评表随之重算；行的增删、方法和取舍方式不能在这里改。", "The formulas of all sheets refer to this page. Yellow cells can be changed and all sheets follow; rows, methods and modes of rounding cannot be changed here." }

    sheet() { "自评表", "Sheet" }
    unit_and_project() { "单位 / 项目", "Unit / project" }
    reported() { "自评", "Reported" }
    outcome() { "结论", "Outcome" }
    difference() { "差额", "Difference" }
    own(part) { "自评{part}", "{part} reported" }
    checked_part(part) { "复核{part}", "{part} re-checked" }
    part_execution() { "执行", "execution" }
    part_indicators() { "指标", "indicators" }
    part_total() { "总分", "total" }
    part_grade() { "等级", "grade" }
    legend_difference() { "差额 = 复核总分 − 自评总分；复核各栏是公式，取自各表", "Difference = re-checked total − reported total; re-checked figures are formulas that refer to the sheets" }

    number() { "序号", "No." }
    severity() { "等级", "Severity" }
    check() { "检查项", "Check" }
    object() { "对象", "Object" }
    place() { "位置", "Place" }
    message() { "问题", "Finding" }
    expected() { "应得或对照", "Expected or compared with" }
    advice() { "建议", "What to do" }
    row_number(row) { "第 {row} 条指标", "row {row}" }
    no_findings() { "没有发现问题", "Nothing was found" }

    step() { "步骤", "Step" }
    amount() { "金额（分）", "Points" }
    steps_sum() { "校验：自评总分 + 各步 − 复核总分（应为 0）", "Check: reported + steps − recomputed (should be 0)" }
    now_in_sheet() { "该表现在的复核总分", "Re-checked total of the sheet as it is now" }
    reconciliation_guide() { "各步是运行时的结果；改了黄色格以后，以各表的总分为准。", "The steps are those of the run; once yellow cells are changed, the totals of the sheets count." }

    baseline() { "原表", "Baseline" }
    scenario() { "情景", "Scenario" }
    row_deltas() { "情景明细", "Scenario details" }
    scenarios_guide() { "情景的总分是运行时的结果，不随改动变化；原表的总分取自该表，差额随之变化。", "Totals of scenarios are those of the run and do not follow changes; the baseline's total is that of the sheet as it is now, and so is the difference." }
}
