"""Pages that moved or were withdrawn: no address that was published leads nowhere."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from peerhub.catalogue import Issues
from peerhub.catalogue.address_ledger import HEAD, PLACE, gone, lasting, read_address_ledger
from peerhub.catalogue.document import read_document
from peerhub.cli import main
from peerhub.hub import Hub
from peerhub.models import PageMeta
from peerhub.models.page import Withdrawn
from peerhub.pages import generated
from peerhub.pages.signposts import notice
from peerhub.proofread.signposts import unsound_signposts
from tests.projects import real_project

OLD, NEW = "/guidance/records/", "/guidance/record-keeping/"


@pytest.fixture
def root(tmp_path):
    return real_project(tmp_path)


def told(root) -> list[str]:
    try:
        Hub.open(root)
    except Issues as found:
        return [one.as_line() for one in found.issues]
    return []


def renamed(root, head: str = "") -> None:
    page = root / "docs/guidance/records.md"
    text = page.read_text(encoding="utf-8").replace("title:", f"{head}title:", 1)
    (root / "docs/guidance/record-keeping.md").write_text(text, encoding="utf-8")
    page.unlink()


def test_a_page_that_is_renamed_is_refused_at_its_line_of_the_ledger(root):
    search = root / "data/search.yml"
    search.write_text(search.read_text().replace(OLD, NEW), encoding="utf-8")
    line = (root / PLACE).read_text().splitlines().index(OLD) + 1
    renamed(root)
    first, *links = told(root)
    assert first == (
        f"data/ledger/addresses.txt:{line}:1: the page {OLD} was published and is gone, but "
        f'readers may still come to it. Bring it back, or write moved_from: ["{OLD}"] at the top '
        "of the page that takes its place. If none does, keep docs/guidance/records.md with "
        "withdrawn: {on: …, why: …} at its top. [PH046]"
    )
    assert links
    assert all("leads to no page" in one for one in links)


def test_with_its_old_address_said_the_links_are_named_mended_and_the_address_leads_on(root):
    renamed(root, f'moved_from: ["{OLD}"]\n')
    search = root / "data/search.yml"
    search.write_text(search.read_text().replace(OLD, NEW), encoding="utf-8")
    found = told(root)
    assert found
    assert all(
        f"leads to where a page was before it moved. Write {NEW} [PH067]" in one for one in found
    )
    search.write_text(search.read_text().replace(NEW, OLD), encoding="utf-8")
    assert main(["--root", str(root), "fix"]) == 0
    assert told(root) == []
    assert OLD not in search.read_text()
    hub = Hub.open(root)
    made = generated(hub.catalogue)["guidance/records.md"]
    assert 'leads_to: "../record-keeping/"' in made
    assert f"]({NEW})" in made
    assert NEW in read_address_ledger(root)[0]


ADDRESSES = {"/support/", "/guidance/roles/", "/guidance/records/", "/guidance/launch/"}


def found(root, **heads: str) -> list[str]:
    """Return what is said of pages below /guidance/ with these lines at their heads."""
    metas = {}
    for name, head in heads.items():
        file = root / f"docs/guidance/{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{head}\ntitle: A page\n---\n", encoding="utf-8")
        said = {**KEPT, **read_document(head.encode(), name).data}
        metas[f"guidance/{name}.md"] = PageMeta.model_validate(said)
    return [one.as_line() for one in unsound_signposts(root, metas, ADDRESSES)]


KEPT = {
    "title": "A page",
    "description": "A page that is here for a test of signposts.",
    "owner": "hub-editors",
    "review_by": dt.date(2027, 5, 1),
}


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (
            'moved_from: ["/support/"]',
            "docs/guidance/records.md:2:15: moved_from names /support/, where there is a page. "
            "Take the line out, or take that page out first. [PH064]",
        ),
        (
            "withdrawn: {on: 2026-11-01, why: It was wrong., instead: /guidance/rolse/}",
            "docs/guidance/records.md:2:58: the page to read instead, /guidance/rolse/, is no "
            "other page. Did you mean '/guidance/roles/'? [PH067]",
        ),
        (
            "withdrawn: {on: 2026-11-01, why: It was wrong., instead: /guidance/records/}",
            "docs/guidance/records.md:2:58: the page to read instead, /guidance/records/, is no "
            "other page.",
        ),
    ],
)
def test_a_signpost_that_leads_nowhere_is_told_at_its_place(tmp_path, head, said):
    (one,) = found(tmp_path, records=head)
    assert one.startswith(said)


def test_two_pages_cannot_take_one_address(tmp_path):
    head = 'moved_from: ["/old/"]'
    assert found(tmp_path, launch=head, records=head) == [
        "docs/guidance/records.md:2:15: moved_from names /old/, and so does "
        "docs/guidance/launch.md. An address leads to one page: keep one of the two. [PH064]"
    ]


@pytest.mark.parametrize("odd", ["records/", "/Records/", "https://a.example/", "/a b/", "/a"])
def test_an_address_that_is_none_is_refused(odd):
    with pytest.raises(ValidationError):
        PageMeta.model_validate({**KEPT, "moved_from": (odd,)})


def test_an_address_that_leads_on_is_not_gone():
    ledger = {"/support/": 4, "/train/modules/of-old/": 5}
    (fault,) = gone(ledger, ADDRESSES)
    assert (fault.line, "/train/modules/of-old/ was published and is gone" in fault.message) == (
        5,
        True,
    )
    assert gone(ledger, {*ADDRESSES, "/train/modules/of-old/"}) == []


def test_a_withdrawn_page_says_since_when_why_and_what_instead():
    gone = Withdrawn.model_validate(
        {"on": "2026-11-20", "why": "It was [wrong] <b>.", "instead": "/guidance/roles/"}
    )
    text = notice(gone, "Roles")
    assert text.startswith("Please stop using this page. It was withdrawn on 20 November 2026.")
    assert "It was \\[wrong\\] &lt;b&gt;." in text
    assert "[Read Roles](/guidance/roles/) instead." in text
    assert "- [Need to talk now?](/support/)" in text


def test_the_ledger_keeps_what_lasts_and_says_which_line_is_broken(tmp_path):
    assert lasting(["/b/", "/a/", "/events/2027-03/", "/b/"]) == ["/a/", "/b/"]
    (tmp_path / PLACE).parent.mkdir(parents=True)
    (tmp_path / PLACE).write_text(HEAD + "/a/\n<<<\n", encoding="utf-8")
    held, (fault,) = read_address_ledger(tmp_path)
    assert list(held) == ["/a/"]
    assert fault.as_text() == (
        "data/ledger/addresses.txt:4:1: this line of the ledger cannot be read. Bring the file "
        "back: git checkout -- data/ledger/addresses.txt."
    )


def test_a_new_page_is_a_reminder_and_not_a_fault(root, capsys):
    assert main(["--root", str(root), "fix"]) == 0
    ledger = root / PLACE
    lines = [one for one in ledger.read_text().splitlines() if one != "/guidance/launch/"]
    ledger.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["--root", str(root), "check", "--today", "2026-11-24"]) == 0
    assert "the ledger does not hold '/guidance/launch/' as now in the data" in (
        capsys.readouterr().err
    )


def test_a_page_among_those_of_another_language_says_which_it_is_in(tmp_path):
    welsh = {"lang": "cy", "twin": "/support/", "translation": "draft"}
    metas = {
        "cy/support.md": PageMeta.model_validate({**KEPT, **welsh}),
        "cy/un.md": PageMeta.model_validate(KEPT),
        "support.md": PageMeta.model_validate(KEPT),
    }
    (told,) = unsound_signposts(tmp_path, metas, {*ADDRESSES, "/support/"})
    assert told.as_line() == (
        "docs/cy/un.md:1:1: the page stands below docs/cy/ and does not say that it is in 'cy'. "
        "Add lang: cy, twin: with the address of the same page in English, and translation: "
        "draft. [PH066]"
    )
