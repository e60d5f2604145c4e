//! The blank form: what is printed on it, what it asks for, and what the command says about it.
//!
//! What is printed is read back by its Chinese words; English stands in brackets, which reading sets
//! aside.

words! {
    title_year(year) { "{year}年度", "{year}年度" }
    title_unit(year) { "{year}整体支出绩效自评表", "{year}整体支出绩效自评表" }
    title_project(year) { "{year}项目支出绩效自评表", "{year}项目支出绩效自评表" }
    funds_of_unit() { "单位整体支出总额", "单位整体支出总额" }
    funds_of_project() { "年度财政资金总额", "年度财政资金总额" }

    project() { "项目名称", "项目名称 (project)" }
    unit() { "单位名称", "单位名称 (unit)" }
    department() { "主管部门", "主管部门 (department)" }
    execution(money, mark) { "预算执行情况\n（{money}）（{mark}分）", "预算执行情况\n（{money}）（{mark}分）(execution)" }
    money_ten_thousand() { "万元", "万元" }
    money_yuan() { "元", "元" }
    fund() { "资金来源", "资金来源 (funds)" }
    budget() { "预算数（A）", "预算数（A）(budget)" }
    executed() { "执行数（B）", "执行数（B）(executed)" }
    rate() { "执行率（B/A）", "执行率（B/A）(rate)" }
    basic() { "基本支出总额", "基本支出总额 (basic)" }
    project_spending() { "项目支出总额", "项目支出总额 (projects)" }
    group(mark) { "年度绩效\n指标\n（{mark}分）", "年度绩效\n指标\n（{mark}分）(rows)" }
    level1() { "一级指标", "一级指标 (level 1)" }
    level2() { "二级指标", "二级指标 (level 2)" }
    name() { "三级指标", "三级指标 (indicator)" }
    full_mark() { "分值", "分值 (mark)" }
    target() { "年初目标值（A）", "年初目标值（A）(target)" }
    actual() { "实际完成值（B）", "实际完成值（B）(actual)" }
    points() { "得分", "得分 (points)" }
    reason() { "偏差原因分析及改进措施", "偏差原因分析及改进措施 (reason)" }
    total() { "总分", "总分 (total)" }
    reasons() { "偏差大或目标未完成原因分析", "偏差大或目标未完成原因分析 (reasons)" }
    improvements() { "改进措施及结果应用方案", "改进措施及结果应用方案 (improvements)" }

    band_partly() { "部分达成年度指标并具有一定效果", "部分达成年度指标并具有一定效果" }
    band_not() { "未达成年度指标且效果较差", "未达成年度指标且效果较差" }
    answer_no() { "否", "否" }

    made_of(file) { "空白自评表，由 {file} 中的绩效目标表生成；行末注明该行在目标表中的位置", "A blank self-evaluation sheet, made of the target table in {file}; each row says where it stood there" }
    what_to_fill() { "要填的: 预算数、执行数，每行的实际完成值（连同单位，照实写），没有完成的写偏差原因", "To fill in: budget, executed, the actual of every row (with its unit, as it is), a reason for what was missed" }
    points_left_out() { "得分不用填，`jixiao score` 会算；要报送填报得分的，加一行“得分: 2”", "Points are left out: `jixiao score` computes them; to report your own, add a line `points: 2`" }
    fill_budget(money) { "{money}，调整后的全年预算", "{money}, the budget of the year after adjustment" }
    fill_executed(money) { "{money}，全年实际支出", "{money}, spent in the year" }
    fill_full_mark() { "目标表没有印这一行的分值", "the target table prints no full mark for this row" }
    fill_full_marks() { "目标表没有印分值，请填在各行的“分值”后面，合计等于这个数", "the target table prints no full marks: fill them in row by row, this much together" }
    check_budget(money) { "{money}，目标表的当年预算，有调整的改成调整后的", "{money}, the year's budget of the target table; put the adjusted one if it was adjusted" }
    fill_judged() { "评定的完成程度，例如 90%；实际完成值与指标值同词的不用填", "the completion you judge, such as 90%; not needed where the actual repeats the target's word" }

    hint_blank() { "目标表没有填这一年的值，请核对后补上或删去这一行", "the target table has no value for this year: add it or remove the row" }
    hint_nothing() { "目标表写的是没有目标值，请核对", "the target table says there is no target: please check" }
    hint_several() { "一格里有几个数值，要分成几个指标项才能评分", "several values in one cell: give each a measure of its own to have it scored" }
    hint_range() { "区间，实际完成值写一个数", "an interval; write one number as the actual" }
    hint_approximate() { "约数，没有说明范围，评不了分，请写明确的指标值", "approximate and without an interval, so it cannot be scored: state the target exactly" }
    hint_graded() { "定性，达成时照写指标值的用词，其余要人工评定", "qualitative: repeat the target's word if it was reached, otherwise a person has to judge" }
    hint_word() { "达成时照写指标值的用词", "repeat the target's word if it was reached" }
    hint_unreadable() { "读不出数值，请核对", "cannot be read: please check" }
    hint_doubtful() { "读法存疑，请与原表核对", "the reading is doubtful: please compare with the page" }
    hint_row_doubtful() { "导入时分栏没有把握，请与原表核对", "the import was not sure of this row's columns: please compare with the page" }

    place(place) { "出处: {place}", "from: {place}" }
    ask_actual() { "写实际完成的数字，连同单位，例如 12期、98.5%", "What was reached, with its unit: 12期, 98.5%" }
    ask_choice() { "从列表选一项，或另写", "Choose from the list, or write something else" }
    ask_points(mark) { "填报得分，0 到 {mark}；可以不填", "Reported points, 0 to {mark}; may stay blank" }
    ask_points_open() { "填报得分；可以不填", "Reported points; may stay blank" }
    ask_full_mark() { "目标表没有印分值，在这里填", "The target table prints no full mark: fill it in here" }
    ask_budget() { "调整后的全年预算，只写数字", "The budget of the year after adjustment, digits only" }
    ask_executed() { "全年实际支出，只写数字", "What was spent in the year, digits only" }
    bad_points() { "得分一般在 0 和分值之间", "Points usually lie between 0 and the full mark" }
    bad_money() { "金额一般是不小于 0 的数字", "An amount is usually a number not below 0" }
    guide() { "黄色格填写，灰色格自动计算。工作表保护没有密码。", "Yellow cells are to be filled in, grey ones are computed. The protection has no password." }

    of_form(name, text) { "{name}: {text}", "{name}: {text}" }
    made(year, rows) { "{year} 年度自评表，{rows} 行", "sheet for {year}, {rows} rows" }
    made_without_year(rows) { "目标表没有年度，自评表的年度留空，{rows} 行", "the target table names no year and neither does the sheet, {rows} rows" }
    no_workbook_help() { "一格最多 32767 个字；请改用 YAML", "a cell holds up to 32,767 characters; use YAML instead" }
    marks_printed(sum) { "分值取自目标表，合计 {sum}", "full marks are those of the target table, {sum} together" }
    marks_differ(sum, rule, weight) { "分值取自目标表，合计 {sum}，而规则 {rule} 的指标分值是 {weight}: 评分时按规则处理，请核对", "full marks are those of the target table, {sum} together, but rule {rule} gives the indicators {weight}: scoring follows the rule, please check" }
    marks_partly(without) { "目标表有 {without} 行没有印分值，留空待填；不填这些行就评不了分", "{without} rows have no full mark in the target table and are left blank; unless filled in, those rows cannot be scored" }
    marks_none_inferred(weight, rule) { "目标表没有印分值，留空待填，合计应为 {weight}；都不填则规则 {rule} 由填报得分推算，没有填报得分就评不了分", "the target table prints no full marks; they are left blank and should add up to {weight}. With none filled in, rule {rule} infers them from the reported points, and without those no row can be scored" }
    marks_none_needed(weight, rule) { "目标表没有印分值，留空待填，合计应为 {weight}；规则 {rule} 不推算分值，不填就评不了分", "the target table prints no full marks; they are left blank and should add up to {weight}. Rule {rule} does not infer them, so unless filled in no row can be scored" }
    hinted(rows) { "{rows} 行的指标值需要核对，表中已注明", "{rows} targets need checking; the form says why" }
    not_the_same(row) { "这张工作簿再导入时与目标表不完全相同（从第 {row} 行起），请改用 YAML", "importing this workbook again does not give exactly the same rows (from row {row} on): use YAML instead" }

    no_targets(sheets) { "没有认出绩效目标表（认出自评表 {sheets} 张）", "no target table was recognised (self-evaluation sheets: {sheets})" }
    no_targets_help() { "目标表要有“三级指标”“指标值”这样的表头；用 `jixiao import` 看认出了什么", "a target table needs headings such as 三级指标 and 指标值; `jixiao import` shows what was recognised" }
    no_annual(name) { "目标表“{name}”只有长期目标，没有年度目标", "the target table “{name}” has long-term targets only and none of a year" }
    no_annual_help() { "自评表按当年的指标值填；请用有“预计当年实现”一栏的年度绩效目标表", "a self-evaluation is filled in against the targets of its year: use the annual target table, with its column 预计当年实现" }
    no_value(name, year) { "目标表“{name}”的年度目标没有 {year} 年的值", "the annual targets of “{name}” have no value for {year}" }
    no_value_at_all(name) { "目标表“{name}”的年度目标都没有填值", "the annual targets of “{name}” have no values" }
    no_value_help(known) { "有值的年份: {known}；用 --year 选一个", "years with values: {known}; choose one with --year" }
    no_value_at_all_help() { "检查目标表的指标值一栏，或先用 `jixiao import` 导出核对", "check the column of values, or look at what `jixiao import` makes of it" }
    already_there() { "文件已经有了，没有写入", "the file is there already; nothing was written" }
    already_there_help() { "表里可能填过数，不覆盖；换一个文件名，或先把它移开", "it may hold figures somebody filled in: choose another name, or move it away first" }
    ending_is_not_format(file, format) { "`{file}` 的后缀与格式 `{format}` 不符", "the ending of `{file}` does not fit the format `{format}`" }
}
