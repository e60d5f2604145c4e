//! 底稿 as a web page: headings, columns and what pictures say to those who do not see them.

words! {
    contents() { "目录", "Contents" }
    conclusion() { "结论", "Conclusion" }
    unit() { "单位", "unit" }
    project() { "项目", "project" }
    year() { "年度", "year" }
    rules() { "规则", "rules" }
    engine() { "程序", "program" }
    input_sum() { "自评表校验值（SHA-256）", "checksum of the input (SHA-256)" }
    pack_sum() { "规则包校验值（SHA-256）", "checksum of the rule pack (SHA-256)" }
    checks() { "检查项", "checks" }
    all_checks(count) { "全部 {count} 项", "all {count}" }

    own_points() { "自评得分", "reported points" }
    computed_points() { "重算得分", "recomputed points" }
    own_total() { "自评总分", "reported total" }
    computed_total() { "重算总分", "recomputed total" }
    difference() { "差额", "diff" }
    step() { "步骤", "step" }
    reached() { "累计", "so far" }
    dropped() { "剔除", "left out" }
    no_level() { "没有写明层级", "no level given" }

    parts() { "各部分得分", "Points of the parts" }
    reconciliation() { "勾稽", "Reconciliation" }
    across() { "表间", "Across sheets" }
    rows() { "逐行得分", "Points of the rows" }
    derivation_of(what) { "推导：{what}", "derivation: {what}" }
    clauses() { "依据的条款", "Clauses it rests on" }
    findings() { "问题清单", "Findings" }
    accepted() { "已接受的问题", "Accepted findings" }
    contributions() { "差额从哪里来", "Where the difference comes from" }
    matrix() { "情景一览", "Scenarios" }
    to_contents() { "回到目录", "back to the contents" }
    scroll(what) { "{what}，表宽时可以左右移动", "{what}; a wide table can be moved sideways" }

    legend_computed() { "重算得分", "recomputed" }
    legend_reported() { "自评得分", "reported" }
    legend_mark() { "分值", "full mark" }
    legend_total() { "总分", "total" }
    legend_less() { "减少", "less" }
    legend_more() { "增加", "more" }
    of_mark(computed, mark) { "{computed} / {mark}", "{computed} / {mark}" }
    of_mark_reported(computed, mark, reported) { "{computed} / {mark}，自评 {reported}", "{computed} / {mark}, reported {reported}" }
    steps_waterfall(from, to, steps) { "瀑布图：从 {from} 到 {to}，共 {steps} 步；数字见表。", "Waterfall from {from} to {to} in {steps} steps; the table has the figures." }
    points_chart(rows) { "条形图：{rows} 行的重算得分、自评得分和分值；数字见表。", "Bars: recomputed points, reported points and full marks of {rows} rows; the table has the figures." }
    first_bars(shown, all) { "图中是前 {shown} 行，共 {all} 行，全部见表。", "The picture has the first {shown} of {all} rows; the table has all." }
    other_steps(count) { "其余 {count} 步合计", "{count} other steps together" }
    axis_from(from) { "横轴从 {from} 起。", "The axis begins at {from}." }
    sheet_alone(id, about) { "{id} {about}", "{id} {about}" }
}
