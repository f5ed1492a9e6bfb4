"""Filling templates: neither their data nor their own text can run anything."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, TemplateError, TemplateSyntaxError, nodes

from peerhub.components.render import _environment as components
from peerhub.filling import Filler, every
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.templates import environment as printed
from peerhub.press.engine.templates import fill
from peerhub.proofread.templates import template_faults

ATTACKS = [
    "cycler.__init__.__globals__.os.popen('touch {mark}').read()",
    "said.__class__.__mro__[1].__subclasses__()",
    "said['__class__']['__mro__']",
    "said|attr('__class__')|attr('__base__')",
    "said.format.__globals__",
    "'{{0.__class__}}'.format(said)",
    "teller.__globals__['__builtins__']['__import__']('os').system('touch {mark}')",
    "teller['__globals__']['__builtins__']['exec'](\"open('{mark}', 'w')\")",
    "[said].append(said)",
    "range(10 ** 9)|list",
]


def teller() -> str:
    """Give an attack something that is written in Python."""
    return "told"


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_a_template_runs_nothing_and_is_refused(attack, tmp_path):
    mark = tmp_path / "run"
    (tmp_path / "a.html").write_text(f"{{{{ {attack.format(mark=mark)} }}}}", encoding="utf-8")
    with pytest.raises((TemplateError, OverflowError)):
        printed(tmp_path).get_template("a.html").render(said="x", teller=teller)
    assert not mark.exists()


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_the_data_is_shown_as_it_was_typed(attack, tmp_path):
    mark = tmp_path / "run"
    typed = f"{{{{ {attack.format(mark=mark)} }}}}"
    (tmp_path / "a.html").write_text("{{ said|safe }}", encoding="utf-8")
    templates = [printed(tmp_path).get_template("a.html"), components().from_string("{{ said }}")]
    shown = [one.render(said=typed) for one in templates]
    assert shown[0] == typed
    assert "popen" not in typed or "popen" in shown[1]
    assert not mark.exists()


def test_the_components_are_filled_in_the_same_sandbox():
    assert isinstance(components(), Filler)


@pytest.mark.parametrize(
    ("outside", "line"),
    [
        ("\n\n{{ nonsense }}", 4),
        ("\nNo one reads this", 3),
        ("{% if a %}\n{{ nonsense }}{% endif %}", 3),
        ("\n{% include 'gone.html' %}", 3),
    ],
)
def test_what_stands_outside_a_block_is_refused_at_its_line(outside, line):
    text = "{% extends 'base.html' %}\n{% block a %}{% endblock %}" + outside
    with pytest.raises(TemplateSyntaxError, match="outside a block is never shown") as fault:
        Filler().from_string(text)
    assert fault.value.lineno == line


def test_remarks_settings_and_macros_may_stand_outside_a_block():
    base = DictLoader({"base.html": "<{% block a %}{% endblock %}>"})
    text = (
        "{# why #}\n{% extends 'base.html' %}\n\n{% set b = 'x' %}\n"
        "{% macro c(d) %}{{ d }}{% endmacro %}\n{% block a %}{{ c(b) }}{% endblock %}\n"
    )
    assert Filler(base).from_string(text).render() == "<x>"


PIECES = (
    *("{{ ", " }}", "{% ", " %}", "{#", "#}", "{%- ", "|", ".", "(", ")", "[", "]", "'", '"', "~"),
    *("{% if ", "{% endif %}", "{% for a in b %}", "{% endfor %}", "{% block x %}", "{% raw %}"),
    *("{% include 'a.html' %}", "{% extends 'a.html' %}", "{% import 'os' as os %}", "{{ 1/0 }}"),
    *("{{ tell.append(1) }}", "{{ tell.__class__ }}", "{{ said.x.y }}", "{{ ''.__class__ }}"),
    *("{{ range(10**9) }}", "{{ said|attr('__class__') }}", "{{ said * 9 }}", "<", ">", "\0"),
    *("\\", "é", "\n", "{% set said = 1 %}", "{% macro m() %}", "{% endmacro %}", "{{ m() }}"),
)


def mangled(seed: int) -> str:
    """Return a template with pieces put in and letters lost, by chance."""
    chance = random.Random(seed)
    text = list("<p>{{ said }}</p>\n{% if said %}\n<b>{{ said|upper }}</b>\n{% endif %}\n")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text))
        text[at] = chance.choice(["", text[at] * 2, *PIECES])
    return "".join(text)


def refused(folder: Path, **words: object) -> str | None:
    """Return what is said of a template that cannot be filled, or None when it can."""
    try:
        fill(printed(folder), "a.html", words)
    except PressError as fault:
        return str(fault)
    return None


def holds(seeds: range, folder: Path) -> None:
    """Check and fill mangled templates: each works or is told at a line, and none runs anything."""
    told: list[int] = []
    for seed in seeds:
        text = mangled(seed)
        (folder / "a.html").write_text(text, encoding="utf-8")
        for line, column, said, hint in template_faults(text, folder / "a.html", folder):
            assert 1 <= line <= text.count("\n") + 1, text
            assert column, text
            assert said, text
            assert hint, text
        said_of_it = refused(folder, said="x", tell=told)
        assert said_of_it is None or re.match(r"The template \S*a\.html[ ,].*\.$", said_of_it), text
    assert told == []


def test_no_mangled_template_runs_anything_or_gives_a_traceback(tmp_path):
    holds(range(300), tmp_path)


@pytest.mark.nightly
def test_no_mangled_template_of_many_runs_anything_or_gives_a_traceback(tmp_path):
    holds(range(300, 5300), tmp_path)


def test_every_part_of_a_template_is_walked():
    template = Filler().parse(
        "{% extends 'a' %}{% block b %}{% for x, y in z.items() if x is defined %}{{ y|upper }}"
        "{% elif %}{% endfor %}{% endblock %}".replace("{% elif %}", "{% else %}{{ {'k': [w]} }}")
    )
    walked = sorted(map(repr, every(template)))
    assert walked == sorted(map(repr, [template, *template.find_all(nodes.Node)]))
