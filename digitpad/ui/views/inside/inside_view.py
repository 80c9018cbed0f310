"""The view “Inside”: what the network that answers has learnt, and why it answers so; a page for each question."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from digitpad.ui.views.chapters import Chapters
from digitpad.ui.views.protocol import View
from digitpad.workspace.changes import Part
from digitpad.workspace.inside.insight import Topic
from digitpad.workspace.workspace import Workspace

if TYPE_CHECKING:  # imported with the first widget that is made of it, so that the window comes up sooner
    from digitpad.ui.views.inside.page import Page


class InsideView(View):
    """A page for each topic, one of them shown.

    Attributes:
        pages: by topic.
        chapters: all that is seen: the pages, with a button for each.
    """

    key = "inside"
    follows = frozenset({Part.DRAWING, Part.NETWORK, Part.STATE, Part.LOOKS})

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._insight = workspace.insight
        self._is_made = self._is_visible = False
        self._insight.changed.connect(self._show_topic)

    @cached_property
    def pages(self) -> "dict[Topic, Page]":
        """Made with the view's widget."""
        from digitpad.ui.views.inside.change_page import ChangePage
        from digitpad.ui.views.inside.weights_page import WeightsPage
        from digitpad.ui.views.inside.why_page import WhyPage

        space = self._workspace
        return {Topic.WHY: WhyPage(space), Topic.WEIGHTS: WeightsPage(space), Topic.CHANGE: ChangePage(space)}

    @cached_property
    def chapters(self) -> Chapters[Topic]:
        """Made when it is first asked for."""
        chapters = Chapters({topic: page.widget() for topic, page in self.pages.items()})
        chapters.chosen.connect(self._insight.choose_topic)
        return chapters

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("InsideView", "Inside")

    def icon(self) -> str:
        """Return its icon."""
        return "inside"

    def widget(self) -> QWidget:
        """Return the pages."""
        if not self._is_made:
            self._is_made = True
            self.chapters.show_page(self._insight.topic)
            self.translate()
        return self.chapters

    def translate(self) -> None:
        """Name the pages."""
        if not self._is_made:
            return
        names = {
            Topic.WHY: QCoreApplication.translate("InsideView", "Why?"),
            Topic.WEIGHTS: QCoreApplication.translate("InsideView", "Weights"),
            Topic.CHANGE: QCoreApplication.translate("InsideView", "Change its mind"),
        }
        self.chapters.name(names)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read; the choice of the page stays, as no command makes it."""
        for page in self.pages.values():
            page.set_projector(on)

    def shown(self, visible: bool) -> None:
        """Look only while somebody does."""
        self._is_visible = visible
        super().shown(visible)

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show what is so now, on the page that is shown."""
        self.pages[self._insight.topic].show_now()

    def save(self) -> dict[str, Any]:
        """Return which page was shown."""
        return {"topic": str(self._insight.topic)}

    def restore(self, state: dict[str, Any]) -> None:
        """Show the page that was shown."""
        if state.get("topic") in tuple(Topic):  # no set: what is remembered may be a list
            self._insight.choose_topic(Topic(state["topic"]))

    def _show_topic(self) -> None:
        if self._is_made:
            self.chapters.show_page(self._insight.topic)
        if self._is_visible:
            self.refresh(self.follows)
