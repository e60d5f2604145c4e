//! C01–C08: sums, rates, points, units.

words! {
    c01_title() { "总分与各部分之和不一致", "the total differs from the sum of its parts" }
    c01(total, rows, execution, sum) { "总分填报 {total}，而指标得分合计 {rows} + 预算执行得分 {execution} = {sum}", "the total is reported as {total}, but the rows' {rows} + execution {execution} = {sum}" }
    c01_by_rule(total, computed) { "总分填报 {total}，按规则重算是 {computed}", "the total is reported as {total}, under the rule it is {computed}" }
    c01_group(label, reported, points, earned, possible, weight) { "分组“{label}”填报 {reported}，按规则重算是 {points}（各行得分 {earned}，可得 {possible}，权重 {weight}）", "group `{label}` is reported as {reported}, under the rule it is {points} (its rows earn {earned} of {possible}, weight {weight})" }
    c01_by_rule_help() { "用 explain 看重算的经过，核对各行、各组和总分，改正其中一个", "see with explain how it was recomputed; check rows, groups and total and correct one of them" }
    c01_help() { "核对各行得分和总分，改正其中一个", "check rows and total and correct one of them" }
    c01_implied(total, rows, implied, computed) { "预算执行得分没有印出；总分 {total} − 指标得分合计 {rows} = {implied}，按执行率重算是 {computed}", "execution points are not printed; the total {total} − rows {rows} leaves {implied}, recomputed from the rate they are {computed}" }
    c01_implied_help() { "补上预算执行得分，再核对总分", "print the execution points, then check the total" }

    c02_title() { "分值不合计", "full marks do not add up" }
    c02_parts(execution, indicators, sum, whole) { "表头分值：预算执行 {execution} + 指标 {indicators} = {sum}，应为 {whole}", "full marks in the header: execution {execution} + indicators {indicators} = {sum}, should be {whole}" }
    c02_parts_help() { "改正表头的分值", "correct the full marks in the header" }
    c02_execution() { "预算执行", "execution" }
    c02_indicators() { "指标", "indicators" }
    c02_other_rule(part, mark, pack, weight) { "表头{part}分值 {mark}，规则包 {pack} 是 {weight}；可能用的是另一套规则", "the header gives {part} a full mark of {mark}, {pack} gives {weight}; the sheet may follow another rule" }
    c02_other_rule_help() { "确认这张表用的是哪套规则", "find out which rule this sheet follows" }
    c02_sum(sum, declared, by, difference) { "各行分值合计 {sum}，{by}应为 {declared}，差 {difference}（应有 − 表上）", "the rows' full marks add up to {sum}, {by} they should be {declared}, difference {difference} (expected − printed)" }
    c02_weights(sum, declared, by) { "各行分值合计 {sum}，{by}应为 {declared}；像是按 {sum} 分定的权重", "the rows' full marks add up to {sum}, {by} they should be {declared}; perhaps weights of {sum}" }
    c02_by_header() { "按表头", "by the heading" }
    c02_by_execution(execution) { "表头预算执行 {execution} 分，其余", "with {execution} for execution in the heading" }
    c02_by_pack(pack) { "按规则 {pack} ", "by {pack}" }
    c02_sum_help() { "核对各行分值和表头分值", "check the rows' full marks against the header" }
    c02_missing(count, names, sum, declared) { "{count} 行没有分值：{names}；已印出的分值合计 {sum}，应为 {declared}", "rows without a full mark ({count}): {names}; those printed add up to {sum} of {declared}" }
    c02_missing_help() { "补上这些行的分值", "print the full marks of these rows" }
    c02_unreadable(text) { "分值“{text}”不是数，无法合计", "the full mark `{text}` is no number, the marks cannot be added up" }
    c02_unreadable_help() { "把分值写成数", "write the full mark as a number" }
    c02_inferred(shown, filled, declared, open) { "表上没有分值；由得分推出 {shown}，补足 {filled}，合计到不了 {declared}，{open} 行的分值无法确定", "no full marks are printed; the points show {shown}, {filled} can be filled in, they do not close at {declared}; rows that stay open: {open}" }
    c02_inferred_help() { "在表上写明每行的分值", "print the full mark of every row" }
    c02_level(level, sum, weight) { "{level}各行分值合计 {sum}，规则定的权重是 {weight}；可能经批准作了调整", "the full marks of {level} add up to {sum}, the rule's weight is {weight}; another weight may have been approved" }

    c03_title() { "执行率或预算执行得分算错", "execution rate or execution points are wrong" }
    c03_rate(printed, quotient, exact, off) { "执行率填 {printed}，而 {quotient} = {exact}，相差 {off} 个百分点", "execution rate printed {printed}, but {quotient} = {exact}, off by {off} percentage points" }
    c03_rate_precision(printed, quotient, exact, places) { "执行率填 {printed}，而 {quotient} = {exact}；只准确到 {places} 位小数，末位的 0 多写了", "execution rate printed {printed}, but {quotient} = {exact}: right to {places} decimal place(s), the closing zeros claim more" }
    c03_rate_rounded_money(printed, quotient, exact) { "执行率填 {printed}，而 {quotient} = {exact}；如果金额是四舍五入后的数，两者可以一致", "execution rate printed {printed}, but {quotient} = {exact}; they agree if the amounts were rounded" }
    c03_rate_truncated(printed, quotient, exact) { "执行率填 {printed}，{quotient} = {exact}；是截尾而不是四舍五入", "execution rate printed {printed}, {quotient} = {exact}: cut off, not rounded" }
    c03_rate_help() { "按 执行数 ÷ 预算数 重算执行率，写几位就准确到几位", "recompute executed ÷ budget and print only the places that are right" }
    c03_points(printed, arithmetic, difference) { "预算执行得分填 {printed}，按规则 {arithmetic}，差 {difference}（重算 − 填报）", "execution points printed {printed}, by the rule {arithmetic}, difference {difference} (computed − reported)" }
    c03_points_help() { "按规则重算预算执行得分", "recompute the execution points by the rule" }

    c04_title() { "行得分与规则不一致", "a row's points differ from the rule" }
    c04_differs(name, reported, computed, difference, arithmetic) { "{name}: 填报 {reported} 分，按规则应得 {computed} 分，差 {difference}（重算 − 填报；{arithmetic}）", "{name}: {reported} points reported, {computed} by the rule, difference {difference} (computed − reported; {arithmetic})" }
    c04_differs_help() { "核对实际完成值和得分，改正其中一个", "check actual and points and correct one of them" }
    c04_precision(name, reported, computed, arithmetic) { "{name}: 填报 {reported} 分，规则算出 {computed} 分（{arithmetic}）；按填报的小数位数取舍正好一致，是精度不同，不是已证实的错误", "{name}: {reported} points reported, {computed} by the rule ({arithmetic}); rounded to the places printed they agree: a difference of precision, not a proven error" }
    c04_precision_help() { "同一张表用同样的小数位数", "use the same number of places throughout" }
    c04_direction(name, reported, computed, opposite) { "{name}: 填报 {reported} 分，按推定的方向得 {computed} 分，按相反方向得 {opposite} 分", "{name}: {reported} points reported; {computed} in the direction assumed, {opposite} in the opposite one" }
    c04_direction_help() { "在指标值里写明 ≥ 或 ≤", "write ≥ or ≤ into the target" }
    c04_inferred(name, reported, computed, arithmetic) { "{name}: 填报 {reported} 分，按推定的分值应得 {computed} 分（{arithmetic}）；分值没有印出，不能断定", "{name}: {reported} points reported, {computed} with the inferred full mark ({arithmetic}); the mark is not printed, so this is not proven" }
    c04_inferred_help() { "在表上写明分值", "print the full mark" }
    c04_unscored(name, reported, why) { "{name}: 填报 {reported} 分，无法重算：{why}", "{name}: {reported} points reported, cannot be recomputed: {why}" }
    c04_unscored_help() { "把指标值和实际完成值写成可比的数", "write target and actual so that they can be compared" }

    c05_title() { "得分超过分值、为负或不是数", "points above the full mark, negative or no number" }
    c05_execution() { "预算执行得分", "execution points" }
    c05_total() { "总分", "total" }
    c05_above(name, points, mark, excess) { "{name}: 填报 {points} 分，分值只有 {mark}，多 {excess}", "{name}: {points} points of a full mark of {mark}, {excess} too many" }
    c05_shared(name, addends, sum, mark) { "{name}: 各项得分 {addends} = {sum}，指标分值只有 {mark}", "{name}: its measures' points {addends} = {sum}, the indicator's full mark is {mark}" }
    c05_uneven(name, most, mark, measures, sum) { "{name}: 分值 {mark} 由 {measures} 项共用，其中一项得 {most}，超过平均一份；合计 {sum} 没有超过", "{name}: {measures} measures share a full mark of {mark}; one has {most}, more than an even share, while their sum {sum} is within it" }
    c05_uneven_help() { "写明每一项的分值", "print the full mark of every measure" }
    c05_negative(name, points) { "{name}: 填报 {points} 分，得分不能小于 0", "{name}: {points} points; points cannot be below 0" }
    c05_no_number(name, text) { "{name}: 填的是“{text}”，不是数", "{name}: `{text}` is no number" }
    c05_help() { "改正得分", "correct the points" }

    c06_title() { "百分比超出范围", "percentage out of range" }
    c06_target() { "指标值", "target" }
    c06_actual() { "实际完成值", "actual" }
    c06_above(name, side, share, word) { "{name}: {side} {share} > 100%，{word}不会超过 100%", "{name}: {side} {share} > 100%; a {word} cannot exceed 100%" }
    c06_negative(name, side, share, word) { "{name}: {side} {share} < 0%，{word}不会为负", "{name}: {side} {share} < 0%; a {word} cannot be negative" }
    c06_help() { "核对这个比率的分子和分母", "check numerator and denominator of this rate" }

    c07_title() { "资金不合计", "fund lines do not add up" }
    c07_budget() { "预算数", "budget" }
    c07_executed() { "执行数", "executed" }
    c07_basic_and_project() { "执行数（基本支出 + 项目支出）", "executed (basic + project spending)" }
    c07_projects() { "项目支出（各项目自评表执行数）", "project spending (executed of the project sheets)" }
    c07(name, whole, parts, sum, difference) { "{name}: 表上 {whole}，而 {parts} = {sum}，差 {difference}（重算 − 填报）", "{name}: {whole} in the sheet, but {parts} = {sum}, difference {difference} (computed − reported)" }
    c07_help() { "核对各项资金与合计", "check the lines against their total" }

    c08_title() { "单位写错", "slip of units" }
    c08_basic() { "基本支出", "basic spending" }
    c08_project() { "项目支出", "project spending" }
    c08_source() { "分项资金", "fund line" }
    c08_words(clause, figure, value, unit, other) { "“{clause}”写的是{other}，表上{figure} {value} 的单位是{unit}，相差一万倍", "`{clause}` is in {other}, but the {figure} {value} of the table is in {unit}: ten thousand times apart" }
    c08_words_perhaps(clause, figure, value, unit, other) { "“{clause}”与表上{figure} {value} 同数，一个是{other}，一个是{unit}；可能单位写错，也可能碰巧相同", "`{clause}` has the number of the {figure} {value} of the table, one in {other}, the other in {unit}: a slip of units, or chance" }
    c08_words_help() { "改正文字里的单位", "correct the unit in the text" }
    c08_factor(budget, executed, times) { "预算数 {budget} 与执行数 {executed} 相差 {times} 倍，可能一个是元、一个是万元", "budget {budget} and executed {executed} are {times} times apart; one may be in 元, the other in 万元" }
    c08_factor_help() { "核对两个数的单位", "check the units of both amounts" }
    c08_row(name, target, actual) { "{name}: 指标值“{target}”与实际完成值“{actual}”的单位不同，不能直接比较", "{name}: target `{target}` and actual `{actual}` have different units and cannot be compared" }
    c08_row_help() { "用同一个单位填指标值和实际完成值", "write target and actual in one unit" }

    c09_title() { "评价等级与总分不一致", "the grade does not fit the total" }
    c09_printed(grade, total, expected, pack) { "等级填报“{grade}”，而填报总分 {total} 按 {pack} 是“{expected}”", "the grade is reported as {grade}, but the reported total of {total} is {expected} by {pack}" }
    c09_computed(grade, total, expected) { "等级填报“{grade}”，与填报总分相符；按重算总分 {total} 是“{expected}”，取决于各行的核查结果", "the grade is reported as {grade} and fits the reported total; the recomputed total of {total} is {expected}, which depends on what comes out for the rows" }
    c09_unknown(grade, names) { "等级填报“{grade}”，规则的等级是{names}，无法比较", "the grade is reported as {grade}, the rule's are {names}: they cannot be compared" }
    c09_help() { "核对总分和等级，改正其中一个", "check total and grade and correct one of them" }
    c09_computed_help() { "先核对各行得分，再定等级", "settle the rows first, then the grade" }
}
