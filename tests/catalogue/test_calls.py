"""A page calls the listed macros with plain values; nothing else in it is ever carried out."""

from __future__ import annotations

import random
import string
import time

import pytest

from peerhub.catalogue.calls import LONGEST, BadCall, carried_out, faults, remembered
from peerhub.faults import Code

CALLED: list[object] = []


def echo(*values, **named):
    """Stand for any macro; note that it was reached."""
    CALLED.append((values, named))
    return f"[{values!r}{named!r}]"


MACROS = {"echo": echo, "contact": lambda: "hub@example.org", "kind": lambda word: word.upper()}
NOT_ONE = (
    "is not a call of one macro with plain values",
    "A page can call what CONTRIBUTING lists, with plain words, numbers and lists, and no more.",
)


def told(text: str) -> list[tuple[int, str, str]]:
    return [(one.at, one.message, one.hint) for one in faults(text, MACROS)]


@pytest.mark.parametrize(
    ("call", "given"),
    [
        ('{{ echo("a", 1, -2.5, true, none) }}', "[('a', 1, -2.5, True, None){}]"),
        ('{{ echo(["a", {"b": "c"}], d="e") }}', "[(['a', {'b': 'c'}],){'d': 'e'}]"),
        ("{{- contact() -}}", "hub@example.org"),
        ("{{ echo('}} and {{') }}", "[('}} and {{',){}]"),
        ('{{ echo(\n  "two lines"\n) }}', "[('two lines',){}]"),
    ],
)
def test_a_call_with_plain_values_gives_its_words(call, given):
    assert carried_out(f"One {call} two.", MACROS) == f"One {given} two."


def test_what_a_call_gives_is_not_read_again():
    assert carried_out("{{ kind('{{ contact() }}') }}", MACROS) == "{{ CONTACT() }}"


@pytest.mark.parametrize(
    "text", ["## A heading {#its-name}", "{: .lead }", "{#a .b}", "a } } { { b", "{}", "100 %}"]
)
def test_other_braces_stay_as_they_are_typed(text):
    assert carried_out(text, MACROS) == text


@pytest.mark.parametrize(
    "inside",
    [
        'contact.__func__.__globals__["__builtins__"]["__import__"]("os").system("id")',
        'cycler.__init__.__globals__.os.popen("id").read()',
        "contact().__class__",
        "''.__class__.__mro__[1].__subclasses__()",
        "contact|upper",
        "contact()|attr('__class__')",
        "1/0",
        "'a' ~ contact()",
        "'a' * 999999999",
        "echo(contact)",
        "echo(contact())",
        "echo(*[1])",
        "echo(**{})",
        "echo(1 + 1)",
        "echo('a'.format)",
        "echo('%s' % 1)",
        "echo(range(9))",
        "[contact()]",
        "contact() if true else contact()",
        "contact() is defined",
        "(contact)()()",
        "{'a': contact}",
        "lipsum",
    ],
)
def test_anything_else_in_double_braces_is_refused_and_not_run(inside):
    CALLED.clear()
    ((at, message, _),) = told(f"One\n\n{{{{ {inside} }}}}")
    assert at == 5
    assert NOT_ONE[0] in message or message.startswith("there is nothing called")
    assert CALLED == []


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("a\n{% for f in forcez %}{{ contact() }}{% endfor %}", 2, "{% for f in forcez %}"),
        ("{% include 'x.md' %}", 0, "{% include 'x.md' %}"),
        ("{% import 'os' as o %}", 0, "{% import 'os' as o %}"),
        ("{% raw %}", 0, "{% raw %}"),
        ("see {# a remark #} here", 4, "{# a remark #}"),
        ("see {# a remark", 4, "{#"),
    ],
)
def test_tags_and_remarks_are_refused_at_their_place(text, at, said):
    assert (at, f"{said} is not a call", NOT_ONE[1]) in told(text)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("{{ contcat() }}", "there is nothing called 'contcat'", "Did you mean 'contact'?"),
        ("{{ contact }}", "{{ contact }} is not a call", "Write {{ contact() }}."),
        ("{{ contact(1) }}", "{{ contact(1) }} does not work (it has 1 value, and takes none)", ""),
        ("{{ kind() }}", "{{ kind() }} does not work ('word' is missing)", ""),
        ("{{ contact() and\n\nmore }}", "{{ contact() and has no end", "Write }} after it."),
        (
            "{{ kind(3) }}",
            "{{ kind(3) }} does not work ('int' object has no attribute 'upper')",
            "",
        ),
    ],
)
def test_a_wrong_call_is_told_with_its_remedy(text, message, hint):
    ((_, said, remedy),) = told(text)
    assert said == message
    assert remedy == hint or not hint


