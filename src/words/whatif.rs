//! 情景测算: keys, values, comparisons.

words! {
    no_equals(text) { "`{text}` 没有写成 键=值", "`{text}` is not KEY=VALUE" }
    no_equals_help() { "例如 execution.weight=10，或 rows[20].points=2", "such as execution.weight=10 or rows[20].points=2" }
    bad_key(key) { "`{key}` 不是能改的项目", "`{key}` is nothing that can be changed" }
    keys(keys) { "能改的有 {keys}；名称里有点号时写成 [\"名称\"]", "what can be changed: {keys}; a name with a dot in it is written [\"NAME\"]" }
    unknown_key(key, word) { "`{key}` 里的 `{word}` 不认识", "`{word}` in `{key}` is not known" }
    unended_key(key) { "`{key}` 没有写完", "`{key}` is not complete" }
    bad_value(text) { "不能是 `{text}`", "`{text}` is not possible" }
    unreadable(text, why) { "`{text}` 读不出数值: {why}", "`{text}` cannot be read: {why}" }
    expected_text() { "写一个值，不能是空的，也不能是列表", "write one value: neither blank nor a list" }
    expected_weight() { "写不小于 0 的数，例如 10", "write a number that is not below 0, such as 10" }
    expected_mark() { "写不小于 0 的分值，例如 2.5", "write a full mark that is not below 0, such as 2.5" }
    expected_points() { "写不小于 0 的得分，例如 2", "write points that are not below 0, such as 2" }
    expected_money() { "写不小于 0 的金额，单位同表上，例如 3380.68", "write an amount that is not below 0, in the sheet's unit, such as 3380.68" }
    expected_places(most) { "写 0 到 {most} 的整数", "write a whole number from 0 to {most}" }
    expected_judged() { "写 0 到 1 的比例，例如 80%", "write a share from 0 to 1, such as 80%" }
    expected_cell() { "照自评表的写法，例如 92%、≥90%、355家", "write it as on the form, such as 92%, ≥90%, 355家" }
    expected_like(name, now) { "`{name}` 现在是 {now}，写同一类的值", "`{name}` is {now} now: write a value of that kind" }
    other_money_unit(text) { "`{text}` 的单位与表上不同", "`{text}` is not in the unit of the sheet" }
    other_money_unit_help(unit) { "这张表的金额以 {unit} 为单位", "the sheet's money is in {unit}" }
    too_many_changes(most) { "改动超过 {most} 处", "more than {most} changes" }
    no_execution() { "这个规则没有预算执行部分", "this rule has no execution part" }
    no_such_step(name) { "规则包没有取舍步骤 `{name}`", "the pack has no rounding step `{name}`" }
    no_such_param(name) { "规则包没有参数 `{name}`", "the pack has no parameter `{name}`" }
    no_such_level(name) { "没有层级或分组 `{name}`", "there is no level or group `{name}`" }
    none_here() { "这里一个也没有", "there is none here" }
    no_such_row(row) { "没有行 `{row}`", "there is no row `{row}`" }
    rows_are(rows) { "写 1 到 {rows} 的行号，或指标名称", "write a number from 1 to {rows}, or an indicator's name" }
    ambiguous_row(name, rows) { "名称 `{name}` 有 {rows} 行", "`{name}` names {rows} rows" }
    no_such_measure(name, which, rows) { "名称 `{name}` 只有 {rows} 行，没有第 {which} 行", "`{name}` names {rows} rows; there is no number {which} among them" }
    ambiguous_row_help(rows) { "写行号: {rows}；或在名称后写 [1]、[2]", "write its number: {rows}; or [1], [2] behind the name" }
    row_without_level(row) { "第 {row} 行没有指标层级，不能按层级分配权重", "row {row} stands under no level, so levels cannot be weighed" }
    mark_unknown(row) { "第 {row} 行的分值不知道，不能按层级分配权重", "the full mark of row {row} is not known, so levels cannot be weighed" }
    no_decimal(level) { "“{level}”的分值不是有限小数，不能写成权重", "the marks of `{level}` are no decimal, so they cannot be a weight" }

    whole_is(now, before) { "各部分权重合计 {now}（原为 {before}），没有自动调整；要改成 {before}，再改另一部分的权重", "the weights of all parts add up to {now} ({before} before) and were not adjusted; change another weight to come back to {before}" }
    levels_sum(sum, part) { "各层级权重合计 {sum}，指标部分是 {part}；得分按层级的权重计", "the levels' weights add up to {sum}, the indicators part weighs {part}; points follow the levels" }
    marks_sum(now, before) { "各行分值合计 {now}（原为 {before}），没有自动调整", "the rows' full marks add up to {now} ({before} before) and were not adjusted" }
    above_mark(row, points, mark) { "第 {row} 行评定 {points} 分，超过分值 {mark}", "row {row} is awarded {points}, above its full mark {mark}" }
    left_out(row) { "第 {row} 行被规则剔除，评定的得分不起作用", "row {row} is left out by the rule, so the points awarded to it have no effect" }
    rescaled(dropped, factor) { "剔除 {dropped} 分，其余 × {factor}", "{dropped} points left out, everything else × {factor}" }

    scenario() { "情景", "scenario" }
    scenario_number(number) { "情景 {number}", "scenario {number}" }
    baseline() { "原表", "baseline" }
    changed(key, from, to) { "{key}: {from} → {to}", "{key}: {from} → {to}" }
    is_judgement() { "（人工评定）", " (a person's judgement)" }
    because(why) { "：{why}", ": {why}" }
    judged_sign() { "†", "†" }
    legend_judged() { "人工评定，不是规则算出的", "judged by a person, not by the rule" }
    step_groups() { "分组折算", "what groups make of their rows" }
    step_total() { "总分取舍（及封顶）", "rounding of the total (and its cap)" }
    is_now(points) { "→ {points}", "→ {points}" }
    no_total_before(why) { "原表没有总分: {why}", "the baseline has no total: {why}" }
    no_total_after(why) { "没有总分: {why}", "no total: {why}" }
    row_unscored(row, why) { "第 {row} 行未评分: {why}", "row {row} is unscored: {why}" }

    rows_unscored(rows, why) { "第 {rows} 行未评分: {why}", "rows {rows} are unscored: {why}" }

    about_whatif() { "情景测算: 换一个权重、规则或数，总分和等级会怎样，差在哪里", "What if: another weight, rule or figure, and where the difference comes from" }
    help_set() { "改一处，KEY=VALUE，例如 execution.weight=10；可以写几次，合为一个情景；见 docs/whatif.md", "Change one thing, KEY=VALUE, such as execution.weight=10; several make one scenario; see docs/whatif.md" }
    help_overlay() { "改动文件；可以写几次，依次叠加为一个情景", "A file of changes; several are laid on top of one another as one scenario" }
    help_scenario() { "改动文件，每个自成一个情景（叠在 --set 和 --overlay 之上）；可以写几次", "A file of changes that is a scenario of its own, on top of --set and --overlay; can be given several times" }
    help_rules() { "规则包、规则包@版本，或规则包文件夹；写几次则并列比较，第一个为准；默认 wuhan", "A rule pack, pack@edition or a pack's folder; several are compared with the first; default wuhan" }
    help_format() { "输出格式；不写则看 -o 的后缀，都没有为 table；jsonl 一行一张表；md 是 Markdown，xlsx、docx、html 是底稿", "Format of the output; by default that of the ending of -o, else table; jsonl is one line a sheet; xlsx, docx and html are papers" }
    help_explain() { "不比较，说明情景中的这一行（行号、指标名称，或 执行、总分）", "Explain this row of the scenarios (its number or name, or execution, total) instead of comparing" }
    nothing_asked() { "没有写要改什么", "nothing to compare is given" }
    nothing_asked_help() { "写 --set、--overlay、--scenario，或几个 --rules", "give --set, --overlay, --scenario, or several --rules" }
    fits_nothing() { "改动都对不上这张表，照原表计", "none of the changes fits this sheet, which counts as it is" }
    applies_not(key, count, sheet, why) { "`{key}` 有 {count} 处用不上，照旧不变，例如 {sheet}: {why}", "`{key}` does not apply in {count} places, which stay as they are, such as {sheet}: {why}" }
}
