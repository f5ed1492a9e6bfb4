"""What other programs read: the catalogue as JSON."""
