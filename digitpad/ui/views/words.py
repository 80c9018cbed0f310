"""Words in a view: those that need no room while there are none, and the one number that matters."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from digitpad.ui.plain import PlainLabel

SPACING = 6
"""Logical pixels between two parts of a view."""

LARGE_EMS, FORMULA_EMS = 1.7, 1.3
"""Size of the number that matters, and of a long sum, in the letters around them."""


class Words(PlainLabel):
    """A text that takes as many lines as its room asks for; nothing takes no room."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._is_left_out = False
        if role:
            self.setProperty("role", role)
        self.hide()

    def setText(self, text: str) -> None:  # noqa: N802  # Qt's name
        """Say this."""
        super().setText(text)
        self.setVisible(bool(text) and not self._is_left_out)

    def leave_out(self, on: bool) -> None:
        """Be hidden whatever there is to say, or say it again."""
        self._is_left_out = on
        self.setText(self.text())


class LargeWords(Words):
    """The number that matters, in letters of ``ems`` times the size of those around it."""

    def __init__(self, parent: QWidget, ems: float = LARGE_EMS) -> None:
        super().__init__("", parent)
        self._ems = ems
        parent.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Follow the letters around: having its own, it hears of no others itself."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            # A new style sheet gives labels the fonts back that they had in the beginning, after this event.
            QTimer.singleShot(0, self, self._fit)
        return False

    def _fit(self) -> None:
        around = self.parentWidget() or self
        font = around.font()
        font.setBold(True)
        font.setPixelSize(round(self._ems * around.fontInfo().pixelSize()))
        if font != self.font():
            self.setFont(font)


def hint_in(view: QAbstractItemView) -> PlainLabel:
    """Return a label in the middle of a view's rows or pictures, to say why there are none."""
    hint = PlainLabel(view.viewport())
    hint.setProperty("role", "muted")
    hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
    hint.setWordWrap(True)
    QVBoxLayout(view.viewport()).addWidget(hint)
    return hint
