//! What was taken for the same although it is not written the same.

words! {
    row(sheet, row, name) { "{sheet} 第 {row} 条指标“{name}”", "{sheet} row {row}, {name}" }
    row_in_line(sheet, row, name, line) { "{sheet} 第 {row} 条指标“{name}”（{line}）", "{sheet} row {row}, {name}, {line}" }
    told_apart(name) { "“{name}”不止一行，按归类、单位或指标值对应", "{name} stands in several rows, told apart by heading, unit or target" }
    normal(a, b) { "“{a}”和“{b}”写法不同，当作同一个名称", "{a} and {b} are taken for one name in two spellings" }
    alike(a, b, common, pieces, shown) { "“{a}”和“{b}”只是名称相近（2×{common}/{pieces}，共有：{shown}）", "{a} and {b} are only alike (2 × {common}/{pieces}, in common: {shown})" }
    units(a, b) { "单位名称“{a}”和“{b}”写法不同，当作同一个单位", "the units {a} and {b} are taken for one in two spellings" }
}
