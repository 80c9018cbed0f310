"""A small push: original, change and pushed picture side by side."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QWidget

from digitpad.arrays import CLASSES, SIDE
from digitpad.network.push import Push
from digitpad.ui.announcing import Announcer
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.drawn.diverging import diverging_image
from digitpad.ui.plain import give_tip
from digitpad.ui.theme import colors
from digitpad.ui.views.inside.change.panel import Panel
from digitpad.ui.views.inside.change.picture_row import PictureRow, Shown
from digitpad.ui.views.inside.change.pictures import ink_image
from digitpad.ui.views.words import LargeWords, Words
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.inside.small_push import Search, SmallPush
from digitpad.workspace.wording.inside.change_texts import (
    Obstacle,
    already_text,
    answer_text,
    in_vain_text,
    moral_text,
    obstacle_text,
    push_text,
    push_titles,
)

SENTENCE_EMS = 1.45

NARROW_EMS = 18
"""A panel that is narrower, in heights of a line, has the push itself below: what is compared stays large."""


class PushPanel(Panel):
    """Follows the search for a push, and what is on the easel when ``show_recognition`` is called.

    Attributes:
        target: which digit it is to become.
        search: begins to look for one.
        pictures: original, push and pushed picture; where there is little width, without the push.
        change: the push, in that case.
        says: how little turned the answer, or how far the search is.
        moral: what it shows.
        hang: puts the pushed picture on the easel, or its original again.
    """

    def __init__(self, state: SmallPush, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._recognition: Recognition | None = None
        self._trains = self._is_narrow = False
        self.target, self.search, self.hang = ChoiceBox(self), QPushButton(self), QPushButton(self)
        self.target.addItem("", None)
        for digit in range(CLASSES):
            self.target.addItem("", digit)
        self.pictures = PictureRow(self, fills_width=True)
        self.change = PictureRow(self)
        self.says, self.moral = LargeWords(self, SENTENCE_EMS), Words("muted", self)
        self._announcer = Announcer(self.says, lambda: self.says.text() if self.isVisible() else "")
        self._arrange()
        self.target.activated.connect(lambda place: state.choose_target(self.target.itemData(place)))
        self.search.clicked.connect(state.begin)
        self.hang.clicked.connect(self._hang)
        self._translate()

    def show_recognition(self, recognition: Recognition | None, *, trains: bool) -> None:
        """Show what is on the easel, and what was found for it; while somebody ``trains`` nothing can be."""
        self._recognition, self._trains = recognition, trains
        self._show()

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        self.moral.leave_out(on)

    def _show(self) -> None:
        recognition, push = self._recognition, self._state.push
        is_it = push is None and recognition is not None and recognition.ranking[0] == self._state.target
        is_busy = self._trains or self._state.search is Search.UNDER_WAY
        is_found = push is not None and self._state.hangs  # what could be looked for is what hangs there
        self.search.setEnabled(recognition is not None and not (is_it or is_busy or is_found))
        self._show_hang()
        if recognition is None:
            return
        self._show_pictures(recognition)
        self.says.setText(already_text(recognition.ranking[0]) if is_it else self._words(push))
        self.moral.setText(moral_text() if push is not None else "")
        self._announcer.note()

    def _show_pictures(self, recognition: Recognition) -> None:
        now, push = colors(), self._state.push
        titles = push_titles(push)
        glyph, probabilities = recognition.glyph, recognition.probabilities
        if push is not None and self._state.hangs:
            glyph, probabilities = push.image.reshape(SIDE, SIDE), push.before
        original = Shown(ink_image(glyph, now), titles[0], answer_text(probabilities))
        change = Shown(None if push is None else _difference(push), titles[1], sign="+")
        pushed = Shown(
            None if push is None else ink_image(push.pushed.reshape(SIDE, SIDE), now),
            titles[2],
            "" if push is None else answer_text(push.after),
            "→" if self._is_narrow else "=",
        )
        self.change.setVisible(self._is_narrow)
        if self._is_narrow:
            self.pictures.show_pictures(original, pushed)
            self.change.show_pictures(change)
        else:
            self.pictures.show_pictures(original, change, pushed)

    def _show_hang(self) -> None:
        hangs = self._state.hangs
        self.hang.setEnabled(hangs or self._state.push is not None)
        self.hang.setText(self.tr("Back to the original") if hangs else self.tr("Put it on the easel"))
        give_tip(
            self.hang,
            self.tr("Put the original back on the easel")
            if hangs
            else self.tr("Put the pushed picture on the easel: the answer and all views are about it then"),
        )

    def _hang(self) -> None:
        if self._state.hangs:
            self._state.take_down()
        else:
            self._state.hang()

    def _fit(self) -> None:
        super()._fit()
        is_narrow = self.width() < NARROW_EMS * self.fontMetrics().height()
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._show()

    def _words(self, push: Push | None) -> str:
        if push is not None:
            return push_text(push)
        match self._state.search:
            case Search.UNDER_WAY:
                return self.tr("Looking for a small push …")
            case Search.IN_VAIN:
                return in_vain_text(self._state.target)
        if self._trains:
            return obstacle_text(Obstacle.TRAINING)
        return self.tr("How little must the pixels change for another answer?")

    def _arrange(self) -> None:
        self.search.setProperty("role", "primary")
        self.column.addWidget(self.pictures)
        self.column.addWidget(self.says)
        self.column.addWidget(self.moral)
        self.column.addWidget(self.change)
        self.column.addStretch()
        self.add_buttons(self.target, self.search, self.hang)

    def _translate(self) -> None:
        self.target.setItemText(0, self.tr("make it any other digit"))
        for digit in range(CLASSES):
            self.target.setItemText(digit + 1, self.tr("make it {digit}").format(digit=digit))
        self.target.measure_anew()
        self.target.setAccessibleName(self.tr("What the push is to make of it"))
        give_tip(self.target, self.tr("As which digit the network is to read the pushed picture"))
        self._show_hang()
        self.search.setText(self.tr("Find a small push"))
        give_tip(
            self.search,
            self.tr("Look for the faintest change of the pixels, in whole greys, that turns the answer"),
        )
        for pictures in (self.pictures, self.change):
            pictures.setAccessibleName(self.tr("Original, push and pushed picture"))
        self._show()


def _difference(push: Push) -> QImage:
    change = (push.pushed - push.image).reshape(SIDE, SIDE)
    return diverging_image(change, float(abs(change).max()), colors())
