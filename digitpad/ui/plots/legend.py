"""The legend: one row of chips, a run each, with what differs between the runs; a click hides a curve."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from digitpad.runs.run import Run, short_name
from digitpad.ui.plots.swatch import LOOKS, swatch
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.runs.distinct import DistinctRecipes
from digitpad.workspace.wording.loop_texts import besides_name
from digitpad.workspace.wording.numbers import plain_percent, whole
from digitpad.workspace.wording.run_texts import BY_HAND, deviations, with_deviations

MOST_CHIPS = 4
SWATCH = QSize(28, 12)


class Legend(Translated, QWidget):
    """Names the runs of a plot, the newest first; struck out are those whose curves are hidden.

    Signals:
        toggled(Run): this run's curve shall be hidden, or shown again.
        asked_for_all(): somebody wants to see the runs that have no chip.
        menu_asked(Run, QPoint): somebody wants to do something with this run; where, in pixels of the screen.
    """

    toggled = Signal(object)
    asked_for_all = Signal()
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._newest: list[Run] = []
        self._runs: list[Run] = []
        self._shown: tuple[object, ...] = ()
        self.chips = [self._chip() for _ in range(MOST_CHIPS)]
        self._texts = [_Words()] * MOST_CHIPS
        self.more = QToolButton(self)
        self.more.setAutoRaise(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self.asked_for_all)
        self._distinct = DistinctRecipes()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for chip in (*self.chips, self.more):
            self._row.addWidget(chip)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for place, chip in enumerate(self.chips):
            chip.clicked.connect(lambda _=False, place=place: self.toggled.emit(self._runs[place]))
            chip.customContextMenuRequested.connect(
                lambda at, place=place, chip=chip: self.menu_asked.emit(self._runs[place], chip.mapToGlobal(at))
            )

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Name these runs."""
        newest = list(reversed(runs))
        shown = (
            colors(),
            self.width(),
            tuple(map(_named_by, newest[:MOST_CHIPS])),
            [run.recipe for run in newest],  # what differs in them is said; and how many there are
        )
        if shown == self._shown:
            return
        self._shown, self._newest = shown, newest
        self._give_chips(newest)
        self._fit()

    def _give_chips(self, runs: list[Run]) -> None:
        """Give a chip to each of the first of these."""
        self._runs = runs
        recipes = self._distinct.of(run.recipe for run in runs)  # what differs is the same, and found sooner
        loops = {run.loop for run in runs}
        for place, (chip, run) in enumerate(zip(self.chips, runs, strict=False)):
            self._texts[place] = self._fill(chip, run, besides_name(run, recipes, loops))

    def _translate(self) -> None:
        self._shown = ()
        self.show_runs(self._newest[::-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width()
        if self._runs != self._newest:
            self._give_chips(self._newest)
        count = self._count_fitting()
        seen = next((run for run in self._newest if run.visible), None)
        if seen is not None and not any(run.visible for run in self._runs[:count]):
            # Where only hidden runs have a chip, nobody knows whose curve it is that is seen.
            self._give_chips([seen, *(run for run in self._newest if run is not seen)])
            count = self._count_fitting()
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < count)
        rest = len(self._runs) - count
        self.more.setVisible(rest > 0)
        self.more.setText(f"+{whole(rest)}")
        self.more.setToolTip(self.tr("%Ln more run(s): show the list", "", rest))
        if self.width() != width:  # a chip that came has changed it, and with it what is right
            self._fit()

    def _count_fitting(self) -> int:
        """Write what the chips say, and return how many of them there is room for."""
        room, count = self.width(), 0
        for place, chip in enumerate(self.chips[: len(self._runs)]):
            left = self._more_width() if place + 1 < len(self._runs) else 0
            _write(chip, str(self._texts[place]))
            if not count:  # one is shown however little room there is
                _shorten(chip, self._texts[place], room - left)
            if count and room - chip.sizeHint().width() < left:
                break
            room -= chip.sizeHint().width() + self._row.spacing()
            count += 1
        return count

    def _more_width(self) -> int:
        return 4 * self.fontMetrics().averageCharWidth() + 16

    def _chip(self) -> QToolButton:
        chip = QToolButton(self)
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setIconSize(SWATCH)
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return chip

    def _fill(self, chip: QToolButton, run: Run, told: str) -> "_Words":
        """Show a run's look; return what is to be said of it, ``told`` being what sets it apart."""
        measured = "" if run.accuracy is None else f"  {plain_percent(run.accuracy)}"
        name = short_name(run.name)
        chip.setIcon(swatch(run.number % LOOKS, colors(), SWATCH, faint=not run.visible))
        chip.setChecked(run.visible)
        letters = QFont()  # all else of them is the room's
        letters.setStrikeOut(not run.visible)
        chip.setFont(letters)
        tip = self.tr("Hide this curve") if run.visible else self.tr("Show this curve")
        besides = with_deviations(told, run) if told else deviations(run)
        full = " · ".join(filter(None, (name, besides))) + measured
        chip.setToolTip(f"<p>{escape(full)}</p><p>{escape(tip)}</p>")
        chip.setAccessibleDescription(tip)
        chip.setAccessibleName(full)
        mark = "" if run.is_by_recipe else f" {BY_HAND}"
        return _Words(f"{name}{mark}", told, measured)


class _Words(NamedTuple):
    """What a chip says: the run's name, what sets it apart, and its accuracy."""

    name: str = ""
    told: str = ""
    measured: str = ""

    def __str__(self) -> str:
        return " · ".join(filter(None, (self.name, self.told))) + self.measured


def _write(chip: QToolButton, text: str) -> None:
    chip.setText(text.replace("&", "&&"))


def _shorten(chip: QToolButton, words: _Words, room: int) -> None:
    """Let a chip's words end in … where there is too little room: its accuracy stays whole, or is left out."""
    over = chip.sizeHint().width() - room
    if over <= 0:
        return
    letters = chip.fontMetrics()
    fitting = letters.horizontalAdvance(str(words)) - over
    before = str(words._replace(measured=""))
    beside = fitting - letters.horizontalAdvance(words.measured)
    if beside >= letters.horizontalAdvance(f"{words.name}…"):
        _write(chip, letters.elidedText(before, Qt.TextElideMode.ElideRight, beside) + words.measured)
    else:
        _write(chip, letters.elidedText(before, Qt.TextElideMode.ElideRight, fitting))


def _named_by(run: Run) -> tuple[object, ...]:
    """Return all that a chip says of a run."""
    besides = len(run.history.rate_changes), tuple(run.history.interventions)
    return (run, run.number, run.name, run.visible, run.accuracy, run.recipe, besides)
