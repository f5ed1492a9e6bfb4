"""The index is loaded whole: beyond a number of forces it holds their lists, not each of them."""

from __future__ import annotations

from peerhub.catalogue import load
from peerhub.searching import entries as module
from peerhub.searching.entries import entries
from peerhub.searching.sections import Page, PageSection
from tests.projects import small_project


def page(address: str) -> Page:
    return Page(address, f"Page {address}", "What it is.", (PageSection("", f"Page {address}"),))


def test_pages_of_forces_are_in_the_index_up_to_a_number_and_their_lists_always(
    tmp_path, monkeypatch
):
    catalogue = load(small_project(tmp_path))
    read = [page("/forces/"), page("/train/"), page("/forces/in/north/")]
    read += [page(f"/forces/f{number}/") for number in range(5)]

    def found() -> set[str]:
        return {one.address for one in entries(catalogue, read)[0]}

    assert {one.address for one in read} <= found()
    monkeypatch.setattr(module, "MOST", 4)
    assert found() & {one.address for one in read} == {
        "/forces/",
        "/train/",
        "/forces/in/north/",
    }
