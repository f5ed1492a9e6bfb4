"""Packages for the learning systems that forces use: SCORM 1.2 and cmi5, each one ZIP.

All that a lesson needs is inside it. It says that it was begun and that it was finished, and
nothing else (ADL, SCORM 1.2 Run-Time Environment, 3.4; AICC, cmi5 Quartz, 9.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from peerhub.bundle import bundled
from peerhub.models import Site, Stamp
from peerhub.press.engine.errors import PressError
from peerhub.questions.materials import Material
from peerhub.training.setter import FOLDER, MaterialSetter

TEMPLATE = "package/page"
STYLE = "package.css"
SCRIPTS = ("so-far.js", "page.js")
REPORT = "report.js"
"""What the script is called that speaks to the learning system, whichever it is."""

TITLE = 200
"""Letters of a title at most (IMS Content Packaging 1.1.2, titleType)."""

MOST = 20_000_000
"""Bytes that a package may have: many systems take no more at once."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'none'; connect-src {}"
)
REACHED = {"SCORM 1.2": "'none'", "cmi5": "http: https:"}
"""Where a lesson may speak to: by cmi5, to whichever record store its system names when it opens
it. By SCORM it speaks to the window it stands in, and to nobody over the network."""


def package(
    material: Material, words: Mapping[str, Any], setter: MaterialSetter, stamp: Stamp, filled: str
) -> bytes:
    """Return a package: `filled` is its page. Raises PressError when it is too large."""
    folder = setter.home / FOLDER / "package"
    report = f"{'cmi5' if material.format == 'cmi5' else 'scorm'}.js"
    files = [("index.html", filled.encode())]
    files += [(name, (folder / name).read_bytes()) for name in (STYLE, *SCRIPTS)]
    files.append((REPORT, (folder / report).read_bytes()))
    names = [name for name, _ in files]
    if material.format == "cmi5":
        said = course_structure(words)
        files.insert(0, ("cmi5.xml", said.encode()))
    else:
        files.insert(0, ("imsmanifest.xml", manifest(material, words, stamp, names).encode()))
    made = bundled(files)
    if len(made) > MOST:
        raise PressError(
            f"{_place(material)}: its package is {len(made) / 1e6:.1f} MB, and learning systems "
            f"take {MOST / 1e6:.0f} MB at most.",
            "Take drawings out of its text, or make them simpler.",
        )
    return made


def page_words(material: Material, words: Mapping[str, Any], site: Site) -> dict[str, Any]:
    """Return the words that fill a package: also its page's address, and whom it may speak to."""
    address = f"{site.address.rstrip('/')}{material.page}"
    return {**words, "address": address, "policy": POLICY.format(REACHED[material.format])}


def parts_of(setter: MaterialSetter) -> tuple[Path, ...]:
    """Return every file that can change a package, in a fixed order."""
    folder = setter.home / FOLDER / "package"
    return tuple(sorted(one for one in folder.iterdir() if one.is_file()))


def manifest(material: Material, words: Mapping[str, Any], stamp: Stamp, names: list[str]) -> str:
    """Return the manifest of a SCORM 1.2 package: one lesson, and the files it is made of."""
    files = Markup("\n").join(Markup('      <file href="{}"/>').format(one) for one in names)
    name = f"peerhub-{material.belongs_to}-{material.source}"
    return str(
        Markup(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<manifest identifier="{name}" version="{version}"\n'
            '  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"\n'
            '  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">\n'
            "  <metadata>\n    <schema>ADL SCORM</schema>\n"
            "    <schemaversion>1.2</schemaversion>\n  </metadata>\n"
            '  <organizations default="{name}-course">\n'
            '    <organization identifier="{name}-course">\n      <title>{title}</title>\n'
            '      <item identifier="{name}-item" identifierref="{name}-lesson">\n'
            "        <title>{title}</title>\n      </item>\n    </organization>\n"
            "  </organizations>\n  <resources>\n"
            '    <resource identifier="{name}-lesson" type="webcontent" adlcp:scormtype="sco"'
            ' href="index.html">\n{files}\n    </resource>\n  </resources>\n</manifest>\n'
        ).format(name=name, version=stamp.revision, title=words["title"][:TITLE], files=files)
    )


def course_structure(words: Mapping[str, Any]) -> str:
    """Return the course structure of a cmi5 package: one block, with one unit to open."""
    said = Markup(
        '{at}<title><langstring lang="en-GB">{title}</langstring></title>\n'
        '{at}<description><langstring lang="en-GB">{lead}</langstring></description>\n'
    )
    told = {"title": words["title"], "lead": words["lead"]}
    return str(
        Markup(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">\n'
            '  <course id="{id}">\n{course}  </course>\n'
            '  <block id="{id}#block">\n{block}'
            '    <au id="{id}#lesson" moveOn="Completed" launchMethod="AnyWindow">\n{unit}'
            "      <url>index.html</url>\n    </au>\n  </block>\n</courseStructure>\n"
        ).format(
            id=words["address"],
            course=said.format(at="    ", **told),
            block=said.format(at="    ", **told),
            unit=said.format(at="      ", **told),
        )
    )


def _place(material: Material) -> str:
    if material.belongs_to == "module":
        return f"docs/train/modules/{material.source}.md"
    return f"data/workshops.yml, {material.source}"
