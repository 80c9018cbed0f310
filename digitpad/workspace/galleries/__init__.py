"""What galleries show: the pictures of a test, and the class's drawings, in an order, with a few words each."""
