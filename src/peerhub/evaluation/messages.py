"""What is said of a sheet that is refused, and of a file's properties; by code, for every reader.

Each says what is wrong and then what to do. A value stands in braces where its reader puts one. No
cell's words are ever repeated, since they may name somebody.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from peerhub.evaluation.layout import FEWEST_FORCES, HIDDEN_COUNT, LARGEST_COUNT, READ_FIRST
from peerhub.questions.disclosure import SMALLEST_COUNT

_FRESH = "copy the figures into a fresh sheet of the kit"
_NUMBER = f"write a whole number, or the words {HIDDEN_COUNT}"

MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "too-large": "the file is too large for a sheet of the kit; ask for a fresh sheet, with "
        "figures alone in it",
        "unreadable": "the file cannot be opened here; ask for the right to read it, or save it "
        "again",
        "password": "the file has a password, or the format of an Excel before 2007; ask for it "
        "without a password, as ODS or XLSX",
        "not-a-sheet": "this is no ODS or XLSX spreadsheet; ask for the sheet of the kit",
        "damaged": "the file is damaged and cannot be read; ask the force to save it again and to "
        "send it again",
        "macro": f"there is a macro in the file; do not open it, and {_FRESH}",
        "outside": f"the file leads to another place; {_FRESH}",
        "embedded": "a picture or another file is embedded in the file; take it out, and save it "
        "again",
        "history": f"the file remembers earlier changes, and who made them; {_FRESH}",
        "tab-missing": f"the tab {{tab}} is missing; {_FRESH}, and keep all of its tabs",
        "tab-extra": "there is a tab that is not of the kit; look at what it holds, and take it "
        "out",
        "tab-hidden": "this tab is hidden; show it, and look at what it holds",
        "hidden-row": "this row is hidden; show it, and look at what it holds",
        "hidden-column": "this column is hidden; show it, and look at what it holds",
        "merged": f"cells are joined here, and something may stand below them; {_FRESH}",
        "note": "a note hangs on this cell, and could name somebody; delete it",
        "kit": f"the sheet is not of revision {{kit}} of the kit; {_FRESH} of that revision",
        "altered": f"the kit's own words were changed here; {_FRESH}",
        "not-empty": "something stands where nothing belongs, and could name somebody; empty the "
        "cell",
        "force-missing": f"no force is named; the tab {READ_FIRST} says how to name it",
        "force-unknown": f"no force has this id; the tab {READ_FIRST} says where ids stand",
        "force-unread": "the list with this force could not be fetched; see that you are "
        "connected, and add the file again",
        "day-missing": "there is no day; write it as 2026-12-31 is written",
        "day-wrong": "this is no day; write it as 2026-12-31 is written",
        "days-backwards": "the last day is before the first; put both right",
        "not-a-number": f"this is no number, and could name somebody; {_NUMBER}",
        "negative": f"a count is never below 0; {_NUMBER}",
        "fraction": f"this is no whole number; {_NUMBER}",
        "small": f"a count from 1 to {SMALLEST_COUNT - 1} could point to somebody; write "
        f"{HIDDEN_COUNT} in its place",
        "unlikely": f"a count of more than {LARGEST_COUNT:,} is unlikely; look again, and write "
        "what was counted",
        "gap": "this group is empty and others of its indicator are not; fill in all of them, or "
        "none",
        "total": f"the total does not say {{expected}}, as its groups ask for; {_FRESH}, which "
        "works it out",
        "period": "the other sheets are from {from} to {to}; ask for the same days",
        "twice": "the same force stands in {others} too; keep the right one, and take the other "
        "away",
        "saved-by": "the file's properties hold a name; it is not carried over. Ask the force to "
        "take it out before it sends a sheet",
        "too-few": f"Only {{found}} of the sheets can be used, and a picture takes {FEWEST_FORCES} "
        "forces or more; ask for the rest, or for those that are left out",
    }
)
"""By code. `{expected}` is a number, `withheld` or `empty`; `{from}` and `{to}` are days."""

NO_TOTAL = "empty"
"""What a total should be, in words, when nothing of its indicator was collected."""
