"""What a network is and says: its architecture, its weights at a moment, what they answer. NumPy only."""
