"""All of the view *Test*: the result, the matrix, the pictures of what was opened, and the vote."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QToolButton, QVBoxLayout, QWidget

from digitpad.ui.gallery.gallery import Gallery
from digitpad.ui.plain import give_tip
from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.page_stack import PageStack
from digitpad.ui.views.scrolled import scrolled
from digitpad.ui.views.test.confusion_matrix import ConfusionMatrix
from digitpad.ui.views.test.matrix_painting import STALE
from digitpad.ui.views.test.result_head import ResultHead
from digitpad.ui.views.test.vote_panel import VotePanel
from digitpad.ui.views.words import SPACING, Words

WIDE_EMS, WIDE_SHARE = 38.0, 1.2
"""In heights of a line, and as a share of the height: wide enough for the pictures beside the matrix."""

LEAST_EMS = 12.0
"""Height that is enough, in heights of a line: what does not fit scrolls."""

MATRIX_PARTS, GALLERY_PARTS = 58, 42

KEPT = Qt.FocusReason.MouseFocusReason
"""Why pictures get the focus that are opened, as by a click: Space stays the window's."""


class TestPanel(Translated, QWidget):
    """Its parts, in the room that there is. It knows no workspace.

    Where there is little room, or before a projector, matrix and pictures take turns: what is opened covers the
    matrix, and Esc or a button brings that back.

    Attributes:
        head, matrix, gallery, vote: its parts.
        heading: which pictures the gallery has.
        mistakes, suspected, ask: buttons for all mistakes, for suspected labels, and for the vote.
        back: covers the gallery with the matrix again.
    """

    __test__ = False
    """It is no test, whatever pytest thinks of its name."""

    def __init__(self, file: QAction, of_chosen: Sequence[QAction], parent: QWidget | None = None) -> None:
        """``of_chosen`` are commands for the chosen pictures."""
        super().__init__(parent)
        self.head, self.matrix, self.gallery, self.vote = (
            ResultHead(file, self),
            ConfusionMatrix(self),
            Gallery(self),
            VotePanel(self),
        )
        self.heading = Words("heading", self)
        self.mistakes, self.suspected, self.ask, self.back = (self._button() for _ in range(4))
        self._of_chosen = [self._button(action) for action in of_chosen]
        self.gallery.addActions(list(of_chosen))
        if of_chosen:
            self.gallery.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._is_projected = False
        self._is_opened = self._is_asked_by_keys = False
        self.back.clicked.connect(self.close_gallery)
        self._arrange()
        self._translate()

    def _button(self, action: QAction | None = None) -> QToolButton:
        button = QToolButton(self)
        if action is not None:
            button.setDefaultAction(action)
        button.setProperty("role", "boxed")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _arrange(self) -> None:
        self._side = QWidget(self)
        pictures, commands = QVBoxLayout(self._side), FlowLayout(spacing=SPACING)
        pictures.setContentsMargins(0, 0, 0, 0)
        pictures.setSpacing(SPACING)
        for button in (self.back, *self._of_chosen):
            commands.addWidget(button)
        pictures.addWidget(self.heading)
        pictures.addWidget(self.gallery, 1)
        pictures.addLayout(commands)
        result = QWidget(self)
        result.setObjectName("result")
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(2 * SPACING)
        self._middle.addWidget(self.matrix, MATRIX_PARTS)
        self._middle.addWidget(self._side, GALLERY_PARTS)
        buttons = self._buttons = FlowLayout(spacing=SPACING)
        for button in (self.mistakes, self.ask, self.suspected):  # two of them in a line before a small projector
            buttons.addWidget(button)
        column = QVBoxLayout(result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.head)
        column.addLayout(self._middle, 1)
        column.addLayout(buttons)
        self.pages = PageStack(self)
        self._areas = scrolled(result), scrolled(self.vote)
        for area in self._areas:
            self.pages.addWidget(area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    # What it is told.

    def show_stale(self, on: bool) -> None:
        """Paint what is known grey, as it is of another network than the one that answers; or as it is again."""
        self.head.show_stale(on)
        self.gallery.paint_with(STALE if on else 1.0)

    def open_gallery(self) -> None:
        """Show the pictures: something was opened."""
        self._is_opened = True
        self._share_room()
        self.gallery.setFocus(KEPT)

    def close_gallery(self) -> None:
        """Show the matrix, with the pictures beside it if there is room for both."""
        if self._is_opened:
            self._is_opened = False
            self._share_room()
            self.matrix.setFocus()

    def show_vote(self, on: bool) -> None:
        """Let the class vote, or show the result again."""
        if on:
            self._is_asked_by_keys = self.ask.hasFocus()
        self.pages.setCurrentWidget(self._areas[on])
        if on:
            self.vote.setFocus()
        elif self._is_asked_by_keys:  # else Space would begin the next vote
            self.ask.setFocus()

    def set_projector(self, on: bool) -> None:
        """Show what the last row can read: the matrix alone, or the pictures that were opened, larger."""
        self._is_projected = on
        self._is_opened = False
        self.head.set_projector(on)
        self.matrix.set_projector(on)
        self.gallery.set_projector(on)
        self.vote.set_projector(on)
        self._share_room()

    @property
    def has_both(self) -> bool:
        """Whether there is room for matrix and pictures side by side."""
        least = WIDE_EMS * self.fontMetrics().height()
        return not self._is_projected and self.width() >= max(least, WIDE_SHARE * self.height())

    @property
    def shows_pictures(self) -> bool:
        """Whether the gallery is in sight, or would be if no vote covered it."""
        return self._is_opened or self.has_both

    def _share_room(self) -> None:
        both, focus = self.has_both, QApplication.focusWidget()
        goes = self.matrix if self._is_opened else self._side
        had_keys = not both and focus is not None and (focus is goes or goes.isAncestorOf(focus))
        self.matrix.setVisible(both or not self._is_opened)
        self._side.setVisible(both or self._is_opened)
        self.back.setVisible(not both)
        for button in (self.mistakes, self.suspected):  # before a projector pictures need their room, too
            button.setVisible(not (self._is_projected and self._is_opened))
        if had_keys:  # else Qt hands them to a button, and Space presses it
            (self.gallery if self._is_opened else self.matrix).setFocus(KEPT)

    def minimumSizeHint(self) -> QSize:
        """As wide as matrix or pictures need, whichever are shown; what is higher scrolls."""
        parts = [part.minimumSizeHint().width() for part in (self.head, self.matrix, self.gallery, self.vote)]
        bar = self._areas[0].verticalScrollBar().sizeHint().width()
        return QSize(
            max(self._buttons.minimumSize().width(), *parts) + bar, round(LEAST_EMS * self.fontMetrics().height())
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc brings the matrix back."""
        if event.key() == Qt.Key.Key_Escape and self._is_opened and not self.has_both:
            self.close_gallery()
        else:
            super().keyPressEvent(event)

    def _translate(self) -> None:
        self.gallery.setAccessibleName(self.tr("Pictures of the test"))
        for button, text, tip in (
            (self.mistakes, self.tr("All mistakes"), self.tr("Every picture read wrong, the surest first")),
            (
                self.suspected,
                self.tr("Suspected labels"),
                self.tr("Where the network is 90 % sure of another digit: is it wrong, or the label?"),
            ),
            (
                self.ask,
                self.tr("Who is right?"),
                self.tr("The class reads these pictures without label and answer, then both are shown"),
            ),
            (self.back, self.tr("Back to the matrix"), self.tr("Show the matrix again (Esc)")),
        ):
            button.setText(text)
            give_tip(button, tip)
