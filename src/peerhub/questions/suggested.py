"""What is our own suggestion, in the words in which pages, slides and papers say so."""

from __future__ import annotations

_OWN = "is our own suggestion. The National Police Wellbeing Service has not published"
_MODULE = f"This module {_OWN} a module list"

MODULE = f"{_MODULE}."
MODULE_TO_AGREE = f"{_MODULE}, so check with your coordinator what your force has agreed to use."
BRIEFING = f"This briefing {_OWN} it. Change what is not true where you work, and keep the limits."
WORKSHOP = f"This workshop {_OWN} the length or the content of its courses."
