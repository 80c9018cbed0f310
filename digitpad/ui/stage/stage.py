"""How the window is divided: canvas and answer never move, one view changes, the transport lies below all."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from digitpad.ui.cards import MARGIN, Card

CANVAS_SHARE = 0.293
PROJECTOR_SHARE = 0.32
LEAST_CANVAS, LOWEST_CANVAS = 360, 300
"""Side of the canvas: share of the window's width, also in projector mode, and logical pixels at least: as usual,
and where large letters leave little height."""

ANSWER_SHARE = 0.147
ANSWER_EMS, PROJECTOR_ANSWER_EMS = 11.5, 9.0
"""Width of the answer: share of the window's width, and at least so many heights of a line."""

SIGHT_EMS = 7.5
"""Height that what the network sees needs below the canvas, in heights of a line."""


class Stage(QWidget):
    """Gives each part its place; sizes follow from the window and its letters alone."""

    def __init__(
        self, canvas: QWidget, sight: QWidget, answer: QWidget, views: QWidget, transport: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        canvas.setParent(self)  # first, as Tab goes from part to part in this order
        self._canvas, self._sight, self._answer = canvas, Card(sight, parent=self), Card(answer, parent=self)
        self._views, self._transport = Card(views, parent=self), Card(transport, parent=self)
        self._projector = False
        left = QVBoxLayout()
        left.setSpacing(MARGIN)
        left.addWidget(canvas)
        left.addWidget(self._sight, 1)
        left.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        grid.setSpacing(MARGIN)
        grid.addLayout(left, 0, 0)
        grid.addWidget(self._answer, 0, 1)
        grid.addWidget(self._views, 0, 2)
        grid.addWidget(self._transport, 1, 0, 1, 3)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(0, 1)

    def set_projector(self, on: bool) -> None:
        """Have a larger canvas, and for what the network sees what it leaves of the height."""
        self._projector = on
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """What all parts need when the canvas is as low as it may be, however large it is now."""
        below = self._sight.minimumSizeHint().height() + MARGIN
        answer, views, transport = (
            part.minimumSizeHint() for part in (self._answer, self._views, self._transport)
        )
        upper = max(LOWEST_CANVAS + below, answer.height(), views.height())
        columns = LEAST_CANVAS + self._least_answer() + views.width() + 4 * MARGIN
        return QSize(max(columns, transport.width() + 2 * MARGIN), upper + transport.height() + 3 * MARGIN)

    def _least_answer(self) -> int:
        ems = PROJECTOR_ANSWER_EMS if self._projector else ANSWER_EMS
        return round(ems * self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the window anew."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Divide the window anew for other letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        em = self.fontMetrics().height()
        sight = self._sight.minimumSizeHint().height() if self._projector else round(SIGHT_EMS * em)
        room = self.height() - 4 * MARGIN - self._transport.sizeHint().height() - sight
        share = PROJECTOR_SHARE if self._projector else CANVAS_SHARE
        at_most = room + sight - self._sight.minimumSizeHint().height()
        side = max(LOWEST_CANVAS, min(LEAST_CANVAS, at_most), min(round(share * self.width()), room))
        self._canvas.setFixedSize(side, side)
        self._sight.setFixedWidth(side)
        self._answer.setFixedWidth(max(self._least_answer(), round(ANSWER_SHARE * self.width())))
