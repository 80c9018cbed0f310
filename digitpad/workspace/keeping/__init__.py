"""What outlives the program: files, sessions, settings, and what a crash would take."""
