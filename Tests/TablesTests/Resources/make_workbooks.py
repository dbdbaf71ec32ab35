#!/usr/bin/env python3
"""Makes the workbooks that the tests of the workbook reader read.

Needs openpyxl, XlsxWriter, xlwt and msoffcrypto-tool from PyPI; make_workbooks.sh runs it and then LibreOffice.
The people are invented. What the reader must make of each file stands in WorkbookFileTests.swift.
"""

import datetime
import sys
from pathlib import Path

import msoffcrypto.format.ooxml as ooxml
import openpyxl
import xlsxwriter
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

FOLDER = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
MADE = datetime.datetime(2024, 1, 1)

TITLE = "DANH SÁCH NHÂN KHẨU THÔN HẠ LANG"
HEADER = ["Mã hộ", "Quan hệ", "Họ và tên", "Ngày sinh", "CCCD", None, None, "Điện thoại", "Ghi chú"]
SUBHEADER = [None, None, None, None, "số", "chữ", "định dạng", None, None]
# Household, relation, name, date of birth, CCCD as a number, as text and in a format, telephone as a number.
PEOPLE = [
    ("H001", "Chủ hộ", "Nguyễn Văn An", datetime.date(1975, 3, 12), 46075003197, "046075003197", 46075003197, 912345678),
    (None, "Vợ", "Trần Thị Ẳnh", datetime.date(1978, 12, 31), 46178000001, "046178000001", 46178000001, 987654321),
    (None, "Con", "Nguyễn Thị Đoan Trang", datetime.date(2004, 2, 29), 46304000002, "046304000002", 46304000002, None),
    ("H002", "Chủ hộ", "  Lê Hữu Ước ", datetime.date(1900, 2, 28), 46000000003, "046000000003", 46000000003, 935000111),
]
FIRST = 5  # the row of the first person


def with_openpyxl(path, from1904=False):
    book = openpyxl.Workbook()
    if from1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.properties.created = book.properties.modified = MADE
    sheet = book.active
    sheet.title = "Hạ Lang"
    sheet["A1"] = TITLE
    sheet.merge_cells("A1:I1")
    for column, (upper, lower) in enumerate(zip(HEADER, SUBHEADER), 1):
        sheet.cell(3, column, upper)
        sheet.cell(4, column, lower)
        if column not in (5, 6, 7):
            sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    sheet.merge_cells("E3:G3")
    for row, person in enumerate(PEOPLE, FIRST):
        if from1904 and person[3].year < 1904:
            person = person[:3] + (datetime.date(1904, 1, 2),) + person[4:]
        for column, value in enumerate(person, 1):
            cell = sheet.cell(row, column, value)
            if column == 4:
                cell.number_format = "dd/mm/yyyy"
            if column == 7:
                cell.number_format = "000000000000"
    sheet.merge_cells("A5:A7")
    sheet.row_dimensions[6].hidden = True
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["H"].hidden = True
    bold = InlineFont(b=True)
    sheet["I5"] = CellRichText("Cấp lại ", TextBlock(bold, "lần 2"), " năm 2024")
    sheet["I6"] = "=A5&\"-1\""
    sheet["I7"] = "#N/A"
    sheet["I7"].data_type = "e"
    sheet["I8"] = True
    second = book.create_sheet("Thời gian")
    second["A1"] = datetime.datetime(2024, 5, 6, 7, 30)
    second["B1"] = datetime.time(16, 45)
    second["C1"] = datetime.timedelta(hours=27, minutes=30)
    second["D1"] = 0.1
    second["E1"] = 1234567.25
    second["E1"].number_format = "#,##0.00"
    second["F1"] = 1e21
    second["G1"] = "_x0041_ giữ nguyên"
    second["H1"] = "hai\ndòng"
    third = book.create_sheet("Ẩn")
    third["B2"] = "x"
    third.sheet_state = "hidden"
    book.save(path)


def with_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": MADE})
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    zeros = book.add_format({"num_format": "000000000000"})
    telephone = book.add_format({"num_format": "0000 000 000"})
    vntime = book.add_format({"font_name": ".VnTime"})
    vntimeh = book.add_format({"font_name": ".VnTimeH"})
    vni = book.add_format({"font_name": "VNI-Times"})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet("Hạ Lang")
    sheet.merge_range("A1:H1", TITLE)
    for column, name in enumerate(HEADER):
        sheet.write(2, column, name)
    for row, person in enumerate(PEOPLE, 3):
        for column, value in enumerate(person):
            if column == 3:
                sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), date)
            elif column == 6:
                sheet.write_number(row, column, value, zeros)
            elif column == 7 and value:
                sheet.write_number(row, column, value, telephone)
            elif value is not None:
                sheet.write(row, column, value)
    sheet.set_row(4, None, None, {"hidden": True})
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.set_column("E:F", None, None, {"hidden": True})
    sheet.write_rich_string("I4", "Cấp lại ", bold, "lần 2", " năm 2024")
    sheet.write_formula("I5", '=A4&"-1"', None, "H001-1")
    sheet.write_formula("I6", "=1/0", None, "#DIV/0!")
    sheet.write_boolean("I7", False)
    old = book.add_worksheet("Phông cũ")
    old.write("A1", "NguyÔn V¨n B×nh", vntime)
    old.write("B1", "TrÇn ThÞ B×nh", vntimeh)
    old.write("C1", "Nguyeãn Vaên Bình", vni)
    old.write("D1", "Nguyễn Văn Bình", vntime)
    old.write("E1", "Le An 12", vntimeh)
    # The same text in another font is not the same name.
    old.write("F1", "NguyÔn V¨n B×nh")
    old.write_rich_string("A2", "Tên: ", vntime, "NguyÔn V¨n B×nh", vni, " Nguyeãn", bold, " Ẳnh")
    old.write_rich_string("B2", vntime, "Lª ", bold, "Hữu", " ¦íc", vntime)
    book.close()


def with_xlwt(path):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Hạ Lang")
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for row, person in enumerate(PEOPLE):
        for column, value in enumerate(person):
            if value is not None:
                sheet.write(row, column, value, day if column == 3 else xlwt.Style.default_style)
    book.save(str(path))


def protect(path, protected):
    with open(path, "rb") as plain, open(protected, "wb") as file:
        ooxml.OOXMLFile(plain).encrypt("mật khẩu", file)


with_openpyxl(FOLDER / "openpyxl.xlsx")
with_openpyxl(FOLDER / "openpyxl-1904.xlsx", from1904=True)
with_xlsxwriter(FOLDER / "xlsxwriter.xlsx")
with_xlwt(FOLDER / "xlwt.xls")
protect(FOLDER / "xlsxwriter.xlsx", FOLDER / "protected.xlsx")
