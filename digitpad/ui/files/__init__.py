"""Saving, opening and exporting through the system's file dialogs."""
