"""What a network is tested on, what came of it, and which of the pictures are looked at."""
