"""Where publications go: a folder, a server by rsync, a bucket, or a branch.

Every target keeps contents by digest, prepares a publication where no reader looks, and makes it
the one that is served in a single step.
"""

from __future__ import annotations

import os
from pathlib import Path

from peerhub.publish.errors import PublishStopped
from peerhub.publish.targets.branch import BranchTarget
from peerhub.publish.targets.bucket import BucketTarget
from peerhub.publish.targets.folder import FolderTarget
from peerhub.publish.targets.server import ServerTarget
from peerhub.publish.targets.target import Target, Written

__all__ = ["Target", "Written", "target_at"]

BRANCH = "branch:"
RSYNC = "rsync:"


def target_at(address: str, root: Path) -> Target:
    """Return the target that an address names. Raises PublishStopped for one that names none.

    `branch:gh-pages` is a branch of the project's repository, `rsync:host:/var/www/hub` a folder on
    a server, `s3://bucket/hub` (or another address of fsspec's) a bucket; all else is a folder.
    """
    if address.startswith(BRANCH):
        return BranchTarget(root, address.removeprefix(BRANCH))
    if address.startswith(RSYNC):
        return ServerTarget(address.removeprefix(RSYNC), root / ".cache" / "publish")
    if "://" in address and not address.startswith("file://"):
        return BucketTarget(address)
    if not address.strip():
        raise PublishStopped("No target was named. Give one: peerhub publish --to DIR.")
    return FolderTarget(Path(os.path.realpath(root / address.removeprefix("file://"))))
