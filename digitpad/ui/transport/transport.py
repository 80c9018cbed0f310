"""The transport: what drives a run, how fast it is shown, how far it is, and what it is made of."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from digitpad.ui.announcing import Announcer
from digitpad.ui.elided_label import ElidedLabel
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.ui.transport.pace_slider import PaceSlider
from digitpad.ui.transport.status_line import StatusLine
from digitpad.ui.transport.time_line import TimeLine
from digitpad.workspace.wording.plain_text import as_tip
from digitpad.workspace.workspace import Workspace

SPACING = 8
ICON_EMS = 1.3
PRIMARY_EMS = 7.5
"""Width of the most important button: Train, Pause and Resume have the same."""

BUTTON_EMS, WORD_EMS = 3.15, 3.75
"""Width of a button without its word, and what surrounds the word on one with it, in heights of a line."""

GAPS = 5
"""Between what stands beside the buttons."""

MESSAGE_LINES, MESSAGE_EMS = 2, 10.5
"""Lines that the message may take, and room that it needs for them, in heights of a line: buttons give up their
words rather than that a sentence on the training loses its end."""

LEAST_MESSAGE_EMS = 5.0
"""Room without which no message can be read: the figures give up what they can be read without."""

FIGURES_EMS, USUAL_LOSS = 9.0, "0.000"
"""Room for what is said of a run, kept also while there is none: no button changes when one begins."""

LOSS_EMS = 1.5
"""Size of the loss, the number that matters, in the letters around it."""


class Transport(Translated, QWidget):
    """Buttons, pace and figures; the time line; the recipe in a line.

    Attributes:
        buttons: those of the commands, by name.
        pace: the slider.
        figures, loss: how far the run is, in words, and its newest loss.
        message: a sentence on the state of the training.
        time_line: the run from its first batch to its last.
        recipe: what the next run will be made of.
        state: whether training is possible.
    """

    def __init__(
        self,
        actions: Mapping[str, QAction],
        change_recipe: QAction,
        workspace: Workspace,
        parent: QWidget | None = None,
    ) -> None:
        """``actions`` get a button each, the first as the most important."""
        super().__init__(parent)
        self.buttons = {name: self._button(action) for name, action in actions.items()}
        self._primary = next(iter(self.buttons.values()))
        self._primary.setProperty("role", "primary")
        self.pace = PaceSlider(self)
        self.figures, self.loss = ElidedLabel(self), PlainLabel(self)
        self.figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.message = ElidedLabel(self, MESSAGE_LINES)
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.time_line = TimeLine(workspace.past, workspace.learnt, self)
        self.recipe = ElidedLabel(self)
        self.change = self._button(change_recipe)
        self.state = StatusLine(self)
        for label in (self.message, self.recipe):
            label.setProperty("role", "muted")
        self._lower = QWidget(self)
        self._projector = False
        self.spoken = Announcer(self.message, self.message.text)
        self._arrange()
        self._translate()

    def set_projector(self, on: bool) -> None:
        """Show what can be read from the last row, and nothing else."""
        self._projector = on
        self._lower.setVisible(not on)
        self._show_message()
        self.pace.set_plain(on)
        self.time_line.set_projector(on)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if on else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self.buttons.values():
            button.setToolButtonStyle(style)
        self._choose_words()

    def say(self, text: str, shorter: str = "", *, error: bool = False) -> None:
        """Show a sentence on the state of the training; ``shorter`` where there is no room for all of it."""
        role = "error" if error else "muted"
        if self.message.property("role") != role:
            self.message.setProperty("role", role)
            self.message.style().polish(self.message)
        self.message.setText(text, shorter)
        self.spoken.note()
        self.message.setToolTip(as_tip(text))
        self._show_message()

    def _show_message(self) -> None:
        """For the last row say nothing but what goes wrong, in place of the slider and how far the run is."""
        is_wrong = self.message.property("role") == "error"
        self.message.setVisible(is_wrong or not self._projector)
        for other in (self.pace, self.figures):
            other.setVisible(not (is_wrong and self._projector))

    def show_figures(self, words: str, loss: str, shorter: str = "") -> None:
        """Show how far the run is, ``shorter`` where there is no room for all of it, and its newest loss."""
        self.figures.setText(words, shorter)
        self.figures.setToolTip(words)
        self.loss.setText(loss)
        if self.figures.sizeHint().width() > self.figures.minimumWidth():
            self._choose_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            # A new style sheet gives labels the fonts back that they had in the beginning, after this event.
            QTimer.singleShot(0, self, self._fit)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have words on the buttons as long as there is room for them."""
        super().resizeEvent(event)
        self._choose_words()

    def minimumSizeHint(self) -> QSize:
        """With icons alone on all buttons but the most important one, and a message that ends in …."""
        hint = super().minimumSizeHint()
        least = self._width(words=False, ends=False) + self.message.minimumSizeHint().width()
        return QSize(min(hint.width(), least), hint.height())

    def _choose_words(self) -> None:
        """Leave the words beside the slider out where they would not fit, then those on buttons."""
        if self._projector:  # icons are all there is
            return
        em = self.fontMetrics().height()
        self.figures.setMaximumWidth(self.maximumWidth())  # no limit, as its own
        self.figures.setMinimumWidth(max(round(FIGURES_EMS * em), self.figures.sizeHint().width()))
        room = self.width() - round(MESSAGE_EMS * em)
        self.pace.set_plain(self._width(words=True, ends=True) > room)
        wanted = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if self._width(words=True, ends=False) > room:
            wanted = Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self.buttons.values():
            if button is not self._primary and button.toolButtonStyle() != wanted:
                button.setToolButtonStyle(wanted)
        if self._width(words=False, ends=False) + LEAST_MESSAGE_EMS * em > self.width():
            self.figures.setFixedWidth(self.figures.shorter_width())

    def _width(self, *, words: bool, ends: bool) -> int:
        """Return what the upper row needs beside its message: with words on buttons, and at the slider's ends."""
        letters, em = self.fontMetrics(), self.fontMetrics().height()
        loss = max(self.loss.fontMetrics().horizontalAdvance(USUAL_LOSS), self.loss.sizeHint().width())
        width = max(self._primary.minimumWidth(), self._primary.sizeHint().width())
        width += self.pace.width_with(ends=ends) + self.figures.minimumWidth() + loss
        for button in self.buttons.values():
            if button is not self._primary:
                width += round((WORD_EMS if words else BUTTON_EMS) * em)
                width += letters.horizontalAdvance(button.text()) if words else 0
        return width + SPACING * (len(self.buttons) + GAPS)

    def _translate(self) -> None:
        self.message.setAccessibleDescription(self.tr("State of the training"))
        self.loss.setAccessibleDescription(self.tr("Loss"))
        self.recipe.setAccessibleDescription(self.tr("Recipe"))
        self._fit()  # words differ in width

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        # A click leaves the focus where it is: on the canvas Space plays and pauses.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _arrange(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(SPACING)
        for button in self.buttons.values():
            upper.addWidget(button)
        upper.addSpacing(SPACING)
        upper.addWidget(self.pace)
        upper.addSpacing(SPACING)
        upper.addWidget(self.message, 1)
        upper.addWidget(self.figures)
        upper.addWidget(self.loss)
        lower = QHBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.recipe)
        lower.addWidget(self.change)
        lower.addStretch()
        lower.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING // 2)
        column.addLayout(upper)
        column.addWidget(self.time_line)
        column.addWidget(self._lower)

    def _fit(self) -> None:
        em = self.fontMetrics().height()
        self.pace.fit()
        side = round(ICON_EMS * em)
        for button in (*self.buttons.values(), self.change):
            button.setIconSize(QSize(side, side))
        # As wide as its word, which is longer in some languages than what keeps it still between Train and Pause.
        self._primary.setMinimumWidth(max(round(PRIMARY_EMS * em), self._primary.sizeHint().width()))
        font = self.font()
        font.setBold(True)
        if font.pixelSize() > 0:
            font.setPixelSize(round(LOSS_EMS * font.pixelSize()))
        else:
            font.setPointSizeF(LOSS_EMS * font.pointSizeF())
        self.loss.setFont(font)
        self.figures.setMinimumWidth(0)  # a label asks for no less than this, also once its letters are smaller
        self._choose_words()
