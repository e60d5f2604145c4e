#!/usr/bin/env python3
"""Writes the seed corpora and dictionaries of all targets, from samples/, tests/ and rules/."""

import io
import json
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DOCUMENTS = ROOT / "samples/documents"
PARTS = {
    "docx": ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"],
    "xlsx": ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
             "xl/_rels/workbook.xml.rels"],
    "ods": ["content.xml", "META-INF/manifest.xml"],
}
seeds = {}


def add(target, data):
    seeds.setdefault(target, []).append(data)


def shortened(text, most=4):
    """The same XML with few rows or paragraphs: small inputs run fast."""
    for row in ("row", "w:tr", "table:table-row", "si", "tr"):
        found = re.findall(rf"<{row}[ >].*?</{row}>", text, re.S)
        for gone in found[most:]:
            text = text.replace(gone, "", 1)
    return text


def own():
    sheets = sorted((ROOT / "samples/wuhan-2024").glob("*.yaml")) + sorted((ROOT / "tests/checks").glob("*.yaml"))
    for path in sheets:
        add("sheet", path.read_bytes())
        add("open", b"\1" + path.read_bytes())
    for path in sorted((ROOT / "samples/targets-2026").glob("*.yaml")):
        lines = path.read_bytes().splitlines(True)
        add("targets", b"".join(lines))
        add("targets", b"".join(lines[:40]))
    for pack in sorted((ROOT / "rules").glob("*/*/pack.yaml")):
        folder = pack.parent
        scripts = sorted(folder.glob("*.rhai"), reverse=True)[:2]
        head = [pack.read_bytes(), *(script.read_bytes() for script in scripts)]
        head += [b""] * (3 - len(head))
        for cases in sorted((folder / "cases").glob("*.yaml")):
            text = cases.read_text()
            few = re.split(r"(?m)^(?=  - )", text)[:5]
            add("rule_pack", b"\xff".join([*head, "".join(few).encode()]))


def accepted():
    page = (ROOT / "docs/accept.md").read_text()
    example = re.search(r"```yaml\n(.*?)```", page, re.S)[1]
    entry = ("accepted:\n  - {sheet: a, code: C04, row: 3, indicator: 甲, reported: '2', expected: '1.00', target: 3个, actual: 1个,"
             " finding: 甲, reason: 批复, by: 财务处}\n  - {sheet: a, code: C13, row: 1, reason: x}\n")
    table = (ROOT / "samples/targets-2026/center-startup.yaml").read_bytes()
    for text in (example, entry, "接受: []\n"):
        add("accepted", text.encode())
    add("accepted", entry.encode() + b"\xff" + table)
    for path in sorted((ROOT / "tests/checks").glob("*-fails*.yaml")):
        add("accepted", entry.encode() + b"\xff" + path.read_bytes())
    cells = ["甲项目自评表", "示例单位", "示例项目", "培训不少于12场", "培训场次", "=1+1", "a|b", "[x](http://y){0}", "5场", "13场", "0",
             "\x1b[2J", "数量指标", "质量指标", "时效指标", "\u202e", "良", "因场地改造未开展"]
    add("render", b"\xff".join(cell.encode() for cell in cells))
    add("render", b"\xff".join(cell.encode() for cell in reversed(cells)))


def texts():
    for path in sorted(DOCUMENTS.glob("*.txt")):
        lines = path.read_text().splitlines(True)
        for few in (lines, lines[:60], lines[-60:]):
            add("audit_text", "".join(few).encode())
    for path in sorted(DOCUMENTS.glob("*.txt")) + sorted((ROOT / "tests/recognise").glob("*.txt")):
        text = path.read_text()
        lines = text.splitlines(True)
        few = "".join(lines[:40])
        add("text", b"\0" + text.encode())
        add("text", b"\0" + few.encode())
        add("text", b"\1" + few.replace("\t", ",").encode())
        add("text", b"\2" + few.encode("gb18030"))
        add("text", b"\3" + "".join(f"|{line.rstrip()}|\n".replace("\t", "|") for line in lines[:40]).encode())
        add("open", b"\3" + few.encode())
        add("open", b"\0" + few.encode("utf-16"))
        for sample in (lines, lines[:30]):
            pieces = []
            for number, line in enumerate(sample):
                cells = line.rstrip("\n").split("\t")
                if len(cells) == 1:
                    pieces.append(b"L" + line.strip().encode())
                    continue
                for column, cell in enumerate(cells):
                    if cell.strip():
                        row = min(number, 250)
                        # Rows 76 and 84 would read as the letters that open a line or a table.
                        row += row in (76, 84)
                        pieces.append(bytes([row, column, 0x11]) + cell.encode())
            add("grid", b"\xff".join(pieces))
        for cell in set(re.split(r"[\t\n]", text)):
            if 0 < len(cell) < 60:
                add("value", cell.encode())
    for path in sorted((ROOT / "src/value/tests").glob("*.rs")):
        for cell in re.findall(r'"([^"\n]{1,60})"', path.read_text()):
            add("value", cell.encode())


