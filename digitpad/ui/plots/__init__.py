"""What all plots are made of: axes, curves, marks, and pictures of them."""
