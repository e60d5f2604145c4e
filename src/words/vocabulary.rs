//! The reference of what a script can use: docs/script-reference.md.

words! {
    number() { "数", "number" }
    share() { "比例，1 即 100%", "ratio, 1 is 100 %" }
    points_shape() { "分", "points" }
    money() { "数，表上的金额单位", "number, in the sheet's money unit" }
    text() { "文字", "text" }
    truth() { "true 或 false", "true or false" }
    like_x() { "与 x 相同", "like x" }
    answer() { "只能返回", "only to be returned" }
    nothing() { "没有返回值", "gives nothing" }
    always() { "总是有", "always there" }
    as_printed() { "照表；没有则为 `\"\"`", "as printed; `\"\"` if there is none" }
    rounded() { "已按 pack.yaml 取舍", "rounded as pack.yaml says" }

    target() { "指标值；区间的下限", "target; lower end of a range" }
    target_edge() { "文字没有数的为 `()`；不少于、≥ 等符号不在数里", "`()` where the cell has no number; signs such as ≥ are not part of it" }
    target_high() { "区间的上限", "upper end of a range" }
    target_high_edge() { "不是区间的为 `()`", "`()` unless the target is a range" }
    actual() { "实际完成值；区间取较差的一端", "actual; of a range the worse end" }
    actual_edge() { "文字没有数的为 `()`；没有填写的行不进脚本", "`()` where the cell has no number; rows without an actual do not reach the script" }
    ratio() { "实际 ÷ 目标，记入计算过程", "actual ÷ target, shown in the trace" }
    ratio_edge() { "缺一个数为 `()`；目标为 0 的，该行未评分；可以大于 1", "`()` without both numbers; a target of 0 leaves the row unscored; may be above 1" }
    inverse() { "目标 ÷ 实际，记入计算过程", "target ÷ actual, shown in the trace" }
    inverse_edge() { "缺一个数为 `()`；实际为 0 的，该行未评分；可以大于 1", "`()` without both numbers; an actual of 0 leaves the row unscored; may be above 1" }
    full_mark() { "表上印的分值", "full mark as printed" }
    full_mark_edge() { "没有印的为 `()`；推算的和规则包给的分值，只在调整和分组里看得到", "`()` where none is printed; inferred ones and the pack's own are seen in `adjust` and groups only" }
    judged() { "人工评定的完成程度", "a person's judgement" }
    judged_edge() { "没有的为 `()`", "`()` if there is none" }
    kind() { "比较的是哪一类", "what is compared" }
    kind_edge() { "`quantity` `range` `date` `rank` `trend` `word` `graded` `alone`", "`quantity` `range` `date` `rank` `trend` `word` `graded` `alone`" }
    direction() { "哪一边更好", "which way is better" }
    direction_edge() { "`at_least` `at_most` `equal`；没有方向的为 `\"\"`", "`at_least` `at_most` `equal`; `\"\"` for kinds without a direction" }
    same_word() { "两边是不是同一个词", "both cells carry the same word" }
    same_word_edge() { "数与数总是 false", "always false for two numbers" }
    name() { "三级指标名称", "the indicator's name" }
    level1() { "一级指标", "first level" }
    level2() { "二级指标", "second level" }
    target_text() { "指标值一格的原文", "text of the target cell" }
    actual_text() { "实际完成值一格的原文", "text of the actual cell" }
    input() { "补充数据里这个名字的数", "the figure of this name among the extra inputs" }
    input_edge() { "本行没有的看整张表；都没有、或不是数的为 `()`", "of the row, else of the sheet; `()` if there is none or it is no number" }

    strict() { "指标值是不是严格的（＞、＜）", "whether the target is strict (> or <)" }
    completion() { "本行的完成率", "the row's completion" }
    completion_edge() { "只在合评、调整、分组里有，别处为 `()`；直接给分的为 `()`", "in `jointly`, `adjust` and groups only, else `()`; `()` where a method gave points" }
    row_points() { "本行的得分", "the row's points" }
    row_points_edge() { "只在调整（调整前）、分组（取舍后）里有，别处为 `()`", "in `adjust` (before it) and groups (after rounding) only, else `()`" }
    sheet_input() { "整张表的补充数据里这个名字的数", "the figure of this name among the sheet's extra inputs" }
    groups() { "最外层各组，列表", "the outermost groups, a list" }
    group_list() { "列表，每项同 g", "a list of items like g" }
    groups_edge() { "规则包没有分组的为空", "empty for packs without groups" }
    inner_groups() { "其中的各组", "the groups in it" }
    total() { "总分", "the total" }
    grade() { "按分档的等级", "the grade the bands give" }
    for_grade_only() { "只在等级的函数里有，别处为 `()` 或 `\"\"`", "for the grade's function only, else `()` or `\"\"`" }
    group_name() { "指标层级名称；合评时为三级指标名称", "the group's label; the indicator's name in `jointly`" }
    group_weight() { "本组权重", "what the group counts" }
    group_weight_edge() { "有组不计时，是让权之前的数；合评时为 1", "before groups that were left out gave theirs away; 1 in `jointly`" }
    earned() { "计分各行的得分合计（套有分组时为各组得分）", "points of the rows that count (or of the groups in it)" }
    possible() { "计分各行的分值合计（套有分组时为权重）", "full marks of the rows that count (or weights of the groups in it)" }
    not_jointly() { "合评时为 0", "0 in `jointly`" }
    count() { "整数", "whole number" }
    scored() { "计分的有几项", "how many count" }
    left_out_count() { "不计的有几项", "how many were left out" }
    rows() { "计分的各行", "the rows that count" }
    row_list() { "列表，每项同 m", "a list of items like m" }
    rows_edge() { "不计的行不在其中", "rows that were left out are not among them" }
    group_completion() { "本组的完成率", "the group's completion" }
    group_points() { "本组的得分", "the group's points" }
    group_result_edge() { "作为上一级的一项时才有；不计的组为 `()`", "only seen from above; `()` for groups that were left out" }
    left_out() { "返回“不计”：该行、该组不参加，权重让给其余", "answers that the row or group is left out; the rest takes its weight" }
    left_out_edge() { "总分和预算执行不能不计，当作不能评", "the total and the execution part cannot be left out: taken for `cannot`" }
    named_rounding() { "按 rounding.named 里的一步取舍，记入计算过程", "rounds by a step of `rounding.named`, shown in the trace" }
    named_rounding_edge() { "没有这一步就报错", "an error if there is no such step" }
    least() { "两数中较小的", "the smaller of both" }
    most() { "两数中较大的", "the larger of both" }
    remark_figure() { "在计算过程里记一句话和一个数", "a remark and a figure in the trace" }
    find() { "参数表里这个名字的值", "the parameter of this name" }
    any_shape() { "照 pack.yaml", "as in pack.yaml" }
    find_edge() { "没有的为 `()`；直接写 `params.名字` 则报错", "`()` if there is none, where `params.name` is an error" }

    budget() { "预算数 A", "budget A" }
    executed() { "执行数 B", "executed B" }
    weight() { "预算执行的满分", "full mark of the execution part" }
    rate() { "执行率 B ÷ A", "execution rate B ÷ A" }
    rate_edge() { "预算数为 0 或没有的为 `()`", "`()` for a budget of 0 or none" }
    execution() { "预算执行得分", "points of the execution part" }
    indicators() { "指标得分", "points of the indicators" }

    quotient() { "a ÷ b，记入计算过程", "a ÷ b, shown in the trace" }
    quotient_edge() { "b 为 0 的，该行未评分；结果是精确的分数", "b of 0 leaves the row unscored; the result is an exact fraction" }
    capped() { "不超过 most", "at most `most`" }
    capped_edge() { "削去了多少，记入计算过程", "what was cut off is shown in the trace" }
    bounded() { "不低于 least，不超过 most", "between `least` and `most`" }
    points() { "返回分数，而不是完成率", "answers points instead of a completion" }
    points_edge() { "不再乘以分值，程序也不封顶", "not multiplied by the full mark, and not capped" }
    cannot() { "返回“不能评”和原因", "answers that the row cannot be judged, and why" }
    cannot_edge() { "该行未评分，没有总分", "the row is unscored and there is no total" }
    remark() { "在计算过程里记一句话", "a remark in the trace" }
    remark_edge() { "不影响得分", "does not change the points" }
    abs() { "绝对值", "absolute value" }
    to_string() { "写成文字，用来拼说明", "as text, to build a remark" }
    to_string_edge() { "除不尽的写成分数", "what does not come out even is written as a quotient" }

    reference_title() { "# 脚本参考 · script reference", "# 脚本参考 · script reference" }
    reference_intro() { "脚本可以使用的全部字段和函数。本页由 `src/rules/host/vocabulary.rs` 生成，测试核对：程序登记的名称都在表里，每个例子都得出所写的结果。怎样写规则包见 [rules.md](rules.md)。", "Every field and function a script can use. The page is generated from `src/rules/host/vocabulary.rs`; a test holds that every name the engine knows stands in it and that each example gives its result. [rules.md](rules.md) says how to write a pack." }
    reference_sample() { "例子里的一行是：指标值 ≥100人，实际 80人，分值 10，人工评定 85%，补充数据 上年 90；预算数 200，执行数 150，满分 20；执行得分 15，指标得分 70；参数 及格线 60%。", "The row of the examples: target ≥100人, actual 80人, full mark 10, judged 85 %, extra input 上年 90; budget 200, executed 150, full mark 20; execution points 15, indicator points 70; parameter 及格线 60 %." }
    reference_language() { "语言本身还有 `if` `let` `for` `while` `return`，运算 `+ - * /`、比较、`&& || !`，文字和列表的函数（`len` `contains` `push` 等）。除法是精确的：`1/3*3` 正好是 1。没有的值 `()` 或文字与数比大小，结果总是 false，不报错：可能没有的值先写 `if x == () {{ … }}`。文字与数相加，先写 `to_string`。", "The language adds `if` `let` `for` `while` `return`, `+ - * /`, comparisons, `&& || !`, and functions of texts and lists (`len`, `contains`, `push`…). Division is exact: `1/3*3` is 1. Comparing `()` or a text with a number by size is always false and no error: ask `if x == () {{ … }}` first of what may be missing. Adding a number to a text takes `to_string`." }
    heading_measure() { "一行 · `m`", "A row · `m`" }
    heading_execution() { "预算执行 · `e`", "The execution part · `e`" }
    heading_group() { "一组 · `g`（分组；合评时是同一指标的几行）", "A group · `g` (in `jointly`, the rows of one indicator)" }
    heading_total() { "总分 · `t`", "The total · `t`" }
    heading_functions() { "函数", "Functions" }
    heading_params() { "参数 · `params`", "Parameters · `params`" }
    params_says() { "`params.名称` 或 `params[\"名称\"]` 是 pack.yaml 里的参数: 数（`80%` 即 0.8）、文字或列表；没有这个名字即报错。`params.及格线` → `0.6`。", "`params.name` or `params[\"name\"]` is a parameter of pack.yaml: a number (`80%` is 0.8), a text or a list; another name is an error. `params.及格线` → `0.6`." }
    column_name() { "写法", "written" }
    column_other() { "中文名", "in Chinese" }
    column_says() { "含义", "meaning" }
    column_shape() { "形式", "shape" }
    column_edge() { "边界", "at the edges" }
    column_example() { "例 → 结果", "example → result" }
}
