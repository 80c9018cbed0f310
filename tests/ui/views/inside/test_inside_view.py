"""The view “Inside” as a whole: which page is shown."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.snapshot import Snapshot
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.inside.insight import Topic
from digitpad.workspace.wording.inside.chain_texts import overflow_text
from tests.ui.views.inside.networks import network, take

ONE_LAYER = Architecture((HiddenLayer(8, Activation.RELU),))


def test_a_page_that_makes_no_sense_is_passed_over(window: MainWindow) -> None:
    view, insight = window.views["inside"], window.workspace.insight
    view.restore({"topic": "change"})
    assert insight.topic is Topic.CHANGE
    for topic in ("nonsense", None, [], {}):
        view.restore({"topic": topic})
        assert insight.topic is Topic.CHANGE, topic
        assert view.save() == {"topic": "change"}


def test_one_page_alone_is_marked_as_chosen(window: MainWindow) -> None:
    window.workspace.ask_for_view("inside")
    view = window.views["inside"]
    choices, change = view.chapters.choices, view.pages[Topic.CHANGE]
    for topic in (Topic.WEIGHTS, Topic.CHANGE, Topic.WHY, Topic.CHANGE):
        QTest.mouseClick(choices[topic], Qt.MouseButton.LeftButton)
        assert window.workspace.insight.topic is topic
        assert [key for key, choice in choices.items() if choice.isChecked()] == [topic]
        assert [change.by_strokes.isChecked(), change.by_push.isChecked()] == [True, False]
    QTest.mouseClick(change.by_push, Qt.MouseButton.LeftButton)
    assert [change.by_strokes.isChecked(), change.by_push.isChecked()] == [False, True]
    assert choices[Topic.CHANGE].isChecked()


def test_numbers_that_overflow_are_told_of(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.ask_for_view("inside")
    window.workspace.board.set_drawing(sample_digit(4), lambda: "four")
    weights = network((8, Activation.RELU)).weights
    huge = Snapshot((weights[0], weights[1], weights[2] * np.float32(np.nan), weights[3]), 0, ONE_LAYER)
    take(window, huge)
    pages = window.views["inside"].pages
    why, change = pages[Topic.WHY], pages[Topic.CHANGE]
    qtbot.waitUntil(lambda: why.nothing.text() == overflow_text() and why.nothing.isVisible())
    window.workspace.insight.choose_topic(Topic.WEIGHTS)
    assert pages[Topic.WEIGHTS].grid.isVisible()
    assert not pages[Topic.WEIGHTS].panel.sum.text()
    window.workspace.insight.choose_topic(Topic.CHANGE)
    assert change.problem.text() == overflow_text()
    assert not change.strokes.isVisible()


def test_another_page_can_be_chosen_before_a_projector(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.ask_for_view("inside")
    window.actions_["projector"].trigger()
    view = window.views["inside"]
    for topic in (Topic.CHANGE, Topic.WEIGHTS, Topic.WHY):
        QTest.mouseClick(view.chapters.choices[topic], Qt.MouseButton.LeftButton)
        assert view.pages[topic].widget().isVisible()
        assert [key for key, button in view.chapters.choices.items() if button.isChecked()] == [topic]
    window.actions_["projector"].trigger()


def test_one_page_alone_is_said_to_be_shown(window: MainWindow) -> None:
    window.workspace.ask_for_view("inside")
    choices = window.views["inside"].chapters.choices
    for topic in (Topic.CHANGE, Topic.WHY, Topic.WEIGHTS):
        window.workspace.insight.choose_topic(topic)
        assert [shown for shown, button in choices.items() if button.isChecked()] == [topic]
