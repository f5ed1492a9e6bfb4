"""The evaluation kit: the sheet that a force fills in, and the national picture made of many."""
