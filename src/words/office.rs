//! What is wrong with an office file or a web page, and what to do about it.

words! {
    damaged(kind, detail) { "{kind}损坏，读不下去: {detail}", "the {kind} is damaged: {detail}" }
    damaged_help() { "用原来的软件打开，另存一份再试", "open it in the program it was made with, save a copy and try that" }
    no_content() { "里面没有文字，也没有表格", "there is neither text nor a table in it" }
    no_content_help() { "内容如果是图片，先做文字识别", "if its content is a picture, run text recognition first" }

    encrypted() { "文件有密码保护", "the file is protected by a password" }
    encrypted_help() { "打开后去掉密码，另存一份再试", "remove the password, save a copy and try that" }
    not_read(kind) { "这是{kind}，不能读取", "{kind} cannot be read" }
    save_as(formats) { "另存为 {formats} 再试", "save it as {formats} and try that" }
    extension_lies(extension, kind) { "扩展名是 `{extension}`，内容却是{kind}；按内容读取", "the name ends in `{extension}` but the content is {kind}; read as what it is" }

    archive_too_many(limit) { "压缩包里的文件超过 {limit} 个", "there are more than {limit} files in the archive" }
    archive_too_large(limit) { "解压后超过 {limit} MiB", "unpacked it is larger than {limit} MiB" }
    archive_suspicious() { "压缩比高得不正常，像是压缩炸弹", "its compression ratio is that of a zip bomb" }
    archive_help() { "自评表用不到这么大的文件，请核对来源", "no sheet needs that much: check where the file comes from" }

    too_deep(limit) { "嵌套超过 {limit} 层", "nested deeper than {limit} levels" }
    has_dtd() { "含有文档类型定义 (DTD)，办公文件里不该有", "it has a document type definition, which no office file needs" }
    too_many_cells(limit) { "一张表的单元格超过 {limit} 个", "a table has more than {limit} cells" }
    too_many_cells_in_file(limit) { "单元格总数超过 {limit} 个", "there are more than {limit} cells" }
    too_wide(limit) { "一张表超过 {limit} 列", "a table has more than {limit} columns" }
    too_spread() { "一张表的内容散布在过大的范围里", "the cells of a table are spread over too large an area" }
    too_much_text(limit) { "文字超过 {limit} MiB", "there is more than {limit} MiB of text" }
    too_many_tables(limit) { "表格超过 {limit} 张", "there are more than {limit} tables" }
    too_large_tag() { "网页里有一个过长的标签", "a tag of the page is too long" }
    split_help() { "只留下自评表和目标表再试", "keep only the sheets and target tables and try that" }

    hidden_sheet(name) { "工作表 `{name}` 是隐藏的，也读取了", "the worksheet `{name}` is hidden and was read too" }
    hidden_rows(name, rows) { "工作表 `{name}` 有 {rows} 个隐藏行，也读取了", "the worksheet `{name}` has {rows} hidden rows, which were read too" }
    hidden_columns(name, columns) { "工作表 `{name}` 有 {columns} 个隐藏列，也读取了", "the worksheet `{name}` has {columns} hidden columns, which were read too" }
    hidden_help() { "隐藏的内容可能不是要提交的内容，请核对", "hidden content may not be meant to be handed in: check it" }

    kind_xlsx() { " Excel 工作簿 (xlsx)", "an Excel workbook (xlsx)" }
    kind_xls() { " Excel 97–2003 工作簿 (xls)", "an Excel 97–2003 workbook (xls)" }
    kind_ods() { " OpenDocument 表格 (ods)", "an OpenDocument spreadsheet (ods)" }
    kind_docx() { " Word 文档 (docx)", "a Word document (docx)" }
    kind_html() { "网页 (html)", "a web page (html)" }
    kind_pdf() { " PDF 文件", "a PDF" }
    kind_text() { "文本文件", "a text file" }
    kind_yaml() { " YAML 文件", "a YAML file" }
    kind_json() { " JSON 文件", "a JSON file" }
    kind_old_word() { "旧版 Word 文档 (doc)", "an old Word document (doc)" }
    kind_old_excel() { " Excel 95 或更早的工作簿", "a workbook of Excel 95 or older" }
    kind_encrypted() { "加密的 Office 文件", "an encrypted Office file" }
    kind_xlsb() { "二进制 Excel 工作簿 (xlsb)", "a binary Excel workbook (xlsb)" }
    kind_slides() { "演示文稿", "a presentation" }
    kind_odt() { " OpenDocument 文档 (odt)", "an OpenDocument text (odt)" }
    kind_flat_xml() { " XML 格式的 Office 文件", "an Office file in plain XML" }
    kind_web_archive() { "单文件网页 (mht)", "a web archive (mht)" }
    kind_rtf() { " RTF 文档", "an RTF document" }
    kind_own_paper() { "jixiao 写的底稿", "a paper jixiao wrote" }
    own_paper() { "这是 jixiao 写的底稿，不是自评表", "this is a paper jixiao wrote and no self-evaluation" }
    own_paper_help() { "给出原来的自评表", "give the sheets it was made from" }
    kind_zip() { "压缩包 (zip)", "an archive (zip)" }
    kind_ole() { "旧版 Office 格式的文件", "a file in the old Office format" }
    kind_image() { "图片", "a picture" }
    kind_other() { "二进制文件", "binary data" }
}
