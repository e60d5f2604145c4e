//! 得分区间: what is not certain on a sheet, and between which totals it lies.

words! {
    help_ranges() { "得分区间：表上哪些数没有定（区间、存疑、空着、要人评定），各自最少、最多得几分，总分和等级在哪里", "What is not certain on a sheet (intervals, doubtful readings, blanks, rows a person judges), what each earns at least and at most, and between which totals and grades it lies" }

    certain() { "没有未定的数，总分只有一个", "nothing is uncertain: there is one total" }
    certain_without_total(why) { "没有未定的数，但没有总分: {why}", "nothing is uncertain, and there is no total: {why}" }
    between(least, most) { "总分 {least} 至 {most}", "total {least} to {most}" }
    one_total(total) { "总分 {total}，怎样都一样", "total {total} whatever they are" }
    now(total, grade) { "现在按规则: {total}，{grade}", "now under the rule: {total}, {grade}" }
    now_none(why) { "现在没有总分: {why}", "no total now: {why}" }
    one_grade(grade) { "等级不受影响: {grade}", "the grade is not affected: {grade}" }
    grades(grades) { "可能的等级: {grades}", "possible grades: {grades}" }
    not_seen(grade) { "{grade}（在两端之间，没有试到）", "{grade} (between the ends, not met in trying)" }
    no_grade() { "无等级", "no grade" }
    sheet_exact() { "两端准确: 未定的数在范围内怎样取，总分都不会超出", "the ends are exact: no value in the ranges leads beyond them" }
    sheet_tried(why) { "两端是试出来的: {why}", "the ends are those that were met in trying: {why}" }
    more_than_a_sum() { "这个规则的总分不只是各部分相加", "under this rule the total is more than the sum of its parts" }
    some_looked_at() { "标“≈”的只看了几点", "what is marked ≈ was looked at in some points only" }
    some_without_total() { "有的组合没有总分", "some combinations have no total" }
    all_scored(count, open) { "{open} 处未定，各取最少和最多，{count} 种组合全部评过分", "{open} uncertain; all {count} combinations of their least and most were scored" }
    some_scored(count, open) { "{open} 处未定，组合太多，评了 {count} 种: 都最少、都最多、各自单独最多，其余随机（种子固定）", "{open} uncertain, too many to combine: {count} combinations were scored, all at their least, all at their most, each alone at its most, the others random (fixed seed)" }
    without_total(count) { "其中 {count} 种没有总分", "{count} of them have no total" }
    no_total_anyway(why) { "怎样都没有总分: {why}", "there is no total whatever they are: {why}" }
    unbounded() { "总分没有上下限，因为这些地方定不出最少和最多", "the total has no bounds, for these have none themselves" }
    first() { "先核实排在前面的: 其余都取最少时，它单独影响总分最大", "confirm those in front first: with the others at their least they move the total most" }

    what() { "未定的是", "uncertain" }
    earns() { "得分", "points" }
    moves() { "影响总分", "moves total" }
    regrades() { "换等级", "grade changes" }
    span(least, most) { "{least}–{most}", "{least}–{most}" }
    of_range(least, most) { "区间: {least} 时最少，{most} 时最多", "interval: least at {least}, most at {most}" }
    of_range_same() { "区间: 取哪个值得分都一样", "interval: the same points at every value" }
    of_readings(least, most) { "两种读法: {least} 最少，{most} 最多", "two readings: least as {least}, most as {most}" }
    of_person(why) { "由人评定: {why}", "for a person: {why}" }
    of_money(why, least, most) { "{why}；执行率 {least} 时最少，{most} 时最多", "{why}; least at a rate of {least}, most at {most}" }
    of_money_same(why) { "{why}；执行率是多少得分都一样", "{why}; the same points at every rate" }
    just_below(at) { "略低于 {at}", "just below {at}" }
    just_above(at) { "略高于 {at}", "just above {at}" }
    mark() { "≈", "≈" }
    legend() { "≈ 看了几点得出，中间可能有更少或更多", "≈ from some points looked at: there may be less or more between them" }

    no_full_mark(why) { "{why}；分值也不知道", "{why}; and its full mark is not known" }
    left_out() { "取某些值时，按规则不计分", "at some of its values the rule leaves it out" }
    too_many(most) { "未定的多于 {most} 处，从这里起没有看", "more than {most} are uncertain: from here on nothing was looked at" }
    unbounded_row(row, name, why) { "第 {row} 行 {name}: {why}", "row {row} {name}: {why}" }
    unbounded_execution(why) { "预算执行: {why}", "execution: {why}" }
    joined(first, second) { "{first}；{second}", "{first}; {second}" }
}
