"""The hub in a bag: one ZIP that opens by double click and asks no network for anything."""
