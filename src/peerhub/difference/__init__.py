"""What a change changes for readers: two states of the hub side by side, in plain words."""
