#!/usr/bin/env python3
"""Makes the documents in this folder from the sheets in ../wuhan-2024 and the target tables in ../targets-2026.

    pip install openpyxl==3.1.5 python-docx==1.2.0 reportlab==5.1.0 PyYAML==6.0.3
    apt install fonts-wqy-microhei          # embedded, as a subset, in the PDF files
    python3 samples/documents/make.py

The same input gives the same bytes: all dates are fixed, and archives are packed again without their times.
README.md says what each file holds. `forms.py` lays the forms out; this file writes them in five formats.
"""
import html
import io
import re
import sys
import zipfile
from pathlib import Path

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table as PdfTable

from forms import LAYOUTS, target_documents

HERE = Path(__file__).resolve().parent
FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
DATE = (2026, 1, 1, 0, 0, 0)
ISO_DATE = "2026-01-01T00:00:00Z"


def repack(data: bytes) -> bytes:
    """The same archive with fixed times, and a fixed date in the document's properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in sorted(old.infolist(), key=lambda item: (item.filename != "[Content_Types].xml", item.filename)):
            content = old.read(item)
            if item.filename == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", ISO_DATE.encode(), content)
            entry = zipfile.ZipInfo(item.filename, DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return out.getvalue()


def typed(text):
    """What a clerk's spreadsheet stores: percentages and plain numbers as numbers with a format, the rest as text."""
    plain = text.replace(",", "")
    if match := re.fullmatch(r"(\d+)(?:\.(\d+))?%", plain):
        places = len(match[2] or "")
        return round(float(plain[:-1]) / 100, places + 2), "0" + ("." + "0" * places if places else "") + "%"
    if match := re.fullmatch(r"\d+(?:\.(\d+))?", plain):
        places = len(match[1] or "")
        number = float(plain) if places else int(plain)
        pattern = "#,##0" if "," in text else "0"
        shown = "General" if "," not in text and str(number) == text else pattern + ("." + "0" * places if places else "")
        return number, shown
    return text, "General"


def write_xlsx(document, path):
    """One worksheet a form, or all forms on one worksheet; the table may begin away from A1."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    line = Side(style="thin")
    page, top = None, 1
    for form in document.forms:
        if page is None or not document.one_worksheet:
            page, top = book.create_sheet(form.short), 1 + document.offset
        left = 1 + document.offset
        for text in [form.heading, form.title, *form.lines]:
            if text:
                page.cell(top, left, text).font = Font(bold=text == form.title)
                if text == form.title:
                    page.merge_cells(start_row=top, start_column=left, end_row=top, end_column=left + form.table.columns - 1)
                top += 1
        for cell in form.table.cells:
            row, column = top + cell.row, left + cell.column
            target = page.cell(row, column)
            target.value, target.number_format = typed(cell.text)
            if isinstance(target.value, str):
                target.data_type = "s"  # "=100%" is a target, not a formula
            if cell.text == "":
                target.value = None
            for r in range(row, row + cell.down):
                for c in range(column, column + cell.across):
                    page.cell(r, c).border = Border(line, line, line, line)
            target.alignment = Alignment(wrap_text=True, vertical="center", horizontal="left" if len(cell.text) > 30 else "center")
            if len(cell.text) > 30 and cell.down == 1:
                width = sum(form.table.widths[cell.column:cell.column + cell.across])
                lines = sum(1 + 2 * len(part) // width for part in cell.text.split("\n"))
                page.row_dimensions[row].height = max(page.row_dimensions[row].height or 15, 15 * lines)
            if cell.down > 1 or cell.across > 1:
                page.merge_cells(start_row=row, start_column=column, end_row=row + cell.down - 1, end_column=column + cell.across - 1)
        for column, width in enumerate(form.table.widths):
            page.column_dimensions[get_column_letter(left + column)].width = width
        top += form.table.rows + 2
    out = io.BytesIO()
    book.save(out)
    path.write_bytes(repack(out.getvalue()))


def docx_table(target, table):
    """A table with gridSpan and vMerge where the form merges cells; header rows are marked as repeated."""
    made = target.add_table(rows=table.rows, cols=table.columns)
    made.style = "Table Grid"
    made.autofit = False
    grid = [list(row.cells) for row in made.rows]
    total = sum(table.widths)
    for column, width in enumerate(table.widths):
        made.columns[column].width = Cm(16.5 * width / total)
    for cell in table.cells:
        box = grid[cell.row][cell.column]
        if cell.down > 1 or cell.across > 1:
            box = box.merge(grid[cell.row + cell.down - 1][cell.column + cell.across - 1])
        box.text = ""
        for number, part in enumerate(cell.text.split("\n")):
            paragraph = box.paragraphs[0] if number == 0 else box.add_paragraph()
            paragraph.add_run(part).font.size = Pt(9)
    for index in table.header_rows:
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        made.rows[index]._tr.get_or_add_trPr().append(mark)


def write_docx(document, path):
    """The report with its tables; a form with a page break stands as two tables with the header repeated."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    fonts = made.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(name), "宋体")
    for text in document.report:
        made.add_paragraph(text)
    for form in document.forms:
        for text in [form.heading, form.title, *form.lines]:
            if text:
                made.add_paragraph(text)
        parts = form.table.parts()
        for number, part in enumerate(parts):
            docx_table(made, part)
            if number + 1 < len(parts):
                made.add_page_break()
        made.add_paragraph()
    out = io.BytesIO()
    made.save(out)
    path.write_bytes(repack(out.getvalue()))


