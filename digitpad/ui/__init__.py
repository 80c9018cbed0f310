"""Everything that is a widget, a Qt thread or a setting. TensorFlow is imported by its threads only."""
