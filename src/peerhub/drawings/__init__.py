"""Drawings made from their parts: one SVG for page, paper and slide, in the hub's own colours."""

from peerhub.drawings.draw import Drawn, drawn
from peerhub.drawings.sheet import CORAL, INK, PAPER, RUST, WASH

__all__ = ["CORAL", "INK", "PAPER", "RUST", "WASH", "Drawn", "drawn"]