def office():
    for path in sorted(DOCUMENTS.glob("*.html")):
        page = path.read_text()
        add("html", page.encode())
        add("html", shortened(page).encode())
        add("open", b"\x09" + shortened(page).encode())
    for ending, names in PARTS.items():
        for path in sorted(DOCUMENTS.glob(f"*.{ending}")):
            whole = zipfile.ZipFile(path)
            there = whole.namelist()
            texts = [whole.read(name).decode() if name in there else "" for name in names]
            few = [shortened(text) for text in texts]
            if ending == "docx":
                few = few[:1]
            add(ending, b"\xff".join(text.encode() for text in texts))
            add(ending, b"\xff".join(text.encode() for text in few))
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
                if ending == "ods":
                    archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                if ending == "xlsx":
                    archive.writestr("_rels/.rels", whole.read("_rels/.rels"))
                for name, text in zip(names, few):
                    archive.writestr(name, text)
            add(ending, packed.getvalue())
            name = {"docx": 7, "xlsx": 6, "ods": 0}[ending]
            add("open", bytes([name]) + packed.getvalue())
    # The quirks the samples do not have.
    add("xlsx", '<worksheet><dimension ref="A1:C3"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>A1</f><v>0.9366</v></c><c r="C1" t="inlineStr"><is><t>甲</t></is></c></row><row r="2"><c r="A2" t="d"><v>2024-12-31T00:00:00</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="b"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells></worksheet>'.encode()
        + b'\xff<sst uniqueCount="1"><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>\xff<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.00%;[Red]-#,##0.0 &quot;x&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>')
    add("docx", '<w:document><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/><w:del/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/><w:hMerge/></w:tcPr><w:p><w:r><w:t>产出</w:t><w:br/><w:sym w:char="F052"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl></w:body></w:document>'.encode())
    add("ods", '<o:document-content xmlns:o="o" xmlns:style="s" xmlns:table="t" xmlns:text="x" xmlns:office="f"><style:style style:name="ta1"><style:table-properties table:display="false"/></style:style><table:tracked-changes><table:table/></table:tracked-changes><table:table table:name="自评表" table:style-name="ta1"><table:shapes><a/></table:shapes><table:table-row table:number-rows-repeated="2"/><table:table-row table:visibility="collapse"><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2"><text:p>产出<text:s text:c="3"/>指标<text:tab/><text:line-break/></text:p><text:p>两行</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="1"/><table:table-cell office:value-type="percentage" office:value="0.9366"/><table:table-cell office:value-type="date" office:date-value="2024-12-31T00:00:00"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row><table:table-row-group><table:table-row><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="2300"><text:p>2300</text:p></table:table-cell></table:table-row></table:table-row-group></table:table></o:document-content>'.encode())
    for path in sorted(DOCUMENTS.glob("*.xls")):
        add("xls", path.read_bytes())
        add("open", b"\5" + path.read_bytes())
        add("xls", stream_of(path.read_bytes()))
    add("xls", records())


