"""What is looked at inside the network that answers."""
