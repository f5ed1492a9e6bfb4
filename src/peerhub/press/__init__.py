"""The press: posters for every force, as PDFs that anyone can print and anyone can read."""

from peerhub.models import Stamp
from peerhub.press.errors import PressError
from peerhub.press.job import (
    ENGLISH,
    SHEETS,
    WELSH,
    Job,
    PosterFacts,
    PosterText,
    UrgentLine,
    WelshText,
)
from peerhub.press.run import Report, press

__all__ = [
    "ENGLISH",
    "SHEETS",
    "WELSH",
    "Job",
    "PosterFacts",
    "PosterText",
    "PressError",
    "Report",
    "Stamp",
    "UrgentLine",
    "WelshText",
    "press",
]
