"""One unit large: its weights beside the drawing, and its sum written out."""

import numpy as np
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from digitpad.arrays import Floats
from digitpad.network.unit_account import UnitAccount
from digitpad.ui.views.inside.weights.product_pictures import ProductPictures
from digitpad.ui.views.steady_words import SteadyWords
from digitpad.ui.views.words import SPACING, Words
from digitpad.workspace.inside.units import Units
from digitpad.workspace.wording.inside.unit_texts import learnt_text, share_text, sum_text, unit_name

BESIDE_EMS = 32.0
"""Width from which on the words stand beside the pictures, in heights of a line."""

LINES, LINES_OF_DIGIT = 4, 3
"""Lines of words that have room below the pictures: it must not jump when one unit needs fewer than another."""


class UnitPanel(QWidget):
    """Shows a unit.

    Attributes:
        pictures: its weights, the drawing, and the products of both.
        name, sum, share: which one it is, how its sum comes about, and what it adds to the logit.
        learnt: how much of the sum training has made, where what has changed is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = ProductPictures(self)
        self.name, self.learnt, self._hint = Words("heading", self), Words("", self), Words("muted", self)
        self.sum, self.share = SteadyWords(Words("", self), self), SteadyWords(Words("", self), self)
        self._has_hidden = True
        self._words = QWidget(self)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING // 3)
        for words in (self.name, self.learnt, self.sum, self.share, self._hint):
            column.addWidget(words)
        column.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(SPACING)
        self._whole.addWidget(self.pictures)
        self._whole.addWidget(self._words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_unit(
        self,
        units: Units,
        drawing: Floats | None,
        account: UnitAccount | None,
        silence: str,
        untrained: float | None,
        *,
        has_hidden: bool,
    ) -> None:
        """Show the one of ``units`` that is looked at, by what is seen of it in the grid, on the same scale.

        There is a ``drawing``, float32 (784,), with an ``account``, or none; then ``silence`` says why. Where
        what has changed is shown, ``untrained`` is its sum before. A unit that is not hidden is a digit.
        """
        if has_hidden != self._has_hidden:
            self._has_hidden = has_hidden
            self._arrange()
        picture, is_change = units.pictures(np.array([units.unit]))[:, 0], units.since is not None
        self.pictures.show_product(picture, drawing, units.largest, is_change=is_change)
        self.name.setText(unit_name(units.unit, units.weights.shape[1], has_hidden=has_hidden))
        self.learnt.setText("" if account is None or untrained is None else learnt_text(account, untrained))
        self.sum.setText("" if account is None else sum_text(account))
        self.share.setText("" if account is None else share_text(account))
        self._hint.setText(silence if account is None else "")

    def text(self) -> str:
        """Return all that is written."""
        said = (self.name.text(), self.learnt.text(), self.sum.text(), self.share.text(), self._hint.text())
        return "\n".join(text for text in said if text)

    @property
    def is_wide(self) -> bool:
        """Whether the words stand beside the pictures."""
        return self.width() >= BESIDE_EMS * self.fontMetrics().height()

    def _arrange(self) -> None:
        sides = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(sides[self.is_wide])
        lines = round((LINES if self._has_hidden else LINES_OF_DIGIT) * self.fontMetrics().height())
        self._words.setMinimumHeight(0 if self.is_wide else lines)
        self.pictures.setFixedHeight(self.pictures.height_in(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Of narrow letters' width; the words take what there is."""
        return QSize(self.pictures.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
