"""Pages one of which is shown; one that goes hands its keys to the window, not to a button of the next."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """A QStackedWidget that gives nobody the focus: Qt's own gives it to the first control of the next page if the
    last one had it, and Space presses that."""

    def setCurrentWidget(self, page: QWidget) -> None:  # noqa: N802  # Qt's name
        """Show this page."""
        shown = self.currentWidget()
        if shown is not page and shown is not None and shown.isAncestorOf(self.window().focusWidget()):
            shown.hide()  # before Qt asks who has the focus; the window gives it to whom it likes
        super().setCurrentWidget(page)
