"""What there is to be made in how many parts, and the parts of all posters joined."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.orders.posters import STORE, orders
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.store import Store
from peerhub.press.posters import screens, shards
from peerhub.press.posters.run import keys_of
from peerhub.press.posters.template_files import Materials


def plan(catalogue: Catalogue, count: str) -> dict[str, Any]:
    """Return what is to be made in how many parts, for a workflow to read.

    Its `parts` are what `--shard` takes; `plan` is the digest that all parts share. Raises
    PressError when `count` is no number of parts.
    """
    parts = [str(one) for one in shards.parts_of(count)]
    keys = keys_of(orders(catalogue), Materials(HOME))
    return {"parts": parts, "plan": shards.plan_of(keys), "posters": len(keys)}


def join_parts(root: Path, catalogue: Catalogue, folders: Sequence[Path]) -> int:
    """Take the parts in these folders into the stores; return how many posters they hold.

    Raises PressError unless every poster is there, whole, and made from this very data.
    """
    keys = keys_of(orders(catalogue), Materials(HOME))
    pictures = Store(root / screens.STORE, ".png")
    return shards.join(folders, keys, Store(root / STORE), pictures)
