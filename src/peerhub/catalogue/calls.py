"""The language of pages: Markdown with calls such as `{{ services("urgent") }}`, and nothing else.

A page is a text, not a program. Jinja reads each call, but nothing that Jinja could carry out ever
is: a call has to be one of the macros by name, with texts, numbers, true, false and none, and
lists and sets of these. Their values are taken from what was read, and the macro is called here.
So no page can reach an attribute, a filter, a loop, a file or another template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from peerhub.catalogue.call_values import WrongValue, fitted
from peerhub.catalogue.nearest import nearest
from peerhub.faults import Code

Macros = Mapping[str, Callable[..., Any]]

SEE = "The calls and what they take are listed in CONTRIBUTING."
PLAIN = "A page can call what CONTRIBUTING lists, with plain words, numbers and lists, and no more."

LONGEST = 8000
"""Letters that one call may have: a long list of cards has 3,000."""

_OPEN = re.compile(r"\{\{|\{%|\{#(?![\w-]+(?: [^}\n]*)?\})")
"""Where a call starts, or something of Jinja's that is none; `{#name}` after a heading is neither.
"""
_END_OF_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_UNREADABLE = (TemplateSyntaxError, RecursionError, ValueError, OverflowError)

_reader = ImmutableSandboxedEnvironment(autoescape=False)


@dataclass(frozen=True)
class Call:
    """One call, read: the macro's name, and the values it is given."""

    name: str
    args: tuple[Any, ...]
    named: Mapping[str, Any]


@dataclass(frozen=True)
class CallFault:
    """What is wrong with a call: its place in the text (from 0), what an editor reads of it."""

    at: int
    code: Code
    message: str
    hint: str


class BadCall(ValueError):
    """A text has a call that cannot be carried out."""

    def __init__(self, fault: CallFault) -> None:
        self.fault = fault
        super().__init__(fault.message)


class _NoCall(ValueError):
    """What stands in double braces is no call with plain values."""


def remembered(macros: Macros) -> Macros:
    """Return macros that give again what they gave for the same words, without being asked twice.

    They have to be questions: each gives the same for the same.
    """
    return {name: _remembering(macro) for name, macro in macros.items()}


def _remembering(macro: Callable[..., Any]) -> Callable[..., Any]:
    given: dict[str, Any] = {}

    @wraps(macro)
    def asked(*args: Any, **named: Any) -> Any:
        words = repr((args, named))
        if words not in given:
            given[words] = macro(*args, **named)
        return given[words]

    return asked


def carried_out(text: str, macros: Macros) -> str:
    """Return a text with what its calls give in their places. Raises `BadCall` at the first fault.

    What a call gives is not read again.
    """
    made: list[str] = []
    done = 0
    for start, end, found in _found(text, macros):
        if isinstance(found, CallFault):
            raise BadCall(found)
        made.append(text[done:start])
        try:
            made.append(str(macros[found.name](*found.args, **found.named)))
        except Exception as error:
            fault = CallFault(start, Code.CALL, _fails(text[start:end], error), SEE)
            raise BadCall(fault) from error
        done = end
    return "".join([*made, text[done:]])


def call_in(text: str) -> Call | None:
    """Return the one call that a text is, whatever it is called; None where it is anything else."""
    said = text.strip()
    if not (said.startswith("{{") and said.endswith("}}")) or len(said) > LONGEST:
        return None
    try:
        found = _parsed(said)
    except _UNREADABLE:
        return None
    return found if isinstance(found, Call) else None


def faults(
    text: str, macros: Macros, counts: Callable[[Exception], bool] = lambda _: True
) -> Iterator[CallFault]:
    """Yield what is wrong with each call of a text, having tried it.

    `counts` says whether what a macro raised is a fault of the call.
    """
    for start, end, found in _found(text, macros):
        if isinstance(found, CallFault):
            yield found
            continue
        try:
            macros[found.name](*found.args, **found.named)
        except Exception as error:
            if counts(error):
                yield CallFault(start, Code.CALL, _fails(text[start:end], error), SEE)


def _found(text: str, macros: Macros) -> Iterator[tuple[int, int, Call | CallFault]]:
    """Yield the start and end of each call, and the call itself or what is wrong with it."""
    at = 0
    while opened := _OPEN.search(text, at):
        start = opened.start()
        if opened[0] != "{{":
            close = "%}" if opened[0] == "{%" else "#}"
            at = _close(text, start, close) or opened.end()
            said = _short(text[start : max(at, start + 2)])
            if _CLOSES.match(said):
                continue  # what it closes is told
            yield start, at, CallFault(start, Code.NOT_A_CALL, f"{said} is not a call", PLAIN)
            continue
        at, found = _read(text, start, macros)
        yield start, at, found


