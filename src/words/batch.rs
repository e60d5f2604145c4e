//! Bulk runs: `jixiao batch`.

words! {
    about_batch() { "成批评分：几十万张自评表，从 JSONL、Parquet 或文件夹到 JSONL、CSV 或 Parquet，中断后接着做", "Score in bulk: hundreds of thousands of sheets from JSONL, Parquet or folders to JSONL, CSV or Parquet; goes on after an interruption" }
    help_inputs() { "JSONL（每行一张表）、Parquet、文件夹、通配符，`-` 表示从标准输入读 JSONL", "JSONL (a sheet a line), Parquet, folders, patterns; `-` reads JSONL from standard input" }
    help_format() { "输出格式；不写时看 -o 的扩展名，没有 -o 为 jsonl", "format of the output; by the ending of -o unless given, jsonl without -o" }
    help_output() { "写到这个文件；不写则输出到标准输出", "the file to write; standard output without it" }
    help_rejected() { "不能处理的记录写到这个文件（默认：输出文件名后加 .rejected.jsonl）", "where records that cannot be done are set aside (default: the output's name and .rejected.jsonl)" }
    help_anew() { "不接着中断的那次做，从头开始", "start anew instead of going on with an interrupted run" }
    does_not_fit(figure) { "{figure} 放不进 Parquet 的 DECIMAL(38,18)", "{figure} does not fit DECIMAL(38,18), the columns of Parquet" }
    does_not_fit_help() { "不作舍入；这张表请用 -f jsonl 输出", "it is not rounded; write this sheet with -f jsonl" }
    parquet_to_stream() { "Parquet 不能写到标准输出", "Parquet cannot be written to standard output" }
    parquet_to_stream_help() { "用 -o 文件.parquet", "give -o FILE.parquet" }
    no_such_format(ending) { "`batch` 不写 .{ending} 文件", "`batch` writes no .{ending} files" }
    no_such_format_help() { "可用：jsonl、csv、parquet", "it writes jsonl, csv, parquet" }
    columns_damaged() { "不是完好的 Parquet 文件，或超出限度", "no sound Parquet file, or one beyond the limits" }
    columns_damaged_help() { "用写它的程序重新写一遍；限度见 docs/batch.md", "write it again with the program it comes from; docs/batch.md has the limits" }
    columns_cannot(detail) { "这个 Parquet 文件读不下去：{detail}", "this Parquet file cannot be read on: {detail}" }
    column_missing(column) { "缺少列 `{column}`", "the column `{column}` is missing" }
    column_missing_help() { "需要的列见 docs/batch.md", "docs/batch.md lists the columns that are needed" }
    column_inexact(column) { "列 `{column}` 的类型不能精确读取", "the column `{column}` has a type that cannot be read exactly" }
    column_inexact_help() { "转成文本或 DECIMAL 再写（二进制小数不读）", "cast it to text or DECIMAL: binary fractions are not read" }
    codec(codec) { "不读用 {codec} 压缩的 Parquet", "Parquet compressed with {codec} is not read" }
    codec_help() { "用 Snappy 或不压缩重新写一遍", "write it again with Snappy or uncompressed" }
    busy() { "另一个 jixiao 正在写这个文件", "another jixiao is writing this file" }
    busy_help() { "等它做完，或换一个输出文件", "wait until it is done, or name another file" }
    not_ours() { "文件夹里有别的东西，不是未完成的评分", "the folder holds something else than an unfinished run" }
    not_ours_help() { "移走它，或换一个输出文件", "move it away, or name another file" }
    same_file() { "结果和挑出来的记录不能写到同一个文件", "results and what is set aside cannot be the same file" }
    same_file_help() { "--rejected 另指定一个文件，或不写", "name another file with --rejected, or leave it out" }
    input_moved() { "读取期间输入文件变了，没有写出结果", "the inputs changed while they were read: nothing was written" }
    input_moved_streamed() { "读取期间输入文件变了，已输出的结果不能用", "the inputs changed while they were read: what was printed must not be used" }
    input_moved_help() { "等输入写完后再运行一次", "run again when the inputs are complete" }
    resumed(sheets) { "接着上次中断的做：已有 {sheets} 张表", "going on with the run that was interrupted: {sheets} sheets are done" }
    started_anew() { "上次未完成的运行用的是别的输入、规则、选项或程序：从头开始", "the unfinished run there had other inputs, rules, options or another program: starting anew" }
    set_aside(count, file) { "{count} 条记录不能处理，原因写在 {file}", "{count} records could not be done; {file} says why" }
    set_aside_unnamed(count) { "{count} 条记录不能处理；用 --rejected 文件 留下它们和原因", "{count} records could not be done; --rejected FILE keeps them with the reasons" }
    without_sheet(count) { "{count} 个文件里没有自评表", "{count} files hold no self-evaluation sheet" }
    outside(count, year) { "{count} 张 {year} 年度的表：该规则没有当年施行的版本，用最新的版本", "{count} sheets of {year}: no edition of the rule is in force for that year, scored under the latest" }
    outside_no_year(count) { "{count} 张表没有写年度，用最新的版本", "{count} sheets state no year, scored under the latest edition" }
    done(sheets, seconds) { "{sheets} 张表，{seconds} 秒", "{sheets} sheets in {seconds} s" }
    progress(sheets, rate, percent, seconds) { "{sheets} 张表，每秒 {rate}，{percent}%，还要 {seconds} 秒", "{sheets} sheets, {rate} a second, {percent}%, {seconds} s left" }
    progress_open(sheets, rate) { "{sheets} 张表，每秒 {rate}", "{sheets} sheets, {rate} a second" }
}
