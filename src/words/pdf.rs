//! What is said about PDF files.

words! {
    too_large(limit) { "PDF 文件大于 {limit} MiB，没有读取", "the PDF is larger than {limit} MiB and was not read" }
    not_pdf() { "这不是 PDF 文件，文件的内容和扩展名不符", "this is no PDF; its content does not match its extension" }
    not_pdf_help() { "检查文件的来源，或者改成与内容相符的扩展名", "check where the file came from, or give it the extension its content has" }
    encrypted() { "PDF 已加密，打开它需要密码", "the PDF is encrypted and needs a password" }
    encrypted_help() { "用密码打开它，另存为没有密码的文件", "open it with its password and save it without one" }
    damaged(part) { "PDF 文件已损坏 ({part})", "the PDF is damaged ({part})" }
    bad_page(page) { "PDF 第{page}页已损坏，无法读出", "page {page} of the PDF is damaged and cannot be read" }
    damaged_help() { "重新下载这个文件，或者用能打开它的软件另存一份", "download the file again, or save a copy with a program that opens it" }
    too_many_pages(limit) { "PDF 多于{limit}页，没有读取", "the PDF has more than {limit} pages and was not read" }
    bomb() { "PDF 解压后大得不合常理，没有读取", "the PDF unpacks to an unreasonable size and was not read" }
    overfull(page) { "PDF 第{page}页的内容多得不合常理，没有读取", "page {page} of the PDF holds an unreasonable amount and was not read" }
    slow(seconds) { "PDF 在{seconds}秒内没有读完", "the PDF could not be read within {seconds} seconds" }
    split_help() { "只保留有表的那几页，另存为较小的文件", "keep the pages with the tables and save them as a smaller file" }
    library() { "读取 PDF 的程序库中途停止", "the library that reads PDF stopped half-way" }
    scan() { "扫描件没有文字层，无法读出表格", "a scan without a text layer: there are no words to read" }
    no_text() { "PDF 中没有文字", "the PDF holds no text" }
    scan_help() { "请向填报单位要原始的电子表格或文档，或者先做文字识别并逐格核对", "ask for the original spreadsheet or document, or run text recognition first and compare every cell" }
    no_characters() { "PDF 的字体没有注明文字编码，读出的只是乱码", "the fonts of the PDF do not say which characters they draw; reading them gives gibberish" }
    no_characters_help() { "请向填报单位要原始的电子表格或文档", "ask for the original spreadsheet or document" }
    scanned_page(page) { "第{page}页是图片，没有文字层，没有读取", "page {page} is a picture without a text layer and was not read" }
    unknown_characters(page) { "第{page}页有无法辨认的字，以 � 代替", "page {page} has characters that cannot be named; they stand as �" }
    too_many_rules(page) { "第{page}页的线条太多，没有寻找表格，只读了文字", "page {page} has too many lines to look for tables; only its text was read" }
    compare_help() { "对照原件核对这一页", "compare this page with the original" }
    page(number) { "第{number}页", "page {number}" }
}
