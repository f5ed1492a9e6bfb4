"""Numbers that people in the UK dial: how long each kind is, and the short ones by list.

Source: Ofcom, the National Telephone Numbering Plan. With a digit missing, or one too many, a
number rings nobody; so every kind is held to its length. `tests/models/test_numbers.py` holds this
to what Google's libphonenumber knows of the UK.
"""

from __future__ import annotations

import re

SHORT = (
    *("101", "105", "111", "112", "159", "999"),
    *("116000", "116006", "116111", "116123"),
)
"""Short codes for everybody: police, power cuts, NHS, emergencies, stop scams; and the numbers of
the European plan for missing children, victims, children and emotional support."""

TEN_DIGITS = (
    "1204 1208 1254 1276 1297 1298 1363 1364 1384 1386 1404 1420 1460 1461 1480 1488 1524 1527 "
    "1562 1566 1606 1629 1635 1647 1659 1695 1726 1744 1750 1768 1827 1837 1884 1900 1905 1935 "
    "1946 1949 1963 1995 16977"
).split()
"""The area codes, without their 0, in which some numbers are still one digit shorter."""

_LONG = (
    r"01[1-9][0-9]{8}",
    rf"0(?:{'|'.join(code for code in TEN_DIGITS if len(code) == 4)})[0-9]{{5}}",
    r"016977[0-9]{4}",
    r"02[03489][0-9]{8}",
    r"03[0347][0-9]{8}",
    r"05[56][0-9]{8}",
    r"0800[0-9]{6,7}",
    r"08001111",
    r"0808[0-9]{7}",
    r"08(?:4[2-5]|7[0-3])[0-9]{7}",
)

UK = "|".join((*SHORT, *_LONG))
"""What a number may be, as digits alone. Written so that JavaScript reads it the same."""

_UK = re.compile(f"(?:{UK})")

LENGTHS = {
    "01": "11 digits",
    "02": "11 digits",
    "03": "11 digits",
    "05": "11 digits",
    "0800": "10 or 11 digits",
    "0808": "11 digits",
    "084": "11 digits",
    "087": "11 digits",
}
"""How many digits a number has, by how it begins."""

TEXT_CODE = re.compile(r"[0-9]{5}")
"""The short numbers that people text: five digits."""


def is_uk(digits: str) -> bool:
    """Say whether digits are a number of the UK for everybody, in its full length."""
    return bool(_UK.fullmatch(digits))


def wrong_length(digits: str) -> str:
    """Return "it has 10 digits, and numbers that begin with 03 have 11 digits", or nothing."""
    if not digits.isdecimal():
        return ""
    begins = max((one for one in LENGTHS if digits.startswith(one)), key=len, default="")
    if not begins or is_uk(digits):
        return ""
    wanted = LENGTHS[begins]
    if str(len(digits)) in wanted.split():
        return ""
    return f"it has {len(digits)} digits, and numbers that begin with {begins} have {wanted}"
