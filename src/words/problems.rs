//! What is wrong with an input, and what to do about it.

words! {
    help(text) { "帮助: {text}", "help: {text}" }

    empty_file() { "文件是空的", "the file is empty" }
    empty_file_help() { "写法见 docs/sheet.md", "docs/sheet.md shows how to write a sheet" }
    binary_file(kind) { "这不是文本文件，看起来是{kind}，暂不支持", "not a text file: it looks like {kind}, which is not supported yet" }
    binary_file_help() { "请把内容写成 YAML", "write its content as YAML" }
    looks_like_xlsx() { " Excel 工作簿 (xlsx)", "an Excel workbook (xlsx)" }
    looks_like_docx() { " Word 文档 (docx)", "a Word document (docx)" }
    looks_like_pdf() { " PDF 文件", "a PDF" }
    looks_like_old_office() { "旧版 Office 文件 (xls, doc)", "an old Office file (xls, doc)" }
    looks_like_zip() { "压缩包 (zip)", "an archive (zip)" }
    looks_like_other() { "二进制文件", "binary data" }
    undecodable() { "认不出文字编码: 不是 UTF-8、UTF-16，也不是 GB18030", "unknown text encoding: neither UTF-8 nor UTF-16 nor GB18030" }
    read_as_gb18030() { "文件不是 UTF-8，已按 GB18030 (GBK) 读取", "the file is not UTF-8 and was read as GB18030 (GBK)" }
    record_not_utf8() { "这一行不是 UTF-8", "this line is not UTF-8" }
    save_as_utf8() { "请另存为 UTF-8", "save it as UTF-8" }
    too_large(limit) { "文件超过 {limit} MiB", "the file is larger than {limit} MiB" }
    too_many_nodes(limit) { "文件中的值超过 {limit} 个", "the file has more than {limit} values" }
    empty_list() { "列表是空的", "the list is empty" }
    split_file() { "请拆成几个文件", "split it into several files" }

    syntax_tab() { "缩进用了制表符", "a tab is used to indent" }
    syntax_tab_help() { "YAML 只能用空格缩进", "YAML is indented with spaces only" }
    syntax_quote() { "引号没有配对", "a quotation mark has no partner" }
    syntax_quote_help() { "补上另一个引号，或者去掉引号", "add the other quotation mark or remove this one" }
    syntax_bracket() { "括号没有配对", "a bracket has no partner" }
    syntax_bracket_help() { "补上 `]` 或 `}}`；文字本身以括号开头时，整段加引号", "add `]` or `}}`; put a text that begins with a bracket in quotes" }
    syntax_indentation() { "缩进没有对齐", "the line does not align with the lines above" }
    syntax_indentation_help() { "同一级的键和 `-` 要从同一列开始", "keys and `-` of one level begin in the same column" }
    syntax_colon() { "这里不能有 `键: 值`", "no `key: value` can stand here" }
    syntax_colon_help() { "文字中有半角冒号加空格时，整段加引号；上一级的键后面要换行", "put a text that contains `: ` in quotes; a key with keys below it ends its line" }
    syntax_no_colon() { "这一行缺少冒号", "this line has no colon" }
    syntax_no_colon_help() { "写成 `键: 值`，冒号用半角，后有空格", "write `key: value` with a plain colon and a space behind it" }
    wide_colon() { "键后面的冒号是全角的", "the colon behind the key is a full-width one" }
    wide_colon_help() { "改成半角 `:`，后面留一个空格", "write a plain `:` and a space behind it" }
    syntax_reserved() { "文字以 YAML 的保留符号开头", "the text begins with a character that YAML reserves" }
    syntax_reserved_help() { "整段加引号，例如 `\">=90%\"`", "put it in quotes, for example `\">=90%\"`" }
    syntax_json(detail) { "JSON 写法有误: {detail}", "not valid JSON: {detail}" }
    syntax_other(detail) { "YAML 写法有误: {detail}", "not valid YAML: {detail}" }
    too_deep(limit) { "嵌套超过 {limit} 层", "nested deeper than {limit} levels" }
    too_deep_help() { "自评表用不到这么多层，请检查括号和缩进", "no sheet needs that many levels: check brackets and indentation" }
    alias() { "不能使用锚点和引用 (`&`, `*`)", "anchors and aliases (`&`, `*`) are not read" }
    alias_help() { "把内容直接写出来；文字本身以 `&` 或 `*` 开头时，整段加引号", "write the content out; put a text that begins with `&` or `*` in quotes" }
    tag() { "不能使用类型标签 (`!`)", "type tags (`!`) are not read" }
    tag_help() { "去掉标签；文字本身以 `!` 开头时，整段加引号", "remove the tag; put a text that begins with `!` in quotes" }
    second_document() { "一个文件中只能有一份文档，这里开始了第二份", "a second document begins here; a file holds one" }
    second_document_help() { "几张自评表写在 `自评表:` 列表中，或者分成几个文件", "put several sheets into a `sheets:` list or into several files" }

    duplicate_key(key, line) { "键 `{key}` 重复，文件第 {line} 行已经写过", "duplicate key `{key}`, first used in line {line}" }
    both_spellings(key, first, line) { "`{key}` 与文件第 {line} 行的 `{first}` 是同一个键", "`{key}` is the same key as `{first}` in line {line}" }
    keep_one_key() { "只保留一个", "keep one of them" }
    key_not_text() { "键必须是文字", "a key must be a text" }
    blank_key() { "键是空的", "the key is empty" }
    key_not_text_help() { "写成 `键: 值`；文字本身以括号开头时，整段加引号", "write `key: value`; put a text that begins with a bracket in quotes" }
    unknown_key(key) { "不认识的键 `{key}`", "unknown key `{key}`" }
    did_you_mean(key) { "是不是想写 `{key}`？", "did you mean `{key}`?" }
    known_keys(keys) { "这里可以写 {keys}", "keys that can stand here: {keys}" }
    missing_key(key) { "缺少键 `{key}", "missing key `{key}" }
    missing_key_help(key) { "加上 `{key}:`，没有内容时冒号后留空", "add `{key}:`, with nothing behind it if there is nothing to say" }
    wrong_shape(expected, found) { "这里应当是{expected}，却是{found}", "expected {expected}, found {found}" }
    shape_text() { "文字或数字", "a text or number" }
    shape_list() { "列表", "a list" }
    shape_map() { "键值对", "`key: value` pairs" }
    shape_text_or_list() { "文字或文字的列表", "a text or a list of texts" }
    shape_list_or_map() { "指标的列表或下一级的名称", "a list of indicators or `label:` of the next level" }
    shape_nothing() { "空白", "nothing" }
    shape_list_help() { "列表的每一项单独一行，以 `- ` 开头", "every item of a list begins with `- ` on a line of its own" }
    shape_map_help() { "每行写一个 `键: 值`，冒号用半角，后有空格，行首没有 `- `", "write `key: value` on each line, a space behind the colon and no `- ` in front" }

    not_allowed(text) { "不能写 `{text}`", "`{text}` is not allowed here" }
    allowed(list) { "可以写 {list}", "allowed: {list}" }
    bad_year(text) { "`{text}` 不是年份", "`{text}` is not a year" }
    bad_year_help() { "写成四位数字，例如 2024", "write four digits, such as 2024" }
    bad_ratio(text) { "`{text}` 不是 0 到 100% 之间的比例", "`{text}` is not a ratio between 0 and 100%" }
    bad_ratio_help() { "写成 80% 或 0.8", "write 80% or 0.8" }
    no_indicators() { "没有任何指标", "there is no indicator" }
    empty_level(label) { "`{label}` 下面没有指标", "there is no indicator below `{label}`" }
    no_indicators_help() { "每个三级指标写一项: `- {{指标名称: …, 指标值: …, 实际完成值: …, 得分: …}}`", "write an item for every indicator: `- {{name: …, target: …, actual: …, points: …}}`" }
    too_many_levels(limit) { "指标上面的级别超过 {limit} 级", "more than {limit} levels above an indicator" }
    blank_name() { "名称是空的", "the name is empty" }
    measures_and_target(key) { "`{key}` 不能与 `指标项` (`measures`) 并列", "`{key}` cannot stand beside `measures` (`指标项`)" }
    measures_and_target_help() { "写进 `指标项` 的各项中，或者去掉 `指标项`", "move it into the items of `measures`, or drop `measures`" }
    no_measures() { "`指标项` (`measures`) 是空的", "`measures` (`指标项`) is empty" }
    no_measures_help() { "至少写一项 `- {{指标值: …, 实际完成值: …, 得分: …}}`", "write at least one `- {{target: …, actual: …, points: …}}`" }
    more_problems() { "问题太多，其余没有列出", "there are more problems than are listed" }
}
