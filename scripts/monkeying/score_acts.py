"""What a monkey does where runs are compared: scores over the curves, and Keras' fit beside our loop."""

from random import Random

from measures.visit import loss_view
from measures.waiting import wait
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.keras.keras_view import KerasView

MOVES, MOVE_MS = 4, 15
"""How far the pointer goes on over a plot; pyqtgraph takes no more than a hundred moves a second."""


def look_at_scores(window: MainWindow, chance: Random) -> None:
    """Show training, validation and test, or not, and move over the plots to read them."""
    view = loss_view(window)
    window.area.show_view(view.key)
    if chance.random() < 0.5:
        view.scores.trigger()
    view.plot.curves.setCurrentIndex(chance.randrange(view.plot.curves.count()))
    plot = chance.choice([view.plot.plot, view.plot.accuracies]).viewport()
    for _ in range(MOVES):
        QTest.mouseMove(plot, QPoint(chance.randrange(plot.width() + 1), chance.randrange(plot.height() + 1)))
        wait(MOVE_MS)


def look_at_keras(window: MainWindow, chance: Random) -> None:
    """Copy Keras' listing, select in it, or choose how the loop of new runs runs: mostly compiled again."""
    view = window.views["keras"]
    assert isinstance(view, KerasView)
    window.area.show_view(view.key)
    panel, what = view.panel, chance.random()
    if what < 0.2:
        QTest.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    elif what < 0.4:
        QTest.mouseDClick(panel.listing.viewport(), Qt.MouseButton.LeftButton)
    else:
        loops = list(panel.choices)
        (loop,) = chance.choices(loops, weights=[4, 1, 2])
        QTest.mouseClick(panel.choices[loop], Qt.MouseButton.LeftButton)
