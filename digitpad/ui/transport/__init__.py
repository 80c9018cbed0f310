"""What drives a run, over the whole width of the window: buttons, pace, time line, the recipe in a line."""
