//! What a file is, told by its content; its extension only decides between texts.

use std::io::{Cursor, Read};

use super::text_kind::{extension, text_kind};
use super::{ProblemKind, encoding, guard::guarded};
use crate::words::{Lang, office as words};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// Excel workbook.
    Xlsx,
    /// Excel 97–2003 workbook.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Word document.
    Docx,
    /// Web page.
    Html,
    /// PDF.
    Pdf,
    /// Text that is none of the following: extracted text, CSV, Markdown.
    Text,
    /// A sheet of our own, or another YAML file.
    Yaml,
    /// JSON.
    Json,
    /// A kind that is known and not read.
    Foreign(Foreign),
}

/// Kinds of files that are recognised in order to say what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// Any Office file behind a password.
    Encrypted,
    /// Word before 2007.
    OldWord,
    /// Excel before 97.
    OldExcel,
    /// Another file in the container of old Office files.
    Ole,
    /// Binary workbook.
    Xlsb,
    /// Presentation.
    Slides,
    /// OpenDocument text.
    Odt,
    /// Word or Excel as one XML file.
    FlatXml,
    /// Web archive.
    WebArchive,
    /// Rich text.
    Rtf,
    /// A paper this program wrote: its tables are no forms.
    OwnPaper,
    /// Any other archive.
    Zip,
    /// A picture.
    Image,
    /// Anything else that is no text.
    Other,
}

/// The most bytes that are read of a file's properties.
const PROPERTIES: u64 = 64 * 1024;

/// Whether a file is a paper this program wrote.
pub fn is_own_paper(file: &str, bytes: &[u8]) -> bool {
    sniff(file, bytes) == FileKind::Foreign(Foreign::OwnPaper)
}

/// What a file is by its content. Only for texts the extension counts: `.yaml`, `.json`, others.
pub(crate) fn sniff(file: &str, bytes: &[u8]) -> FileKind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive_kind(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return ole_kind(bytes);
    }
    let head = &bytes[..bytes.len().min(1_024)];
    if head.windows(5).any(|window| window == b"%PDF-") {
        return FileKind::Pdf;
    }
    let pictures: [&[u8]; 6] = [
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"GIF8",
        b"BM",
        b"II*\0",
        b"MM\0*",
    ];
    let is_text = encoding::looks_like_text(bytes);
    if !is_text {
        let is_image = pictures.iter().any(|start| bytes.starts_with(start));
        return FileKind::Foreign(if is_image {
            Foreign::Image
        } else {
            Foreign::Other
        });
    }
    text_kind(file, bytes)
}

/// By the entries of an archive.
fn archive_kind(bytes: &[u8]) -> FileKind {
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        // Cut off: its beginning still tells what it was meant to be.
        let head = &bytes[..bytes.len().min(8_192)];
        let has = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
        return if has(b"xl/") {
            FileKind::Xlsx
        } else if has(b"word/") {
            FileKind::Docx
        } else {
            FileKind::Foreign(Foreign::Zip)
        };
    };
    if guarded(|| signed(&mut zip)).unwrap_or(false) {
        return FileKind::Foreign(Foreign::OwnPaper);
    }
    let mut media_type = String::new();
    if let Ok(entry) = zip.by_name("mimetype") {
        // A longer entry is no media type.
        let _ =
            std::io::Read::read_to_string(&mut std::io::Read::take(entry, 200), &mut media_type);
    }
    if media_type.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        return FileKind::Ods;
    }
    if media_type.starts_with("application/vnd.oasis.opendocument.text") {
        return FileKind::Foreign(Foreign::Odt);
    }
    let has = |start: &str| {
        zip.file_names().flatten().any(|name| {
            name.trim_start_matches('/')
                .to_ascii_lowercase()
                .starts_with(start)
        })
    };
    if has("xl/workbook.bin") {
        FileKind::Foreign(Foreign::Xlsb)
    } else if has("xl/") {
        FileKind::Xlsx
    } else if has("word/") {
        FileKind::Docx
    } else if has("ppt/") {
        FileKind::Foreign(Foreign::Slides)
    } else {
        FileKind::Foreign(Foreign::Zip)
    }
}

