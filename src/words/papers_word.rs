//! What a document (.docx) says around the figures: headings, labels, and the sentences of its conclusion.

words! {
    first(title) { "一、{title}", "1  {title}" }
    second(title) { "二、{title}", "2  {title}" }
    third(title) { "三、{title}", "3  {title}" }
    fourth(title) { "四、{title}", "4  {title}" }
    fifth(title) { "五、{title}", "5  {title}" }
    page_before() { "第 ", "Page " }
    page_between() { " 页，共 ", " of " }
    page_after() { " 页", "" }

    units_audited() { "被复核单位", "units reviewed" }
    units() { "单位", "units" }
    units_below(count) { "{count} 个单位，见下表", "{count} units, listed below" }
    years() { "年度", "year" }
    rules() { "规则", "rules" }
    rules_named(name, title) { "{name}  {title}", "{name}  {title}" }
    basis() { "依据", "basis" }
    program() { "程序版本", "program" }
    checks() { "检查项", "checks" }
    checks_all(count) { "全部 {count} 项", "All {count}" }
    signed_by() { "复核人", "reviewed by" }
    signed_office() { "复核单位（盖章）", "office (seal)" }
    signed_day() { "复核日期", "date" }
    made_by() { "经办人", "prepared by" }
    made_office() { "经办单位（盖章）", "office (seal)" }
    made_day() { "日期", "date" }
    inputs() { "所依据的文件", "Files this rests on" }
    id() { "编号", "id" }
    unit_and_subject() { "单位、项目或整体", "unit; project or whole unit" }
    year_and_rules() { "年度、规则", "year, rules" }
    file_and_sum() { "文件、校验值（SHA-256）", "file, checksum (SHA-256)" }
    whole_unit() { "整体支出", "Whole-unit spending" }
    targets_table() { "绩效目标表", "target table" }

    conclusion() { "结论", "Conclusion" }
    sheets_given(sheets) { "自评表 {sheets} 张。", "Self-evaluation sheets: {sheets}." }
    sheets_and_targets(sheets, targets) { "自评表 {sheets} 张，绩效目标表 {targets} 张。", "Self-evaluation sheets: {sheets}; target tables: {targets}." }
    totals_compared(same, other, open) { "重算总分与填报总分相同的 {same} 张，不同的 {other} 张，缺一个总分、无从比较的 {open} 张。", "The recomputed total equals the reported one in {same}, differs in {other}, and cannot be compared in {open}, where one of the two is missing." }
    found(fails, errors, warnings, notes, uncertain) { "不符 {fails} 条（严重 {errors}、一般 {warnings}、提示 {notes}），存疑 {uncertain} 条。", "Findings that fail: {fails} (error {errors}, warning {warnings}, note {notes}); uncertain: {uncertain}." }
    found_accepted(count) { "另有 {count} 条有关单位已接受，列在“已接受的问题”中。", "{count} more have been accepted and stand under “Accepted findings”." }
    sentence(said) { "{said}。", "{said}." }
    of_sheet(name, said) { "{name}：{said}", "{name}: {said}" }
    total_same(reported, computed) { "填报总分 {reported}，重算总分 {computed}，相同。", "reported total {reported}, recomputed total {computed}: the same." }
    total_lower(reported, computed, by) { "填报总分 {reported}，重算总分 {computed}，比填报少 {by} 分。", "reported total {reported}, recomputed total {computed}: lower by {by}." }
    total_higher(reported, computed, by) { "填报总分 {reported}，重算总分 {computed}，比填报多 {by} 分。", "reported total {reported}, recomputed total {computed}: higher by {by}." }
    total_unread(reported, computed) { "填报总分是“{reported}”，不是数字；重算总分 {computed}。", "the reported total “{reported}” is no number; recomputed total {computed}." }
    total_not_reported(computed) { "没有填报总分，重算总分 {computed}。", "no total reported, recomputed total {computed}." }
    total_not_computed(reported, why) { "填报总分 {reported}，没有重算总分：{why}。", "reported total {reported}, no recomputed total: {why}." }
    total_neither(why) { "没有填报总分，也没有重算总分：{why}。", "neither a reported nor a recomputed total: {why}." }
    subject() { "项目或整体", "project or whole" }
    total_reported() { "填报总分", "reported total" }
    total_computed() { "重算总分", "recomputed total" }
    grade_reported() { "填报等级", "reported grade" }
    grade_computed() { "重算等级", "recomputed grade" }
    difference() { "差额", "difference" }

    limits() { "本报告的范围", "What this paper covers" }
    limit_audit() { "本报告只复核自评表、绩效目标表上的数和文字：按规则重算得分，核对表内、表间是否一致。没有核实原始凭证，也不评价业绩本身。", "This report reviews the figures and words of the sheets and target tables only: points are recomputed under the rule, and sheets compared within and with one another. No voucher was seen, and performance itself is not judged." }
    limit_score() { "本表只用自评表上填报的数按规则重算得分，没有审核，也没有核实原始凭证。", "This paper recomputes points from the figures reported on the sheets. It is no review, and no voucher was seen." }
    limit_whatif() { "情景是假设：改动列出的规则、权重或数之后重算。情景的得分不是复核结论。", "Scenarios are suppositions: the rule, weights or figures listed were changed and everything recomputed. They are no findings of a review." }
    limit_uncertain() { "“不符”是数与规则、数与数或数与文字相矛盾；“存疑”要由人判断，不是已证实的错误。", "What “fails” contradicts the rule, or another figure or word; what is “uncertain” needs a person's judgement and is no proven error." }
    limit_unscored(sheet, count) { "{sheet}：{count} 行未评分，原因见附表。", "{sheet}: {count} rows are unscored; the appendix says why." }
    limit_inferred(sheet) { "{sheet}：表上没有印分值的行，分值由填报得分推算，附表中标 *。", "{sheet}: full marks that are not printed were inferred from the reported points; the appendix marks them with *." }
    limit_year(sheet, rules, year) { "{sheet}：规则 {rules} 在 {year} 年度未施行。", "{sheet}: the rules {rules} are not in force for {year}." }
    limit_unverified(rules) { "规则 {rules} 的依据有的未与原文核对，已逐条注明。", "Not every clause behind the rules {rules} was checked against the issuing text; those that were not say so." }
    note_of(sheet, note) { "{sheet}：{note}", "{sheet}: {note}" }

    reconciliation() { "勾稽", "Reconciliation" }
    reconciliation_about() { "从填报总分到重算总分，逐步相加，分毫不差。", "From the reported to the recomputed total, in steps that add up exactly." }
    step() { "项目", "step" }
    points() { "分", "points" }
    row() { "序号", "row" }

    findings() { "问题清单", "Findings" }
    accepted() { "已接受的问题", "Accepted findings" }
    all_accepted() { "所发现的问题都已接受，见“已接受的问题”。", "Everything found was accepted; see “Accepted findings”." }
    accepted_about() { "以下问题经有关单位说明理由后保留原状，不计入上面的条数；有关的数一变，即重新提出。", "The following were accepted with a reason and are not counted above; they are open again as soon as one of their figures changes." }
    group(code, title, severity, outcome) { "{code}  {title}（{severity}·{outcome}）", "{code}  {title} ({severity}, {outcome})" }
    number() { "问题", "no." }
    place() { "位置", "where" }
    place_row(row) { "第 {row} 条指标", "row {row}" }
    message() { "问题内容", "finding" }
    reported() { "填报", "reported" }
    expected() { "对照值", "compared with" }
    help() { "建议", "what to do" }
    reason() { "接受理由", "accepted because" }
    open_again() { "重新提出", "open again" }

    appendix() { "附表：逐行重算", "Appendix: every row recomputed" }
    self_actual() { "自评完成值", "reported actual" }
    self_points() { "自评得分", "reported points" }
    audit_points() { "复核得分", "reviewed points" }
    computed_points() { "重算得分", "recomputed points" }
    remark() { "说明", "remarks" }
    see_findings(numbers) { "见问题 {numbers}", "see no. {numbers}" }
    legend_row() { "差额 = 重算 − 填报。", "Difference = recomputed − reported." }
    sign_inferred(legend) { "* {legend}。", "* {legend}." }
    sign_pack(legend) { "+ {legend}。", "+ {legend}." }

    scenarios() { "各情景的总分和等级", "Totals and grades of the scenarios" }
    scenarios_about() { "括号内是与原表之差。", "In brackets: the difference from the baseline." }
    changes() { "改动与差额", "Changes and differences" }
    scenario_under(name, rules) { "{name}（{rules}）", "{name} ({rules})" }
    change() { "改动", "change" }
    from() { "原为", "from" }
    to() { "改为", "to" }
    because() { "理由", "because" }
    dropped() { "剔除", "left out" }
}
