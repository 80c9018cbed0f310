"""The view “Keras”: the lesson's first listing with the recipe's values, beside our own loop."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from digitpad.runs.recipe import Loop
from digitpad.ui.views.keras.keras_panel import KerasPanel
from digitpad.ui.views.protocol import Commands, View
from digitpad.ui.views.scrolled import scrolled
from digitpad.workspace.changes import Part
from digitpad.workspace.loops.comparing import agreement, paces
from digitpad.workspace.loops.listing import listing
from digitpad.workspace.wording.loop_texts import agreement_text, notes
from digitpad.workspace.workspace import Workspace


class KerasView(View):
    """The listing of the recipe in the fields, and of its runs what both loops have in common.

    Attributes:
        panel: all that is seen; it scrolls.
    """

    key = "keras"
    follows = frozenset({Part.RUNS, Part.RECIPE, Part.LOOKS})

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        self._workspace = workspace
        self._commands = commands

    @cached_property
    def panel(self) -> KerasPanel:
        """Made when it is first asked for."""
        return KerasPanel({loop: self._commands[f"loop_{loop}"] for loop in Loop})

    @cached_property
    def _widget(self) -> QWidget:
        return scrolled(self.panel)

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("KerasView", "Keras")

    def icon(self) -> str:
        """Return its icon."""
        return "code"

    def widget(self) -> QWidget:
        """Return the panel in an area that scrolls."""
        return self._widget

    def translate(self) -> None:
        """Say what the recipe's notes are in another language."""
        if "panel" in vars(self):
            self.refresh(self.follows)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        self.panel.set_projector(on)

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show what is so now."""
        recipe, runs = self._workspace.draft.recipe, self._workspace.runs.runs
        if changed - {Part.RUNS}:
            self.panel.show_listing(listing(recipe), notes(recipe))
        self.panel.show_loops(paces(runs, recipe), agreement_text(agreement(runs, recipe)))