def stream_of(container):
    """The workbook stream, found by its first record: the sample keeps it in one piece."""
    at = container.find(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    return container[at:] if at >= 0 else b""


def records():
    """A small workbook with one record of every kind that is read."""
    def record(kind, content=b""):
        return struct.pack("<HH", kind, len(content)) + content

    def wide(text):
        return b"\1" + text.encode("utf-16-le")

    def counted(text):
        return struct.pack("<H", len(text)) + wide(text)

    begin = record(0x0809, struct.pack("<HH", 0x0600, 5))
    middle = record(0x0022, b"\1\0") + record(0x041E, struct.pack("<H", 164) + counted("yyyy/m/d"))
    middle += b"".join(record(0x00E0, struct.pack("<HH", 0, n)) for n in (0, 10, 164))
    middle += record(0x00FC, struct.pack("<II", 2, 2) + counted("产出指标") + counted("两\n行")) + record(0x003C, b"\0abc")
    entry = lambda offset: record(0x0085, struct.pack("<I", offset) + b"\1\0\3" + wide("自评表"))
    end = record(0x000A)
    offset = len(begin + middle + entry(0) + end)
    cells = record(0x0809, struct.pack("<HH", 0x0600, 16)) + record(0x0208, struct.pack("<7H", 2, 0, 0, 0, 0, 0, 0x20))
    cells += record(0x007D, struct.pack("<5H", 1, 2, 9, 0, 1)) + record(0x00FD, struct.pack("<3HI", 1, 1, 0, 0))
    cells += record(0x0203, struct.pack("<3Hd", 1, 2, 1, 0.9366)) + record(0x027E, struct.pack("<3HI", 1, 3, 2, 2300 << 2 | 2))
    cells += record(0x00BD, struct.pack("<3HIHIH", 2, 1, 0, 2300 << 2 | 2, 0, 1890 << 2 | 3, 2))
    cells += record(0x0006, struct.pack("<3H8B", 2, 3, 0, 0, 0, 0, 0, 0, 0, 255, 255) + b"\0" * 6) + record(0x0207, counted("合格"))
    cells += record(0x0205, struct.pack("<3H", 3, 2, 0) + b"\7\1") + record(0x0204, struct.pack("<3H", 3, 3, 0) + counted("旧式"))
    cells += record(0x00E5, struct.pack("<9H", 2, 2, 3, 1, 1, 4, 5, 3, 3))
    return begin + middle + entry(offset) + end + cells + end


def pdf():
    for path in sorted((DOCUMENTS / "pdf-test").glob("*.pdf")) + [DOCUMENTS / "wuhan-unigb.pdf"]:
        data = path.read_bytes()
        add("pdf", data)
        if len(data) < 5000:
            add("open", b"\x08" + data)
        unpacked = []
        for body in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.S):
            try:
                body = zlib.decompress(body)
            except zlib.error:
                pass
            if b"Tj" in body or b"TJ" in body or b" re" in body:
                unpacked.append(body)
        for body in unpacked[:4]:
            add("pdf_content", body.replace(b"\xff", b"")[:4000])
        add("pdf", with_plain_streams(data))
    cmap = b"/CIDInit begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <00FF> <0041> endbfrange 2 beginbfchar <0001> <5E74> <0002> <D840DC00> endbfchar endcmap"
    table = b"0 700 m 200 700 l 0 650 m 200 650 l 0 600 m 200 600 l S 0 0 m 100 0 l 0 700 m 0 600 l 100 700 m 100 600 l 200 700 m 200 600 l S 10 10 50 50 re f BT /F2 12 Tf 10 670 Td (a) Tj 90 0 Td (b) Tj ET q 1 0 0 1 5 5 cm /X Do Q BT /F1 9 Tf 1 0 0 1 10 620 Tm [<00010002> -20 <0003>] TJ ET"
    font = b"/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/W[1[500 600]7 9 500]/DW 1000/CIDSystemInfo<</Ordering(GB1)>>>>]"
    add("pdf_content", b"\xff".join([table, cmap, b"BT /F2 5 Tf 9 9 Td (form) Tj ET /X Do", font]))
    add("pdf_content", b"\xff".join([table, cmap, b"", b"/Subtype/Type1/BaseFont/A/FirstChar 32/LastChar 34/Widths[1 2 3]/Encoding<</Differences[65/B/C]>>/FontDescriptor<</Flags 4>>"]))
    add("pdf_content", b"\xff".join([table, cmap, b"", b"/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/FirstChar 1/Widths[9]"]))


