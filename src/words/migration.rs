//! What scenarios do to many sheets together.

words! {
    heading(sheets, units) { "情景测算总览：{sheets} 张自评表，{units} 个单位", "what if, in overview: {sheets} sheets of {units} units" }
    baseline_under(rules) { "原表按 {rules}", "baseline under {rules}" }
    under(rules) { "按 {rules}", "under {rules}" }
    totals(before, after) { "总分（最低 / 平均 / 中位 / 最高）：原表 {before}；情景 {after}。", "Totals (lowest / mean / median / highest): baseline {before}; scenario {after}." }
    change(gain, lose, same, spread) { "总分升 {gain} 张，降 {lose} 张，不变 {same} 张；差 {spread}。", "{gain} sheets gain, {lose} lose, {same} stay; the difference is {spread}." }
    spread(lowest, mean, median, highest) { "{lowest} / {mean} / {median} / {highest}", "{lowest} / {mean} / {median} / {highest}" }
    moves(raised, lowered) { "等级升 {raised} 张，降 {lowered} 张。", "{raised} rise to a better grade, {lowered} fall to a worse one." }
    no_change() { "没有一张表两边都有总分。", "No sheet has a total on both sides." }

    in_sheets(note, sheets) { "{note}（{sheets} 张）", "{note} ({sheets} sheets)" }

    migration() { "等级：原表 ↓ 情景 →", "grade: baseline ↓ scenario →" }
    ungraded() { "无等级", "no grade" }
    no_total() { "无总分", "no total" }
    sum() { "合计", "all" }

    losers() { "降得最多", "losing most" }
    gainers() { "升得最多", "gaining most" }
    flips() { "换了等级", "another grade" }
    more_flips(more) { "另有 {more} 张换了等级：--summary -f csv 逐张列出，-f json 的 flips 是全部", "{more} more sheets change their grade: --summary -f csv lists every sheet, flips in -f json all of these" }

    unit() { "单位", "unit" }
    department() { "主管部门", "department" }
    unnamed() { "（没有写）", "(not stated)" }
    sheets() { "表", "sheets" }
    gain() { "升", "gain" }
    lose() { "降", "lose" }
    raised() { "升等", "raised" }
    lowered() { "降等", "lowered" }
    change_sum() { "差的合计", "sum" }
    change_mean() { "平均", "mean" }
    more_groups(more) { "另有 {more} 个：--summary -f json 全部列出", "{more} more: --summary -f json lists them all" }

    fits_nowhere(count, names) { "改动对不上的 {count} 张，照原表计: {names}", "the changes fit nothing in {count} sheets, which count as they are: {names}" }
    failed(count, names) { "情景算不了的 {count} 张，没有计入: {names}", "{count} sheets cannot be scored in the scenario and are not counted: {names}" }
    no_total_before(count, names) { "原表没有总分的 {count} 张: {names}", "{count} sheets have no total in the baseline: {names}" }
    no_total_after(count, names) { "情景没有总分的 {count} 张: {names}", "{count} sheets have no total in the scenario: {names}" }
    and_more(names) { "{names} 等", "{names} and others" }
    how_to_go_on() { "一张表的全部：--sheet 编号；全部表逐页：--pages；一张表一行：--summary -f csv；逐行的差：-f csv、-f json。", "One sheet in full: --sheet ID; page by page: --pages; one line a sheet: --summary -f csv; amounts row by row: -f csv, -f json." }

    help_summary() { "只输出许多表的总览: 等级迁移、升降最多的表、按单位和主管部门的合计；-f csv 一张表一行", "The overview of many sheets only: who moves from grade to grade, who gains and loses most, sums by unit and department; -f csv is one line a sheet" }
    help_pages() { "表多时也逐页输出每张表，不输出总览", "Page by page however many sheets there are, instead of the overview" }
    comparing() { "测算", "comparing" }
    wrong_elsewhere(key, count, sheet) { "`{key}` 在 {count} 张表上不能这样改，例如 {sheet}；这些表没有计入", "`{key}` cannot be changed like that in {count} sheets, such as {sheet}; they are not counted" }
}