/// Whether the properties of an Office file name this program as what wrote it, which stays so when a
/// person saves it again. Panics as its library does where there is no memory to unpack.
fn signed(zip: &mut zip::ZipArchive<Cursor<&[u8]>>) -> bool {
    const SIGNS: [(&str, &str); 2] = [
        ("docProps/app.xml", "<Application>jixiao "),
        ("docProps/core.xml", "<dc:creator>jixiao "),
    ];
    SIGNS.iter().any(|(name, sign)| {
        let mut properties = Vec::new();
        let entry = zip.by_name(name).ok();
        let read = entry.map(|entry| entry.take(PROPERTIES).read_to_end(&mut properties));
        read.is_some() && String::from_utf8_lossy(&properties).contains(sign)
    })
}

/// By the streams of an old Office container.
fn ole_kind(bytes: &[u8]) -> FileKind {
    let Ok(container) = cfb::CompoundFile::open(Cursor::new(bytes)) else {
        return FileKind::Foreign(Foreign::Ole);
    };
    let names: Vec<String> = container
        .read_root_storage()
        .map(|entry| entry.name().to_ascii_lowercase())
        .collect();
    let has = |name: &str| names.iter().any(|other| other == name);
    if has("encryptedpackage") || has("encryptioninfo") {
        FileKind::Foreign(Foreign::Encrypted)
    } else if has("workbook") {
        FileKind::Xls
    } else if has("book") {
        FileKind::Foreign(Foreign::OldExcel)
    } else if has("worddocument") {
        FileKind::Foreign(Foreign::OldWord)
    } else if has("powerpoint document") {
        FileKind::Foreign(Foreign::Slides)
    } else {
        FileKind::Foreign(Foreign::Ole)
    }
}

impl FileKind {
    /// What to call it.
    pub(crate) fn name(self, lang: Lang) -> String {
        match self {
            FileKind::Xlsx => words::kind_xlsx(lang),
            FileKind::Xls => words::kind_xls(lang),
            FileKind::Ods => words::kind_ods(lang),
            FileKind::Docx => words::kind_docx(lang),
            FileKind::Html => words::kind_html(lang),
            FileKind::Pdf => words::kind_pdf(lang),
            FileKind::Text => words::kind_text(lang),
            FileKind::Yaml => words::kind_yaml(lang),
            FileKind::Json => words::kind_json(lang),
            FileKind::Foreign(foreign) => match foreign {
                Foreign::Encrypted => words::kind_encrypted(lang),
                Foreign::OldWord => words::kind_old_word(lang),
                Foreign::OldExcel => words::kind_old_excel(lang),
                Foreign::Ole => words::kind_ole(lang),
                Foreign::Xlsb => words::kind_xlsb(lang),
                Foreign::Slides => words::kind_slides(lang),
                Foreign::Odt => words::kind_odt(lang),
                Foreign::FlatXml => words::kind_flat_xml(lang),
                Foreign::WebArchive => words::kind_web_archive(lang),
                Foreign::Rtf => words::kind_rtf(lang),
                Foreign::OwnPaper => words::kind_own_paper(lang),
                Foreign::Zip => words::kind_zip(lang),
                Foreign::Image => words::kind_image(lang),
                Foreign::Other => words::kind_other(lang),
            },
        }
    }

    /// The problem of a file of a kind that is not read (here): what it is and what to save it as.
    pub(crate) fn refusal(self) -> ProblemKind {
        if self == FileKind::Foreign(Foreign::Encrypted) {
            return ProblemKind::said(words::encrypted, words::encrypted_help);
        }
        if self == FileKind::Foreign(Foreign::OwnPaper) {
            return ProblemKind::said(words::own_paper, words::own_paper_help);
        }
        let formats = match self {
            FileKind::Foreign(Foreign::OldExcel | Foreign::Xlsb) => "xlsx",
            FileKind::Foreign(Foreign::OldWord | Foreign::Odt | Foreign::Rtf) => "docx",
            _ => "xlsx, docx, pdf",
        };
        ProblemKind::said(
            |lang| words::not_read(lang, self.name(lang)),
            |lang| words::save_as(lang, formats),
        )
    }

