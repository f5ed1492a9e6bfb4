"""YAML read with the place of every key and value, and with its traps turned into problems.

The reader takes the plain part of YAML that editors need: mappings, lists, text, numbers, dates,
true and false. What YAML 1.1 would quietly turn into something else (`10:00` into 600, `no` into
false, a repeated key into the last of them) is refused with a remedy.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from peerhub.catalogue.issue import Issue
from peerhub.catalogue.marks import Mark as Mark
from peerhub.catalogue.marks import Marks
from peerhub.catalogue.marks import Path as Path
from peerhub.catalogue.scalars import resolved, typed
from peerhub.catalogue.syntax import conflicts, cut_off, not_first, syntax_faults, unseen_faults
from peerhub.faults import Code
from peerhub.models.letters import plain

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 20
"""How many levels a data file may nest; the deepest real one has seven."""

_HASH = re.compile(r"\S[ \t]+#\S")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

_OPENING = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_CLOSING = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_ANCHORED = _OPENING | {yaml.ScalarEvent, yaml.AliasEvent}


@dataclass
class Document:
    """What a file says (mappings as dict, lists as tuple), and where it says it."""

    file: str
    data: Any = None
    issues: list[Issue] = field(default_factory=list)
    text: str = field(default="", repr=False)
    first_line: int = 1
    not_given: set[str] = field(default_factory=set)
    """The keys that the `defaults` were to give and do not: records that lack one are right."""

    @cached_property
    def marks(self) -> Marks:
        """Where every value and key stands: a sound file is never asked, for that takes longest."""
        found = Marks()
        with suppress(yaml.YAMLError):
            _Builder(Document(self.file), self.first_line, found).build(self.text)
        return found

    @property
    def values(self) -> dict[Path, Mark]:
        """The place of each value, by its path."""
        return self.marks.values

    @property
    def keys(self) -> dict[Path, Mark]:
        """The place of each key, by the path of its value."""
        return self.marks.keys

    def mark(self, path: Path) -> Mark:
        """Return the place of a value, or of the nearest thing that holds it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Mark(1, 1))

    def key_mark(self, path: Path) -> Mark:
        """Return the place of a key, or of its value where it has none (a list item)."""
        return self.keys.get(path) or self.mark(path)

    def says(self, path: Path) -> bool:
        """Say whether a value stands in the file, and is not one of its defaults."""
        return path in self.values

    def named(self, mark: Mark) -> str:
        """Return the file in which a place is."""
        return mark.file or self.file

    def report(self, mark: Mark, code: Code, message: str, hint: str) -> None:
        """Add a problem at a place."""
        self.issues.append(Issue(self.named(mark), mark.line, mark.column, code, message, hint))

    def has_issue_at(self, mark: Mark) -> bool:
        """Say whether a problem is reported at a place already."""
        return any(self._is_at(issue, mark) for issue in self.issues)

    def _is_at(self, issue: Issue, mark: Mark) -> bool:
        return (issue.line, issue.column, issue.file) == (mark.line, mark.column, self.named(mark))

    def withdraw(self, mark: Mark, said: str = "") -> None:
        """Take back what is reported at a place (that which holds some words): more is known."""
        self.issues[:] = [
            one for one in self.issues if not self._is_at(one, mark) or said not in one.message
        ]


def read_document(
    content: bytes, file: str, first_line: int = 1, *, as_typed: bool = False
) -> Document:
    """Read one YAML document; problems are in its `issues`, and then `data` may be partial.

    `first_line` is the line of the file on which the content starts. With `as_typed`, what stands
    without quotes is text, whatever YAML takes it for: 9.30, no, 2027-02-04.
    """
    document = Document(file)
    text = _decoded(content, document)
    if text is not None:
        document.text, document.first_line = text, first_line
        code = Code.MERGE
        faults = conflicts(text, first_line)
        unseen = unseen_faults(text, first_line)
        if unseen:
            document.text = text = plain(text)
        if not faults:
            code = Code.SYNTAX
            builder = _Builder(document, first_line)
            builder.meaning = typed if as_typed else resolved
            builder.lines = _LINE_END.split(text) if _HASH.search(text) else []
            try:
                builder.build(text)
            except yaml.YAMLError as error:
                faults += syntax_faults(error, text, first_line, builder.quoted)
        for line, column, message, hint in faults:
            document.report(Mark(line, column), code, message, hint)
        for line, column, message, hint in unseen:
            document.report(Mark(line, column), Code.INVISIBLE, message, hint)
    return document


def _decoded(content: bytes, document: Document) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        document.report(
            Mark(line, column),
            Code.NOT_UTF8,
            f"the byte 0x{content[error.start]:02x} is not UTF-8 text",
            "Save the file as UTF-8.",
        )
        return None


