"""Questions asked of a catalogue: pure functions that read nothing and change nothing."""
