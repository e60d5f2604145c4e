//! Derivations: the words between the numbers.

use super::Lang;
use crate::number::{Fraction, RoundingMode};
use crate::rules::facts::Note;
use crate::score::{DirectionSource, What, show, show_percent};
use crate::sheet::Direction;

words! {
    rule(name, title) { "规则 {name} {title}", "rule {name} {title}" }
    row_heading(number, name, levels) { "第 {number} 条指标 {name}（{levels}）", "row {number} {name} ({levels})" }
    row_heading_alone(number, name) { "第 {number} 条指标 {name}", "row {number} {name}" }
    row_line(number, name, points, arithmetic) { "{number}. {name}: {points}　{arithmetic}", "{number}. {name}: {points}   {arithmetic}" }
    node(name, value, reported) { "{name} {value}{reported}", "{name} {value}{reported}" }
    reported(text) { "（填报 {text}）", " (reported {text})" }
    place(place) { "见 {place}", "at {place}" }
    unscored(why) { "未评分：{why}", "not scored: {why}" }
    nothing() { "没有", "none" }
    under(key) { "依据〔{key}〕", "under [{key}]" }
    clauses() { "依据", "clauses" }
    footnote(key, source, clause, says, unverified) { "〔{key}〕{source}，{clause}：{says}{unverified}", "[{key}] {source}, {clause}: {says}{unverified}" }
    unverified() { "（未与原文核对）", " (not checked against the issuing text)" }
    dropped() { "按规则剔除", "left out by the rule" }

    because(share, comparison) { "{share}（{comparison}）", "{share} ({comparison})" }
    compared_met(comparison) { "{comparison} → 达到", "{comparison} → reached" }
    compared_unmet(comparison) { "{comparison} → 没有达到", "{comparison} → not reached" }
    compared_strictly(comparison, sign) { "{comparison}，目标是严格的“{sign}”，不含等于 → 没有达到", "{comparison}, the target is a strict {sign} → not reached" }
    not_later(actual, target) { "{actual} 不晚于 {target}", "{actual} is not later than {target}" }
    later(actual, target) { "{actual} 晚于 {target}", "{actual} is later than {target}" }
    against(actual, target) { "实际 {actual}，目标 {target}", "actual {actual}, target {target}" }
    same_words(text) { "与目标同为 {text} → 达到", "both say {text} → reached" }
    method(name, said) { "方法“{name}”：{said}", "method `{name}`: {said}" }
    method_alone(name) { "方法“{name}”", "method `{name}`" }
    note_capped(from, to) { "{from} 封顶 {to}", "{from} capped at {to}" }
    note_step(from, to, step) { "{from} → {step} → {to}", "{from} → {step} → {to}" }
    note_figure(words, figure) { "{words} {figure}", "{words} {figure}" }
    adjusted(before, after) { "调整：{before} → {after}", "adjusted: {before} → {after}" }
    adjusted_because(before, after, said) { "调整：{before} → {after}（{said}）", "adjusted: {before} → {after} ({said})" }
    group_of(earned, possible, rows) { "计分 {rows} 行：得分合计 {earned}，分值合计 {possible}", "rows that count: {rows}; points earned {earned}, possible {possible}" }
    group_left_out(count) { "，另有 {count} 项不计", "; left out: {count}" }
    what_input(name) { "补充数据“{name}”", "extra figure `{name}`" }
    what_group(label) { "分组“{label}”得分", "points of group `{label}`" }
    awarded(points) { "人工评定 {points} 分", "{points}, awarded by a person" }
    awarded_at(place) { "评定见 {place}", "awarded at {place}" }
    by_rule_alone(arithmetic) { "按规则: {arithmetic}", "the rule alone: {arithmetic}" }
    in_place_of(text, place) { "代替原来的 {text}（{place}）", "in place of {text} ({place})" }
    in_place_of_own(text) { "代替原来的 {text}", "in place of {text}" }
    in_place_of_nothing() { "原来没有填写", "nothing stood there" }
    scenario(names) { "情景: {names}", "what if: {names}" }
    change(change, place) { "{change}（{place}）", "{change} ({place})" }
    mark_of_pack() { "规则包给的分值", "the rule pack's own mark" }
    groups_added(groups) { "{groups} 个分组得分相加", "the points of {groups} groups added" }
    rows_added(rows) { "{rows} 行得分相加", "the points of {rows} rows added" }
    capped_quotient(dividend, divisor, from, to) { "({dividend} ÷ {divisor} {from}，封顶 {to})", "({dividend} ÷ {divisor} {from}, capped at {to})" }
    points_by_script(points) { "规则脚本直接给出 {points}", "{points}, given by the rule's script" }
    rounded(product, mode, places, rounded) { "{product} → {mode} {places} 位 → {rounded}", "{product} → {mode}, {places} places → {rounded}" }
    half_up() { "四舍五入", "rounded half up" }
    half_even() { "四舍六入五成双", "rounded half to even" }
    truncate() { "截尾", "cut off" }
    scaled_level(level, weight, sum) { "规则给“{level}”{weight} 分，表上这一级合计 {sum} 分：× {weight} ÷ {sum}", "the rule gives `{level}` {weight} points, the sheet's marks there add up to {sum}: × {weight} ÷ {sum}" }
    scaled_part(weight, declared) { "规则给全部指标 {weight} 分，表头写 {declared} 分：× {weight} ÷ {declared}", "the rule gives all indicators {weight} points, the sheet's heading {declared}: × {weight} ÷ {declared}" }
    rescaled(dropped) { "剔除不适用指标 {dropped} 分后折算为满分", "rescaled to the full total after leaving out {dropped} points that do not apply" }

    shared(measures) { "分值只印了一次，{measures} 行平分", "printed once, shared evenly by {measures} rows" }
    shared_evenly(measures) { "，由本指标 {measures} 行平分", ", shared evenly by the indicator's {measures} rows" }
    neighbours(label, count, mark) { "“{label}”下 {count} 个指标的分值是 {mark}", "indicators under `{label}` that carry {mark}: {count}" }
    shortest() { "取其中最短的小数", "the shortest decimal in between" }
    worse_end(number) { "区间，按较差的一端 {number} 计算", "a range, counted by its worse end {number}" }
    inferred_met() { "推定：表上没有印分值；本行达成，填报的得分就是分值", "inferred: the sheet prints no full mark; this row is met, so its points are the mark" }
    inferred_between(low, high, decided) { "推定：表上没有印分值；填报得分 ÷ 完成率在 {low} 与 {high} 之间，{decided}", "inferred: the sheet prints no full mark; points ÷ completion lies between {low} and {high}; {decided}" }
    inferred_like_measures() { "推定：与本指标其他各行相同", "inferred: like the other rows of this indicator" }
    inferred_like_neighbours(neighbours, shared) { "推定：本行得分看不出分值；{neighbours}{shared}，补上后合计正好闭合", "inferred: the row's own points do not show it; {neighbours}{shared}; with it the sum closes exactly" }
    inferred_remainder(declared, shown, shared) { "推定：指标共 {declared} 分，其余各行合计 {shown}，差额就是本指标的分值{shared}", "inferred: all indicators count {declared}, the other rows add up to {shown}, the rest is this indicator's mark{shared}" }
    closes(levels, declared) { "推定分值合计：{levels} = {declared}，闭合", "inferred full marks: {levels} = {declared}, which closes" }
    does_not_close(levels, declared, open) { "推定分值合计：{levels}，应为 {declared}，不闭合（{open} 行仍不能推定）", "inferred full marks: {levels}, should be {declared}, which does not close ({open} rows stay open)" }

    at_least() { "正向（≥）", "at least (≥)" }
    at_most() { "反向（≤）", "at most (≤)" }
    exactly() { "等于（=）", "exactly (=)" }
    by_column(direction) { "{direction}：表上“指标性质”写明", "{direction}: stated in the sheet's column" }
    by_operator(direction) { "{direction}：指标值写明", "{direction}: stated in the target" }
    by_word(direction, word) { "{direction}：没有写明，按名称中的“{word}”推定", "{direction}: not stated, assumed from `{word}` in the name" }
    by_default(direction) { "{direction}：没有写明，按越多越好推定", "{direction}: not stated, assumed that more is better" }
    by_kind(direction) { "{direction}：由指标值的写法决定", "{direction}: decided by the way the target is written" }

    what_grade() { "等级", "grade" }
    what_total() { "总分", "total" }
    what_execution() { "预算执行得分", "execution points" }
    what_budget() { "预算数 A", "budget A" }
    what_executed() { "执行数 B", "executed B" }
    what_indicators() { "指标得分合计", "points of all indicators" }
    what_row() { "得分", "points" }
    what_full_mark() { "分值", "full mark" }
    what_sheet_mark() { "表上的分值", "the sheet's own mark" }
    what_completion() { "完成率", "completion" }
    what_target() { "指标值", "target" }
    what_actual() { "实际完成值", "actual" }
    what_rescale() { "折算系数", "rescaling factor" }
}

