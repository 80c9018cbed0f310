"""A row of small buttons, one for each digit of a drawing, by which one of them is chosen."""

from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from digitpad.arrays import SIDE, WHITE, Floats
from digitpad.ui.plain import give_tip
from digitpad.ui.translated import Translated
from digitpad.workspace.easel.digits import MOST_DIGITS
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.wording.pictures.digits_texts import digit_words, numeral

TEXT_EMS, ICON_EMS, HEIGHT_EMS = 2.0, 1.6, 1.9
"""Widths of an answer and of a picture, and a button's height, in heights of a line."""


class DigitButtons(Translated, QWidget):
    """Shows each digit as the network sees it, with its answer; nothing while there is but one.

    Signals:
        chosen(int): somebody wants to look at this digit, from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._recognition: Recognition | None = None
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.buttons = [self._button(number) for number in range(MOST_DIGITS)]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch()
        self._pictures: list[Floats | None] = [None] * MOST_DIGITS

    def _button(self, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "boxed")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the canvas its keys
        button.clicked.connect(partial(self.chosen.emit, number))
        button.hide()
        self._group.addButton(button, number)
        return button

    def show_digits(self, recognition: Recognition | None) -> None:
        """Have a button for each digit, if there are several."""
        several = recognition is not None and recognition.is_several
        count = len(recognition.readings) if recognition is not None and several else 0
        is_other = count != self._count
        self._recognition = recognition if several else None
        for number, button in enumerate(self.buttons):
            button.setVisible(number < count)
        if recognition is None or not several:
            return
        for number, (button, reading) in enumerate(zip(self.buttons, recognition.readings, strict=False)):
            if button.text() != numeral(reading):
                button.setText(numeral(reading))
            if self._pictures[number] is not reading.glyph:
                self._pictures[number] = reading.glyph
                button.setIcon(_icon(reading.glyph))
            words = digit_words(recognition, number)
            if button.accessibleName() != words:
                button.setAccessibleName(words)
                give_tip(button, words)
        self.buttons[recognition.division.chosen].setChecked(True)
        if is_other:
            self._fit()

    @property
    def has_focus(self) -> bool:
        """Whether the keys go to one of them."""
        return any(button.hasFocus() for button in self.buttons)

    @property
    def _count(self) -> int:
        return 0 if self._recognition is None else len(self._recognition.readings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pictures out where there is no room for them."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.show_digits(self._recognition)

    def _fit(self) -> None:
        """Give each button a size of its own, so that other answers move nothing."""
        count, em = max(1, self._count), self.fontMetrics().height()
        room = self.width() // count - 2
        text, picture = round(TEXT_EMS * em), round(ICON_EMS * em)
        has_pictures = text + picture <= room
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextBesideIcon if has_pictures else styles.ToolButtonTextOnly
        width = min(text + picture if has_pictures else text, max(1, room))
        for button in self.buttons:
            button.setToolButtonStyle(style)
            button.setIconSize(QSize(picture, picture))
            button.setFixedSize(width, max(1, min(round(HEIGHT_EMS * em), self.height())))


def _icon(glyph: Floats) -> QIcon:
    greys = np.rint(glyph * np.float32(WHITE)).astype(np.uint8)
    image = QImage(greys.tobytes(), SIDE, SIDE, SIDE, QImage.Format.Format_Grayscale8)
    return QIcon(QPixmap.fromImage(image))
