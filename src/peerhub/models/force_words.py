"""What the page of a force says beside its facts: the English, by a name for each line.

A language's row in `data/languages.yml` gives the same lines in that language. With them, the
forces of its nations have a page in it.
"""

from __future__ import annotations

from collections.abc import Mapping

FORCE_WORDS: Mapping[str, str] = {
    "lead": "Peer support at {force}: what is recorded, posters to print, and numbers for help.",
    "in_english": "(in English)",
    "posters": "Posters",
    "leave_now": "You can put these up now",
    "leave_unknown": "Nothing is recorded for this force: check first",
    "leave_not_yet": "Not yet",
    "all_posters": "All posters, ZIP",
    "make_one": "Make one with your team's details",
    "no_posters": "No poster is published yet.",
    "talk": "Need to talk now?",
    "more_numbers": "More ways to get help",
    "reach": "How to reach peer support here",
    "supporters": "Trained peer supporters:",
    "stands": "Where this force stands",
    "stage_not_recorded": (
        "This force has not told the hub about its peer support. "
        "That says nothing about what the force does."
    ),
    "stage_working_towards": "This force has confirmed part of what is needed.",
    "stage_peer_support_force": (
        "This force has confirmed both things that the national service asks for."
    ),
    "old": "The record is old. It has to be confirmed again.",
    "selection_criteria_adopted_on": "Agreed recruitment and selection criteria adopted",
    "training_delivered_on": "The specified training delivered",
    "coordinator_in_post_on": "A coordinator, or somebody like one, in post",
    "oh_clinician_trained_on": "An Occupational Health clinician trained in the model",
    "met": "Met",
    "lapsed": "Lapsed",
    "missing": "Not recorded",
    "since": "since",
    "next": "What to do next",
    "do_confirm": "Confirm in writing what is still right.",
    "do_selection_criteria_adopted_on": "Adopt the agreed recruitment and selection criteria.",
    "do_training_delivered_on": "Deliver the specified training to your supporters.",
    "do_coordinator_in_post_on": "Appoint a coordinator, or somebody like one.",
    "do_oh_clinician_trained_on": ("Have an Occupational Health clinician trained in the model."),
    "do_tell": "Tell us what is in place, with a role mailbox to show.",
    "do_offer": "Decide whether your force offers help to other forces, and tell us.",
    "do_keep": "Keep going, and confirm again within 12 months.",
    "renew": "This has lapsed. Renew it, and confirm it.",
    "coming": "Coming up",
    "no_event": "No event for this force or its region is published at the moment.",
    "all_events": "All events and dates",
    "neighbours": "Neighbouring forces",
    "borders": "They share a land border:",
    "crossings": "Joined by a bridge or tunnel:",
    "help": "Help from other forces",
    "no_help": "No force within reach has told the hub that it offers mutual aid.",
    "some_help": "Some forces within reach have told the hub that they offer mutual aid.",
    "who_decides": (
        "Force command and the National Police Coordination Centre (NPoCC) decide on it."
    ),
    "help_list": "Who could be asked, in order",
    "tell": "Tell us what to change",
    "in_writing": "We record only what a force confirms in writing.",
    "write": "Write to us",
    "website": "The force's own website",
    "all_forces": "All forces",
}
"""The lines in English. `{force}` stands for the name of the force."""