/// The name of a number in a derivation.
pub fn what(what: What<'_>, lang: Lang) -> String {
    match what {
        What::Group(label) => what_group(lang, label),
        What::Input(name) => what_input(lang, name),
        What::Grade => what_grade(lang),
        What::Total => what_total(lang),
        What::Execution => what_execution(lang),
        What::Budget => what_budget(lang),
        What::Executed => what_executed(lang),
        What::Indicators => what_indicators(lang),
        What::Row(_) => what_row(lang),
        What::FullMark => what_full_mark(lang),
        What::SheetMark => what_sheet_mark(lang),
        What::Completion => what_completion(lang),
        What::Target => what_target(lang),
        What::Actual => what_actual(lang),
        What::Rescale => what_rescale(lang),
    }
}

/// The name of a direction.
pub fn direction(direction: Direction, lang: Lang) -> String {
    match direction {
        Direction::AtLeast => at_least(lang),
        Direction::AtMost => at_most(lang),
        Direction::Equal => exactly(lang),
    }
}

/// A direction and what decided it.
pub fn direction_source(direction: String, source: &DirectionSource, lang: Lang) -> String {
    match source {
        DirectionSource::Column => by_column(lang, direction),
        DirectionSource::Operator => by_operator(lang, direction),
        DirectionSource::Word(word) => by_word(lang, direction, word),
        DirectionSource::Default => by_default(lang, direction),
        DirectionSource::Kind => by_kind(lang, direction),
    }
}

/// A step a script reported; a quotient with its figures as the caller writes them.
pub fn note(note: &Note, figure: impl Fn(Fraction) -> String, lang: Lang) -> String {
    match note {
        Note::Quotient { dividend, divisor } => {
            format!("{} ÷ {}", figure(*dividend), figure(*divisor))
        }
        Note::Capped { from, to } => note_capped(lang, show_percent(*from), show_percent(*to)),
        Note::Rounded { from, to, step } => note_step(lang, show(*from), show(*to), step),
        Note::Said(words) => words.clone(),
        Note::Figure(words, value) => note_figure(lang, words, figure(*value)),
    }
}

/// What stands between two steps.
pub fn separator(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}

/// The name of a rounding mode.
pub fn rounding_mode(mode: RoundingMode, lang: Lang) -> String {
    match mode {
        RoundingMode::HalfUp => half_up(lang),
        RoundingMode::HalfEven => half_even(lang),
        RoundingMode::Truncate => truncate(lang),
    }
}
