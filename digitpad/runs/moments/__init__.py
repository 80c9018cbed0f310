"""What is kept of a run's way: its weights after a few of its batches."""
