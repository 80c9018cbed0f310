"""The network's answer: a numeral and ten probabilities."""
