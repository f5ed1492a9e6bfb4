"""Two builds are compared file by file, and nothing that differs is passed over."""

from setup.reproduce import LATER, clone, differing, download, later


def test_a_changed_file_and_one_that_only_one_has_are_named():
    one = {"same": "644 a", "changed": "644 b", "mode": "644 c", "gone": "644 d"}
    other = {"same": "644 a", "changed": "644 x", "mode": "600 c", "new": "644 e"}
    assert differing(one, other) == ["changed", "gone", "mode", "new"]
    assert differing(one, dict(one)) == []


def test_a_download_holds_what_a_clone_holds_but_for_the_history(tmp_path):
    clone(tmp_path / "clone")
    download(tmp_path / "down load")
    names = [
        {path.relative_to(root) for path in root.rglob("*") if ".git" not in path.parts}
        for root in (tmp_path / "clone", tmp_path / "down load")
    ]
    assert names[0] == names[1]


def test_the_second_build_is_a_year_later_where_that_can_be_had(tmp_path):
    assert later(tmp_path) == {}
    library = tmp_path / "x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
    library.parent.mkdir(parents=True)
    library.touch()
    assert later(tmp_path) == {"LD_PRELOAD": str(library), "FAKETIME": LATER}
