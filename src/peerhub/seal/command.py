"""The command `peerhub verify`: what is this file, is it ours, is it current?"""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from peerhub.seal.keys import KeyTrouble, is_signed
from peerhub.seal.manifest import PATH, Manifest, UnreadableManifest, listed
from peerhub.seal.places import ManifestPlace, VerifyStopped, place_of, read_file
from peerhub.seal.verdict import FileVerdict, judge

_AGAIN = "Get it again from where it is served, with the folder manifest/ beside it."


def add_verify(commands: Any) -> None:
    """Add the command to those of the program."""
    verify = commands.add_parser("verify", help="say whether files are ours, and current")
    verify.add_argument("files", nargs="+", type=Path, metavar="FILE")
    verify.add_argument(
        "--manifest",
        help="the hub's manifest.json, by its file or its address (default: of the built site)",
    )
    verify.add_argument("--key", type=Path, help="the owner's public key, to check the manifest by")
    verify.set_defaults(run=_verify)


def _verify(root: Path, options: argparse.Namespace) -> int:
    place = place_of(options.manifest or str(root / "site"))
    text = place.manifest()
    try:
        manifest = Manifest.from_texts(text, place.parts)
    except UnreadableManifest as error:
        raise VerifyStopped(f"{place.name}: {error}. {_AGAIN}") from None
    manifest = _with_editions(place, manifest)
    print(_trust(place, text, options.key))
    print(f"It lists {len(manifest.files)} files of edition {manifest.edition}.")
    judged = [judge(file.name, read_file(file, "Name a file"), manifest) for file in options.files]
    for file, one in zip(options.files, judged, strict=True):
        print(one.line(str(file)))
    return 0 if all(one.verdict is FileVerdict.CURRENT for one in judged) else 1


def _with_editions(place: ManifestPlace, manifest: Manifest) -> Manifest:
    """Return a manifest with the files of the kept editions whose lists stand beside it."""
    files = dict(manifest.files)
    for name, digest in manifest.editions.items():
        text = place.beside(f"{name}/{PATH}")
        if text is None:
            continue
        beside = f"{place.name.removesuffix(PATH)}{name}/{PATH}"
        if hashlib.sha256(text).hexdigest() != digest:
            raise VerifyStopped(
                f"{beside}: it is not the list that {place.name} names. Get both again from where "
                "they are served."
            )
        try:
            files |= listed(name, text, place.parts)
        except UnreadableManifest as error:
            raise VerifyStopped(f"{beside}: {error}. {_AGAIN}") from None
    return replace(manifest, files=files)


def _trust(place: ManifestPlace, text: bytes, key: Path | None) -> str:
    """Say how far the manifest can be trusted. Raises VerifyStopped when it cannot be."""
    if key is None:
        return (
            f"{place.name} is taken on trust. A signature is checked with --key and the owner's "
            "public key; one made by the host, with: gh attestation verify manifest.json "
            "--repo OWNER/NAME"
        )
    signed = f"{Path(place.name).name}.sig"
    signature = place.beside(signed)
    if signature is None:
        raise VerifyStopped(
            f"{place.name} has no signature {signed} beside it. Get that from where the manifest "
            "is served."
        )
    try:
        good = is_signed(key, text, signature.decode("ascii", "replace"))
    except KeyTrouble as error:
        raise VerifyStopped(str(error)) from None
    if not good:
        raise VerifyStopped(
            f"{place.name} was not signed with {key}, or was changed since. Believe nothing that "
            "it says; get it again from where it is served."
        )
    return f"{place.name} was signed with {key}."
