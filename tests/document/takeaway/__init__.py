"""Runs that are taken home."""