_CLOSES = re.compile(r"\{%-?\s*(?:end\w+|el(?:se|if))\b")


def _close(text: str, start: int, sign: str) -> int | None:
    """Return where a sign ends that stands in the same paragraph; None when there is none."""
    paragraph = _END_OF_PARAGRAPH.search(text, start)
    at = text.find(sign, start + 2, paragraph.start() if paragraph else len(text))
    return None if at < 0 else at + len(sign)


def _read(text: str, start: int, macros: Macros) -> tuple[int, Call | CallFault]:
    """Return where a call ends, and the call; or what is wrong with it."""
    end = first = _close(text, start, "}}")
    if first is None:
        message = f"{_short(text[start : start + 40].splitlines()[0])} has no end"
        return start + 2, CallFault(start, Code.CALL, message, "Write }} after it.")
    trouble: Exception | None = None
    while end is not None and end - start <= LONGEST:
        try:
            return end, _checked(start, text[start:end], macros)
        except _UNREADABLE as error:
            trouble = trouble or error
        end = _close(text, end - 2, "}}")  # a text in quotes may hold braces
    said = _short(text[start:first])
    if isinstance(trouble, TemplateSyntaxError):
        fault = CallFault(start, Code.CALL, f"{said} cannot be read ({trouble.message})", SEE)
    else:
        fault = CallFault(start, Code.CALL, f"{said} is too long or too deep to be read", SEE)
    return first, fault


def _checked(start: int, said: str, macros: Macros) -> Call | CallFault:
    """Return a call that may be carried out, or what is wrong with one that can be read."""
    read = _parsed(said)
    if isinstance(read, str):
        if read and read not in macros:
            hint = nearest(read, macros, SEE)
            return CallFault(start, Code.CALL, f"there is nothing called '{read}'", hint)
        if read:
            message = f"{_short(said)} is not a call"
            return CallFault(start, Code.NOT_A_CALL, message, f"Write {{{{ {read}() }}}}.")
        message = f"{_short(said)} is not a call of one macro with plain values"
        return CallFault(start, Code.NOT_A_CALL, message, PLAIN)
    if read.name not in macros:
        hint = nearest(read.name, macros, SEE)
        return CallFault(start, Code.CALL, f"there is nothing called '{read.name}'", hint)
    try:
        args, named = fitted(macros[read.name], read.args, read.named)
    except WrongValue as error:
        return CallFault(start, Code.CALL, _fails(said, error), SEE)
    return Call(read.name, args, named)


@lru_cache(maxsize=2000)
def _parsed(said: str) -> Call | str:
    """Return the call that stands in double braces; or a bare name; or nothing for anything else.

    Raises one of `_UNREADABLE` for what Jinja cannot read.
    """
    body = _reader.parse(said).body
    output = body[0] if len(body) == 1 else None
    parts = output.nodes if isinstance(output, nodes.Output) else []
    held = parts[0] if len(parts) == 1 else None
    if isinstance(held, nodes.Name):
        return str(held.name)
    if not isinstance(held, nodes.Call) or not isinstance(held.node, nodes.Name):
        return ""
    if held.dyn_args is not None or held.dyn_kwargs is not None:
        return ""
    try:
        args = tuple(_value(one) for one in held.args)
        named = {one.key: _value(one.value) for one in held.kwargs}
    except _NoCall:
        return ""
    return Call(str(held.node.name), args, named)


def _value(node: nodes.Node) -> Any:
    """Return a plain value as it was written; anything else raises `_NoCall`."""
    match node:
        case nodes.Const():
            return node.value
        case nodes.Neg(node=nodes.Const(value=int() | float() as number)):
            return -number
        case nodes.List() | nodes.Tuple():
            return [_value(one) for one in node.items]
        case nodes.Dict():
            return {_key(one.key): _value(one.value) for one in node.items}
    raise _NoCall


def _key(node: nodes.Node) -> str:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    raise _NoCall


def _fails(said: str, error: Exception) -> str:
    """Return that a call does not work, and why; of an error without words, its kind."""
    return f"{_short(said)} does not work ({' '.join(str(error).split()) or type(error).__name__})"


def _short(call: str) -> str:
    words = " ".join(call.split())
    return words if len(words) <= 60 else f"{words[:57]}…"
