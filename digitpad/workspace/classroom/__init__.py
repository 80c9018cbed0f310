"""The class's own digits: what was collected, whose turn it is, and what is trained on and tested with."""
