"""Templates: where they are read from, how they are filled, and what is said of a faulty one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jinja2

from peerhub.filling import Filler, place_of
from peerhub.press.engine.errors import PressError

WHERE_IT_IS = "Put that line right, then run again."


def environment(folder: Path) -> jinja2.Environment:
    """Return what reads the templates below a folder: all is escaped, every name must be known."""
    return Filler(jinja2.FileSystemLoader(folder))


def fill(templates: jinja2.Environment, name: str, words: Mapping[str, Any]) -> str:
    """Return a template filled with words. Raises `PressError` naming the file and the line."""
    with telling(name):
        return templates.get_template(name).render(words)


@contextmanager
def telling(name: str) -> Iterator[None]:
    """Raise `PressError` for whatever goes wrong in a template while the block runs."""
    try:
        yield
    except jinja2.TemplateSyntaxError as fault:
        raise _error(fault.filename or name, fault.lineno, str(fault.message)) from None
    except jinja2.TemplateNotFound as fault:
        raise _error(*_place(fault, name), f"there is no template '{fault.name}'") from None
    except UnicodeDecodeError:
        raise PressError(
            f"The template {name}, or one that it uses, is not written in UTF-8.",
            "Save it as UTF-8, then run again.",
        ) from None
    except RecursionError as fault:
        raise _error(*_place(fault, name), "it takes itself in, without an end") from None
    except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as fault:
        raise _error(*_place(fault, name), str(fault)) from None


def _place(fault: BaseException, name: str) -> tuple[str, int | None]:
    """Return the template and the line of a fault, or the template alone that was to be filled."""
    return place_of(fault) or (name, None)


def _error(name: str, line: int | None, said: str) -> PressError:
    where = f" on line {line}" if line else ""
    return PressError(f"The template {name} has a fault{where}: {said.rstrip('.')}.", WHERE_IT_IS)
