"""Where to tell of a weakness."""

import datetime as dt

from peerhub.catalogue import load
from peerhub.feeds.security import security_text
from peerhub.models import Stamp
from tests.projects import small_project


def test_the_file_has_what_rfc_9116_asks_for_and_one_role_mailbox(tmp_path):
    site = load(small_project(tmp_path)).site
    assert security_text(site, Stamp("2026.1", dt.date(2026, 11, 23))).splitlines() == [
        "Contact: mailto:contact@oscarkilo.org.uk",
        "Expires: 2027-11-23T12:00:00Z",
        "Preferred-Languages: en",
        "Canonical: https://hub.example/.well-known/security.txt",
    ]
