"""The window and what is always there: menus, commands, recipe, transport, messages."""
