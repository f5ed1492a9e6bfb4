"""Signs a manifest with a given key, and checks that: Ed25519 (RFC 8032), keys as PEM files.

A key is made with `openssl genpkey -algorithm ed25519 -out hub.key`, and its public half with
`openssl pkey -in hub.key -pubout -out hub.pem`.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from peerhub.stopped import Stopped


class KeyTrouble(Stopped):
    """One line: which key cannot be used, and what to do."""


def signature(key: Path, content: bytes) -> str:
    """Return the signature of a content, as one line of base64. Raises KeyTrouble."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        found = load_pem_private_key(_read(key), password=None)
    except (TypeError, ValueError) as error:
        raise KeyTrouble(f"{key} is no private key that can be read ({error}). {_MAKE}") from None
    if not isinstance(found, Ed25519PrivateKey):
        raise KeyTrouble(f"{key} is a key of another kind. {_MAKE}")
    return base64.b64encode(found.sign(content)).decode() + "\n"


def is_signed(public: Path, content: bytes, signed: str) -> bool:
    """Say whether a content was signed by the owner of a public key. Raises KeyTrouble."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        found = load_pem_public_key(_read(public))
    except ValueError:
        raise KeyTrouble(f"{public} is no public key. Ask the hub's owner for it.") from None
    if not isinstance(found, Ed25519PublicKey):
        raise KeyTrouble(f"{public} is a key of another kind. Ask the hub's owner for theirs.")
    try:
        found.verify(base64.b64decode(signed, validate=False), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: Path) -> str:
    """Return a digest of a public key's file, by which people can compare it."""
    return hashlib.sha256(_read(public).strip()).hexdigest()[:16]


_MAKE = "Make one with: openssl genpkey -algorithm ed25519 -out hub.key"


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise KeyTrouble(f"{file} cannot be read: {error.strerror}. Name the key's file.") from None
