"""Texts that widgets paint themselves: each that is cut, too low, too pale or written over another is named."""

import importlib
from collections.abc import Callable
from types import ModuleType

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QStringListModel, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from digitpad.arrays import PIXELS
from digitpad.document.picture_set import Source
from digitpad.network.judging import judgement_of
from digitpad.ui.canvas.exhibit_picture import paint_exhibit
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.plots.plot import Plot
from digitpad.ui.theme import colors
from digitpad.ui.views.test.confusion_matrix import ConfusionMatrix
from digitpad.workspace.easel.exhibit import SetPicture
from digitpad.workspace.testing.matrix_cells import cells_of
from tests.conftest import ROOT

CENTRE = Qt.AlignmentFlag.AlignCenter
PROJECTED = 14.0
"""Pixels of a capital that the last row can read."""

Paint = Callable[[QPainter], object]


class Painted(QWidget):
    """White, with black letters of 20 pixels, and with whatever a test paints."""

    def __init__(self, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paint = paint
        self.resize(300, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, font = QPainter(self), QFont(self.font())
        painter.fillRect(self.rect(), QColor("white"))
        painter.setPen(QColor("black"))
        font.setPixelSize(20)
        painter.setFont(font)
        self.paint(painter)
        painter.end()


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))


@pytest.fixture
def letters() -> ModuleType:
    return importlib.import_module("looking.letters")


def problems_of(letters: ModuleType, qtbot: QtBot, *paints: Paint, least: float = 0.0) -> list[str]:
    """Show a window with a widget for each way to paint, and return what is wrong in it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 100 * len(paints))
    for number, paint in enumerate(paints):
        Painted(paint, window).move(0, 100 * number)
    window.show()
    return list(letters.Letters().problems(window, window.grab().toImage(), least))


def write(text: str, place: QRect = QRect(0, 0, 300, 100)) -> Paint:  # noqa: B008  # a value
    return lambda painter: painter.drawText(place, CENTRE, text)


def test_what_has_room_and_contrast_is_well(letters: ModuleType, qtbot: QtBot) -> None:
    def rotated(painter: QPainter) -> None:
        painter.rotate(-90)
        painter.drawText(QRect(-100, 0, 100, 40), CENTRE, "Hàng Ậg")

    def to_the_edge(painter: QPainter) -> None:
        words = "tiếp: lại cùng batch ấy"  # metrics say that it reaches 1.7 pixels farther
        painter.drawText(QPointF(300 - QFontMetricsF(painter.font()).horizontalAdvance(words), 50), words)

    fine = write("Chữ số → 3 ✓"), rotated, to_the_edge
    assert problems_of(letters, qtbot, *fine, least=PROJECTED) == []


def test_a_text_in_too_narrow_a_rectangle_is_named_and_was_not_before(letters: ModuleType, qtbot: QtBot) -> None:
    narrow = write("much too long", QRect(100, 20, 60, 40))
    assert problems_of(letters, qtbot, narrow) == ["Painted: “much too long”: cut"]
    window = QWidget()
    qtbot.addWidget(window)
    Painted(narrow, window)
    window.show()
    assert list(importlib.import_module("looking.texts").cut(window)) == []


@pytest.mark.parametrize(
    "paint",
    [
        lambda painter: painter.drawText(250, 50, "over the edge"),
        lambda painter: painter.drawText(10, 5, "above"),
        write("a low line", QRect(0, 40, 300, 10)),
        lambda painter: (painter.scale(4, 4), painter.drawText(10, 15, "enlarged")),
    ],
)
def test_whatever_cuts_a_text_it_is_named(letters: ModuleType, qtbot: QtBot, paint: Paint) -> None:
    assert [problem.split("”: ")[1] for problem in problems_of(letters, qtbot, paint)] == ["cut"]


def test_what_the_widget_around_cuts_is_named_unless_it_scrolls(letters: ModuleType, qtbot: QtBot) -> None:
    window, area = QWidget(), QScrollArea()
    for whole in (window, area):
        qtbot.addWidget(whole)
        whole.resize(200, 80)
    Painted(write("in the middle of too much"), window)
    area.setWidget(Painted(write("in the middle of too much")))
    found = []
    for whole in (window, area):
        whole.show()
        found.append(list(letters.Letters().problems(whole, whole.grab().toImage())))
    assert found == [["Painted: “in the middle of too much”: cut"], []]


def test_rows_that_scroll_out_of_a_list_are_not_cut(letters: ModuleType, qtbot: QtBot) -> None:
    window, model = QWidget(), QStringListModel([f"row {number}" for number in range(30)])
    qtbot.addWidget(window)
    rows = QListView(window)
    rows.setModel(model)
    rows.resize(200, 87)
    rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    window.show()
    rows.verticalScrollBar().setValue(5)
    assert list(letters.Letters().problems(window, window.grab().toImage())) == []
    model.setStringList(["much too long for its list, which has no line to scroll " * 3])
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setTextElideMode(Qt.TextElideMode.ElideNone)
    problems = list(letters.Letters().problems(window, window.grab().toImage()))
    assert [problem.split("”: ")[1] for problem in problems] == ["cut"]


def test_texts_over_one_another_low_and_pale_ones_are_named(letters: ModuleType, qtbot: QtBot) -> None:
    def twice(painter: QPainter) -> None:
        painter.drawText(10, 40, "one text")
        painter.drawText(30, 44, "another")

    def small(painter: QPainter) -> None:
        painter.scale(0.5, 0.5)
        painter.drawText(10, 60, "small")

    def pale(painter: QPainter) -> None:
        painter.setOpacity(0.3)
        painter.drawText(10, 60, "pale")

    def unseen(painter: QPainter) -> None:
        painter.setPen(QColor("white"))
        painter.drawText(10, 60, "unseen")

    def split(painter: QPainter) -> None:
        painter.fillRect(0, 0, 100, 100, QColor("#444444"))
        painter.drawText(10, 60, "dark and white")

    found = problems_of(letters, qtbot, twice, small, pale, unseen, split, least=PROJECTED)
    assert found == [
        "Painted: “one text” and “another”: written over one another",
        "Painted: “small”: capitals of 7.1 pixels, not 14.0",
        "Painted: “pale”: a contrast of 2.1",
        "Painted: “unseen”: a contrast of 1.0",
        "Painted: “dark and white”: a contrast of 2.2",
    ]


def test_the_numbers_of_a_plot_are_texts_too(letters: ModuleType, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    plot = Plot(parent=window)
    plot.setGeometry(window.rect())
    plot.dress(window.font(), colors())
    plot.getAxis("left").setTextPen(colors().border)
    window.show()
    found = list(letters.Letters().problems(window, window.grab().toImage()))
    assert "a contrast of 1.5" in [problem.rpartition(": ")[2] for problem in found]


# What this check has found in the program, before a projector.


def test_words_around_a_picture_on_the_easel_are_as_large_as_others(letters: ModuleType, qtbot: QtBot) -> None:
    """They were 9 pixels high, in one line, where a test set's file has a long name."""
    font, image = QFont(), np.zeros(PIXELS, np.uint8)
    font.setPixelSize(20)
    picture = SetPicture(image, 7, 123, Source.FILE, "drawings of the class of last year.npz")

    def paint(painter: QPainter) -> None:
        paint_exhibit(painter, QRectF(0, 0, 300, 300), font, picture, tells=False)

    widget = Painted(paint)
    qtbot.addWidget(widget)
    widget.resize(300, 300)
    found = importlib.import_module("looking.painted").painted_texts(widget)
    assert len(found) > 2, "one of them needs two lines"
    assert min(text.capital for text in found) == QFontMetricsF(font).capHeight()
    assert max(text.lost for text in found) <= 0


