"""A preview sees what is saved, and not what editors leave beside it."""

from __future__ import annotations

from peerhub.preview.watch import Watch


def test_a_save_is_seen_and_what_an_editor_leaves_beside_it_is_not(tmp_path):
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "page.md"
    watch = Watch(tmp_path)
    try:
        (tmp_path / "docs" / ".page.md.swp").write_text("x")
        (tmp_path / "docs" / "page.md~").write_text("x")
        assert watch.changed(0.2) == frozenset()
        page.write_text("one")
        assert watch.changed(10) == {page.resolve()}
        beside = tmp_path / "docs" / ".page.new"
        beside.write_text("two")
        beside.replace(page)  # as most editors save
        assert page.resolve() in watch.changed(10)
        page.unlink()
        assert watch.changed(10) == {page.resolve()}
    finally:
        watch.close()
