"""A text that touches distress shows a way to help; privacy comes with its limits."""

from __future__ import annotations

import pytest

from peerhub.catalogue import careful, harsh_words, load
from peerhub.catalogue.safety import unsafe
from peerhub.models import Limits
from tests.projects import ROOT, problems, real_project

FRONT = "---\ntitle: A\ndescription: A page to try.\n---\n"


def told(tmp_path, body: str) -> list[str]:
    (tmp_path / "a.md").write_text(FRONT + body, encoding="utf-8")
    return [issue.as_text().split(": ", 1)[1] for issue in unsafe(tmp_path, {})]


def test_the_real_texts_are_safe():
    assert unsafe(ROOT / "docs", load(ROOT).module_by_id) == []


@pytest.mark.parametrize(
    "word",
    [
        "suicide",
        "Abuse",
        "trauma",
        "self-harm",
        "killed themselves",
        "took her own life",
        "ended his life",
        "sexually assaulted",
        "domestic violence",
        "overdose",
        "postvention",
        "self harm",
        "hurting herself",
        "children at risk",
        "child is at risk",
        "death of a child",
        "child who is at risk",
        "children or adults at risk",
        "adult at risk",
        "child or an adult that may be at risk",
        "self\u2011harm",
    ],
)
def test_a_hard_word_needs_a_way_to_help(tmp_path, word):
    assert told(tmp_path, f"Some talk of {word} here.\n") == [
        f"the page speaks of '{word.lower()}' and shows no way to help. "
        'Add {{ services("urgent") }}, or a link to /support/.'
    ]
    assert told(tmp_path, f"Of {word}. [Need to talk now?](/support/)\n") == []
    assert told(tmp_path, f'Of {word}.\n\n{{{{ services("urgent") }}}}\n') == []


def test_a_fault_has_its_line_and_column(tmp_path):
    (tmp_path / "a.md").write_text(FRONT + "Fine.\n\nThis is on suicide.\n", encoding="utf-8")
    (issue,) = unsafe(tmp_path, {})
    assert (issue.line, issue.column) == (7, 12)


@pytest.mark.parametrize("word", ["hanged himself", "took an overdose", "suicide note"])
def test_a_way_of_dying_is_refused(tmp_path, word):
    assert told(tmp_path, f"He {word}. [Need to talk now?](/support/)\n") == [
        f"'{word}' tells how somebody dies or harms themselves. "
        "Leave out how and where: say that a person died, and whom to call."
    ]


SHORT = "someone is at risk, it has to be reported, or the law says so"
LIMITS = Limits(short=SHORT, full=("someone is at risk",), opening=f"It stays, unless {SHORT}.")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("unless someone is at risk or the law says so.", True),
        ("if somebody is at risk, if I must report it,\nor if the law says so.", True),
        (f"unless {SHORT}.", False),
        ("unless " + SHORT.replace(", or", ",\nor") + ".", False),
        ("if someone is at risk. The law is dull.", False),
        ("unless {{ limits() }}.", False),
    ],
)
def test_the_limits_are_told_in_one_wording(tmp_path, said, wrong):
    (tmp_path / "a.md").write_text(f"{FRONT}It is confidential {said}\n", encoding="utf-8")
    found = [one.as_text() for one in unsafe(tmp_path, {}, LIMITS)]
    assert [f"Write: {SHORT}." in one for one in found] == [True] * wrong


def test_privacy_needs_its_limits(tmp_path):
    assert told(tmp_path, "It is confidential.\n") == [
        "'confidential' stands here without its limits. Say when something has to be shared: "
        "risk to someone, a duty to report, the law."
    ]
    assert told(tmp_path, "It is confidential, unless someone is at risk.\n") == []


LIMITLESS = (
    "'confidential' stands here without its limits. Say when something has to be shared: "
    "risk to someone, a duty to report, the law."
)


