"""Where drawings and runs meet: reading a drawing, and the session as a value and as a file."""
