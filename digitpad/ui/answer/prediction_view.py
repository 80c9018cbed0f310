"""The network's answer: a large numeral, how sure it is, and ten bars of softmax probabilities."""

from typing import cast

import numpy as np
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from digitpad.arrays import PIXELS
from digitpad.network.judging import SURE
from digitpad.network.snapshot import Snapshot
from digitpad.runs.run import Run, short_name
from digitpad.ui.announcing import Announcer
from digitpad.ui.answer.bars import ProbabilityBars
from digitpad.ui.answer.label_room import LabelRoom
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.wording.numbers import percent, unbroken, whole
from digitpad.workspace.wording.pictures.digits_texts import seen_beside

ANSWER_SHARE = 0.24
LEAST_ANSWER_PIXELS = 40
"""Height of the numeral's font, as a share of the view and at least: to be read from the back of a room."""

SURENESS_EMS = 1.3
"""Size of the verdict, in the letters around it."""

ROOM_BETWEEN = 12
"""Between the parts of the view, in logical pixels."""

LINE_SHARE = 1.4
"""Height of a line in sizes of its letters, for the numeral."""

TWO_LINES = "Ậ\nẬ"
"""As high as a verdict gets: Qt rounds each line's height anew."""

PERHAPS = 0.5
"""Below this probability the network does not even say "perhaps"."""


