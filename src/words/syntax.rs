//! Why a script does not parse.

words! {
    open_text() { "引号没有配对", "a quotation mark has no partner" }
    open_text_help() { "文字写在一对半角引号里: \"原因\"", "a text stands between two plain quotation marks: \"reason\"" }
    incomplete() { "脚本没有写完", "the script ends in the middle" }
    incomplete_help() { "检查 `{{` 与 `}}`、`(` 与 `)` 是否成对", "check that every brace and bracket has its partner" }
    stranger(sign) { "不认识的符号 `{sign}`", "unknown sign `{sign}`" }
    stranger_help() { "去掉它，或写进引号", "remove it, or put it in quotation marks" }
    wide_sign_help(plain) { "改成半角的 `{plain}`", "write `{plain}` instead" }
    missing(sign) { "这里缺 `{sign}`", "`{sign}` is missing here" }
    missing_help(sign) { "补上 `{sign}`；上一句末尾的分号、括号也看一看", "add `{sign}`; also look at semicolon and brackets of the statement before" }
    open_list() { "括号没有合上，或者缺逗号", "a bracket is not closed, or a comma is missing" }
    open_list_help() { "补上 `)`、`]`，或在两项之间写 `,`；看看上一行的末尾", "add `)` or `]`, or a `,` between two items; look at the end of the line above" }
    no_name() { "`fn` 后面没有函数名", "no name behind `fn`" }
    no_parameters(name) { "函数 `{name}` 没有写参数", "the function `{name}` has no parameters" }
    no_body(name) { "函数 `{name}` 没有内容", "the function `{name}` has no body" }
    function_shape_help() { "写成 `fn 名称(m) {{ … }}`", "write `fn name(m) {{ … }}`" }
    defined_twice(name) { "函数 `{name}` 定义了两次", "the function `{name}` is defined twice" }
    parameter_twice(name) { "参数 `{name}` 写了两次", "the parameter `{name}` stands twice" }
    twice_help() { "改名，或删去一个", "rename or remove one" }
    nested() { "函数不能写在函数里面", "a function cannot stand inside another" }
    nested_help() { "把它移到外面；也检查上一个函数的 `}}` 是否漏了", "move it outside; also check that the function before is closed with `}}`" }
    assignment() { "不能给它赋值", "nothing can be assigned to this" }
    assignment_help() { "比较相等写 `==`；只有 `let` 的变量可以改", "equality is written `==`; only variables made with `let` can change" }
    bad_number(text) { "`{text}` 不是数", "`{text}` is not a number" }
    bad_number_help() { "写成 12 或 0.5；百分之八十写 0.8", "write 12 or 0.5; eighty percent is 0.8" }
    expression_missing() { "这里缺少内容", "something is missing here" }
    expression_missing_help() { "写一个数、一个字段（`m.ratio`）或一个算式", "write a number, a field (`m.ratio`) or an expression" }
    name_missing() { "这里缺少名称", "a name is missing here" }
    name_missing_help() { "名称以文字或 `_` 开头；全角的点号和空格也会造成这个错误", "a name begins with a letter or `_`; wide points and spaces cause this too" }
    reserved_name(name) { "`{name}` 是脚本语言的词，不能作名称", "`{name}` is a word of the language and cannot be a name" }
    reserved_name_help() { "换一个名称", "choose another name" }
    stray_comment() { "`///` 后面没有函数", "no function follows the `///`" }
    stray_comment_help() { "`///` 只写在函数上方；其他说明用 `//`", "`///` stands right above a function; use `//` elsewhere" }
    too_deep() { "括号层数过多", "too many brackets inside brackets" }
    too_deep_help() { "用 `let` 把算式分成几步", "split the expression into steps with `let`" }
    too_many_functions() { "函数过多", "too many functions" }
    too_many_functions_help() { "一个规则包最多 500 个函数", "a pack may have 500 functions" }
    other(said) { "脚本语言的提示: {said}", "the script language says: {said}" }
    other_help() { "检查这一行的括号、引号和分号", "check brackets, quotation marks and semicolons of this line" }
}
