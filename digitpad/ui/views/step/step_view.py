"""The view “Step”: one training step of the paused run, on the lesson's own lines, act by act."""

import math
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from digitpad.engines.acts.pages import first_page
from digitpad.engines.acts.protocol import Go
from digitpad.engines.acts.tape import Act
from digitpad.network.slope import Slope
from digitpad.ui.views.protocol import Commands, View
from digitpad.workspace.changes import Part
from digitpad.workspace.stepping.situation import Situation
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.acts.situations import situation_text
from digitpad.workspace.workspace import Workspace

if TYPE_CHECKING:  # imported with the first widget that is made of it, so that the window comes up sooner
    from digitpad.ui.views.step.cards.slope_card import Point
    from digitpad.ui.views.step.own_bar import OwnBar
    from digitpad.ui.views.step.step_panel import StepPanel

BUTTONS = ("step_back", "next_line", "next_card")


class StepView(View):
    """Code and cards of the step that is looked at; opened while a run trains, it pauses that.

    Attributes:
        panel: code and cards.
        own: the class's own drawing, to be learnt from.
        new_run, one_more_epoch: what is offered when the run that answers has no batch left.
    """

    key = "step"
    follows = frozenset({Part.MOMENT, Part.STATE, Part.NETWORK, Part.RECIPE, Part.LOOKS})
    _shown: tuple[object, ...] = ()

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        self._workspace = workspace
        self._commands = commands
        self._stepping, self._inspection = workspace.stepping, workspace.inspection
        self._guess_first = commands["guess_first"]
        self.new_run, self.one_more_epoch = QAction(workspace), QAction(workspace)
        self._act: Act | None = None
        self._is_visible = False
        self._guess = QToolButton()
        self._guess.setDefaultAction(self._guess_first)
        self._guess.setProperty("role", "boxed")
        self.new_run.triggered.connect(self._begin_run)
        self.one_more_epoch.triggered.connect(self._add_epoch)
        self._stepping.changed.connect(self._follow_step)
        self._inspection.changed.connect(self._follow)
        workspace.own.changed.connect(self._follow)
        self._inspection.checker.changed.connect(self.show_slope)
        self.translate()

    @cached_property
    def panel(self) -> "StepPanel":
        """Made when it is first asked for: it takes a tenth of a second."""
        from digitpad.ui.views.step.step_panel import StepPanel

        panel, inspection = StepPanel({name: self._commands[name] for name in BUTTONS}), self._inspection
        panel.chosen.connect(inspection.choose)
        panel.act_chosen.connect(self.show_act)
        panel.pushed.connect(inspection.checker.push)
        panel.slope_guessed.connect(inspection.guess_weight)
        panel.loss_guessed.connect(inspection.guess_loss)
        panel.add_between_steps(self.own)
        return panel

    @cached_property
    def own(self) -> "OwnBar":
        """Made with the panel."""
        from digitpad.ui.views.step.own_bar import OwnBar

        return OwnBar(self._workspace.own, self._commands)

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("StepView", "Step")

    def icon(self) -> str:
        """Return its icon."""
        return "tape"

    def widget(self) -> QWidget:
        """Return code and cards."""
        return self.panel

    def tools(self) -> list[QWidget]:
        """Return the switch for guessing."""
        return [self._guess]

    def translate(self) -> None:
        """Say what is offered."""
        self.new_run.setText(QCoreApplication.translate("StepView", "A new run"))
        self.one_more_epoch.setText(QCoreApplication.translate("StepView", "One more epoch"))
        if "panel" in vars(self):  # else there is nothing that says anything yet
            self._say()

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        self.panel.set_projector(on)
        self.own.set_projector(on)

    def shown(self, visible: bool) -> None:
        """A run that trains pauses, as a step belongs to a paused one."""
        self._is_visible = visible
        if visible:
            if self._workspace.training.state is State.TRAINING:
                self._workspace.training.pause()
            self._workspace.jobs.do(first_page, self.panel.show_page, lambda _problem: None)
        super().shown(visible)

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show the step where it is, or what Next would do."""
        stop, inspection, panel = self._stepping.stop, self._inspection, self.panel
        run, asked = self._stepping.run, self._asked
        guesses = inspection.weight_guess, inspection.loss_guess
        shown = stop, inspection.choice, self._act, asked, guesses
        # Cards take some milliseconds to be filled; while a step runs to its first line the old ones stay.
        begins = stop is None and self._stepping.situation is Situation.WORKING and self._shown != ()
        if (shown != self._shown and not begins) or Part.LOOKS in changed:
            self._shown = shown
            if stop is not None and run is not None:
                panel.show_losses(run.history.losses[: stop.tape.number])
            panel.gradients.found = self._found
            panel.show_stop(stop, inspection.choice, self._act if asked is None else Act(asked - 1))
            panel.ask(asked)
            panel.show_guesses(*guesses)
            self.show_slope()
        self._show_own()
        self._say()

    def show_slope(self) -> None:
        """Show what is known of the chosen weight's slope."""
        check = self._inspection.checker.check
        if not self._is_visible or check is None or check.tape.gradients is None:
            return  # another weight comes with the next stop that has one
        tensor = min(check.choice.tensor, len(check.tape.gradients) - 1)
        gradient = check.tape.gradients[tensor]
        self.panel.show_slope(check.slope, check.points, float(gradient[check.choice.index(gradient.shape)]))

    def show_act(self, act: Act | None) -> None:
        """Show the card of this act, by default that of the newest one."""
        self._act = act
        self.refresh(self.follows)

    def save(self) -> dict[str, Any]:
        """Return whether the class guesses first."""
        return {"guess_first": self._guess_first.isChecked()}

    def restore(self, state: dict[str, Any]) -> None:
        """Let the class guess first, or not."""
        self._guess_first.setChecked(state.get("guess_first") is True)

    @property
    def _found(self) -> "tuple[Slope | None, Sequence[Point]]":
        """What is known of the chosen weight already: its slope, and the points tried."""
        stop, check = self._stepping.stop, self._inspection.checker.check
        if stop is None or check is None or check.tape.gradients is not stop.tape.gradients:
            return None, ()
        return check.slope, check.points

    @property
    def _asked(self) -> Act | None:
        """The act before which the class has still to guess; None if it has, or need not."""
        stop, inspection = self._stepping.stop, self._inspection
        if stop is None or not inspection.guess_first:
            return None
        if stop.tape.gradients is not None and inspection.weight_guess is None:
            return Act.GRADIENTS
        is_number = stop.tape.mean is not None and math.isfinite(stop.tape.mean)  # else there is nothing to guess
        if is_number and stop.tape.again is not None and inspection.loss_guess is None:
            return Act.AGAIN
        return None

    def _show_own(self) -> None:
        """Offer to learn from the class's drawing between two steps."""
        own, situation, readiness = self._workspace.own, self._stepping.situation, self._workspace.readiness
        self.own.is_of_ours = readiness.is_known and not readiness.has_mnist
        self.own.show_own()
        between = situation in (Situation.NEW_RUN, Situation.NEXT_BATCH)
        self.own.setVisible((own.is_drawn and between) or own.lesson is not None)

    def _follow(self) -> None:
        if self._is_visible:
            self.refresh(frozenset())

    def _follow_step(self) -> None:
        """Show another stop at once: whoever steps waits for it."""
        self._act = None
        if self._is_visible and self._shown[:1] != (self._stepping.stop,):
            self.refresh(frozenset({Part.MOMENT}))
        else:
            self._workspace.changes.note_moment()

    def _begin_run(self) -> None:
        self._stepping.begin_run(Go.CARD)

    def _add_epoch(self) -> None:
        run = self._stepping.finished_run
        if run is not None:
            self._workspace.commands.one_more_epoch(run)

    def _say(self) -> None:
        situation = self._stepping.situation
        space = self._workspace
        text = situation_text(space.stepping, space.training, space.readiness, space.network, space.draft)
        if situation is Situation.FINISHED and not space.collector.is_collecting:
            self.panel.say(text, self.one_more_epoch, self.new_run)
        else:
            self.panel.say(text)
