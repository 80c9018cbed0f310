"""The view “Inside”: the weights as pictures, why the answer is what it is, and what would change it."""
