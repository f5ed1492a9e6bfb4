"""What the search page looks in: the words of every section of the built site, made ready."""

from peerhub.searching.write import INDEX, write_search_index

__all__ = ["INDEX", "write_search_index"]
