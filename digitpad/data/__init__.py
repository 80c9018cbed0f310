"""MNIST, and what a run trains on. NumPy only."""
