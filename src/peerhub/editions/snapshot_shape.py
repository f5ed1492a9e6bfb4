"""What the record of an edition has to look like, so that what reads it later never stumbles."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError


class _Shape(BaseModel):
    """A part of a record: older records lack keys, and newer ones may have more."""

    model_config = ConfigDict(extra="allow", strict=True)


class _Step(_Shape):
    title: str
    minutes: int


class _KeptModule(_Shape):
    id: str
    title: str = ""
    minutes: int = 0
    outcomes: list[str] = []
    steps: list[_Step] = []
    text: str = ""


class _KeptWorkshop(_Shape):
    id: str
    title: str = ""
    modules: list[str] = []
    timetable: list[dict[str, Any]] = []


class _KeptForce(_Shape):
    id: str
    stage: str | None = None
    criteria: list[dict[str, Any]] = []


class _KeptService(_Shape):
    title: str
    ways: list[str]


class _KeptRecord(_Shape):
    edition: str
    dated: str
    modules: list[_KeptModule] = []
    workshops: list[_KeptWorkshop] = []
    materials: dict[str, int] = {}
    forces: list[_KeptForce] = []
    services: dict[str, _KeptService] = {}


def out_of_shape(held: Any) -> str:
    """Return where a record is not as editions write it ("modules, item 1, title"), or ""."""
    try:
        _KeptRecord.model_validate(held)
    except ValidationError as error:
        place = error.errors(include_url=False, include_input=False)[0]["loc"]
        said = [f"item {one + 1}" if isinstance(one, int) else str(one) for one in place]
        return ", ".join(said) or "the whole"
    return ""
