"""The command `peerhub verify`: what is this file, is it ours, is it current?"""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from peerhub.seal.keys import KeyTrouble, is_signed
from peerhub.seal.make import parts_beside
from peerhub.seal.manifest import PATH, Manifest, UnreadableManifest, listed
from peerhub.seal.verdict import FileVerdict, judge
from peerhub.stopped import Stopped

_AGAIN = "Get it again from where it is served, with the folder manifest/ beside it."


class VerifyStopped(Stopped):
    """One line: why nothing could be said, and what to do."""


def add_verify(commands: Any) -> None:
    """Add the command to those of the program."""
    verify = commands.add_parser("verify", help="say whether files are ours, and current")
    verify.add_argument("files", nargs="+", type=Path, metavar="FILE")
    verify.add_argument(
        "--manifest", type=Path, help="the hub's manifest.json (default: of the built site)"
    )
    verify.add_argument("--key", type=Path, help="the owner's public key, to check the manifest by")
    verify.set_defaults(run=_verify)


def _verify(root: Path, options: argparse.Namespace) -> int:
    place = options.manifest or root / "site" / PATH
    place = place / PATH if place.is_dir() else place
    text = _read(place, "Build the site with make site, or name one: --manifest manifest.json")
    try:
        manifest = Manifest.from_texts(text, parts_beside(place.parent))
    except UnreadableManifest as error:
        raise VerifyStopped(f"{place}: {error}. {_AGAIN}") from None
    manifest = _with_editions(place, manifest)
    print(_trust(place, text, options.key))
    print(f"It lists {len(manifest.files)} files of edition {manifest.edition}.")
    judged = [judge(file.name, _read(file, "Name a file"), manifest) for file in options.files]
    for file, one in zip(options.files, judged, strict=True):
        print(one.line(str(file)))
    return 0 if all(one.verdict is FileVerdict.CURRENT for one in judged) else 1


def _with_editions(place: Path, manifest: Manifest) -> Manifest:
    """Return a manifest with the files of the kept editions whose lists stand beside it."""
    files = dict(manifest.files)
    for name, digest in manifest.editions.items():
        beside = place.parent / name / PATH
        if beside.is_file():
            text = _read(beside, "Get it again from where it is served")
            if hashlib.sha256(text).hexdigest() != digest:
                raise VerifyStopped(
                    f"{beside}: it is not the list that {place} names. Get both again from where "
                    "they are served."
                )
            try:
                files |= listed(name, text, parts_beside(place.parent))
            except UnreadableManifest as error:
                raise VerifyStopped(f"{beside}: {error}. {_AGAIN}") from None
    return replace(manifest, files=files)


def _trust(place: Path, text: bytes, key: Path | None) -> str:
    """Say how far the manifest can be trusted. Raises VerifyStopped when it cannot be."""
    signed = place.with_name(f"{place.name}.sig")
    if key is None:
        return (
            f"{place} is taken on trust. A signature is checked with --key and the owner's public "
            "key; one made by the host, with: gh attestation verify manifest.json --repo OWNER/NAME"
        )
    signature = _read(signed, "Get it from beside the manifest, where that is served")
    try:
        good = is_signed(key, text, signature.decode("ascii", "replace"))
    except KeyTrouble as error:
        raise VerifyStopped(str(error)) from None
    if not good:
        raise VerifyStopped(
            f"{place} was not signed with {key}, or was changed since. Believe nothing that it "
            "says; get it again from where it is served."
        )
    return f"{place} was signed with {key}."


def _read(file: Path, remedy: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise VerifyStopped(f"{file} cannot be read: {error.strerror}. {remedy}.") from None
