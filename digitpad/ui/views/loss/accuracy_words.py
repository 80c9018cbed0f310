"""How good the network is that answers, in words above the plots."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from digitpad.runs.run import Run, short_name
from digitpad.ui.plain import PlainLabel
from digitpad.workspace.wording.numbers import plain_percent

MOST_SHARE = 0.4
"""How much of the row one line may take."""


class AccuracyWords(PlainLabel):
    """Names a run and its accuracy, and what that was measured on: in two lines where one would take too much of
    the row from the legend.

    Attributes:
        is_of_ours: whether the class's held-out digits are tested on, as MNIST is missing.
    """

    _words = ""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.is_of_ours = False
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Follow the room of the row that the legend is in too."""
        if event.type() == QEvent.Type.Resize:
            self._say()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the room's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._say()

    def _say(self) -> None:
        name, colon, test = self._words.rpartition(": ")
        row = self.parentWidget()
        is_wide = row is not None and self.fontMetrics().horizontalAdvance(self._words) > MOST_SHARE * row.width()
        self.setText(f"{name}{colon.rstrip()}\n{test}" if colon and is_wide else self._words)

    def show_run(self, run: Run | None, looked: int | None) -> None:
        """Say how good a run's network is, if it was tested; what it is by now would mislead whoever looks back.

        ``looked`` is after how many batches it is looked at, None for now.
        """
        share = None
        if run is not None:
            share = run.accuracy if looked is None else dict(run.history.accuracies).get(looked)
        if run is None or share is None:
            self._words = ""
        else:
            self._words = self.tr("{run}: test {accuracy}").format(
                run=short_name(run.name), accuracy=plain_percent(share)
            )
        self._say()

    def translate(self) -> None:
        """Say what is measured, in the program's language."""
        if self.is_of_ours:
            self.setAccessibleDescription(self.tr("Accuracy on our held-out digits"))
            self.setToolTip(self.tr("Share of our held-out digits that the network reads right"))
        else:
            self.setAccessibleDescription(self.tr("Accuracy on the test images"))
            self.setToolTip(self.tr("Share of the 10,000 test images that the network reads right"))
