"""The page “Weights”: the units of the first layer as pictures, and one of them beside the drawing."""
