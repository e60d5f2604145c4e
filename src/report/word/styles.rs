//! How a document looks: its styles, its fonts by name, the sign before a point of a list.

use crate::words::Lang;

/// The sign in front of a point of a list.
pub(super) const NUMBERING: &str = concat!(
    "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>",
    "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>",
    "<w:pPr><w:ind w:left=\"420\" w:hanging=\"315\"/></w:pPr></w:lvl></w:abstractNum>",
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
);

/// The fonts by their Chinese names, and what to take where they go by another.
pub(super) const FONTS: &str = concat!(
    "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:font w:name=\"宋体\"><w:altName w:val=\"SimSun\"/><w:charset w:val=\"86\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font>",
    "<w:font w:name=\"黑体\"><w:altName w:val=\"SimHei\"/><w:charset w:val=\"86\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font>",
    "<w:font w:name=\"Times New Roman\"><w:charset w:val=\"00\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font>",
    "</w:fonts>"
);

/// Laid out as Word has done since 2013.
pub(super) const SETTINGS: &str = concat!(
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" ",
    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
);

/// The language of a document, as files name it.
pub(super) fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en-GB",
    }
}

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    /// Elements of `w:pPr`, in the order of the format.
    paragraph: &'static str,
    /// Elements of `w:rPr` behind the font.
    letters: &'static str,
    /// Letters of headings (黑体) rather than of the text (宋体).
    heading: bool,
}

const fn style(
    id: &'static str,
    name: &'static str,
    paragraph: &'static str,
    letters: &'static str,
) -> Style {
    Style {
        id,
        name,
        paragraph,
        letters,
        heading: false,
    }
}

const fn heading(
    id: &'static str,
    name: &'static str,
    paragraph: &'static str,
    letters: &'static str,
) -> Style {
    Style {
        heading: true,
        ..style(id, name, paragraph, letters)
    }
}

const STYLES: &[Style] = &[
    heading(
        "Title",
        "Title",
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"240\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>",
    ),
    heading(
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"320\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/>",
    ),
    heading(
        "Heading2",
        "heading 2",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"100\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/>",
    ),
    heading(
        "Heading3",
        "heading 3",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"160\" w:after=\"80\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>",
    ),
    style(
        "BodyText",
        "Body Text",
        "<w:spacing w:after=\"80\" w:line=\"320\" w:lineRule=\"auto\"/>",
        "",
    ),
    style(
        "Lead",
        "Lead",
        "<w:keepNext/><w:spacing w:after=\"80\" w:line=\"320\" w:lineRule=\"auto\"/>",
        "",
    ),
    style(
        "ListBullet",
        "List Bullet",
        "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\" w:line=\"300\" w:lineRule=\"auto\"/>\
         <w:ind w:left=\"420\" w:hanging=\"315\"/>",
        "",
    ),
    style(
        "Note",
        "Note",
        "<w:spacing w:after=\"60\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    style(
        "TableText",
        "Table Text",
        "",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    ),
    style(
        "TableKept",
        "Table Kept",
        "<w:keepNext/>",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    ),
    style(
        "TableHead",
        "Table Head",
        "<w:keepNext/>",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    ),
    // A checksum or a path has no place to be broken at.
    style(
        "TableSmall",
        "Table Small",
        "<w:wordWrap w:val=\"0\"/>",
        "<w:color w:val=\"404040\"/><w:sz w:val=\"15\"/><w:szCs w:val=\"15\"/>",
    ),
    style(
        "Gap",
        "Gap",
        "<w:spacing w:line=\"120\" w:lineRule=\"exact\"/>",
        "<w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/>",
    ),
    style(
        "Footer",
        "footer",
        "<w:jc w:val=\"center\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
];

/// The styles of a document.
pub(super) fn styles() -> String {
    // The Latin letters of a Chinese paper are English too: told otherwise, a number may be broken inside.
    let mut xml = format!(
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults>\
         <w:rPrDefault><w:rPr>{}<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>\
         <w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr>\
         <w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders>{}</w:tblBorders><w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/>\
         <w:left w:w=\"70\" w:type=\"dxa\"/><w:bottom w:w=\"30\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar>\
         </w:tblPr></w:style>",
        font("宋体"),
        borders()
    );
    for style in STYLES {
        let Style {
            id,
            name,
            paragraph,
            letters,
            ..
        } = style;
        let font = match style.heading {
            true => font("黑体"),
            false => String::new(),
        };
        xml.push_str(&format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{font}{letters}</w:rPr></w:style>"
        ));
    }
    xml + "</w:styles>"
}

fn font(chinese: &str) -> String {
    format!(
        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"{chinese}\" w:cs=\"Times New Roman\"/>"
    )
}

fn borders() -> String {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    sides
        .map(|side| {
            format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F7F7F\"/>")
        })
        .concat()
}