@pytest.mark.parametrize(
    "inside",
    ["(" * 5000, "-" * 5000 + "1", "[" * 3000 + "]" * 3000, "not " * 1500, "9" * 5000, "'" * 7999],
)
def test_what_is_too_deep_or_too_long_is_told_quickly(inside):
    began = time.process_time()
    assert len(told(f"{{{{ echo({inside}) }}}}")) == 1
    assert time.process_time() - began < 2


def test_a_long_text_of_opened_calls_is_read_quickly():
    began = time.process_time()
    assert told("{{ echo(' " * 3000)
    assert told("{{ echo('" + "}} " * (LONGEST // 3))
    assert time.process_time() - began < 5


def test_a_text_with_a_fault_is_not_carried_out():
    with pytest.raises(BadCall) as bad:
        carried_out("{{ contact() }} {{ nobody() }}", MACROS)
    assert bad.value.fault.code == Code.CALL


PIECES = (
    *("{{ ", " }}", "{% ", " %}", "{#", "#}", "{%- raw %}", "{{-", "-}}", "\n", "\n\n", "\\", "\0"),
    *("echo(", ")", "contact", "contact()", "'", '"', "[", "]", "{", "}", ",", ":", "=", "|", "."),
    *("__class__", "__globals__", "cycler", "self", "request", "config", "import os", "1/0", "~"),
    *("for x in y", "endfor", "if true", "set a = 1", "include 'x'", "lipsum()", "range(9)", "0x"),
    *("\u200b", "\u00a0", "é", "🚓", "%", "e9", "1e999", "None", "not ", "-", "*", "**", "lambda"),
)


def mangled(seed: int) -> str:
    chance = random.Random(seed)
    if chance.random() < 0.5:
        return "".join(chance.choices(PIECES, k=chance.randint(1, 25)))
    sound = list('Text. {{ echo("urgent", [1, {"a": "b"}], c=true) }} and {{ contact() }}.')
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(sound))
        sound[at] = chance.choice(["", sound[at] * 2, chance.choice(string.printable), "{", "}"])
    return "".join(sound)


def holds_what_is_told(seeds):
    for seed in seeds:
        text = mangled(seed)
        CALLED.clear()
        found = list(faults(text, MACROS))
        for one in found:
            assert 0 <= one.at < len(text), text
            assert text[one.at] == "{", text
            assert one.message, text
            assert one.hint, text
        for values, named in CALLED:
            assert _is_plain([*values, *named.values()]), text
        if not found:
            carried_out(text, MACROS)


def _is_plain(value) -> bool:
    if isinstance(value, list | tuple):
        return all(_is_plain(one) for one in value)
    if isinstance(value, dict):
        return all(type(key) is str and _is_plain(one) for key, one in value.items())
    return value is None or type(value) in (str, int, float, bool)


def test_no_mangled_page_runs_anything_or_gives_a_traceback():
    holds_what_is_told(range(400))


@pytest.mark.nightly
def test_no_mangled_page_of_many_runs_anything_or_gives_a_traceback():
    holds_what_is_told(range(400, 6000))


def test_a_macro_that_is_remembered_is_asked_once_for_the_same_words():
    CALLED.clear()
    kept = remembered(MACROS)
    text = '{{ echo("a", b=[1]) }}{{ echo("a", b=[1]) }}{{ echo("a", b=["1"]) }}{{ kind("x") }}'
    assert carried_out(text, kept) == carried_out(text, MACROS)
    assert len(CALLED) == 2 + 3


def test_a_macro_that_is_remembered_refuses_what_it_refused():
    kept = remembered(MACROS)
    for _ in range(2):
        (fault,) = faults("{{ kind() }}", kept)
        assert fault == next(faults("{{ kind() }}", MACROS))
        (fault,) = faults("{{ kind(1) }}", kept)
        assert fault == next(faults("{{ kind(1) }}", MACROS))
