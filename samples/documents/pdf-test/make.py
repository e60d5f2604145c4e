#!/usr/bin/env python3
"""Makes the PDF samples of this folder (README.md) and the large file of benches/pdf.

    pip install reportlab==5.1.0          # and LibreOffice with a CJK font for pages.pdf
    python3 make.py                       # rewrites the samples beside this script
    python3 make.py --bench 200 big.pdf   # a file of that many pages
"""

import pathlib
import subprocess
import sys
import tempfile

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table
from reportlab.rl_config import __dict__ as rl_config

HERE = pathlib.Path(__file__).parent
SONG = "STSong-Light"

# 数字和指标名称照公开表抄录，见 ../../wuhan-2024/README.md。
TITLE = "2024年度创业创新运行保障支出项目自评表"
HEAD = [
    ["单位名称", "武汉市中小企业发展促进中心", "", "", "填报日期", "2025年", ""],
    ["预算执行情况\n（万元）", "", "预算数(A)", "执行数(B)", "执行率(B/A)", "得分", ""],
    ["", "年度财政资金总额", "155", "135.6", "87.48%", "17.5分", ""],
    ["一级指标", "二级指标", "三级指标", "年初目标值(A)", "实际完成值(B)", "得分", "备注"],
]
STARTUP = [
    ["产出指标", "数量指标", "服务企业数量", "55", "55", "13分", ""],
    ["", "", "组织计算机软考场次", "2", "2", "13分", ""],
    ["效益指标", "质量指标", "后勤正常运行率", "98%", "98%", "14分", ""],
    ["", "经济效益指标", "促进中小微企业\n可持续健康发展", "是", "是", "20分", ""],
    ["满意度指标", "服务对象满意度指标", "后勤满意度", "95%", "100%", "20分", ""],
]
TOTAL = ["总分", "97.5分", "", "", "", "", ""]
SPANS = [
    ((1, 0), (3, 0)), ((5, 0), (6, 0)),
    ((0, 1), (0, 2)), ((5, 1), (6, 1)), ((5, 2), (6, 2)),
    ((0, 4), (0, 5)), ((1, 4), (1, 5)),
    ((0, 6), (0, 7)),
    ((1, 9), (6, 9)),
]
SERIES = [
    ("产出指标", "数量指标", [
        ("课题攻关", "3个", "4个", "2分"),
        ("平台运维，发布信息", "每月100篇", "每月165篇", "2分"),
        ("平台服务企业及个人用户", "20万人次/家次", "26万人次/家次", "2分"),
        ("监测工业企业经济运行情况", "350家", "1035家", "2分"),
        ("服务补贴券运行管理", "6000家", "0", "0分"),
        ("", "3000万", "0", "0分"),
        ("创业武汉品牌服务", "350项", "355项", "1分"),
        ("", "12000家次", "13021家次", "1分"),
        ("万企育才考核", "1600000人 (线上+线下)", "0", "0分"),
        ("对接、辅导活动场次", "58场", "71场", "2分"),
        ("服务企业家次", "2260家", "2384家", "2分"),
        ("企业服务需求问卷数", "1000份", "1007份", "2分"),
        ("实地调研企业数", "200家", "250家", "2分"),
        ("精准服务企业家数", "110家", "466家", "2分"),
    ]),
    ("产出指标", "质量指标", [
        ("平台运营不间断服务率", "98%", "100%", "2.5分"),
        ("培训对象参训率", "≥90%", "0", "0分"),
    ]),
    ("产出指标", "时效指标", [
        ("平台维护率", "100%", "100%", "2.5分"),
        ("当期任务完成及时率", "100%", "86.67%", "2.17分"),
    ]),
    ("效益指标", "社会效益指标", [
        ("持续优化营商环境,助力中小企业高质量发展", "是", "是", "6分"),
        ("节约中小企业成本", "3000万", "5000万", "6分"),
    ]),
    ("满意度指标", "服务对象满意度指标", [
        ("社会公众或服务对象满意度", "≥85%", "98.88%", "16分"),
    ]),
]


def form(rows, spans, size=9):
    widths = [62, 84, 124, 72, 72, 44, 40]
    style = [
        ("FONT", (0, 0), (-1, -1), SONG, size),
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
    ] + [("SPAN", start, end) for start, end in spans]
    return Table(rows, colWidths=widths, style=style)


def heading(text, size=16):
    return Paragraph(text, ParagraphStyle("h", fontName=SONG, fontSize=size, leading=size * 1.5, alignment=1, wordWrap="CJK"))


def body(text):
    return Paragraph(text, ParagraphStyle("b", fontName=SONG, fontSize=10.5, leading=18, wordWrap="CJK"))


def build(path, story, **more):
    rl_config["invariant"] = 1
    document = SimpleDocTemplate(str(path), pagesize=A4, title="", author="", leftMargin=40, rightMargin=40,
                                 topMargin=50, bottomMargin=50, invariant=1, **more)
    document.build(story)


def startup_story():
    return [
        heading(TITLE),
        Spacer(1, 6),
        form(HEAD + STARTUP + [TOTAL], SPANS),
        Spacer(1, 6),
        body("注：金额单位为万元，执行率 = B/A。"),
        body("软考考场费改由省软考办支付，这部分经费无法执行。"),
    ]


