"""The forms of workshops as fields of a page: the same template as their paper has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.on_screen import for_screen
from peerhub.press.engine.templates import environment, fill
from peerhub.questions.materials import workshop_forms
from peerhub.room import parts_of
from peerhub.training.revisions import Revisions
from peerhub.training.words import TEMPLATES, Words


def screen_forms(catalogue: Catalogue, home: Path) -> Mapping[str, str]:
    """Return the HTML of each form of each workshop, by the name of its files.

    `home` is the folder of the print templates. Raises PressError when one of them is faulty.
    """
    words = Words(catalogue)
    revisions = Revisions(catalogue)
    templates = environment(home)
    made: dict[str, str] = {}
    for form in (one for each in catalogue.workshops for one in workshop_forms(each)):
        said = words.signed(words.of(form), revisions.stamp(form))
        template = f"training/{TEMPLATES.get(form.kind, form.kind)}.html"
        document = fill(templates, template, {"title": form.name, **said, "screen": True})
        made[form.stem] = for_screen(parts_of(document)[1])
    return made
