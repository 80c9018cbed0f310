"""The network of a recipe on its sheet: rows of layers, a picture, and what it costs."""
