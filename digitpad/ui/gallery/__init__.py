"""Many small pictures side by side, of which one, or some, are chosen."""
