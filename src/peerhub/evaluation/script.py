"""What the page that merges sheets knows of the kit: a script, so that a disk can load it too."""

from __future__ import annotations

import json
from collections.abc import Mapping

from peerhub.catalogue import Catalogue
from peerhub.evaluation.layout import for_script, layout_of
from peerhub.evaluation.messages import MESSAGES

DATA = "assets/js/evaluation-kit.js"
UNUSED = ("definition", "source", "topic")
"""What the page does not show of an indicator; every reader would have to load it."""


def script_files(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the script by its path below the site; nothing for a hub that counts nothing.

    Besides the layout it says what calls itself the maker of a sheet, and is nobody's name.
    """
    if not catalogue.indicators:
        return {}
    layout = json.loads(for_script(layout_of(catalogue), MESSAGES))
    del layout["remarks"]
    for indicator in layout["indicators"]:
        for name in UNUSED:
            del indicator[name]
    said = {**layout, "maker": catalogue.site.name}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return {DATA: f"const evaluationKit = {text};\n"}
