"""The queue: runs that wait, who begins the next one, and what came of those that belong together."""
