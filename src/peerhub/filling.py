"""Templates are filled in a sandbox: they show what they are given, and reach nothing else.

What Jinja would let pass in silence is refused when a template is read: words outside the blocks
of a template that extends another, which are never shown, and names that begin with an underscore,
which lead into the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    nodes,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

FAULTS = (TemplateError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What can go wrong when a template is filled."""


class Missing(StrictUndefined):
    """A word that nobody gave: a template may ask whether it is there, and may not show it."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:  # type: ignore[override]
        return False


class Filler(ImmutableSandboxedEnvironment):
    """Fills templates: all is escaped, every name must be known, and nothing is run."""

    def __init__(self, loader: BaseLoader | None = None, **settings: Any) -> None:
        ours = {"autoescape": True, "undefined": StrictUndefined}
        lines = {"trim_blocks": True, "lstrip_blocks": True}
        super().__init__(loader=loader, **{**ours, **lines, **settings})

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for line, said in _refused(template):
            raise TemplateSyntaxError(said, line, name, filename)
        return template


def sandboxed(engines: Environment) -> Filler:
    """Return a site engine's environment in the sandbox: what it fills templates with, and how."""
    filler = Filler(
        engines.loader,
        autoescape=engines.autoescape,
        undefined=Missing,
        trim_blocks=engines.trim_blocks,
        lstrip_blocks=engines.lstrip_blocks,
        auto_reload=engines.auto_reload,
    )
    filler.filters.update(engines.filters)
    filler.tests.update(engines.tests)
    filler.globals.update(engines.globals)
    return filler


def place_of(fault: BaseException) -> tuple[str, int] | None:
    """Return the template in which a fault came to light, and its line, where that is known."""
    if isinstance(fault, TemplateSyntaxError):
        return str(fault.filename or fault.name), fault.lineno
    place = None
    trace = fault.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            place = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return place


def every(template: nodes.Node) -> list[nodes.Node]:
    """Return each part of a template, itself the first, in no other order.

    Jinja's own walk goes through the tree once for each kind of part, five times slower.
    """
    found = [template]
    for one in found:
        for field in one.fields:
            held = getattr(one, field)
            if isinstance(held, nodes.Node):
                found.append(held)
            elif isinstance(held, list):
                found += [part for part in held if isinstance(part, nodes.Node)]
    return found


def _refused(template: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield the line and the cause of what a template may not hold."""
    parts = every(template)
    reached = [one for one in parts if isinstance(one, nodes.Getattr) and one.attr[:1] == "_"]
    for one in sorted(reached, key=lambda one: one.lineno):
        yield one.lineno, f"'{one.attr}' leads into the program, not to words"
    if any(isinstance(one, nodes.Extends) for one in parts):
        for line in _outside(template):
            yield line, "what stands outside a block is never shown"


def _outside(part: nodes.Node) -> Iterator[int]:
    """Yield the lines of words, calls and files to take in that stand in no block."""
    for child in part.iter_child_nodes():
        if isinstance(child, nodes.Output):
            if line := _shown_on(child):
                yield line
        elif isinstance(child, nodes.Include):
            yield child.lineno
        elif isinstance(child, (nodes.If, nodes.For, nodes.With)):
            yield from _outside(child)


def _shown_on(output: nodes.Output) -> int | None:
    """Return the line of the first word or call of an output, or None when it is blank."""
    for part in output.nodes:
        if not isinstance(part, nodes.TemplateData):
            return part.lineno
        if part.data.strip():
            blank = part.data[: len(part.data) - len(part.data.lstrip())]
            return part.lineno + blank.count("\n")
    return None
