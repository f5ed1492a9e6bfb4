"""Everything the hub knows, loaded from `data/`, checked and cross-referenced."""

from peerhub.catalogue.catalogue import Catalogue
from peerhub.catalogue.issue import Issue, Issues
from peerhub.catalogue.load import load

__all__ = ["Catalogue", "Issue", "Issues", "load"]
