"""Offers, above everything else, what was found of an earlier session."""

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QWidget

from digitpad.ui.keeping.message_bar import MessageBar


class RecoveryBar(MessageBar):
    """A sentence and two buttons; hidden until there is something to offer.

    Signals:
        restore_requested(), discard_requested(): its buttons were clicked.
    """

    restore_requested = Signal()
    discard_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restore = self.add_button(self.restore_requested.emit, primary=True)
        self.discard = self.add_button(self._discard, primary=False)
        self._moment: QDateTime | None = None
        self._translate()

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