def with_plain_streams(data):
    """Packed streams unpacked, lengths put right: changes reach what is inside. Offsets are rebuilt by the parser."""
    def plain(found):
        try:
            body = zlib.decompress(found[3])
        except zlib.error:
            return found[0]
        head = re.sub(rb"/Filter\s*(\[\s*)?/FlateDecode(\s*\])?", b"", found[1])
        head = re.sub(rb"/Length \d+", b"/Length %d" % len(body), head)
        return head + found[2] + body + b"\nendstream"
    text = re.sub(rb"(<<[^\xff]{0,400}?>>)(\s*stream\r?\n)(.*?)\r?\nendstream", plain, data, flags=re.S)
    table = [(int(m[1]), m.start()) for m in re.finditer(rb"(?m)^(\d+) 0 obj", text)]
    trailer = re.search(rb"trailer\s*(<<.*?>>)\s*startxref", text, re.S)
    if not trailer or not table:
        return text
    text = text[: text.rfind(b"xref", 0, trailer.start())]
    table.sort()
    out = [b"xref\n0 %d\n0000000000 65535 f \n" % (table[-1][0] + 1)]
    places = dict(table)
    for number in range(1, table[-1][0] + 1):
        out.append(b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f"))
    return text + b"".join(out) + b"trailer\n" + trailer[1] + b"\nstartxref\n%d\n%%%%EOF\n" % len(text)


def scripts():
    own = [
        "while true {}", "let a = []; loop { a.push(1); }", "let t = \"甲\"; loop { t += t; }", "m.f()", "e + 1", "points(1/0)",
        "let x = 1; for i in range(0, 400) { x *= 1000003; x /= 7; } x", "let f = |x| f.call(x); f.call(1)",
        "let m = #{}; for i in 0..2000 { m[`k${i}`] = m; } 0", "if m.ratio >= params.数 { 1 } else { rounded(m.ratio, \"甲\") }",
        "let a = []; a.pad(1000000, 0); a.len()", "\"甲\".pad(100000, \"乙\").len()", "switch m.kind { \"quantity\" => 1, _ => cannot(\"甲\") }",
        "let s = 0; for r in g.rows { s += r.points; } s / g.possible", "t.execution + t.indicators - t.input(\"扣分\")",
        "return left_out(`${params.表.二[1]}`);", "throw \"甲\"", "let 甲 = 1/3*3; note(\"甲\", 甲); abs(-甲)", "\"优\"", "cannot(\"甲\")",
        "let a = [1,2,3]; a.sort(); a.reduce(|s, x| s + x) / m.input(\"上年\")", "let a = [[0]]; for i in 0..99 { a = [a, a]; } 0",
    ]
    for place in range(1, 8):
        for body in own:
            add("script", bytes([place]) + body.encode())
    add("script", b"\0fn f(m) { f(m) }\nfn " + "正向(m) { f(m) }".encode())
    add("script", b"\0fn " + ("正向(m) { " + "(" * 80 + "1" + ")" * 80 + " }").encode())
    add("script", b"\0" + "".join(f"fn f{n}(x) {{ f{n + 1}(x) }}\n" for n in range(60)).encode())
    for path in sorted((ROOT / "rules").glob("*/*/*.rhai")):
        text = path.read_text()
        add("script", b"\0" + text.encode())
        for body in re.findall(r"(?ms)^fn [^{\n]*\{\n(.*?)^\}", text):
            for place in (1, 2, 3, 7):
                add("script", bytes([place]) + body.encode())


def lowered():
    tests = (ROOT / "src/rules/host/lowered/tests.rs").read_text()
    corners = tests[tests.index("fn corners_are"):tests.index("] {\n        let host")]
    bodies = [eval(text) for text in re.findall(r'^        ("(?:[^"\\]|\\.)*"),$', corners, re.M)]
    bodies += ["let a = 1; let b = m.actual; if a < b { return g(a, b); } twice(a, least(b, 2)) / most(m.ratio, 0.5)",
               "if e.rate >= params.系数 { points(e.weight) } else { e.weight * e.executed / e.budget }",
               "let s = t.execution + t.indicators; if t.rate < params.表.一 { return bounded(s, 0, 60); } s"]
    for path in sorted((ROOT / "rules").glob("*/*/*.rhai")):
        bodies += re.findall(r"(?ms)^fn [^{\n]*\{\n(.*?)^\}", path.read_text())
    for number, body in enumerate(bodies):
        for figures in (b"\x4c\x00\x4b\x55\x67\x42\x05\x00", bytes((number * 37 + 31 * at) % 256 for at in range(8))):
            add("lowered", figures + body.encode())


def strict():
    for path in [*ROOT.glob("samples/**/*.json"), *ROOT.glob("samples/**/*.yaml"), *ROOT.glob("rules/*/*/pack.yaml"), *ROOT.glob("tests/*/*.json"), *ROOT.glob("tests/*/*.yaml")]:
        data = path.read_bytes()
        if len(data) < 6000:
            add("strict", data)
    text = (ROOT / "src/document/strict_tests.rs").read_text()
    corners = text[text.index("fn corners()"):text.index("const ODD")]
    for corner in re.findall(r'^\s+\(?("(?:[^"\\]|\\.)*"),', corners, re.M):
        add("strict", json.loads(re.sub(r"\\u\{(\w+)\}", lambda found: f"\\u{int(found[1], 16):04x}", corner)).encode())
    for line in lines_of_batch():
        add("strict", line.encode())
        add("strict", json.dumps(json.loads(line), ensure_ascii=False, indent=1).encode())


def lines_of_batch():
    tests = (ROOT / "tests/batch/mod.rs").read_text()
    return [line for line in re.findall(r'r#"(\{"[^\n]*\})"#', tests) if "{{" not in line]


def bulk():
    """Lines; what the program writes of them, where it is built; and pages for the columns of the target."""
    lines = ("\n".join(lines_of_batch()) + "\n").encode()
    add("bulk", b"\0" + lines)
    add("bulk", b"\4" + lines.replace(b"\n", b"\r\n\n") + b"[]\n{\"scope\":1}")
    program = next((ROOT / "target" / sort / "jixiao" for sort in ("release", "debug") if (ROOT / "target" / sort / "jixiao").exists()), None)
    if program:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "a.jsonl").write_bytes(lines)
            subprocess.run([program, "batch", "-q", "a.jsonl", "-o", "a.parquet"], cwd=folder, check=False)
            whole = (Path(folder) / "a.parquet").read_bytes()
        add("bulk", b"\1" + whole)
        add("bulk", b"\5" + whole)
    else:
        print("bulk: no whole Parquet files, jixiao is not built", file=sys.stderr)

    def varint(number):
        return bytes([number]) if number < 128 else bytes([number & 127 | 128]) + varint(number >> 7)

    def levels(*runs):
        packed = b"".join(varint(count << 1) + bytes([value]) for count, value in runs)
        return struct.pack("<I", len(packed)) + packed

    def text(*texts):
        return b"".join(struct.pack("<I", len(one.encode())) + one.encode() for one in texts)

    def page(kind, values, body):
        return struct.pack("<BH", kind, values) + body

    def raw(page):
        """The same with a header, as Thrift writes it."""
        kind, values = struct.unpack_from("<BH", page)
        length = varint(len(page) - 3 << 1)
        head = b"\x15" + varint(4 if kind & 128 else 0) + b"\x15" + length + b"\x15" + length
        head += (b"\x4c\x15" if kind & 128 else b"\x2c\x15") + varint(values << 1) + b"\x15" + varint((kind & 15) << 1)
        return head + (b"" if kind & 128 else b"\x15\6\x15\6") + b"\0\0" + page[3:]

    delta = b"\x80\1\4" + varint(4) + b"\2\2" + b"\0\0\0\0"
    sheets = [
        {0: [page(0, 2, levels((2, 1)) + text("a", "b"))]},
        {0: [page(0, 1, levels((1, 1)) + text("a")), page(0, 1, levels((1, 0)))]},
        {9: [page(128, 2, text("3个", "≥90%")), page(8, 4, levels((1, 0), (1, 1), (1, 0), (1, 1)) + levels((4, 3)) + b"\1\3\2")]},
        {7: [page(0, 2, levels((2, 0)) + levels((1, 3), (1, 1)) + text("甲"))], 9: [page(0, 2, levels((2, 0)) + levels((1, 3), (1, 1)) + text("1"))]},
        {6: [page(0, 5, levels((1, 0), (2, 2), (1, 1), (1, 0)) + levels((4, 6), (1, 4)) + text(*"甲乙丙丁"))]},
        {8: [page(5, 4, levels((2, 0), (2, 1)) + levels((4, 3)) + delta)], 9: [page(6, 4, levels((2, 0), (2, 1)) + levels((4, 3)) + delta + b"abc")]},
        {11: [page(3, 2, levels((2, 0)) + levels((2, 4)) + b"\2\0\0\0\4\1")], 4: [page(0, 2, levels((2, 0)) + levels((1, 2), (1, 1)) + text("a", "b"))]},
        {9: [page(128, 1, text("x" * 300)), page(0x48, 500, levels((2, 0), (63998, 1)) + levels((64000, 3)) + b"\0" + varint(128000))]},
    ]
    for sheet in sheets:
        for how in (2, 3, 6):
            columns = [(b"\xff\xfe\xfc".join(sheet.get(n, [])) if how != 3 else b"".join(map(raw, sheet.get(n, [])))) for n in range(12)]
            add("bulk", bytes([how, 2]) + b"\xff\xfe\xfd".join(columns).rstrip(b"\xff\xfe\xfd"))


