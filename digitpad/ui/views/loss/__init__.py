"""The loss of every batch of every run, and how the drawn digit's probabilities went."""
