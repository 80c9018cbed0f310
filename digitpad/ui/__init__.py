"""Everything that is a widget, a Qt thread or a setting. TensorFlow is imported by its threads only."""

import builtins

# For its optional __feature__ switch, PySide6 replaces Python's import by one that reads the source of every
# module imported afterwards, and keeps it. digitpad does not use the switch, and TensorFlow is 1,600 modules:
# Python's own import saves a fifth of the time and 70 MB.
_pythons_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401  # only to have the replacement made now

builtins.__import__ = _pythons_import
