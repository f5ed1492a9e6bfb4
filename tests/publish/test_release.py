"""The manifest that goes out with a publication: all that is served, and all that was."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from types import SimpleNamespace

import pytest

from peerhub.publish.errors import PublishStopped
from peerhub.publish.release import release
from peerhub.publish.targets.folder import FolderTarget
from peerhub.seal.keys import is_signed
from peerhub.seal.make import seal_site
from peerhub.seal.manifest import Earlier, Manifest, listed
from peerhub.seal.places import OnDisk
from tests.publish.sites import hub, write
from tests.seal.test_command import made_key

CATALOGUE = SimpleNamespace(site=SimpleNamespace(edition="2026.1"))


def publish(tmp_path, name: str, day: str, guide: bytes, key=None):
    """Publish a site of one guide to the folder `served`; return what came of it."""
    site = write(tmp_path / name)
    (site / "materials").mkdir()
    (site / "materials" / "guide.pdf").write_bytes(guide)
    about = Manifest("Peer Support Hub", "https://hub.police.uk/", "2026.1", day)
    shutil.rmtree(site / "manifest", ignore_errors=True)
    for path, text in seal_site(site, about).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    target = FolderTarget(tmp_path / "served")
    return release(tmp_path, site, target, CATALOGUE, hub(), key)


def held(tmp_path) -> Manifest:
    served = tmp_path / "served/current"
    return Manifest.from_texts((served / "manifest.json").read_bytes(), OnDisk(served).parts)


def test_it_lists_every_file_that_is_served_and_what_was_before(tmp_path):
    (tmp_path / "data/editions").mkdir(parents=True)
    record = tmp_path / "data/editions/2026.1.json"
    record.write_text(f'{{"edition": "2026.1", "dated": "{dt.date(2026, 11, 23)}"}}')
    publish(tmp_path, "one", "2026-11-23", b"%PDF one")
    first = held(tmp_path)
    served = tmp_path / "served/current"
    files = {one.relative_to(served).as_posix() for one in served.rglob("*") if one.is_file()}
    kept = {path for path in files if path.startswith("2026.1/")}
    parts = {path for path in files if path.startswith("manifest/")}
    assert set(first.files) == files - kept - parts - {"manifest.json"}
    beside = (served / "2026.1/manifest.json").read_bytes()
    assert set(listed("2026.1", beside, OnDisk(served).parts)) == kept - {"2026.1/manifest.json"}
    assert first.editions == {"2026.1": hashlib.sha256(beside).hexdigest()}
    assert "2026.1/train/index.html" in kept
    publish(tmp_path, "two", "2026-12-01", b"%PDF two")
    was = first.files["materials/guide.pdf"]
    assert held(tmp_path).earlier == {was: Earlier("materials/guide.pdf", "2026-11-23")}
    assert was[:32] in (served / "about/verify/known.js").read_text()


def test_publishing_the_same_again_writes_nothing(tmp_path):
    for name, content in (("one", b"%PDF one"), ("two", b"%PDF two")):
        publish(tmp_path, name, "2026-11-23", content)
    assert not publish(tmp_path, "three", "2026-11-23", b"%PDF two").written.is_new


def test_it_is_signed_with_a_given_key(tmp_path):
    key = made_key(tmp_path / "hub.key")
    publish(tmp_path, "one", "2026-11-23", b"%PDF one", key)
    served = tmp_path / "served/current"
    signed = (served / "manifest.json.sig").read_text()
    assert is_signed(key.with_suffix(".pem"), (served / "manifest.json").read_bytes(), signed)
    assert not publish(tmp_path, "two", "2026-11-23", b"%PDF one", key).written.is_new


def test_a_damaged_manifest_is_refused_and_nothing_is_published(tmp_path):
    publish(tmp_path, "one", "2026-11-23", b"%PDF one")
    (tmp_path / "one/manifest.json").write_text("{")
    before = held(tmp_path)
    with pytest.raises(PublishStopped, match=r"manifest.json: it is damaged.*Build the site again"):
        release(tmp_path, tmp_path / "one", FolderTarget(tmp_path / "served"), CATALOGUE, hub())
    assert held(tmp_path) == before


def test_a_manifest_that_lost_a_part_is_refused_with_the_remedy_for_its_place(tmp_path):
    publish(tmp_path, "one", "2026-11-23", b"%PDF one")
    write(tmp_path / "one", train="<p>Other</p>")
    part = next((tmp_path / "one/manifest").iterdir())
    whole = part.read_bytes()
    part.unlink()
    target = FolderTarget(tmp_path / "served")
    with pytest.raises(PublishStopped) as stopped:
        release(tmp_path, tmp_path / "one", target, CATALOGUE, hub())
    assert str(stopped.value) == (
        f"manifest.json: its part manifest/{part.name} is not beside it, or is damaged. "
        "Build the site again."
    )
    part.write_bytes(whole)
    assert release(tmp_path, tmp_path / "one", target, CATALOGUE, hub()).written.is_new


def test_parts_and_scripts_of_the_site_itself_are_not_served_beside_those_of_all(tmp_path):
    publish(tmp_path, "one", "2026-11-23", b"%PDF one")
    stray = tmp_path / "one/manifest/0000.json"
    stray.write_text("{}")
    release(tmp_path, tmp_path / "one", FolderTarget(tmp_path / "served"), CATALOGUE, hub())
    assert not (tmp_path / "served/current/manifest/0000.json").exists()


def test_a_hub_of_an_earlier_edition_than_the_target_keeps_is_refused(tmp_path):
    (tmp_path / "data/editions").mkdir(parents=True)
    site, target = write(tmp_path / "site"), FolderTarget(tmp_path / "served")
    for name in ("2026.1", "2026.2"):
        record = tmp_path / f"data/editions/{name}.json"
        record.write_text(f'{{"edition": "{name}", "dated": "2026-11-23"}}')
        catalogue = SimpleNamespace(site=SimpleNamespace(edition=name))
        release(tmp_path, site, target, catalogue, hub())
    for name in ("2026.1", "2025.9"):
        catalogue = SimpleNamespace(site=SimpleNamespace(edition=name))
        with pytest.raises(PublishStopped) as stopped:
            release(tmp_path, site, target, catalogue, hub())
        assert str(stopped.value) == (
            f"The target keeps edition 2026.2, and this hub is edition {name}, an earlier one. "
            "Publish from the newest state of the project."
        )
