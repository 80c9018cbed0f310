"""What TensorFlow asks of a computer before Python imports it."""
