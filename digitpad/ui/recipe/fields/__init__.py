"""Fields for what a recipe asks for that Qt has none for."""
