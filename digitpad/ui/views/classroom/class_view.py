"""The view “Class”: our own digits are collected, looked at and used, each in a page of its own."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from digitpad.document.classroom.class_pictures import MOST_HELD_OUT
from digitpad.drawing.stroke_lines import MAX_PEN
from digitpad.ui.views.chapters import Chapters
from digitpad.ui.views.protocol import Commands, View
from digitpad.ui.views.scrolled import scrolled
from digitpad.workspace.changes import Part
from digitpad.workspace.classroom.class_mode import Mode
from digitpad.workspace.workspace import Workspace

if TYPE_CHECKING:  # imported with the first widget that is made of it, so that the window comes up sooner
    from digitpad.ui.views.classroom.collect_page import CollectPage
    from digitpad.ui.views.classroom.digits_page import DigitsPage
    from digitpad.ui.views.classroom.use_page import UsePage


class ClassView(View):
    """Three pages, one of them shown; to leave the first one, or the view, ends a round of collecting.

    Attributes:
        collecting, digits, use: the pages.
        chapters: all that is seen: the pages, with a button for each.
    """

    key = "class"
    follows = frozenset({Part.DATA, Part.STATE, Part.RECIPE, Part.LOOKS})

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        self._workspace, self._commands = workspace, commands
        self._collector, self._mode = workspace.collector, workspace.class_mode
        self._is_made = False
        self._collector.changed.connect(self._follow_round)
        self._mode.changed.connect(self._show_mode)
        self._mode.opened.connect(self._give_keys)

    @cached_property
    def collecting(self) -> "CollectPage":
        """Made with the others."""
        from digitpad.ui.views.classroom.collect_page import CollectPage

        return CollectPage(self._workspace, self._commands)

    @cached_property
    def digits(self) -> "DigitsPage":
        """Made with the others."""
        from digitpad.ui.views.classroom.digits_page import DigitsPage

        return DigitsPage(self._workspace)

    @cached_property
    def use(self) -> "UsePage":
        """Made with the others."""
        from digitpad.ui.views.classroom.use_page import UsePage

        return UsePage(self._workspace)

    @cached_property
    def chapters(self) -> Chapters[Mode]:
        """Made when it is first asked for."""
        pages = {Mode.COLLECT: scrolled(self.collecting), Mode.DIGITS: self.digits, Mode.USE: scrolled(self.use)}
        chapters = Chapters(pages)
        chapters.chosen.connect(self._mode.choose)
        return chapters

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("ClassView", "Class")

    def icon(self) -> str:
        """Return its icon."""
        return "class"

    def widget(self) -> QWidget:
        """Return the pages."""
        if not self._is_made:
            self._is_made = True
            self.translate()
            self._show_mode()
        return self.chapters

    def translate(self) -> None:
        """Name the pages."""
        if not self._is_made:
            return
        names = {
            Mode.COLLECT: QCoreApplication.translate("ClassView", "Collect"),
            Mode.DIGITS: QCoreApplication.translate("ClassView", "Our digits"),
            Mode.USE: QCoreApplication.translate("ClassView", "Use"),
        }
        self.chapters.name(names)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        self.chapters.offer_choice(not on)
        for page in (self.collecting, self.digits, self.use):
            page.set_projector(on)

    def shown(self, visible: bool) -> None:
        """Whoever leaves the view has done with collecting."""
        if not visible:
            self._collector.end()
        super().shown(visible)

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show what is so now, on the page that is shown."""
        match self._mode.mode:
            case Mode.COLLECT:
                self.collecting.show_now()
            case Mode.DIGITS:
                self.digits.show_now()
            case Mode.USE:
                self.use.show_now()

    def save(self) -> dict[str, Any]:
        """Return how many pens there are, and how many per cent of our digits are held out."""
        return {"pens": self._collector.pens, "held_out": round(100 * self._workspace.material.share)}

    def restore(self, state: dict[str, Any]) -> None:
        """Have as many pens as there were, and hold out as much."""
        pens = state.get("pens")
        if type(pens) is int and 1 <= pens <= MAX_PEN:
            self._collector.set_pens(pens)
        held_out = state.get("held_out")
        if type(held_out) is int and 0 <= held_out <= 100 * MOST_HELD_OUT:
            self._workspace.material.hold_out(held_out / 100)

    def _follow_round(self) -> None:
        """Show at once what is asked for next: somebody waits for it."""
        if self._is_made and self.collecting.isVisible():
            self.collecting.show_now()

    def _give_keys(self) -> None:
        """Let keys label the drawings at once, which on the canvas draw examples."""
        if self._is_made:
            self.digits.gallery.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_mode(self) -> None:
        mode = self._mode.mode
        if mode is not Mode.COLLECT:
            self._collector.end()
        if self._is_made:
            self.chapters.show_page(mode)
            self.refresh(self.follows)
