//! C60–C63: what shows among many sheets only.

words! {
    names_and_more(names) { "{names}等", "{names} and others" }
    unit_alone(unit) { "单位“{unit}”", "unit “{unit}”" }
    department(name) { "主管部门“{name}”", "department “{name}”" }
    everybody() { "这一批可比的表", "the comparable sheets of this run" }

    c60_title() { "许多表总分相同或全是满分", "many sheets with the same scores or full marks throughout" }
    c60_total(sheets, units, same, total, computed, names) { "可比的 {sheets} 张表中 {same} 张（{units} 个单位）总分都填 {total}，重算也是这个数的 {computed} 张：{names}", "{same} of {sheets} comparable sheets ({units} units) report a total of {total}, {computed} of them also by the rule: {names}" }
    c60_full(who, sheets, full, names) { "{who}：{sheets} 张表中 {full} 张每一行都填满分：{names}", "{who}: {full} of {sheets} sheets report full marks in every row: {names}" }
    c60_rows(sheets, units, rows, total, names) { "{units} 个单位的 {sheets} 张表，{rows} 行得分行行相同（总分 {total}）：{names}", "{sheets} sheets of {units} units report the same points in each of {rows} rows (total {total}): {names}" }
    c60_no_total() { "没有填", "none reported" }
    c60_help() { "抽几张核对原始资料，看得分是不是照抄或照满分填的", "check a few of them against their records: the points may have been copied, or full marks filled in" }

    c61_title() { "不同单位的原因说明相同", "the same explanation in sheets of several units" }
    c61_passage(excerpt) { "“{excerpt}…”这段说明", "the passage “{excerpt}…”" }
    c61_passages(excerpt, count) { "“{excerpt}…”等 {count} 段说明", "{count} passages, the first “{excerpt}…”," }
    c61_same(passages, sheets, units, names) { "{passages}，与其他 {units} 个单位的 {sheets} 张表一字不差：{names}", "{passages} as found in {sheets} sheet(s) of {units} other unit(s), word for word: {names}" }
    c61_but_for_figures(passages, sheets, units, names) { "{passages}，除数字、标点和本表的名称外，与其他 {units} 个单位的 {sheets} 张表相同：{names}", "{passages} as found in {sheets} sheet(s) of {units} other unit(s), the same but for figures, marks and the sheet's own names: {names}" }
    c61_left_out(count) { "不同的说明太多，{count} 段没有互相比较", "there are too many different passages: {count} were not compared with one another" }
    c61_help() { "请各单位按自己的情况写明原因", "ask each unit for the reasons of its own" }
    c61_left_out_help() { "分批核查", "audit in several runs" }

    c62_title() { "自评与重算偏差大", "reported and recomputed totals far apart" }
    c62_off(reported, computed, deviation, limit) { "({reported} − {computed}) ÷ {reported} = {deviation}，超过 {limit}", "({reported} − {computed}) ÷ {reported} = {deviation}, beyond {limit}" }
    c62_grade(reported, grade, computed, other) { "总分填报 {reported} 是“{grade}”，重算 {computed} 是“{other}”", "the reported total {reported} is “{grade}”, the recomputed {computed} is “{other}”" }
    c62_help() { "逐行的差异见这张表的勾稽和发现；用 --sheet 单独看", "see the reconciliation and the findings of this sheet for where it comes from, with --sheet" }

    c63_title() { "与可比的表相比不寻常", "unusual among its peers" }
    c63_hits(own, part, whole, median, sheets, rank) { "实际值与指标值一字不差的行占 {part}/{whole} = {own}，可比的 {sheets} 张表中位数 {median}，从高到低第 {rank}", "rows that reach their target to the digit: {part}/{whole} = {own}, median of {sheets} comparable sheets {median}, {rank} from the top" }
    c63_far(own, part, whole, median, sheets, rank) { "远超指标值的行占 {part}/{whole} = {own}，可比的 {sheets} 张表中位数 {median}，从高到低第 {rank}", "rows far above their target: {part}/{whole} = {own}, median of {sheets} comparable sheets {median}, {rank} from the top" }
    c63_full(own, part, whole, median, sheets, rank) { "填满分的行占 {part}/{whole} = {own}，可比的 {sheets} 张表中位数 {median}，从高到低第 {rank}", "rows with full marks: {part}/{whole} = {own}, median of {sheets} comparable sheets {median}, {rank} from the top" }
    c63_rows(own, median, sheets, rank) { "只有 {own} 行，可比的 {sheets} 张表中位数 {median}，从低到高第 {rank}", "only {own} rows, median of {sheets} comparable sheets {median}, {rank} from the bottom" }
    c63_execution(own, median, sheets, rank) { "执行率 {own}，而每一行都填满分；可比的 {sheets} 张表执行率中位数 {median}，从低到高第 {rank}", "an execution rate of {own} with full marks in every row; median rate of {sheets} comparable sheets {median}, {rank} from the bottom" }
    c63_help() { "不一定有错；请单位说明，或抽查原始资料", "not necessarily wrong; ask the unit, or check its records" }
}