def aligned(path):
    """A target table without a single rule."""
    page = Canvas(str(path), pagesize=A4, invariant=1)
    page.setFont(SONG, 14)
    page.drawCentredString(297, 780, "项目支出绩效目标表")
    page.setFont(SONG, 10)
    page.drawString(60, 750, "单位：武汉市中小企业发展促进中心")
    rows = [["二级指标", "三级指标", "指标值", "计量单位"], ["数量指标", "服务企业数量", "55", "家"],
            ["数量指标", "组织计算机软考场次", "2", "场"], ["质量指标", "后勤正常运行率", "≥98", "%"]]
    for number, row in enumerate(rows):
        for x, text in zip((60, 150, 330, 430), row):
            page.drawString(x, 720 - 20 * number, text)
    page.drawString(60, 620, "指标值依据上年完成情况确定。")
    page.save()


def scan(path):
    """A page that is a picture and nothing else."""
    from reportlab.lib.utils import ImageReader
    from io import BytesIO
    picture = BytesIO(b"P5 8 8 255\n" + bytes(range(0, 256, 4)))
    page = Canvas(str(path), pagesize=A4, invariant=1)
    page.drawImage(ImageReader(picture), 0, 0, *A4)
    page.save()


def raw_pdf(objects):
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def gbk(path):
    """Two columns in the encoding of office typesetting systems: GBK-EUC-H, nothing embedded."""
    rows = [["指标名称", "Full 分值"], ["组织计算机软考场次", "13分"], ["≥98%", "20"]]
    content = []
    for number in range(len(rows) + 1):
        content.append("60 %d m 360 %d l S" % (700 - 30 * number, 700 - 30 * number))
    for x in (60, 240, 360):
        content.append("%d 700 m %d %d l S" % (x, x, 700 - 30 * len(rows)))
    for number, row in enumerate(rows):
        for x, text in zip((66, 246), row):
            content.append("BT /F1 12 Tf %d %d Td <%s> Tj ET" % (x, 680 - 30 * number, text.encode("gbk").hex()))
    stream = "\n".join(content).encode()
    path.write_bytes(raw_pdf([
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000/W[814 939 500]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>",
        b"<</Type/FontDescriptor/FontName/SimSun/Flags 32/Ascent 859/Descent -140/CapHeight 683/StemV 80"
        b"/ItalicAngle 0/FontBBox[-8 -145 1000 859]>>",
    ]))


def pages_html():
    cell = "<td{}>{}</td>".format
    out = ['<table border="1" cellspacing="0" cellpadding="3" width="100%"><thead><tr>' + "".join("<th>%s</th>" % name for name in HEAD[3][:6]) + "</tr></thead><tbody>"]
    first_level = None
    for level1, level2, rows in SERIES:
        for number, row in enumerate(rows):
            out.append("<tr>")
            if level1 != first_level:
                first_level = level1
                span = sum(len(group[2]) for group in SERIES if group[0] == level1)
                out.append(cell(' rowspan="%d"' % span, level1))
            if number == 0:
                out.append(cell(' rowspan="%d"' % len(rows), level2))
            if row[0]:
                measures = 1
                while number + measures < len(rows) and not rows[number + measures][0]:
                    measures += 1
                out.append(cell(' rowspan="%d"' % measures if measures > 1 else "", row[0]))
            out += [cell("", text) for text in row[1:]]
            out.append("</tr>")
    out.append('<tr><td>总分</td><td colspan="5">91.9分</td></tr></tbody></table>')
    return """<html><head><meta charset="utf-8"><style>
@page { size: 210mm 148mm; margin: 12mm }
body { font-family: "WenQuanYi Zen Hei"; font-size: 10pt }
</style></head><body><p align="center">2024年度中小企业及创业武汉系列服务项目自评表</p>%s<p>金额单位：万元</p></body></html>""" % "".join(out)


def pages(path):
    """Written by LibreOffice: embedded font, merged cells cut by page breaks, header repeated on every page."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "pages.html")
        source.write_text(pages_html(), encoding="utf-8")
        subprocess.run(["soffice", "-env:UserInstallation=file://%s/profile" % folder, "--headless",
                        "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export",
                        "--outdir", folder, str(source)], check=True, capture_output=True)
        path.write_bytes(pathlib.Path(folder, "pages.pdf").read_bytes())


def bench(count, path):
    story = []
    from reportlab.platypus import PageBreak
    for number in range(count):
        rows, spans = [HEAD[3]], []
        for level1, level2, group in SERIES + SERIES[:1]:
            start = len(rows)
            rows += [[level1 if i == 0 else "", level2 if i == 0 else "", *row, ""] for i, row in enumerate(group)]
            spans += [((0, start), (0, len(rows) - 1)), ((1, start), (1, len(rows) - 1))]
        story += [heading("表%d 系列服务项目自评表" % (number + 1)), form(rows, spans, 8), body("金额单位：万元"), PageBreak()]
    build(path, story)


def main():
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    if sys.argv[1:2] == ["--bench"]:
        bench(int(sys.argv[2]), pathlib.Path(sys.argv[3]))
        return
    build(HERE / "unigb.pdf", startup_story())
    build(HERE / "encrypted.pdf", startup_story(), encrypt=StandardEncryption("secret", canPrint=1, strength=128))
    aligned(HERE / "aligned.pdf")
    scan(HERE / "scan.pdf")
    gbk(HERE / "gbk.pdf")
    pages(HERE / "pages.pdf")


if __name__ == "__main__":
    main()
