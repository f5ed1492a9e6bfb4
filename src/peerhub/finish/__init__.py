"""The last steps on a built site: addresses made relative, one stylesheet, every link followed."""
