#!/usr/bin/env python3
"""Writes the rosters of this folder with real programs: openpyxl, XlsxWriter and LibreOffice. All people are invented.

usage: make_rosters.py        (needs openpyxl, XlsxWriter and soffice)

Each file holds the same roster as an office would have it: a title block, a header of two rows with merged cells, a row
that numbers the columns, households merged over their members, dates as dates, identity numbers as numbers, a total and
signatures at the end.
"""

import datetime
import subprocess
from pathlib import Path

import openpyxl
import xlsxwriter

HERE = Path(__file__).parent
WIDTH = 10
TITLE = [["UBND XÃ QUẢNG PHÚ"], [], ["DANH SÁCH NHÂN KHẨU THÔN PHÚ LỄ"]]
UPPER = ["STT", "Mã hộ", "Thông tin cá nhân", "", "", "", "CCCD/CMND", "Địa chỉ", "", "Ghi chú"]
LOWER = ["", "", "Họ và tên", "Quan hệ", "Ngày sinh", "Giới tính", "", "Thôn", "Xã", ""]
NUMBERS = [f"({number})" for number in range(1, WIDTH + 1)]
DAY = datetime.date
PEOPLE = [
    [1, "PL-1", "Nguyễn Văn An", "Chủ hộ", DAY(1980, 3, 5), "Nam", "046080001234", "Phú Lễ", "Quảng Phú", "cụ; tổ 2"],
    [2, "", "Trần Thị Bê", "Vợ", DAY(1983, 12, 25), "Nữ", 46183001235, "Phú Lễ", "Quảng Phú", ""],
    [3, "", "Nguyễn Thị Hòa", "Con", DAY(2008, 2, 29), "Nữ", "", "Phú Lễ", "Quảng Phú", ""],
    [4, "PL-2", "Lê Thị Ửng", "Chủ hộ", 1938, "Nữ", 191234567, "Phú Lễ", "Quảng Phú", ""],
    [5, "PL-3", "ĐẶNG QUỐC KHÁNH", "Chủ hộ", "31/02/1990", "Nam", "046090001236", "Phú Lễ", "Quảng Phú", ""],
    [6, "", "Đặng Minh  Đức", "Con", DAY(2015, 9, 1), "Nam", "", "Phú Lễ", "Quảng Phú", ""],
]
END = [["Tổng cộng: 6 người"], ["", "", "NGƯỜI LẬP BIỂU", "", "", "", "", "CHỦ TỊCH"]]


def with_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Nhân khẩu"
    for row in [*TITLE, UPPER, LOWER, NUMBERS, *PEOPLE, *END]:
        sheet.append(row)
    for row in range(7, 13):
        if isinstance(sheet.cell(row, 5).value, DAY):
            sheet.cell(row, 5).number_format = "dd/mm/yyyy"
    for cells in ("C4:F4", "H4:I4", "B7:B9", "B11:B12", "A1:J1", "A3:J3"):
        sheet.merge_cells(cells)
    notes = book.create_sheet("Ghi chú")
    notes.append(["Danh sách lập tháng 9 năm 2021"])
    book.save(path)


def with_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Bìa").write(0, 0, "Xã Quảng Phú, năm 2021")
    sheet = book.add_worksheet("Nhân khẩu")
    date = book.add_format({"num_format": "d/m/yyyy"})
    papers = book.add_format({"num_format": "000000000000"})
    for number, row in enumerate([*TITLE, UPPER, LOWER, NUMBERS, *PEOPLE, *END]):
        for column, value in enumerate(row):
            if isinstance(value, DAY):
                sheet.write_datetime(number, column, datetime.datetime(value.year, value.month, value.day), date)
            elif column == 6 and isinstance(value, int) and value > 10**9:
                # The number's format gives its zero back, as careful offices have it.
                sheet.write_number(number, column, value, papers)
            elif value != "":
                sheet.write(number, column, value)
    sheet.merge_range("C4:F4", UPPER[2])
    sheet.merge_range("H4:I4", UPPER[7])
    sheet.set_row(8, None, None, {"hidden": True})
    book.close()


def with_libreoffice(source, target, options):
    subprocess.run(
        ["soffice", "--headless", "--convert-to", options, "--outdir", HERE, source], check=True, capture_output=True)
    (HERE / source.with_suffix("." + options.split(":")[0]).name).rename(target)


def main():
    with_openpyxl(HERE / "openpyxl.xlsx")
    with_xlsxwriter(HERE / "xlsxwriter.xlsx")
    # By way of its own format, so that the workbook is written by LibreOffice and not passed on.
    with_libreoffice(HERE / "openpyxl.xlsx", HERE / "source.ods", "ods")
    with_libreoffice(HERE / "source.ods", HERE / "libreoffice.xlsx", "xlsx")
    # 59 is the semicolon, 34 the quotation mark; 76 is UTF-8, 65535 UTF-16.
    with_libreoffice(HERE / "source.ods", HERE / "libreoffice-utf8.csv", "csv:Text - txt - csv (StarCalc):59,34,76,1")
    with_libreoffice(HERE / "source.ods", HERE / "libreoffice-utf16.csv", "csv:Text - txt - csv (StarCalc):9,34,65535,1")
    (HERE / "source.ods").unlink()


main()
