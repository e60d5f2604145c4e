//! Writing rule packs: `rules new` and `rules diff`.

words! {
    about_rules_new() { "新建一个规则包: 带说明、能通过检查和算例，改成自己的规则", "Write a new rule pack: commented, working, to be changed into your own" }
    about_rules_diff() { "比较两个规则包: 改了什么，最小的一个得分不同的例子", "Compare two rule packs: what changed, and the smallest example scored otherwise" }
    help_new_name() { "新规则包的名称: 文字、数字、- 和 _", "Name of the new pack: letters, digits, - and _" }
    help_new_output() { "写成这个文件夹，默认与名称相同；已有的文件夹不动", "The folder to make, by default the name; a folder that exists is left alone" }
    help_new_from() { "照这个规则包复制一份，只改名称", "Copy this pack and change its name only" }
    help_diff_a() { "原来的规则包", "The pack before" }
    help_diff_b() { "改后的规则包", "The pack after" }
    help_diff_format() { "输出格式: text（默认）或 json", "Format of the output: text, the default, or json" }

    written(path) { "写入 {path}", "written {path}" }
    next_steps(folder) { "接下来: jixiao rules check {folder}，jixiao rules test {folder}；怎样改见 docs/rules-tutorial.md", "next: jixiao rules check {folder}, jixiao rules test {folder}; docs/rules-tutorial.md goes on from here" }
    bad_name(name) { "`{name}` 不能作规则包的名称", "`{name}` cannot be the name of a pack" }
    bad_name_help() { "只用文字、数字、- 和 _，最多 60 个字；放在哪里用 -o 指定", "use letters, digits, - and _, at most 60; -o says where it goes" }
    folder_exists() { "已经有这个文件或文件夹，没有写入任何内容", "there is such a file or folder already; nothing was written" }
    folder_exists_help() { "换一个名称，或用 -o 指定别的文件夹", "choose another name, or another folder with -o" }
}
