"""Text is text: what a file, its name or a person says is never read as HTML, which Qt does unless told not to."""

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class PlainLabel(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[call-overload]  # whatever a QLabel takes
        self.setTextFormat(Qt.TextFormat.PlainText)


def as_plain(text: str) -> str:
    """Return a text for a message box or a tooltip, which cannot be told that it is plain."""
    return QtGui.Qt.convertFromPlainText(text) if QtGui.Qt.mightBeRichText(text) else text
