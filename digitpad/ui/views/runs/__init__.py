"""The list of runs, those that wait, and what can be done with them."""
