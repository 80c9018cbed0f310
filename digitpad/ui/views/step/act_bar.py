"""The seven acts of a training step, in a row: which is shown, and how far the step is."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from digitpad.engines.acts.tape import Act
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.acts.names import act_headings, act_names

SPACING = 2
PADDING_EMS = 1.4
"""What a button is wider than its words in bold, in heights of a line."""


class ActBar(Translated, QWidget):
    """A button for each act; those that no line has begun yet cannot be shown.

    Attributes:
        buttons: by act.

    Signals:
        chosen(Act): this act is to be shown.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {act: QToolButton(self) for act in Act}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for act, button in self.buttons.items():
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setEnabled(False)
            self._group.addButton(button, int(act))
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(lambda number: self.chosen.emit(Act(number)))
        self._translate()

    def show_act(self, shown: Act, known: Act | None) -> None:
        """Mark the act that is shown; those after ``known`` cannot be chosen, for None none can."""
        for act, button in self.buttons.items():
            button.setEnabled(known is not None and act <= known)
        self._group.setExclusive(known is not None)  # else one of them has to be marked
        for act, button in self.buttons.items():
            button.setChecked(known is not None and act is shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have words as long as there is room for them."""
        super().resizeEvent(event)
        self._choose_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._choose_words()

    def minimumSizeHint(self) -> QSize:
        """Numbers alone."""
        letters = self.fontMetrics()
        least = letters.horizontalAdvance("0") + round(PADDING_EMS * letters.height()) + SPACING
        return QSize(len(self.buttons) * least, super().minimumSizeHint().height())

    def _translate(self) -> None:
        headings = act_headings()
        for act, button in self.buttons.items():
            button.setToolTip(headings[act])
            button.setAccessibleDescription(headings[act])
        self.setAccessibleName(self.tr("Acts of the training step"))
        self._choose_words()

    def _choose_words(self) -> None:
        letters, names = QFontMetrics(_bold(self.font())), act_names()
        words = {act: f"{int(act)} {name}" for act, name in names.items()}
        more = round(PADDING_EMS * letters.height()) + SPACING
        fits = sum(letters.horizontalAdvance(text) + more for text in words.values()) <= self.width()
        for act, button in self.buttons.items():
            button.setText(words[act] if fits else str(int(act)))
            button.setAccessibleName(words[act])


def _bold(font: QFont) -> QFont:
    """Return the letters of the act that is shown."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
