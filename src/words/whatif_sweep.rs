//! 扫描 and 临界: a number varied, and what would change the grade.

words! {
    no_range(text) { "`{text}` 没有写成 键=起..止", "`{text}` is not KEY=FROM..TO" }
    no_range_help() { "例如 execution.weight=10..30、rows[20].actual=80%..100%:1%（冒号后是步长）", "such as execution.weight=10..30, or rows[20].actual=80%..100%:1% with a step behind the colon" }
    no_number_there(key) { "`{key}` 不是数，不能扫描", "`{key}` is no number, so there is nothing to sweep" }
    no_number_there_help() { "可以用几个 --scenario 比较", "compare several --scenario instead" }
    other_unit(text) { "`{text}` 的写法与起点不同", "`{text}` is not written like the beginning of the range" }
    other_unit_help(from) { "起、止、步长用同一个单位，像起点 {from} 那样写", "write beginning, end and step in one unit, like {from}" }
    not_ascending(from, to) { "起点 {from} 不小于终点 {to}", "the range begins at {from} and ends at {to}" }
    not_ascending_help() { "小的数写在前面", "write the smaller number first" }
    no_step() { "步长要大于 0", "the step is not above 0" }
    no_step_help() { "写大于 0 的步长，或者不写", "write a step above 0, or none" }
    only_whole() { "这里只能是整数", "only whole numbers can stand there" }
    only_whole_help() { "起、止、步长都写整数", "write whole numbers for beginning, end and step" }
    too_many_points(most) { "多于 {most} 个点", "more than {most} points" }
    too_many_points_help() { "步长写大一些，或者范围写小一些；临界值不靠步长，总是准确的", "write a larger step or a smaller range; where the grade changes is exact whatever the step" }
    too_many_keys() { "最多扫描两个键", "two keys can be swept at most" }
    too_many_keys_help() { "去掉一个 --sweep，或用 --set 固定它", "leave out a --sweep, or fix that key with --set" }
    alone() { "--sweep 和 --break-even 不与 --scenario、--explain 或几个 --rules 同用", "--sweep and --break-even go with neither --scenario, --explain nor several --rules" }
    alone_help() { "改动用 --set 或 --overlay 写，一次一个规则", "write changes with --set or --overlay, and ask under one rule at a time" }
    chart_is_output() { "--chart 和 -o 是同一个文件", "--chart and -o name the same file" }
    chart_is_output_help() { "图和数据各写一个文件", "write the picture and the figures to files of their own" }
    chart_of_one() { "图画一张表的一次扫描", "a chart shows one sweep of one sheet" }
    chart_of_one_help() { "写一个 --sweep，用 --sheet 选一张表", "write one --sweep and choose a sheet with --sheet" }

    from_on(at) { "{at} 起", "from {at} on" }
    above(at) { "大于 {at}", "above {at}" }
    below(at) { "小于 {at}", "below {at}" }
    up_to(at) { "不大于 {at}", "{at} or less" }
    between(low, high) { "{low} 与 {high} 之间（未能定出准确值）", "between {low} and {high} (not located exactly)" }
    about(at) { "（约 {at}）", " (about {at})" }
    no_total() { "没有总分", "no total" }
    no_band() { "不在任何等级内", "in no band" }
    turn(place, change) { "{place}: {change}", "{place}: {change}" }
    arrow(before, after) { "{before} → {after}", "{before} → {after}" }
    grade_turns() { "等级在这里变", "where the grade changes" }
    no_grade_turn(grade) { "等级不变: {grade}", "the grade stays: {grade}" }
    kinks() { "算法在这里变", "where the rule takes another branch" }
    cut(most) { "只定出 {most} 处，可能还有；范围写小一些再看", "{most} places were located and there may be more: look again over a smaller range" }
    rows_not_looked_at(rows) { "只看前 {rows} 行", "no more than the first {rows} rows were looked at" }
    more_kinks(count) { "还有 {count} 处", "{count} more" }
    total_along(least, most) { "总分 {least} 至 {most}", "total {least} to {most}" }
    part_row(row) { "第 {row} 行", "row {row}" }
    met() { "达到目标", "meets its target" }
    unmet() { "未达到目标", "misses its target" }
    scored() { "有得分", "is scored" }
    unscored() { "不能评分", "is unscored" }
    nothing() { "得 0 分", "gets nothing" }
    something() { "开始得分", "begins to get points" }
    short() { "不再得满分", "no longer gets its full mark" }
    full() { "得满分", "gets its full mark" }
    otherwise() { "算法改变", "is computed otherwise" }
    semicolon() { "；", "; " }
    comma() { "、", ", " }
    columns_are(key) { "各列: {key}", "columns: {key}" }
    base(changes) { "在此之上: {changes}", "on top of: {changes}" }

    help_sweep() { "让一个数在一个范围内变，KEY=FROM..TO[:STEP]，例如 execution.weight=10..30；写两次是两个数的网格；等级变化处准确求出", "Vary a number over a range, KEY=FROM..TO[:STEP], such as execution.weight=10..30; twice for a grid of two; where the grade changes is exact" }
    help_break_even() { "离上下一级差几分，哪个数变到多少等级会变", "How far the next grades are, and which single number would bring them" }
    help_chart() { "把扫描画成图（SVG 文件）", "Draw the sweep into an SVG file" }

    points_up(points, grade) { "升到{grade}: 还差 {points} 分", "up to {grade}: {points} points are missing" }
    points_up_more(points, grade) { "升到{grade}: 要多得超过 {points} 分", "up to {grade}: more than {points} points are missing" }
    points_down(points, grade) { "降到{grade}: 少得 {points} 分", "down to {grade}: {points} points fewer" }
    points_down_more(points, grade) { "降到{grade}: 要少得超过 {points} 分", "down to {grade}: more than {points} points fewer" }
    no_up() { "没有更高的等级", "there is no grade above" }
    stands(total, grade) { "总分 {total}，{grade}", "total {total}, {grade}" }
    flips(place, grade) { "{place} → {grade}", "{place} → {grade}" }
    rows_not_alone(rows) { "第 {rows} 行单独都不能使等级变", "rows {rows} cannot change the grade alone" }
    grade_turns_along(key) { "{key} 使等级在这里变", "where {key} changes the grade" }
    not_alone() { "单独不能", "not alone" }
    head_actual() { "实际完成值", "actual" }
    head_flip_actual() { "实际完成值变到", "grade changes at actual" }
    head_flip_points() { "得分变到", "… at points" }
    head_weight() { "权重", "weight" }
    head_now() { "现在", "now" }
    head_flip() { "变到", "grade changes at" }
    head_span() { "影响总分", "moves total" }
    most_moving(row, indicator, points, least, most) { "影响总分最大的一行: 第 {row} 行 {indicator}，{points} 分（总分 {least} 至 {most}）", "the row that moves the total most: {row} {indicator}, {points} points (total {least} to {most})" }
    tried() { "每次只变一个数，其余不变，权重不凑成 100；实际完成值试到目标和现值中大者的两倍（百分比到 100%），得分试到分值，权重试到各部分合计；准确值在该处及其两侧都重新评过分", "one number at a time, everything else stays and weights are not made to add up; actuals were tried up to twice the larger of target and actual (shares to 100%), points up to the full mark, weights up to the sum of all parts; a place counts as exact when it was scored again at it and on both sides" }
    nothing_to_say(why) { "没有总分，谈不上临界: {why}", "no total, so no grade to change: {why}" }
    weights_title() { "一个权重变到多少，等级会变", "what one weight would have to be" }
    full_marks_title() { "一行分值变到多少，等级会变", "what one full mark would have to be" }
    rows_title() { "一行变到多少，等级会变", "what one row would have to be" }
}
