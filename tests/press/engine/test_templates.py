"""Templates: what is wrong in one is told with its file and its line."""

from __future__ import annotations

import pytest

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.templates import environment, fill

BASE = "<body>\n{% block said %}{% endblock %}\n</body>"


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        ("<p>\n{% if a %}", "paper.html has a fault on line 2: Unexpected end of template."),
        ("<p>\n{{ b }}", "paper.html has a fault on line 2: 'b' is undefined. Put that line"),
        ("{{ 1 / 0 }}", "paper.html has a fault on line 1: division by zero. Put that line right"),
        ("{{ a.none.of }}", "paper.html has a fault on line 1: 'str object' has no attribute"),
        ("{{ a + 1 }}", "paper.html has a fault on line 1: can only concatenate str"),
        ("<p>\n\n{% include 'x.html' %}", "line 3: there is no template 'x.html'. Put that line"),
        (
            "{% extends 'base.html' %}\n{% block said %}\n{{ b }}{% endblock %}",
            "paper.html has a fault on line 3: 'b' is undefined.",
        ),
    ],
)
def test_a_faulty_template_is_told_with_its_file_and_line(paper, told, tmp_path):
    (tmp_path / "base.html").write_text(BASE, encoding="utf-8")
    (tmp_path / "paper.html").write_text(paper, encoding="utf-8")
    with pytest.raises(PressError) as fault:
        fill(environment(tmp_path), "paper.html", {"a": "x"})
    assert told in str(fault.value)
    assert "\n" not in str(fault.value)


def test_a_fault_in_what_a_template_extends_is_told_there(tmp_path):
    (tmp_path / "base.html").write_text("<p>\n{{ 1 / 0 }}", encoding="utf-8")
    (tmp_path / "paper.html").write_text("{% extends 'base.html' %}", encoding="utf-8")
    with pytest.raises(PressError, match=r"/base\.html has a fault on line 2: division by zero\."):
        fill(environment(tmp_path), "paper.html", {})


def test_a_template_in_other_letters_is_told(tmp_path):
    (tmp_path / "paper.html").write_bytes("caf\u00e9".encode("latin-1"))
    with pytest.raises(
        PressError, match=r"paper\.html, or one that it uses, is not written in UTF"
    ):
        fill(environment(tmp_path), "paper.html", {})


def test_words_are_escaped(tmp_path):
    (tmp_path / "paper.html").write_text("{{ a }}", encoding="utf-8")
    assert fill(environment(tmp_path), "paper.html", {"a": "<b>"}) == "&lt;b&gt;"
