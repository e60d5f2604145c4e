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
    full_mark_edge() { "没有印的为 `()`；推算的分值脚本看不到", "`()` where none is printed; an inferred one is never seen" }
    judged() { "人工评定的完成程度", "a person's judgement" }
    judged_edge() { "没有的为 `()`", "`()` if there is none" }
    kind() { "比较的是哪一类", "what is compared" }
    kind_edge() { "`quantity` `range` `date` `rank` `trend` `word` `graded`", "`quantity` `range` `date` `rank` `trend` `word` `graded`" }
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
    input_edge() { "没有这个名字、或不是数的为 `()`", "`()` if there is none or it is no number" }

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
    reference_language() { "语言本身还有 `if` `let` `for` `while` `return`，运算 `+ - * /`、比较、`&& || !`，文字和列表的函数（`len` `contains` `push` 等）。除法是精确的：`1/3*3` 正好是 1。", "The language adds `if` `let` `for` `while` `return`, `+ - * /`, comparisons, `&& || !`, and functions of texts and lists (`len`, `contains`, `push`…). Division is exact: `1/3*3` is 1." }
    heading_measure() { "一行 · `m`", "A row · `m`" }
    heading_execution() { "预算执行 · `e`", "The execution part · `e`" }
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
