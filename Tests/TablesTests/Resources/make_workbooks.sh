#!/bin/sh
# Makes the workbooks of this folder anew: those of make_workbooks.py, and what LibreOffice makes of them.
set -eu
cd "$(dirname "$0")"
python3 make_workbooks.py .
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
convert() {
    soffice "-env:UserInstallation=file://$profile" --headless --convert-to "$2" --outdir "$profile/out" "$1" >/dev/null
    mv "$profile/out/${1%.*}.${2%%:*}" "$3"
}
convert openpyxl.xlsx xlsx libreoffice.xlsx
convert xlsxwriter.xlsx xlsx libreoffice-fonts.xlsx
convert openpyxl.xlsx ods libreoffice.ods
convert openpyxl.xlsx xls libreoffice.xls
# 44 and 34 are the delimiter and the quotation mark, 76 is UTF-8, 1 the first line.
convert openpyxl.xlsx 'csv:Text - txt - csv (StarCalc):44,34,76,1' libreoffice.csv
convert openpyxl.xlsx doc word.doc 2>/dev/null || true
