#!/usr/bin/env python3
"""Write an invented roster of N people, messy as real ones are: the example commune again and again under new numbers.

usage: province.py N OUT.csv | OUT.xlsx

Every household has new codes and papers, which agree with sex and birth as the example's do. One row in thirty has one
of the faults that offices make; the same faults on the same rows on every run.
"""

import csv
import sys
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent / "examples/quang-dien/roster.csv"
PROVINCES = "001 002 004 008 010 015 019 022 024 026 030 031 033 034 036 037 038 040 042 044 045 046 048 049 051".split()
FAULTY_EVERY = 30


def lose_zeros(row):
    row["CCCD/CMND"] = row["CCCD/CMND"].lstrip("0")


def swap(row):
    day, month, year = (row["Ngày sinh"].split("/") + ["", ""])[:3]
    row["Ngày sinh"] = f"{month}/{day}/{year}" if year else row["Ngày sinh"]


def spoil(column, change):
    def apply(row):
        row[column] = change(row[column])
    return apply


FAULTS = [
    spoil("Họ và tên", str.upper),
    spoil("Họ và tên", lambda name: name.replace(" ", "  ", 1)),
    spoil("Họ và tên", lambda name: name + "2"),
    spoil("Họ và tên", lambda name: ""),
    spoil("Ngày sinh", lambda date: "31/02/1980"),
    spoil("Ngày sinh", lambda date: "12/03/85"),
    spoil("Giới tính", lambda sex: "Nữ" if sex == "Nam" else "Nam"),
    spoil("CCCD/CMND", lambda number: "4.6E+10"),
    spoil("Số điện thoại", lambda phone: phone[1:]),
    spoil("Thôn", lambda hamlet: hamlet.upper()),
    lose_zeros,
    swap,
]


def people(count):
    with open(EXAMPLE, newline="", encoding="utf-8-sig") as file:
        # The example has rows with faults, for show; those of a wrong number of fields are left out.
        rows = [row for row in csv.DictReader(file) if None not in row and None not in row.values()]
    yield list(rows[0])
    serial = 0
    for number in range(count):
        copy, place = divmod(number, len(rows))
        row = dict(rows[place])
        row["Mã hộ"] += f"-{copy}"
        old = row["CCCD/CMND"]
        if len(old) == 12:
            serial += 1
            row["CCCD/CMND"] = f"{PROVINCES[serial // 1_000_000 % len(PROVINCES)]}{old[3:6]}{serial % 1_000_000:06d}"
        elif old:
            serial += 1
            row["CCCD/CMND"] = f"{serial:09d}"
        if number % FAULTY_EVERY == FAULTY_EVERY - 1:
            FAULTS[number // FAULTY_EVERY % len(FAULTS)](row)
        yield list(row.values())


def main():
    count, out = int(sys.argv[1]), Path(sys.argv[2])
    if out.suffix == ".xlsx":
        import xlsxwriter

        book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_numbers": False})
        sheet = book.add_worksheet("Nhân khẩu")
        for number, row in enumerate(people(count)):
            sheet.write_row(number, 0, row)
        book.close()
        return
    with open(out, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(people(count))


main()
