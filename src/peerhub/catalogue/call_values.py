"""The values of a call, held to what its macro says that it takes, and told in an editor's words.

A macro says so by its signature: `def callout(kind: str, title: str)`. A set of names and values,
`{"title": "…"}`, becomes the dataclass that stands in the signature.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from peerhub.catalogue.nearest import nearest

WANTED = {
    "string_type": "words in quotes",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list, in square brackets",
    "sequence_type": "a list, in square brackets",
    "sequence_str": "a list, in square brackets",
    "dataclass_type": 'names and values, such as {"title": "Words"}',
}
"""What a value has to be, by the kind of error that pydantic finds."""

_MISNAMED = "unexpected_keyword_argument"
_PLAIN = inspect.Parameter.POSITIONAL_OR_KEYWORD
_MANY = inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD

Values = tuple[tuple[Any, ...], Mapping[str, Any]]


class WrongValue(ValueError):
    """A call has a value that its macro does not take; the words say which, and what it takes."""


def fitted(macro: Callable[..., Any], args: Sequence[Any], named: Mapping[str, Any]) -> Values:
    """Return the values of a call as its macro takes them. Raises `WrongValue`.

    Words that are none of a few are left to the macro, which says what there is to choose from.
    """
    signature = _signature(macro)
    _all_there(signature, args, named)
    bound = signature.bind(*args, **named)
    for name, adapter in _adapters(_written(macro)).items():
        if name not in bound.arguments:
            continue
        try:
            bound.arguments[name] = adapter.validate_python(bound.arguments[name])
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False)
            if not any(one["type"] == "literal_error" for one in found):
                worst = min(found, key=lambda one: one["type"] != _MISNAMED)
                raise WrongValue(_said(name, worst)) from None
        if bound.arguments[name] == []:
            raise WrongValue(f"'{name}' has nothing in it")
    return bound.args, bound.kwargs


@lru_cache(maxsize=500)
def _signature(macro: Callable[..., Any]) -> inspect.Signature:
    return inspect.signature(macro)


def _written(macro: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function as it stands in the program: the same one for every catalogue."""
    plain = inspect.unwrap(macro)
    return plain.__func__ if inspect.ismethod(plain) else plain


@lru_cache(maxsize=500)
def _adapters(macro: Callable[..., Any]) -> dict[str, TypeAdapter[Any]]:
    """Return what checks each parameter that has a type and takes one value."""
    kinds = get_type_hints(macro)
    return {
        name: TypeAdapter(kinds[name])
        for name, parameter in inspect.signature(macro).parameters.items()
        if name in kinds and kinds[name] is not Any and parameter.kind not in _MANY
    }


def _all_there(signature: inspect.Signature, args: Sequence[Any], named: Mapping[str, Any]) -> None:
    """Raise `WrongValue` for a value too many, one that is missing, or a name there is not."""
    known = signature.parameters
    kinds = {one.kind for one in known.values()}
    if len(args) > len(known) and inspect.Parameter.VAR_POSITIONAL not in kinds:
        most = f"no more than {len(known)}: {', '.join(known)}" if known else "none"
        raise WrongValue(f"it has {_values(len(args))}, and takes {most}")
    if inspect.Parameter.VAR_KEYWORD not in kinds:
        for name in named:
            if name not in known:
                takes = f"it takes {', '.join(known)}" if known else "it takes none"
                raise WrongValue(f"it takes nothing called '{name}'; {_hint(name, known, takes)}")
    for name in list(known)[: len(args)]:
        if name in named and known[name].kind is _PLAIN:
            raise WrongValue(f"'{name}' is given twice")
    for name, parameter in list(known.items())[len(args) :]:
        if parameter.default is parameter.empty and parameter.kind is _PLAIN and name not in named:
            raise WrongValue(f"'{name}' is missing")


def _said(name: str, error: ErrorDetails) -> str:
    """Return what is wrong inside one value, and where in it."""
    where = [one for one in error["loc"] if isinstance(one, int)]
    keys = [one for one in error["loc"] if isinstance(one, str)]
    place = f"number {where[0] + 1} of '{name}'" if where else f"'{name}'"
    if error["type"] == "missing":
        return f"{place} has no '{keys[-1]}'"
    if error["type"] == _MISNAMED:
        return f"{place} has '{keys[-1]}', which is no part of it"
    wanted = WANTED.get(error["type"])
    part = f"'{keys[-1]}' in {place}" if keys and where else place
    if wanted is None:
        return f"{part} does not fit"
    return f"{part} has to be {wanted}"


def _hint(word: str, known: Mapping[str, object], otherwise: str) -> str:
    return nearest(word, known, otherwise).rstrip("?").replace("Did you mean", "it may mean")


def _values(count: int) -> str:
    return "1 value" if count == 1 else f"{count} values"
