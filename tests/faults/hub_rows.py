"""A hundred and more faults in the real hub: the file, what stands there, what comes, the code.

The sign « in the planted text is taken out; it marks the line and column at which it is to be told.
Where nothing stands there (None), the file is new. Each is planted alone.
"""

from __future__ import annotations

NBSP, ZERO, SOFT, BOM = "\u00a0", "\u200b", "\u00ad", "\ufeff"
(EVENTS, EVIDENCE, FORCES, LANGUAGES, MODULES, POSTERS, SEARCH, SERVICES, SITE, SHOPS, DRAWN) = (
    f"data/{name}.yml"
    for name in (
        "events evidence forces languages modules posters search services site workshops drawings"
    ).split()
)
SUPERVISION, USING, HELP, PROOF, LISTEN = (
    f"docs/{name}.md"
    for name in (
        "guidance/supervision",
        "about/using",
        "support",
        "evidence",
        "train/modules/listening",
    )
)
TALK, WOMEN = "  title: Time to Talk Day\n", "  title: International Women's Day\n"
WHY = "## Why it comes first\n\n"
HEAD = "review_by: 2027-11-23\ntools:\n"
LINE = "  phone: 116 123\n"
NEW = """\
---
title: Rotas
description: How a network shares its hours fairly.
owner: hub-editors
review_by: 2027-11-23
---

This page helps a coordinator to share the hours of a network.
{: .lead }

## What to do next

Read [who to call](/support/).
"""

