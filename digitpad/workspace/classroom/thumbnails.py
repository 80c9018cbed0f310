"""What the network sees of the class's drawings, made a few at a time for whoever shows them."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.arrays import Images
from digitpad.document.classroom.class_pictures import picture_of
from digitpad.drawing.strokes import Drawing

AT_ONCE_SECONDS = 0.006
"""Of the window's thread, before it does something else."""

MOST = 20_000
"""Pictures that are kept, 16 MB; the oldest are forgotten."""

REST_MS = 400
"""After the last frame: who scrolls on wants the next one before that."""


class Thumbnails(QObject):
    """Rasterizes drawings while the window's thread has nothing else to do, unless somebody has done that already.

    Attributes:
        pictures: what was made, uint8 (784,) each, by its drawing.

    Signals:
        began(): somebody looks through them from now on.
        made(list[Drawing]): there are pictures of these now.
        rested(): nobody has asked for any for a while.
    """

    began = Signal()
    made = Signal(list)
    rested = Signal()

    def __init__(
        self, known: Callable[[Drawing], Images | None] = lambda _drawing: None, parent: QObject | None = None
    ) -> None:
        """``known`` gives a picture, uint8 (784,), that was made elsewhere, if there is one."""
        super().__init__(parent)
        self._known = known
        self.pictures: dict[Drawing, Images] = {}
        self._wanted: dict[Drawing, None] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_some)
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.setInterval(REST_MS)
        self._at_rest.timeout.connect(self._rest)
        self._are_asked_for = False

    @property
    def are_looked_at(self) -> bool:
        """Whether some are being made, or were asked for a moment ago: a gallery that scrolls shall be smooth."""
        return self._timer.isActive() or self._at_rest.isActive()

    def of(self, drawing: Drawing) -> Images | None:
        """Return a drawing's picture, uint8 (784,); None while it is still to be made, which this asks for.

        Those asked for last are made first: they are in sight.
        """
        self._are_asked_for = True
        if not self.are_looked_at:
            self._at_rest.start()
            self.began.emit()
        picture = self.pictures.get(drawing)
        if picture is None:
            picture = self._known(drawing)
        if picture is None and drawing not in self._wanted:
            self._wanted[drawing] = None
            if not self._timer.isActive():
                self._timer.start(0)
        return picture

    def _make_some(self) -> None:
        begin, made = time.perf_counter(), []
        while self._wanted and time.perf_counter() - begin < AT_ONCE_SECONDS:
            drawing, _ = self._wanted.popitem()
            self.pictures[drawing] = picture_of(drawing)
            made.append(drawing)
        while len(self.pictures) > MOST:
            del self.pictures[next(iter(self.pictures))]
        if not self._wanted:
            self._timer.stop()
        self.made.emit(made)

    def _rest(self) -> None:
        if self._are_asked_for or self._timer.isActive():
            self._are_asked_for = False
            self._at_rest.start()
        else:
            self.rested.emit()
