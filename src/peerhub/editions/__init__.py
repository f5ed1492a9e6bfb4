"""Editions: fixed points of the curriculum and the guidance, to teach from and to refer to.

`make edition VERSION=2026.2` writes what an edition said into `data/editions/`; publishing keeps
its pages and files beside the current hub (`peerhub.publish`).
"""
