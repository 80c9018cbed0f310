"""The view “Test”: which digits the network that answers takes for which, and the pictures themselves."""

import secrets
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from digitpad.arrays import Places
from digitpad.document.picture_set import Source
from digitpad.network.judging import contested
from digitpad.ui.views.protocol import Commands, View
from digitpad.workspace.changes import Part
from digitpad.workspace.galleries.source import NoPictures
from digitpad.workspace.galleries.tested_pictures import TestedPictures
from digitpad.workspace.testing.matrix_cells import ROW, cells_of, difference_cells
from digitpad.workspace.testing.opened import Opened, Scope
from digitpad.workspace.testing.vote import begin_vote
from digitpad.workspace.wording.pictures.testing_texts import (
    cell_text,
    difference_cell_text,
    opened_text,
    row_text,
)
from digitpad.workspace.wording.time_texts import compared_name
from digitpad.workspace.workspace import Workspace

if TYPE_CHECKING:  # imported with the first widget that is made of it, so that the window comes up sooner
    from digitpad.ui.views.test.test_panel import TestPanel

OF_CHOSEN = ("on_easel", "train_on_these")
"""Commands for the chosen pictures."""

SEEDS = 1 << 31


class TestView(View):
    """The result of a test; it is computed while the view is visible.

    Attributes:
        panel: all that is seen.
    """

    __test__ = False
    """It is no test, whatever pytest thinks of its name."""

    key = "test"
    follows = frozenset({Part.NETWORK, Part.DATA, Part.LOOKS})

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        self._workspace, self._commands = workspace, commands
        self._testing = workspace.testing
        self._is_visible = False
        self._shown: tuple[object, ...] = ()
        self._shares = False
        self._testing.changed.connect(self._follow)
        self._testing.opened_changed.connect(self._follow_opened)
        self._testing.open(Opened(Scope.MISTAKES))
        self._is_asked = False  # these are shown as long as nobody asks for others

    @cached_property
    def panel(self) -> "TestPanel":
        """Made when it is first asked for."""
        from digitpad.ui.views.test.test_panel import TestPanel

        testing, commands = self._testing, self._commands
        panel = TestPanel(commands["test_on_file"], [commands[name] for name in OF_CHOSEN])
        panel.head.shares.setChecked(self._shares)
        panel.head.source_chosen.connect(testing.choose_source)
        panel.head.look_changed.connect(self._change_look)
        panel.matrix.opened.connect(self._open_cell)
        panel.gallery.chosen.connect(testing.choose)
        panel.gallery.opened.connect(lambda _place: self._commands["on_easel"].trigger())
        panel.mistakes.clicked.connect(lambda: self.open(Opened(Scope.MISTAKES)))
        panel.suspected.clicked.connect(lambda: self.open(Opened(Scope.SUSPECTED)))
        panel.ask.clicked.connect(self.begin_vote)
        panel.vote.ended.connect(self.end_vote)
        return panel

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("TestView", "Test")

    def icon(self) -> str:
        """Return its icon."""
        return "test"

    def widget(self) -> QWidget:
        """Return all that is seen."""
        return self.panel

    def set_projector(self, on: bool) -> None:
        """Show the matrix large, and pictures when some are opened."""
        self.panel.set_projector(on)

    def shown(self, visible: bool) -> None:
        """Test only while somebody looks; a vote that is come back to has the keys that it asks for."""
        self._is_visible = visible
        self._testing.watch(visible)
        super().shown(visible)
        if visible and self.panel.vote.vote is not None:
            self.panel.vote.setFocus()

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show what is known."""
        if Part.LOOKS in changed:
            self._shown = ()
            self._show_pictures()
        self._show_result()

    def open(self, opened: Opened) -> None:
        """Look at these pictures."""
        self._is_asked = True
        self._testing.open(opened)
        self.panel.open_gallery()

    def begin_vote(self) -> None:
        """Let the class vote on the pictures that somebody asked for, or, without any, on those that are
        contested: of mistakes alone no network gets a single one right."""
        found, places = self._testing.findings, self._to_vote_on()
        if found is not None and len(places):
            self.panel.vote.show_vote(begin_vote(found, places, secrets.randbelow(SEEDS)))
            self.panel.show_vote(on=True)

    def _to_vote_on(self) -> Places:
        """Return the places of the pictures that a vote would be on."""
        places, found = self._testing.places, self._testing.findings
        is_chosen = self._is_asked and self.panel.shows_pictures and len(places)
        return places if is_chosen or found is None else contested(found.judgement)

    def end_vote(self) -> None:
        """Show the result again."""
        self.panel.show_vote(on=False)
        self.panel.vote.show_vote(None)

    def save(self) -> dict[str, Any]:
        """Return what is tested on, and how the matrix is shown."""
        # A file may be gone by then, and nobody would know why there is nothing.
        source = Source.MNIST_TEST if self._testing.source is Source.FILE else self._testing.source
        return {"source": str(source), "shares": self._shares}

    def restore(self, state: dict[str, Any]) -> None:
        """Test on the same, and show the matrix as it was."""
        if state.get("source") in (Source.MNIST_TEST, Source.MNIST_TRAIN, Source.CLASS, Source.HELD_OUT):
            self._testing.choose_source(Source(state["source"]))
        self._shares = state.get("shares") is True
        if self._is_made:
            self.panel.head.shares.setChecked(self._shares)

    @property
    def _is_made(self) -> bool:
        return "panel" in vars(self)

    @property
    def _other_name(self) -> str:
        return compared_name(self._workspace.comparison)

    def _follow(self) -> None:
        vote = self.panel.vote.vote if self._is_made else None
        if vote is not None and not self._testing.is_of_this_set(vote.findings):
            self.end_vote()
        if self._is_visible:
            self._show_result()

    def _follow_opened(self) -> None:
        if self._is_visible:
            self._show_pictures()

    def _change_look(self) -> None:
        self._shares = self.panel.head.shares.isChecked()
        self._show_result()

    def _show_result(self) -> None:
        testing, panel = self._testing, self.panel
        head, found = panel.head, testing.findings
        stale = not testing.is_current
        look = head.shares.isChecked(), head.difference.isChecked(), self._other_name
        has_changed = found is not None and testing.has_changed(found)
        set_ = testing.source, testing.is_empty, testing.is_being_made, testing.aside_count, has_changed
        shown = found, stale, look, testing.problem, *set_
        if shown == self._shown:
            return
        self._shown = shown
        head.show_result(testing, self._other_name)
        panel.show_stale(stale)
        panel.ask.setEnabled(bool(len(self._to_vote_on())))
        for button in (panel.mistakes, panel.suspected):
            button.setEnabled(found is not None)
        if found is None:
            panel.matrix.show_cells(None, lambda _truth, _answer: "", stale=True)
        elif found.other is not None and head.difference.isChecked():
            cells = difference_cells(found.judgement, found.other, shares=head.shares.isChecked())
            panel.matrix.show_cells(cells, self._difference_words, stale=stale)
        else:
            cells = cells_of(found.judgement, shares=head.shares.isChecked())
            panel.matrix.show_cells(cells, self._words, stale=stale)

    def _words(self, truth: int, answer: int) -> str:
        found = self._testing.findings
        if found is None:
            return ""
        if answer == ROW:
            return row_text(found.judgement, truth)
        return cell_text(found.judgement, truth, answer)

    def _difference_words(self, truth: int, answer: int) -> str:
        found = self._testing.findings
        if found is None or found.other is None or answer == ROW:
            return self._words(truth, answer)
        return difference_cell_text(found.judgement, found.other, truth, answer, self._other_name)

    def _show_pictures(self) -> None:
        testing, gallery = self._testing, self.panel.gallery
        found, opened, chosen = testing.findings, testing.opened, list(testing.chosen)
        gallery.show_source(NoPictures() if found is None else TestedPictures(found, testing.places))
        self.panel.heading.setText(
            "" if found is None or opened is None else opened_text(opened, len(testing.places))
        )
        self.panel.ask.setEnabled(bool(len(self._to_vote_on())))
        if chosen:
            gallery.choose(chosen)

    def _open_cell(self, truth: int, answer: int) -> None:
        self.open(Opened(Scope.ROW, truth) if answer == ROW else Opened(Scope.CELL, truth, answer))
