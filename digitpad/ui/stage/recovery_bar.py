"""Offers, above everything else, what was found of an earlier session."""

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated


class RecoveryBar(Translated, QFrame):
    """A sentence and two buttons; hidden until there is something to offer.

    Signals:
        restore_requested(), discard_requested(): its buttons were clicked.
    """

    restore_requested = Signal()
    discard_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recovery")
        self.message = PlainLabel(self)
        self.message.setWordWrap(True)
        self.restore = QPushButton(self)
        self.restore.setProperty("role", "primary")
        self.discard = QPushButton(self)
        self._moment: QDateTime | None = None
        self.restore.clicked.connect(self.restore_requested)
        self.discard.clicked.connect(self._discard)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.addWidget(self.message, 1)
        row.addWidget(self.restore)
        row.addWidget(self.discard)
        self._translate()
        self.hide()

    def offer(self, written: float) -> None:
        """Offer a session that was written down at ``written``, in seconds since 1970."""
        self._moment = QDateTime.fromSecsSinceEpoch(int(written))
        self._translate()
        self.show()

    def _translate(self) -> None:
        self.restore.setText(self.tr("&Restore it"))
        self.restore.setToolTip(self.tr("Bring back its runs and drawings; the present ones give way"))
        self.discard.setText(self.tr("Forget it"))
        self.discard.setToolTip(self.tr("Delete what was found of that session"))
        if self._moment is not None:
            self.message.setText(
                self.tr("Unsaved work of {moment} was found.").format(
                    moment=QLocale().toString(self._moment, QLocale.FormatType.ShortFormat)
                )
            )

    def _discard(self) -> None:
        self.hide()
        self.discard_requested.emit()
