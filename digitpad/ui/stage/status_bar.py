"""The status bar: whether training is possible, which network answers, and for a while what has just been done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from digitpad.ui.cards import MARGIN
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.wording.sentences import sentence

TOLD_MS = 5000
"""How long the bar says what was saved or opened."""


class StatusBar(QStatusBar):
    """Two labels that stay, and a sentence that passes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tensorflow = QLabel(self.tr("Loading TensorFlow … you can draw already"))
        self.network = QLabel()
        for label in (self.tensorflow, self.network):  # errors and names, which may hold anything
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.addWidget(self.tensorflow)
        self.addPermanentWidget(self.network)

    def show_readiness(self, readiness: Readiness) -> None:
        """Say whether training is possible, what is missing for it, and if it will be slow."""
        if readiness.problems:
            text = " ".join(sentence(problem) for problem in readiness.problems)
        elif not readiness.is_known:
            text = self.tr("Loading TensorFlow … you can draw already")
        elif readiness.execution == "xla":
            text = self.tr("TensorFlow ready")
        else:
            text = self.tr("TensorFlow ready, but without XLA: training is slower on this computer")
        self.tensorflow.setText(text)
        self.tensorflow.setToolTip(text)

    def show_network(self, text: str) -> None:
        """Say which network answers."""
        self.network.setText(self.tr("Network: {network}").format(network=text))

    def tell(self, sentence: str) -> None:
        """Say for a while what was done, or could not be."""
        self.showMessage(sentence, TOLD_MS)
