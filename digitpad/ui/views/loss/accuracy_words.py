"""How good the network is that answers, in words above the plots."""

from PySide6.QtWidgets import QWidget

from digitpad.runs.run import Run, short_name
from digitpad.ui.plain import PlainLabel
from digitpad.workspace.wording.numbers import plain_percent


class AccuracyWords(PlainLabel):
    """Names a run and its accuracy, and what that was measured on.

    Attributes:
        is_of_ours: whether the class's held-out digits are tested on, as MNIST is missing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_of_ours = False

    def show_run(self, run: Run | None, looked: int | None) -> None:
        """Say how good a run's network is, if it was tested; what it is by now would mislead whoever looks back.

        ``looked`` is after how many batches it is looked at, None for now.
        """
        share = None
        if run is not None:
            share = run.accuracy if looked is None else dict(run.history.accuracies).get(looked)
        if run is None or share is None:
            self.setText("")
        else:
            self.setText(
                self.tr("{run}: test {accuracy}").format(run=short_name(run.name), accuracy=plain_percent(share))
            )

    def translate(self) -> None:
        """Say what is measured, in the program's language."""
        if self.is_of_ours:
            self.setAccessibleDescription(self.tr("Accuracy on our held-out digits"))
            self.setToolTip(self.tr("Share of our held-out digits that the network reads right"))
        else:
            self.setAccessibleDescription(self.tr("Accuracy on the test images"))
            self.setToolTip(self.tr("Share of the 10,000 test images that the network reads right"))