class _Builder:
    """Builds plain data from the parser's events, without recursion.

    With `marks` it notes the place of each value and key there as well.
    """

    def __init__(self, document: Document, first_line: int, marks: Marks | None = None) -> None:
        self.document = document
        self.offset = first_line
        self.marks = marks
        self.has_begun = False
        self.meaning = resolved
        """What plain text stands for."""
        self.quoted: Any = None
        """The last text in quotes, as its event."""
        self.lines: list[str] = []
        """The lines of a text in which a '#' may cut something off; of any other, none."""

    def build(self, text: str) -> None:
        stack: list[_Open] = []
        event: Any
        for event in yaml.parse(text, Loader=Loader):
            kind = type(event)
            if kind in _ANCHORED and (event.anchor or getattr(event, "tag", None)):
                self._refuse_sign(event)
            if kind is yaml.ScalarEvent:
                self._scalar(stack, event)
            elif kind in _OPENING:
                if len(stack) >= DEEPEST:
                    self._report(
                        event, Code.SYNTAX, "this is nested too deeply", "Check the indents above."
                    )
                    return
                self._begin(stack, event)
                items: Any = {} if kind is yaml.MappingStartEvent else []
                stack.append(_Open(items, is_refused=bool(event.tag)))
            elif kind in _CLOSING:
                self._attach(stack, stack.pop().finished())
            elif kind is yaml.AliasEvent:
                self._begin(stack, event)
                self._attach(stack, None)
            elif kind is yaml.DocumentStartEvent:
                if self.has_begun:
                    self._report(
                        event,
                        Code.SYNTAX,
                        "a second document starts here",
                        "Take out the line '---'.",
                    )
                    return
                self.has_begun = True

    def _mark(self, event: yaml.Event) -> Mark:
        place = event.start_mark
        assert place is not None
        return Mark(place.line + self.offset, place.column + 1)

    def _report(self, event: yaml.Event, code: Code, message: str, hint: str) -> None:
        self.document.report(self._mark(event), code, message, hint)

    def _refuse_sign(self, event: Any) -> None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor else "!"
        self._report(event, Code.SYNTAX, *not_first(sign))

    def _begin(self, stack: list[_Open], event: yaml.Event) -> None:
        """Note that a value starts here."""
        if stack and stack[-1].key is None and isinstance(stack[-1].items, dict):
            self._report(
                event, Code.SYNTAX, "a key must be plain text", "Check the indent and the brackets."
            )
            stack[-1].key = f"\0{len(stack[-1].items)}"
        if self.marks is not None:
            self.marks.values.setdefault(_path(stack), self._mark(event))

    def _scalar(self, stack: list[_Open], event: yaml.ScalarEvent) -> None:
        if stack and stack[-1].key is None and isinstance(stack[-1].items, dict):
            self._key(stack, event)
            return
        if self.marks is not None:
            self.marks.values.setdefault(_path(stack), self._mark(event))
        if event.style in ("'", '"'):
            self.quoted = event
        elif self.lines and not event.style:
            self._nothing_is_cut_off(event)
        value = event.value
        if not event.style and event.implicit[0]:
            value, complaint = self.meaning(value)
            if complaint:
                self._report(event, Code.READ_OTHERWISE, *complaint)
        self._attach(stack, value)

    def _nothing_is_cut_off(self, event: yaml.ScalarEvent) -> None:
        place = event.end_mark
        assert place is not None
        lost = cut_off(self.lines[place.line], place.column) if place.line < len(self.lines) else ""
        if lost:
            at = place.column + self.lines[place.line][place.column :].index("#")
            self.document.report(
                Mark(self.offset + place.line, at + 1),
                Code.CUT_OFF,
                f"' #' begins a comment, so '{lost}' is cut off",
                "Put the text in quotes, or a space after the '#' of a comment.",
            )

    def _key(self, stack: list[_Open], event: yaml.ScalarEvent) -> None:
        holder, key = stack[-1], event.value
        is_new = key not in holder.items
        holder.key = key
        if self.marks is not None:
            self.marks.keys.setdefault(_path(stack), self._mark(event))
        elif not is_new:
            first = self.document.keys[_path(stack)].line
            self._report(
                event,
                Code.KEY_TWICE,
                f"'{key}' is given twice; the first is on line {first}",
                "Keep one of them.",
            )

    def _attach(self, stack: list[_Open], value: Any) -> None:
        if not stack:
            self.document.data = value
            return
        holder = stack[-1]
        if holder.key is None:
            holder.items.append(value)
        else:
            holder.items.setdefault(holder.key, value)
            holder.key = None


@dataclass
class _Open:
    """A mapping or list whose end has not come yet (nothing, if refused); `key` waits."""

    items: Any
    key: str | None = None
    is_refused: bool = False

    def finished(self) -> Any:
        held = tuple(self.items) if isinstance(self.items, list) else self.items
        return None if self.is_refused else held


def _path(stack: list[_Open]) -> Path:
    """Return the path of the value that comes next."""
    return tuple(len(holder.items) if holder.key is None else holder.key for holder in stack)