@pytest.mark.parametrize(
    "body",
    [
        "Everything you say is confidential. Bring lunch unless you eat out.",
        "It is confidential. Keep to the time limits.",
        "## One\n\nIt is confidential.\n\n## Two\n\nNot if someone is at risk.",
    ],
)
def test_limits_stand_near_the_promise_and_are_limits_of_privacy(tmp_path, body):
    assert told(tmp_path, body + "\n") == [LIMITLESS]


def test_a_link_to_the_limits_will_do(tmp_path):
    assert told(tmp_path, "Sign the [confidential form](/guidance/confidentiality/).\n") == []


def test_an_absolute_promise_is_refused_and_warning_of_one_is_not(tmp_path):
    assert told(tmp_path, "Talks are 100% confidential, within limits.\n") == [
        "'100% confidential' promises what nobody can keep. Say what stays private, and its limits."
    ]
    assert told(tmp_path, "Never say it is completely confidential. It has limits.\n") == []


@pytest.mark.parametrize(
    ("body", "promise"),
    [
        ("Don't worry, it is 100% confidential, with limits.", "100% confidential"),
        ('Say: "It is strictly confidential." It has limits.', "strictly confidential"),
        ("We give **complete confidentiality**, with limits.", "complete confidentiality"),
    ],
)
def test_an_absolute_promise_is_found_in_other_words(tmp_path, body, promise):
    assert told(tmp_path, body + "\n") == [
        f"'{promise}' promises what nobody can keep. Say what stays private, and its limits."
    ]


def test_blaming_words_are_refused(tmp_path):
    said = told(tmp_path, "He committed suicide. [Help](/support/)\n")
    assert said == ["'committed suicide' sounds like a crime. Write 'died by suicide'."]


def test_addresses_and_calls_are_not_read_as_words(tmp_path):
    assert told(tmp_path, '[A page](/trauma/) and {{ cite("trauma-2020") }}.\n') == []


def test_a_module_without_a_content_note_or_signposts_is_named(tmp_path):
    root = real_project(tmp_path)
    text = root / "docs/train/modules/listening.md"
    text.write_text(
        text.read_text(encoding="utf-8")
        .replace('{{ services("urgent") }}', "")
        .replace("/support/", "/train/"),
        encoding="utf-8",
    )
    data = root / "data/modules.yml"
    before, module, after = data.read_text(encoding="utf-8").partition("- id: listening\n")
    note = after.index("  content_note:")
    end = after.index("  evidence:")
    data.write_text(before + module + after[:note] + after[end:], encoding="utf-8")
    said = problems(root)
    assert len(said) == 2
    assert all("docs/train/modules/listening.md:" in line for line in said)
    assert "shows participants no way to help" in " ".join(said)
    assert "without a content note" in " ".join(said)


