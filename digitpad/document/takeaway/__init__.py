"""A run to take home: as a script or a notebook that makes it again with TensorFlow and NumPy alone."""
