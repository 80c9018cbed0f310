"""The words and the numbers of a training step's cards."""
