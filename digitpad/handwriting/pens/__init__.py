"""What pens do to any digit: ends that go on or stop early, loops, breaks; skeletons say where. NumPy only."""
