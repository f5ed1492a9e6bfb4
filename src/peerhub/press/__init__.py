"""The press: whatever is printed, as PDFs that anyone can print and anyone can read."""
