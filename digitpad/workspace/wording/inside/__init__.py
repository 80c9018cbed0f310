"""What is said of the inside of a network."""
