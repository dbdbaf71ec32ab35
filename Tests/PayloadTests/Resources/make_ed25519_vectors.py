#!/usr/bin/env python3
"""Makes ed25519-vectors.json: keys and signatures of Ed25519 that a verifier must refuse, and some that it must take.

    python3 make_ed25519_vectors.py            writes ed25519-vectors.json beside this file
    python3 make_ed25519_vectors.py --check    makes it again, compares, and exits 1 where it differs

The curve in plain integers (RFC 8032 section 5.1), slow and easy to follow; CBOR and claims come from make_vectors.py.
The kinds of signature are those of Chalkias, Garillot and Nikolaenko, "Taming the many EdDSAs" (2020), table 5, made
anew, and some more. Nothing here is random: the same bytes come out every time.
"""

import hashlib
import json
import math
import pathlib
import sys

import make_vectors as payload

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
ZERO = (0, 1)
UNIT, EPOCH, NOT_BEFORE = 19867, 1, 1600000000
ISSUED, EXPIRES, AT = 1782864000, 1846022400, 1782950400
SERIAL = bytes.fromhex("005a1148a5f9a314")


# The curve


def add(one, other):
    (x1, y1), (x2, y2) = one, other
    product = D * x1 * x2 * y1 * y2 % P
    return (
        (x1 * y2 + x2 * y1) * pow(1 + product, -1, P) % P,
        (y1 * y2 + x1 * x2) * pow(1 - product, -1, P) % P,
    )


def times(number, point):
    total = ZERO
    while number:
        if number & 1:
            total = add(total, point)
        point, number = add(point, point), number >> 1
    return total


def negative(point):
    return -point[0] % P, point[1]


