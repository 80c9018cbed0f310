"""The page on which the pen goes round: who draws, what, how many there are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QToolButton, QVBoxLayout, QWidget

from digitpad.drawing.stroke_lines import MAX_PEN
from digitpad.errors import UserError
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.ui.views.classroom.count_bars import CountBars
from digitpad.ui.views.classroom.growing_words import GrowingWords
from digitpad.ui.views.command_button import CommandButton
from digitpad.ui.views.protocol import Commands
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.classroom.class_mode import ClassMode, Filter
from digitpad.workspace.classroom.collector import News
from digitpad.workspace.wording.numbers import whole, with_article
from digitpad.workspace.wording.sentences import sentence
from digitpad.workspace.workspace import Workspace

BUTTONS = (("take_back", "accept"), ("pass_pen", "collect"))
SPACING = 6


class CollectPage(Translated, QWidget):
    """What is asked for in large letters, what came of it, buttons for those who have no keys, and the counts.

    Attributes:
        words: what is asked for.
        news: what came of the last drawing.
        bars: how many drawings each digit has.
        pen, pens: whose turn it is, and of how many.
        aside: leads to what is set aside.
    """

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collector, self._drawings = workspace.collector, workspace.class_drawings
        self._mode: ClassMode = workspace.class_mode
        self._is_plain = False
        self.words, self.news = GrowingWords(self), PlainLabel(self)
        self.news.setWordWrap(True)
        self.news.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bars, self.total = CountBars(self), PlainLabel(self)
        self.total.setWordWrap(True)
        self._says_pen, self._says_of = PlainLabel(self), PlainLabel(self)
        self.pen, self.pens = self._number(), self._number()
        self._wheel = WheelGuard(self)
        self._wheel.guard(self.pen, self.pens)
        self._says_pen.setBuddy(self.pen)
        self._says_of.setBuddy(self.pens)
        self.buttons = {name: self._button(commands, name) for row in BUTTONS for name in row}
        self.aside = QToolButton(self)
        self.aside.setProperty("role", "boxed")
        self._lay_out()
        self.pen.valueChanged.connect(self._collector.choose_pen)
        self.pens.valueChanged.connect(self._collector.set_pens)
        self.aside.clicked.connect(lambda: self._mode.open(Filter(aside=True)))
        self._translate()

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        for widget in (self._says_pen, self.pen, self._says_of, self.pens):
            who.addWidget(widget)
        who.addStretch(1)
        grid = QGridLayout()
        for row, names in enumerate(BUTTONS):
            for place, name in enumerate(names):
                grid.addWidget(self.buttons[name], row, place)
        below = QHBoxLayout()
        below.addWidget(self.total, 1)
        below.addWidget(self.aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (who, grid, below, column):
            part.setSpacing(SPACING)
        column.addLayout(who)
        column.addWidget(self.words, 3)
        column.addWidget(self.news)
        column.addLayout(grid)
        column.addWidget(self.bars, 2)
        column.addLayout(below)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        self._is_plain = on
        for widget in (self._says_pen, self.pen, self._says_of, self.pens, *self.buttons.values()):
            widget.setVisible(not on)
        self.show_now()

    def show_now(self) -> None:
        """Show what is so now."""
        collector, content = self._collector, self._drawings.content
        for field, value in ((self.pens, collector.pens), (self.pen, collector.pen)):
            field.blockSignals(True)  # it only shows what is so
            field.setValue(value)
            field.blockSignals(False)
        self.words.say(self._asks())
        self.news.setText(self._came_of_it())
        self.bars.show_counts(content.counts(), collector.prompt if collector.is_collecting else None)
        count = self.tr("%Ln drawing(s)", "", len(content.drawings))
        known = {entry.pen for entry in content.drawings}  # whose all are set aside has none in these yet
        pens = self.tr("%Ln pen(s)", "", len(known))
        by_pens = self.tr("{drawings} of {pens}").format(drawings=count, pens=pens)
        self.total.setText(count if None in known or not known else by_pens)  # a file need not say whose they are
        self.aside.setVisible(bool(content.aside) and not self._is_plain)
        self.aside.setText(self.tr("{count} set aside: look").format(count=whole(len(content.aside))))

    def _asks(self) -> str:
        collector = self._collector
        if collector.is_collecting:
            words = self.tr("Pen {pen}, write a {digit}")
            asks = with_article(words.format(pen=whole(collector.pen), digit=collector.prompt))
            return asks.replace(", ", ",\n", 1)  # two lines of larger letters
        return self.tr("Collect our own digits")

    def _came_of_it(self) -> str:
        collector = self._collector
        if not collector.is_collecting:
            return self.tr("The pen goes round, and everybody writes what is asked for. Nobody’s name is kept.")
        return {
            News.NOTHING: self.tr("Enter takes the drawing, Backspace takes the last one back."),
            News.TAKEN: self.tr("Taken: %Ln drawing(s) by this pen.", "", collector.taken),
            News.SET_ASIDE: self.tr("Set aside: it does not look like what was asked for. The class will decide."),
            News.TAKEN_BACK: self.tr("Taken back."),
            News.NO_INK: self.tr("The canvas is empty: draw the digit first."),
            News.NO_ROOM: sentence(UserError("class-full")),
            News.ONLY_A_DOT: self.tr("That is only a dot: draw the whole digit."),
            News.SEVERAL: self.tr("That looks like more than one digit: draw one, or press Enter again."),
        }[collector.news]

    def _translate(self) -> None:
        self._says_pen.setText(self.tr("Pe&n"))
        self._says_of.setText(self.tr("&of"))
        self.pen.setAccessibleName(self.tr("Whose turn it is"))
        self.pens.setAccessibleName(self.tr("How many pens there are"))
        for field in (self.pen, self.pens):
            field.setToolTip(field.accessibleName())
        self.aside.setToolTip(self.tr("Look at what is set aside: keep it, give it another label, or drop it"))
        self.show_now()

    def _number(self) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(1, MAX_PEN)
        field.setKeyboardTracking(False)
        return field

    def _button(self, commands: Commands, name: str) -> QToolButton:
        return CommandButton(commands[name], self, "primary" if name == "accept" else "boxed")
