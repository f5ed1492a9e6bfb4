"""What every record of the hub has in common, and the small types its fields are made of."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError


def fault(message: str, hint: str) -> PydanticCustomError:
    """Return an error whose two parts an editor reads: what is wrong, and what to do about it."""
    return PydanticCustomError("hub", "{message}", {"message": message, "hint": hint})


class Part(BaseModel):
    """A piece of a record: unchangeable, and closed to keys nobody defined."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]


class Record(Part):
    """One thing in a data file: it has an address of its own, an owner and a review date."""

    id: Id
    owner: Id
    review_by: dt.date


def _https(value: str) -> str:
    if not value.startswith("https://"):
        raise fault(
            f"the address {value!r} does not start with https://",
            "Write the whole address, starting with https://.",
        )
    host = value.removeprefix("https://").split("/")[0]
    if "." not in host or any(c.isspace() for c in value):
        raise fault(f"{value!r} is not a web address", "Copy it from the browser's address bar.")
    return value


def one_line(value: str) -> str:
    """Return a text without its outer spaces; refuse one that is empty or has several lines."""
    if "\n" in value.strip() or not value.strip():
        raise fault("this needs one line of text", "Write some words, all on one line.")
    return value.strip()


def _some_text(value: str) -> str:
    if not value.strip():
        raise fault("this is empty", "Write some words, or take the line out.")
    return value.strip()


def _clock(value: str) -> str:
    try:
        dt.time.fromisoformat(value if len(value) == 5 else "x")
    except ValueError:
        raise fault(
            f"{value!r} is not a time of day", 'Write hours and minutes in quotes, such as "09:30".'
        ) from None
    return value


def _whole_day(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise fault(f"{value!r} is not a date", "Write year-month-day: 2027-02-04.") from None
    return value


HttpsUrl = Annotated[str, AfterValidator(_https)]
Line = Annotated[str, AfterValidator(one_line)]
Text = Annotated[str, AfterValidator(_some_text)]
ClockTime = Annotated[str, AfterValidator(_clock)]
"""A time of day on a 24-hour clock, "HH:MM", in Europe/London."""
Day = Annotated[dt.date, BeforeValidator(_whole_day)]
Minutes = Annotated[int, Field(ge=1, le=24 * 60)]
