"""What a host is to be told: headers, how long to keep a file, where old addresses lead."""
