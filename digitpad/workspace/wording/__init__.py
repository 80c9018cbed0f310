"""How things are said: sentences, numbers, names, the language."""
