//! What the reading of a cell can say about itself.

words! {
    value_too_many_digits() { "数字位数过多，无法精确计算", "too many digits to calculate exactly" }
    value_not_a_number() { "像数字但不是有效的数字", "looks like a number but is not one" }
    value_range_backwards() { "区间的下限大于上限", "the lower end of the range lies above the upper end" }
    value_no_such_date() { "日历上没有这个日期", "no calendar has this date" }
    value_too_long(limit) { "内容超过 {limit} 个字，不作为指标值读取", "longer than {limit} characters, not read as a value" }

    doubt_operator_may_be_digit() { "开头的 2 可能是被误识别的“≥”", "the leading 2 may be a misread ≥" }
    doubt_operator_may_be_letter() { "开头的 W 可能是被误识别的“≤”", "the leading W may be a misread ≤" }
    doubt_tick_box() { "无法确定勾选的是哪一项", "it is not certain which box is ticked" }
    doubt_words_around_number() { "数字前后的文字可能改变其含义", "the words beside the number may change its meaning" }
    doubt_numbers_in_words() { "文字中含有数字，但未能读成数值", "the text contains figures that were not read as a value" }

    operator_at_least() { "不少于", "at least" }
    operator_more_than() { "大于", "more than" }
    operator_at_most() { "不超过", "at most" }
    operator_less_than() { "小于", "less than" }
    operator_equal() { "等于", "exactly" }
}
