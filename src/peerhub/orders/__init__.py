"""What is to be printed: the catalogue turned into work for the press."""
