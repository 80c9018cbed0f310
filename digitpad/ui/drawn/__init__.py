"""What several views are made of and paint themselves: a scale of colours, lights."""
