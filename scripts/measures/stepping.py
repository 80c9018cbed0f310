"""How fast a class steps through a training step, checks a slope and gives a waiting line up, by real buttons."""

import time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from digitpad.engines.acts.tape import Act
from digitpad.runs.events import Ending
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.step.step_view import StepView
from measures.gauges import PaintWatch, Ticks, summary
from measures.visit import loaded_window
from measures.waiting import until_event, until_holds, wait

CARDS = 100
PUSHES = 100
GIVEN_UP = 20

LOOKING_MS = 20
"""For which a card is looked at before the next one is asked for."""

WAITING_AT = (Act.BATCH, Act.FORWARD, Act.LOSS, Act.MEAN, Act.GRADIENTS, Act.UPDATE)
"""Where a line waits when its step is given up."""


def stepping() -> dict[str, Any]:
    """Step card by card with the lesson's network; return what a class waits for, in milliseconds.

    ``card`` is from the click to the painted card, ``gaps`` are the window's meanwhile, ``push`` is from a pushed
    weight to its painted point, and ``give_up`` the longest from Stop to a run that is as before the step.
    """
    window = loaded_window()
    window.area.show_view(step_view(window).key)
    go_to(window, Act.AGAIN)  # the first step begins the run, and each card is painted for the first time
    ticks = Ticks()
    ticks.start()
    cards = [time_to_next_card(window) for _ in range(CARDS)]
    found: dict[str, Any] = {"card": summary(cards), "gaps": ticks.stop()}
    found["push"] = summary(times_of_pushes(window))
    found["give_up"] = max(
        time_to_give_up(window, WAITING_AT[number % len(WAITING_AT)]) for number in range(GIVEN_UP)
    )
    window.close()
    return found


def step_view(window: MainWindow) -> StepView:
    """Return the view of the training step."""
    view = window.views["step"]
    assert isinstance(view, StepView)
    return view


def go_to(window: MainWindow, act: Act) -> None:
    """Go on, card by card, until this act is the newest that is complete."""
    stepping = window.workspace.stepping
    while stepping.stop is None or stepping.stop.tape.complete is not act:
        time_to_next_card(window)


def time_to_next_card(window: MainWindow) -> float:
    """Click on “Next card”, look at the card; return the milliseconds until it was painted."""
    stepping, panel = window.workspace.stepping, step_view(window).panel
    before = stepping.stop
    is_first = before is None or before.place is None  # of a step
    expected = Act.BATCH if is_first or before is None else Act(before.tape.complete + 1)
    watch = PaintWatch([panel.cards[expected]])
    watch.forget()
    start = time.perf_counter()
    QTest.mouseClick(panel.commands.buttons["next_card"], Qt.MouseButton.LeftButton)
    until_holds(lambda: stepping.stop is not None and stepping.stop is not before and stepping.is_quiet)
    shown = stepping.stop
    until_holds(lambda: shown is not None and panel.tape is shown.tape and watch.all_painted)
    taken = 1000 * (time.perf_counter() - start)
    watch.end()
    wait(LOOKING_MS)
    return taken


def times_of_pushes(window: MainWindow) -> list[float]:
    """Push the chosen weight; return the milliseconds from each push until its point was painted."""
    go_to(window, Act.GRADIENTS)
    checker, card = window.workspace.inspection.checker, step_view(window).panel.gradients.slope
    until_holds(lambda: checker.check is not None and checker.check.slope is not None)
    scroll_to(card.upper)
    return [
        time_of_push(window, place) for place in range(-PUSHES // 2, PUSHES // 2) if place != card.slider.value()
    ]


def scroll_to(widget: QWidget) -> None:
    """Scroll what is around a widget until it can be seen, as a hand does on a small screen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(widget)
        wait(LOOKING_MS)


def time_of_push(window: MainWindow, place: int) -> float:
    """Push the chosen weight to this place of the slider; return the milliseconds until the point was painted."""
    checker, card = window.workspace.inspection.checker, step_view(window).panel.gradients.slope
    assert checker.check is not None
    check, known, watch = checker.check, len(checker.check.points), PaintWatch([card.plot.viewport()])
    checker.changed.connect(watch.forget)  # what is painted before shows no new point
    start = time.perf_counter()
    card.slider.setValue(place)
    until_holds(lambda: len(check.points) > known and watch.all_painted)
    taken = 1000 * (time.perf_counter() - start)
    checker.changed.disconnect(watch.forget)
    watch.end()
    return taken


def time_to_give_up(window: MainWindow, act: Act) -> float:
    """Stop while a line waits behind this act; return the milliseconds until the run is as before the step."""
    go_to(window, act)
    run = window.workspace.stepping.run
    assert run is not None
    done = len(run.history)
    start = time.perf_counter()
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    taken = 1000 * (time.perf_counter() - start)
    if window.workspace.stepping.stop is not None or len(run.history) != done:
        raise RuntimeError("a step that is stopped was to be given up")
    return taken