def write_html(document, path):
    """A web page with rowspan and colspan; several lines in a cell are paragraphs."""
    page = ['<!DOCTYPE html>', '<html lang="zh-CN">', '<head><meta charset="utf-8"><title>%s</title></head>' % html.escape(document.title), "<body>"]
    page += ["<p>%s</p>" % html.escape(text) for text in document.report]
    for form in document.forms:
        page += ["<h3>%s</h3>" % html.escape(text) for text in [form.heading, form.title] if text]
        page += ["<p>%s</p>" % html.escape(text) for text in form.lines]
        page.append('<table border="1">')
        for row in range(form.table.rows):
            cells = []
            for cell in sorted((cell for cell in form.table.cells if cell.row == row), key=lambda cell: cell.column):
                span = (' rowspan="%d"' % cell.down if cell.down > 1 else "") + (' colspan="%d"' % cell.across if cell.across > 1 else "")
                lines = [html.escape(line) for line in cell.text.split("\n")]
                inside = lines[0] or "&nbsp;" if len(lines) == 1 else "".join("<p>%s</p>" % line for line in lines)
                cells.append("<td%s>%s</td>" % (span, inside))
            page.append("<tr>%s</tr>" % "".join(cells))
        page.append("</table>")
    path.write_text("\n".join([*page, "</body>", "</html>", ""]), encoding="utf-8")


def write_txt(document, path):
    """Extracted text: a row a line, cells between tabs, covered cells empty, lines of a cell joined by a space."""
    lines = []
    for text in document.report:
        lines += [text, ""]
    for form in document.forms:
        for text in [form.heading, form.title, *form.lines]:
            lines += [text, ""] if text else []
        for row in range(form.table.rows):
            texts = [""] * form.table.columns
            for cell in form.table.cells:
                if cell.row == row:
                    texts[cell.column] = cell.text.replace("\n", " ")
            lines.append("\t".join(texts))
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def pdf_table(table, style):
    """A ruled table as a page would show it."""
    width = A4[0] - 72
    data = [[""] * table.columns for _ in range(table.rows)]
    rules = [("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
             ("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3), ("TOPPADDING", (0, 0), (-1, -1), 2)]
    for cell in table.cells:
        text = html.escape(cell.text).replace("\n", "<br/>")
        data[cell.row][cell.column] = Paragraph(text, style)
        if cell.down > 1 or cell.across > 1:
            rules.append(("SPAN", (cell.column, cell.row), (cell.column + cell.across - 1, cell.row + cell.down - 1)))
    total = sum(table.widths)
    return PdfTable(data, colWidths=[width * w / total for w in table.widths], style=rules)


def pdf_pages(table, style, first, rest):
    """The table cut where pages end: the header repeated, cells that go on over the cut empty on the next page."""
    pages, room = [], first
    for part in table.parts():
        while part is not None:
            count = part.rows
            while pdf_table(part.head(count), style).wrap(A4[0] - 72, 10000)[1] > room:
                count -= 1
            pages.append(pdf_table(part.head(count), style))
            part, room = part.tail(count), rest
    return pages


def write_pdf(document, path, font="body"):
    """Pages with ruled tables; each form begins on a new page. The font `body` is embedded, STSong-Light is not."""
    rl_config.invariant = 1
    pdfmetrics.registerFont(TTFont("body", FONT, subfontIndex=0))
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    small = ParagraphStyle("cell", fontName=font, fontSize=8, leading=10, wordWrap="CJK")
    plain = ParagraphStyle("text", fontName=font, fontSize=10, leading=15, wordWrap="CJK")
    title = ParagraphStyle("title", parent=plain, fontSize=14, leading=20, alignment=1)
    story = [Paragraph(html.escape(text), plain) for text in document.report]
    for form in document.forms:
        story += [PageBreak()] if story else []
        story += [Paragraph(html.escape(form.heading), plain)] if form.heading else []
        story += [Paragraph(html.escape(form.title), title)]
        story += [Paragraph(html.escape(text), plain) for text in form.lines] + [Spacer(1, 4)]
        for number, page in enumerate(pdf_pages(form.table, small, A4[1] - 230, A4[1] - 110)):
            story += [PageBreak(), page] if number else [page]
    maker = SimpleDocTemplate(str(path), pagesize=A4, leftMargin=36, rightMargin=36, topMargin=48, bottomMargin=48,
                              title=document.title, author="", creator="")
    maker.build(story)


WRITERS = {"xlsx": write_xlsx, "docx": write_docx, "pdf": write_pdf, "html": write_html, "txt": write_txt}


def main():
    for name, layout in LAYOUTS.items():
        for ending, write in WRITERS.items():
            write(layout(), HERE / f"{name}.{ending}")
    write_pdf(LAYOUTS["wuhan"](), HERE / "wuhan-unigb.pdf", "STSong-Light")
    for name, document in target_documents().items():
        for ending in ("docx", "xlsx", "txt"):
            WRITERS[ending](document, HERE / f"{name}.{ending}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
