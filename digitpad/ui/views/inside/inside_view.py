"""The view “Inside”: what the network that answers has learnt, and why it answers so; a page for each question."""

from functools import cached_property
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.inside.change_page import ChangePage
from digitpad.ui.views.inside.page import Page
from digitpad.ui.views.inside.weights_page import WeightsPage
from digitpad.ui.views.inside.why_page import WhyPage
from digitpad.ui.views.protocol import View
from digitpad.ui.views.words import SPACING
from digitpad.workspace.changes import Part
from digitpad.workspace.inside.insight import Topic
from digitpad.workspace.workspace import Workspace


class InsideView(View):
    """A page for each topic, one of them shown.

    Attributes:
        pages: by topic.
        choices: a button for each.
    """

    key = "inside"
    follows = frozenset({Part.DRAWING, Part.NETWORK, Part.STATE, Part.LOOKS})

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._insight = workspace.insight
        self._is_made = self._is_visible = False
        self._insight.changed.connect(self._show_topic)

    @cached_property
    def pages(self) -> dict[Topic, Page]:
        """Made with the view's widget."""
        space = self._workspace
        return {Topic.WHY: WhyPage(space), Topic.WEIGHTS: WeightsPage(space), Topic.CHANGE: ChangePage(space)}

    @cached_property
    def choices(self) -> dict[Topic, QToolButton]:
        """Made with the pages."""
        return {topic: self._choice(topic) for topic in Topic}

    @cached_property
    def _stack(self) -> QStackedWidget:
        return QStackedWidget()

    @cached_property
    def _widget(self) -> QWidget:
        widget, row = QWidget(), FlowLayout(None, SPACING, fills=True)
        for topic, button in self.choices.items():
            self._stack.addWidget(self.pages[topic].widget())
            row.addWidget(button)
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self._is_made = True
        self.translate()
        self._show_topic()
        return widget

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("InsideView", "Inside")

    def icon(self) -> str:
        """Return its icon."""
        return "inside"

    def widget(self) -> QWidget:
        """Return the pages."""
        return self._widget

    def translate(self) -> None:
        """Name the pages."""
        if not self._is_made:
            return
        names = {
            Topic.WHY: QCoreApplication.translate("InsideView", "Why?"),
            Topic.WEIGHTS: QCoreApplication.translate("InsideView", "Weights"),
            Topic.CHANGE: QCoreApplication.translate("InsideView", "Change its mind"),
        }
        for topic, button in self.choices.items():
            button.setText(names[topic])
            button.setToolTip(names[topic])

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

    def _choice(self, topic: Topic) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setProperty("role", "boxed")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(1)  # else its name decides how large the letters can be
        button.clicked.connect(lambda: self._insight.choose_topic(topic))
        return button

    def _show_topic(self) -> None:
        if self._is_made:
            topic = self._insight.topic
            self.choices[topic].setChecked(True)
            self._stack.setCurrentWidget(self.pages[topic].widget())
        if self._is_visible:
            self.refresh(self.follows)
