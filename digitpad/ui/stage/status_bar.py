"""The status bar: whether training is possible, which network answers, and for a while what has just been done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from digitpad.ui.stage.workbench import MARGIN

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

    def show_loaded(self, execution: str) -> None:
        """Say that training is possible, and if it will be slow."""
        self.tensorflow.setText(
            self.tr("TensorFlow ready")
            if execution == "xla"
            else self.tr("TensorFlow ready, but without XLA: training is slower on this computer")
        )

    def show_network(self, text: str) -> None:
        """Say which network answers."""
        self.network.setText(self.tr("Network: %1").replace("%1", text))

    def tell(self, sentence: str) -> None:
        """Say for a while what was done, or could not be."""
        self.showMessage(sentence, TOLD_MS)
