"""What trains: the protocol that every engine keeps, and those that TensorFlow drives."""
