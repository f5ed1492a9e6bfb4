"""Training: everything a trainer carries into the room, made from the same texts as the pages."""
