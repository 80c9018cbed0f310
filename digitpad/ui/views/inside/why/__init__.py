"""The page “Why?”: the account of the answer as a picture, as lights, as a sum and as a chain of sentences."""
