"""Frames around what belongs together, and the room between them."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

MARGIN = 8
"""Logical pixels around and between the cards."""

PADDING = 10
"""Logical pixels between a card's edge and what is in it."""


def card(*contents: QWidget) -> QFrame:
    """Return a framed card with ``contents`` one below the other."""
    frame = QFrame()
    frame.setObjectName("card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
    for content in contents:
        column.addWidget(content, 1)
    return frame


def below(top: QWidget, rest: QWidget) -> QWidget:
    """Return a widget with ``top`` above ``rest``, nothing between them."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(top)
    column.addWidget(rest, 1)
    return whole
