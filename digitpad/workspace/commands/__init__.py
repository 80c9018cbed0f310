"""What a user can do: every command, and when it is possible."""
