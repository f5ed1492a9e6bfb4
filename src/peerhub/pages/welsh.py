"""A force's page in Welsh, in short, for forces that have a Welsh name.

It says where the force stands, what to do next, and what else is on the page.
The sentences are a draft: no translator has signed them off, and the page says so in both
languages. Take the mark away when one has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peerhub import components as show
from peerhub.models import Force
from peerhub.pages.compose import still
from peerhub.questions.readiness import Readiness, Stage, next_steps

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
HELP_CY = "Angen siarad nawr?{danger} Mae rhifau eraill isod."
DANGER_CY = " Os oes rhywun mewn perygl, ffoniwch {}."
DRAFT_CY = "Drafft: nid yw cyfieithydd wedi gwirio'r geiriau hyn eto."
DRAFT_EN = "Draft: no translator has checked these words yet."


NEXT_CY: Mapping[str, str] = {
    "confirm": "Cadarnhewch yn ysgrifenedig beth sy'n dal yn gywir.",
    "selection_criteria_adopted_on": (
        "Mabwysiadwch y meini prawf recriwtio a dethol y cytunwyd arnynt."
    ),
    "training_delivered_on": "Cyflwynwch yr hyfforddiant penodedig i'ch cefnogwyr.",
    "coordinator_in_post_on": "Penodwch gydlynydd, neu rywun cyfatebol.",
    "oh_clinician_trained_on": (
        "Sicrhewch fod clinigydd Iechyd Galwedigaethol wedi'i hyfforddi yn y model."
    ),
    "tell": "Dywedwch wrthym beth sydd ar waith, gyda blwch post rôl i'w ddangos.",
    "offer": (
        "Penderfynwch a yw eich heddlu'n cynnig cymorth i heddluoedd eraill, a dywedwch wrthym."
    ),
    "keep": "Daliwch ati, a chadarnhewch eto o fewn 12 mis.",
}
"""Each kind of next step, by what it is about."""

RENEW_CY = "Mae hwn wedi dod i ben. Adnewyddwch ef a'i gadarnhau."
NEXT_HEAD_CY = "Beth i'w wneud nesaf"
HEADS_HEAD_CY = "Ar y dudalen hon (yn Saesneg)"
HEADS_CY: Mapping[str, tuple[str, str]] = {
    "Where this force stands": ("where-this-force-stands", "Sefyllfa'r heddlu hwn"),
    "How to reach peer support here": (
        "how-to-reach-peer-support-here",
        "Sut i gysylltu â chymorth cymheiriaid yma",
    ),
    "What to do next": ("what-to-do-next", NEXT_HEAD_CY),
    "Need to talk now?": ("need-to-talk-now", "Angen siarad nawr?"),
    "Posters": ("posters", "Posteri"),
    "Coming up": ("coming-up", "Digwyddiadau i ddod"),
    "Neighbouring forces": ("neighbouring-forces", "Heddluoedd cyfagos"),
    "Help from other forces": ("help", "Cymorth gan heddluoedd eraill"),
    "Tell us what to change": ("tell", "Dywedwch wrthym beth i'w newid"),
}
"""Each head of a force's page: where it stands, and its words."""


def in_welsh(
    force: Force, state: Readiness, heads: Sequence[str], danger: Sequence[str]
) -> str | None:
    """Return the page in short, in Welsh, or nothing for a force without a Welsh name.

    `heads` are the first lines of the page's sections, in English; `danger` is what to call in
    danger.
    """
    if force.welsh_name is None:
        return None
    call = DANGER_CY.format(" neu ".join(danger)) if danger else ""
    said = [STAGES_CY[state.stage], HELP_CY.format(danger=call)]
    if state.record in ("stale", "dropped"):
        said.insert(1, OLD_CY)
    lapsed = {one.field for one in state.criteria if one.state == "lapsed"}
    steps = [
        f"{NEXT_CY[step.about]} {RENEW_CY}" if step.about in lapsed else NEXT_CY[step.about]
        for step in next_steps(state)
    ]
    links = [HEADS_CY[head.removeprefix("## ").split(" {")[0]] for head in heads]
    draft = (DRAFT_CY, DRAFT_EN) if IS_DRAFT else None
    lists = show.WelshLists(NEXT_HEAD_CY, tuple(steps), HEADS_HEAD_CY, tuple(links))
    return still(show.welsh(force.welsh_name, said, draft, lists))
