"""The ways in which the loop runs, side by side: Keras' listing of a recipe, paces, and whether they agree."""