def test_numbers_of_a_matrix_are_as_large_as_words_or_not_there(letters: ModuleType, qtbot: QtBot) -> None:
    labels, matrix = np.repeat(np.array([1, 2], np.uint8), 1124), ConfusionMatrix()
    answers = np.where(np.arange(len(labels)) < 1001, 4, labels)
    qtbot.addWidget(matrix)
    matrix.resize(350, 350)
    judgement = judgement_of(np.eye(10, dtype=np.float32)[answers], labels)
    matrix.show_cells(cells_of(judgement, shares=False), lambda *_: "", stale=False)

    def numbers() -> dict[str, float]:
        texts = importlib.import_module("looking.painted").painted_texts(matrix)
        return {text.text: text.capital for text in texts}

    font = QFont(matrix.font())
    font.setPixelSize(20)
    matrix.setFont(font)
    large = QFontMetricsF(font).capHeight()
    assert min(numbers().values()) < large
    matrix.set_projector(True)
    assert min(numbers().values()) >= large
    assert "1,001" not in numbers()
    matrix.set_projector(False)
    assert "1,001" in numbers()


def test_a_choice_with_less_room_than_its_words_ends_in_dots(letters: ModuleType, qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["the validation set of the run that answers", "short"])
    box.resize(120, 30)
    painted = importlib.import_module("looking.painted").painted_texts
    (text,) = painted(box)
    assert text.text.startswith("the val")
    assert text.text.endswith("…")
    assert text.lost <= 0
    box.setCurrentIndex(1)
    assert [text.text for text in painted(box)] == ["short"]


def test_what_looks_the_same_is_looked_at_once(letters: ModuleType, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    widget = Painted(write("x" * 100), window)
    window.show()
    looking = letters.Letters()
    assert len(list(looking.problems(window, window.grab().toImage()))) == 1
    assert list(looking.problems(window, window.grab().toImage())) == []
    widget.paint = write("y" * 100)
    assert len(list(looking.problems(window, window.grab().toImage()))) == 1
