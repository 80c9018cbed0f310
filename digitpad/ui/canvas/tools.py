"""What one holds over the canvas: pen or eraser."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup


class Tools(QActionGroup):
    """Two commands of which one is in hand: the pen at first, and again when the eraser's is given once more."""

    def __init__(self, pen: QAction, eraser: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._pen = pen
        self.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for tool in (pen, eraser):
            self.addAction(tool).toggled.connect(self._keep_one)
        self._keep_one()

    def _keep_one(self) -> None:
        if not any(tool.isChecked() for tool in self.actions()):
            self._pen.setChecked(True)
