#!/usr/bin/env python3
"""Makes encoding-vectors.json: Vietnamese text in older encodings, as others than Mocban write it.

    python3 make_vectors.py            writes encoding-vectors.json beside this file
    python3 make_vectors.py --check    makes it again, compares, and exits 1 where it differs

TCVN 5712 and Windows-1258 come from glibc's iconv; Windows-1258 is also compared with Python's codec cp1258. No program at
hand knows VNI for Windows: its bytes are built here from the canonical decomposition of each letter and the chart of the
encoding, in another way than Mocban builds its table.
"""

import json
import pathlib
import subprocess
import sys
import unicodedata

TEXTS = [
    "Nguyễn Thị Hòa", "Trần Văn Đức", "Lê Thị Ánh Tuyết", "Phạm Ngọc Quỳnh", "Huỳnh Thuý Vy", "Đặng Ỷ Lan",
    "Họ và tên", "Ngày sinh", "Giới tính", "Số điện thoại", "Quan hệ với chủ hộ", "Mã hộ", "Thôn", "Xã",
    "ĐỖ THỊ KIỀU OANH", "NGUYỄN QUỐC CƯỜNG", "Mỹ Xá, Quảng An", "xã Quảng Phước, huyện Quảng Điền, tỉnh Thừa Thiên Huế",
]

GRAVE, ACUTE, TILDE, HOOK, DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031B"

VNI_MARKS = {
    ACUTE: 0xF9, GRAVE: 0xF8, HOOK: 0xFB, TILDE: 0xF5, DOT: 0xEF,
    CIRCUMFLEX: 0xE2, CIRCUMFLEX + ACUTE: 0xE1, CIRCUMFLEX + GRAVE: 0xE0, CIRCUMFLEX + HOOK: 0xE5,
    CIRCUMFLEX + TILDE: 0xE3, CIRCUMFLEX + DOT: 0xE4,
    BREVE: 0xEA, BREVE + ACUTE: 0xE9, BREVE + GRAVE: 0xE8, BREVE + HOOK: 0xFA, BREVE + TILDE: 0xFC, BREVE + DOT: 0xEB,
}
VNI_LETTERS = {
    "i" + ACUTE: 0xED, "i" + GRAVE: 0xEC, "i" + HOOK: 0xE6, "i" + TILDE: 0xF3, "i" + DOT: 0xF2, "y" + DOT: 0xEE,
    "o" + HORN: 0xF4, "u" + HORN: 0xF6, "đ": 0xF1,
}


def letters():
    found = []
    for vowel in "aăâeêioôơuưy":
        for tone in ["", GRAVE, HOOK, TILDE, ACUTE, DOT]:
            letter = unicodedata.normalize("NFC", vowel + tone)
            found += [letter, letter.upper()]
    return found + ["đ", "Đ"]


def iconv(data, source, target):
    done = subprocess.run(["iconv", "-f", source, "-t", target], input=data, capture_output=True)
    return done.stdout if done.returncode == 0 else None


def vni_letter(letter):
    if ord(letter) < 0x80:
        return letter.encode()
    shift = 0x20 if letter.isupper() else 0
    marks = unicodedata.normalize("NFD", letter.lower())
    if marks in VNI_LETTERS:
        return bytes([VNI_LETTERS[marks] - shift])
    base, rest = marks[0], marks[1:]
    first = ord(base.upper() if shift else base)
    if HORN in rest:
        first = VNI_LETTERS[base + HORN] - shift
        rest = rest.replace(HORN, "")
    # A dot below comes before a circumflex or breve in canonical order.
    rest = "".join(sorted(rest, key=lambda mark: mark not in (CIRCUMFLEX, BREVE)))
    return bytes([first]) + (bytes([VNI_MARKS[rest] - shift]) if rest else b"")


def vni(text):
    return b"".join(map(vni_letter, text))


def encoded(text):
    tcvn = iconv(text.encode(), "UTF-8", "TCVN")
    windows = iconv(text.encode(), "UTF-8", "CP1258")
    assert unicodedata.normalize("NFC", windows.decode("cp1258")) == text
    return {"text": text, "tcvn3": tcvn.hex(), "windows-1258": windows.hex(), "vni": vni(text).hex()}


def table(name):
    """The characters of the bytes 0x80-0xFF, "" for none."""
    return [(iconv(bytes([byte]), name, "UTF-8") or b"").decode() for byte in range(0x80, 0x100)]


def main():
    windows = table("CP1258")
    for byte, character in enumerate(windows, 0x80):
        assert bytes([byte]).decode("cp1258", "ignore") == character
    vectors = {
        "letters": [encoded(letter) for letter in letters()],
        "texts": [encoded(text) for text in TEXTS],
        "tables": {"tcvn3": table("TCVN"), "windows-1258": windows},
    }
    made = json.dumps(vectors, ensure_ascii=False, indent=1) + "\n"
    path = pathlib.Path(__file__).with_name("encoding-vectors.json")
    if "--check" in sys.argv[1:]:
        sys.exit(0 if path.read_text(encoding="utf-8") == made else "encoding-vectors.json differs")
    path.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
