"""Components: each turns plain values into one block of HTML that is safe inside Markdown.

A component's words and order are decided here in Python; its template in `templates/` only sets
them out; its style stands in `overrides/assets/css/`.
"""

from peerhub.components.aid import aid_list, aid_planner, aid_request
from peerhub.components.bars import bars
from peerhub.components.callout import CalloutKind, callout
from peerhub.components.cards import LinkCard, cards, home_paths
from peerhub.components.downloads import DownloadLink, downloads
from peerhub.components.drawing import drawing, small_art
from peerhub.components.edition_compare import edition_compare
from peerhub.components.editions import edition_changes, edition_list
from peerhub.components.evaluation_merger import evaluation_merger
from peerhub.components.events import EVENT_KINDS, dated_list, event_list, event_when
from peerhub.components.evidence import cite, reference_list
from peerhub.components.facts import facts
from peerhub.components.fill_in import OTHER_FORMATS, fill_in
from peerhub.components.forces import force_groups
from peerhub.components.indicators import indicator_list
from peerhub.components.inspected import inspection_faults, inspection_table
from peerhub.components.national import (
    force_map,
    force_picture,
    force_table,
    stage_changes,
    stage_counts,
)
from peerhub.components.next_taught import next_taught
from peerhub.components.planner import planner
from peerhub.components.plans import outline, own_plan, session_plan, timetable
from peerhub.components.poster_maker import maker_to_keep, poster_maker
from peerhub.components.posters import (
    Design,
    GalleryForce,
    force_posters,
    poster_forces,
    poster_gallery,
)
from peerhub.components.recalls import recall_list
from peerhub.components.reflection import CheckGroup, journal, own_words, self_check
from peerhub.components.services import (
    first_list,
    help_line,
    nation_choice,
    service_list,
    services_kind,
)
from peerhub.components.services_in import service_list_in
from peerhub.components.side import (
    FileFormat,
    FileRow,
    NextWay,
    PagePart,
    SidePart,
    file_rows,
    fold,
    links,
    side,
    ways,
)
from peerhub.components.standing import StageStep, record_lines, standing, steps
from peerhub.components.strength import strength_table
from peerhub.components.training import (
    bring,
    module_list,
    outcomes,
    strand_picture,
    workshop_list,
)
from peerhub.components.verifier import verifier

__all__ = [
    "EVENT_KINDS",
    "OTHER_FORMATS",
    "CalloutKind",
    "CheckGroup",
    "Design",
    "DownloadLink",
    "FileFormat",
    "FileRow",
    "GalleryForce",
    "LinkCard",
    "NextWay",
    "PagePart",
    "SidePart",
    "StageStep",
    "aid_list",
    "aid_planner",
    "aid_request",
    "bars",
    "bring",
    "callout",
    "cards",
    "cite",
    "dated_list",
    "downloads",
    "drawing",
    "edition_changes",
    "edition_compare",
    "edition_list",
    "evaluation_merger",
    "event_list",
    "event_when",
    "facts",
    "file_rows",
    "fill_in",
    "first_list",
    "fold",
    "force_groups",
    "force_map",
    "force_picture",
    "force_posters",
    "force_table",
    "help_line",
    "home_paths",
    "indicator_list",
    "inspection_faults",
    "inspection_table",
    "journal",
    "links",
    "maker_to_keep",
    "module_list",
    "nation_choice",
    "next_taught",
    "outcomes",
    "outline",
    "own_plan",
    "own_words",
    "planner",
    "poster_forces",
    "poster_gallery",
    "poster_maker",
    "recall_list",
    "record_lines",
    "reference_list",
    "self_check",
    "service_list",
    "service_list_in",
    "services_kind",
    "session_plan",
    "side",
    "small_art",
    "stage_changes",
    "stage_counts",
    "standing",
    "steps",
    "strand_picture",
    "strength_table",
    "timetable",
    "verifier",
    "ways",
    "workshop_list",
]
