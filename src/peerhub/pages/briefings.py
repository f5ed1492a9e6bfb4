"""Briefings on the page that offers them: their files, and what stands on each slide."""

from __future__ import annotations

from markupsafe import Markup

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models import Briefing, BriefingSlide
from peerhub.questions.materials import briefing_materials
from peerhub.words import length

USES = {"PPTX": "to show and to change", "ODP": "to show and to change", "PDF": "to print"}


def briefings_block(catalogue: Catalogue) -> Markup:
    """Return every briefing, as HTML; nothing where there is none."""
    return Markup("\n").join(_briefing(catalogue, one) for one in catalogue.briefings)


def _briefing(catalogue: Catalogue, briefing: Briefing) -> Markup:
    files = [
        show.DownloadLink(briefing.title, f"/{one.path}", one.format, USES[one.format])
        for one in briefing_materials(briefing)
    ]
    slides = Markup("").join(_slide(catalogue, one) for one in briefing.slides)
    heading = Markup("<p><strong>{}</strong>, {}, for {}. On its slides:</p>").format(
        briefing.title, length(briefing.minutes), briefing.audience
    )
    return heading + Markup("<ol>{}</ol>").format(slides) + Markup(show.downloads(files))


def _slide(catalogue: Catalogue, slide: BriefingSlide) -> Markup:
    cited = Markup(", ").join(
        Markup(show.cite(catalogue.reference_by_id[one])) for one in slide.evidence
    )
    said = Markup("<li><strong>{}</strong><br>{}").format(slide.title, " ".join(slide.lines))
    return said + (Markup(" ({})").format(cited) if cited else Markup("")) + Markup("</li>")
