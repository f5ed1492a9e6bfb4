"""How the rules of a record are tried: every one of them whose own fields are sound.

Left to itself, pydantic looks at no rule while any field is wrong, and stops at the first broken
rule. An editor would mend one fault only to meet the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError, PydanticUndefined


@dataclass(frozen=True)
class Check:
    """One rule: the fields it looks at, and the method that raises a fault when it is broken."""

    needs: tuple[str, ...]
    method: Callable[[Any], Any]


def rules_of(model: type) -> tuple[Check, ...]:
    """Return the rules of a kind of part, those of what it is made from first."""
    found: dict[str, Check] = {}
    for kind in reversed(model.__mro__):
        for name, method in vars(kind).items():
            if callable(method) and hasattr(method, "needs"):
                found[name] = Check(method.needs, method)
    return tuple(found.values())


def broken(part: Any, rules: Sequence[Check]) -> list[InitErrorDetails]:
    """Return a fault for each rule that a part breaks, at the field that the rule names."""
    faults: list[InitErrorDetails] = []
    for one in rules:
        try:
            one.method(part)
        except PydanticCustomError as error:
            at = (error.context or {}).get("at")
            faults.append({"type": error, "loc": tuple(at.split(".")) if at else (), "input": None})
    return faults


def whole_error(model: type[BaseModel], data: Any, error: ValidationError) -> ValidationError:
    """Return the faults of a part's fields, joined by those rules that could still be tried."""
    faults = [_again(one) for one in error.errors(include_url=False)]
    rules: tuple[Check, ...] = getattr(model, "rules", ())
    if rules and isinstance(data, Mapping):
        faulty = {one["loc"][0] for one in faults if one.get("loc")}
        ready = [one for one in rules if not faulty.intersection(_keys(model, one.needs))]
        fields = {name for one in ready for name in one.needs}
        part = model.model_construct(**{name: _sound(model, name, data) for name in fields})
        faults += broken(part, ready)
    return ValidationError.from_exception_data(error.title, faults)


def _again(detail: Any) -> InitErrorDetails:
    """Return a fault that pydantic told of, as it can be raised once more."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "hub":
        kind = PydanticCustomError("hub", "{message}", context)
    return {"type": kind, "loc": detail["loc"], "input": detail["input"], "ctx": context}


def _keys(model: type[BaseModel], fields: Sequence[str]) -> set[str]:
    return {model.model_fields[field].alias or field for field in fields}


def _sound(model: type[BaseModel], field: str, data: Mapping[str, Any]) -> Any:
    """Return the value of a field that has no fault, as a rule would find it in a sound part."""
    info = model.model_fields[field]
    value = data.get(info.alias or field, PydanticUndefined)
    if value is PydanticUndefined:
        return info.get_default(call_default_factory=True)
    return _adapter(model, field).validate_python(value)


@cache
def _adapter(model: type[BaseModel], field: str) -> TypeAdapter[Any]:
    info = model.model_fields[field]
    shape: Any = info.annotation
    return TypeAdapter(Annotated[shape, *info.metadata] if info.metadata else shape)
