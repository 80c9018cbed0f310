"""What is kept of a session: what was found, what cannot be kept, and the end."""
