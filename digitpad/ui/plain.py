"""Text is text: what a file, its name or a person says is never read as HTML, which Qt does unless told not to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from digitpad.workspace.wording.plain_text import as_tip


class PlainLabel(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[call-overload]  # whatever a QLabel takes
        self.setTextFormat(Qt.TextFormat.PlainText)


def give_tip(widget: QWidget, text: str) -> None:
    """Let a tooltip show a text as it is, and a screen reader say it as it is."""
    widget.setToolTip(as_tip(text))
    widget.setAccessibleDescription(text)
