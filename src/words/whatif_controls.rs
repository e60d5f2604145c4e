//! 情景测算: what can be moved, by name.

words! {
    execution() { "预算执行", "execution" }
    indicators() { "全部指标", "all indicators" }
    budget() { "预算数", "budget" }
    executed() { "执行数", "executed" }
    places(step) { "{step}：小数位数", "{step}: decimal places" }
    mode(step) { "{step}：取舍方式", "{step}: rounding mode" }
    step_rows() { "各行", "rows" }
    step_groups() { "分组", "groups" }
    step_total() { "总分", "total" }
    target(name) { "{name}：指标值", "{name}: target" }
    actual(name) { "{name}：实际完成值", "{name}: actual" }
    full_mark(name) { "{name}：分值", "{name}: full mark" }
    points(name) { "{name}：得分", "{name}: points" }
    judged(name) { "{name}：人工评定", "{name}: completion judged" }
    direction(name) { "{name}：指标性质", "{name}: direction" }
    applicable(name) { "{name}：是否适用", "{name}: applicable" }
}
