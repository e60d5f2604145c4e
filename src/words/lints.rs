//! `rules check`: what may be wrong with a pack although it can be used.

words! {
    error() { "错误", "error" }
    warning() { "警告", "warning" }
    note() { "提示", "note" }
    labelled(label, message, code) { "{label}: {message} [{code}]", "{label}: {message} [{code}]" }
    outcome_ok(pack, notes) { "{pack}  没有问题，提示 {notes}", "{pack}  ok, notes {notes}" }
    outcome(pack, errors, warnings, notes) { "{pack}  错误 {errors}，警告 {warnings}，提示 {notes}", "{pack}  errors {errors}, warnings {warnings}, notes {notes}" }

    did_you_mean(near) { "是不是想写 `{near}`？", "did you mean `{near}`?" }
    the_method(name) { "方法“{name}”", "the method “{name}”" }
    the_execution() { "预算执行", "the execution part" }
    the_joint_judgement() { "合评", "the joint judgement" }
    the_adjustment() { "调整", "the adjustment" }
    the_group(label) { "分组“{label}”", "group `{label}`" }
    the_grade() { "等级", "the grade" }
    the_total() { "总分", "the total" }

    unknown_variable(name) { "没有变量 `{name}`", "no variable `{name}`" }
    unknown_variable_help() { "用 `let` 定义它，或检查名称", "make it with `let`, or check the name" }
    params_not_given(function) { "函数 `{function}` 用了 `params`，却没有这个参数", "`{function}` uses `params` but does not take it" }
    params_not_given_help(function, given) { "加上第二个参数: `fn {function}({given}, params)`", "add it as the second argument: `fn {function}({given}, params)`" }
    unknown_field(letter, name) { "`{letter}` 没有字段 `{name}`", "`{letter}` has no field `{name}`" }
    fields_of(letter, fields) { "`{letter}` 的字段: {fields}", "fields of `{letter}`: {fields}" }
    undefined_param(name) { "pack.yaml 的参数里没有 `{name}`", "pack.yaml gives no parameter `{name}`" }
    undefined_param_help(name) { "在 `params` 下写 `{name}: …`", "write `{name}: …` under `params`" }
    unknown_function(name) { "没有函数 `{name}`", "no function `{name}`" }
    functions_are(list) { "可用的函数: {list}，以及规则包自己的函数", "functions: {list}, and those of the pack" }
    other_arguments(name, count) { "函数 `{name}` 没有 {count} 个参数的写法", "`{name}` cannot take {count} arguments" }
    other_arguments_help(name, counts) { "`{name}` 的参数个数是 {counts}", "`{name}` takes {counts}" }

    unused_param(name) { "参数 `{name}` 没有脚本用到", "no script uses the parameter `{name}`" }
    unused_param_help() { "在脚本里用它，或删去: 改它的人会以为分数会变", "use it in a script or remove it: whoever changes it expects another score" }
    unused_function(name) { "函数 `{name}` 没有用到", "nothing calls the function `{name}`" }
    unused_function_help() { "在 pack.yaml 里写上它，或删去", "name it in pack.yaml, or remove it" }
    unused_citation(key) { "依据 `{key}` 没有用到", "nothing rests on the clause `{key}`" }
    unused_citation_help() { "在依据它的方法或部分写 `citation`，或删去", "give it as `citation` where it applies, or remove it" }
    uncited(what) { "{what}没有写依据", "{what} names no clause" }
    uncited_help() { "写 `citation: 依据的名字`，并在 citations 里写明条款", "write `citation: key` and the clause under citations" }
    unverified(key) { "依据 `{key}` 没有核对过原文", "nobody has read the clause `{key}` in the issuing text" }
    unverified_help() { "读到原文后写 `verified: true`", "write `verified: true` once it was read" }
    half_even() { "四舍六入五成双: 0.125 取两位是 0.12", "halves go to the even neighbour: 0.125 becomes 0.12" }
    half_even_help() { "四舍五入写 `half_up`；规则确实这样规定的，不必改", "write `half_up` for the usual 四舍五入; leave it where the rule says so" }
    coarse_rows(rows, needed) { "各行取 {rows} 位小数，总分、权重或算例却有 {needed} 位: 半数在相加之前就丢了", "rows keep {rows} places, but the total, a weight or a case has {needed}: halves are lost before anything is added" }
    coarse_rows_help(needed) { "`各行` 的 `位数` 写 {needed} 或更多；规则确实这样规定的，不必改", "give `rows` {needed} `places` or more; leave it where the rule says so" }
    no_case(what) { "{what}没有算例用到", "no case reaches {what}" }
    no_case_help() { "在 cases/ 里写一个人算好的算例", "write a case under cases/, computed by hand" }
    unreachable_code() { "这里永远执行不到", "this is never reached" }
    unreachable_code_help() { "前面已经 `return`；删去，或调换次序", "there is a `return` before it; remove it or change the order" }
    constant_condition() { "条件与表上的数无关，结果总是一样", "the condition depends on nothing and is always the same" }
    constant_condition_help() { "比较 `m` 的字段，或去掉 `if`", "compare a field of `m`, or drop the `if`" }
    exceeds_full(name, target, actual, percent) { "函数 `{name}` 会给出超过 100% 的结果: {target} → {actual} 得 {percent}%", "`{name}` gives more than 100 %: {target} → {actual} gives {percent} %" }
    exceeds_full_help() { "写 `capped(…, 1)` 或 `bounded(…, 0, 1)`；规则允许的，在函数的 `///` 说明里写“可超过 100%”", "write `capped(…, 1)` or `bounded(…, 0, 1)`; where the rule allows it, say “may exceed 100 %” in the function's `///` comment" }
    branch_covered() { "这一档永远轮不到，前面的条件已经全部包含", "this branch is never taken: the conditions before it cover it" }
    branch_covered_help() { "调换次序，或把前面的条件写窄", "change the order, or narrow the earlier condition" }
    script_hole(figure) { "正好是 {figure} 时不属于任何一档，函数没有结果", "{figure} falls into no branch, and the function has no result" }
    script_hole_help() { "最后写 `else {{ … }}`，界限一边写 `>=` 或 `<=`", "end with `else {{ … }}`, and write `>=` or `<=` on one side of each limit" }
    listed_hole(name, to, from) { "参数 `{name}` 的分档在 {to} 与 {from} 之间有空档", "the bands of `{name}` leave a gap between {to} and {from}" }
    listed_overlap(name, from, to, next) { "参数 `{name}` 的分档重叠: {from}–{to} 与从 {next} 起的一档", "bands of `{name}` overlap: {from} to {to}, and the one from {next}" }
    listed_help() { "一档的上端写下一档的下端，脚本里说明端点归哪一档", "let each band end where the next begins, and let the script say which one has the end" }
    band_hole(name, first, next) { "等级 `{name}` 之上有空档: 总分 {first} 起、不到 {next} 的没有等级", "there is a gap above grade `{name}`: totals from {first} to below {next} have no grade" }
    band_overlap(name, to, next) { "等级 `{name}` 到 {to}，与从 {next} 起的上一等级重叠", "grade `{name}` reaches {to} and overlaps the one from {next}" }
    band_hole_help(next) { "写 `to: {next}`（端点归上一等级），或不写 `to`", "write `to: {next}` (the end belongs to the grade above), or leave `to` out" }
    band_reversed(name) { "等级 `{name}` 的上端低于下端", "grade `{name}` ends below its beginning" }
    band_reversed_help() { "`from` 是下端，`to` 是上端", "`from` is the lower end, `to` the upper" }
}
