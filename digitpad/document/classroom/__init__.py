"""The class's own digits: as a value, as pictures, added together, and in files of their own."""
