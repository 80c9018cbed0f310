"""The menu of the sessions of the last times: when each was put away, what it shows, and what is in it."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from digitpad.arrays import PIXELS, SIDE
from digitpad.ui.translated import Translated
from digitpad.workspace.keeping.store import Entry, Summary


class LastSessions(Translated, QMenu):
    """Lists sessions to choose from, the newest first.

    Signals:
        chosen(Entry): this one shall be opened.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._translate()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Offer these."""
        self._entries = entries
        self.clear()
        for entry in entries:
            action = self.addAction(picture(entry.summary), self._text(entry).replace("&", "&&"))
            action.setIconVisibleInMenu(True)
            action.triggered.connect(lambda _=False, entry=entry: self.chosen.emit(entry))
        self.setEnabled(bool(entries))
        self.menuAction().setEnabled(bool(entries))

    def _translate(self) -> None:
        self.setTitle(self.tr("&Earlier sessions"))
        self.show_entries(self._entries)

    def _text(self, entry: Entry) -> str:
        moment = QDateTime.fromSecsSinceEpoch(int(entry.written))
        words = [QLocale().toString(moment, QLocale.FormatType.ShortFormat)]
        if entry.summary is not None and entry.summary != Summary():
            words.append(self.tr("%Ln run(s)", "", entry.summary.runs))
            words.append(self.tr("%Ln drawing(s)", "", entry.summary.drawings))
            if entry.summary.collected:
                words.append(self.tr("%Ln digit(s) of ours", "", entry.summary.collected))
        return " · ".join(words)


def picture(summary: Summary | None) -> QIcon:
    """Return what a session shows, as the network sees it; nothing where that is not known."""
    if summary is None or len(summary.picture) != PIXELS:
        return QIcon()
    greys = np.frombuffer(summary.picture, np.uint8)
    image = QImage(greys.tobytes(), SIDE, SIDE, SIDE, QImage.Format.Format_Grayscale8)
    return QIcon(QPixmap.fromImage(image.copy()))
