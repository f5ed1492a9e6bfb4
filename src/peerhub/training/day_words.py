"""What every day says that no module does: the welcome line by line, house rules, breaks, close.

In braces stand the facts of a day: its limits of privacy, its breaks and its end.
"""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One part of the welcome: its share of the time in minutes, and what to do and say."""

    minutes: int
    said: str


WELCOME = (
    Line(
        3,
        'Say: "Good morning, and thank you for coming. I am …, and this is …. One of us leads, and '
        'the other looks after the room."',
    ),
    Line(
        3,
        "Point out fire exits, toilets, water and the quiet room. {breaks} We end at {end}. Say: "
        '"If something would help you to take part, tell one of us quietly, now or later."',
    ),
    Line(
        6,
        "Go round the room: first name, and one word for how each person arrives. Begin yourself, "
        "briefly. Say that anyone may pass.",
    ),
)
"""For the welcome's own slide, on the first day."""

RULES_SAID = (
    Line(
        5,
        'Read the rules aloud. Say: "You can step out at any time, and you need not say why. One '
        "of us will check that you are all right. What is said here stays here, unless {limits}. "
        'If we get near that, you hear it first if we safely can." Then ask what is missing.',
    ),
)
TODAY_SAID = (
    Line(
        3,
        "Go through the plan in a minute. Say which sessions have a content note, and how to miss "
        "them. Ask for questions, then begin the first session on time.",
    ),
)
HOUSE_RULES = (
    "You can step out at any time, and you need not say why.",
    "Private, unless {limits}.",
    "No real names, cases or places.",
    "Speak for yourself. Anyone may pass, on anything.",
    "Phones quiet. If you are on call, say so, and step out to answer.",
)
HOUSE_RULES_NOW = "Now: what would you add?"
IN_BREAK = "The quiet room is open. One of us is here if you want a word."
BREAK_SAID = (
    "This slide moves on by itself, down to the last minute. Look out for anyone who stays in "
    "their seat, or leaves with a coat on. Ask the other trainer how the room is."
)
BACK = "Welcome back"
BACK_SAID = "Begin on time. Ask whether anyone needs anything before you go on."
UNTIL_NEXT = (
    "Leave what you heard here in the room.",
    "If something stays with you tonight, use a number that follows.",
)
AFTERWARDS = (
    "Your workbook is yours. Keep it safe, with nobody's story in it.",
    "Fill in the feedback form. It has no name on it.",
    "If something stays with you, use a number that follows.",
)
AT_THE_END = (
    "Say what comes next. Thank people for their work, and let them go on time.",
    "Stay in the room. Afterwards, sit down together for ten minutes. How are you both?",
)
