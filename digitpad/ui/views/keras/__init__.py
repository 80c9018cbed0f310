"""Keras' own ``fit``: its listing for the recipe, what of it really runs, and how it compares with our loop."""
