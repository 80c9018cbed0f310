"""Ten small buttons: which digits a network sees."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from digitpad.arrays import CLASSES
from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.workspace.wording.numbers import with_article

SPACING = 3


class DigitToggles(Translated, QWidget):
    """A click, or the space bar, takes a digit away or brings it back; the last one stays.

    Signals:
        toggled(): other digits are seen now.
        last_kept(): somebody wanted to take the last one away.
    """

    toggled = Signal()
    last_kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = [QToolButton(self) for _ in range(CLASSES)]
        line = FlowLayout(self, SPACING)
        for digit, button in enumerate(self.buttons):
            button.setText(str(digit))
            button.setCheckable(True)
            button.setChecked(True)
            button.setProperty("role", "boxed")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._clicked, button))
            line.addWidget(button)
        self.setFocusProxy(self.buttons[0])
        self._translate()

    def _translate(self) -> None:
        for digit, button in enumerate(self.buttons):
            button.setAccessibleName(self.tr("The network sees {digit}").format(digit=digit))
            words = self.tr("Whether the network ever sees a {digit} while it learns")
            button.setToolTip(with_article(words.format(digit=digit)))

    @property
    def left_out(self) -> tuple[int, ...]:
        """The digits that are taken away, ascending."""
        return tuple(digit for digit, button in enumerate(self.buttons) if not button.isChecked())

    def set_left_out(self, digits: tuple[int, ...]) -> None:
        """Show which are taken away; nothing is signalled."""
        for digit, button in enumerate(self.buttons):
            button.setChecked(digit not in digits)

    def _clicked(self, button: QToolButton) -> None:
        if len(self.left_out) == CLASSES:
            button.setChecked(True)
            self.last_kept.emit()
        else:
            self.toggled.emit()
