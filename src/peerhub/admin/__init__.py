"""The editors' desk, `/admin/`: forms for the records of the data, saved as a draft to propose.

It is served on the editor's own machine by `peerhub admin`, and is no part of the public site.
"""
