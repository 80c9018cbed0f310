"""What is kept of a run: its recipe, its curves, its weights, its file. NumPy only."""
