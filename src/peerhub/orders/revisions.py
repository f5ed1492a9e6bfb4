"""The sum of the words of everything that is ordered from the press, by its name in the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from peerhub.catalogue import Catalogue
from peerhub.models import ToolText
from peerhub.orders.briefing import briefing_sums
from peerhub.orders.bundles import pack_sums
from peerhub.orders.cards import cards
from peerhub.orders.drafts import sums
from peerhub.orders.events import event_papers
from peerhub.orders.maker_words import maker_sums
from peerhub.orders.pictures import specimen_sums
from peerhub.orders.posters import poster_sums
from peerhub.orders.tools import tool_drafts
from peerhub.questions.revised import Sums


def order_sums(catalogue: Catalogue, tools: Sequence[ToolText]) -> Sums:
    """Return the sums of tools, cards, papers of events, the briefing, posters and their packs."""
    drafts = chain(tool_drafts(catalogue, tools), cards(catalogue), event_papers(catalogue))
    posters = poster_sums(catalogue)
    return {
        **sums(drafts),
        **briefing_sums(catalogue),
        **posters,
        **specimen_sums(catalogue),
        **pack_sums(catalogue, posters),
        **maker_sums(catalogue, posters),
    }
