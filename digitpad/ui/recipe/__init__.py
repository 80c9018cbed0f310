"""The recipe of the next run: its fields, on a sheet over the view."""
