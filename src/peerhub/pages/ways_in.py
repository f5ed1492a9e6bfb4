"""The ways from a page to what it is made of: its file to edit, and a form to report a fault."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from peerhub.catalogue import Catalogue
from peerhub.models.page import address_of

BRANCH = "main"
"""The branch of the repository that is published."""

DATA: Mapping[str, str] = {
    "/forces/": "data/forces.yml",
    "/events/": "data/events.yml",
    "/train/workshops/": "data/workshops.yml",
}
"""The data file of which the pages below an address are made."""

FOR_NUMBERS = ("1-number.yml", "where")
FOR_FORCES = ("3-force.yml", "force")
FOR_OTHERS = ("4-page.yml", "page")
"""Each form, and which of its questions is answered already."""


def files_of(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the file of each page that is written by hand, by its address."""
    return {address_of(path): f"docs/{path}" for path in catalogue.pages}


def source_of(files: Mapping[str, str], address: str) -> str | None:
    """Return the file that says what stands at an address; None where it is made of many.

    `files` are those of `files_of`.
    """
    own = files.get(address) or files.get(address.removesuffix("trainer/"))
    if own:
        return own
    return next(
        (file for above, file in DATA.items() if address.startswith(above) and address != above),
        None,
    )


def edit_address(repository: str, source: str) -> str:
    """Return where the repository's own editor opens a file."""
    return f"{repository.rstrip('/')}/edit/{BRANCH}/{quote(source)}"


def report_address(catalogue: Catalogue, repository: str, address: str) -> str:
    """Return where a form to report a fault opens, with the page filled in."""
    above, _, identity = address.strip("/").rpartition("/")
    force = catalogue.force_by_id.get(identity) if above == "forces" else None
    if force:
        (template, question), answer = FOR_FORCES, force.name
    else:
        form = FOR_NUMBERS if address == "/support/" else FOR_OTHERS
        (template, question), answer = form, address
    asked = urlencode({"template": template, question: answer}, quote_via=quote)
    return f"{repository.rstrip('/')}/issues/new?{asked}"
