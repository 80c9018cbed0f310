"""Text for message boxes and tooltips, which read it as HTML if it looks like that, and cannot be told not to."""

import re

from PySide6 import QtGui
from PySide6.QtCore import Qt

LONG_WORD = re.compile(r"\S{40}")
"""A word of which a tooltip would be too wide for a screen if it were much longer: a path is one word."""

ZERO_WIDTH_SPACE = "\u200b"
"""Where a line may end in the middle of a word."""


def as_plain(text: str) -> str:
    """Return a text so that a message box shows it as it is."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    return QtGui.Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)


def as_tip(text: str) -> str:
    """Return a text so that a tooltip shows it as it is; what is wider than the screen takes more lines."""
    return as_plain(LONG_WORD.sub(lambda part: part[0] + ZERO_WIDTH_SPACE, text))
