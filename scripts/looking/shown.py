"""What of a window can be seen."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def shown(widget: QWidget, corner: QPoint = QPoint()) -> Iterator[tuple[QWidget, QPoint]]:  # noqa: B008  # a value
    """Yield the widgets in one that are not hidden, each with where its corner is if that one's is at ``corner``.

    Of a thousand in the window a quarter are: to ask for all takes four times as long.
    """
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            place = corner + child.pos()
            yield child, place
            yield from shown(child, place)
