"""The words and the numbers of the view “Inside”."""
