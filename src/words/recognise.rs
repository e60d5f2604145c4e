//! What recognising a document can say: what was found, repaired, and left in doubt.

words! {
    row_shifted(name) { "这一行错列，已按内容归位: {name}", "this row stood beside its columns and was put right by its contents: {name}" }
    columns_moved(rows) { "从这里起各列与表头不对齐，{rows} 行已按内容归位", "from here the columns do not stand below their headings: {rows} rows were placed by their contents" }
    table_joined() { "续表，已与前面的部分合并", "this continues the table before it and was joined to it" }
    label_adrift(level1, level2) { "“{level2}”通常不在“{level1}”之下，按原样保留，请核对", "`{level2}` does not usually stand under `{level1}`: kept as printed, please check" }
    label_repeated(label) { "同一行中“{label}”出现两次，只取一次", "`{label}` stands twice in one row and was taken once" }
    remark_joined(text) { "单独成行的说明已并入上一行的值: {text}", "a remark in a row of its own was joined to the value above: {text}" }
    name_from_label(name) { "指标名称写在二级指标一栏: {name}", "the indicator's name stood in the column of labels: {name}" }
    nameless() { "这一行有数值，没有指标名称", "this row has values but no name" }
    valueless(name) { "指标没有数值: {name}", "the indicator has no value: {name}" }
    cell_left_out(text) { "这一格不属于任何一栏，没有读取: {text}", "this cell fits no column and was not read: {text}" }
    row_not_read(text) { "看不懂这一行，没有读取: {text}", "this row was not understood and not read: {text}" }
    year_assumed(year) { "表中没有年度，按文件其他地方取 {year} 年", "the table names no year: {year} was taken from elsewhere in the document" }
    year_unknown() { "不知道是哪一年的表，前年、上年的数值没有读取", "the year of the table is unknown: values of earlier years were not read" }
    no_rows() { "有表头，没有读到指标", "there is a heading but no indicator below it" }
    no_separators(rows) { "表格没有分隔符，{rows} 行按内容分栏，请逐行核对", "the table lost its separators: {rows} rows were divided by their contents, please check each" }
    doubtful(name) { "分栏没有把握，请核对: {name}", "the columns of this row are uncertain, please check: {name}" }
}
