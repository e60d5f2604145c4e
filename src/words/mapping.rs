//! What reading a delimited file by a mapping can say.

words! {
    one_reference() { "这里写 `值` (`value`) 或 `列` (`column`) 之一", "write either `value` (`值`) or `column` (`列`) here" }
    one_reference_help() { "列直接写列名；固定的文字写成 {{值: \"10\"}}", "a column is written as its heading; a fixed text as {{value: \"10\"}}" }
    open_brace() { "花括号没有成对", "a brace without its partner" }
    open_brace_help() { "列名写在 `{{` 和 `}}` 之间；花括号本身写两个: `{{{{`", "a heading stands between `{{` and `}}`; a brace itself is written twice: `{{{{`" }
    text_too_long(limit) { "文字超过 {limit} 个字符", "the text has more than {limit} characters" }

    rows_in_wide() { "宽表没有 `各行` (`rows`)", "a wide table has no `rows` (`各行`)" }
    rows_in_wide_help() { "宽表的指标写在 `指标` (`measures`) 中；一行一个指标的表写 `布局: 长表`", "measures of a wide table stand in `measures`; write `layout: long` for a table with one indicator a row" }
    bad_header(limit) { "表头行是 1 到 {limit} 的整数", "`header` is a whole number from 1 to {limit}" }
    bad_header_help() { "写表头是第几行，不写为第 1 行", "write the number of the row with the headings; 1 unless given" }
    too_many_readings(limit) { "读法超过 {limit} 种", "more than {limit} readings" }
    reading_without_value() { "读法中要有一处、也只能有一处 `{{值}}`", "a reading needs `{{value}}` once and only once" }
    reading_touching() { "读法中的两处花括号之间要有文字", "two holes of a reading need some text between them" }
    reading_braces() { "读法的花括号里只能写 `值` (`value`) 或什么都不写", "a hole of a reading is `{{value}}` or `{{}}`" }
    reading_help() { "例如 `{{值}}分（满分{{}}）`: `{{值}}` 是要读的数，`{{}}` 是任意文字", "such as `{{value}} out of {{}}`: `{{value}}` is what is read, `{{}}` is any text" }
    id_without_column() { "`编号` (`id`) 要是一列", "`id` (`编号`) has to be a column" }
    id_without_column_help() { "写能区分各单位的那一列的列名；要几列合在一起时写 `{{列一}}-{{列二}}`", "write the heading of the column that tells the institutions apart, or `{{one}}-{{other}}` for several" }
    too_many_plans(limit) { "指标超过 {limit} 个", "more than {limit} measures" }
    each_of_nothing() { "`逐项` (`each`) 是空的", "`each` (`逐项`) is empty" }
    each_help() { "写出各项的名称，例如 `逐项: [甲, 乙]`，或者去掉这一行", "name the items, as in `each: [A, B]`, or drop this line" }
    no_column_at_all() { "这个指标没有用到任何一列", "this measure uses no column" }
    no_column_at_all_help() { "至少写 `实际完成值: 列名`", "write at least `actual: HEADING`" }

    no_column(name, files) { "{files} 中没有列 `{name}`", "there is no column `{name}` in {files}" }
    no_column_nearest(name) { "是不是想写 `{name}`？固定的文字写成 {{值: …}}", "did you mean `{name}`? a fixed text is written as {{value: …}}" }
    no_column_help(list) { "有这些列: {list}；固定的文字写成 {{值: …}}", "there are the columns {list}; a fixed text is written as {{value: …}}" }
    heading_twice(name, file, first, second) { "{file} 的 {first} 列和 {second} 列都叫 `{name}`", "columns {first} and {second} of {file} are both called `{name}`" }
    heading_twice_help() { "改掉其中一个列名", "rename one of them" }
    unused_columns(count, list) { "有 {count} 列没有用到: {list}", "columns that are not used: {count} ({list})" }
    unseen_measure(name) { "没有一行的指标是 `{name}`", "no row has the indicator `{name}`" }
    unseen_measure_help() { "与表中的指标名称逐字核对", "compare it letter by letter with the names in the table" }

    no_institution() { "表里没有一个单位的数据", "the table holds no institution" }
    no_institution_help() { "表头下面至少要有一行", "below the headings there has to be at least one row" }
    without_measures(count, list) { "有 {count} 个单位在各文件中没有任何指标，没有自评表: {list}", "institutions without any measure in any file, and so without a sheet: {count} ({list})" }

    no_table(kind) { "这不是 CSV 文件，看起来是{kind}", "not a CSV file: it looks like {kind}" }
    no_table_help() { "另存为 CSV (UTF-8) 再试", "save it as CSV (UTF-8) and try again" }
    no_header(row) { "没有第 {row} 行，找不到表头", "there is no row {row}, so there are no headings" }
    no_header_help() { "检查 `表头行` (`header`)", "check `header` (`表头行`)" }
    open_quote() { "引号没有结束", "a quote that is never closed" }
    open_quote_help() { "以引号开头的一格要以引号结束；格内的引号写两个", "a field that begins with a quote ends with one; a quote inside is written twice" }
    behind_quote() { "结束的引号后面还有文字", "there is text behind a closing quote" }
    behind_quote_help() { "格内的引号写两个，或者去掉整格外面的引号", "write a quote inside a field twice, or drop the quotes around it" }
    too_many_columns(limit) { "超过 {limit} 列", "more than {limit} columns" }
    too_many_lines(limit) { "文件超过 {limit} 行", "the file has more than {limit} lines" }
    too_many_measures(limit) { "各单位的指标合计超过 {limit} 个", "the institutions have more than {limit} measures together" }
    split_table() { "把单位分成几批，每批一个文件，分几次运行", "divide the institutions among several files and run them one after the other" }
    field_too_long(limit) { "一格超过 {limit} 字节", "a field has more than {limit} bytes" }
    ragged(found, columns) { "这一行有 {found} 格，表头有 {columns} 列", "this row has {found} cells, the heading {columns}" }
    ragged_help() { "补上缺的分隔符；含有分隔符的文字整格加引号", "add what is missing; put a text with a separator in it in quotes" }
    no_id() { "这一行没有编号", "this row has no id" }
    no_id_help() { "补上编号，或者删去这一行", "fill it in, or delete the row" }
    id_twice(id, first, second) { "`{id}` 在第 {first} 行和第 {second} 行各有一次", "`{id}` stands in line {first} and in line {second}" }
    id_twice_help() { "宽表一个单位一行；删去重复的一行，或者换一列作编号", "a wide table has one row an institution: delete one of them, or choose another column as id" }
    measure_twice(name, id, place) { "`{id}` 的指标“{name}”在 {place} 已经有了", "`{id}` has the indicator `{name}` in {place} already" }
    measure_twice_help() { "同一个单位的同一个指标只能出自一个文件", "a measure of an institution can come from one file only" }
    conflict(what, id, new, old, place) { "`{id}` 的{what}这里是 {new}，{place} 是 {old}", "{what} of `{id}` is {new} here and {old} in {place}" }
    conflict_help() { "改成一致，或者只留一处", "make them the same, or leave it in one place only" }
}
