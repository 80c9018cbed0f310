"""What a screen reader finds in the window: the tree that Qt gives to it is walked."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from PySide6 import QtGui
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QSlider, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.errors import UserError
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.pasts import past_run
from tests.ui.pointer import draw

PARTS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


def walked(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield an interface and all below it."""
    yield interface
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None:
            yield from walked(child)


def said(window: MainWindow) -> set[str]:
    """Return all names, descriptions and values in the tree."""
    root = QAccessible.queryAccessibleInterface(window)
    return {found.text(part) for found in walked(root) for part in PARTS} - {""}


def test_the_answer_and_the_training_are_in_the_tree(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, [2.0, 1.0, 0.5, 0.25, 0.125, 0.1, 0.1, 0.1, 0.1, 0.1], accuracy=0.75)
    draw(window.canvas, sample_digit(3))
    qtbot.waitUntil(lambda: window.prediction.bars.accessibleDescription() != "")
    digit, verdict = window.prediction.answer.text(), window.prediction.sureness.text()
    words = said(window)
    assert {digit, verdict, "The network's answer"} <= words
    assert window.prediction.network.text() in words
    (ten,) = [text for text in words if text.startswith("0: ") and ", 9: " in text]
    assert ten.count("%") == 10
    window.workspace.commands.use(run)
    qtbot.waitUntil(lambda: "Run 1: test 75.0 %" in said(window))
    assert any(text.startswith("10 of 20 batches, 50.0 %\n") for text in said(window))
    assert window.panel.message.text() in said(window)
    assert {window.panel.loss.text(), window.panel.figures.text(), window.panel.recipe.text()} <= said(window)


def test_nothing_that_is_read_out_has_tags(window: MainWindow) -> None:
    past_run(window, [1.0])
    window.workspace.commands.failed.emit(UserError("file-not-found", path=Path("a<b>c"), what="x"))
    window.views["loss"].plot.redraw()
    window.views.make_all()
    window.sheet.make()
    assert [text for text in said(window) if QtGui.Qt.mightBeRichText(text) and "a<b>c" not in text] == []


def test_every_control_has_a_name(window: MainWindow) -> None:
    past_run(window, [1.0])
    window.views.make_all()
    window.sheet.make()
    nameless = []
    for kind in (QAbstractButton, QComboBox, QLineEdit, QSlider):
        for widget in window.findChildren(kind):
            if widget.isHidden():  # a chip that waits for its run
                continue
            inside = isinstance(widget.parent(), QComboBox) or widget.parent().inherits("QAbstractSpinBox")
            if not inside and not widget.objectName().startswith("qt_") and not name_of(widget):
                nameless.append(
                    (type(widget).__name__, widget.parent().objectName(), type(widget.parent()).__name__)
                )
    assert nameless == []


def name_of(widget: QObject) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return (
        ""
        if interface is None
        else interface.text(QAccessible.Text.Name) or interface.text(QAccessible.Text.Description)
    )


def test_a_change_is_announced_once_it_has_come_to_rest(window: MainWindow, qtbot: QtBot) -> None:
    heard: list[str] = []
    window.prediction.spoken.announced.connect(heard.append)
    draw(window.canvas, sample_digit(3))
    qtbot.waitUntil(lambda: heard != [])
    assert heard == [f"{window.prediction.answer.text()}, {window.prediction.sureness.text()}"]
    window.workspace.board.clear()
    draw(window.canvas, sample_digit(7))
    qtbot.waitUntil(lambda: heard[-1].startswith("7, "))
    assert len(heard) == 2, "what changed in between was read out"


def test_the_state_of_the_training_too(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(5):
        window.panel.say(f"Epoch {number}")
    with qtbot.waitSignal(window.panel.spoken.announced) as told:
        window.panel.say("Done.")
    assert told.args == ["Done."]


def along_the_focus(widget: QWidget) -> Iterator[QWidget]:
    for _ in range(80):
        widget = widget.nextInFocusChain()
        yield widget


def test_what_has_focus_by_tab_is_named(window: MainWindow) -> None:
    seen = []
    loss = window.views["loss"].plot
    loss.more.click()
    for widget in chain(along_the_focus(window.canvas), along_the_focus(loss.axis)):
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # A box's field is named by its box, what scrolls and the tabs by what is in them.
        if by_tab and widget.isVisible() and widget.objectName() != "qt_spinbox_lineedit":
            seen.append(widget)
            of_area = isinstance(widget.parentWidget(), QAbstractScrollArea)
            assert name_of(widget) or of_area or isinstance(widget, QAbstractScrollArea | QTabBar), widget
    assert len(set(seen)) > 10
