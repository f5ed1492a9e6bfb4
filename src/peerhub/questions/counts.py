"""How many there are of what pages tell the number of."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from peerhub.catalogue import Catalogue

COUNTS: Mapping[str, Callable[[Catalogue], int]] = {
    "uk_forces": lambda found: len(found.uk_forces),
    "territorial": lambda found: sum(force.type == "territorial" for force in found.forces),
    "special": lambda found: sum(force.type == "special" for force in found.forces),
    "partners": lambda found: sum(not force.is_uk_force for force in found.forces),
    "modules": lambda found: len(found.modules),
    "workshops": lambda found: len(found.workshops),
    "evidence": lambda found: sum(source.is_published for source in found.evidence),
}
"""What can be counted, by the name that pages use."""
