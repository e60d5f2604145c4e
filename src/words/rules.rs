//! Rule packs: what can be wrong with one.

words! {
    no_description() { "文件夹里没有 pack.yaml，不是规则包", "no pack.yaml here: not a rule pack" }
    no_description_help() { "规则包的样子见 rules/wuhan/2024", "rules/wuhan/2024 shows what a rule pack looks like" }
    unknown_pack(name) { "没有规则包 `{name}`", "there is no rule pack `{name}`" }
    unknown_pack_help(known) { "自带的规则包: {known}；也可以给出规则包文件夹的路径", "shipped packs: {known}; or give the path of a pack's folder" }
    did_you_mean_pack(near, known) { "是不是想写 `{near}`？自带的规则包: {known}", "did you mean `{near}`? Shipped packs: {known}" }
    pack_unreadable(path, error) { "读不了规则包 `{path}`: {error}", "cannot read the rule pack `{path}`: {error}" }

    not_a_choice(text) { "`{text}` 不在可选的词里", "`{text}` is not one of the words that can stand here" }
    choices(words) { "可以写: {words}", "possible words: {words}" }
    not_a_number(text) { "`{text}` 不是数字", "`{text}` is not a number" }
    not_a_number_help() { "写成 20、12.5 或 80%", "write 20, 12.5 or 80%" }
    not_places(text) { "`{text}` 不能作小数位数", "`{text}` is no number of decimal places" }
    not_places_help(most) { "写 0 到 {most} 的整数", "write a whole number from 0 to {most}" }
    citation_missing(key) { "依据 `{key}` 没有在 citations 里写明", "no clause `{key}` under citations" }
    citation_missing_help() { "在 citations 里补上这一条，或检查名称", "add it under citations, or check the name" }
    citation_nearest(near) { "是不是想写 `{near}`？不是的话，在 citations 里补上这一条", "did you mean `{near}`? If not, add it under citations" }
    function_missing(name) { "脚本里没有函数 `{name}`", "no script defines the function `{name}`" }
    function_missing_help() { "在 .rhai 文件里写出这个函数，或检查名称", "define it in a .rhai file, or check the name" }
    function_nearest(near) { "是不是想写 `{near}`？不是的话，在 .rhai 文件里写出这个函数", "did you mean `{near}`? If not, define it in a .rhai file" }
    function_arguments(name, count) { "函数 `{name}` 有 {count} 个参数", "the function `{name}` takes {count} arguments" }
    function_arguments_help() { "写一个参数 `fn 名称(m)`，或两个 `fn 名称(m, params)`", "take one, `fn name(m)`, or two, `fn name(m, params)`" }
    levels_do_not_add_up(sum, weight) { "一级指标权重合计 {sum}，指标部分是 {weight}", "the level weights add up to {sum}, the indicators part is {weight}" }
    parts_do_not_add_up(execution, indicators, total) { "预算执行 {execution} 加指标 {indicators} 等于 {total}，不是 100", "execution {execution} plus indicators {indicators} is {total}, not 100" }
    negative_weight(weight) { "权重 {weight} 是负数", "the weight {weight} is negative" }
    weights_help() { "改正权重，使各部分相加等于总分", "correct the weights so that the parts add up" }
    bands_out_of_order(upper, lower) { "等级 `{upper}` 排在 `{lower}` 前面，起点却不更高", "grade `{upper}` stands before `{lower}` but does not begin higher" }
    bands_out_of_order_help() { "等级从高到低排列", "list the grades from high to low" }
    no_band(total) { "总分 {total} 不属于任何等级", "a total of {total} falls into no grade" }
    no_band_help() { "用 `from` (≥) 而不是 `above` (>)，最低一档从 0 起", "use `from` (≥) rather than `above` (>), and begin the lowest grade at 0" }
    method_unreachable(name, by) { "方法 `{name}` 永远用不到，前面的 `{by}` 已经全部包含", "the method `{name}` is never used: `{by}` before it matches everything it would" }
    method_unreachable_help() { "调换次序，或把前面的条件写窄", "change the order or narrow the earlier condition" }

    extends_what() { "`extends` 要写沿用哪个规则包", "`extends` names the pack this one builds on" }
    extends_unknown(name) { "没有规则包 `{name}` 可以沿用", "there is no rule pack `{name}` to build on" }
    extends_several(name) { "`{name}` 有几个版本，沿用要写明是哪一个", "`{name}` has several editions; name the one to build on" }
    extends_itself(name, most) { "沿用 `{name}` 成了循环，或者超过 {most} 层", "building on `{name}` goes round in a circle, or is more than {most} packs deep" }
    extends_help() { "写自带规则包的版本，例如 `wuhan@2024`，或相对于本文件夹的路径，例如 `../2024`", "write a shipped edition such as `wuhan@2024`, or a path as seen from this folder, such as `../2024`" }

    case_given() { "算例要写且只写一种内容", "a case gives exactly one thing to score" }
    case_given_help() { "写 `行:`、`预算执行情况:`、`自评表:`，或只写 `总分:` 与 `评价等级:`", "write `row:`, `execution:`, `sheet:`, or `total:` with `grade:` alone" }
    case_expects_nothing() { "算例没有写应得的结果", "the case expects nothing" }
    case_expects_nothing_help() { "写 `得分:`、`未评分:`、`完成率:`、`方法:`、`总分:`、`评价等级:` 或 `各行得分:`", "write `points:`, `unscored:`, `completion:`, `method:`, `total:`, `grade:` or `rows:`" }
    case_rows() { "各行得分应当是 `行号: 得分`", "the rows should be `number: points`" }
    case_rows_help() { "例如 `各行得分: {{1: 2.5, 2: 未评分}}`", "such as `rows: {{1: 2.5, 2: unscored}}`" }

    script_syntax(detail) { "脚本语法有错: {detail}", "the script does not parse: {detail}" }
    script_forbidden(word) { "脚本不能使用这个词: {word}", "scripts may not use this word: {word}" }
    script_forbidden_help() { "规则脚本只能计算，不能读文件、打印、引入或执行别的代码", "a rule's script only computes: no files, printing, imports or code from text" }
    script_outside_function() { "函数之外还有语句", "there are statements outside the functions" }
    script_outside_function_help() { "把语句放进函数；常数写进 pack.yaml 的 params", "move them into a function; constants belong under params in pack.yaml" }
    script_unknown_function(name) { "没有函数 `{name}`，或参数类型不对", "no function `{name}`, or its arguments have other types" }
    script_unknown_function_help() { "可用的函数: ratio/比、bounded/限于、capped/封顶、cannot/无法评分、points/得分、note/说明、abs", "available: ratio, bounded, capped, cannot, points, note, abs, and the functions of the pack" }
    script_unknown_field(name) { "没有变量或字段 `{name}`", "no variable or field `{name}`" }
    script_unknown_field_help() { "可用的字段见 docs/rules.md", "docs/rules.md lists the fields" }
    script_fields(letter, fields) { "`{letter}` 的字段: {fields}", "fields of `{letter}`: {fields}" }
    script_params_help() { "给函数加上第二个参数: `fn 名称(m, params)`", "give the function a second argument: `fn name(m, params)`" }
    script_too_long() { "脚本步数过多，已停止", "the script took too many steps and was stopped" }
    script_too_deep() { "函数调用层数过多，已停止", "calls inside calls without end; stopped" }
    script_too_large() { "脚本里的文字或列表过大，已停止", "a text, list or map of the script grew too large; stopped" }
    script_limit_help() { "检查循环和递归能否结束", "check that loops and recursion come to an end" }
    script_no_answer(found) { "函数返回了 {found}，不是完成率", "the function returned {found}, which is no completion" }
    script_no_answer_help() { "返回数字（1 即 100%）、points(…) 或 cannot(\"原因\")", "return a number (1 is 100 %), points(…) or cannot(\"reason\")" }
    script_runtime(detail) { "脚本运行出错: {detail}", "the script failed: {detail}" }
    script_in_function(message, function) { "{message}（函数 `{function}`）", "{message} (function `{function}`)" }
}
