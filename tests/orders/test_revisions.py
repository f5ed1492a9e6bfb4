"""What is ordered from the press says its own revision, so a new edition orders nothing anew."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.material_ledger import Revision
from peerhub.orders.briefing import stamped_briefing
from peerhub.orders.cards import cards
from peerhub.orders.drafts import papers
from peerhub.orders.events import event_papers
from peerhub.orders.maker_words import maker_stamp
from peerhub.orders.pictures import specimen
from peerhub.orders.posters import orders
from peerhub.orders.revisions import order_sums
from peerhub.orders.tools import tool_drafts
from peerhub.pages.tools import tool_texts
from tests.nation import record
from tests.projects import ROOT, reworded

FIRST, LATER = dt.date(2026, 11, 23), dt.date(2027, 5, 3)


@pytest.fixture(scope="module")
def held():
    """The real hub, whose ledger holds every word as it is now."""
    found = load(ROOT)
    sums = order_sums(found, tool_texts(found))
    return replace(found, revisions={name: Revision(3, FIRST, one) for name, one in sums.items()})


def ordered(catalogue):
    """Return everything that is sent to the press, in the words it is printed in."""
    drafts = [*tool_drafts(catalogue, tool_texts(catalogue)), *cards(catalogue)]
    return {
        "papers": papers(catalogue, [*drafts, *event_papers(catalogue)]),
        "words": [one.words for one in papers(catalogue, drafts)],
        "posters": orders(catalogue),
        "pictures": [specimen(catalogue, one) for one in catalogue.posters],
        "briefing": stamped_briefing(catalogue),
        "maker": maker_stamp(catalogue),
    }


def raised(before, after):
    return {name for name, one in after.items() if before.get(name) != one}


def sums(catalogue):
    return order_sums(catalogue, tool_texts(catalogue))


def test_a_new_edition_in_which_nothing_changed_orders_the_very_same(held):
    later = replace(held, as_of=LATER, making="2027.1")
    assert ordered(later) == ordered(held)
    assert all(job.stamp.revision == 3 for job in orders(later))


def test_each_thing_that_is_printed_says_its_revision_and_no_edition(held):
    for one in papers(held, [*cards(held), *event_papers(held)]):
        assert one.words["imprint"] == "Peer Support Hub, revision 3, 23 November 2026. CC BY 4.0."
        assert one.stamp.edition == ""
    facts, stamp = stamped_briefing(held)
    assert facts.imprint.startswith("Peer Support Hub, revision 3, 23 November 2026.")
    assert (stamp.revision, stamp.date) == (3, FIRST)


def test_a_force_with_another_mailbox_raises_its_own_posters_and_its_pack_alone(held):
    kent = held.force_by_id["kent"]
    known = record(confirmed_on=FIRST, mailbox="peer.support@kent.police.uk")
    forces = tuple(
        one.model_copy(update={"peer_support": known}) if one is kent else one
        for one in held.forces
    )
    found = raised(sums(held), sums(replace(held, forces=forces)))
    assert found == {
        "briefing",
        "poster-maker",
        "poster-pack/kent",
        *(f"poster/{one.id}/kent" for one in held.posters),
    }


def test_words_in_welsh_raise_nothing_in_english(held):
    first = held.posters[0]
    changed = (reworded(first, "cy", who="Eraill."), *held.posters[1:])
    found = raised(sums(held), sums(replace(held, posters=changed)))
    posters = {name for name in found if name.count("/") == 2}
    assert posters
    assert all(name.endswith("-cy") for name in posters)


def test_words_that_the_ledger_does_not_hold_are_the_next_revision_of_that_day(held):
    first = reworded(held.posters[0], who="Others.")
    changed = replace(held, posters=(first, *held.posters[1:]), as_of=LATER)
    stamps = {job.design.id: job.stamp for job in orders(changed)}
    assert (stamps[first.id].revision, stamps[first.id].date) == (4, LATER)
    other = stamps[held.posters[1].id]
    assert (other.revision, other.date) == (3, FIRST)
