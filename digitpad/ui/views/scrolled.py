"""What is higher than its room scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(page: QWidget, *, sideways: bool = False) -> QScrollArea:
    """Return an area in which a page scrolls up and down where it has little room, ``sideways`` if it may."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    policies = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
    area.setHorizontalScrollBarPolicy(policies[sideways])
    area.setWidget(page)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for widget in (page, area.viewport()):  # the stage's own colour shall show
        widget.setAutoFillBackground(False)
    return area
