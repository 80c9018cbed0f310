"""What is higher than its room scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget, QWidgetItem

LEAST_HEIGHT = 200
"""Logical pixels that a view has in any window."""


def scrolled(page: QWidget, *, sideways: bool = False) -> QScrollArea:
    """Return an area in which a page scrolls up and down where it has little room, ``sideways`` if it may."""
    area = _Scrolled()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    policies = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
    area.setHorizontalScrollBarPolicy(policies[sideways])
    area.setWidget(page)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for widget in (page, area.viewport()):  # the stage's own colour shall show
        widget.setAutoFillBackground(False)
    return area


class _Scrolled(QScrollArea):
    """Gives its page a size once for each reason.

    Where a page with a scroll bar beside it is lower than its room, and higher without it, Qt would go on resizing
    it from within its own resizing until the stack is full.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_fitting = False
        self._behind = QTimer(self, singleShot=True, interval=0)
        self._behind.timeout.connect(self._lay_out)

    def showEvent(self, event: QShowEvent) -> None:
        """See to the page when all has heard of its size."""
        super().showEvent(event)
        self._behind.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Follow what the page needs, but not what that leads to meanwhile."""
        if watched is not self.widget() or event.type() not in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            return super().eventFilter(watched, event)
        self._behind.start()
        if self._is_fitting:
            return False
        self._is_fitting = True
        try:
            return super().eventFilter(watched, event)
        finally:
            self._is_fitting = False

    def _lay_out(self) -> None:
        """Lay the page out for the size that it has: where one was given from within the news of another, Qt may
        have done so for the one before, and words would be cut."""
        page = self.widget()  # none any more while the window goes
        layout = None if page is None else page.layout()
        if page is not None and layout is not None and layout.geometry() != page.contentsRect():
            layout.setGeometry(page.contentsRect())


class ViewRoom(QScrollArea):
    """Gives a view the room that there is, and lets it scroll where that is lower than it can be.

    Other than in ``scrolled``, it never scrolls for want of the height that its texts would like.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self._view, self._item = view, QWidgetItem(view)
        self._is_fitting = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(view)
        for widget in (view, self.viewport()):  # the stage's own colour shall show
            widget.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:  # Qt's name
        """Return the view's least width, and a height that large letters leave to it."""
        least = self._item.minimumSize()
        return QSize(least.width(), min(least.height(), LEAST_HEIGHT))

    def sizeHint(self) -> QSize:  # Qt's name
        """Return what the view would like."""
        return self._item.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the view its size."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Follow what the view needs."""
        if watched is self._view and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self._is_fitting:  # a scroll bar that comes or goes asks again, as in ``_Scrolled``
            return
        self._is_fitting = True
        room, least = self.maximumViewportSize(), self._item.minimumSize()
        if least.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        self._view.resize(room.expandedTo(QSize(0, least.height())))
        self._is_fitting = False
