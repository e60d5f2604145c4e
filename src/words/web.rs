//! 工作台: what the workbench itself says; everything else is said by what it shows.

words! {
    about_serve() { "在本机的浏览器里打开工作台", "Open the workbench in this machine's browser" }
    help_port(port) { "端口，默认 {port}；0 为任意空闲端口", "The port; default {port}; 0 takes any that is free" }
    help_no_open() { "不打开浏览器，只显示链接", "Show the link and open no browser" }
    serving(link) { "工作台: {link}", "workbench: {link}" }
    serving_help() { "只有这台电脑能打开；按 Ctrl+C 结束。读入的文件不会改动", "only this machine can open it; Ctrl+C ends it. Files that were read are not changed" }
    port_taken(port) { "端口 {port} 已被占用", "port {port} is taken" }
    port_taken_help() { "换一个端口，例如 --port 0；或者先结束正在运行的工作台", "take another port, such as --port 0, or end the workbench that is running" }
    cannot_serve(why) { "工作台打不开: {why}", "the workbench cannot be opened: {why}" }
    cannot_serve_help() { "换一个端口再试", "try another port" }
    no_page() { "这个程序编译时没有带上工作台的网页", "this program was built without the page of the workbench" }
    no_page_help() { "装好 Node.js 20 或更新的版本，能访问 npm，再运行 cargo clean -p jixiao 和 cargo build --release；其他命令不受影响", "install Node.js 20 or newer with access to npm, then run cargo clean -p jixiao and cargo build --release; every other command works as it is" }
    not_opened() { "没有打开浏览器，请把链接粘贴到浏览器里", "no browser was opened; paste the link into one" }

    not_read(why) { "请求读不懂: {why}", "the request cannot be read: {why}" }
    not_read_help() { "刷新页面", "reload the page" }
    too_large(most) { "超过 {most} MiB，没有读入", "more than {most} MiB; nothing was read" }
    too_large_help() { "文件太大时，先拆成几份", "split a file that is too large" }
    too_slow() { "传送太慢，没有读入", "the request took too long to come; nothing was read" }
    too_slow_help() { "再试一次", "try again" }
    no_such_page() { "没有这个地址", "there is no such address" }
    forbidden() { "这个请求不是从工作台的页面来的", "this request does not come from the page of the workbench" }
    forbidden_help() { "用 jixiao serve 显示的链接重新打开", "open it again with the link that jixiao serve shows" }

    not_there(name) { "桌上没有 `{name}`", "there is no `{name}` on the desk" }
    not_there_help() { "刷新页面", "reload the page" }
    broken() { "程序出错，这一步没有做成", "the program failed and this step was not done" }
    broken_help() { "其他部分不受影响；请把文件和步骤报告给我们", "everything else goes on; please report the file and the step" }
    no_such_rules(name) { "没有规则 `{name}`", "there is no rule `{name}`" }
    no_such_rules_help(names) { "可以用的: {names}", "there are: {names}" }
    desk_full(most, size) { "桌上最多放 {most} 份上传的文件，合计 {size} MiB", "no more than {most} uploaded files, {size} MiB together, fit on the desk" }
    desk_full_help() { "先拿掉一些；很多文件请放进文件夹，用 jixiao serve 文件夹", "take some away first; for many files put them into a folder and run jixiao serve FOLDER" }

    confirmed() { "人工核对", "read by a person" }
    cell_target() { "指标值", "target" }
    cell_actual() { "实际完成值", "actual" }
    cell_full_mark() { "分值", "full mark" }
    cell_points() { "得分", "points" }
    corrected(cell, was, is) { "{cell}由人核对为“{is}”，原文是“{was}”", "a person reads “{is}” as the {cell}; the document has “{was}”" }
    corrected_row(row, indicator, told) { "第 {row} 行 {indicator}: {told}；输入校验值是原文的", "row {row}, {indicator}: {told}; the checksum is that of the document" }
    confirmed_cell(cell) { "{cell}（人工核对）", "{cell} (read by a person)" }
    confirmed_line(line) { "第 {line} 行（人工核对）", "line {line} (read by a person)" }
    cell_too_long(most) { "一格最多 {most} 字", "a cell has no more than {most} characters" }
    cell_too_long_help() { "只写这一格里的数或词", "write only what stands in this cell" }
    not_written() { "有的改动不能写成文件", "one of the changes cannot be written into a file" }
    not_written_help() { "名称里有方括号、逗号的列表，请直接写在规则包里", "write lists of names with brackets or commas in them into the pack itself" }
    not_a_pack() { "这些不是规则包的文件", "these are no files of a rule pack" }
    not_a_pack_help(most) { "可以有 pack.yaml、旁边的 *.rhai、cases 里的 *.yaml，最多 {most} 份，每份不超过 1 MiB", "there may be pack.yaml, *.rhai beside it and *.yaml in cases: no more than {most}, of 1 MiB each" }
    too_many_cases(most) { "试算最多 {most} 个算例", "no more than {most} cases are tried here" }
    too_many_cases_help() { "更多的请用 jixiao rules test", "for more, run jixiao rules test" }
    reason_too_long(most) { "理由和单位各不超过 {most} 字", "reason and office have no more than {most} characters each" }
    not_known(key, value) { "{key} 不能是 `{value}`", "{key} cannot be `{value}`" }
    not_known_help(known) { "可以是 {known}", "it can be {known}" }
}
