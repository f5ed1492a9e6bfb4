"""What every record of the hub has in common, and the small types its fields are made of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from peerhub.faults import Code
from peerhub.models.letters import STRANGE, STRANGE_REMEDY, strange
from peerhub.models.rules import Check, broken, rules_of, whole_error

Method = TypeVar("Method", bound=Callable[..., Any])


def fault(message: str, hint: str, at: str = "", code: Code | None = None) -> PydanticCustomError:
    """Return an error whose two parts an editor reads: what is wrong, and what to do about it.

    A rule about several fields says with `at` which of them the editor has to look at. Without a
    code it is a fault of how the field is written, or, with `at`, of fields that disagree.
    """
    said = {"message": message, "hint": hint, "at": at, "code": code and code.value}
    return PydanticCustomError("hub", "{message}", said)


def rule_on(*needs: str) -> Callable[[Method], Method]:
    """Mark a method of a part as a rule about the fields it names. A broken rule raises a fault.

    Every rule is tried whose own fields are sound, whatever else is wrong with the record.
    """

    def mark(method: Method) -> Method:
        method.needs = needs  # type: ignore[attr-defined]
        return method

    return mark


class Part(BaseModel):
    """A piece of a record: unchangeable, and closed to keys nobody defined."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)
    rules: ClassVar[tuple[Check, ...]] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Find the rules of a new kind of part."""
        cls.rules = rules_of(cls)

    @model_validator(mode="wrap")
    @classmethod
    def _with_every_rule(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            part = handler(data)
        except ValidationError as error:
            raise whole_error(cls, data, error) from None
        if cls.rules:
            faults = broken(part, cls.rules)
            if faults:
                raise ValidationError.from_exception_data(cls.__name__, faults)
        return part


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]


class Record(Part):
    """One thing in a data file: it has an address of its own, an owner and a review date."""

    id: Id
    owner: Id
    review_by: dt.date


_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
_NEVER_IN_ADDRESS = re.compile(r"[^!#-;=?-Z\[\]_a-z~\u00a1-\uffff]")
"""What a web address cannot hold: spaces, quotes, angle and curly brackets, and the like."""


def _https(value: str) -> str:
    if not value.startswith("https://"):
        raise fault(
            f"the address {value!r} does not start with https://",
            "Write the whole address, starting with https://.",
        )
    place = re.split(r"[/?#]", value.removeprefix("https://"), maxsplit=1)[0]
    if "@" in place:
        raise fault(
            "the address holds a name or a password before its '@'",
            "Take out everything between https:// and the '@', and the '@' too.",
        )
    if not _HOST.fullmatch(re.sub(r":\d{1,5}$", "", place)) or _NEVER_IN_ADDRESS.search(value):
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


def drawn(value: str) -> str:
    """Return words as they are; refuse a letter that our type cannot draw."""
    found = STRANGE.search(value)
    if found:
        raise fault(strange(found[0]), STRANGE_REMEDY, code=Code.LETTER)
    return value


def _whole_day(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise fault(f"{value!r} is not a date", "Write year-month-day: 2027-02-04.") from None
    return value


HTTPS_PATTERN = "^https://"
HttpsAddress = Annotated[
    str,
    AfterValidator(_https),
    WithJsonSchema({"type": "string", "pattern": HTTPS_PATTERN}),
]
Line = Annotated[str, AfterValidator(one_line)]
Text = Annotated[str, AfterValidator(_some_text)]
Name = Annotated[Line, AfterValidator(drawn), StringConstraints(max_length=50)]
"""A name as it stands on every poster: the longest for which they have room."""
Day = Annotated[dt.date, BeforeValidator(_whole_day)]
Minutes = Annotated[int, Field(ge=1, le=24 * 60)]
