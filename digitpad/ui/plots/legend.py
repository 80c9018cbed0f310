"""The legend: one row of chips, a run each, with what differs between the runs; a click hides a curve."""

from collections.abc import Sequence
from html import escape

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
        self._runs: list[Run] = []
        self._shown: tuple[object, ...] = ()
        self.chips = [self._chip() for _ in range(MOST_CHIPS)]
        self._texts = [""] * MOST_CHIPS
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
        self._shown, self._runs = shown, newest
        recipes = self._distinct.of(run.recipe for run in newest)  # what differs is the same, and found sooner
        loops = {run.loop for run in newest}
        for place, chip in enumerate(self.chips):
            if place < len(newest):
                told = besides_name(newest[place], recipes, loops)
                self._texts[place] = self._fill(chip, newest[place], told)
        self._fit()

    def _translate(self) -> None:
        self._shown = ()
        self.show_runs(self._runs[::-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room, count, width = self.width(), 0, self.width()
        for place, chip in enumerate(self.chips[: len(self._runs)]):
            left = self._more_width() if place + 1 < len(self._runs) else 0
            chip.setText(self._texts[place].replace("&", "&&"))
            if not count:  # one is shown however little room there is
                self._shorten(chip, self._texts[place], room - left)
            if count and room - chip.sizeHint().width() < left:
                break
            room -= chip.sizeHint().width() + self._row.spacing()
            count += 1
        for place, chip in enumerate(self.chips):
            chip.setVisible(place < count)
        rest = len(self._runs) - count
        self.more.setVisible(rest > 0)
        self.more.setText(f"+{whole(rest)}")
        self.more.setToolTip(self.tr("%Ln more run(s): show the list", "", rest))
        if self.width() != width:  # a chip that came has changed it, and with it what is right
            self._fit()

    def _shorten(self, chip: QToolButton, text: str, room: int) -> None:
        """Let a chip's words end in … where there is too little room for them."""
        over = chip.sizeHint().width() - room
        if over > 0:
            letters = chip.fontMetrics()
            fitting = letters.horizontalAdvance(text) - over
            chip.setText(letters.elidedText(text, Qt.TextElideMode.ElideRight, fitting).replace("&", "&&"))

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

    def _fill(self, chip: QToolButton, run: Run, told: str) -> str:
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
        return " · ".join(filter(None, (f"{name}{mark}", told))) + measured


def _named_by(run: Run) -> tuple[object, ...]:
    """Return all that a chip says of a run."""
    besides = len(run.history.rate_changes), tuple(run.history.interventions)
    return (run, run.number, run.name, run.visible, run.accuracy, run.recipe, besides)
