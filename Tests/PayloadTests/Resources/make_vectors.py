#!/usr/bin/env python3
"""Makes payload-vectors.json: an independent reference of the signed payload described in docs/payload.md.

    python3 make_vectors.py            writes payload-vectors.json beside this file
    python3 make_vectors.py --check    makes it again, compares, and exits 1 where it differs

Python 3.11 and `cryptography` (for Ed25519 only). Nothing here is random: the same bytes come out every time.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import re
import sys
import unicodedata

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

BASE_URL = "https://tcs.thuathienhue.gov.vn"
PURPOSES = ["card", "venue", "serial", "ed25519"]
HMAC256, EDDSA = 5, -8
MAC0, SIGN1 = 17, 18
DETAILS = -65537
SKEW = 300
MAX_DEPTH = 16
LAST_SECOND = 253402300799  # of the year 9999


# CBOR, RFC 8949 section 4.2.1


class Tagged:
    def __init__(self, tag, value):
        self.tag, self.value = tag, value


def head(major, argument):
    if argument < 24:
        return bytes([major << 5 | argument])
    for info, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if argument < 1 << 8 * size:
            return bytes([major << 5 | info]) + argument.to_bytes(size, "big")
    raise ValueError("an integer beyond 64 bits")


def cbor(item):
    if isinstance(item, int):
        return head(0, item) if item >= 0 else head(1, -1 - item)
    if isinstance(item, bytes):
        return head(2, len(item)) + item
    if isinstance(item, str):
        text = item.encode("utf-8")
        return head(3, len(text)) + text
    if isinstance(item, list):
        return head(4, len(item)) + b"".join(map(cbor, item))
    if isinstance(item, dict):
        pairs = sorted((cbor(key), cbor(value)) for key, value in item.items())
        return head(5, len(pairs)) + b"".join(key + value for key, value in pairs)
    if isinstance(item, Tagged):
        return head(6, item.tag) + cbor(item.value)
    raise TypeError(type(item))


class Malformed(Exception):
    pass


def need(condition, why):
    if not condition:
        raise Malformed(why)


def decode_cbor(data):
    """One item of the deterministic subset: integers, byte and text strings, arrays, maps, tags; nothing after it."""
    item, end = decode_item(data, 0, 0)
    need(end == len(data), "bytes after the item")
    return item


def decode_item(data, at, depth):
    need(depth <= MAX_DEPTH, "too deep")
    need(at < len(data), "cut short")
    major, info = data[at] >> 5, data[at] & 31
    need(major != 7, "a float, a simple value or a break")
    need(info < 28, "an indefinite or a reserved length")
    at += 1
    argument = info
    if info >= 24:
        size = 1 << info - 24
        need(at + size <= len(data), "cut short")
        argument = int.from_bytes(data[at : at + size], "big")
        need(argument >= (24, 1 << 8, 1 << 16, 1 << 32)[info - 24], "not the shortest form")
        at += size
    if major == 0:
        return argument, at
    if major == 1:
        return -1 - argument, at
    if major in (2, 3):
        need(argument <= len(data) - at, "a length beyond the input")
        content = data[at : at + argument]
        if major == 3:
            try:
                content = content.decode("utf-8", "strict")
            except UnicodeDecodeError:
                raise Malformed("not UTF-8") from None
        return content, at + argument
    if major == 4:
        need(argument <= len(data) - at, "a length beyond the input")
        items = []
        for _ in range(argument):
            item, at = decode_item(data, at, depth + 1)
            items.append(item)
        return items, at
    if major == 5:
        need(argument <= (len(data) - at) // 2, "a length beyond the input")
        pairs, last = {}, None
        for _ in range(argument):
            start = at
            key, at = decode_item(data, at, depth + 1)
            need(isinstance(key, (int, str, bytes)), "a key that is not an integer or a string")
            need(last is None or last < data[start:at], "keys out of order, or twice")
            last = data[start:at]
            pairs[key], at = decode_item(data, at, depth + 1)
        return pairs, at
    value, at = decode_item(data, at, depth + 1)
    return Tagged(argument, value), at


# Keys: HKDF-SHA256 (RFC 5869), HMAC-SHA256 (RFC 2104), Ed25519 (RFC 8032)


def hmac256(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()


def hkdf(secret, info):
    pseudorandom = hmac256(bytes(32), secret)  # an empty salt is a salt of 32 zero bytes
    return hmac256(pseudorandom, info + b"\x01")  # one block is all of the 32 bytes


def key_info(purpose, unit, epoch):
    return cbor(["mocban", 1, purpose, unit, epoch])


def public_key(seed):
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


class Key:
    """A derived key and what it is bound to."""

    def __init__(self, root, purpose, unit, epoch, not_before=None, expires=None):
        self.info = key_info(purpose, unit, epoch)
        self.secret = hkdf(root, self.info)
        self.purpose, self.unit, self.not_before, self.expires = purpose, unit, not_before, expires
        self.algorithm = EDDSA if purpose == "ed25519" else HMAC256
        self.public = public_key(self.secret) if self.algorithm == EDDSA else None
        self.kid = (hashlib.sha256(self.public).digest() if self.public else hmac256(self.secret, b"kid"))[:4]

    def sign(self, to_be_signed):
        if self.algorithm == EDDSA:
            return Ed25519PrivateKey.from_private_bytes(self.secret).sign(to_be_signed)
        return hmac256(self.secret, to_be_signed)

    def holds(self, to_be_signed, tag):
        if self.algorithm == HMAC256:
            return hmac.compare_digest(hmac256(self.secret, to_be_signed), tag)
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(tag, to_be_signed)
            return True
        except InvalidSignature:
            return False

    def may_sign_at(self, time):
        return (self.not_before is None or self.not_before - SKEW <= time) and (
            self.expires is None or time <= self.expires + SKEW
        )

    def may_sign(self, kind):
        return self.purpose in (kind, "ed25519")


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


# Serials

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def holder_key(serial_key, texts):
    return hmac256(serial_key, cbor(texts))


def serial_of(serial_key, unit, holder, issue_number):
    digest = hmac256(serial_key, unit.to_bytes(8, "big") + holder + issue_number.to_bytes(4, "big"))
    return (int.from_bytes(digest[:7], "big") >> 1).to_bytes(8, "big")


def luhn_sum(points, factor):
    """The Luhn mod 32 sum of code points from the right; `factor` is the one of the rightmost."""
    total = 0
    for point in reversed(points):
        total += sum(divmod(factor * point, 32))
        factor = 3 - factor
    return total


def printed_serial(serial):
    value = int.from_bytes(serial, "big")
    assert value < 1 << 55
    points = [value >> 5 * place & 31 for place in range(10, -1, -1)]
    points.append(-luhn_sum(points, 2) % 32)
    digits = "".join(CROCKFORD[point] for point in points)
    return f"{digits[:4]}-{digits[4:8]}-{digits[8:]}"


def serial_from_printed(printed):
    points = [CROCKFORD.index(digit) for digit in printed.replace("-", "")]
    assert len(points) == 12 and luhn_sum(points, 1) % 32 == 0
    value = 0
    for point in points[:11]:
        value = value << 5 | point
    return value.to_bytes(8, "big")


# Messages: COSE (RFC 9052, 9053), CWT (RFC 8392)


def card_claims(serial, issued, expires, unit, name=None, birth_year=None):
    details = {0: 1, 3: unit}
    if name is not None:
        details[1] = name
    if birth_year is not None:
        details[2] = birth_year
    return {4: expires, 6: issued, 7: serial, DETAILS: details}


def venue_claims(serial, issued, expires, unit, name, venue_type):
    return {4: expires, 6: issued, 7: serial, DETAILS: {0: 2, 1: name, 3: unit, 4: venue_type}}


def to_be_signed(tag, protected, payload):
    return cbor(["MAC0" if tag == MAC0 else "Signature1", protected, b"", payload])


def sign(key, claims):
    """The stages of a message: protected header, claims, what is signed, tag, message."""
    tag = SIGN1 if key.algorithm == EDDSA else MAC0
    protected = cbor({1: key.algorithm, 4: key.kid})
    payload = claims if isinstance(claims, bytes) else cbor(claims)
    signed = to_be_signed(tag, protected, payload)
    signature = key.sign(signed)
    return protected, payload, signed, signature, cbor(Tagged(tag, [protected, {}, payload, signature]))


def message_of(key, claims):
    return sign(key, claims)[-1]


def is_unsigned(item, below=1 << 64):
    return isinstance(item, int) and 0 <= item < below


def parse_claims(payload):
    claims = decode_cbor(payload)
    need(isinstance(claims, dict) and set(claims) == {4, 6, 7, DETAILS}, "claims other than 4, 6, 7 and -65537")
    need(all(is_unsigned(claims[key], LAST_SECOND + 1) for key in (4, 6)), "a time that is not one")
    serial = claims[7]
    need(isinstance(serial, bytes) and len(serial) == 8, "a serial that is not of 8 bytes")
    need(int.from_bytes(serial, "big") < 1 << 55, "a serial of more than 55 bits")
    details = claims[DETAILS]
    need(isinstance(details, dict), "details that are not a map")
    need(is_unsigned(details.get(0)) and details[0] in (1, 2), "neither card nor venue")
    need(is_unsigned(details.get(3)), "no unit")
    if details[0] == 1:
        need(set(details) <= {0, 1, 2, 3}, "details that a card does not have")
        need(2 not in details or is_unsigned(details[2], 10000) and details[2] > 0, "a birth year that is not one")
    else:
        need(set(details) == {0, 1, 3, 4}, "details other than a venue's")
        need(is_unsigned(details[4]) and 1 <= details[4] <= 8, "an unknown type of venue")
    need(1 not in details or isinstance(details[1], str), "a name that is not text")
    return claims, "card" if details[0] == 1 else "venue"


def parse_message(message):
    """(tag, algorithm, kid, protected, payload, signature), or Malformed."""
    tagged = decode_cbor(message)
    need(isinstance(tagged, Tagged) and tagged.tag in (MAC0, SIGN1), "not tag 17 or 18")
    need(isinstance(tagged.value, list) and len(tagged.value) == 4, "not an array of four")
    protected, unprotected, payload, signature = tagged.value
    need(all(isinstance(part, bytes) for part in (protected, payload, signature)), "a part that is not bytes")
    need(unprotected == {} and isinstance(unprotected, dict), "the unprotected header is not empty")
    header = decode_cbor(protected)
    need(isinstance(header, dict) and set(header) == {1, 4}, "a protected header other than 1 and 4")
    need(header[1] == (HMAC256 if tagged.tag == MAC0 else EDDSA), "an algorithm that is not the tag's")
    need(isinstance(header[4], bytes) and len(header[4]) == 4, "a kid that is not of 4 bytes")
    need(len(signature) == (32 if tagged.tag == MAC0 else 64), "a tag or signature of another length")
    return tagged.tag, header[1], header[4], protected, payload, signature


# Revocation lists, docs/revocations.md

LIST_TYPE = "application/vnd.mocban.revocations+cbor"


def leb128(number):
    """7 bits a byte, the lowest first; the highest bit says that another byte follows."""
    encoded = bytearray()
    while number >= 0x80:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(encoded) + bytes([number])


def serial_deltas(serials):
    """The first serial, then the difference of each to the one before."""
    numbers = sorted(int.from_bytes(serial, "big") for serial in serials)
    return b"".join(leb128(number - before) for number, before in zip(numbers, [0] + numbers))


def serials_of(deltas, count):
    numbers, at = [], 0
    for _ in range(count):
        end = next((i for i in range(at, len(deltas)) if deltas[i] < 0x80), None)
        need(end is not None, "cut short")
        delta = sum((byte & 0x7F) << 7 * place for place, byte in enumerate(deltas[at : end + 1]))
        need(leb128(delta) == deltas[at : end + 1], "not the shortest form")
        need(delta > 0 or not numbers, "a serial twice")
        numbers.append((numbers[-1] if numbers else 0) + delta)
        need(numbers[-1] < 1 << 55, "a serial of more than 55 bits")
        at = end + 1
    need(at == len(deltas), "bytes after the serials")
    return [number.to_bytes(8, "big") for number in numbers]


def sign_list(key, unit, sequence, issued, next_update, serials, cut_offs):
    """The stages of a list: deltas, payload, protected header, what is signed, signature, message."""
    deltas = serial_deltas(serials)
    payload = cbor({1: unit, 2: sequence, 3: issued, 4: next_update, 5: len(serials), 6: deltas, 7: cut_offs})
    protected = cbor({1: EDDSA, 3: LIST_TYPE, 4: key.kid})
    signed = to_be_signed(SIGN1, protected, payload)
    signature = key.sign(signed)
    return deltas, payload, protected, signed, signature, cbor(Tagged(SIGN1, [protected, {}, payload, signature]))


def parse_list(message):
    """(kid, protected, payload, signature, list), or Malformed."""
    tagged = decode_cbor(message)
    need(isinstance(tagged, Tagged) and tagged.tag == SIGN1 and len(tagged.value) == 4, "not a COSE_Sign1")
    protected, unprotected, payload, signature = tagged.value
    need(unprotected == {} and len(signature) == 64, "an unprotected header, or a signature of another length")
    header = decode_cbor(protected)
    need(set(header) == {1, 3, 4} and header[1] == EDDSA and header[3] == LIST_TYPE, "another protected header")
    content = decode_cbor(payload)
    need(set(content) == set(range(1, 8)), "keys other than 1 to 7")
    return header[4], protected, payload, signature, content


# Texts

PREFIX = "MB1:"
DIGITS_OF_TAIL = [0, 3, 5, 8, 10, 13, 15]


def digit_text(message):
    blocks = [message[start : start + 7] for start in range(0, len(message), 7)]
    widths = [17 if len(block) == 7 else DIGITS_OF_TAIL[len(block)] for block in blocks]
    return PREFIX + "".join(f"{int.from_bytes(b, 'big'):0{w}d}" for b, w in zip(blocks, widths))


def poster_url(message):
    return f"{BASE_URL}/v/{base64url(message)}"


def bytes_of_text(text):
    need(text.isascii(), "characters other than ASCII")
    if match := re.fullmatch(r"https://[^?#\s]+/v/([A-Za-z0-9_-]+)", text):
        body = match[1]
        need(len(body) % 4 != 1, "a length that base64url does not have")
        message = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
        need(base64url(message) == body, "bits beyond the last byte")
        return message
    match = re.fullmatch(r"MB1:([0-9]*)", text)
    need(match and "\n" not in text, "not MB1: and digits")
    digits, message = match[1], b""
    for start in range(0, len(digits), 17):
        block = digits[start : start + 17]
        need(len(block) == 17 or len(block) in DIGITS_OF_TAIL, "a length that no message has")
        size = 7 if len(block) == 17 else DIGITS_OF_TAIL.index(len(block))
        need(int(block) < 1 << 8 * size, "a block beyond its bytes")
        message += int(block).to_bytes(size, "big")
    return message


# Verification


def verdict_of(message, keys, at):
    try:
        tag, algorithm, kid, protected, payload, signature = parse_message(message)
        claims, kind = parse_claims(payload)
    except Malformed:
        return "malformed"
    candidates = [key for key in keys if key.kid == kid]
    if not candidates:
        return "unknown-key"
    signed = to_be_signed(tag, protected, payload)
    signers = [key for key in candidates if key.algorithm == algorithm and key.holds(signed, signature)]
    if not signers:
        return "forged"
    in_force = [key for key in signers if key.may_sign_at(claims[6])]
    if not in_force:
        return "unknown-key"
    if not any(key.may_sign(kind) and key.unit == claims[DETAILS][3] for key in in_force):
        return "wrong-purpose"
    if at > claims[4] + SKEW:
        return "expired"
    if at < claims[6] - SKEW:
        return "not-yet-valid"
    return "valid"


# The vectors

ROOTS = [
    (bytes(range(32)), 19867, 1),
    (bytes.fromhex("b7d3f1086ae54c92179e0b3df86c2a51e4437098cdb6125fa98f34e7601bd2c8"), 46, 24),
    (b"\xff" * 32, 4294967296, 65536),
]
ISSUED, EXPIRES = 1782864000, 1846022400  # 2026-07-01 and 2028-07-01, 00:00 UTC
NOT_BEFORE = 1600000000

HOLDERS = [
    (0, ["national-id", "046185001234"]),
    (0, ["national-id", "190123456"]),
    (0, ["person", "QD-0147", "Nguyễn Thị Minh Châu", "1985-03-12"]),
    (0, ["person", "QD-0147", "Công Tằng Tôn Nữ Thị Hương Thảo", "1947"]),
    (0, ["venue", "Chợ Sịa", "Đường Nguyễn Kim Thành, Sịa"]),
    (0, ["person", "", "", ""]),
    (1, ["national-id", "046185001234"]),
    (1, ["venue", "Trạm Y tế Quảng Phước", ""]),
    (2, ["person", "QĐ-9", "Đỗ Hữu Ước", "2001-02-28"]),
]

# (holder index, unit or None for the root's own, issue number)
SERIALS = [
    (0, None, 1),
    (0, None, 2),
    (0, 19870, 1),
    (1, None, 1),
    (2, None, 1),
    (3, None, 1),
    (4, None, 1),
    (4, None, 4294967295),
    (6, None, 1),
    (7, None, 3),
    (8, None, 1),
    (8, None, 0),
]

USUAL, LONGEST = "Nguyễn Thị Minh Châu", "Công Tằng Tôn Nữ Thị Hương Thảo"

# (root index, algorithm, serial index, name, birth year)
CARDS = [
    (0, "hmac256", 4, USUAL, 1985),
    (0, "hmac256", 5, LONGEST, 1947),
    (0, "hmac256", 0, "Phan Ngưỡng Ẩn", 2003),
    (0, "hmac256", 1, "Đặng Thị Quỳnh Ưởng", 1999),
    (0, "hmac256", 3, None, 1960),
    (0, "hmac256", 0, "Lê Hòa", None),
    (0, "hmac256", 1, None, None),
    (0, "ed25519", 4, USUAL, 1985),
    (0, "ed25519", 5, LONGEST, 1947),
    (1, "hmac256", 8, "Hồ Đắc Kỷ", 1978),
    (1, "ed25519", 8, "Nguyễn Phúc Ưng Ẩm", None),
    (2, "hmac256", 10, "Đỗ Hữu Ước", 2001),
    (2, "ed25519", 10, None, 2001),
]

# (root index, algorithm, serial index, name, type)
VENUES = [
    (0, "hmac256", 6, "Ủy ban nhân dân xã Quảng Điền", 1),
    (0, "hmac256", 7, "Trường THPT Nguyễn Chí Thanh", 2),
    (0, "ed25519", 6, "Tạp hóa Mụ Lựu", 3),
    (0, "hmac256", 6, "Chợ Sịa", 4),
    (1, "hmac256", 9, "Trạm Y tế Quảng Phước", 5),
    (1, "ed25519", 9, "Chùa làng Phước Yên", 6),
    (2, "hmac256", 11, "Bến xe", 7),
    (2, "ed25519", 11, "Nhà văn hóa thôn Vĩnh Tu", 8),
]


def make_roots():
    roots = []
    for root, unit, epoch in ROOTS:
        root_kid = hmac256(root, b"kid")[:4]
        entries = []
        for purpose in PURPOSES:
            key = Key(root, purpose, unit, epoch)
            entry = {"purpose": purpose, "info": key.info.hex(), "key": key.secret.hex()}
            if key.public:
                entry["public"] = key.public.hex()
            entries.append(entry | {"kid": key.kid.hex(), "kidBase64url": base64url(key.kid)})
        roots.append(
            {"root": root.hex(), "kid": root_kid.hex(), "kidBase64url": base64url(root_kid)}
            | {"unit": unit, "epoch": epoch, "keys": entries}
        )
    return roots


def key_for(root_index, purpose, unit=None):
    root, root_unit, epoch = ROOTS[root_index]
    return Key(root, purpose, root_unit if unit is None else unit, epoch, NOT_BEFORE)


def make_holders():
    return [
        {"rootIndex": root, "input": texts, "holder": holder_key(key_for(root, "serial").secret, texts).hex()}
        for root, texts in HOLDERS
    ]


def make_serials(holders):
    serials = []
    for holder_index, unit, issue_number in SERIALS:
        root, holder = HOLDERS[holder_index][0], holders[holder_index]["holder"]
        unit = ROOTS[root][1] if unit is None else unit
        serial = serial_of(key_for(root, "serial").secret, unit, bytes.fromhex(holder), issue_number)
        serials.append(
            {"rootIndex": root, "unit": unit, "holder": holder, "issueNumber": issue_number}
            | {"serial": serial.hex(), "printed": printed_serial(serial)}
        )
    return serials


def make_messages(serials):
    def entry(root, algorithm, kind, serial_index, make_claims, members, offset):
        serial = bytes.fromhex(serials[serial_index]["serial"])
        assert serials[serial_index]["rootIndex"] == root
        unit, issued, expires = ROOTS[root][1], ISSUED + offset, EXPIRES + offset
        key = key_for(root, "ed25519" if algorithm == "ed25519" else kind)
        protected, claims, signed, tag, message = sign(key, make_claims(serial, issued, expires, unit))
        members = {name: value for name, value in members.items() if value is not None}
        return (
            {"rootIndex": root, "algorithm": algorithm, "kind": kind, "serial": serial.hex()}
            | members
            | {"unit": unit, "issued": issued, "expires": expires, "claims": claims.hex()}
            | {"protected": protected.hex(), "toBeSigned": signed.hex(), "tag": tag.hex(), "message": message.hex()}
            | {"text": digit_text(message), "url": poster_url(message)}
        )

    messages = []
    for root, algorithm, serial, name, year in CARDS:
        claims = lambda s, i, e, u: card_claims(s, i, e, u, name, year)
        members = {"name": name, "birthYear": year}
        messages.append(entry(root, algorithm, "card", serial, claims, members, 60 * len(messages)))
    for root, algorithm, serial, name, venue_type in VENUES:
        claims = lambda s, i, e, u: venue_claims(s, i, e, u, name, venue_type)
        members = {"name": name, "venueType": venue_type}
        messages.append(entry(root, algorithm, "venue", serial, claims, members, 60 * len(messages)))
    return messages


def make_revocations(serials):
    first = [serials[index]["serial"] for index in (4, 0, 2)]
    edges = [(1 << 55) - 1, 0, 1, 127, 128, 256, 16640, 1 << 54]
    lists = [
        # (root index, sequence, seconds to the next update, serials, cut-offs by kid)
        (0, 3, 7 * 86400, [bytes.fromhex(serial) for serial in first], {key_for(0, "venue").kid: ISSUED}),
        (1, 1, 0, [], {}),
        (2, (1 << 64) - 1, 86400, [edge.to_bytes(8, "big") for edge in edges],
         {b"\xff\xff\xff\xff": LAST_SECOND, b"\x00\x00\x00\x00": 0, key_for(2, "card").kid: ISSUED}),
    ]
    entries = []
    for root_index, sequence, seconds, revoked, cut_offs in lists:
        key = key_for(root_index, "ed25519")
        stages = sign_list(key, key.unit, sequence, ISSUED, ISSUED + seconds, revoked, cut_offs)
        names = ("deltas", "payload", "protected", "toBeSigned", "signature", "message")
        entries.append({
            "rootIndex": root_index,
            "unit": key.unit,
            "sequence": sequence,
            "issued": ISSUED,
            "nextUpdate": ISSUED + seconds,
            "serials": sorted(serial.hex() for serial in revoked),
            "cutOffs": [{"kid": kid.hex(), "before": before} for kid, before in sorted(cut_offs.items())],
            **{name: stage.hex() for name, stage in zip(names, stages)},
        })
    return entries


def make_digits():
    blocks = []
    for length in range(16):
        blocks += [bytes(length), b"\xff" * length, bytes(range(1, length + 1)), hashlib.sha256(b"%d" % length).digest()[:length]]
    blocks.append(bytes(6) + b"\x01" + b"\x80" + bytes(6) + b"\x01")
    return [{"bytes": block.hex(), "text": digit_text(block)} for block in dict.fromkeys(blocks)]


def make_bad_texts(messages):
    good = messages[0]["text"]
    seven = digit_text(b"mocban!")
    body = seven[4:]
    url = messages[14]["url"]
    padded = next(m["url"] for m in messages if len(m["message"]) // 2 % 3 == 1)
    slack = padded[:-1] + chr(ord(padded[-1]) + 1)
    texts = [
        ("", "nothing"),
        ("MB1", "no colon"),
        (body, "no prefix"),
        ("mb1:" + body, "lower-case prefix"),
        ("Mb1:" + body, "mixed-case prefix"),
        ("MB2:" + body, "another version"),
        ("MB1;" + body, "another separator"),
        ("MB1::" + body, "two colons"),
        ("MB1:MB1:" + body, "prefix twice"),
        ("\uff2d\uff22\uff11\uff1a" + body, "full-width prefix"),
        ("MB1\uff1a" + body, "full-width colon"),
        ("MB1:\u0301" + body, "combining mark on the colon"),
        ("\ufeff" + seven, "byte order mark before"),
        (" " + seven, "space before"),
        (seven + " ", "space after"),
        (seven + "\n", "line feed after"),
        (seven + "\r\n", "line end after"),
        (seven + "\t", "tab after"),
        (seven + "\u0000", "null after"),
        ("MB1: " + body, "space after the prefix"),
        ("MB1:" + body[:8] + " " + body[8:], "space within the digits"),
        ("MB1:" + body[:8] + " " + body[9:], "space in place of a digit"),
        ("MB1:" + body[:8] + "\u00a0" + body[9:], "no-break space in place of a digit"),
        ("MB1:+" + body[1:], "plus sign in place of the first digit"),
        ("MB1:-" + body[1:], "minus sign in place of the first digit"),
        ("MB1:+01", "plus sign in a tail"),
        ("MB1:" + body + "+01", "plus sign in the tail of a longer text"),
        ("MB1:0x1", "hexadecimal prefix"),
        ("MB1:1e2", "exponent"),
        ("MB1:1_0", "underscore"),
        ("MB1:1.0", "point"),
        ("MB1:" + body[:16] + "A", "letter in place of a digit"),
        ("MB1:" + "".join(chr(0xFF10 + int(digit)) for digit in body), "full-width digits"),
        ("MB1:" + body[:16] + chr(0xFF10 + int(body[16])), "one full-width digit"),
        ("MB1:" + "".join(chr(0x0660 + int(digit)) for digit in body), "Arabic-Indic digits"),
        ("MB1:" + body[:16] + "\u00b2", "superscript digit"),
        ("MB1:00\u0967", "Devanagari digit in a tail"),
        ("MB1:" + body + "\u0301", "combining mark on the last digit"),
        ("MB1:" + body[:16] + "1\ufe0f\u20e3", "keycap sequence in place of a digit"),
        ("MB1:" + body + "\u200b", "zero-width space after"),
        ("MB1:72057594037927936", "block value too large by one"),
        ("MB1:99999999999999999", "block value too large"),
        (seven + "72057594037927936", "value of the second block too large by one"),
        (good[:-17] + "9" * 17, "value of the last digits too large in a long text"),
    ]
    for size in range(1, 7):
        width = DIGITS_OF_TAIL[size]
        texts.append((f"{PREFIX}{1 << 8 * size:0{width}d}", f"tail of {size} bytes too large by one"))
        texts.append((f"{PREFIX}{'9' * width}", f"tail of {size} bytes too large"))
        texts.append((f"{seven}{1 << 8 * size:0{width}d}", f"tail of {size} bytes after a block too large by one"))
    for width in sorted(set(range(1, 17)) - set(DIGITS_OF_TAIL)):
        texts.append((PREFIX + "0" * width, f"wrong length: {width} digits"))
        texts.append((seven + "0" * width, f"wrong length: 17 + {width} digits"))
    texts += [
        (url + "=", "poster URL with padding"),
        (url + "==", "poster URL with two padding signs"),
        (url + "\n", "poster URL with a line feed after"),
        (url + "+", "poster URL with a plus sign"),
        (url[: len(BASE_URL)] + "/v/" + "!" + url[len(BASE_URL) + 4 :], "poster URL with a sign that base64url lacks"),
        (BASE_URL + "/v/A", "poster URL with a length that base64url does not have"),
        (slack, "poster URL with bits beyond the last byte"),
        (BASE_URL + "/v/", "poster URL with nothing after /v/"),
        (BASE_URL + "/", "URL without /v/"),
    ]
    return [{"text": text, "why": why} for text, why in texts]


def make_bad_cbor(messages):
    claims = bytes.fromhex(messages[0]["claims"])
    message = bytes.fromhex(messages[0]["message"])
    serial = bytes.fromhex(messages[0]["serial"])
    expires, issued = cbor(messages[0]["expires"]), cbor(messages[0]["issued"])
    name = messages[0]["name"].encode("utf-8")
    details = cbor(decode_cbor(claims)[DETAILS])
    outer = b"\x3a\x00\x01\x00\x00"

    def pairs(*parts, count=4):
        return bytes([0xA0 + count]) + b"".join(parts)

    pair4, pair6, pair7, pair_details = b"\x04" + expires, b"\x06" + issued, b"\x07" + cbor(serial), outer + details
    assert pairs(pair4, pair6, pair7, pair_details) == claims

    def with_name(encoded):
        return pairs(pair4, pair6, pair7, outer + b"\xa4\x00\x01\x01" + encoded + b"\x02\x19\x07\xc1\x03\x19\x4d\x9b")

    def with_expires(encoded):
        return pairs(b"\x04" + encoded, pair6, pair7, pair_details)

    assert with_name(cbor(messages[0]["name"])) == claims and with_expires(expires) == claims
    items = [
        (b"", "nothing"),
        (b"\xbf" + claims[1:] + b"\xff", "indefinite map"),
        (b"\xd1\x9f" + message[2:] + b"\xff", "indefinite array"),
        (pairs(pair4, pair6, b"\x07\x5f" + cbor(serial[:4]) + cbor(serial[4:]) + b"\xff", pair_details), "indefinite byte string"),
        (with_name(b"\x7f" + cbor("Nguyễn ") + cbor("Châu") + b"\xff"), "indefinite text string"),
        (b"\xbf\xff", "indefinite map with nothing in it"),
        (b"\xff", "break alone"),
        (pairs(pair4, pair6, pair7, outer + b"\xff"), "break in place of a value"),
        (with_expires(b"\x1f"), "indefinite integer"),
        (with_expires(b"\x1c"), "reserved additional information 28"),
        (with_expires(b"\x1d"), "reserved additional information 29"),
        (with_expires(b"\x1e"), "reserved additional information 30"),
        (with_expires(b"\x1b\x00\x00\x00\x00" + expires[1:]), "non-shortest integer of 8 bytes"),
        (with_expires(b"\x1a\x00\x00\xff\xff"), "non-shortest integer of 4 bytes"),
        (with_expires(b"\x19\x00\xff"), "non-shortest integer of 2 bytes"),
        (with_expires(b"\x18\x17"), "non-shortest integer of 1 byte"),
        (pairs(b"\x18" + pair4, pair6, pair7, pair_details), "non-shortest key"),
        (pairs(pair4, pair6, pair7, b"\x3b\x00\x00\x00\x00\x00\x01\x00\x00" + details), "non-shortest negative key"),
        (b"\xb8\x04" + claims[1:], "non-shortest map length"),
        (b"\xd1\x98\x04" + message[2:], "non-shortest array length"),
        (b"\xd8\x11" + message[1:], "non-shortest tag number"),
        (pairs(pair4, pair6, b"\x07\x58\x08" + serial, pair_details), "non-shortest byte string length"),
        (with_name(b"\x79\x00" + bytes([len(name)]) + name), "non-shortest text length"),
        (pairs(pair4, pair4, pair6, pair7, pair_details, count=5), "duplicate key"),
        (pairs(pair4, b"\x04" + issued, pair6, pair7, pair_details, count=5), "duplicate key with another value"),
        (pairs(pair4, pair6, pair7, outer + b"\xa3\x00\x01\x03\x19\x4d\x9b\x03\x19\x4d\x9b"), "duplicate key in the inner map"),
        (pairs(pair4, pair6, pair7, pair_details, pair4, count=5), "duplicate key at the end"),
        (pairs(pair6, pair4, pair7, pair_details), "unsorted keys"),
        (pairs(pair_details, pair4, pair6, pair7), "unsorted keys, the negative one first"),
        (pairs(pair4, pair6, pair7, outer + b"\xa2\x03\x19\x4d\x9b\x00\x01"), "unsorted keys in the inner map"),
        (b"\xa2\x20\x00\x18\x18\x00", "keys sorted by length (RFC 7049), not by bytes"),
        (claims + b"\x00", "trailing byte"),
        (message + b"\x00", "trailing byte after a message"),
        (message + message, "two messages"),
        (with_expires(b"\xf9\x3c\x00"), "half float"),
        (with_expires(b"\xfa\x4e\xd4\x88\x00"), "single float"),
        (with_expires(b"\xfb\x41\xda\x91\x0b\x00\x00\x00\x00"), "double float"),
        (with_expires(b"\xf9\x7e\x00"), "not a number"),
        (with_expires(b"\xf4"), "simple value false"),
        (with_expires(b"\xf5"), "simple value true"),
        (with_expires(b"\xf6"), "simple value null"),
        (with_expires(b"\xf7"), "simple value undefined"),
        (with_expires(b"\xe0"), "simple value 0"),
        (with_expires(b"\xf8\xff"), "simple value 255"),
        (with_expires(b"\xf8\x14"), "simple value in an invalid form"),
        (b"\xd1\x84" + message[2:-34] + b"\xf6", "null in place of the tag"),
        (with_name(b"\x64Ch\xc3u"), "bad UTF-8: a lead byte alone"),
        (with_name(b"\x62\x80a"), "bad UTF-8: a continuation byte alone"),
        (with_name(b"\x62\xc0\x80"), "bad UTF-8: an overlong form"),
        (with_name(b"\x63\xe0\x80\xaf"), "bad UTF-8: an overlong form of 3 bytes"),
        (with_name(b"\x63\xed\xa0\x80"), "bad UTF-8: a surrogate"),
        (with_name(b"\x64\xf4\x90\x80\x80"), "bad UTF-8: beyond U+10FFFF"),
        (with_name(b"\x62\xe1\xbb"), "bad UTF-8: a letter cut short"),
        (with_name(b"\x61\xff"), "bad UTF-8: a byte that it never has"),
        (b"\x81" * 200 + b"\x00", "depth of 200 arrays"),
        (b"\xa1\x00" * 200 + b"\x00", "depth of 200 maps"),
        (b"\xd1" * 200 + b"\x00", "depth of 200 tags"),
        (b"\x81" * 5000 + b"\x00", "depth of 5000 arrays"),
        (b"\xd2" * 5000, "depth of 5000 tags and nothing in them"),
        (b"\xa1" * 5000 + b"\x00", "depth of 5000 maps as keys"),
        (claims[:-1], "truncated: the last byte is missing"),
        (claims[: len(claims) // 2], "truncated in the middle"),
        (claims[:3], "truncated within an integer"),
        (claims[:1], "truncated after the map's head"),
        (claims[:2], "truncated after a key"),
        (message[:-1], "truncated message"),
        (message[:1], "truncated after the tag"),
        (b"\xd8", "truncated within the tag number"),
        (b"\x3a\x00\x01", "truncated within a negative integer"),
        (with_name(b"\x79\xff\xff" + name), "text length beyond the input"),
        (b"\x5a\xff\xff\xff\xff" + serial, "byte string length beyond the input"),
        (b"\x5b\x7f\xff\xff\xff\xff\xff\xff\xff" + serial, "byte string length of 2^63 - 1"),
        (b"\x5b\xff\xff\xff\xff\xff\xff\xff\xff" + serial, "byte string length of 2^64 - 1"),
        (b"\x7b\xff\xff\xff\xff\xff\xff\xff\xff" + name, "text length of 2^64 - 1"),
        (b"\x9a\xff\xff\xff\xff" + message[2:], "array length beyond the input"),
        (b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff" + message[2:], "array length of 2^64 - 1"),
        (b"\xbb\x80\x00\x00\x00\x00\x00\x00\x00" + claims[1:], "map length of 2^63"),
        (b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff" + claims[1:], "map length of 2^64 - 1"),
        (b"\xa5" + claims[1:], "map length one beyond the pairs"),
        (b"\xd1\x85" + message[2:], "array length one beyond the items"),
    ]
    return [{"hex": item.hex(), "why": why} for item, why in items]


def flip(message, index, bit=0):
    changed = bytearray(message)
    changed[index] ^= 1 << bit
    return bytes(changed)


def make_verdicts(messages, serials):
    card, venue, ed25519 = (key_for(0, purpose) for purpose in ("card", "venue", "ed25519"))
    serial = bytes.fromhex(serials[4]["serial"])
    unit = ROOTS[0][1]
    name = USUAL
    noon = ISSUED + 86400
    claims = card_claims(serial, ISSUED, EXPIRES, unit, name, 1985)
    place = venue_claims(bytes.fromhex(serials[6]["serial"]), ISSUED, EXPIRES, unit, "Chợ Sịa", 4)
    good, signed = message_of(card, claims), message_of(ed25519, claims)
    protected, payload, _, tag, _ = sign(card, claims)
    signature = sign(ed25519, claims)[3]
    ed_protected = cbor({1: EDDSA, 4: ed25519.kid})
    in_claims = good.index(name.encode("utf-8")) + 2
    in_serial = good.index(serial) + 7
    rows = []

    def row(why, what, verdict, at=noon):
        form = "message" if isinstance(what, bytes) else "text"
        rows.append({"why": why, form: what.hex() if form == "message" else what, "at": at, "verdict": verdict})

    def claims_with(changes=None, details=None, without=()):
        inner = {key: value for key, value in (claims[DETAILS] | (details or {})).items() if (DETAILS, key) not in without}
        return {key: value for key, value in (claims | {DETAILS: inner} | (changes or {})).items() if key not in without}

    def assembled(tag_number, header, unprotected, content, seal):
        return cbor(Tagged(tag_number, [header, unprotected, content, seal]))

    def sealed(header, unprotected=None, content=payload, tag_number=MAC0, key=card):
        header = header if isinstance(header, bytes) else cbor(header)
        seal = key.sign(to_be_signed(tag_number, header, content))
        return assembled(tag_number, header, {} if unprotected is None else unprotected, content, seal)

    row("card, HMAC", good, "valid")
    row("card, HMAC, as digits", digit_text(good), "valid")
    row("card, Ed25519", signed, "valid")
    row("card without a name", message_of(card, claims_with(without={(DETAILS, 1)})), "valid")
    row("card without a birth year", message_of(card, claims_with(without={(DETAILS, 2)})), "valid")
    row("birth year 1", message_of(card, claims_with(details={2: 1})), "valid")
    row("birth year 9999", message_of(card, claims_with(details={2: 9999})), "valid")
    row("card without either", message_of(card, claims_with(without={(DETAILS, 1), (DETAILS, 2)})), "valid")
    row("venue, HMAC", message_of(venue, place), "valid")
    row("venue, HMAC, as a poster URL", poster_url(message_of(venue, place)), "valid")
    row("venue, Ed25519", message_of(ed25519, place), "valid")

    row("at iat", good, "valid", ISSUED)
    row("at exp", good, "valid", EXPIRES)
    row("1 s before iat: within the skew", good, "valid", ISSUED - 1)
    row("299 s before iat: within the skew", good, "valid", ISSUED - 299)
    row("300 s before iat: the skew's edge, inclusive", good, "valid", ISSUED - 300)
    row("301 s before iat", good, "not-yet-valid", ISSUED - 301)
    row("a year before iat", good, "not-yet-valid", ISSUED - 31536000)
    row("at 0", good, "not-yet-valid", 0)
    row("1 s after exp: within the skew", good, "valid", EXPIRES + 1)
    row("299 s after exp: within the skew", good, "valid", EXPIRES + 299)
    row("300 s after exp: the skew's edge, inclusive", good, "valid", EXPIRES + 300)
    row("301 s after exp", good, "expired", EXPIRES + 301)
    row("a year after exp", good, "expired", EXPIRES + 31536000)
    row("exp at the end of 9999", message_of(card, claims_with({4: LAST_SECOND})), "valid")
    row("iat at the end of 9999", message_of(card, claims_with({4: LAST_SECOND, 6: LAST_SECOND})), "not-yet-valid")
    row("iat and exp at the end of 9999, then", message_of(ed25519, claims_with({4: LAST_SECOND, 6: LAST_SECOND})),
        "valid", LAST_SECOND)
    row("exp 600 s before iat, between the two", message_of(card, claims_with({4: ISSUED - 600})), "valid", ISSUED - 300)
    row("exp 601 s before iat, between the two", message_of(card, claims_with({4: ISSUED - 601})), "expired", ISSUED - 300)
    row("301 s before iat, Ed25519", signed, "not-yet-valid", ISSUED - 301)
    row("301 s after exp, Ed25519", signed, "expired", EXPIRES + 301)

    row("lowest bit of the tag's last byte flipped", flip(good, -1), "forged")
    row("highest bit of the tag's first byte flipped", flip(good, -32, 7), "forged")
    row("a bit of the name flipped", flip(good, in_claims), "forged")
    row("a bit of the serial flipped", flip(good, in_serial), "forged")
    row("a bit of the signature flipped", flip(signed, -64), "forged")
    row("a bit of the signature's second half flipped", flip(signed, -1, 6), "forged")
    row("a bit of the name flipped, Ed25519", flip(signed, signed.index(name.encode()) + 2), "forged")
    row("tag of zeros", good[:-32] + bytes(32), "forged")
    row("signature of zeros", signed[:-64] + bytes(64), "forged")
    row("tag of another card", good[:-32] + message_of(card, claims_with(details={2: 1986}))[-32:], "forged")
    row("a bit of the tag flipped, and expired: forged comes first", flip(good, -1), "forged", EXPIRES + 301)
    row("tag over Sig_structure in place of MAC_structure",
        assembled(MAC0, protected, {}, payload, card.sign(to_be_signed(SIGN1, protected, payload))), "forged")
    row("tag over the claims alone", assembled(MAC0, protected, {}, payload, card.sign(payload)), "forged")
    row("COSE_Sign1 under the kid of an HMAC key: the pair is not the key's",
        sealed({1: EDDSA, 4: card.kid}, tag_number=SIGN1, key=ed25519), "forged")
    confused = cbor({1: HMAC256, 4: ed25519.kid})
    row("COSE_Mac0 under the kid of the Ed25519 key, HMAC keyed with its public key",
        assembled(MAC0, confused, {}, payload, hmac256(ed25519.public, to_be_signed(MAC0, confused, payload))), "forged")
    row("the kid of the card key, the tag of another root's card key",
        assembled(MAC0, protected, {}, payload, key_for(1, "card", unit).sign(to_be_signed(MAC0, protected, payload))), "forged")

    row("another root's card key for its own unit", bytes.fromhex(next(m["message"] for m in messages if m["rootIndex"] == 1)), "unknown-key")
    row("another root's card key for this unit", message_of(key_for(1, "card", unit), claims), "unknown-key")
    row("another root's Ed25519 key for this unit", message_of(key_for(1, "ed25519", unit), claims), "unknown-key")
    row("this root's card key for another unit", message_of(key_for(0, "card", 19870), claims_with(details={3: 19870})), "unknown-key")
    row("a bit of the kid flipped", flip(good, good.index(card.kid)), "unknown-key")
    row("another root's key, and expired: unknown-key comes first", message_of(key_for(1, "card", unit), claims), "unknown-key", EXPIRES + 301)
    row("issued at the key's nbf", message_of(card, claims_with({6: NOT_BEFORE})), "valid")
    row("issued 300 s before the key's nbf: the skew's edge, inclusive", message_of(card, claims_with({6: NOT_BEFORE - 300})), "valid")
    row("issued 301 s before the key's nbf", message_of(card, claims_with({6: NOT_BEFORE - 301})), "unknown-key")
    row("issued at 0", message_of(card, claims_with({6: 0})), "unknown-key")
    row("issued 301 s before the key's nbf, Ed25519", message_of(ed25519, claims_with({6: NOT_BEFORE - 301})), "unknown-key")
    row("issued before the key's nbf, and expired: unknown-key comes first", message_of(card, claims_with({6: NOT_BEFORE - 301})), "unknown-key", EXPIRES + 301)

    row("card claims under the venue key", message_of(venue, claims), "wrong-purpose")
    row("venue claims under the card key", message_of(card, place), "wrong-purpose")
    row("another unit in a card's claims", message_of(card, claims_with(details={3: 19870})), "wrong-purpose")
    row("another unit in a card's claims, Ed25519", message_of(ed25519, claims_with(details={3: 46})), "wrong-purpose")
    row("another unit in a venue's claims", message_of(venue, place | {DETAILS: place[DETAILS] | {3: 4294967296}}), "wrong-purpose")
    row("card claims under the venue key, and expired: wrong-purpose comes first", message_of(venue, claims), "wrong-purpose", EXPIRES + 301)

    row("MB1: and nothing", PREFIX, "malformed")
    row("a text of some other code", "https://example.org/", "malformed")
    row("digits with a lower-case prefix", digit_text(good).replace("MB1:", "mb1:"), "malformed")
    row("no bytes", b"", "malformed")
    row("tag 17 around tag 18", b"\xd1" + signed, "malformed")
    row("tag 18 around tag 17", b"\xd2" + good, "malformed")
    row("the CWT tag 61 around tag 17", b"\xd8\x3d" + good, "malformed")
    row("tag 17 twice", b"\xd1" + good, "malformed")
    row("no tag", good[1:], "malformed")
    row("tag 16 (COSE_Encrypt0)", b"\xd0" + good[1:], "malformed")
    row("tag 18 in place of 17", b"\xd2" + good[1:], "malformed")
    row("tag 17 in place of 18", b"\xd1" + signed[1:], "malformed")
    row("alg -8 under tag 17, the tag of HMAC", sealed({1: EDDSA, 4: card.kid}), "malformed")
    row("alg -8 put into the protected header, the tag as it was",
        assembled(MAC0, cbor({1: EDDSA, 4: card.kid}), {}, payload, tag), "malformed")
    row("alg 5 under tag 18", assembled(SIGN1, cbor({1: HMAC256, 4: ed25519.kid}), {}, payload, signature), "malformed")
    row("alg 4 (HMAC 256/64)", sealed({1: 4, 4: card.kid}), "malformed")
    row("alg 6 (HMAC 384/384)", sealed({1: 6, 4: card.kid}), "malformed")
    row("alg as text", sealed({1: "HS256", 4: card.kid}), "malformed")
    row("unprotected header with a kid", sealed(protected, {4: card.kid}), "malformed")
    row("unprotected header with an unknown label", sealed(protected, {99: 0}), "malformed")
    row("unprotected header that is an array", sealed(protected, []), "malformed")
    row("unprotected header that is a byte string", sealed(protected, b""), "malformed")
    row("alg in the unprotected header", sealed({4: card.kid}, {1: HMAC256}), "malformed")
    row("protected header without a kid", sealed({1: HMAC256}), "malformed")
    row("protected header without an alg", sealed({4: card.kid}), "malformed")
    row("protected header with a content type", sealed({1: HMAC256, 3: 61, 4: card.kid}), "malformed")
    row("protected header with crit", sealed({1: HMAC256, 2: [4], 4: card.kid}), "malformed")
    row("protected header of no bytes", sealed(b""), "malformed")
    row("protected header unsorted", sealed(b"\xa2\x04\x44" + card.kid + b"\x01\x05"), "malformed")
    row("protected header with alg in 2 bytes", sealed(b"\xa2\x01\x18\x05\x04\x44" + card.kid), "malformed")
    row("protected header with a byte after the map", sealed(protected + b"\x00"), "malformed")
    row("protected header as a map, not a byte string", cbor(Tagged(MAC0, [{1: HMAC256, 4: card.kid}, {}, payload, tag])), "malformed")
    row("kid of 3 bytes", sealed({1: HMAC256, 4: card.kid[:3]}), "malformed")
    row("kid of 5 bytes", sealed({1: HMAC256, 4: card.kid + b"\x00"}), "malformed")
    row("kid as text", sealed({1: HMAC256, 4: "card"}), "malformed")
    row("array of three", cbor(Tagged(MAC0, [protected, {}, payload])), "malformed")
    row("array of five", cbor(Tagged(MAC0, [protected, {}, payload, tag, []])), "malformed")
    row("claims as a map, not a byte string", cbor(Tagged(MAC0, [protected, {}, claims, tag])), "malformed")
    row("no payload (detached)", b"\xd1\x84" + cbor(protected) + b"\xa0\xf6" + cbor(card.sign(to_be_signed(MAC0, protected, payload))), "malformed")
    row("tag as text", cbor(Tagged(MAC0, [protected, {}, payload, "t" * 32])), "malformed")
    row("tag of 31 bytes", assembled(MAC0, protected, {}, payload, tag[:31]), "malformed")
    row("tag of 8 bytes", assembled(MAC0, protected, {}, payload, tag[:8]), "malformed")
    row("tag of no bytes", assembled(MAC0, protected, {}, payload, b""), "malformed")
    row("tag of 33 bytes", assembled(MAC0, protected, {}, payload, tag + b"\x00"), "malformed")
    row("signature of 63 bytes", assembled(SIGN1, ed_protected, {}, payload, signature[:63]), "malformed")
    row("a byte after the message", good + b"\x00", "malformed")
    row("a message cut short", good[:-1], "malformed")
    row("a message with its array in the indefinite form", b"\xd1\x9f" + good[2:] + b"\xff", "malformed")
    row("tag 17 in 2 bytes", b"\xd8\x11" + good[1:], "malformed")

    def bad_claims(why, content):
        row("signed claims: " + why, message_of(card, content), "malformed")

    bad_claims("no bytes", b"")
    bad_claims("an array", cbor([1, 2]))
    bad_claims("a byte after the map", payload + b"\x00")
    bad_claims("unsorted", b"\xa4" + payload[7:13] + payload[1:7] + payload[13:])
    bad_claims("exp twice", b"\xa5" + payload[1:7] + payload[1:])
    bad_claims("no exp", cbor(claims_with(without={4})))
    bad_claims("no iat", cbor(claims_with(without={6})))
    bad_claims("no serial", cbor(claims_with(without={7})))
    bad_claims("no details", cbor(claims_with(without={DETAILS})))
    bad_claims("an issuer as well", cbor(claims | {1: "Quảng Điền"}))
    bad_claims("nbf as well", cbor(claims | {5: ISSUED}))
    bad_claims("a text key as well", cbor(claims | {"name": name}))
    bad_claims("the key -2^64 as well", cbor(claims | {-(1 << 64): 0}))
    bad_claims("the key 2^64 - 1 as well", cbor(claims | {(1 << 64) - 1: 0}))
    bad_claims("exp as text", cbor(claims_with({4: "2028-07-01"})))
    bad_claims("exp as a float", payload[:1] + b"\x04\xfb\x41\xdb\x82\x00\x00\x00\x00\x00" + payload[7:])
    bad_claims("iat under tag 1", cbor(claims_with({6: Tagged(1, ISSUED)})))
    bad_claims("exp negative", cbor(claims_with({4: -1})))
    bad_claims("exp past the end of 9999", cbor(claims_with({4: LAST_SECOND + 1})))
    bad_claims("iat past the end of 9999", cbor(claims_with({4: LAST_SECOND, 6: LAST_SECOND + 1})))
    bad_claims("exp 2^63 - 1", cbor(claims_with({4: (1 << 63) - 1})))
    bad_claims("exp 2^63", cbor(claims_with({4: 1 << 63})))
    bad_claims("exp 2^64 - 1", cbor(claims_with({4: (1 << 64) - 1})))
    bad_claims("iat 2^64 - 1", cbor(claims_with({6: (1 << 64) - 1})))
    bad_claims("iat -2^64", cbor(claims_with({6: -(1 << 64)})))
    bad_claims("serial of 7 bytes", cbor(claims_with({7: serial[1:]})))
    bad_claims("serial of 9 bytes", cbor(claims_with({7: b"\x00" + serial})))
    bad_claims("serial of 56 bits", cbor(claims_with({7: b"\x00\x80" + serial[2:]})))
    bad_claims("serial as a number", cbor(claims_with({7: int.from_bytes(serial, "big")})))
    bad_claims("details as an array", cbor(claims | {DETAILS: [1, name, 1985, unit]}))
    bad_claims("no kind", cbor(claims_with(without={(DETAILS, 0)})))
    bad_claims("kind 0", cbor(claims_with(details={0: 0})))
    bad_claims("kind 3", cbor(claims_with(details={0: 3})))
    bad_claims("no unit", cbor(claims_with(without={(DETAILS, 3)})))
    bad_claims("unit as text", cbor(claims_with(details={3: "19867"})))
    bad_claims("unit negative", cbor(claims_with(details={3: -1})))
    bad_claims("name as bytes", cbor(claims_with(details={1: name.encode()})))
    bad_claims("name that is not UTF-8", payload.replace("ễ".encode(), b"\xe1\xbb\x20"))
    bad_claims("birth year as text", cbor(claims_with(details={2: "1985"})))
    bad_claims("birth year 0", cbor(claims_with(details={2: 0})))
    bad_claims("birth year 10000", cbor(claims_with(details={2: 10000})))
    bad_claims("birth year 2^64 - 1", cbor(claims_with(details={2: (1 << 64) - 1})))
    bad_claims("birth year negative", cbor(claims_with(details={2: -1})))
    bad_claims("a venue type in a card", cbor(claims_with(details={4: 4})))
    bad_claims("an unknown detail in a card", cbor(claims_with(details={5: 1})))

    def bad_venue(why, details):
        row("signed claims: " + why, message_of(venue, place | {DETAILS: details}), "malformed")

    bad_venue("a venue without a name", {0: 2, 3: unit, 4: 4})
    bad_venue("a venue without a type", {0: 2, 1: "Chợ Sịa", 3: unit})
    bad_venue("a venue with a birth year", {0: 2, 1: "Chợ Sịa", 2: 1985, 3: unit, 4: 4})
    bad_venue("venue type 0", {0: 2, 1: "Chợ Sịa", 3: unit, 4: 0})
    bad_venue("venue type 9", {0: 2, 1: "Chợ Sịa", 3: unit, 4: 9})
    return rows


def make():
    holders = make_holders()
    serials = make_serials(holders)
    messages = make_messages(serials)
    return {
        "roots": make_roots(),
        "holders": holders,
        "serials": serials,
        "messages": messages,
        "revocations": make_revocations(serials),
        "digits": make_digits(),
        "badTexts": make_bad_texts(messages),
        "badCBOR": make_bad_cbor(messages),
        "verdicts": make_verdicts(messages, serials),
    }


# The self-check: from the JSON back to what it was made from


def refused(action, *arguments):
    try:
        action(*arguments)
        return False
    except Malformed:
        return True


def check_hkdf():
    """RFC 5869, appendix A.3: SHA-256 with no salt and no info; the first 32 bytes."""
    expected = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    assert hkdf(b"\x0b" * 22, b"").hex() == expected


def check(vectors):
    check_hkdf()
    unhex = bytes.fromhex
    for root in vectors["roots"]:
        assert len(unhex(root["root"])) == 32
        for key in root["keys"]:
            assert decode_cbor(unhex(key["info"])) == ["mocban", 1, key["purpose"], root["unit"], root["epoch"]]
            assert base64.urlsafe_b64decode(key["kidBase64url"] + "==") == unhex(key["kid"])
            assert ("public" in key) == (key["purpose"] == "ed25519")
    for serial in vectors["serials"]:
        assert serial_from_printed(serial["printed"]).hex() == serial["serial"]
        assert any(h["holder"] == serial["holder"] and h["rootIndex"] == serial["rootIndex"] for h in vectors["holders"])
    for message in vectors["messages"]:
        name = message.get("name")
        assert name is None or unicodedata.is_normalized("NFC", name)
        whole = unhex(message["message"])
        assert bytes_of_text(message["text"]) == bytes_of_text(message["url"]) == whole
        tag, algorithm, kid, protected, payload, signature = parse_message(whole)
        assert (protected, payload, signature) == tuple(unhex(message[part]) for part in ("protected", "claims", "tag"))
        assert to_be_signed(tag, protected, payload).hex() == message["toBeSigned"]
        purpose = "ed25519" if message["algorithm"] == "ed25519" else message["kind"]
        key = next(k for k in vectors["roots"][message["rootIndex"]]["keys"] if k["purpose"] == purpose)
        assert unhex(key["kid"]) == kid
        if tag == MAC0:
            assert hmac.digest(unhex(key["key"]), unhex(message["toBeSigned"]), "sha256") == signature
        else:
            Ed25519PublicKey.from_public_bytes(unhex(key["public"])).verify(signature, unhex(message["toBeSigned"]))
        claims, kind = parse_claims(payload)
        details = claims[DETAILS]
        assert (kind, claims[4], claims[6], details[3]) == tuple(message[m] for m in ("kind", "expires", "issued", "unit"))
        assert claims[7].hex() == message["serial"] and details.get(1) == name
        assert details.get(2) == message.get("birthYear") and details.get(4) == message.get("venueType")
    for row in vectors["revocations"]:
        kid, protected, payload, signature, content = parse_list(unhex(row["message"]))
        key = next(k for k in vectors["roots"][row["rootIndex"]]["keys"] if k["purpose"] == "ed25519")
        assert unhex(key["kid"]) == kid and to_be_signed(SIGN1, protected, payload).hex() == row["toBeSigned"]
        Ed25519PublicKey.from_public_bytes(unhex(key["public"])).verify(signature, unhex(row["toBeSigned"]))
        names = ("unit", "sequence", "issued", "nextUpdate")
        assert [content[label] for label in range(1, 5)] == [row[name] for name in names]
        assert [serial.hex() for serial in serials_of(content[6], content[5])] == row["serials"]
        assert content[7] == {unhex(cut["kid"]): cut["before"] for cut in row["cutOffs"]}
        assert refused(parse_message, unhex(row["message"]))
    for message in vectors["messages"]:
        assert refused(parse_list, unhex(message["message"]))
    assert {len(m["message"]) // 2 % 7 for m in vectors["messages"]} == set(range(7))
    assert {m.get("venueType") for m in vectors["messages"]} == {None, *range(1, 9)}
    assert len(vectors["messages"][0]["text"]) == 4 + 282 and len(vectors["messages"][1]["text"]) == 4 + 326
    assert {len(d["bytes"]) // 2 for d in vectors["digits"]} == set(range(16))
    for digits in vectors["digits"]:
        assert bytes_of_text(digits["text"]).hex() == digits["bytes"]
    for bad in vectors["badTexts"]:
        assert refused(bytes_of_text, bad["text"]), bad
    for bad in vectors["badCBOR"]:
        assert refused(decode_cbor, unhex(bad["hex"])), bad
    for list_name, member in (("badTexts", "text"), ("badCBOR", "hex"), ("verdicts", "why")):
        values = [entry[member] for entry in vectors[list_name]]
        assert len(values) == len(set(values)), (list_name, [v for v in values if values.count(v) > 1])
    keys = [key_for(0, purpose) for purpose in PURPOSES]
    for row in vectors["verdicts"]:
        try:
            message = unhex(row["message"]) if "message" in row else bytes_of_text(row["text"])
            verdict = verdict_of(message, keys, row["at"])
        except Malformed:
            verdict = "malformed"
        assert verdict == row["verdict"], (row, verdict)


def json_text(vectors):
    """Pretty-printed; Vietnamese letters as they are, every other character beyond ASCII escaped."""
    text = json.dumps(vectors, indent=2, ensure_ascii=False) + "\n"

    def escaped(match):
        letter = match[0]
        return letter if unicodedata.name(letter, "").startswith("LATIN ") else f"\\u{ord(letter):04x}"

    return re.sub(r"[^\x00-\x7e]", escaped, text)


def write(path, text, arguments, program, usage, summary):
    """Write the vectors, or with --check only compare them with what stands there; the exit status."""
    if arguments == ["--check"]:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.name} differs from what {pathlib.Path(program).name} makes; run it and commit.", file=sys.stderr)
            return 1
        return 0
    if arguments:
        print(usage, file=sys.stderr)
        return 64
    path.write_text(text, encoding="utf-8", newline="\n")
    print(summary)
    return 0


def main(arguments):
    path = pathlib.Path(__file__).with_name("payload-vectors.json")
    vectors = make()
    text = json_text(vectors)
    assert json.loads(text) == vectors
    check(vectors)
    summary = ", ".join(f"{len(entries)} {name}" for name, entries in vectors.items())
    return write(path, text, arguments, __file__, __doc__, summary)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
