"""What a person draws, as data, and how it becomes 28×28 pixels. No widgets, no TensorFlow."""