def api():
    def body(**words):
        return json.dumps({"sheet": "startup", **words}, ensure_ascii=False).encode()

    script = (ROOT / "rules/wuhan/2024/methods.rhai").read_text()
    copy = {"rules": "wuhan@2024", "files": [{"path": "methods.rhai", "text": script[:600] + script[-900:]}]}
    questions = [
        (0, "", b""), (1, "name=a.yaml", (ROOT / "tests/checks/C04-fails.yaml").read_bytes()), (1, "name=a.txt", "甲\t乙".encode()), (2, "", b""), (3, "rules=national", b""),
        (4, "id=startup&lang=en", b""), (5, "sheet=startup", b""), (6, "", body(set=["execution.weight=10", "rows[2].actual=3"], others=["national"])),
        (7, "", body(set=["rows[1].points=2"])), (8, "", body(by="25%", draws=20, seed=1)), (9, "", body()),
        (10, "format=html&subject=audit&sheet=startup", b""), (10, "format=xlsx&subject=whatif&set=execution.weight=10", b""), (10, "format=docx&subject=score", b""),
        (11, "", json.dumps({"title": "a/b", "reason": "r", "set": [{"set": "execution.weight=10", "because": "x"}]}).encode()),
        (12, "", b"title: a\nset:\n  execution.weight: 10\n"), (13, "", b""), (14, "", json.dumps({"set": ["rows.actual*=90%"]}).encode()),
        (15, "", body(code="C12", row="2", reason="x", by="y")), (16, "", body(code="C12", row="2")), (17, "", b""),
        (18, "", body(row=1, field="actual", value="≥ 9个")), (19, "", body(row=1, field="actual")), (20, "id=startup", b""), (21, "", b""),
        (22, "rules=wuhan@2024", b""), (23, "", json.dumps(copy, ensure_ascii=False).encode()), (24, "", json.dumps({**copy, "sheet": "startup"}, ensure_ascii=False).encode()),
    ]
    asked = [bytes([route]) + words.encode() + b"\xfe" + sent for route, words, sent in questions]
    for one in asked:
        add("api", one)
    for one, two in zip(asked, asked[1:]):
        add("api", one + b"\xff" + two + b"\xff\x03\xff\x04id=startup")


