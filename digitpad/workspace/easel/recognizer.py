"""Asks the newest network about the newest drawing, at most once a frame."""

import logging
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.arrays import PIXELS, Floats
from digitpad.drawing.raster import Stages, rasterize
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError
from digitpad.network.familiarity import load_familiarity
from digitpad.network.snapshot import Snapshot
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.board import Board

log = logging.getLogger(__name__)

FRAME_MS = 5
"""One frame of a 200 Hz screen: no mouse point waits longer."""


@dataclass(frozen=True)
class Recognition:
    """What a network makes of a drawing: the drawing's stages and ten probabilities, float32 (10,).

    ``familiar`` says whether the drawing looks like the most probable digit at all; ``snapshot`` is the network.
    """

    drawing: Drawing
    stages: Stages
    snapshot: Snapshot
    probabilities: Floats
    familiar: bool

    @property
    def ranking(self) -> list[int]:
        """The ten digits, the most probable first."""
        return [int(digit) for digit in np.argsort(-self.probabilities, kind="stable")]


class Recognizer(QObject):
    """Reads what is on the board with the network that answers, whenever one of them changes.

    Signals:
        recognized(Recognition | None): a new answer; None while there is nothing to read.
    """

    recognized = Signal(object)

    def __init__(self, board: Board, network: AnsweringNetwork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._network = network
        self._drawing = Drawing()
        self._stages: Stages | None = None
        self._newest: Recognition | None = None
        self._stale = False
        self._complained = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._next_frame)
        board.drawing_changed.connect(self._request)
        network.changed.connect(self._request)

    def answer(self) -> Recognition | None:
        """Read the drawing with the network that answers now."""
        return self.answer_by(self._network.snapshot)

    def answer_by(self, snapshot: Snapshot) -> Recognition | None:
        """Read the drawing with these weights; None if there is nothing to read."""
        stages = self._prepared()
        if stages is None:
            return None
        newest = self._newest
        if newest is None or newest.stages is not stages or newest.snapshot is not snapshot:
            glyph = stages.glyph.reshape(PIXELS)
            probabilities = snapshot.probabilities(glyph)
            familiar = self._looks_like(glyph, int(probabilities.argmax()))
            newest = self._newest = Recognition(self._drawing, stages, snapshot, probabilities, familiar)
        return newest

    def _prepared(self) -> Stages | None:
        drawing = self._board.drawing
        if not drawing:
            return None
        if self._stages is None or drawing != self._drawing:
            self._drawing, self._stages = drawing, rasterize(drawing)
        return self._stages

    def _looks_like(self, glyph: Floats, digit: int) -> bool:
        try:
            return bool(load_familiarity().is_familiar(glyph[None], np.array([digit], np.uint8))[0])
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
