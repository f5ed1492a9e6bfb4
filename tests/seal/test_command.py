"""`peerhub verify`, as people use it: real files, the exact words, the exit status."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from peerhub.bundle import bundled
from peerhub.cli import main
from peerhub.seal.keys import KeyTrouble, is_signed, signature
from peerhub.seal.manifest import Earlier, Manifest, list_of
from tests.serving import served

ADDRESS = "https://hub.police.uk/"
NOW, OLD, KEPT = b"%PDF now Peer Support Hub", b"%PDF old", b"%PDF kept"
BACK = f"Get the current one: {ADDRESS}posters/kent-a4.pdf"


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def manifest(tmp_path) -> Path:
    file = tmp_path / "manifest.json"
    laid(
        tmp_path,
        Manifest(
            "Peer Support Hub",
            ADDRESS,
            "2026.2",
            "2026-11-28",
            files={"posters/kent-a4.pdf": sha(NOW), "2026.1/posters/kent-a4.pdf": sha(KEPT)},
            earlier={sha(OLD): Earlier("posters/kent-a4.pdf", "2026-11-23")},
        ).texts(),
    )
    return file


def laid(folder: Path, texts: dict[str, str]) -> None:
    """Write some texts by their paths below a folder."""
    for path, text in texts.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text)


@pytest.fixture
def key(tmp_path) -> Path:
    return made_key(tmp_path / "hub.key")


def made_key(file: Path) -> Path:
    private = Ed25519PrivateKey.generate()
    pem = serialization.Encoding.PEM
    file.write_bytes(
        private.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    file.with_suffix(".pem").write_bytes(
        private.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return file


def told(capsys, manifest: Path, content: bytes, name: str = "copy.pdf", *more: str):
    file = manifest.parent / name
    file.write_bytes(content)
    status = main(["verify", str(file), "--manifest", str(manifest), *more])
    said = capsys.readouterr()
    return status, (said.out.splitlines() or [""])[-1].removeprefix(f"{file}: "), said.err


def test_a_file_as_it_is_served(capsys, manifest):
    assert told(capsys, manifest, NOW) == (
        0,
        f"ours, and current. It is {ADDRESS}posters/kent-a4.pdf.",
        "",
    )


def test_one_changed_byte(capsys, manifest):
    status, line, _ = told(capsys, manifest, NOW[:-1] + b"c", "kent-a4.pdf")
    assert status == 1
    assert line.startswith("not as we published it. It calls itself a file of the Peer Support Hub")
    assert line.endswith(BACK)
    status, line, _ = told(capsys, manifest, b"!" + NOW)
    assert (status, line.split(".")[0]) == (1, "not as we published it")


def test_an_old_file_and_one_of_an_old_edition(capsys, manifest):
    assert told(capsys, manifest, OLD)[:2] == (
        1,
        f"ours, but not current. It was {ADDRESS}posters/kent-a4.pdf, last served with what is "
        f"dated 2026-11-23. {BACK}",
    )
    assert told(capsys, manifest, KEPT)[:2] == (
        1,
        f"ours, but not current. It is of edition 2026.1. {BACK}",
    )


def test_the_list_of_a_kept_edition_is_read_from_beside_the_manifest(capsys, tmp_path):
    texts = list_of("2026.1", {"2026.1/posters/kent-a4.pdf": sha(KEPT)})
    text = texts["2026.1/manifest.json"]
    named = Manifest("Peer Support Hub", ADDRESS, "2026.2", "2026-11-28")
    named = replace(named, editions={"2026.1": sha(text.encode())})
    file = tmp_path / "manifest.json"
    laid(tmp_path, named.texts())
    assert told(capsys, file, KEPT)[1].startswith("not ours")
    laid(tmp_path, texts)
    assert told(capsys, file, KEPT)[1].startswith("ours, but not current. It is of edition 2026.1.")
    (part,) = (tmp_path / "manifest").iterdir()
    whole = part.read_text()
    part.write_text(whole.replace("kent", "bent"))
    beside = tmp_path / "2026.1" / "manifest.json"
    assert told(capsys, file, KEPT)[2] == f"{beside}: {damaged(part)}"
    part.write_text(whole)
    beside.write_text(text.replace("files", "filed"))
    status, _, error = told(capsys, file, KEPT)
    assert (status, error) == (
        1,
        f"{beside}: it is not the list that {file} names. Get both again from where they are "
        "served.\n",
    )


def damaged(part: Path) -> str:
    """Return what is said of a part that cannot be used."""
    return (
        f"its part manifest/{part.name} is not beside it, or is damaged. Get it again from where "
        "it is served, with the folder manifest/ beside it.\n"
    )


def test_a_changed_part_is_caught_whatever_the_signature_says(capsys, manifest, key):
    manifest.with_name("manifest.json.sig").write_text(signature(key, manifest.read_bytes()))
    words = (capsys, manifest, NOW, "copy.pdf", "--key", str(key.with_suffix(".pem")))
    assert told(*words)[0] == 0
    for part in (manifest.parent / "manifest").iterdir():
        whole = part.read_bytes()
        for content in (whole.replace(sha(NOW).encode(), sha(b"theirs").encode()), b"", b"[]"):
            if content != whole:
                part.write_bytes(content)
                assert told(*words)[::2] == (1, f"{manifest}: {damaged(part)}")
        part.unlink()
        assert told(*words)[::2] == (1, f"{manifest}: {damaged(part)}")
        part.write_bytes(whole)


def test_a_manifest_on_the_web_is_read_with_its_lists_and_its_signature(
    capsys, manifest, key, tmp_path
):
    manifest.with_name("manifest.json.sig").write_text(signature(key, manifest.read_bytes()))
    public = str(key.with_suffix(".pem"))
    (part, *_) = (manifest.parent / "manifest").iterdir()
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(NOW)

    def verified(address: str, *more: str):
        status = main(["verify", str(copy), "--manifest", address, *more])
        return status, *capsys.readouterr()

    with served(manifest.parent) as base:
        address = f"{base}/manifest.json"
        for named in (address, f"{base}/"):
            status, said, _ = verified(named)
            assert (status, said.splitlines()[0][: len(address) + 19]) == (
                0,
                f"{address} is taken on trust.",
            )
        assert f"{address} was signed with {public}." in verified(address, "--key", public)[1]
        part.unlink()
        assert verified(address)[::2] == (1, f"{address}: {damaged(part)}")
        manifest.unlink()
        assert verified(address)[::2] == (
            1,
            f"{address} is not there. Name the address of a manifest.json.\n",
        )
    for address in ("http://127.0.0.1:1/manifest.json", "https://[x/", "http://a b/manifest.json"):
        status, _, error = verified(address)
        assert (status, error.count("\n")) == (1, 1)
        assert re.match(r"http\S+.* cannot be read \(.+\)\. Look whether this machine", error)


def test_a_manifest_without_a_signature_is_not_taken_for_a_signed_one(capsys, manifest, key):
    words = (capsys, manifest, NOW, "copy.pdf", "--key", str(key.with_suffix(".pem")))
    assert told(*words)[::2] == (
        1,
        f"{manifest} has no signature manifest.json.sig beside it. Get that from where the "
        "manifest is served.\n",
    )


def test_a_strangers_file(capsys, manifest):
    status, line, _ = told(capsys, manifest, b"%PDF of somebody")
    assert (status, line) == (
        1,
        "not ours. No file of ours has these bytes, and it does not name us.",
    )


@pytest.mark.parametrize(
    ("inside", "verdict"), [("Peer Support Hub", "not as"), ("Else", "not ours")]
)
def test_a_changed_archive_is_known_by_what_it_says_inside(capsys, manifest, inside, verdict):
    archive = bundled([("docProps/core.xml", f"<creator>{inside}</creator>".encode())])
    assert told(capsys, manifest, archive, "deck.pptx")[1].startswith(verdict)


def test_a_damaged_archive_is_a_strangers(capsys, manifest):
    assert told(capsys, manifest, b"PK\x03\x04 and no more")[1].startswith("not ours")


def test_a_manifest_signed_by_the_key_and_one_that_was_changed_since(capsys, manifest, key):
    signed = manifest.with_name("manifest.json.sig")
    signed.write_text(signature(key, manifest.read_bytes()))
    public = str(key.with_suffix(".pem"))
    assert told(capsys, manifest, NOW, "copy.pdf", "--key", public)[0] == 0
    other = made_key(manifest.parent / "other.key").with_suffix(".pem")
    for name in (other, Path(public)):
        status, _, error = told(capsys, manifest, NOW, "copy.pdf", "--key", str(name))
        assert (status, error) == (
            1,
            f"{manifest} was not signed with {name}, or was changed since. Believe nothing that "
            "it says; get it again from where it is served.\n",
        )
        manifest.write_text(manifest.read_text().replace("2026.2", "2026.3"))


def test_a_signature_is_one_that_openssl_knows(manifest, key):
    signed = manifest.with_name("sig")
    signed.write_bytes(base64.b64decode(signature(key, manifest.read_bytes())))
    done = subprocess.run(
        [
            "openssl",
            "pkeyutl",
            "-verify",
            "-pubin",
            "-inkey",
            str(key.with_suffix(".pem")),
            "-rawin",
            "-in",
            str(manifest),
            "-sigfile",
            str(signed),
        ],
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("gone", "manifest.json cannot be read: No such file or directory."),
        ("broken", "manifest.json: it is damaged, or no manifest of a hub. Get it again"),
    ],
)
def test_a_manifest_that_cannot_be_used(capsys, manifest, damage, said):
    if damage == "gone":
        manifest.unlink()
    else:
        manifest.write_text("{")
    status, _, error = told(capsys, manifest, NOW)
    assert status == 1
    assert error.count("\n") == 1
    assert said in error


def test_a_file_that_is_not_there_and_a_key_that_is_none(capsys, manifest, tmp_path):
    assert main(["verify", str(tmp_path / "no.pdf"), "--manifest", str(manifest)]) == 1
    assert (
        "no.pdf cannot be read: No such file or directory. Name a file." in capsys.readouterr().err
    )
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("no key")
    manifest.with_name("manifest.json.sig").write_text("AAAA")
    status, _, error = told(capsys, manifest, NOW, "copy.pdf", "--key", str(wrong))
    assert (status, error) == (1, f"{wrong} is no public key. Ask the hub's owner for it.\n")
    with pytest.raises(KeyTrouble, match="is no private key that can be read"):
        signature(wrong, b"")
    assert not is_signed(made_key(tmp_path / "k.key").with_suffix(".pem"), b"", "%%%")
