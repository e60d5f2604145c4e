//! Pages about rule packs: `rules list` and `rules show`.

words! {
    pack() { "规则包", "pack" }
    title() { "标题", "title" }
    years() { "施行年度", "in force" }
    verified() { "核对", "verified" }
    all_verified() { "已核对", "all" }
    not_all_verified() { "未全部核对", "not all" }
    none_verified() { "未核对", "none" }
    years_from(from) { "{from} 年起", "from {from}" }
    years_from_to(from, to) { "{from}–{to} 年", "{from}–{to}" }

    issuer(issuer) { "制定: {issuer}", "issued by {issuer}" }
    in_force(years) { "施行: {years}", "in force {years}" }
    checksum(hash) { "校验: {hash}", "checksum {hash}" }

    weights() { "分值", "Weights" }
    part() { "部分", "part" }
    weight() { "分值", "mark" }
    function() { "函数", "function" }
    clause() { "依据", "clause" }
    execution() { "预算执行", "execution" }
    indicators() { "指标", "indicators" }
    groups_weigh() { "各组按上面的权重计入总分", "each group counts with the weight above" }
    levels_free() { "一级指标之间如何分配由单位确定", "the unit splits it among the first-level indicators" }

    methods() { "方法（从上到下，第一个符合的算数）", "Methods (from top to bottom; the first that matches is used)" }
    method() { "方法", "method" }
    when() { "适用", "when" }
    always() { "其余全部", "everything else" }
    zero_target() { "目标为 0", "the target is 0" }
    no_zero_target() { "目标不为 0", "the target is not 0" }
    judged() { "表上有人工评定", "a person's judgement stands in the sheet" }
    not_judged() { "表上没有人工评定", "no judgement stands in the sheet" }
    direction_words() { "表上没有说明方向时，看名称里的词", "Where the sheet states no direction, words of the name decide" }
    more_is_better(words) { "越多越好: {words}", "more is better: {words}" }
    less_is_better(words) { "越少越好: {words}", "less is better: {words}" }

    functions() { "函数：脚本怎么算", "Functions: how the scripts compute" }
    all_lowered() {
        "装载时全部译成程序内的精确运算，不经解释器；有数字超过 18 位时改由解释器计算，结果一样。",
        "All are turned into exact arithmetic of the program when loaded and need no interpreter; where a figure has more than 18 digits the interpreter computes, with the same result."
    }
    interpreted(names) {
        "由脚本解释器运行（较慢，结果一样）: {names}。其余在装载时译成程序内的精确运算。",
        "Run by the script interpreter (slower, with the same result): {names}. The others are turned into exact arithmetic of the program when loaded."
    }
    cases() { "算例", "Worked cases" }
    case() { "算例", "case" }
    given() { "已知", "given" }
    expected() { "应得", "expected" }
    given_row(target, actual) { "指标值 {target}，实际 {actual}", "target {target}, actual {actual}" }
    given_mark(mark) { "，分值 {mark}", ", full mark {mark}" }
    given_judged(share) { "，人工评定 {share}", ", judged {share}" }
    given_money(budget, executed) { "预算数 {budget}，执行数 {executed}", "budget {budget}, executed {executed}" }
    given_total(total) { "总分 {total}", "a total of {total}" }
    given_sheet(rows) { "整张表，{rows} 行", "a whole sheet of {rows} rows" }
    labelled(label, value) { "{label} {value}", "{label} {value}" }
    if_so(condition) { "如果 {condition}：", "if {condition}:" }
    or_else() { "否则：", "otherwise:" }
    gives(value) { "得 {value}", "gives {value}" }
    gives_nothing() { "没有结果", "gives nothing" }
    cannot_judge(reason) { "不能评：{reason}", "cannot be judged: {reason}" }
    gives_points(value) { "得 {value} 分", "gives {value} points" }
    remark(text) { "记：{text}", "remark: {text}" }
    named(name, value) { "{name} = {value}", "{name} = {value}" }
    becomes(name, value) { "{name} 改为 {value}", "{name} becomes {value}" }
    for_each(name, what) { "对 {what} 中的每个 {name}：", "for each {name} of {what}:" }
    as_long_as(condition) { "只要 {condition}，就重复：", "as long as {condition}, repeat:" }
    verbatim(text) { "脚本原文 `{text}`", "as in the script `{text}`" }
    verbatim_lines() { "脚本原文：", "as in the script:" }
    of_object(object, field) { "{object} 的{field}", "{object}'s {field}" }
    at_most_of(value, most) { "{value}（最多 {most}）", "{value} (at most {most})" }
    between_of(value, least, most) { "{value}（最少 {least}，最多 {most}）", "{value} (at least {least}, at most {most})" }
    and_also() { " 且 ", " and " }
    or_also() { " 或 ", " or " }
    not(value) { "不是 {value}", "not {value}" }
    is_absent() { "空", "nothing" }
    absent(what) { "没有{what}", "{what} is missing" }
    present(what) { "有{what}", "{what} is there" }
    actual_by_target() { "实际完成值 ÷ 指标值", "actual ÷ target" }
    target_by_actual() { "指标值 ÷ 实际完成值", "target ÷ actual" }
    of_param(name, value) { "{name}（{value}）", "{name} ({value})" }
    yes() { "是", "true" }
    no() { "否", "false" }
    help_show_format() { "输出格式: text（默认）、md 或 html", "Format of the output: text, the default, md or html" }

    rounding() { "取舍", "Rounding" }
    rounding_rows() { "各行", "rows" }
    rounding_total() { "总分", "total" }
    half_up(places) { "四舍五入，{places} 位小数", "half up to {places} places" }
    half_even(places) { "四舍六入五成双，{places} 位小数", "half to even, {places} places" }
    truncate(places) { "截尾，{places} 位小数", "cut off after {places} places" }
    extends(pack) { "沿用: {pack}", "built on {pack}" }
    level(label) { "{label}指标", "under {label}" }
    jointly(function, clause) { "同一指标有几行的，由函数 `{function}` 合评（依据 {clause}）", "rows of one indicator are judged together by the function `{function}` (clause {clause})" }
    adjust(function, clause) { "各行得分由函数 `{function}` 调整（依据 {clause}）", "points of rows are adjusted by the function `{function}` (clause {clause})" }
    grade_function(name) { "等级由函数 `{name}` 确定", "the grade is named by the function `{name}`" }
    total_function(name) { "总分由函数 `{name}` 计算", "the total is computed by the function `{name}`" }

    grades() { "等级", "Grades" }

    gaps() { "没有内容时", "Where something is missing" }
    full_mark_absent() { "表上没有印分值", "no full mark is printed" }
    full_mark_infer() { "由填报得分推算，并标明", "inferred from the reported points, and marked so" }
    full_mark_share() { "各级权重由其指标平分", "each level's weight is shared evenly by its indicators" }
    full_mark_each(mark) { "每行 {mark} 分", "every such row counts {mark}" }
    full_mark_refuse() { "不评分", "the row stays unscored" }
    not_applicable() { "该行不适用", "the row does not apply" }
    drop_and_rescale() { "剔除，其余按比例折算", "left out, the rest rescaled" }
    counts_as_full() { "得满分", "counts as reached" }
    stays_unscored() { "不评分", "the row stays unscored" }
    missing_actual() { "实际完成值没有填写", "the actual is missing" }
    left_out() { "不计，其余折算", "left out, the rest rescaled" }
    counts_as_zero() { "不得分", "earns nothing" }

    params() { "参数", "Parameters" }
    citations() { "依据条款", "Clauses" }
    citation_verified() { "已核对", "verified" }
    citation_unverified() { "未核对", "not verified" }

    check_ok(pack) { "{pack}  没有问题", "{pack}  ok" }
}
