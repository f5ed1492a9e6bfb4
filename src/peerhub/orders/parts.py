"""Posters made beyond one machine: in parts that are joined, or by a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peerhub.press.engine.cluster import cluster
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters import shards
from peerhub.press.posters.job import Job
from peerhub.press.posters.run import keys_of
from peerhub.press.posters.template_files import Materials

DRAWS = ("peerhub.press.posters.task", "peerhub.press.posters.screens")
"""The modules that draw what is sent to a cluster."""


@dataclass(frozen=True)
class Chosen:
    """The jobs to be printed: all of them, or one part."""

    jobs: list[Job]
    shard: shards.Shard | None = None
    keys: shards.Keys = field(default_factory=dict)

    def write_record(self, out: Path) -> None:
        """Write down below `out` what a part is; nothing for the whole."""
        if self.shard:
            shards.write_record(out, self.keys, self.shard)


def part_of(jobs: list[Job], words: str | None) -> Chosen:
    """Return the jobs of the part that is named ("3/16"), or all of them."""
    if words is None:
        return Chosen(jobs)
    shard = shards.shard_of(words)
    keys = keys_of(jobs, Materials(HOME))
    return Chosen(shards.chosen(keys, shard), shard, keys)


@contextmanager
def elsewhere(address: str | None) -> Iterator[dict[str, Any]]:
    """Give what takes the place of this machine's processes: a cluster, or nothing."""
    if address is None:
        yield {}
    else:
        with cluster(address, DRAWS, HOME) as there:
            yield {"executor": there, "look": there.look}
