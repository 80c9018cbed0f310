"""One training step, line by line: the page's code, and what each line has made."""
