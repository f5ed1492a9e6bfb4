"""The press: posters for every force, as PDFs that anyone can print and anyone can read."""

from peerhub.models import Stamp
from peerhub.press.errors import PressError
from peerhub.press.job import SHEETS, Job, PosterFacts, PosterText, UrgentLine
from peerhub.press.run import Report, press

__all__ = [
    "SHEETS",
    "Job",
    "PosterFacts",
    "PosterText",
    "PressError",
    "Report",
    "Stamp",
    "UrgentLine",
    "press",
]
