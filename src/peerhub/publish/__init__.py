"""From a sound `site/` to what readers are served: what is live, what is kept, and the switch.

A *publication* is everything a host serves at one time: the current hub at the root, and below
`/2026.1/` what each edition said of the curriculum and the guidance. Contents are kept by their
digest, so that a new publication writes only what is new, and a target switches to it in one step.
"""
