"""Who trains when, what is recorded of it, and the recipe of the next run."""
