//! C20–C34: words against figures, sheets against one another.

words! {
    target_and_actual(target, actual) { "{target} → {actual}", "{target} → {actual}" }

    c20_title() { "原因说明与数字矛盾", "an explanation contradicts the figures" }
    c20(name, sentence, word, figures) { "{name}: 说明写“{sentence}”（{word}），填报却是 {figures}（指标值 → 实际完成值）；不是实际完成值不实，就是说明不实", "{name}: the explanation says “{sentence}” ({word}), but {figures} is reported (target → actual): so either the actuals or the explanation is false" }
    c20_uncertain(name, sentence, word, figures) { "{name}: 说明写“{sentence}”（{word}），填报是 {figures}（指标值 → 实际完成值），两者似乎不合", "{name}: the explanation says “{sentence}” ({word}), the sheet reports {figures} (target → actual); the two do not seem to fit" }
    c20_help() { "核对实际完成值和说明，改正其中一个", "check the actuals and the explanation and correct one of them" }

    c21_title() { "得满分却说明没有完成", "full marks beside a reason for failure" }
    c21(name, reported, mark, target, actual, sentence) { "{name}: 得 {reported} 分（分值 {mark}），指标值 {target}，实际完成值“{actual}”，说明却写“{sentence}”", "{name}: {reported} points of {mark}, target {target}, actual “{actual}”, yet the explanation says “{sentence}”" }
    c21_help() { "按实际完成值重新打分，或改正说明", "score it by its actual, or correct the explanation" }

    c22_title() { "年度目标文字与指标值不一致", "the goals in words differ from an indicator's target" }
    c22(name, target, clause, place) { "{name}: 指标值是 {target}，年度目标（{place}）写“{clause}”", "{name}: the target is {target}, the goals ({place}) say “{clause}”" }
    c22_help() { "统一年度目标和指标值", "make the goals and the target say the same" }

    c23_title() { "年份不对或照搬旧文", "a wrong year, or an old text used again" }
    c23_heading(year, other, title) { "自评年度是 {year} 年，标题写 {other} 年：“{title}”", "the sheet is for {year}, its title says {other}: “{title}”" }
    c23(year, other, clause) { "自评年度是 {year} 年，却把 {other} 年的事写成本年的成绩：“{clause}”", "the sheet is for {year}, but reports work of {other} as done: “{clause}”" }
    c23_uncertain(year, other, clause) { "自评年度是 {year} 年，文字里是 {other} 年：“{clause}”；可能是照搬旧文，也可能确有所指", "the sheet is for {year}, the text says {other}: “{clause}”; an old text used again, or meant as it stands" }
    c23_help() { "改正年份，或写明与本年的关系", "correct the year, or say what it has to do with this one" }

    c24_title() { "花钱与产出不相称", "spending and output do not match" }
    c24_unspent(rate, points, mark, share) { "执行率只有 {rate}，指标却得 {points}/{mark} = {share}", "only {rate} of the budget was spent, yet the indicators earn {points}/{mark} = {share}" }
    c24_idle(rate, points, mark, share) { "执行率 {rate}，指标只得 {points}/{mark} = {share}", "{rate} of the budget was spent, yet the indicators earn only {points}/{mark} = {share}" }
    c24_help() { "说明钱与事为什么不同步；预算或指标值可能定得不准", "explain why money and work part; the budget or the targets may be set wrongly" }

    c25_title() { "同一对象两个标准", "one object, two standards" }
    c25_targets(name, row, target, other_row, other) { "{name}: 同一归类下第 {row} 条指标的指标值是 {target}，第 {other_row} 条是 {other}", "{name}: under one heading row {row} has the target {target}, row {other_row} has {other}" }
    c25_targets_help() { "对象相同就用一个指标值，不同就用名称分清", "one target if the object is the same, else tell them apart by name" }
    c25_row(row, label, points, mark) { "第 {row} 条指标（{label}）得 {points}/{mark} 分", "row {row} ({label}) {points}/{mark} points" }
    c25_points(name, target, actual, rows) { "{name}: 指标值（{target}）和实际完成值（{actual}）相同，得分占分值的比例不同：{rows}", "{name}: same target ({target}) and actual ({actual}), different share of the full mark: {rows}" }
    c25_marks(name, target, actual, rows) { "{name}: 指标值（{target}）和实际完成值（{actual}）相同，得分占分值的比例不同：{rows}；分值没有印出，是推定的，不能断定", "{name}: same target ({target}) and actual ({actual}), different share of the full mark: {rows}; the marks are inferred, so this is not proven" }
    c25_points_help() { "按同一个标准打分", "score them by one standard" }
    c25_treated(completion, even, odd) { "同样完成 {completion}，按比例给分的有：{even}；全给或不给的有：{odd}；可能只是小数位数不同", "both reached {completion}: in proportion: {even}; all or nothing: {odd}; perhaps only a difference of places" }
    c25_treated_help() { "没有完成的指标用同一个办法、同样的小数位数打分", "score what was missed by one method and with one number of places" }

    c30_title() { "同一指标在整体表和项目表中不一致", "one indicator, two results: unit and project sheet differ" }
    c30_row(sheet, row, target, actual, points, mark) { "{sheet} 第 {row} 条指标 {target} → {actual} 得 {points}/{mark} 分", "{sheet} row {row} {target} → {actual}, {points}/{mark} points" }
    c30_pair(here, there) { "{here}，{there}", "{here} against {there}" }
    c30_actuals(name, pairs) { "{name}: 指标值相同，实际完成值不同：{pairs}", "{name}: same target, different actuals: {pairs}" }
    c30_bases(name, pairs) { "{name}: 指标值和实际完成值都不同，可能口径不同：{pairs}", "{name}: targets and actuals both differ, perhaps on another basis: {pairs}" }
    c30_targets(name, pairs) { "{name}: 实际完成值相同，指标值不同：{pairs}", "{name}: same actual, different targets: {pairs}" }
    c30_points(name, pairs) { "{name}: 指标值和实际完成值相同，得分占分值的比例不同：{pairs}", "{name}: same target and actual, different share of the full mark: {pairs}" }
    c30_marks(name, pairs) { "{name}: 指标值和实际完成值相同，得分占分值的比例不同：{pairs}；分值没有印出，是推定的，不能断定", "{name}: same target and actual, different share of the full mark: {pairs}; the marks are inferred, so this is not proven" }
    c30_precision(name, pairs) { "{name}: 得分占分值的比例不同，但按印出的小数位数可以是同一个数：{pairs}；可能只是精度不同", "{name}: different shares of the full mark which can be the same number at the places printed: {pairs}; perhaps only a difference of precision" }
    c30_several(name, here, count, places) { "{name}: {count} 处项目指标同名，整体表与它们不一致，也不是它们的合计，无法一一对应：{here}；{places}", "{name}: {count} project indicators carry this name; the unit's figures agree neither with them nor with their sum, so they cannot be paired: {here}; {places}" }
    c30_open(name, here, candidates) { "{name}: 项目表里可能对应的有几条，都与整体表不同，无法一一对应：{here}；{candidates}", "{name}: several project indicators may be meant, none with the unit's figures: {here}; {candidates}" }
    c30_help() { "两张表用同一个口径、同一组数", "use one basis and one set of figures in both sheets" }

    c33_title() { "报告文字与自评表不一致", "the report's text and the sheet differ" }
    c33_score() { "得分", "score" }
    c33_budget() { "预算数", "budget" }
    c33_executed() { "执行数", "executed amount" }
    c33_rate() { "执行率", "execution rate" }
    c33(kind, clause, stated) { "{kind}: 文字写“{clause}”，自评表是 {stated}", "{kind}: the text says “{clause}”, the sheet {stated}" }
    c33_perhaps(kind, clause, stated) { "{kind}: 文字写“{clause}”，自评表是 {stated}；说的可能不是同一个数", "{kind}: the text says “{clause}”, the sheet {stated}; perhaps another figure is meant" }
    c33_cut_off(kind, clause, stated) { "{kind}: 文字写“{clause}”，自评表是 {stated}；可能是截去尾数，没有四舍五入", "{kind}: the text says “{clause}”, the sheet {stated}; perhaps cut off instead of rounded" }
    c33_grade(clause, grade) { "等级: 文字写“{clause}”，自评表是“{grade}”", "grade: the text says “{clause}”, the sheet “{grade}”" }
    c33_grade_by_total(clause, total, grade, pack) { "等级: 文字写“{clause}”，自评表没有填等级，总分 {total} 按 {pack} 是“{grade}”", "grade: the text says “{clause}”; the sheet prints none, and its total {total} is “{grade}” by {pack}" }
    c33_help() { "核对报告文字和自评表，改正其中一个", "check the text and the sheet and correct one of them" }
    c33_statement(name, sentence, word, row, figures) { "{name}: 报告写“{sentence}”（{word}），自评表第 {row} 条指标填报却是 {figures}（指标值 → 实际完成值）", "{name}: the report says “{sentence}” ({word}), but row {row} of the sheet has {figures} (target → actual)" }
    c33_statement_perhaps(name, sentence, word, row, figures) { "{name}: 报告写“{sentence}”（{word}），自评表第 {row} 条指标是 {figures}（指标值 → 实际完成值），两者似乎不合", "{name}: the report says “{sentence}” ({word}), row {row} of the sheet has {figures} (target → actual); the two do not seem to fit" }
    c33_statement_help() { "核对实际完成值和报告文字，改正其中一个", "check the actual and the report and correct one of them" }

    c34_title() { "所列项目与项目自评表不对应", "the projects listed and the project sheets differ" }
    c34_no_sheet(name, count) { "整体报告列有项目“{name}”，已给出的 {count} 张项目自评表中没有它", "the unit's report lists the project “{name}”; none of the {count} project sheets given is for it" }
    c34_no_sheet_help() { "补上这个项目的自评表一起核查", "add this project's sheet to the run" }
    c34_not_listed(name, unit, count) { "项目“{name}”有自评表，整体报告（{unit}）所列 {count} 个项目中没有它", "there is a sheet for the project “{name}”, which is not among the {count} projects the unit's report ({unit}) lists" }
    c34_alike(name, other) { "项目自评表是“{name}”，整体报告列的是“{other}”，可能是同一个项目的两种写法", "the project sheet says “{name}”, the unit's report lists “{other}”: perhaps one project under two names" }
    c34_one_of(name, others) { "项目自评表是“{name}”，整体报告列的{others}中可能有一个就是它", "the project sheet says “{name}”; one of those the unit's report lists may be meant: {others}" }
    c34_copies(unit, year, sheets) { "{unit} {year} 年同一范围的自评表有几份，内容不同：{sheets}；不知道以哪份为准，跨表核对时都不用", "{unit}, {year}: several sheets are about the same and differ: {sheets}; it is open which holds, none is compared with others" }
    c34_copies_project(unit, year, project, sheets) { "{unit} {year} 年“{project}”的自评表有几份，内容不同：{sheets}；不知道以哪份为准，跨表核对时都不用", "{unit}, {year}, {project}: several sheets are about the same and differ: {sheets}; it is open which holds, none is compared with others" }
    c34_copies_help() { "只留下定稿的一份再核查", "keep the final one and audit again" }
    c34_not_listed_help() { "核对整体报告的项目清单和项目名称", "check the list of projects and the names" }
}
