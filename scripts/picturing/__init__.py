"""What ``scripts/matrix.py`` takes pictures of."""
