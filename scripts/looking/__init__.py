"""What ``scripts/matrix.py`` looks at beside what it takes pictures of."""
