"""What each kind of thing on the hub is: its fields, its rules and its messages."""

from peerhub.models.base import Part, Record
from peerhub.models.briefing import Briefing, BriefingSlide
from peerhub.models.day_words import DayPart, DayWords, SpokenLine
from peerhub.models.drawing import Drawing, DrawnPart
from peerhub.models.event import Event, EventKind, Role
from peerhub.models.event_parts import Booking, Session, Where
from peerhub.models.force import Force, Nation, PeerSupport, Region, Tile
from peerhub.models.indicator import Indicator, IndicatorGroup
from peerhub.models.language import Language
from peerhub.models.marking_sheet import MarkingSheet
from peerhub.models.page import PageMeta
from peerhub.models.poster import Poster
from peerhub.models.reference import Reference
from peerhub.models.search import CrisisWords, Synonym
from peerhub.models.service import UK_NATIONS, Category, Service, UkNation
from peerhub.models.site import Limits, Owner, Site, Stamp
from peerhub.models.thing import Thing, ThingKind
from peerhub.models.tool import Tool, ToolText
from peerhub.models.training import (
    BreakItem,
    LunchItem,
    Module,
    ModuleItem,
    ModuleText,
    RoomSheet,
    SessionItem,
    SheetNeed,
    Step,
    Strand,
    Workshop,
    WorkshopDay,
)

__all__ = [
    "UK_NATIONS",
    "Booking",
    "BreakItem",
    "Briefing",
    "BriefingSlide",
    "Category",
    "CrisisWords",
    "DayPart",
    "DayWords",
    "Drawing",
    "DrawnPart",
    "Event",
    "EventKind",
    "Force",
    "Indicator",
    "IndicatorGroup",
    "Language",
    "Limits",
    "LunchItem",
    "MarkingSheet",
    "Module",
    "ModuleItem",
    "ModuleText",
    "Nation",
    "Owner",
    "PageMeta",
    "Part",
    "PeerSupport",
    "Poster",
    "Record",
    "Reference",
    "Region",
    "Role",
    "RoomSheet",
    "Service",
    "Session",
    "SessionItem",
    "SheetNeed",
    "Site",
    "SpokenLine",
    "Stamp",
    "Step",
    "Strand",
    "Synonym",
    "Thing",
    "ThingKind",
    "Tile",
    "Tool",
    "ToolText",
    "UkNation",
    "Where",
    "Workshop",
    "WorkshopDay",
]
