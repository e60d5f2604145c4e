//! Help and usage errors, in both languages.

use super::desk::jixiao;

#[test]
fn help_speaks_both_languages() {
    jixiao("--help")
        .succeeds()
        .prints("用法")
        .prints("重新评分")
        .does_not_print("Usage");
    jixiao("--lang en --help")
        .succeeds()
        .prints("Usage")
        .prints("Re-score sheets");
    jixiao("score --help")
        .succeeds()
        .prints("score [选项] <PATH>...")
        .prints("通配符");
    jixiao("score --help")
        .env("JIXIAO_LANG", "en")
        .succeeds()
        .prints("Options")
        .does_not_print("选项");
    jixiao("rules --help --lang=en")
        .succeeds()
        .prints("Check rule packs");
    jixiao("--version")
        .succeeds()
        .prints(env!("CARGO_PKG_VERSION"));
}

#[test]
fn a_wrong_command_line_ends_with_two() {
    for (words, chinese, english) in [
        ("", "用法", "Usage"),
        ("scroe", "没有命令 `scroe`", "no command `scroe`"),
        ("score", "缺少 <PATH>", "<PATH>... is missing"),
        (
            "score a --fromat x",
            "没有选项 `--fromat`",
            "no option `--fromat`",
        ),
        ("score a --format x", "不能是 `x`", "`x` is not possible"),
        ("score a --jobs 0", "不能是 `0`", "`0` is not possible"),
        ("score a -f", "后面要有值", "needs a value"),
        ("rules", "用法", "Usage"),
    ] {
        jixiao(words)
            .ends_with(2)
            .prints_nothing()
            .complains(chinese);
        jixiao(words)
            .env("JIXIAO_LANG", "en")
            .ends_with(2)
            .prints_nothing()
            .complains(english);
    }
    jixiao("score a --fromat x")
        .ends_with(2)
        .complains("是不是想写 `--format`？");
    jixiao("score a -f 9")
        .ends_with(2)
        .complains("table, json, jsonl, csv, md");
}
