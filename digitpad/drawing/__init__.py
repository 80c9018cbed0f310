"""What a person draws, as data, and how it becomes 28×28 pixels. No widgets, no TensorFlow."""

import builtins

# For its optional __feature__ switch, PySide6 replaces Python's import by one that reads the source of every
# module imported afterwards, and keeps it. digitpad does not use the switch, and TensorFlow is 1,600 modules:
# Python's own import saves a fifth of the time and 70 MB. This is the lowest room that needs Qt: whoever imports
# that first, the switch is undone here and nowhere else.
_pythons_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401  # only to have the replacement made now

builtins.__import__ = _pythons_import
