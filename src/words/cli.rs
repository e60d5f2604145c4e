//! The command line: help, usage errors, and what is said beside a result.

words! {
    about() { "按成文的规则重新计算绩效自评得分，说明每一处差异", "Recomputes performance self-evaluations under a written rule and explains every difference" }
    about_score() { "重新评分: 逐行、各部分、总分和等级，填报与重算并列", "Re-score sheets: rows, parts, total and grade, reported beside computed" }
    about_audit() { "审核: 从填报总分到重算总分的勾稽，以及审核发现", "Audit sheets: reconcile the reported with the recomputed total and list findings" }
    about_explain() { "说明一行、一个部分或总分是怎么算出来的；或显示一个检查项的说明", "Explain how a row, a part or the total comes about; or show the page of a check" }
    help_audit_format() { "输出格式；不写则看 -o 的后缀，都没有为 table；md 是 Markdown，sarif 供代码平台和编辑器显示审核发现，xlsx、docx、html 是底稿", "Format of the output; by default that of the ending of -o, else table; sarif is for editors and code platforms, xlsx, docx and html are papers" }
    help_fail_on() { "发现不符且达到这个等级时以 3 结束，默认 error（严重）", "End with code 3 if something fails at or above this severity; default error" }
    help_list() { "列出全部检查项", "List all checks" }
    help_only() { "只用这些检查项: 代码或类别，用逗号隔开，例如 C01,C04 或 算术；--list 列出全部", "Only these checks: codes or families, separated by commas, such as C01,C04 or arithmetic; --list shows them all" }
    help_skip() { "不用这些检查项: 代码或类别，例如 C42", "Leave out these checks: codes or families, such as C42" }
    help_explain_path() { "自评表文件或文件夹；或检查项代码，例如 C04", "A sheet or folder; or the code of a check, such as C04" }
    help_explain_row() { "行号或指标名称；也可以写 执行、总分；不写则说明全部", "Number or name of a row; or execution, total; everything when left out" }
    no_such_check(code) { "没有检查项 `{code}`", "there is no check `{code}`" }
    no_such_check_help() { "`jixiao audit --list` 列出全部检查项", "`jixiao audit --list` lists them all" }
    help_profile() { "审核口径文件: 界限和词表，只写要改的键；默认用自带的（--show-profile 输出）", "Audit profile: thresholds and word lists, only the keys that change; default the shipped one (see --show-profile)" }
    help_show_profile() { "输出自带的审核口径，可以改了用 --profile 给", "Print the shipped audit profile; change it and give it with --profile" }
    no_such_row(row) { "没有行 `{row}`", "there is no row `{row}`" }
    no_such_row_help(rows) { "写 1 到 {rows} 的行号、指标名称中的文字，或 执行、总分", "write a number from 1 to {rows}, part of an indicator's name, or execution, total" }
    about_import() { "把文档里的自评表和绩效目标表认出来，写成 YAML 供核对", "Recognise the sheets and target tables in documents and write them as YAML to check" }
    help_documents() { "文档: .xlsx .xls .ods .docx .pdf .html .txt，或文件夹", "Documents: .xlsx .xls .ods .docx .pdf .html .txt, or folders" }
    help_import_output() { "写入这个文件夹，一张表一个文件；已有的文件不覆盖", "Write into this folder, one file a sheet; existing files are kept" }
    help_import_format() { "输出格式，默认 yaml", "Format of the output; default yaml" }
    found_in(file, sheets, targets) { "{file}: 自评表 {sheets} 张，绩效目标表 {targets} 张", "{file}: self-evaluation sheets {sheets}, target tables {targets}" }
    imported_to(path) { "写入 {path}", "written to {path}" }
    targets_of(project) { "{project}-绩效目标表", "{project}-targets" }
    about_form() { "由绩效目标表生成当年的空白自评表，YAML 或 Excel，供填报", "Make the blank self-evaluation of a year from a target table, as YAML or a workbook to fill in" }
    help_targets() { "绩效目标表: `jixiao import` 写出的 YAML，或文档 .xlsx .xls .ods .docx .pdf .html .txt，或文件夹", "Target tables: YAML as `jixiao import` writes it, or documents .xlsx .xls .ods .docx .pdf .html .txt, or folders" }
    help_form_format() { "格式；不写则看 -o 的后缀，没有后缀为 yaml", "Format; by default that of the ending of -o, else yaml" }
    help_form_output() { "写入文件夹，一张表一个文件；或写入一个 .yaml、.xlsx 文件。已有的文件不覆盖；不写则把 YAML 显示在屏幕上", "Write into a folder, one file a form, or into one .yaml or .xlsx file; existing files are kept. Without it YAML is printed" }
    help_form_year() { "填哪一年的指标值，默认目标表的预算年度", "The year whose targets are filled in, by default the budget year of the table" }
    help_form_rules() { "规则包，取它的预算执行分值和指标分值；默认 wuhan", "The rule pack that gives the full marks of execution and indicators; default wuhan" }
    form_of_year(name, year) { "{name}-{year}年自评表", "{name}-{year}-sheet" }
    form_of(name) { "{name}-自评表", "{name}-sheet" }
    about_rules() { "查看、检查规则包，运行算例", "Look at rule packs, check them, run their worked cases" }
    about_rules_list() { "列出自带的规则包", "List the shipped rule packs" }
    about_rules_show() { "显示一个规则包: 权重、方法、取舍、等级、参数和依据", "Show a rule pack: weights, methods, rounding, grades, parameters and clauses" }
    about_rules_check() { "检查规则包，列出全部问题", "Check rule packs and list every problem" }
    about_rules_test() { "运行规则包 cases/ 中的算例", "Run the worked cases in cases/ of rule packs" }
    help_check_format() { "输出格式: text（默认）或 json", "Format of the output: text, the default, or json" }
    help_strict() { "有警告也以 1 结束", "End with code 1 for warnings too" }
    help_pack() { "规则包、规则包@版本，或规则包文件夹", "A rule pack, pack@edition, or a pack's folder" }
    help_packs() { "规则包、规则包@版本，或规则包文件夹；不写则为全部自带的规则包", "Rule packs, pack@edition, or folders of packs; all shipped packs when none is given" }

    heading_usage() { "用法", "Usage" }
    heading_commands() { "命令", "Commands" }
    heading_arguments() { "参数", "Arguments" }
    heading_options() { "选项", "Options" }
    value_options() { "选项", "OPTIONS" }
    value_command() { "命令", "COMMAND" }

    help_help() { "显示帮助", "Print help" }
    help_version() { "显示版本", "Print the version" }
    help_lang() { "输出语言，默认中文；也可以设环境变量 JIXIAO_LANG", "Language of the output, Chinese by default; also set by JIXIAO_LANG" }
    help_color() { "何时使用颜色，默认 auto: 终端上使用，设了 NO_COLOR 则不用", "When to use colour; auto, the default: on a terminal unless NO_COLOR is set" }
    help_quiet() { "不显示提示，只显示错误", "Show errors only, no notices" }
    help_paths() { "自评表: 文件 (.yaml .yml .json) 或文档 (.xlsx .xls .ods .docx .pdf .html .txt)、文件夹、通配符，或用 - 读标准输入", "Sheets (.yaml .yml .json) or documents (.xlsx .xls .ods .docx .pdf .html .txt), folders, patterns, or - for standard input" }
    help_rules() { "规则包、规则包@版本，或规则包文件夹；默认 wuhan，取该年度施行的版本", "A rule pack, pack@edition or a pack's folder; default wuhan, in the edition in force for the sheet's year" }
    help_mapping() { "列对照文件: 说明 CSV、TSV 表的哪一列是什么，一个单位成一张自评表；见 docs/mapping.md", "A mapping file: says which column of a CSV or TSV table is what, one sheet an institution; see docs/mapping.md" }
    help_sheet() { "只看这个编号的自评表，可以写几次", "Only the sheet with this id; can be given several times" }
    no_tables() { "给了列对照，却没有 CSV、TSV 文件", "there is a mapping, but no CSV or TSV file" }
    no_tables_help() { "列对照只用于 .csv、.tsv、.tab、.txt 文件和标准输入", "a mapping is for .csv, .tsv, .tab and .txt files and for standard input" }
    no_such_sheet(id) { "没有编号是 `{id}` 的自评表", "there is no sheet with the id `{id}`" }
    no_such_sheet_help(id) { "编号照 score 的输出写，例如 `{id}`", "write the id as `score` prints it, such as `{id}`" }
    help_jobs() { "同时使用的线程数，默认全部处理器核；结果与此无关", "Number of threads, by default one a core; the result does not depend on it" }
    help_output() { "写入文件而不是屏幕；要么完整写入，要么不写", "Write to a file instead of the screen, whole or not at all" }
    help_score_format() { "输出格式；不写则看 -o 的后缀，都没有为 table；md 是 Markdown，xlsx、docx、html 是底稿", "Format of the output; by default that of the ending of -o, else table; xlsx, docx and html are papers" }

    usage_error(message) { "命令有误: {message}", "error: {message}" }
    unknown_argument(argument) { "没有选项 `{argument}`", "there is no option `{argument}`" }
    unknown_command(name) { "没有命令 `{name}`", "there is no command `{name}`" }
    missing_argument(argument) { "缺少 {argument}", "{argument} is missing" }
    missing_command() { "没有写命令", "no command given" }
    missing_value(argument) { "`{argument}` 后面要有值", "`{argument}` needs a value" }
    invalid_value(value, argument) { "`{argument}` 不能是 `{value}`", "`{value}` is not possible for `{argument}`" }
    argument_twice(argument) { "`{argument}` 只能写一次", "`{argument}` can be given once only" }
    argument_conflict(argument, other) { "`{argument}` 不能与 `{other}` 同时使用", "`{argument}` cannot be used with `{other}`" }
    see_help() { "加 --help 查看用法", "--help shows what can be written" }

    notice(text) { "提示: {text}", "note: {text}" }
    no_edition_for_year(sheet, year, pack) { "{sheet} 是 {year} 年度的，没有该年度施行的版本，用了最新的 {pack}", "{sheet} is of {year}; no edition is in force for that year, so the latest was used: {pack}" }
    inputs_missing(pack, missing, given) { "{pack} 要用的补充数据，没有一张表有: {missing}（表上有的: {given}）；名称写错的话，脚本里就当作没有", "no sheet gives the extra figures that {pack} asks for: {missing} (given are: {given}); where a name is misspelt, the scripts see nothing" }
    sheet_without_year(sheet, pack) { "{sheet} 没有写年度，用了最新的 {pack}", "{sheet} states no year, so the latest edition was used: {pack}" }

    no_sheet_in_document(targets) { "没有认出自评表（认出绩效目标表 {targets} 张）", "no self-evaluation sheet was recognised (target tables: {targets})" }
    no_sheet_in_document_help() { "自评表要有“三级指标”“实际完成值”这样的表头；用 `jixiao import` 看认出了什么", "a sheet needs headings such as 三级指标 and 实际完成值; `jixiao import` shows what was recognised" }
    notes_on_document(notes) { "识别时有 {notes} 处作了调整或存疑", "{notes} places were put right or stay uncertain" }
    notes_on_document_help() { "用 `jixiao import` 逐条查看", "`jixiao import` lists them" }
    no_such_path() { "没有这个文件或文件夹", "no such file or folder" }
    no_such_path_help() { "检查路径；文件名含空格时整段加引号", "check the path; put a name with spaces in quotes" }
    no_match() { "没有符合这个通配符的文件", "no file matches this pattern" }
    bad_pattern(detail) { "通配符写法有误: {detail}", "not a valid pattern: {detail}" }
    no_match_help() { "`*` 代表任意文字，`**` 代表任意层文件夹，例如 `2024/**/*.yaml`", "`*` stands for any text and `**` for any folders, such as `2024/**/*.yaml`" }
    no_sheets_in_folder() { "文件夹里没有可以读的文件", "there are no files to read in this folder" }
    no_sheets_in_folder_help() { "文件夹里读 .yaml .yml .json .xlsx .xls .ods .docx .pdf .html .htm .txt；隐藏文件和 whatif 文件夹不读", "from a folder .yaml .yml .json .xlsx .xls .ods .docx .pdf .html .htm and .txt files are read; hidden files and folders named whatif are skipped" }
    left_over(files, wanted, names) { "{files} 个文件里没有{wanted}: {names}", "no {wanted} in {files} of the files: {names}" }
    left_over_many(files, wanted, names) { "{files} 个文件里没有{wanted}: {names} 等", "no {wanted} in {files} of the files: {names} and others" }
    left_over_help() { "不该没有的话，用 `jixiao import 文件` 看认出了什么", "where there should be, `jixiao import FILE` shows what was recognised" }
    sheets_wanted() { "自评表", "self-evaluation sheet" }
    targets_wanted() { "绩效目标表", "target table" }
    forms_wanted() { "自评表或绩效目标表", "self-evaluation sheet or target table" }
    same_forms(forms) { "有的表不止一份，范围、单位、年度、项目相同或文件内容相同，都计入结果: {forms}", "some forms are there more than once, with the same scope, unit, year and project or the same content, and all of them count: {forms}" }
    same_forms_many(forms, groups) { "有的表不止一份（共 {groups} 组），范围、单位、年度、项目相同或文件内容相同，都计入结果: {forms} 等", "some forms are there more than once ({groups} groups), with the same scope, unit, year and project or the same content, and all of them count: {forms} and others" }
    same_forms_help() { "只留一份，或用 --sheet 选定", "keep one of each, or choose with --sheet" }
    cannot_read(error) { "读不了: {error}", "cannot be read: {error}" }
    cannot_read_help() { "检查文件是否存在、有没有读取权限", "check that it exists and that you may read it" }
    changed() { "读的时候文件被改动了", "it changed while it was read" }
    changed_help() { "等文件写完再运行", "run again when it has been written to the end" }
    cannot_write(error) { "写不了: {error}", "cannot be written: {error}" }
    cannot_write_help() { "没有写入任何内容；检查文件夹是否存在、有没有写入权限", "nothing was written; check that the folder exists and that you may write there" }
    cannot_print(error) { "结果没有全部输出: {error}", "the result could not be put out to its end: {error}" }
    cannot_print_help() { "已经输出的不完整，不要使用；用 -o 写入文件，要么完整，要么没有", "what came out is incomplete, do not use it; -o writes a file whole or not at all" }
    output_is_input() { "输出文件就是输入文件", "the output is one of the inputs" }
    output_is_input_help() { "换一个文件名；输入文件不会被改动", "choose another name; inputs are never changed" }
}
