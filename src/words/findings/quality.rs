//! C40–C49: how targets and indicators are set.

words! {
    c40_title() { "指标值可能定低", "targets perhaps set low" }
    c40(judged, beyond, limit, rows) { "能衡量的 {judged} 行中有 {beyond} 行远好于指标值（{limit} 及以上；反向指标按低于上限的幅度折算）：{rows}", "{beyond} of {judged} measurable rows are far better than their targets ({limit} or more; for at-most targets 100 % plus what they stay below): {rows}" }
    c40_row(name, target, actual, reached) { "{name}（{target} → {actual}，{reached}）", "{name} ({target} → {actual}, {reached})" }
    c40_help() { "核对指标值是怎么定的；下一年度按实际水平定", "check how the targets were set; set next year's by what is actually reached" }

    c42_title() { "实际值与指标值一字不差", "actuals equal targets to the digit" }
    c42_hits(count, rows) { "{count} 行实际完成值与指标值一字不差：{rows}", "{count} rows reach their target to the digit: {rows}" }
    c42_words(level, word, rows) { "{level}的 {rows} 行文字指标全是“{word}/{word}”，全得满分", "all {rows} rows in words under {level} are “{word}/{word}” with full marks" }
    c42_help() { "附上实际完成值的来源；文字指标改成能衡量的", "give the source of the actuals; turn words into something measurable" }

    c46_title() { "指标归类不当", "an indicator under the wrong heading" }
    c46_quantity(name, ending, label) { "{name}: 名称以“{ending}”结尾，是数量，却列在{label}下；可能是印刷错行", "{name}: the name ends in “{ending}”, a count, but it stands under {label}; the print may have slipped a row" }
    c46_label(label, under, usual, row) { "{label}列在{under}下（从第 {row} 条指标起），通常归在{usual}；可能是印刷错行", "{label} stands under {under} (from row {row}); it usually belongs to {usual}; the print may have slipped a row" }
    c46_label_help() { "对照原表核对指标的归类", "check the heading against the original form" }
    c46_execution(name) { "{name}: 预算执行已单独计分，又作为指标，钱被算了两次", "{name}: budget execution has points of its own; as an indicator the money is scored twice" }
    c46_execution_help() { "换成说明做成了什么的指标", "replace it by an indicator of what was achieved" }

    c47_title() { "同一指标重复出现", "the same indicator twice" }
    c47(name, rows, target) { "{name}: 第 {rows} 条指标是同一个指标，归类和指标值（{target}）相同，得分算了不止一次", "{name}: rows {rows} are the same indicator with the same heading and target ({target}), scored more than once" }
    c47_other(name, rows) { "{name}: 第 {rows} 条指标名称相同，归类或指标值不同", "{name}: rows {rows} carry the same name under other headings or targets" }
    c47_help() { "合并，或用名称分清", "merge them, or tell them apart by name" }

    c48_title() { "分值过于集中在一行", "one row carries too much weight" }
    c48(name, mark, sum, share, limit) { "{name}: 一行占 {mark}/{sum} = {share}（达到 {limit} 即提示）", "{name}: this row alone carries {mark}/{sum} = {share} (mentioned from {limit})" }
    c48_help() { "把分值分给更多的指标", "spread the weight over more indicators" }

    c49_title() { "符号写错", "mistakes in signs" }
    c49(name, what) { "{name}: {what}", "{name}: {what}" }
    c49_percent(text) { "“{text}”：百分比写成了文字，应写 %", "“{text}”: the percentage is written as a word, % is meant" }
    c49_two(text, signs) { "“{text}”里有两个比较符号（{signs}），不知道以哪个为准", "“{text}” has two comparisons ({signs}); which one counts is open" }
    c49_opposite(text) { "“{text}”前后两个比较方向相反", "“{text}” compares in opposite directions before and behind the number" }
    c49_word(text) { "“{text}”：文字没有大小，不能用比较符号", "“{text}”: a word cannot be compared with a sign" }
    c49_scan(text, sign) { "“{text}”：可能是扫描把 {sign} 认错了", "“{text}”: a scanner may have misread {sign}" }
    c49_help() { "对照原表，把指标值写成“≥90%”这样的形式", "check the original and write the target like ≥90%" }
}
