"""MNIST's images varied for other writers and other pens. NumPy only."""
