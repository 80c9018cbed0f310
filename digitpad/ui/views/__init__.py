"""The large views, one folder each; the window knows them by the protocol alone."""
