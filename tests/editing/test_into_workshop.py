"""A module put into a workshop."""

from pathlib import Path

import pytest

from peerhub.editing.errors import EditError
from peerhub.editing.into_workshop import with_module

TEXT = """\
workshops:
- id: other
  days:
  - items:
    - module: first
- id: half-day  # kept
  days:
  - title: Day 1
    items:
    - module: early
  - title: Day 2
    items:
    - session: Welcome
      minutes: 15
    - module: first
{end}
- id: later
  days: [{{items: [{{module: first}}]}}]
"""
CLOSE = "    - session: Close\n      minutes: 15\n      # said aloud"


def workshops(root: Path, end: str, new_line: str = "\n") -> Path:
    (root / "data").mkdir()
    file = root / "data" / "workshops.yml"
    file.write_bytes(TEXT.format(end=end).replace("\n", new_line).encode())
    return file


@pytest.mark.parametrize("new_line", ["\n", "\r\n"])
def test_it_comes_before_what_closes_the_last_day_and_all_else_stays(
    tmp_path: Path, new_line: str
) -> None:
    before = workshops(tmp_path, CLOSE, new_line).read_bytes().decode()
    made = with_module(tmp_path, "half-day", "new-one")["data/workshops.yml"].decode()
    close = CLOSE.replace("\n", new_line)
    assert made == before.replace(close, f"    - module: new-one{new_line}{close}")


def test_it_comes_last_where_a_module_closes_the_day(tmp_path: Path) -> None:
    end = "    - module: second  # a remark\n      title: Again"
    before = workshops(tmp_path, end).read_text(encoding="utf-8")
    made = with_module(tmp_path, "half-day", "new-one")["data/workshops.yml"].decode()
    assert made == before.replace(end, f"{end}\n    - module: new-one")


def test_a_workshop_of_one_line_is_told_with_what_to_write(tmp_path: Path) -> None:
    workshops(tmp_path, CLOSE)
    with pytest.raises(EditError, match=r"^data/workshops.yml:\d+: .* Add '- module: x' by hand"):
        with_module(tmp_path, "later", "x")
