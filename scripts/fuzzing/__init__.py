"""What ``scripts/fuzz.py`` is made of: real files, ways to spoil them, and who judges what is read of them."""
