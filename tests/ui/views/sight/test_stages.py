"""“How the network sees it”: what is drawn when, and how often."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digitpad.arrays import Grays
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.runs.recipe import Recipe
from digitpad.ui.canvas.pixel_picture import PixelPicture
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.ui.views.sight import stages
from digitpad.workspace.wording.language import LANGUAGES, speak
from tests.ui.lesson import settle


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    """Speak English after a test that did not."""
    yield
    speak()


def test_the_canvas_is_rendered_once_a_drawing_and_not_for_other_weights(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[Drawing] = []
    render = stages.render_canvas

    def counted(drawing: Drawing, pen: float) -> Grays:
        rendered.append(drawing)
        return render(drawing, pen)

    monkeypatch.setattr(stages, "render_canvas", counted)
    window.area.show_view("sight")
    window.workspace.board.set_drawing(sample_digit(4), "")
    panel = window.views["sight"].panel
    qtbot.waitUntil(lambda: panel.answer.digit.text() == "4")
    assert rendered == [sample_digit(4)]
    window.workspace.network.reset(Recipe(seed=1))
    untrained = window.workspace.recognizer.answer()
    assert untrained is not None
    expected = str(int(np.argmax(untrained.probabilities)))
    qtbot.waitUntil(lambda: panel.answer.digit.text() == expected)
    assert rendered == [sample_digit(4)]


def test_it_follows_only_while_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    view = window.views["sight"]
    assert not view.panel.isVisible()
    opener = next(action for action in window.views.actions() if "network sees" in action.text())
    opener.trigger()
    assert view.panel.isVisible()
    window.area.show_view("loss")
    assert not view.panel.isVisible()
    window.workspace.board.set_drawing(sample_digit(4), "")
    qtbot.waitUntil(lambda: window.prediction.answer.text() == "4")
    assert view.panel.answer.digit.text() == "–"
    opener.trigger()
    assert view.panel.answer.digit.text() == "4"


@pytest.mark.parametrize("width", [300, 420, 560, 700, 1000])
@pytest.mark.parametrize("letters", [13, 21])
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_its_words_are_seen_at_every_width(
    qtbot: QtBot, english_again: None, width: int, letters: int, language: str
) -> None:
    speak(language)
    panel = stages.StagesPanel()
    qtbot.addWidget(panel)
    font = panel.font()
    font.setPixelSize(letters)
    panel.setFont(font)
    panel.resize(width, 100)
    panel.show()
    assert panel.minimumSizeHint().width() <= width, "it only scrolls up and down"
    panel.resize(panel.width(), panel.sizeHint().height())
    settle(qtbot)
    panel.resize(panel.width(), panel.sizeHint().height())
    for label in panel.findChildren(QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()
        assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()


@pytest.mark.parametrize(("width", "side"), [(420, 112), (700, 112), (1000, 196), (2000, 224)])
def test_its_pictures_are_as_large_as_there_is_room_and_those_of_both_ways_alike(
    qtbot: QtBot, width: int, side: int
) -> None:
    panel = stages.StagesPanel()
    qtbot.addWidget(panel)
    panel.resize(width, 700)
    panel.show()
    settle(qtbot)
    assert {picture.width() for picture in panel.findChildren(PixelPicture)} == {side}


def test_pictures_and_words_are_larger_with_the_letters(window: MainWindow, qtbot: QtBot) -> None:
    """In projector mode thirteen lines of a word each stood below “3 · 20 × 20”, the next step out of sight."""
    window.resize(1366, 720)
    window.area.show_view("sight")
    panel = window.views["sight"].panel
    settle(qtbot)
    pictures = panel.findChildren(PixelPicture)
    usual = pictures[0].width()
    try:
        for percent, side in ((150, 168), (200, 224), (100, usual)):
            choose_text_size(percent)
            qtbot.waitUntil(lambda side=side: {picture.width() for picture in pictures} == {side})
            wanted = round(4 * 13 * percent / 100)
            qtbot.waitUntil(lambda wanted=wanted: abs(panel.answer.digit.font().pixelSize() - wanted) <= 2)
            for picture in pictures:
                step = picture.parentWidget()
                assert step is not None
                heading, words = step.findChildren(QLabel)
                qtbot.waitUntil(
                    lambda words=words, heading=heading, picture=picture: (
                        words.width() == max(picture.width(), heading.sizeHint().width())
                    )
                )
    finally:
        choose_text_size(100)
