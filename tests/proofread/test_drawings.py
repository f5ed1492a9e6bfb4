"""Where a fault of a drawing is told."""

from pathlib import Path

from peerhub.proofread.drawings import unsound_drawing


def test_what_would_run_is_told_at_its_own_first_letter() -> None:
    text = '<svg viewBox="0 0 1 1">\n  <g onload="a()"/>\n</svg>\n'
    assert list(unsound_drawing(text, Path("one.svg"))) == [
        (2, 6, "'onload=' has no place in a drawing", "Take it out.")
    ]