def changed(root, file: str, old: str, new: str) -> list[str]:
    """Put one thing in the place of another in a file, and return what the check says then."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return problems(root)


def place_of(root, file: str, words: str) -> str:
    """Return `file:line:column` of words that stand in a file."""
    before, _, _ = (root / file).read_text(encoding="utf-8").partition(words)
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("data/modules.yml", "Offer ideas, ask about anything unclear"),
        ("data/workshops.yml", "Names, access needs and breaks"),
        ("data/events.yml", "A day for honest conversations"),
        ("data/posters.yml", "Says what a peer supporter does"),
        ("data/services.yml", "Immediate danger to life"),
    ],
)
def test_the_words_of_data_are_read_too(tmp_path, file, old):
    root = real_project(tmp_path)
    said = changed(root, file, old, "He committed suicide. This is 100% confidential. " + old)
    found = {line for line in said if "Write 'died by suicide'" in line}
    assert found == {
        f"{place_of(root, file, 'committed suicide')}: "
        "'committed suicide' sounds like a crime. Write 'died by suicide'."
    }
    promise = place_of(root, file, "100% confidential")
    assert f"{promise}: '100% confidential' promises what nobody can keep." in " ".join(said)


def test_privacy_in_data_needs_its_limits_in_the_same_record(tmp_path):
    root = real_project(tmp_path)
    data = "data/workshops.yml"
    said = changed(root, data, "    - session: Private words", "    - session: In confidence now")
    assert said == [
        f"{place_of(root, data, 'In confidence')}: 'in confidence' stands here without its limits. "
        "Say when something has to be shared: risk to someone, a duty to report, the law."
    ]


def test_a_module_whose_steps_alone_speak_of_suicide_needs_a_way_to_help(tmp_path):
    step = "Ask about suicide."
    body = "Fine.\n\n## Trainer notes\n\n### If someone is distressed\n\nStay.\n"
    (tmp_path / "train/modules").mkdir(parents=True)
    (tmp_path / "train/modules/listening.md").write_text(FRONT + body, encoding="utf-8")
    module = load(ROOT).module_by_id["listening"]
    steps = (module.steps[0].model_copy(update={"trainer": step}),)
    mild = {"outcomes": ("Show it",), "summary": "Fine.", "content_note": "One hard word."}
    hard = module.model_copy(update={"steps": steps, **mild})
    said = [issue.as_text() for issue in unsafe(tmp_path, {"listening": hard})]
    assert [line.split(":", 1)[1] for line in said] == [
        "5:1: the module speaks of 'suicide' and shows participants no way to help. "
        'Add {{ services("urgent") }} above the trainer notes.'
    ]


def test_a_module_that_needs_a_distress_protocol_has_one(tmp_path):
    root = real_project(tmp_path)
    file = "docs/train/modules/listening.md"
    said = changed(root, file, "### If someone is distressed", "### Other things")
    assert said == [
        f"{place_of(root, file, '## Trainer notes')}: the module speaks of 'traumatic' and does "
        "not tell trainers what to do if someone is distressed. "
        "Add the heading '### If someone is distressed', and what to do, to the trainer notes."
    ]


def test_every_module_has_600_words_and_there_are_30_of_them():
    found = load(ROOT)
    assert len(found.modules) >= 30
    for identity, text in found.texts.items():
        assert len(f"{text.participant} {text.trainer}".split()) >= 600, identity


def test_a_day_past_six_in_the_evening_is_one_line(tmp_path):
    root = real_project(tmp_path)
    data = root / "data/workshops.yml"
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace('start: "09:30"', 'start: "15:30"', 1), encoding="utf-8")
    (said,) = problems(root)
    assert said.startswith("data/workshops.yml:")
    assert "the day 'Day 1' of 'supporter-foundations' ends at" in said
    assert "after 18:00. Take out" in said


def test_a_module_over_its_time_and_an_unknown_strand_are_a_line_each(tmp_path):
    root = real_project(tmp_path)
    data = root / "data/modules.yml"
    text = data.read_text(encoding="utf-8")
    text = text.replace("  minutes: 90\n", "  minutes: 95\n", 1)
    text = text.replace("  strand: champion\n", "  strand: champian\n", 1)
    data.write_text(text, encoding="utf-8")
    said = problems(root)
    assert any("the steps take 90 minutes but the module says 95" in line for line in said)
    assert any("champian" in line or "strand" in line for line in said)
    assert len(said) == 2


@pytest.mark.parametrize(
    "said",
    [
        *("committed SUICIDE", "Hang himself", "shot themselves", "gassed\nherself", "a ligature"),
        *("nooſe", "jumping in front of", "slit her wrists", "took an overdose", "suicide note"),
        *("100% confidential", "fully private", "always secret", "complete confidentiality"),
        *("total privacy", "guaranteed secrecy"),
    ],
)
def test_what_is_looked_for_quickly_lets_nothing_through(said):
    """Texts are searched for parts of words first; whatever a pattern finds has one of these."""
    assert any(one.search(said) for one in (careful.BLAMING, harsh_words.METHOD, careful.ABSOLUTE))
    assert len(careful.harsh(f"Then {said} was told.")) == 1