WORDS_IN_DATA = [
    (
        EVENTS,
        "make time for a brew and",
        "make time for a brew, see «www.mind.org.uk, and",
        "PH069",
    ),
    (EVENTS, "make time for a brew and", "make time on «mind.org.uk for a brew and", "PH069"),
    (EVENTS, "A day for honest conversations", "A day for «“honest conversations", "PH017"),
    (
        MODULES,
        "  title: What peer support is and is not",
        "  title: «WHAT PEER SUPPORT IS",
        "PH078",
    ),
    (MODULES, "  - Sort ten requests into", "  - Sort «TBC requests into", "PH078"),
    (MODULES, "  - Sort ten requests into", "  - Sort «[insert number] requests into", "PH078"),
    (MODULES, "  - Sort ten requests into", "  - Sort «the the requests into", "PH077"),
    (MODULES, "  - Sort ten requests into", "  - Sort ten «reqeusts into", "PH077"),
    (SHOPS, "Names, access needs, fire exits", "Names, acc«â€™ess needs, fire exits", "PH017"),
    (
        SHOPS,
        "One thing each person will do",
        "One thing «[Comment JB1] each person will do",
        "PH078",
    ),
    (EVENTS, "make time for a brew and", "make time on «31 February 2027 and", "PH019"),
    (EVENTS, "make time for a brew and", "meet on «04/02/2027 and", "PH078"),
    (EVIDENCE, "  finding: Long report behind", "  finding: «ﬁrst report behind", "PH017"),
    (SERVICES, "what: Listening, any time, about", "what: Listening at «25:00, about", "PH019"),
    (
        POSTERS,
        "  summary: Says what a peer supporter does, how to reach one",
        "  summary: Says, on «https://force.sharepoint.com/sites/a, how to reach one",
        "PH069",
    ),
    (DRAWN, "says: Each request goes into", "says: Each «organization goes into", "PH077"),
    (SITE, "opening: >-\n      I've got", "opening: >-\n      «TODO I've got", "PH078"),
]
WORD_AND_EXCEL = [
    (EVENTS, TALK, f"  title:«{NBSP}Time to Talk Day\n", "PH007"),
    (EVENTS, TALK, f"  title: Time to Ta«{ZERO}lk Day\n", "PH007"),
    (EVENTS, TALK, f"  title: Time to Ta«{SOFT}lk Day\n", "PH007"),
    (EVENTS, TALK, "  title: «‘Time to Talk Day’\n", "PH005"),
    (SUPERVISION, WHY, WHY + f"A le«{ZERO}tter.\n\n", "PH007"),
    (SUPERVISION, WHY, WHY + "«•\tone\n•\ttwo\n\n", "PH076"),
    (SUPERVISION, WHY, WHY + "«§ one\n§ two\n\n", "PH076"),
    (SUPERVISION, WHY, WHY + "«Role\tHours\nClinician\t4\n\n", "PH075"),
    (SUPERVISION, WHY, WHY + '«<p class="MsoNormal"><o:p></o:p>Hello</p>\n\n', "PH071"),
    (SUPERVISION, WHY, WHY + "«| a | b |\n| 1 | 2 |\n\n", "PH075"),
    (SUPERVISION, WHY, WHY + "| a | b |\n|---|---|\n«| 1 | 2 | 3 |\n\n", "PH075"),
    (SUPERVISION, WHY, WHY + "Ask «Error! Reference source not found. first.\n\n", "PH078"),
    (EVENTS, "date: 2027-02-04", "date: «04/02/2027", "PH014"),
    (EVENTS, "date: 2027-02-04", "date: «46057", "PH012"),
    (EVENTS, "date: 2027-02-04", "date: «Thursday 4 February 2027", "PH014"),
    (EVENTS, "date: 2027-02-04", 'date: 2027-02-04\n  start: «"9.30am"\n  end: "11:00"', "PH019"),
    (SERVICES, LINE, "  phone: «116123.0\n", "PH012"),
    (SERVICES, LINE, "  phone: «+44 116 123\n", "PH020"),
    (SERVICES, LINE, "  phone: «116 I23\n", "PH020"),
    (EVIDENCE, "  year: 2012", "  year: «12", "PH015"),
]
YAML = [
    (EVENTS, TALK, "  title:«Time to Talk Day\n", "PH004"),
    (EVENTS, TALK, "  title: Time to Talk«: the day\n", "PH004"),
    (EVENTS, TALK, '  title: «"Time to Talk Day\n', "PH004"),
    (EVENTS, TALK, "   «title: Time to Talk Day\n", "PH004"),
    (EVENTS, TALK, "«\ttitle: Time to Talk Day\n", "PH004"),
    (EVENTS, TALK, "  title: «&Time to Talk Day\n", "PH004"),
    (EVENTS, TALK, "  title: Time to Talk Day «#5\n", "PH008"),
    (EVENTS, TALK, TALK + "  «title: Again\n", "PH006"),
    (EVENTS, TALK, "  «Title: Time to Talk Day\n", "PH010"),
    (EVENTS, TALK, "«<<<<<<< HEAD\n  title: A\n=======\n" + TALK + ">>>>>>> patch\n", "PH003"),
    (EVENTS, "- id: time-to-talk-day-2027", "-«id: time-to-talk-day-2027", "PH004"),
    (EVENTS, "- id: time-to-talk-day-2027\n", "- «{}\n- id: time-to-talk-day-2027\n", "PH011"),
    (FORCES, "  neighbours:\n  - devon", "  neighbours: devon-and-cornwall\n  «- devon", "PH004"),
    (FORCES, "    row: 7\n    col: 3", "    row: «seven\n    col: 3", "PH012"),
    (
        SEARCH,
        "words: [rota, roster, duty rota, on call, availability, shift cover]",
        "words: «[rota, roster, duty rota, on call, availability, shift cover",
        "PH004",
    ),
    (POSTERS, "  - {code: T1, until", "  - «{code: T1 until", "PH004"),
]
VALUES = [
    (EVENTS, "kind: observance", "kind: «observence", "PH013"),
    (EVENTS, "status: planned", "status: «canceled", "PH013"),
    (EVENTS, "status: planned", "status: «Planned", "PH013"),
    (EVENTS, "date: 2027-02-04", "date: «2027-02-29", "PH005"),
    (EVENTS, "date: 2027-02-04", "date: 2027-02-04\n  end_date: «2027-02-01", "PH016"),
    (EVENTS, "revision: 0", "revision: «0.5", "PH012"),
    (EVENTS, "source: https://www.time", "source: «www.time", "PH014"),
    (EVENTS, "source: https://www.time", "source: «htps://www.time", "PH014"),
    (EVENTS, TALK, "  title: «Time to Talk Day 💙\n", "PH017"),
    (EVENTS, "audience: Everyone in policing", "audience: «Ask jo.bloggs@kent.police.uk", "PH050"),
    (EVENTS, "audience: Everyone in policing", "audience: «Ring 07911 123456", "PH050"),
    (SERVICES, LINE, "  phone: «116 12\n", "PH020"),
    (SERVICES, LINE, LINE + "  «email: jo@gmail.com\n", "PH010"),
    (SERVICES, "publish: after-check", "publish: «maybe", "PH013"),
    (SERVICES, "last_checked: 2026-11-01", "last_checked: «2031-11-01", "PH034"),
    (SERVICES, "  nations:\n  - England\n", "  nations:\n  - «Englnad\n", "PH013"),
    (SERVICES, "url: https://www.samaritans.org/\n", "url: «http://samaritans\n", "PH014"),
    (FORCES, "code: BED", "code: «AVS", "PH031"),
    (FORCES, "code: AVS", "code: «avs", "PH014"),
    (FORCES, "  - dorset\n", "  - «dorsett\n", "PH030"),
    (FORCES, "rocu: SWROCU", "rocu: «SWROKU", "PH013"),
    (MODULES, "  minutes: 90\n", "  minutes: «95\n", "PH016"),
    (MODULES, "    method: pairs\n", "    method: «pair\n", "PH013"),
    (MODULES, "evidence: [creamer-2012,", "evidence: [«creamer-2021,", "PH030"),
    (MODULES, "    drawing: four-piles", "    drawing: «four-pile", "PH030"),
    (SHOPS, "- module: confidentiality\n", "- module: «confidentialty\n", "PH030"),
    (SHOPS, '    start: "09:30"\n', '    start: «"9:30"\n', "PH019"),
    (SHOPS, '    start: "09:30"\n', "    start: «09:30\n", "PH005"),
    (SHOPS, "  forms: [attendance,", "  forms: [«attendence,", "PH013"),
    (POSTERS, "sizes: [a4, a3, a3-shop", "sizes: [a4, «a3+, a3-shop", "PH013"),
    (POSTERS, "      title: Talk to a peer", "      «titel: Talk to a peer", "PH010"),
    (LANGUAGES, "[Ionawr, Chwefror, Mawrth", "«[Ionawr, Mawrth", "PH015"),
    (SITE, "dated: 2026-11-23", "dated: «23 November 2026", "PH014"),
    (SITE, "mailbox: contact@oscarkilo.org.uk", "mailbox: «jo.bloggs@oscarkilo.org.uk", "PH050"),
    (DRAWN, "{art: take, label", "{art: «tkae, label", "PH047"),
    (
        SEARCH,
        "leads_to: /guidance/roles/coordinator/",
        "leads_to: «/guidance/role/coordinator/",
        "PH030",
    ),
]
PAGES = [
    (SUPERVISION, WHY, WHY + "[who to call](«/suport/)\n\n", "PH067"),
    (SUPERVISION, WHY, WHY + "[who to call](«/support/#urgnt)\n\n", "PH068"),
    (SUPERVISION, WHY, WHY + "[who to call](«htp://www.gov.uk)\n\n", "PH069"),
    (SUPERVISION, WHY, WHY + "«[who to call] (https://www.gov.uk)\n\n", "PH069"),
    (SUPERVISION, WHY, WHY + "«[](https://www.gov.uk)\n\n", "PH069"),
    (SUPERVISION, WHY, WHY + "[a](«javascript:alert(1))\n\n", "PH069"),
    (SUPERVISION, WHY, WHY + "«<script>alert(1)</script>\n\n", "PH071"),
    (SUPERVISION, WHY, WHY + "![A tree](«tree.png)\n\n", "PH072"),
    (SUPERVISION, WHY, "«#### Too deep\n\n" + WHY, "PH074"),
    (SUPERVISION, WHY, "«# Another title\n\n" + WHY, "PH074"),
    (SUPERVISION, WHY, "«##No space\n\n" + WHY, "PH074"),
    (SUPERVISION, WHY, WHY + "Some words:\n«- one\n- two\n\n", "PH076"),
    (SUPERVISION, WHY, WHY + 'See {{ cite("«creamer-2021") }}.\n\n', "PH030"),
    (SUPERVISION, WHY, WHY + "See «{{ services() if x }}.\n\n", "PH063"),
    (SUPERVISION, WHY, WHY + "She «committed suicide.\n\n", "PH052"),
    (SUPERVISION, WHY, WHY + "It is «100% confidential.\n\n", "PH052"),
    (SUPERVISION, WHY, WHY + "Ring «116 123 first.\n\n", "PH055"),
    (SUPERVISION, WHY, WHY + "Write to «jo.bloggs@kent.police.uk.\n\n", "PH050"),
    (SUPERVISION, WHY, WHY + "A «programe for all.\n\n", "PH077"),
    (SUPERVISION, WHY, WHY + "On «Monday 4 February 2027 we meet.\n\n", "PH019"),
    (SUPERVISION, HEAD, "«reveiw_by: 2027-11-23\ntools:\n", "PH010"),
    (SUPERVISION, HEAD, "review_by: «next year\ntools:\n", "PH014"),
    (SUPERVISION, HEAD, HEAD.replace("tools", "moved_from: [«/support/]\ntools"), "PH064"),
    (
        SUPERVISION,
        "description: How to look after peer supporters, with a plan for supervision and what to do"
        " on a bad day.",
        "description:«",
        "PH012",
    ),
    ("docs/guidance/My New Page.md", None, f"«{NEW}", "PH066"),
    ("docs/forces/kent.md", None, f"«{NEW}", "PH064"),
    ("docs/guidance/plan.docx", None, "«PK", "PH066"),
    (LISTEN, "## What listening gives", "## What listening «💬 gives", "PH017"),
    (LISTEN, "<!-- end of sheet -->", "«<!-- end of shet -->", "PH071"),
    ("docs/cy/support.md", "twin: /support/", "twin: «/suport/", "PH067"),
    ("docs/cy/support.md", "translation: draft", "translation: «checked", "PH016"),
    (USING, "| --- | --- |\n", "«| --- |\n", "PH075"),
]
PARTS = [
    ("materials/training/handout.html", "{{ module.title }}", "{{ «modul.title }}", "PH082"),
    ("materials/tools/tool.html", "{{ title }}", "{{ «titel }}", "PH082"),
    ("overrides/partials/urgent.html", "</", "«</x></", "PH082"),
    ("mkdocs.yml", "site_name: Peer", "«site_nam: Peer", "PH083"),
    ("mkdocs.yml", "strict: true", "strict: «false", "PH083"),
    ("mkdocs.yml", "  - tables\n", "  - «tabels\n", "PH083"),
    ("overrides/assets/css/20-base.css", "{\n", "{\n  «colr: red;\n", "PH081"),
    ("data/ledger/addresses.txt", "/cy/support/", "«/cy/suport/", "PH046"),
]
ALSO = [
    (EVENTS, "- id: international-womens-day-2027", "- id: «time-to-talk-day-2027", "PH031"),
    (EVENTS, "  owner: hub-editors", "  owner: «hub-editor", "PH030"),
    (EVENTS, "  review_by: 2027-09-01", "  review_by: «2027-09-31", "PH005"),
    (EVENTS, "rule: First Thursday in February", "rule: «First Thirsday in February", "PH016"),
    (EVIDENCE, "doi: 10.1002/jts.21685", "doi: «https://doi.org/10.1002/jts.21685", "PH014"),
    (EVIDENCE, "  confidence: high", "  confidence: «hihg", "PH013"),
    (EVIDENCE, "- id: mhcc-2013", "- id: «mhcc-2031", "PH030"),
    (FORCES, "nation: England", "nation: «Engalnd", "PH013"),
    (FORCES, "website: https://www.avon", "website: «http://www.avon", "PH014"),
    (FORCES, "name: Avon and Somerset Police", "name:« #", "PH012"),
    (MODULES, "strand: supporter", "strand: «suporter", "PH013"),
    (MODULES, "    priority: must", "    priority: «most", "PH013"),
    (MODULES, "    minutes: 8\n", "    minutes: «eight\n", "PH012"),
    (MODULES, "    sheets: [Request cards,", "    sheets: [«Requests cards,", "PH041"),
    (
        MODULES,
        "content_note: >-\n    One",
        "content_note: >-\n    He «hanged himself. One",
        "PH057",
    ),
    (SHOPS, "    - break: 15\n", "    - break: «fifteen\n", "PH012"),
    (SHOPS, '    start: "09:30"', '    start: «"12:30"', "PH038"),
    (SHOPS, "    - break: 15\n", "    - module: «what-peer-support-is\n", "PH044"),
    (SHOPS, "  art: two-chairs", "  art: «two-chair", "PH047"),
    (SHOPS, "    evidence: [nice-ng116]", "    evidence: [«nice-ng161]", "PH030"),
    (POSTERS, "  - {code: T1, until: 2027", "  - {code: «T2, until: 2027", "PH031"),
    (POSTERS, "requires: trained-supporters", "requires: «trained supporters", "PH013"),
    (
        POSTERS,
        "limits: Talks stay private, unless",
        "limits: Talks are «100% private, not if",
        "PH052",
    ),
    (POSTERS, "      - Need to\n", "      «- Would you perhaps like to come and\n", "PH024"),
    (LANGUAGES, "    code: Cod\n", "    code:«\n", "PH012"),
    (
        LANGUAGES,
        "  poster:\n    translation: draft",
        "  poster:\n    translation: «drafft",
        "PH013",
    ),
    (SERVICES, "  phone: '111'", "  phone: «'112", "PH004"),
    (SERVICES, "  publish: 'yes'\n", "  publish: «yes\n", "PH005"),
    (SITE, "edition: '2026.1'", "edition: «2026.1", "PH012"),
    (SITE, "address: https://peer", "address: «http://peer", "PH014"),
    (SEARCH, "- id: rota\n", "- id: «Rota\n", "PH014"),
    (DRAWN, "  shape: trays", "  shape: «tray", "PH013"),
    (DRAWN, "label: Take it,", "label: «Take it now and keep it for a while,", "PH014"),
    (HELP, '{{ services("danger") }}', '«{{ services("dangr") }}', "PH062"),
    (HELP, "[Choose where you are](#by-nation)", "[Choose where you are](«#by-natoin)", "PH068"),
    (HELP, "The relay number is 18000.", "The relay number is 18000, or «0800 123 45.", "PH020"),
    (PROOF, "{{ evidence_strength() }}", "«{{ evidence_strenght() }}", "PH062"),
    (PROOF, '{{ cite("iacp-2016") }}', "«{{ cite(iacp-2016) }}", "PH063"),
    (PROOF, "## In short\n", "## In short\n\n«## In short\n", "PH074"),
    (LISTEN, '{{ drawing("five-skills") }}', '«{{ drawing("five-skils") }}', "PH062"),
    (LISTEN, "<!-- sheet: Five skills -->", "«<!-- shet: Five skills -->", "PH071"),
    (USING, "- **Copy** anything", "- «**Copy anything", "PH078"),
    (USING, "owner: hub-editors", "owner: «hub-editers", "PH030"),
    ("docs/index.md", "---\n", "«--\n", "PH060"),
    (
        "docs/about/glossary.md",
        "{: .lead }\n",
        "{: .lead }\n\n![Two chairs](«/assets/Chairs.PNG)\n",
        "PH072",
    ),
    ("docs/cy/support.md", "lang: cy", "lang: «cyy", "PH066"),
    ("docs/guidance/launch.md", "owner: hub-editors", "lang: «fr\nowner: hub-editors", "PH066"),
    (
        "docs/guidance/launch.md",
        "- Supporters are",
        "- Ring «+44 300-131 2789. Supporters are",
        "PH055",
    ),
    ("data/helplines.yml", None, "«services: []", "PH066"),
    ("docs/guidance/records.md", "  - The tally sheet\n", "  - «The tally sheets\n", "PH061"),
    (FORCES, "  code: GWE\n", "  code: GWE\n  aliases: [«Cambs]\n", "PH031"),
    ("overrides/assets/js/events.js", "const ", "«cosnt ", "PH080"),
    ("overrides/partials/head.html", "{% if", "{% «fi", "PH082"),
    ("materials/drawings/lock.svg", "</svg>", "</«svgg>", "PH086"),
]
FAULTS = [*ALSO, *WORDS_IN_DATA, *WORD_AND_EXCEL, *YAML, *VALUES, *PAGES, *PARTS]
