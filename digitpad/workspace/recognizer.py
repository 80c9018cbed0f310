"""Asks the newest network about the newest drawing, at most once a frame."""

import logging
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.arrays import Floats
from digitpad.drawing.raster import Stages, rasterize
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError
from digitpad.network.familiarity import load_familiarity
from digitpad.network.snapshot import Snapshot

log = logging.getLogger(__name__)

FRAME_MS = 5
"""One frame of a 200 Hz screen: no mouse point waits longer."""


@dataclass(frozen=True)
class Recognition:
    """What a network makes of a drawing: the drawing's stages and ten probabilities, float32 (10,).

    ``familiar`` says whether the drawing looks like the most probable digit at all.
    """

    stages: Stages
    probabilities: Floats
    familiar: bool

    @property
    def ranking(self) -> list[int]:
        """The ten digits, the most probable first."""
        return [int(digit) for digit in np.argsort(-self.probabilities, kind="stable")]


class Recognizer(QObject):
    """Holds a drawing and a network, and answers whenever one of them changes.

    Signals:
        recognized(Recognition | None): a new answer; None while there is nothing to read.
    """

    recognized = Signal(object)

    def __init__(self, snapshot: Snapshot, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.snapshot = snapshot
        self._stages: Stages | None = None
        self._drawing = Drawing()
        self._stale = False
        self._complained = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._next_frame)

    def set_drawing(self, drawing: Drawing) -> None:
        """Read this drawing from now on."""
        self._drawing = drawing
        self._stages = None
        self._request()

    def set_snapshot(self, snapshot: Snapshot) -> None:
        """Ask this network from now on."""
        self.snapshot = snapshot
        self._request()

    def answer(self) -> Recognition | None:
        """Read the drawing with the network now."""
        if not self._drawing:
            return None
        if self._stages is None:
            self._stages = rasterize(self._drawing)
        glyph = self._stages.glyph.reshape(-1)
        probabilities = self.snapshot.probabilities(glyph)
        return Recognition(self._stages, probabilities, self._looks_like(glyph, int(probabilities.argmax())))

    def _looks_like(self, glyph: Floats, digit: int) -> bool:
        try:
            return bool(load_familiarity().is_familiar(glyph[None], np.array([digit]))[0])
        except DataFileError as error:
            if not self._complained:
                self._complained = True
                log.warning("every drawing counts as familiar: %s", error)
            return True

    def _request(self) -> None:
        # The first change of a frame is answered at once, so that the bars never lag behind the pen;
        # further changes in the same frame wait for the next one.
        if self._timer.isActive():
            self._stale = True
            return
        self._timer.start()
        self.recognized.emit(self.answer())

    def _next_frame(self) -> None:
        if self._stale:
            self._stale = False
            self._request()
