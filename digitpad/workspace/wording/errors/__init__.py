"""The words of every error that a person can mend."""
