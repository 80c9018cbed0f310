"""The views that the program has: one line each."""

from collections.abc import Callable, Sequence

from digitpad.ui.views.loss.loss_view import LossView
from digitpad.ui.views.protocol import View
from digitpad.ui.views.runs.runs_view import RunsView
from digitpad.ui.views.sight.sight_view import SightView
from digitpad.workspace.workspace import Workspace

VIEWS: Sequence[Callable[[Workspace], View]] = (LossView, RunsView, SightView)
