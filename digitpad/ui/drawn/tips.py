"""A tooltip for each part of what a widget paints."""

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from digitpad.workspace.wording.plain_text import as_tip


class TipOfParts:
    """To be inherited from before a QWidget: what is said of a part when the pointer rests on it."""

    def _tip_at(self, point: QPointF) -> str:
        """Return what is said of what is at a point of the widget; nothing for nothing."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Say it, as it is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = as_tip(self._tip_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), words, self)  # type: ignore[arg-type]  # a QWidget, as it is inherited from
            return True
        return bool(super().event(event))  # type: ignore[misc]  # the widget's own
