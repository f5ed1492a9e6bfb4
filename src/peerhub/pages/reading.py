"""The words of pages that are taken away to be read elsewhere."""

from __future__ import annotations

from peerhub.catalogue import Catalogue
from peerhub.pages.macros import Macros
from peerhub.pages.paper import on_paper, written
from peerhub.questions.reading import ReadingText, reading_name, reading_paths
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


def reading_sums(catalogue: Catalogue) -> Sums:
    """Return the sum of the words of each of these pages, by its name in the ledger."""
    silent = Macros(catalogue).by_name()
    return {
        reading_name(path): sum_of(
            (catalogue.pages[path].title, written(catalogue, catalogue.bodies[path], silent))
        )
        for path in reading_paths(catalogue)
    }
