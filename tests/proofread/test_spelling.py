"""Slips are found in what people write, and not in what the program writes."""

from peerhub.proofread.spelling import misspelt


def test_digests_of_editions_and_ledgers_are_not_read_as_words(tmp_path):
    digest = '"text": "12dbe5607abc teh"\n'
    for name in ("data/editions/2026.1.json", "data/ledger/materials.txt", "data/a.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(digest if "/a" not in name else "a: the teh word\n")
    assert [one.file for one in misspelt(tmp_path)] == ["data/a.yml"]
