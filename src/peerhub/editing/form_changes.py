"""What a filled-in form changes in the data, and what is said to whoever sent it."""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from peerhub.catalogue import Catalogue, load
from peerhub.catalogue.joined import holding
from peerhub.catalogue.nearest import nearest
from peerhub.editing.adding import new_thing
from peerhub.editing.command import event_from
from peerhub.editing.errors import EditError
from peerhub.editing.issue_form import FilledIn
from peerhub.editing.replace import read_text, with_field
from peerhub.models.clock import meant

Answers = dict[str, object]
Checked = Callable[[Path], Catalogue]
THANKS = "Thank you."
BY_HAND = "An editor will read it and make the change: the program changes nothing by itself here."
_UNTIL = re.compile(r"\s*(?:to|until|till|-|–)\s*", re.IGNORECASE)


def take(root: Path, form: FilledIn, today: dt.date, checked: Checked) -> str:
    """Change the data as a form asks, where that can be done; return what to tell its sender.

    Raises EditError, with nothing changed, where an answer cannot be used.
    """
    if form.kind == "event":
        _from_file(_event(form.answers), lambda file: event_from(root, today, file, _silent))
        return f"{THANKS} The event is in the proposal, as it was asked for."
    if form.kind == "force":
        answers = _confirmation(form.answers, load(root))
        _from_file(
            answers,
            lambda file: new_thing(root, "confirmation", today, _nobody, _silent, checked, file),
        )
        return f"{THANKS} The record is in the proposal. An editor compares it with its source."
    if form.kind == "number":
        return _number(root, form.answers)
    return f"{THANKS} {BY_HAND}"


def _silent(_: str) -> None:
    return None


def _nobody(_: str) -> str:
    return ""


def _from_file(answers: Answers, take_file: Callable[[Path], object]) -> None:
    """Hand answers on as the file of answers that `peerhub new` takes."""
    with tempfile.TemporaryDirectory(prefix="peerhub-form-") as room:
        file = Path(room, "the form")
        lines = (
            f"{name}: {json.dumps(said, ensure_ascii=False)}\n" for name, said in answers.items()
        )
        file.write_text("".join(lines), encoding="utf-8")
        take_file(file)


def _event(said: Mapping[str, str]) -> Answers:
    """Return a form's answers as those to the questions about an event."""
    found: Answers = {
        name: " ".join(said[name].split())
        for name in ("title", "kind", "date", "audience", "summary", "source")
        if name in said
    }
    times = _UNTIL.split(said.get("times", "").strip())
    if len(times) == 2:
        found |= {
            name: meant(one) or one for name, one in zip(("start", "end"), times, strict=True)
        }
    place = said.get("place", "")
    found["where.online"] = "yes" if "online" in place.lower() else "no"
    if place and place.strip().lower() != "online":
        found["where.place"] = place
    booking = said.get("booking", "")
    if booking.startswith("https://"):
        found |= {"booking.by": "website", "booking.url": booking}
    elif "@" in booking:
        found |= {"booking.by": "email", "booking.mailbox": booking}
    return {**found, "status": "planned"}


def _confirmation(said: Mapping[str, str], catalogue: Catalogue) -> Answers:
    """Return a form's answers as those to the questions about what a force has confirmed."""
    names = {one.name.casefold(): one.id for one in catalogue.forces}
    names |= {one.short_name.casefold(): one.id for one in catalogue.forces}
    wanted = said.get("force", "")
    force = names.get(wanted.casefold())
    if force is None:
        hint = nearest(wanted.casefold(), names, "Write its name as the page of forces has it.")
        raise EditError(f"There is no force '{wanted}'. {hint}")
    fields = {
        "criteria": "selection_criteria_adopted_on",
        "training": "training_delivered_on",
    }
    others = {fields.get(name, name): words for name, words in said.items() if name != "force"}
    return {"force": force, **others}


def _number(root: Path, said: Mapping[str, str]) -> str:
    """Put a right number in the place of a wrong one; nobody has looked it up yet."""
    wrong, right = (re.sub(r"\D", "", said.get(name, "")) for name in ("wrong", "right"))
    found = [
        one
        for one in load(root).services
        if wrong and one.phone and re.sub(r"\D", "", one.phone) == wrong
    ]
    if not right or len(found) != 1:
        return f"{THANKS} {BY_HAND}"
    (service,) = found
    name, number = holding(root, "data/services.yml", "services", service.id)
    file = root / name
    text = file.read_bytes().decode("utf-8")
    document = read_text(text, name)
    value = " ".join(said["right"].split())
    file.write_bytes(with_field(text, document, ("services", number, "phone"), value).encode())
    return (
        f"{THANKS} The number of {service.name} is changed in the proposal. The check refuses it "
        "until an editor has opened the service's own page and set last_checked."
    )
