"""What is said of a recipe's network before it trains, and how its fields are written."""
