//! C10–C14: what is missing from the form, and what is not explained.

words! {
    c10_title() { "指标个数不符", "printed indicator count is wrong" }
    c10(printed, rows, named) { "表上写 {printed} 个指标，实有 {rows} 条、{named} 个有名称的指标", "{printed} indicators are printed, but the sheet has rows: {rows}, named indicators: {named}" }
    c10_help() { "改正个数，或补上漏掉的指标", "correct the number or add the indicator that is missing" }

    c11_title() { "应填而空着", "something is not filled in" }
    c11_target() { "指标值", "target" }
    c11_actual() { "实际完成值", "actual" }
    c11_points() { "得分", "points" }
    c11_budget() { "预算数", "budget" }
    c11_executed() { "执行数", "executed" }
    c11_level1() { "一级指标", "first-level label" }
    c11_level2() { "二级指标", "second-level label" }
    c11_and() { "、", ", " }
    c11_columns(cells) { "{cells}整列空着，表还没有填完", "no row has a value for: {cells}; the form is not filled in" }
    c11_columns_with_points(cells, points) { "{cells}整列空着，却填报得分合计 {points} 分，没有依据", "no row has a value for: {cells}; yet the points add up to {points}, with nothing to show for them" }
    c11_cells(name, cells, points) { "{name}: {cells}空着{points}", "{name}: empty: {cells}{points}" }
    c11_points_given(points) { "，却填报 {points} 分，没有依据", "; yet {points} points are reported, with nothing to show for them" }
    c11_none(name, side, text, points) { "{name}: {side}填的是“{text}”，看不出是 0 还是没有数，不能当作 0{points}", "{name}: {side} says “{text}”, which may be 0 or nothing recorded, and is not taken for 0{points}" }
    c11_none_help() { "是 0 就写 0，没有数就写明原因", "write 0 if it is 0, or say why there is no figure" }
    c11_money(cells) { "{cells}没有填数", "no amount for: {cells}" }
    c11_total() { "总分空着", "the total is empty" }
    c11_execution() { "预算执行得分空着", "the execution points are empty" }
    c11_implied(total, rows, implied, arithmetic) { "预算执行得分空着；总分 {total} − 指标得分合计 {rows} = {implied}，按规则 {arithmetic}", "the execution points are empty; the total {total} − rows {rows} leaves {implied}, by the rule {arithmetic}" }
    c11_level(name, level) { "{name}: {level}空着，其他行都有", "{name}: no {level}, while others have one" }
    c11_help() { "补填", "fill it in" }
    c11_placeholder(text) { "“{text}”是占位文字", "`{text}` is placeholder text" }
    c11_placeholder_help() { "换成实际内容", "replace it with what is meant" }

    c12_title() { "未完成而没有说明", "unmet without an explanation" }
    c12(name, shown) { "{name}: {shown}，没有完成，原因说明里没有提到", "{name}: {shown}: unmet, and no explanation speaks of it" }
    c12_perhaps(name, shown, passage) { "{name}: {shown}，没有完成；“{passage}”说的是否是它，要由人判断", "{name}: {shown}: unmet; whether `{passage}` speaks of it is for a person to judge" }
    c12_direction(name, shown) { "{name}: {shown}，按推定的方向或人工评定没有完成，原因说明里没有提到", "{name}: {shown}: unmet in the direction assumed or as judged by a person, and no explanation speaks of it" }
    c12_shortfall(target, actual, completion) { "{target} → {actual}，完成 {completion}", "{target} → {actual}, {completion} reached" }
    c12_strict(target, actual, sign) { "{target} → {actual}，正好等于，按“{sign}”没有达到（按比例公式仍是 100%）", "{target} → {actual}: reached exactly, which misses a strict {sign} (the ratio is still 100%)" }
    c12_help() { "说明没有完成的原因和改进措施", "explain why it was not reached and what will be done" }

    c13_title() { "大幅超过目标而没有说明", "far above target without an explanation" }
    c13(name, target, actual, reached, limit) { "{name}: {target} → {actual}，完成 {reached} ≥ {limit}，没有说明", "{name}: {target} → {actual}, {reached} reached (≥ {limit}), and no explanation speaks of it" }
    c13_perhaps(name, target, actual, reached, passage) { "{name}: {target} → {actual}，完成 {reached}；“{passage}”说的是否是它，要由人判断", "{name}: {target} → {actual}, {reached} reached; whether `{passage}` speaks of it is for a person to judge" }
    c13_help() { "说明超过的原因；目标定低了的，下一年调整", "explain why; raise next year's target if it was set too low" }

    c14_title() { "执行率偏低或超支而没有说明", "low execution or overspending without an explanation" }
    c14_low(executed, budget, rate, limit) { "{executed} ÷ {budget} = {rate}，低于 {limit}，没有说明原因", "{executed} ÷ {budget} = {rate}, below {limit}, and no reason is given" }
    c14_high(executed, budget, rate, limit) { "{executed} ÷ {budget} = {rate}，高于 {limit}，没有说明原因", "{executed} ÷ {budget} = {rate}, above {limit}, and no reason is given" }
    c14_help() { "说明预算没有执行完或超支的原因", "explain why the budget was not spent or overspent" }
}
