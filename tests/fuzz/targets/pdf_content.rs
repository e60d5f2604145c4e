//! A sound PDF file around fuzzed drawing instructions, a font's table of characters, a form, a font's
//! dictionary and an object stream, separated by 0xFF.
#![no_main]

use jixiao_fuzz::build::parts;
use jixiao_fuzz::pdf::raw::{page, stream};
use jixiao_fuzz::{open_pdf, watch};
use libfuzzer_sys::fuzz_target;

const RESOURCES: &str = "/Font<</F1 6 0 R/F2 5 0 R>>/XObject<</X 8 0 R>>";
const FONT: &[u8] = b"/Subtype/Type0/BaseFont/A/Encoding/UniGB-UCS2-H/DescendantFonts[<</Subtype/CIDFontType2/W[1[500]]/DW 1000/CIDSystemInfo<</Ordering(GB1)>>>>]";

fuzz_target!(|data: &[u8]| {
    watch();
    let mut parts = parts(data);
    let content = parts.next().unwrap_or_default();
    let characters = parts.next().unwrap_or_default();
    let form = parts.next().unwrap_or_default();
    let font = parts.next().filter(|font| !font.is_empty()).unwrap_or(FONT);
    let font = [b"<</Type/Font/ToUnicode 7 0 R", font, b">>"].concat();
    let more = [
        font,
        stream("", characters),
        stream("/Type/XObject/Subtype/Form/BBox[0 0 600 800]", form),
    ];
    open_pdf(&page(stream("", content), RESOURCES, &more));
});
