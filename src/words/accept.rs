//! 接受: accepted findings.

words! {
    file_head() { "审核接受：这些发现经人判断后保留原状；数一变，接受就不再算数。写法见 docs/accept.md", "accepted findings: a person has decided to leave them as they are, for the figures given here; see docs/accept.md" }
    blank(chinese, english) { "`{chinese}`（{english}）是空的", "`{english}` ({chinese}) is blank" }
    blank_help() { "接受要写明是哪张表、什么理由", "an acceptance says which sheet and why" }
    no_such_check(code) { "没有检查项 `{code}`", "there is no check `{code}`" }
    no_such_check_help() { "`jixiao audit --list` 列出全部检查项", "`jixiao audit --list` lists them all" }
    bad_row(text) { "`{text}` 不是行号", "`{text}` is no number of a row" }
    bad_row_help() { "写从 1 起的整数；发现不在某一行时不写这个键", "write a whole number from 1; leave the key out where the finding is about no row" }

    accepted() { "已接受", "accepted" }
    lead_accepted() { "已接受  ", "accepted  " }
    lead_changed() { "重新提出  ", "open again  " }
    accepted_because(reason) { "{reason}", "{reason}" }
    accepted_by(reason, by) { "{reason}（{by}）", "{reason} ({by})" }
    changed(reason, was) { "接受时的数已变，接受不再算数。当时：{was}；理由：{reason}", "the figures have changed since it was accepted, so it is open again. Then: {was}; reason: {reason}" }
    was_reported(figure) { "填报 {figure}", "reported {figure}" }
    was_expected(figure) { "应为 {figure}", "expected {figure}" }
    was_target(figure) { "指标值 {figure}", "target {figure}" }
    was_actual(figure) { "实际完成值 {figure}", "actual {figure}" }
    was_worded(finding) { "说法是“{finding}”", "it was worded “{finding}”" }
    was_nothing() { "另一个说法", "worded otherwise" }
    outcome_accepted(outcome, why) { "{outcome}，已接受：{why}", "{outcome}, accepted: {why}" }
    outcome_changed(outcome, why) { "{outcome}；{why}", "{outcome}; {why}" }

    about_accept() { "接受一条审核发现: 写明理由，记入表旁的 审核接受.yaml，审核时标为已接受", "Accept a finding: note it with its reason in accepted.yaml beside the sheet; audits mark it from then on" }
    help_path() { "自评表、绩效目标表的文件或文件夹", "A sheet, a document with target tables, or a folder" }
    help_with() { "这条发现还涉及的自评表、文档或文件夹，可以写几次", "More sheets, documents or folders the finding rests on; can be given several times" }
    help_sheet() { "接受这个编号的表的发现；涉及几张表的发现，写发现所在的那张", "Accept a finding of the form with this id; for one across forms, that of the form it stands at" }
    help_code() { "检查项代码，例如 C04", "The code of a check, such as C04" }
    help_row() { "行号或指标名称；发现不在某一行时不写", "Number of the row or part of its indicator's name; left out where the finding is about no row" }
    help_reason() { "接受的理由", "Why it is accepted" }
    help_by() { "接受的单位或处室", "The office that accepts it" }
    help_file() { "记入这个文件；默认自评表旁的 审核接受.yaml 或 accepted.yaml", "The file to note it in; default accepted.yaml or 审核接受.yaml beside the sheet" }
    help_accepted() { "接受文件，代替自评表旁的 审核接受.yaml 或 accepted.yaml", "Acceptance file, in place of accepted.yaml or 审核接受.yaml beside the sheets" }
    help_ignore() { "不看接受文件，全部发现照旧", "Take no notice of acceptance files" }

    no_reason() { "理由是空的", "the reason is blank" }
    no_finding(code) { "{code} 在这里没有发现", "{code} finds nothing here" }
    no_finding_in_row(code, row) { "{code} 在行 `{row}` 没有发现", "{code} finds nothing in row `{row}`" }
    no_finding_help() { "先用 `jixiao audit` 看有哪些发现", "`jixiao audit` shows what is found" }
    several_sheets(sheets) { "几张表都有这条发现：{sheets}", "several sheets have this finding: {sheets}" }
    several_sheets_help() { "用 --sheet 写明是哪一张", "say which one with --sheet" }
    several_rows(rows) { "这张表有几行有这条发现：{rows}", "several rows have this finding: {rows}" }
    several_rows_help() { "写明行号", "say which row" }
    no_folder() { "标准输入旁没有文件夹", "standard input lies in no folder" }
    no_folder_help() { "用 --file 写明记入哪个文件", "say which file with --file" }
    done(code, sheet, finding) { "已接受 {code} {sheet}：{finding}\n", "accepted {code} {sheet}: {finding}\n" }
    noted_in(file) { "记入 {file}", "noted in {file}" }

    used(file, accepted) { "{file}：已接受 {accepted} 条发现，不计入 --fail-on", "{file}: accepted findings: {accepted}; --fail-on does not count them" }
    changed_some(file, changed) { "{file}：{changed} 条发现接受时的数已变，重新提出", "{file}: {changed} findings were accepted with other figures and are open again" }
    unused(file, line, code, sheet) { "{file} 第 {line} 行：{code} {sheet} 这次没有对上任何发现；可能已经改正，也可能要与别的表一起审核", "{file} line {line}: {code} {sheet} meets no finding of this run; it may have been put right, or shows together with other sheets only" }
    unused_row(file, line, code, sheet, row) { "{file} 第 {line} 行：{code} {sheet} 第 {row} 条指标 这次没有对上任何发现；可能已经改正，也可能要与别的表一起审核", "{file} line {line}: {code} {sheet} row {row} meets no finding of this run; it may have been put right, or shows together with other sheets only" }
    elsewhere(file, count) { "{file}：另有 {count} 条接受属于这次没有审核的表", "{file}: {count} more are for sheets that are not part of this run" }
}
