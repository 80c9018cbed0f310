"""MNIST and files like it. NumPy only."""
