"""Stepping through one training step, line by line: what has been seen, and what Python does next."""
