"""The runs of the session: the one place where any of them changes, as a table."""
