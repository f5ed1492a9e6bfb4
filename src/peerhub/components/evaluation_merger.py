"""The place where forces' sheets become a national picture; nothing leaves the browser."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

from peerhub.components.render import render


def evaluation_merger(kit: Mapping[str, object]) -> Markup:
    """Return the place for sheets, with the data of the kit by which its script judges them.

    Without the script, a line says which command does the same.
    """
    return render(
        "evaluation_merger",
        kit=json.dumps(kit, ensure_ascii=False, separators=(",", ":"), sort_keys=True),
    )
