"""The views that the program has: one line each."""

from collections.abc import Callable, Sequence

from digitpad.ui.views.classroom.class_view import ClassView
from digitpad.ui.views.host import Maker
from digitpad.ui.views.inside.inside_view import InsideView
from digitpad.ui.views.keras.keras_view import KerasView
from digitpad.ui.views.loss.loss_view import LossView
from digitpad.ui.views.protocol import Commands, View
from digitpad.ui.views.runs.runs_view import RunsView
from digitpad.ui.views.sight.sight_view import SightView
from digitpad.ui.views.step.step_view import StepView
from digitpad.ui.views.test.test_view import TestView
from digitpad.workspace.workspace import Workspace


def _by_itself(make: Callable[[Workspace], View]) -> Maker:
    """Return the maker of a view that shows none of the program's commands."""

    def made(workspace: Workspace, _commands: Commands) -> View:
        return make(workspace)

    return made


VIEWS: Sequence[Maker] = (
    _by_itself(LossView),
    RunsView,
    _by_itself(SightView),
    StepView,
    TestView,
    ClassView,
    _by_itself(InsideView),
    KerasView,
)
