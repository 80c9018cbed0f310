"""digitpad: a drawing pad that shows a class how a neural network learns to read digits."""

__version__ = "0.1.0"
