"""The parts of the page “Change its mind”."""
