"""The drawing pad, and beside it what the network sees of it."""
