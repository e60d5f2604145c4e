//! 权重扰动: weights drawn at random.

words! {
    help_vary() { "权重扰动：各权重在 ±X% 内随机变动（例如 25%），合计不变，看总分和等级稳不稳", "Draw every weight at random within ±X% of itself (such as 25%), their sum kept, and see how total and grade hold" }
    help_draws(default, most) { "抽多少次（1 到 {most}），默认 {default}", "How many draws, 1 to {most}; default {default}" }
    help_seed(default) { "随机数的种子，种子相同结果就相同，默认 {default}", "Seed of the random numbers: the same seed gives the same result; default {default}" }
    bad_share(text) { "--vary 不能是 `{text}`", "--vary cannot be `{text}`" }
    bad_share_help() { "写大于 0、不超过 100% 的比例，例如 25%", "write a share above 0 and not above 100%, such as 25%" }
    bad_draws(draws) { "--draws 不能是 {draws}", "--draws cannot be {draws}" }
    bad_draws_help(most) { "写 1 到 {most} 的整数", "write a whole number from 1 to {most}" }
    no_total(why) { "没有总分，不能做权重扰动: {why}", "there is no total, so no weights are varied: {why}" }
    no_weights() { "没有两个可以变动的权重（分值不是表上的，规则包也没有分层级）", "there are no two weights that could vary: the full marks are not the sheet's, and the pack weighs no levels" }

    of_levels(by, sum) { "预算执行和各层级的权重各在 ±{by} 内变动，再按比例折回合计 {sum}", "the weights of execution and levels within ±{by}, brought back to {sum} together in proportion" }
    of_rows(by, sum) { "预算执行和各行的分值各在 ±{by} 内变动，再按比例折回合计 {sum}", "the weight of execution and the full mark of every row within ±{by}, brought back to {sum} together in proportion" }
    drawn(draws, seed) { "抽 {draws} 次，种子 {seed}；权重精确到百万分之一分", "{draws} draws, seed {seed}; weights to a millionth of a point" }
    says(of, drawn) { "{of}；{drawn}", "{of}; {drawn}" }
    draws() { "次数", "draws" }
    share() { "占比", "share" }
    no_grade() { "无等级", "no grade" }
    without_total() { "无总分", "no total" }
    robust(grade) { "等级稳定：每次都是{grade}", "the grade is robust: {grade} in every draw" }
    not_robust(draws, all) { "等级不稳定：{all} 次中有 {draws} 次换了等级", "the grade is not robust: it is another in {draws} of {all} draws" }
    total_of() { "总分", "total" }
    least() { "最低", "least" }
    low() { "2.5%", "2.5%" }
    median() { "中位", "median" }
    high() { "97.5%", "97.5%" }
    most() { "最高", "most" }
    weight() { "权重", "weight" }
    points() { "分值", "points" }
    at_least(by) { "−{by}", "−{by}" }
    at_most(by) { "+{by}", "+{by}" }
    swing() { "幅度", "swing" }
    alone() { "单独变动一个权重（其余按比例让出），对总分影响最大的在前", "each weight alone, the others making room in proportion; those that move the total most first" }
    and_more(more) { "另有 {more} 个影响更小的，见 -f json 或 -f csv", "{more} more move it less: -f json or -f csv" }
}
