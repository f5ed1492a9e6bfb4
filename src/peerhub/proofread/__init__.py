"""What can be found in pages and parts of the site before anything is built."""
