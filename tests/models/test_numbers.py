"""Numbers of the UK, held to their lengths, and to what libphonenumber knows of them."""

from __future__ import annotations

import random

import phonenumbers
import pytest
from phonenumbers import PhoneNumberType as Kind
from pydantic import ValidationError

from peerhub.catalogue import load
from peerhub.models.contact import dialled
from peerhub.models.numbers import SHORT, is_uk
from tests.components import specimens as some
from tests.projects import ROOT

OURS = {
    Kind.FIXED_LINE,
    Kind.TOLL_FREE,
    Kind.SHARED_COST,
    Kind.UAN,
    Kind.VOIP,
    Kind.PREMIUM_RATE,
}


def refusal(**fields) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        some.service(**fields)
    (error,) = caught.value.errors()
    return error["ctx"]["message"], error["ctx"]["hint"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (
            "0808 2000 24",
            ": it has 10 digits, and numbers that begin with 0808 have 11 digits",
        ),
        ("0300 131 278", ": it has 10 digits, and numbers that begin with 03 have 11 digits"),
        ("0300 131 27890", ": it has 12 digits, and numbers that begin with 03 have 11 digits"),
        ("0800 12 34", ": it has 8 digits, and numbers that begin with 0800 have 10 or 11 digits"),
        ("020 7946 095", ": it has 10 digits, and numbers that begin with 02 have 11 digits"),
        ("0113 496 000", ": it has 10 digits, and numbers that begin with 01 have 11 digits"),
        ("116 124", ""),
        ("11", ""),
        ("998", ""),
        ("0400 123 4567", ""),
        ("0900 123 4567", ""),
        ("+44 300 131 2789", ""),
        ("0300 131 2789 ext 2", ""),
        ("٠300 131 2789", ""),
    ],
)
def test_a_number_with_a_digit_too_few_or_too_many_is_refused_and_says_why(given, why):
    assert refusal(phone=given) == (
        f"{given!r} is not the number of a public service{why}",
        'Write it as the service prints it, in quotes: "0300 131 2789".',
    )


def test_every_number_of_the_hub_loses_or_gains_no_digit_unseen():
    """A digit that goes missing is seen, but in 0800 numbers, which have two lengths."""
    for one in load(ROOT).services:
        digits = (one.phone or "999").replace(" ", "")
        if len(digits) > 3 and not digits.startswith("0800"):
            assert not is_uk(digits[:-1]), one.phone
            assert not is_uk(digits + "1"), one.phone


@pytest.mark.parametrize("given", ["SHOUT to 8525", "SHOUT to 852588", "LISTEN"])
def test_a_number_to_text_has_five_digits(given):
    assert given in refusal(text=given)[0] or given.split()[-1] in refusal(text=given)[0]


def test_odd_spaces_become_plain_and_a_link_dials_digits_alone():
    assert some.service(phone="116\u00a0123").phone == "116 123"
    assert dialled("116\u00a0123") == "tel:116123"
    assert dialled("+44 (0)1632 960-123") == "tel:01632960123"


def test_what_libphonenumber_knows_as_a_number_for_everybody_is_taken():
    chosen, taken = random.Random(10), 0
    for _ in range(6000):
        begins = chosen.choice(
            ["01", "02", "03", "0800", "0808", "084", "087", "056", "011", "016"]
        )
        digits = begins + "".join(chosen.choices("0123456789", k=11 - len(begins)))
        digits = digits[: chosen.choice((10, 11))]
        number = phonenumbers.parse(digits, "GB")
        if phonenumbers.is_valid_number_for_region(number, "GB"):
            if phonenumbers.number_type(number) in OURS:
                taken += 1
                assert is_uk(digits), digits
        elif not phonenumbers.is_possible_number(number):
            assert not is_uk(digits), digits
    assert taken > 500
    assert not is_uk("0700 123 4567".replace(" ", "")), "personal numbers are premium"


def test_the_short_codes_are_numbers_that_can_be_dialled_in_the_uk():
    newer = {"105", "159", "116006"}  # that libphonenumber does not list
    for code in set(SHORT) - newer:
        number = phonenumbers.parse(code, "GB")
        assert phonenumbers.is_valid_short_number_for_region(number, "GB"), code
