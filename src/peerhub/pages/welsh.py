"""A force's page in Welsh, in short, for forces that have a Welsh name.

The sentences are a draft: no translator has signed them off, and the page says so in both
languages. Take the mark away when one has.
"""

from __future__ import annotations

from collections.abc import Mapping

from peerhub import components as show
from peerhub.models import Force
from peerhub.pages.compose import still
from peerhub.questions.readiness import Readiness, Stage

IS_DRAFT = True

STAGES_CY: Mapping[Stage, str] = {
    "not recorded": (
        "Nid yw'r heddlu hwn wedi dweud wrth yr hyb am ei gymorth cymheiriaid. "
        "Nid yw hynny'n dweud dim am yr hyn y mae'r heddlu yn ei wneud."
    ),
    "working towards": "Mae'r heddlu hwn wedi cadarnhau rhan o'r hyn sydd ei angen.",
    "Peer Support Force": (
        "Mae'r heddlu hwn wedi cadarnhau'r ddau beth y mae'r gwasanaeth cenedlaethol "
        "yn gofyn amdanynt."
    ),
}
OLD_CY = "Mae'r cofnod yn hen. Mae angen ei gadarnhau eto."
HELP_CY = "Angen siarad nawr? Os oes rhywun mewn perygl, ffoniwch 999. Mae rhifau eraill isod."
DRAFT_CY = "Drafft: nid yw cyfieithydd wedi gwirio'r geiriau hyn eto."
DRAFT_EN = "Draft: no translator has checked these words yet."


def in_welsh(force: Force, state: Readiness) -> str | None:
    """Return where a force stands, in Welsh, or nothing for a force without a Welsh name."""
    if force.welsh_name is None:
        return None
    said = [STAGES_CY[state.stage], HELP_CY]
    if state.record in ("stale", "dropped"):
        said.insert(1, OLD_CY)
    draft = (DRAFT_CY, DRAFT_EN) if IS_DRAFT else None
    return still(show.welsh(force.welsh_name, said, draft))
