"""The words of pages that are taken away to be read elsewhere."""

from __future__ import annotations

from peerhub.catalogue import Catalogue
from peerhub.pages.macros import Macros
from peerhub.pages.paper import on_paper, written
from peerhub.questions.reading import ReadingText, reading_name, reading_paths, text_name
from peerhub.questions.revised import Sums, sum_of


def reading_texts(catalogue: Catalogue) -> list[ReadingText]:
    """Return each page that can be taken away, as it reads on paper."""
    silent = Macros(catalogue).by_name()
    return [
        ReadingText(
            path,
            catalogue.pages[path].title,
            on_paper(catalogue, catalogue.bodies[path], silent=silent),
        )
        for path in reading_paths(catalogue)
    ]


def text_sums(catalogue: Catalogue) -> Sums:
    """Return the sum of what an editor wrote on each page that nobody takes away, by its name.

    With it the ledger knows the day on which such a page changed. Modules are told by their files.
    """
    apart = {
        *reading_paths(catalogue),
        *(f"train/modules/{one.id}.md" for one in catalogue.modules),
    }
    return {
        text_name(path): sum_of((meta.title, meta.description, catalogue.bodies[path]))
        for path, meta in catalogue.pages.items()
        if path not in apart and not meta.withdrawn
    }


def reading_sums(catalogue: Catalogue) -> Sums:
    """Return the sum of the words of each of these pages, by its name in the ledger."""
    silent = Macros(catalogue).by_name()
    return {
        reading_name(path): sum_of(
            (catalogue.pages[path].title, written(catalogue, catalogue.bodies[path], silent))
        )
        for path in reading_paths(catalogue)
    }
