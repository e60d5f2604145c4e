//! 底稿: papers for the file, the meeting and the signature.

words! {
    title_score() { "预算绩效自评重算表", "Performance self-evaluations, recomputed" }
    title_audit() { "预算绩效自评复核报告", "Review of performance self-evaluations" }
    title_whatif() { "预算绩效自评情景测算", "Performance self-evaluations under other rules and figures" }

    too_many(sheets, most) { "{sheets} 张自评表，一份底稿最多 {most} 张", "{sheets} sheets; one paper holds {most} at most" }
    too_many_help() { "用 --sheet 选一些，或者按单位分成几份；很多张的总览用 --summary，数据用 -f csv", "choose some with --sheet, or make a paper for each unit; for many sheets there is --summary, and -f csv for the figures" }
    not_written(why) { "写不成: {why}", "it cannot be written: {why}" }
    not_written_help() { "写成别的格式（docx、html）", "write another format (docx, html)" }
    text_too_long() { "有一格文字超过 32767 字，工作簿放不下", "a text has more than 32,767 characters, which no cell of a workbook holds" }
    text_too_long_help() { "写成 docx 或 html，或者改短那一格", "write docx or html, or shorten that cell" }
    to_terminal(ending) { "{ending} 是文件，不能显示在屏幕上", "a {ending} file cannot be shown on a screen" }
    to_terminal_help(ending) { "写明文件: -o 底稿.{ending}", "name a file: -o paper.{ending}" }
    no_such_format(ending) { "这里写不出 .{ending}", "no .{ending} is written here" }
    no_such_format_help(formats) { "能写的: {formats}；PDF 由 docx、html 另存或打印；要写成别的格式，用 -f 写明", "it writes {formats}; make a PDF from docx or html; to write one of these into such a file, name it with -f" }
    not_of_these(format) { "--sweep、--break-even、--vary、--ranges、--summary 没有 {format}", "there is no {format} of --sweep, --break-even, --vary, --ranges and --summary" }
    not_of_these_help() { "用 table、json、csv，或者不加这些选项", "use table, json or csv, or leave these options out" }
}
