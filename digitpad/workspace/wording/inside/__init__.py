"""What the view “Inside” says."""
