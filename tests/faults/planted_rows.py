"""Faults planted one by one: what stood there, what stands there now, and the code of the fault.

The sign « in the planted text is taken out; it marks the line and column at which it is to be told.
"""

from __future__ import annotations

NBSP, SOFT = "\u00a0", "\u00ad"
EVENTS, FORCES, SERVICES, SITE, PAGE = (
    "data/events.yml",
    "data/forces.yml",
    "data/services.yml",
    "data/site.yml",
    "docs/records.md",
)

WEST = "  website: https://www.west"
EAST = "  type: territorial\n  region: north\n  website: https://www.east"
CONFIRMED = """\
  tile: {row: 0, col: 1}
  peer_support:
    confirmed_on: 2026-11-01
    source: Letter
"""

ROWS = [
    (EVENTS, "  title: Open day", "  «titel: Open day", "PH010"),
    (EVENTS, "  title: Open day", '  title: «""', "PH014"),
    (EVENTS, "  title: Open day", "  title: «[Open, day]", "PH012"),
    (EVENTS, "  title: Open day", f"  title: Open«{NBSP}day", "PH007"),
    (EVENTS, "  title: Open day", f"  title: Open«{SOFT} day", "PH007"),
    (EVENTS, "  title: Open day", "  title: «“Open day”", "PH005"),
    (EVENTS, "  title: Open day", "  title: «no", "PH005"),
    (EVENTS, "  title: Open day", "  title: «Open 👮 day", "PH017"),
    (EVENTS, "  title: Open day", "  title: «" + "long " * 30, "PH015"),
    (EVENTS, "  title: Open day", "  title: «" + "x" * 70, "PH015"),
    (EVENTS, "  kind: networking", "  kind: «netwroking", "PH013"),
    (EVENTS, "  kind: networking", "  kind:«", "PH013"),
    (EVENTS, "  kind: networking", "  kind: cpd\n  «kind: networking", "PH006"),
    (EVENTS, "  date: 2027-03-01", "  date: «2027-02-30", "PH005"),
    (EVENTS, "  date: 2027-03-01", "  date: «01/03/2027", "PH014"),
    (EVENTS, "  date: 2027-03-01", "  date: «March", "PH014"),
    (EVENTS, "  date: 2027-03-01", "  date: 2027-03-01\n  end_date: «2027-02-01", "PH016"),
    (EVENTS, "  date: 2027-03-01", '  date: 2027-03-01\n  start: «"9.30"\n  end: "10:00"', "PH019"),
    (EVENTS, "  date: 2027-03-01", '  date: 2027-03-01\n  start: «10:00\n  end: "11:00"', "PH005"),
    (
        EVENTS,
        "  date: 2027-03-01",
        '  date: 2027-03-01\n  start: «"25:00"\n  end: "11:00"',
        "PH019",
    ),
    (
        EVENTS,
        "  date: 2027-03-01",
        '  date: 2027-03-01\n  start: "11:00"\n  end: «"10:00"',
        "PH016",
    ),
    (EVENTS, "  audience: Everyone", "  audience: Everyone\n  forces: [«eastshir]", "PH030"),
    (EVENTS, "  audience: Everyone", "  audience: Everyone\n  regions: [north, «nrth]", "PH030"),
    (EVENTS, "  audience: Everyone", "  audience: Everyone\n  workshop: «none", "PH016"),
    (EVENTS, "  audience: Everyone", "  audience: «Write to a.person@gmail.com", "PH050"),
    (EVENTS, "  audience: Everyone", "  audience: «Ring 07700 900123", "PH050"),
    (EVENTS, "  status: planned", "  status: «deleted", "PH013"),
    (EVENTS, "  revision: 0", "  revision: «-1", "PH015"),
    (EVENTS, "  revision: 0", "  revision: «first", "PH012"),
    (EVENTS, "  updated: 2026-11-23", "  updated: «soon", "PH014"),
    (EVENTS, "  owner: hub-editors", "  owner: «hub-editor", "PH030"),
    (EVENTS, "- id: open-day", "- id: «Open Day", "PH014"),
    (EVENTS, "- id: open-day", "- id: «open_day", "PH014"),
    (EVENTS, "  summary: A day to meet.", "  summary: A day«: to meet.", "PH004"),
    (EVENTS, "  summary: A day to meet.", "«\tsummary: A day to meet.", "PH004"),
    (EVENTS, "  summary: A day to meet.", "  summary: He «committed suicide.", "PH052"),
    (EVENTS, "  summary: A day to meet.", "«<<<<<<< HEAD\n  summary: A day to meet.", "PH003"),
    (EVENTS, "  summary: A day to meet.", "  summary: A day to meet.\n  «more: yes", "PH010"),
    (SERVICES, "  phone: 0300 131 2789", "  phone: «0300 131 278", "PH020"),
    (SERVICES, "  phone: 0300 131 2789", "  phone: «0300 131 27899", "PH020"),
    (SERVICES, "  phone: 0300 131 2789", "  phone: «07700 900123", "PH050"),
    (SERVICES, "  phone: 0300 131 2789", "  phone: «ask", "PH020"),
    (SERVICES, "  phone: 0300 131 2789", "  text: «SHOUT", "PH020"),
    (SERVICES, "  phone: 0300 131 2789", "  text: «SHOUT to 8525", "PH020"),
    (SERVICES, "  phone: 0300 131 2789", "  url: «htp://www.example.org/", "PH014"),
    (SERVICES, "  phone: 0300 131 2789", "  url: «www.example.org", "PH014"),
    (SERVICES, "  phone: 0300 131 2789", "  url: «javascript:alert(1)", "PH014"),
    (SERVICES, "  nations: [England]", "  nations: [«Engalnd]", "PH013"),
    (SERVICES, "  nations: [England]", "  nations: «England", "PH012"),
    (SERVICES, "  category: crisis", "  category: «crises", "PH013"),
    (
        SERVICES,
        "  name: Helpline",
        "  name: Helpline\n  words: {cy: «{name: Llinell gymorth}}",
        "PH011",
    ),
    (SERVICES, "- id: helpline", "- id: «'999'", "PH031"),
    (FORCES, f"  region: north\n{WEST}", f"  region: «nort\n{WEST}", "PH030"),
    (FORCES, "  neighbours: [westshire]", "  neighbours: [«westshir]", "PH030"),
    (FORCES, "  neighbours: [westshire]", "  neighbours: [«eastshire]", "PH032"),
    (FORCES, "  tile: {row: 0, col: 1}", "  tile: {row: 0, col: «-1}", "PH015"),
    (FORCES, "  tile: {row: 0, col: 1}", "  tile: {row: 0, col: 1, «size: 2}", "PH010"),
    (FORCES, "  name: Eastshire Police", "  name: «" + "Eastshire " * 6, "PH015"),
    (FORCES, f"  nation: England\n{EAST}", f"  nation: «Englnd\n{EAST}", "PH013"),
    (FORCES, "  tile: {row: 0, col: 1}", f"{CONFIRMED}    trained_supporters: «many", "PH012"),
    (
        FORCES,
        "  tile: {row: 0, col: 1}",
        f"{CONFIRMED}    mailbox: «jane.smith@eastshire.police.uk",
        "PH050",
    ),
    (
        FORCES,
        "  tile: {row: 0, col: 1}",
        f"{CONFIRMED}    training_delivered_on: «2026-12-01",
        "PH016",
    ),
    (SITE, "  mailbox: contact@oscarkilo.org.uk", "  mailbox: «contact", "PH050"),
    (SITE, "  dated: 2026-11-23", "  dated: «today", "PH014"),
    (SITE, "  address: https://hub.example/", "  address: «hub.example", "PH014"),
    (PAGE, "owner: hub-editors", "owner: «hub-editr", "PH030"),
    (PAGE, "title: Records", "«titel: Records", "PH010"),
    (PAGE, "review_by: 2027-05-01", "review_by: «May", "PH014"),
]
