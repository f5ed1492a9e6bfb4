"""The codes of faults. A code names a kind of fault, not a message, and is never used again.

What each means, with a wrong and a right example, stands in `rules/*.yml`.
"""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """One kind of fault. New kinds take the next free number of their group."""

    # Files, and how they are written
    UNREADABLE = "PH001"
    NOT_UTF8 = "PH002"
    MERGE = "PH003"
    SYNTAX = "PH004"
    READ_OTHERWISE = "PH005"
    KEY_TWICE = "PH006"
    INVISIBLE = "PH007"
    CUT_OFF = "PH008"
    CUT_SHORT = "PH009"

    # One record, field by field
    UNKNOWN_KEY = "PH010"
    MISSING_KEY = "PH011"
    WRONG_KIND = "PH012"
    NOT_A_CHOICE = "PH013"
    BADLY_WRITTEN = "PH014"
    SIZE = "PH015"
    CONTRADICTION = "PH016"
    LETTER = "PH017"
    INVENTED_HOST = "PH018"
    TIME = "PH019"
    PHONE = "PH020"
    WRAPPED = "PH021"
    NOT_A_DEFAULT = "PH022"
    SIGN_OFF = "PH023"
    FIT = "PH024"

    # Records beside one another
    NO_SUCH_ID = "PH030"
    TAKEN = "PH031"
    NEIGHBOURS = "PH032"
    UNCHECKED_SOURCE = "PH033"
    FUTURE_CHECK = "PH034"
    PUBLISHED_EVENT = "PH035"
    PRINTED_CODE = "PH036"
    NO_LAYOUT = "PH037"
    LONG_DAY = "PH038"
    NO_EDITION = "PH039"
    SHEET = "PH040"
    ROOM_SHEET = "PH041"
    MODULE_TEXT = "PH042"
    UNUSED_SOURCE = "PH043"
    MODULE_TWICE = "PH044"
    NOT_LOOKED_UP = "PH045"
    GONE_PAGE = "PH046"
    NO_ART = "PH047"
    KNOWLEDGE_CHECK = "PH048"

    # What a text owes its readers
    PERSONAL = "PH050"
    NO_HELP = "PH051"
    HARSH_WORDS = "PH052"
    NO_LIMITS = "PH053"
    HELP_DATA = "PH054"
    NUMBER_TYPED = "PH055"
    OWN_LIMITS = "PH056"
    METHOD = "PH057"
    RECALLED = "PH058"

    # Pages
    FRONT_MATTER = "PH060"
    PAGE_SHAPE = "PH061"
    CALL = "PH062"
    NOT_A_CALL = "PH063"
    ADDRESS_CLASH = "PH064"
    ESSENTIAL_PAGE = "PH065"
    FILE_NAME = "PH066"
    BROKEN_LINK = "PH067"
    BROKEN_FRAGMENT = "PH068"
    MALFORMED_LINK = "PH069"
    RAW_HTML = "PH071"
    PICTURE = "PH072"
    ALT_TEXT = "PH073"
    HEADINGS = "PH074"
    BROKEN_TABLE = "PH075"
    BROKEN_LIST = "PH076"
    SPELLING = "PH077"
    HOUSE_STYLE = "PH078"

    # The parts that pages are made with
    SCRIPT = "PH080"
    STYLE = "PH081"
    TEMPLATE = "PH082"
    SETTINGS = "PH083"
    MISSING_PART = "PH084"
    FURNITURE = "PH085"
    DRAWING = "PH086"

    # Reminders: nothing is wrong yet
    OVERDUE = "PH090"
    LEDGER_BEHIND = "PH091"
    CALENDAR_ENDS = "PH092"
    DAY_TO_COME = "PH093"