class PredictionView(Translated, QWidget):
    """The answer and how sure the network is, above the ten bars.

    An empty canvas asks for a digit instead of showing a guess. A second network answers by thinner bars below the
    first one's, and both are named.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer, self.sureness, self.runner_up = PlainLabel(self), PlainLabel(self), PlainLabel(self)
        self.bars = ProbabilityBars(self)
        self.network, self.other = PlainLabel(self), PlainLabel(self)
        for label in (self.runner_up, self.network, self.other):
            label.setProperty("role", "muted")
        for label in (self.answer, self.sureness, self.runner_up, self.network, self.other):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for label in (self.sureness, self.network, self.other):
            label.setWordWrap(True)
        self._rooms = {label: LabelRoom(label, self) for label in (self.answer, self.sureness, self.runner_up)}
        self._rooms[self.answer].setMinimumHeight(round(LINE_SHARE * LEAST_ANSWER_PIXELS))
        self._run: Run | None = None
        self._other: Run | None = None
        self._other_snapshot: Snapshot | None = None
        self._looks_back = False
        self._recognition: Recognition | None = None
        self._is_hidden = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for room in self._rooms.values():
            column.addWidget(room)
        column.addWidget(self.bars, 1)
        column.addWidget(self.network)
        column.addWidget(self.other)
        self.spoken = Announcer(self.answer, self._spoken_words)
        self._set_fonts()
        self.compare(None)
        self._translate()

    def hasHeightForWidth(self) -> bool:
        """Its height is the window's business, whatever the labels in it would like."""
        return False

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        for label in (self.runner_up, self._rooms[self.runner_up], self.network):
            label.setVisible(not on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the numeral grow with the view."""
        self._set_fonts()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the large letters when the program's font or colours change."""
        if event.type() == QEvent.Type.FontChange:
            self._set_fonts()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            # A new style sheet gives labels the fonts back that they had in the beginning, after this event.
            QTimer.singleShot(0, self, self._set_fonts)
        super().changeEvent(event)

    def _translate(self) -> None:
        self.answer.setAccessibleDescription(self.tr("The network's answer"))
        self.sureness.setToolTip(
            self.tr("Sure: 90 % or more, and the drawing looks like that digit; else it is said that it does not.")
        )
        self.show_recognition(self._recognition)

    def compare(self, run: Run | None, snapshot: Snapshot | None = None, *, looks_back: bool = False) -> None:
        """Let a run's network answer beside the first, as soon as its weights are there; None ends that.

        One that ``looks_back`` is what it was once, and says after which batch.
        """
        self._other, self._other_snapshot, self._looks_back = run, snapshot, looks_back
        self.bars.show_runs(self._run, run)
        self.other.setVisible(run is not None)
        self._show_bars()

    def show_network(self, text: str, run: Run | None) -> None:
        """Say which network is answering; the winner's bar has the colour of its run, if it is of one."""
        self.network.setText(text)
        self._run = run
        self.bars.show_runs(run, self._other)

    def hide_answer(self, on: bool) -> None:
        """Keep the answer to itself, lest it sway the hand that draws; or show it again."""
        if on != self._is_hidden:
            self._is_hidden = on
            self.show_recognition(self._recognition)

    def show_recognition(self, recognition: Recognition | None) -> None:
        """Show an answer, or for None that there is nothing to read."""
        self._recognition = recognition
        self.spoken.note()
        self._show_bars()
        if recognition is None or self._is_hidden:
            self.answer.setText("?")
            hidden, empty = self.tr("hidden while we collect"), self.tr("Draw a digit")
            self.sureness.setText(hidden if self._is_hidden else empty)
            self.runner_up.setText("")
            return
        if not recognition.has_answer:
            self.answer.setText("–")
            self.sureness.setText(self.tr("no answer: the numbers overflow"))
            self.runner_up.setText("")
            return
        probabilities = recognition.probabilities
        first, second = recognition.ranking[:2]
        self.answer.setText(str(first))
        self.sureness.setText(self._verdict(float(probabilities[first]), first, familiar=recognition.familiar))
        self.runner_up.setText(
            self.tr("or {digit}: {percent}").format(digit=second, percent=percent(float(probabilities[second])))
        )

    def _spoken_words(self) -> str:
        """Return the answer as it is told, after what else was seen in the drawing."""
        recognition = self._recognition
        beside = [] if recognition is None or self._is_hidden else seen_beside(recognition)
        return ". ".join([*(seen.words for seen in beside), f"{self.answer.text()}, {self.sureness.text()}"])

    def _verdict(self, probability: float, digit: int, *, familiar: bool) -> str:
        if probability < PERHAPS:
            words = self.tr("not sure: {percent}")
        elif not familiar:
            words = self.tr("does not look like {digit}: {percent}")
        else:
            words = self.tr("sure: {percent}") if probability >= SURE else self.tr("perhaps: {percent}")
        return words.format(percent=unbroken(percent(probability)), digit=digit)

    def _show_bars(self) -> None:
        other = self._other_shares()  # while nothing is read too: the second network is named
        shown = None if self._is_hidden else self._recognition
        self.bars.show_probabilities(shown.probabilities.tolist() if shown else None, other)

    def _other_shares(self) -> list[float] | None:
        """Return what the second network says, and name it; None without one, or with nothing to read."""
        run, snapshot, recognition = self._other, self._other_snapshot, self._recognition
        name = "" if run is None else short_name(run.name)
        if snapshot is not None and self._looks_back:
            name = self.tr("{name}, batch {batch},").format(name=name, batch=whole(snapshot.updates))
        if run is None or snapshot is None or recognition is None or self._is_hidden:
            self.other.setText(name.rstrip(","))
            return None
        shares = snapshot.probabilities(recognition.glyph.reshape(PIXELS))
        says = self.tr("{name} says {digit}") if np.isfinite(shares).all() else self.tr("{name} has no answer")
        self.other.setText(says.format(name=name, digit=int(shares.argmax())))
        return cast("list[float]", shares.tolist())

    def _set_fonts(self) -> None:
        letters = self.font().pixelSize() if self.font().pixelSize() > 0 else self.fontInfo().pixelSize()
        _embolden(self.sureness, round(SURENESS_EMS * letters))
        # Room for two lines, also while it has one: the bars below must not jump while somebody draws.
        self._rooms[self.sureness].setFixedHeight(self.sureness.fontMetrics().size(0, TWO_LINES).height())
        # The numeral takes what the others leave: large letters must not make the window higher than a screen.
        others = (self.sureness, self.runner_up, self.network, self.other)
        needed = sum(label.heightForWidth(self.width()) for label in others if not label.isHidden())
        left = self.height() - needed - self.bars.minimumSizeHint().height() - ROOM_BETWEEN
        numeral = min(round(self.height() * ANSWER_SHARE), round(left / LINE_SHARE))
        _embolden(self.answer, max(LEAST_ANSWER_PIXELS, numeral))
        for room in self._rooms.values():  # which hear of other letters only while they can be seen
            room.updateGeometry()


def _embolden(label: QLabel, pixels: int) -> None:
    font = QFont(label.font())
    font.setPixelSize(pixels)
    font.setBold(True)
    label.setFont(font)
