"""What more data buys, on the page “Use”: what will be trained and how long that takes, progress, and the plot."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from digitpad.errors import UserError
from digitpad.runs.recipe import Recipe
from digitpad.ui.plain import PlainLabel, give_tip
from digitpad.ui.translated import Translated
from digitpad.ui.views.classroom.data_plot import DataPlot
from digitpad.workspace.classroom.curve_measuring import CurvePlan, CurvePoint
from digitpad.workspace.classroom.data_curve import DataCurve
from digitpad.workspace.wording.numbers import NO_BREAK_SPACE, decimal, duration, plain_percent, unbroken, whole
from digitpad.workspace.wording.recipe.recipe_texts import summary
from digitpad.workspace.wording.sentences import sentence

SPACING = 8


class CurvePanel(Translated, QWidget):
    """Measures what more of the class's drawings buy, and shows it.

    Attributes:
        plan: what will be trained, or why nothing can be; how far it is while it runs.
        measure: begins, and stops.
        plot: what was found.
        found: the same in words, and whether it is out of date.
    """

    def __init__(self, curve: DataCurve, recipe: Callable[[], Recipe], parent: QWidget | None = None) -> None:
        """``recipe`` returns what is trained by; it may raise UserError."""
        super().__init__(parent)
        self._curve, self._recipe = curve, recipe
        self._next: CurvePlan | None = None
        self._shown: tuple[tuple[CurvePoint, ...], bool] = (), False
        self.heading, self.plan, self.found = PlainLabel(self), PlainLabel(self), PlainLabel(self)
        self.heading.setProperty("role", "heading")
        for label in (self.heading, self.plan, self.found):
            label.setWordWrap(True)
        self.measure = QPushButton(self)
        self.measure.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.plot = DataPlot(self)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.measure)
        row.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        for part in (self.heading, self.plan):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.plot, 1)
        column.addWidget(self.found)
        self.measure.clicked.connect(self._begin_or_stop)
        curve.changed.connect(self._follow)
        curve.progressed.connect(self._follow)
        self._translate()

    def show_now(self) -> None:
        """Show what is so now."""
        curve = self._curve
        is_running = curve.is_running
        problem = ""
        if is_running:
            self.plan.setText(self._progress())
        else:
            try:
                recipe = self._recipe()
                self._next = curve.plan_for(recipe)
                self.plan.setText(f"{self._planned(self._next)} {self._learnt_all_the_same(recipe)}".rstrip())
            except UserError as error:
                self._next, problem = None, sentence(error)
                self.plan.setText(problem)
        self.measure.setText(self.tr("Stop &measuring") if is_running else self.tr("&Measure"))
        self.measure.setEnabled(not curve.is_stopping if is_running else self._next is not None)
        give_tip(self.measure, problem or self._tip(is_running=is_running))
        shown = curve.points, curve.is_stale
        if shown != self._shown:
            self._shown = shown
            self.plot.show_points(shown[0], stale=shown[1])
        words = self._found()
        self.found.setText(words)
        self.plot.describe(words)

    def changeEvent(self, event: QEvent) -> None:
        """Have the plot follow the program's letters and colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            # Once it has them itself.
            QTimer.singleShot(0, self, lambda: self.plot.when_seen(self.plot.restyle))

    def _tip(self, *, is_running: bool) -> str:
        if is_running:
            return self.tr("End it, and keep what was found")
        return self.tr("Train on more and more of our digits, and test each network on those held out")

    def _planned(self, plan: CurvePlan) -> str:
        words = self.tr("On {sizes} drawings, tested on the {test} held out: {trainings}, about {time}. {recipe}.")
        return words.format(
            sizes=self._listed([whole(len(part)) for part in plan.parts]),
            test=whole(len(plan.material.ours.held_out)),
            trainings=self.tr("%Ln training(s)", "", len(plan.parts)),
            time=unbroken(duration(max(1.0, plan.seconds))),
            recipe=summary(plan.recipe),
        )

    def _learnt_all_the_same(self, recipe: Recipe) -> str:
        """Say which digits are learnt though the recipe leaves them out; nothing if it leaves out none."""
        left_out = recipe.data.left_out
        if not left_out:
            return ""
        words = self.tr("All ten digits are learnt here, also what the recipe leaves out: {digits}.")
        return words.format(digits=self._listed([str(digit) for digit in left_out]))

    def _listed(self, sizes: list[str]) -> str:
        if len(sizes) < 2:
            return "".join(sizes)
        return self.tr("{some} and {last}").format(some=", ".join(sizes[:-1]), last=sizes[-1])

    def _progress(self) -> str:
        progress = self._curve.progress
        if progress is None or self._curve.is_stopping:
            return self.tr("It ends after the batches at hand …")
        words = self.tr(
            "Training {number} of {count}, on {drawings} drawings: {percent} %, about {time} to go. No run can "
            "begin meanwhile."
        )
        return words.format(
            number=whole(progress.number),
            count=whole(progress.count),
            drawings=whole(progress.drawings),
            percent=whole(round(100 * progress.share)),
            time=unbroken(duration(max(1.0, progress.seconds_left))),
        )

    def _found(self) -> str:
        curve = self._curve
        said = [] if curve.problem is None else [sentence(curve.problem)]
        if curve.is_stale:
            said.append(self.tr("Our digits, or what is held out, have changed since: measure again."))
        if curve.points:
            said.append("; ".join(map(self._point, curve.points)) + ".")
        return " ".join(said)

    def _point(self, point: CurvePoint) -> str:
        """Say what a network of so many drawings has reached, give or take its sampling error."""
        words = self.tr("{drawings} drawings: {percent} right (± {error})")
        return words.replace("± ", f"±{NO_BREAK_SPACE}").format(
            drawings=whole(point.drawings),
            percent=unbroken(plain_percent(point.accuracy)),
            error=decimal(100 * point.error, 1),
        )

    def _begin_or_stop(self) -> None:
        if self._curve.is_running:
            self._curve.stop()
        else:
            self.show_now()  # by what the recipe is at this moment, not at the last frame
            if self._next is not None:
                self._curve.begin(self._next)
        self.show_now()

    def _follow(self) -> None:
        if self.isVisible():
            self.show_now()

    def _translate(self) -> None:
        self.heading.setText(self.tr("What more data buys"))
        self.show_now()
