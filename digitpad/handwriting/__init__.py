"""MNIST's images varied for the pens of other countries. NumPy only."""
