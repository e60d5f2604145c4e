//! Writing rule packs: `rules new` and `rules diff`.

words! {
    about_rules_new() { "新建一个规则包: 带说明、能通过检查和算例，改成自己的规则", "Write a new rule pack: commented, working, to be changed into your own" }
    about_rules_diff() { "比较两个规则包: 改了什么，最小的一个得分不同的例子", "Compare two rule packs: what changed, and the smallest example scored otherwise" }
    help_new_name() { "新规则包的名称: 文字、数字、- 和 _", "Name of the new pack: letters, digits, - and _" }
    help_new_output() { "写成这个文件夹，默认与名称相同；已有的文件夹不动", "The folder to make, by default the name; a folder that exists is left alone" }
    help_new_from() { "照这个规则包复制一份，只改名称", "Copy this pack and change its name only" }
    help_diff_a() { "原来的规则包", "The pack before" }
    help_diff_b() { "改后的规则包", "The pack after" }
    help_diff_format() { "输出格式: text（默认）或 json", "Format of the output: text, the default, or json" }

    written(path) { "写入 {path}", "written {path}" }
    next_steps(folder) { "接下来: jixiao rules check {folder}，jixiao rules test {folder}；怎样改见 docs/rules-tutorial.md", "next: jixiao rules check {folder}, jixiao rules test {folder}; docs/rules-tutorial.md goes on from here" }
    bad_name(name) { "`{name}` 不能作规则包的名称", "`{name}` cannot be the name of a pack" }
    bad_name_help() { "只用文字、数字、- 和 _，最多 60 个字；放在哪里用 -o 指定", "use letters, digits, - and _, at most 60; -o says where it goes" }
    folder_exists() { "已经有这个文件或文件夹，没有写入任何内容", "there is such a file or folder already; nothing was written" }
    folder_exists_help() { "换一个名称，或用 -o 指定别的文件夹", "choose another name, or another folder with -o" }

    compared(a, b) { "{a} → {b}", "{a} → {b}" }
    nothing_changed() { "规则包的内容没有不同（算例和说明文字不比较）", "nothing in the packs differs (cases and comments are not compared)" }
    change(what, before, after) { "{what}: {before} → {after}", "{what}: {before} → {after}" }
    none() { "无", "none" }
    list(items) { "{items}", "{items}" }
    what_edition() { "版本", "edition" }
    what_title() { "标题", "title" }
    what_in_force() { "施行年度", "in force" }
    what_weight(part) { "{part}的分值", "mark of {part}" }
    what_function(part) { "{part}的函数", "function of {part}" }
    what_clause(part) { "{part}的依据", "clause of {part}" }
    part_execution() { "预算执行", "execution" }
    part_indicators() { "指标", "indicators" }
    part_jointly() { "合评", "joint judgement" }
    part_adjust() { "调整", "adjustment" }
    part_groups() { "分组", "groups" }
    what_mark_each() { "每行分值", "full mark of every row" }
    part_total() { "总分", "total" }
    part_level(label) { "{label}", "{label}" }
    part_method(name) { "方法“{name}”", "method “{name}”" }
    part_rounding() { "取舍", "rounding" }
    part_rows() { "各行", "rows" }
    part_grades() { "等级", "grades" }
    what_rounding(part) { "{part}的取舍", "rounding of {part}" }
    rounding_step(mode, places) { "{mode} {places} 位", "{mode}, {places} places" }
    what_method(name) { "方法“{name}”", "method “{name}”" }
    what_when(name) { "方法“{name}”的适用", "when the method “{name}” applies" }
    what_order() { "方法的次序", "order of the methods" }
    what_words() { "方向词", "direction words" }
    what_policy_mark() { "未印分值", "full marks not printed" }
    what_policy_absent() { "不适用", "rows that do not apply" }
    what_policy_missing() { "缺完成值", "rows without an actual" }
    what_grade(name) { "等级 {name}", "grade {name}" }
    what_param(name) { "参数 {name}", "parameter {name}" }
    what_citation(key) { "依据 {key}", "clause {key}" }
    what_text(name) { "函数 {name}", "function {name}" }
    text_changed() { "已改", "changed" }
    text_before() { "原来的写法", "as it was" }
    from_on(from) { "≥ {from}", "≥ {from}" }
    above(from) { "> {from}", "> {from}" }

    found_heading() { "最小的得分不同的例子", "Smallest examples scored otherwise" }
    found_none(tried, scored) { "试了 {tried} 个例子，没有发现得分不同的，其中能评分的有 {scored} 个；试过的不是全部可能", "no difference on {tried} examples tried, {scored} of which could be scored at all; these are not all there could be" }
    found_tried(tried, found) { "共试 {tried} 个例子，四类（一行、预算执行、总分、整张表）中有 {found} 类不同", "{tried} examples tried; {found} of four kinds (a row, the money, a total, a whole sheet) differ" }
    given_row(target, actual, mark) { "一行: 指标值 {target}，实际完成值 {actual}，分值 {mark}", "a row: target {target}, actual {actual}, full mark {mark}" }
    given_level(level) { "（{level}）", " ({level})" }
    given_direction(word) { "，指标性质 {word}", ", direction {word}" }
    given_judged(share) { "，人工评定 {share}", ", judged {share}" }
    given_input(name, value) { "，{name} {value}", ", {name} {value}" }
    given_absent() { "，不适用", ", not applicable" }
    given_money(budget, executed) { "预算执行: 预算数 {budget}，执行数 {executed}", "execution: budget {budget}, executed {executed}" }
    given_total(total) { "总分 {total} 的等级", "grade of a total of {total}" }
    given_sheet(budget, executed) { "整张表: 预算数 {budget}，执行数 {executed}，各行", "a whole sheet: budget {budget}, executed {executed}, rows" }
    result(pack, points) { "{pack} 得 {points}", "{pack} gives {points}" }
    result_graded(points, grade) { "{points}（{grade}）", "{points} ({grade})" }
    result_unscored(why) { "未评分（{why}）", "unscored ({why})" }
    blank() { "（空）", "(blank)" }
}
