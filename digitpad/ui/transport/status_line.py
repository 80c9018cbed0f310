"""Whether training is possible, and for a while what has just been done."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from digitpad.ui.elided_label import ElidedLabel
from digitpad.ui.plain import give_tip
from digitpad.ui.translated import Translated
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.wording.sentences import sentence

TOLD_MS = 5000
"""How long it says what was saved or opened."""

LETTERS = 36
"""That are seen at least, also beside the longest recipe: that one stays, and what is told passes."""


class StatusLine(Translated, ElidedLabel):
    """A sentence that stays, and sentences that pass."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._staying = self._shorter_staying = ""
        self._readiness: Readiness | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOLD_MS)
        self._timer.timeout.connect(self._show_staying)
        self._translate()

    def show_readiness(self, readiness: Readiness) -> None:
        """Say whether training is possible, what is missing for it, and if it will be slow."""
        self._readiness = readiness
        self._shorter_staying = ""
        if readiness.problems:
            self._staying = " ".join(sentence(problem) for problem in readiness.problems)
        elif not readiness.is_known:
            self._staying = self.tr("Loading TensorFlow … you can draw already")
            self._shorter_staying = self.tr("Loading TensorFlow …")
        elif readiness.execution == "xla":
            self._staying = self.tr("TensorFlow ready")
        else:
            self._staying = self.tr("TensorFlow ready, but without XLA: training is slower on this computer")
            self._shorter_staying = self.tr("TensorFlow ready, without XLA")
        if not self._timer.isActive():
            self._show_staying()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("State of the program"))
        self._timer.stop()  # a sentence that passes gives way
        if self._readiness is not None:
            self.show_readiness(self._readiness)

    def tell(self, text: str) -> None:
        """Say for a while what was done, or could not be."""
        self._show(text)
        self._timer.start()

    def take_back(self, text: str) -> None:
        """Say this no longer, if it is what is being told: it is not so any more."""
        if self._timer.isActive() and self.text() == text:
            self._timer.stop()
            self._show_staying()

    def minimumSizeHint(self) -> QSize:
        """As much as it says, up to some words."""
        least, most = super().minimumSizeHint(), LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(max(least.width(), min(self.sizeHint().width(), most)), least.height())

    def _show_staying(self) -> None:
        self._show(self._staying, self._shorter_staying)

    def _show(self, text: str, shorter: str = "") -> None:
        self.setText(text, shorter)
        give_tip(self, text)
