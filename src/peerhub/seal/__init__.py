"""Proof of what a file is: a list of every file's digest, signed, and what it says of any file."""
