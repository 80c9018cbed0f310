"""A run's time: which of its moments is looked at, and when it learnt what is drawn."""
