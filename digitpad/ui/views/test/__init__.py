"""A network on a set of pictures: the confusion matrix, the pictures in it, and who reads them right."""