def repeated():
    sheet = "范围: 项目\n预算执行情况: {预算数: 2300, 执行数: 2154.12}\n绩效指标:\n"
    row = "  - {指标名称: 及时率, 指标值: 100%, 实际完成值: 86.67%, 分值: 2.5, 得分: 2.17}\n"
    head = "2024年甲项目自评表\n\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n"
    line = "\t产出指标\t数量指标\t期刊\t≥3期\t3期\t2\t2\n"
    cells = [(0, "3个、", ""), (0, "1", "万元"), (0, "(", ""), (1, row, sheet), (2, "[", ""), (2, '{"a":1},', "["),
             (3, line, head), (3, "目标名称 一级指标 二级指标\n", "项目支出绩效目标表\n"), (4, line.replace("\t", ","), head),
             (4, '"', ""), (5, line.replace("\t", "|"), head.replace("\t", "|")), (5, "|", ""), (6, "<table><tr><td>", ""),
             (6, "<td>a</td>", "<table><tr>"), (6, "<tr><td rowspan=9 colspan=2>a<td>b", "<table>"), (6, "<b><p>", ""),
             (7, "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", "<w:document><w:body><w:tbl><w:tr>"),
             (7, "<w:tbl><w:tr><w:tc>", "<w:document><w:body>"),
             (8, "<table:table-row><table:table-cell table:number-rows-spanned=\"9\"><text:p>a</text:p></table:table-cell></table:table-row>", "<o><table:table>"),
             (10, "0 0 m 100 0 l S ", ""), (10, "BT /F1 12 Tf 50 700 Td (word) Tj ET ", ""), (10, "q ", ""), (10, "1 0 0 1 0 1 cm (a) Tj ", "BT /F1 1 Tf ")]
    for kind, again, before in cells:
        for length in (3, 63):
            add("repeated", bytes([kind, length]) + b"\xff".join(part.encode() for part in (before, again, "")))
    stream = records()
    at = stream.find(struct.pack("<HH", 0x0203, 14))
    add("repeated", bytes([9, 30]) + b"\xff".join([stream[:at].replace(b"\xff", b"\0"), stream[at:at + 18].replace(b"\xff", b"\0"), b""]))


