//! All sheets of a run together.

words! {
    heading(sheets, units) { "总览：{sheets} 张自评表，{units} 个单位", "overview: {sheets} sheets of {units} units" }
    found(error, warning, note, uncertain) { "不符：严重 {error}、一般 {warning}、提示 {note}；存疑 {uncertain}。", "Fails: {error} error, {warning} warning, {note} note; {uncertain} uncertain." }
    and_accepted(accepted) { "另有 {accepted} 条已接受，不计入。", "{accepted} more are accepted and not counted." }
    totals(reported, computed) { "总分（最低 / 中位 / 最高）：填报 {reported}；重算 {computed}。", "Totals (lowest / median / highest): reported {reported}; recomputed {computed}." }
    spread(lowest, median, highest, sheets) { "{lowest} / {median} / {highest}（{sheets} 张）", "{lowest} / {median} / {highest} ({sheets} sheets)" }
    no_total() { "没有", "none" }

    checks() { "问题，严重的在前", "what is wrong, gravest first" }
    check() { "检查项", "check" }
    sheets() { "表", "sheets" }
    ranking() { "单位，严重的在前", "units, gravest first" }
    rank() { "名次", "rank" }
    unit() { "单位", "unit" }
    deviation() { "偏差%", "off by %" }
    first() { "先看", "begin with" }
    more_units(more) { "另有 {more} 个单位：--summary -f csv 全部列出", "{more} more units: --summary -f csv lists them all" }
    ranking_legend() { "单位按不符的严重、一般、提示条数排，再按偏差（自评 − 重算）÷ 自评 的大小、存疑条数排。", "Units are in the order of what fails (error, warning, note), then of the size of the deviation (reported − recomputed) ÷ reported, then of what is uncertain." }

    grades(rules) { "等级（{rules}）", "grades ({rules})" }
    grade() { "等级", "grade" }
    reported() { "按填报总分", "by reported total" }
    computed() { "按重算总分", "by recomputed total" }
    band(name, from) { "{name}（{from} 起）", "{name} (from {from})" }
    without_grade() { "无", "none" }
    moved(lowered, raised) { "重算后降等 {lowered} 张，升等 {raised} 张。", "Recomputed, {lowered} sheets fall and {raised} rise to another grade." }

    deviations() { "偏差（自评 − 重算）÷ 自评", "deviation (reported − recomputed) ÷ reported" }
    class() { "大小", "size" }
    class_between(above, to) { "{above}%–{to}%", "{above}%–{to}%" }
    class_above(above) { "{above}% 以上", "above {above}%" }
    class_equal() { "一致", "equal" }
    over() { "自评偏高", "reported higher" }
    under() { "自评偏低", "reported lower" }
    not_compared(count) { "{count} 张缺一个总分，没有比较。", "{count} sheets lack one of the totals and were not compared." }

    examples(count) { "每类的前 {count} 处", "the first {count} of each kind" }
    more_kinds(more) { "另有 {more} 类，见上面的检查项。", "{more} more kinds: see the checks above." }
    how_to_go_on() { "一张表的全部：--sheet 编号；全部表逐页：--pages；全部发现：-f csv、-f json、-f md。", "One sheet in full: --sheet ID; page by page: --pages; every finding: -f csv, -f json, -f md." }

    help_summary() { "只输出总览: 问题和单位排名、等级和偏差分布；-f csv 是单位排名", "The overview only: what is wrong and the units in order, grades and deviations; -f csv is the ranking" }
    help_pages() { "表多时也逐页输出每张表，不输出总览", "Page by page however many sheets there are, instead of the overview" }
    summary_of_one() { "总览要有两张以上自评表", "an overview needs two sheets or more" }
    summary_of_one_help() { "去掉 --summary，或给一个文件夹", "leave out --summary, or name a folder" }
    no_sarif() { "总览没有 SARIF 格式", "there is no overview in SARIF" }
    no_sarif_help() { "用 -f table、json、jsonl、csv 或 md", "use -f table, json, jsonl, csv or md" }

    looking() { "查看", "looking" }
    reading() { "读取", "reading" }
    scoring() { "评分", "scoring" }
    auditing() { "审核", "auditing" }
    progress(what, done, total, rate, left) { "{what} {done}/{total}，每秒 {rate}，还要 {left} 秒", "{what} {done}/{total}, {rate} a second, {left} s left" }
}
