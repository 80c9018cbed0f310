"""What ``scripts/monkey.py`` can do with a window."""
