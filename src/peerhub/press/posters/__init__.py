"""What only posters have: sheets of several sizes, layers, two languages, QR codes."""
