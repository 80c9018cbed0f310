"""Everything that is to be seen of a class's digits: collected, looked at, used, and tested on."""

from collections.abc import Iterator

from measures.stepping import scroll_to
from measures.visit import class_view, test_view
from measures.waiting import until_holds, wait

from digitpad.arrays import CLASSES
from digitpad.document.picture_set import Source
from digitpad.drawing.samples import sample_digit
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.classroom.class_mode import Filter
from digitpad.workspace.classroom.curve_measuring import CurvePoint
from picturing.class_digits import begin_round, collected
from picturing.modes import DRAWN
from picturing.schemes import Schemes

SETTLING_MS = 100
"""Until words that have come have their lines."""

POINTS = ((60, 0.517, 0.065), (120, 0.65, 0.062), (240, 0.767, 0.055))
"""What measuring has come to, as it may: so many drawings, accuracy, sampling error."""

CHOSEN = (2, 3, 7)
"""Pictures of the gallery that are chosen."""


def class_modes(window: MainWindow, schemes: Schemes) -> Iterator[tuple[str, str]]:
    """Show all of it in each scheme, on the projector too; yield the names of scheme and mode."""
    space = window.workspace
    for projector in ("", "projector-"):
        window.actions_["projector"].setChecked(bool(projector))
        for mode in looks_of_class(window):
            for scheme in schemes.in_turn():
                yield scheme, f"{projector}{mode}"
        space.class_drawings.put(collected())
    window.actions_["projector"].setChecked(False)
    space.testing.choose_source(Source.MNIST_TEST)
    space.board.set_drawing(sample_digit(DRAWN), "")
    window.area.show_view("loss")


def looks_of_class(window: MainWindow) -> Iterator[str]:
    """Go through a lesson on them; yield the name of what is to be seen."""
    space, digits = window.workspace, class_view(window).digits
    begin_round(window)
    yield "class-collecting"
    space.board.set_drawing(sample_digit((space.collector.prompt + 1) % CLASSES), "")
    window.actions_["accept"].trigger()
    yield "class-set-aside"
    window.actions_["our_digits"].trigger()
    entries = space.class_drawings.content.everything
    until_holds(lambda: all(space.thumbnails.of(entry.drawing) is not None for entry in entries))
    digits.gallery.choose(CHOSEN)
    yield "class-digits"
    space.class_mode.look_at(Filter(aside=True))
    yield "class-aside"
    space.class_mode.look_at(Filter())
    window.actions_["use_digits"].trigger()
    until_holds(lambda: space.material.is_ready)
    yield "class-use"
    show_curve(window)
    yield "class-curve"
    space.testing.choose_source(Source.CLASS)
    window.area.show_view("test")
    until_holds(lambda: space.testing.is_current)
    yield "test-class"
    test_view(window).panel.mistakes.click()
    yield "test-class-mistakes"
    test_view(window).panel.close_gallery()


def show_curve(window: MainWindow) -> None:
    """Have it measured what more data buys, and look at it."""
    curve, panel = window.workspace.data_curve, class_view(window).use.curve
    curve.points = tuple(CurvePoint(*point) for point in POINTS)
    curve.changed.emit()
    until_holds(lambda: bool(panel.found.text()))
    wait(SETTLING_MS)
    scroll_to(panel.found)
