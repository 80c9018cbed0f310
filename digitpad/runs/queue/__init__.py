"""Runs that are planned, one after the other: what they are made of, and how they compare. NumPy only."""
