"""The newest WeasyPrint is tried, and what broke is said in plain words."""

from __future__ import annotations

from xml.etree import ElementTree

from setup.next import broken, told

REPORT = """<testsuites><testsuite>
<testcase classname="tests.a" name="test_a_paper_is_the_same_to_the_last_byte"/>
<testcase classname="tests.a" name="test_each_patch_leaves_every_byte_as_it_was[margins of pages]">
<failure message="AssertionError">def test():
&gt;       assert one == other
E       AssertionError: assert b'1' == b'2'
E         At index 0 diff</failure></testcase>
<testcase classname="" name="tests.a"><error message="collection failure">
E   ImportError: cannot import name 'percent' from 'weasyprint.layout'</error></testcase>
</testsuite></testsuites>"""


def test_each_fault_is_a_sentence_with_its_patch_and_cause():
    assert broken(ElementTree.fromstring(REPORT)) == [
        "'each patch leaves every byte as it was' (margins of pages) is no longer so: "
        "At index 0 diff",
        "'tests.a' cannot be tried: ImportError: cannot import name 'percent' from "
        "'weasyprint.layout'",
    ]


def test_what_was_found_says_which_version_and_what_to_do():
    assert told("71.0", "70.0", []) == (
        "WeasyPrint 71.0 is the newest; 70.0 is locked. Every patch works with it, and leaves "
        "every byte as it was."
    )
    assert told("70.0", "70.0", ["a is no longer so: b"]).splitlines() == [
        "WeasyPrint 70.0 is the newest, and the one that is locked.",
        "Mend these in src/peerhub/press/engine/weasyprint_cache.py, or take the patch out:",
        "- a is no longer so: b",
    ]
