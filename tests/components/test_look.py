"""The stylesheet: every class has its style, and every pair of colours can be read."""

from __future__ import annotations

import re

import pytest

from peerhub import components
from peerhub.finish.stylesheet import stylesheet
from tests.projects import ROOT

CSS = stylesheet(ROOT / "overrides" / "assets" / "css")
TOKENS = CSS.partition("@layer base {")[0]
TEMPLATES = sorted(
    [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "src/peerhub/components").rglob("*.html")]
)
HOOKS = {"priority-should", "verifier"}
"""Classes whose things look as their family does."""

READ = [
    ("text", "paper"),
    ("text", "wash"),
    ("text", "people-wash"),
    ("strong", "paper"),
    ("strong", "wash"),
    ("strong", "people-wash"),
    ("quiet", "paper"),
    ("quiet", "wash"),
    ("quiet", "people-wash"),
    ("link", "paper"),
    ("link", "wash"),
    ("link", "people-wash"),
    ("people-line", "paper"),
    ("people-line", "wash"),
    ("people-line", "people-wash"),
    ("go-text", "paper"),
    ("go-text", "people-wash"),
    ("on-go", "go"),
    ("on-go", "go-over"),
    ("paper", "strong"),
    ("on-band", "band"),
    ("on-band-quiet", "band"),
    ("ink", "coral"),
]
"""Words on a ground: WCAG 2.2 asks for 4.5 to 1 (criterion 1.4.3)."""
SEEN = [("edge", "paper"), ("focus", "paper"), ("focus", "wash"), ("coral", "band")]
"""Edges of controls and the ring of focus: 3 to 1 (criterion 1.4.11)."""


def _colours(scheme: int) -> dict[str, str]:
    """Return each colour by name: scheme 0 is light, 1 is dark."""
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", TOKENS))
    for name, light, dark in re.findall(r"--([a-z-]+): light-dark\((#\w+), (#\w+)\);", TOKENS):
        if scheme == 0:
            assert found[name] == light, f"--{name} differs for browsers without light-dark()"
        found[name] = (light, dark)[scheme]
    return found


def _luminance(colour: str) -> float:
    """Return relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "ground", "least"),
    [(*pair, 4.5) for pair in READ] + [(*pair, 3.0) for pair in SEEN],
)
def test_colours_can_be_told_apart(front, ground, least, scheme):
    colours = _colours(scheme)
    assert _contrast(colours[front], colours[ground]) >= least


def test_black_on_white_is_21_to_1():
    assert _contrast("#000", "#fff") == pytest.approx(21)


def test_every_class_in_a_template_has_a_style():
    styled = set(re.findall(r"\.([a-z][a-z0-9-]*)", CSS))
    used = set()
    for path in TEMPLATES:
        for value in re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8")):
            plain = re.sub(r"[a-z-]*\{[{%].*?[}%]\}", " ", value)
            used |= set(plain.split())
    assert used - styled - HOOKS == set()


def test_every_kind_of_callout_has_a_style():
    for kind in components.CalloutKind.__args__:
        assert f".callout-{kind}" in CSS


def test_the_layers_are_named_once_and_in_order():
    assert CSS.startswith("@layer tokens, base, shell, components, print;")


def test_nothing_is_fetched_from_elsewhere():
    addresses = re.findall(r"url\(([^)]*)\)", CSS)
    assert addresses
    assert all(address.startswith('"fonts/') for address in addresses)
    assert "@import" not in CSS
