"""What is said of pictures: those on the easel, those of a test, those of the class."""
