//! Worked cases: what was compared and how it came out.

words! {
    points() { "得分", "points" }
    completion() { "完成率", "completion" }
    method() { "方法", "method" }
    total() { "总分", "total" }
    grade() { "等级", "grade" }
    row(number) { "第 {number} 条指标得分", "points of row {number}" }
    unscored() { "未评分", "unscored" }
    unscored_because(reason) { "未评分（{reason}）", "unscored ({reason})" }
    nothing() { "没有", "nothing" }

    all_hold(pack, count) { "{pack}  算例 {count} 个，全部相符", "{pack}  {count} cases, all hold" }
    some_fail(pack, count, failed) { "{pack}  算例 {count} 个，{failed} 个不符", "{pack}  {count} cases, {failed} fail" }
    no_cases(pack) { "{pack}  没有算例", "{pack}  no cases" }
    came_about() { "重算的过程:", "how it came about:" }
    expected_and_got(what, expected, got) { "{what}: 应为 {expected}，实得 {got}", "{what}: expected {expected}, got {got}" }
}
