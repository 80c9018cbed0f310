"""What the cards are made of and paint themselves: pictures, bars, lights, curves."""