    /// The notice that the extension says otherwise, if it does.
    pub(crate) fn lie(self, file: &str) -> Option<ProblemKind> {
        let extension = extension(file);
        let claimed: &[FileKind] = match extension.as_str() {
            "xlsx" | "xlsm" | "xltx" | "xltm" => &[FileKind::Xlsx],
            "xls" | "et" | "xlt" => &[FileKind::Xls],
            "ods" | "ots" => &[FileKind::Ods],
            "docx" | "docm" | "dotx" => &[FileKind::Docx],
            "html" | "htm" | "xhtml" => &[FileKind::Html],
            "pdf" => &[FileKind::Pdf],
            "txt" | "csv" | "tsv" | "md" => &[FileKind::Text, FileKind::Yaml, FileKind::Json],
            "json" => &[FileKind::Json],
            "yaml" | "yml" => &[FileKind::Yaml, FileKind::Json],
            "doc" | "wps" | "ppt" | "pptx" | "odt" | "rtf" | "zip" => &[],
            _ => return None,
        };
        (!claimed.contains(&self)).then(|| {
            ProblemKind::said(
                |lang| words::extension_lies(lang, &extension, self.name(lang)),
                |_| String::new(),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_over_the_extension() {
        for (file, content, kind) in [
            ("a.xls", "<html><table>", FileKind::Html),
            ("a.xls", "<meta charset=gbk><table>", FileKind::Html),
            ("a.docx", "%PDF-1.7", FileKind::Pdf),
            (
                "a.xls",
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com\">",
                FileKind::Foreign(Foreign::FlatXml),
            ),
            ("a.doc", "{\\rtf1\\ansi", FileKind::Foreign(Foreign::Rtf)),
            (
                "a.doc",
                "MIME-Version: 1.0\n",
                FileKind::Foreign(Foreign::WebArchive),
            ),
            ("a.xlsx", "PK\x03\x04", FileKind::Foreign(Foreign::Zip)),
            ("a.jpg", "GIF89a\0\0", FileKind::Foreign(Foreign::Image)),
            ("a", "ab\0", FileKind::Foreign(Foreign::Other)),
            ("a.csv", "指标,分值", FileKind::Text),
            ("a.md", "# key: value", FileKind::Text),
            ("a.json", "{}", FileKind::Json),
            ("a.yaml", "年度", FileKind::Yaml),
            ("-", "# sheet\n年度: 2024", FileKind::Yaml),
            ("-", "一级指标\t二级指标", FileKind::Text),
        ] {
            assert_eq!(sniff(file, content.as_bytes()), kind, "{file} {content}");
        }
    }

    #[test]
    fn a_lie_is_told() {
        let told = FileKind::Html.lie("自评表.xls").unwrap();
        assert_eq!(
            told.message(Lang::Zh),
            "扩展名是 `xls`，内容却是网页 (html)；按内容读取"
        );
        assert_eq!(FileKind::Html.lie("a.htm"), None);
        assert_eq!(FileKind::Xlsx.lie("-"), None);
    }

    #[test]
    fn a_foreign_kind_says_what_to_do() {
        let problem = FileKind::Foreign(Foreign::OldWord).refusal();
        assert_eq!(
            problem.message(Lang::Zh),
            "这是旧版 Word 文档 (doc)，不能读取"
        );
        assert_eq!(problem.help(Lang::Zh).as_deref(), Some("另存为 docx 再试"));
        assert_eq!(
            problem.message(Lang::En),
            "an old Word document (doc) cannot be read"
        );
    }
}