def dictionaries():
    words = set(re.findall(r"[一-鿿]{2,10}", (ROOT / "src/recognise/words.yaml").read_text()))
    for path in (ROOT / "src/value/lexicon").glob("*.rs"):
        words |= set(re.findall(r'"([^"\n\\]{1,12})"', path.read_text()))
    keys = set()
    for path in [*(ROOT / "src/document").glob("*_yaml/*.rs"), *(ROOT / "src/rules/load").glob("*.rs")]:
        for pair in re.findall(r'Name::new\("([^"]+)", "([^"]+)"', path.read_text()):
            keys |= {f"{word}: " for word in pair}
    markup = set()
    for target in ("docx", "xlsx", "ods", "html"):
        for data in seeds[target]:
            markup |= set(re.findall(r'</?[A-Za-z0-9:]+|[\w:-]+="', data.decode("utf-8", "ignore")))
    drawing = set("BT ET Tf Td TD Tm Tj TJ T* Tc Tw Tz TL Ts ' \" q Q cm re m l c v y h S s f F f* B b n W W* Do BI ID EI gs cs CS sc scn g rg k BMC BDC EMC d0 d1".split())
    drawing |= set(re.findall(r"/[A-Za-z0-9]+", b" ".join(seeds["pdf"]).decode("latin-1")))
    drawing |= {"beginbfchar", "endbfchar", "beginbfrange", "endbfrange", "begincodespacerange", "usecmap", "1 0 R", "2 0 R", "endobj", "obj", "stream", "endstream", "xref", "trailer", "startxref"}
    script = set("fn let const if else while loop do until for in return break continue switch throw try catch this Fn call curry is_def_fn true false #{ => ?? ?. .. ..= ** << >> `${ range split pad reduce map filter sort".split())
    script |= set(re.findall(r'"([^"\n\\]{1,20})"', (ROOT / "src/rules/host/vocabulary.rs").read_text()))
    sorts = {
        "script": script,
        "words": words, "keys": words | keys, "markup": words | markup | {"rowspan=\"", "colspan=\"", "<![CDATA[", "&#x", "]]>", "<!--"},
        "drawing": drawing, "everything": words | keys | {word for word in markup if ":" in word or "<t" in word} | drawing,
    }
    users = {
        "script": ["script", "lowered"],
        "words": ["value", "text", "grid", "audit_text", "render"], "keys": ["sheet", "targets", "rule_pack", "open", "accepted", "api", "strict", "bulk"], "everything": ["repeated"],
        "markup": ["html", "docx", "xlsx", "ods"], "drawing": ["pdf", "pdf_content"],
    }
    folder = HERE / "dictionaries"
    folder.mkdir(exist_ok=True)
    for sort, targets in users.items():
        def quoted(word):
            return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n'
        text = "".join(quoted(word) for word in sorted(sorts[sort]) if 0 < len(word.encode()) <= 60)
        for target in targets:
            (folder / f"{target}.dict").write_text(text)


def main():
    for step in (own, accepted, texts, office, pdf, scripts, lowered, strict, bulk, api, repeated, dictionaries):
        step()
    for target, inputs in seeds.items():
        folder = HERE / "corpus" / target
        folder.mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(inputs):
            (folder / f"seed-{number:03}").write_bytes(data)
        print(f"{target}: {len(inputs)} seeds", file=sys.stderr)


main()
