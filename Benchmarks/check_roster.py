#!/usr/bin/env python3
"""Check a roster the way a Python script would: the csv module or openpyxl read-only, and regular expressions.

usage: check_roster.py ROSTER.csv | ROSTER.xlsx

Prints the numbers of the rows that it would refuse, for `mocban roster check` to be held against.
"""

import csv
import datetime
import json
import re
import sys

NAME = re.compile(r"[^\W\d_]+(?:[ '’.,()-]+[^\W\d_]+)*")
DAY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
YEAR = re.compile(r"\d{4}")
PAPERS = re.compile(r"(?:\d{9}|\d{12})?")
PHONE = re.compile(r"(?:0[35789]\d{8}|02\d{8,9})?")
SPACES = re.compile(r"\s+")
CENTURY = {("Nam", 19): "0", ("Nữ", 19): "1", ("Nam", 20): "2", ("Nữ", 20): "3"}
COLUMNS = ["Mã hộ", "Quan hệ với chủ hộ", "Họ và tên", "Ngày sinh", "Giới tính", "CCCD/CMND", "Số điện thoại", "Thôn", "Xã"]


def rows(path):
    if path.endswith(".xlsx"):
        import openpyxl

        book = openpyxl.load_workbook(path, read_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield ["" if cell is None else str(cell) for cell in row]
        return
    with open(path, newline="", encoding="utf-8-sig") as file:
        yield from csv.reader(file)


def birth(text, today):
    """The year of birth; None where the text is no date, or one that cannot be."""
    found = DAY.fullmatch(text)
    if found:
        try:
            date = datetime.date(int(found[4]), int(found[3]), int(found[1]))
        except ValueError:
            return None
        return date.year if datetime.date(1900, 1, 1) <= date <= today else None
    if YEAR.fullmatch(text) and 1900 <= int(text) <= today.year:
        return int(text)
    return None


def main():
    today = datetime.date.today()
    table = rows(sys.argv[1])
    header = next(table)
    places = [header.index(column) for column in COLUMNS]
    width = len(header)
    papers, persons, refused = {}, {}, []
    read = warnings = 0
    for number, row in enumerate(table, 2):
        read += 1
        if len(row) != width:
            refused.append(number)
            continue
        household, relation, name, date, sex, paper, phone, hamlet, commune = [
            SPACES.sub(" ", row[place]).strip() for place in places]
        year = birth(date, today)
        is_good = (
            household and hamlet and NAME.fullmatch(name) and year and sex in ("Nam", "Nữ", "")
            and PAPERS.fullmatch(paper))
        if is_good and paper and paper in papers:
            is_good = False
        person = (household, name.lower(), date)
        if is_good and persons.get(person, paper) in (paper, "") or is_good and person in persons and not paper:
            is_good = person not in persons
        if not is_good:
            refused.append(number)
            continue
        if paper:
            papers[paper] = number
        persons.setdefault(person, paper)
        if not PHONE.fullmatch(phone) or name.isupper() or "  " in row[places[2]]:
            warnings += 1
        elif len(paper) == 12 and sex and (paper[3] != CENTURY.get((sex, year // 100)) or paper[4:6] != f"{year % 100:02d}"):
            warnings += 1
    print(json.dumps({"rows": read, "warnings": warnings, "refused": refused}))


main()
