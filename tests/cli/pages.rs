//! The page of a rule pack says what its scripts do, and nothing else.

use super::desk::{Desk, desk, jixiao};

/// A pack with these functions among its own.
fn with_functions(functions: &str) -> Desk {
    let all = format!("{functions}\nfn 反向(m)");
    desk()
        .with_pack("wuhan/2024")
        .edited("pack/methods.rhai", "fn 反向(m)", &all)
}

#[test]
fn assignments_loops_and_brackets_are_told_as_they_are() {
    let desk = with_functions(
        "fn 数(n, t) {
            n += 1; n -= 2; n *= n - 1;
            while n < 3 { n = n + 1; }
            if !(n > 2) && (n == 18 || n < 2) { return 5; }
            for r in t.rows { n += r.points * (r.full_mark - 1); }
            -(n - 1) / (n * 2) - (n - 3)
        }",
    );
    desk.run("rules show pack")
        .succeeds()
        .prints("n 改为 n + 1")
        .prints("n 改为 n - 2")
        .prints("n 改为 n × (n - 1)")
        .prints("只要 n < 3，就重复：")
        .prints("如果 不是 (n > 2) 且 (n = 18 或 n < 2)：")
        .prints("得 5\n")
        .prints("对 t 的各行 中的每个 r：")
        .prints("n 改为 n + r 的得分 × (r 的分值 - 1)")
        .prints("得 −(n - 1) ÷ (n × 2) - (n - 3)");
    desk.run("rules show pack --lang en")
        .succeeds()
        .prints("n becomes n + 1")
        .prints("as long as n < 3, repeat:")
        .prints("if not (n > 2) and (n = 18 or n < 2):")
        .prints("for each r of t's rows:")
        .prints("n becomes n + r's points × (r's full mark - 1)");
}

#[test]
fn what_has_no_words_stands_as_in_the_script() {
    let desk = with_functions(
        "fn 原样(m, n) {
            let list = [1, 2, n]; // 注
            let map = #{a: 1, b: n};
            let kept = map?.a;
            n %= 2;
            n **= 2;
            let k = n ** 2 + 1;
            if n in list { throw `${n} 不行`; }
            if n in [1, 2] { n = 1; } else if n == [3] { n = 2; }
            do { n += 1; } while n < 3;
            loop {
                n += 1;
                if n > 9 { break; }
            }
            for (x, i) in list { n += i; }
            for i in 0..3 { n += i; }
            let big = list.filter(|x| x > 1);
            let or = m.actual ?? 0;
            try { n = 1; } catch { n = 2; }
            let chosen = (if n > 1 { 2 } else { 3 }) * 4;
            switch n {
                1 => 10,
                _ => 20
            }
        }
        fn ratio(a, b) { b / a }
        fn 自己(m) { ratio(m.actual, m.target) }",
    );
    let page = desk.run("rules show pack");
    let mut page = page.succeeds();
    for line in [
        "`let list = [1, 2, n]`",
        "`let map = #{a: 1, b: n}`",
        "`let kept = map?.a`",
        "`n %= 2`",
        "`n **= 2`",
        "`let k = n ** 2 + 1`",
        "`throw `${n} 不行``",
        "`if n in [1, 2] { n = 1; } else if n == [3] { n = 2; }`",
        "`do { n += 1; } while n < 3`",
        "脚本原文：\n        loop {\n            n += 1;\n            if n > 9 { break; }\n        }\n",
        "`for (x, i) in list { n += i; }`",
        "`for i in 0..3 { n += i; }`",
        "`let big = list.filter(|x| x > 1)`",
        "`let or = m.actual ?? 0`",
        "`try { n = 1; } catch { n = 2; }`",
        "`let chosen = (if n > 1 { 2 } else { 3 }) * 4`",
        "脚本原文：\n        switch n {\n            1 => 10,\n            _ => 20\n        }\n",
        "得 ratio(实际完成值, 指标值)",
    ] {
        page = page.prints(line);
    }
    page.does_not_print("anon$").does_not_print("…\n");
}

#[test]
fn numbers_stand_as_written_and_only_a_returned_completion_in_percent() {
    jixiao("rules show value-purchasing")
        .succeeds()
        .prints("得 10\n")
        .prints("最少指标数（2）")
        .prints("count 改为 count + 1")
        .prints("（最少 0，最多 20）")
        .does_not_print("000%")
        .does_not_print("200%");
    with_functions("fn 高(m) { if m.actual > achievement(0) { return 10; } capped(m.actual, 20) }")
        .edited("pack/pack.yaml", "function: 反向", "function: 高")
        .run("rules show pack")
        .succeeds()
        .prints("得 10\n")
        .prints("得 实际完成值（最多 20）");
}

#[test]
fn a_mark_for_every_row_and_weighted_groups_are_said() {
    jixiao("rules show value-purchasing")
        .succeeds()
        .prints("表上没有印分值: 每行 10 分")
        .prints("各组按上面的权重计入总分")
        .does_not_print("由填报得分推算")
        .does_not_print("由单位确定");
    jixiao("rules show value-purchasing --lang en")
        .succeeds()
        .prints("no full mark is printed: every such row counts 10")
        .does_not_print("the unit splits it among");
    jixiao("rules show wuhan")
        .succeeds()
        .prints("表上没有印分值: 由填报得分推算")
        .prints("一级指标之间如何分配由单位确定");
}