def x_of(y):
    """The even x of a y, or None where no point has it."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P:
        return None
    return min(x, -x % P, key=lambda root: root & 1)


def encoded(point):
    return written(point[1], point[0] & 1)


def written(y, sign):
    """The bytes of a y below 2^255, reduced or not, and a sign."""
    return (y | sign << 255).to_bytes(32, "little")


BASE = next(point for point in [(x_of(4 * pow(5, -1, P) % P), 4 * pow(5, -1, P) % P)])
assert times(L, BASE) == ZERO and encoded(BASE).hex() == "58" + "66" * 31


def has_prime_order(point):
    return point != ZERO and times(L, point) == ZERO


def eighth():
    """A point of order 8."""
    for y in range(2, 100):
        if (x := x_of(y)) is not None and times(4, point := times(L, (x, y))) != ZERO:
            return point
    raise AssertionError


TORSION = [times(number, eighth()) for number in range(8)]
assert len(set(TORSION)) == 8 and times(8, TORSION[1]) == ZERO


def decoded(data, strict):
    """The point of 32 bytes, or None: by all of RFC 8032 section 5.1.3, or as BoringSSL does, which reduces."""
    number = int.from_bytes(data, "little")
    y, sign = number & 2**255 - 1, number >> 255
    if strict and y >= P:
        return None
    x = x_of(y % P)
    if x is None or strict and x == 0 and sign:
        return None
    return (x if x & 1 == sign else -x % P), y % P


def is_sound(data):
    point = decoded(data, strict=True)
    return point is not None and has_prime_order(point)


def hash_number(r, a, message):
    return int.from_bytes(hashlib.sha512(r + a + message).digest(), "little") % L


def library_holds(a, message, signature):
    """What BoringSSL takes: S below L, and R the bytes of [S]B - [k]A."""
    point, s = decoded(a, strict=False), int.from_bytes(signature[32:], "little")
    if point is None or s >= L:
        return False
    k = hash_number(signature[:32], a, message)
    return encoded(add(times(s, BASE), negative(times(k, point)))) == signature[:32]


def cofactored_holds(a, r, s, k):
    return times(8 * s, BASE) == times(8, add(r, times(k, a)))


def holds(a, message, signature):
    """The criterion of docs/payload.md."""
    return is_sound(a) and signature[:32] != encoded(ZERO) and library_holds(a, message, signature)


def secret(seed):
    number = int.from_bytes(hashlib.sha512(seed).digest()[:32], "little")
    return (number & 2**254 - 8 | 2**254) % L


# Keys


def make_keys():
    rows = []

    def key(why, data):
        rows.append({"why": why, "x": data.hex(), "accepted": is_sound(data)})

    for index, point in enumerate(TORSION):
        order = 8 // math.gcd(8, index)
        key(f"order {order}: point {index}", encoded(point))
        if point[0] == 0:
            key(f"order {order}: point {index}, x = 0 with a sign", written(point[1], 1))
    for y in range(P, 2**255):
        for sign in (0, 1):
            small = y - P in {point[1] for point in TORSION}
            what = "off the curve" if x_of(y - P) is None else "of small order" if small else "on the curve"
            key(f"y = p + {y - P}, sign {sign}, {what}", written(y, sign))
    off = [y for y in (*range(2, 40), *range(P - 40, P - 1)) if x_of(y) is None]
    for y in off[:4] + off[-4:]:
        key(f"off the curve: y = {y if y < 40 else f'p - {P - y}'}", written(y, y & 1))
    for number in (1, 2, L - 1, 2**200 + 12345):
        point, name = times(number, BASE), number if number < 9 else hex(number)
        key(f"sound: {name} times the base point", encoded(point))
        for index in range(1, 8):
            key(f"mixed order: {name} times the base point and point {index}", encoded(add(point, TORSION[index])))
    on = [y for y in (*range(2, 60), *range(P - 60, P - 1)) if x_of(y) is not None]
    for y in on[:20] + on[-20:]:
        for sign in (0, 1):
            key(f"y = {y if y < 60 else f'p - {P - y}'}, sign {sign}", written(y, sign))
    for seed in range(8):
        key(f"sound: of the seed SHA-256({seed})", payload.public_key(hashlib.sha256(bytes([seed])).digest()))
    assert sum(row["accepted"] for row in rows) > 12
    # What the Swift sources rest their check on: one X25519 by this number keeps u for points of prime order alone.
    number = next(8 * m for m in (pow(8, -1, L), L - pow(8, -1, L)) if 2**251 <= m < 2**252)
    twist = 2 * (P + 1) - 8 * L
    assert (number + 1) % L == 0 and math.gcd(number - 1, twist) == math.gcd(number + 1, twist) == 1
    assert math.gcd(number + 1, 8) == math.gcd(number - 1, 8) == 1
    assert number.to_bytes(32, "little").hex() == "a023cdd083ef5bb82f10d62e59e15a68" + "00" * 15 + "50"
    return rows


# Signatures, each in a whole message


def make_signatures():
    rows = []
    a = secret(hashlib.sha256(b"signer").digest())
    key = times(a, BASE)
    r = int.from_bytes(hashlib.sha512(b"nonce").digest(), "little") % L
    assert encoded(key) == payload.public_key(hashlib.sha256(b"signer").digest())

    def message(x, serial=SERIAL):
        kid = hashlib.sha256(x).digest()[:4]
        protected = payload.cbor({1: payload.EDDSA, 4: kid})
        claims = payload.cbor(payload.card_claims(serial, ISSUED, EXPIRES, UNIT, "Nguyễn Thị Minh Châu", 1985))
        return protected, claims, payload.to_be_signed(payload.SIGN1, protected, claims)

    def row(why, x, r_bytes, s, serial=SERIAL):
        protected, claims, signed = message(x, serial)
        signature = r_bytes + s.to_bytes(32, "little")
        rows.append(
            {
                "why": why,
                "x": x.hex(),
                "toBeSigned": signed.hex(),
                "signature": signature.hex(),
                "message": payload.cbor(payload.Tagged(payload.SIGN1, [protected, {}, claims, signature])).hex(),
                "keyAccepted": is_sound(x),
                "libraryAccepts": library_holds(x, signed, signature),
                "accepted": holds(x, signed, signature),
            }
        )
        return rows[-1]

    def k_of(x, r_bytes, serial=SERIAL):
        return hash_number(r_bytes, x, message(x, serial)[2])

    def serials():
        """Serials one after another, to look for a hash of a certain remainder."""
        for number in range(1, 10_000):
            yield number.to_bytes(8, "big")

    sound, R = encoded(key), times(r, BASE)
    honest = (r + k_of(sound, encoded(R)) * a) % L
    row("sound", sound, encoded(R), honest)
    for add_l in (1, 2, 7, 8, 15):
        row(f"S + {add_l}L", sound, encoded(R), honest + add_l * L)
    row("S = L", sound, encoded(R), L)
    row("S = L - 1", sound, encoded(R), L - 1)
    row("S = 0", sound, encoded(R), 0)
    row("S = 2^256 - 1", sound, encoded(R), 2**256 - 1)
    row("S with its highest bit", sound, encoded(R), honest | 1 << 255)
    row("S with bit 253", sound, encoded(R), honest | 1 << 253)
    row("R with the other sign", sound, encoded(negative(R)), honest)
    row("another message's", sound, encoded(R), honest, b"\0" * 7 + b"\1")
    for index in range(8):
        r_bytes = encoded(TORSION[index])
        row(f"R is point {index} of small order", sound, r_bytes, k_of(sound, r_bytes) * a % L)
    for name, r_bytes in (
        ("R = 0 with a sign", written(1, 1)),
        ("R = 0 as p + 1", written(P + 1, 0)),
        ("R = 0 as p + 1 with a sign", written(P + 1, 1)),
        ("R of order 4 as p", written(P, 0)),
        ("R of order 2 with a sign", written(P - 1, 1)),
    ):
        row(name, sound, r_bytes, k_of(sound, r_bytes) * a % L)
    for index in range(1, 8):
        r_bytes = encoded(add(R, TORSION[index]))
        row(f"R and point {index} of small order", sound, r_bytes, (r + k_of(sound, r_bytes) * a) % L)
    off = written(next(y for y in range(2, 40) if x_of(y) is None), 0)
    row("R off the curve", sound, off, (r + k_of(sound, off) * a) % L)

    # Table 5 of the paper, by its numbers.
    small, mixed = TORSION[1], add(key, TORSION[1])
    x = encoded(small)
    serial = next(s for s in serials() if encoded(negative(times(k_of(x, encoded(TORSION[3]), s), small))) == encoded(TORSION[3]))
    assert row("case 0: S = 0, A and R of small order", x, encoded(TORSION[3]), 0, serial)["libraryAccepts"]
    serial = next(s for s in serials() if k_of(x, encoded(add(R, TORSION[1])), s) % 8 == 7)
    assert row("case 1: A of small order, R mixed", x, encoded(add(R, TORSION[1])), r, serial)["libraryAccepts"]
    x, r_bytes = encoded(mixed), encoded(TORSION[1])
    serial = next(s for s in serials() if k_of(x, r_bytes, s) % 8 == 7)
    assert row("case 2: A mixed, R of small order", x, r_bytes, k_of(x, r_bytes, serial) * a % L, serial)["libraryAccepts"]
    r_bytes = encoded(add(R, TORSION[1]))
    serial = next(s for s in serials() if k_of(x, r_bytes, s) % 8 == 7)
    s = (r + k_of(x, r_bytes, serial) * a) % L
    assert row("case 3: A and R mixed, holds without the cofactor", x, r_bytes, s, serial)["libraryAccepts"]
    serial = next(s for s in serials() if k_of(x, r_bytes, s) % 8 == 2)
    s = (r + k_of(x, r_bytes, serial) * a) % L
    assert cofactored_holds(mixed, add(R, TORSION[1]), s, k_of(x, r_bytes, serial))
    assert not row("case 4: A and R mixed, holds with the cofactor alone", x, r_bytes, s, serial)["libraryAccepts"]
    r_bytes = encoded(R)
    serial = next(s for s in serials() if 8 * k_of(x, r_bytes, s) % L % 8)
    s = (r + k_of(x, r_bytes, serial) * a) % L
    row("case 5: A mixed, R of prime order, 8k not reduced", x, r_bytes, s, serial)
    row("case 6: S + L", sound, encoded(R), honest + L, SERIAL)
    row("case 7: S far above L", sound, encoded(R), honest + 14 * L)
    r_bytes = written(P, 0)
    serial = next(s for s in serials() if k_of(x, r_bytes, s) % 8 == 2)
    row("case 8: A mixed, R of small order and not reduced", x, r_bytes, k_of(x, r_bytes, serial) * a % L, serial)
    reduced = encoded(decoded(r_bytes, strict=False))
    row("case 9: the same, hashed as reduced", x, r_bytes, k_of(x, reduced, serial) * a % L, serial)
    r_bytes = encoded(add(R, TORSION[2]))
    for y in (P, P + 1, P - 1):
        for sign in (0, 1):
            x = written(y, sign)
            point = decoded(x, strict=False)
            name = f"A of small order as p{y - P:+d} with sign {sign}"
            serial = next(s for s in serials() if times(k_of(x, encoded(R), s), point) == ZERO)
            assert row(f"case 10: {name}, R of prime order", x, encoded(R), r, serial)["libraryAccepts"]
            row(f"case 10: {name}, R mixed", x, r_bytes, r)
            row(f"case 11: {name}, hashed as reduced", x, encoded(R), r, SERIAL[:7] + b"\x15")
    assert [row["why"] for row in rows if row["accepted"]] == ["sound"]
    return rows


def main(arguments):
    path = pathlib.Path(__file__).with_name("ed25519-vectors.json")
    vectors = {
        "unit": UNIT,
        "epoch": EPOCH,
        "notBefore": NOT_BEFORE,
        "at": AT,
        "keys": make_keys(),
        "signatures": make_signatures(),
    }
    for name in ("keys", "signatures"):
        values = [row["why"] for row in vectors[name]]
        assert len(values) == len(set(values)), [value for value in values if values.count(value) > 1]
    text = payload.json_text(vectors)
    summary = f"{len(vectors['keys'])} keys, {len(vectors['signatures'])} signatures"
    return payload.write(path, text, arguments, __file__, __doc__, summary)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
