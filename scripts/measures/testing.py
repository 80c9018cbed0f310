"""How long a class waits for a network's confusion matrix, and how smoothly thousands of its pictures scroll."""

import statistics
import time
from dataclasses import replace
from typing import Any

import numpy as np

from digitpad.data.mnist import load_dataset
from digitpad.document.picture_set import mnist_test
from digitpad.network.judging import judge
from digitpad.runs.checkpoint import untrained
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.ui.gallery.gallery import Gallery
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.galleries.tested_pictures import TestedPictures
from digitpad.workspace.testing.examiner import Findings, Question
from measures.gauges import Ticks, summary
from measures.visit import new_window, test_view
from measures.waiting import until_holds, wait

SIZE = (1366, 768)
"""Large enough for matrix and pictures side by side."""

TIMES = 20
FRAMES = 200

WHEEL_SHARE = 0.5
"""Of a row: what a notch of the wheel moves."""

COUNTS = {"most": 10_000, "class": 2_000}
"""Pictures in a gallery: all of a set, and those of a diligent class."""

LOOKING_MS = 20


def testing() -> dict[str, Any]:
    """Test the lesson's network on 10,000 images and scroll through them; return milliseconds.

    ``judging`` is a core's time for all images, the least of several; ``shown`` the median from another network to
    its matrix; ``gaps`` are the window's meanwhile; ``opening`` and ``scrolling`` are by the number of pictures.
    """
    window = new_window()
    window.resize(*SIZE)
    window.area.show_view(test_view(window).key)
    until_holds(lambda: window.workspace.testing.is_current)
    ticks = Ticks()
    ticks.start()
    shown = [time_to_matrix(window, seed) for seed in range(1, TIMES + 1)]
    found: dict[str, Any] = {"shown": statistics.median(shown), "gaps": ticks.stop()}
    found["judging"] = min(time_to_judge(seed) for seed in range(TIMES))
    gallery = test_view(window).panel.gallery
    found["opening"] = {name: time_to_open(gallery, count) for name, count in COUNTS.items()}
    found["scrolling"] = {name: summary(times_of_frames(gallery, count)) for name, count in COUNTS.items()}
    window.close()
    return found


def time_to_matrix(window: MainWindow, seed: int) -> float:
    """Let another network answer; return the milliseconds until its matrix is shown."""
    matrix = test_view(window).panel.matrix
    wait(LOOKING_MS)
    start = time.perf_counter()
    window.workspace.network.reset(replace(KERAS_RECIPE, seed=seed))
    until_holds(lambda: window.workspace.testing.is_current and not matrix.is_stale)
    return 1000 * (time.perf_counter() - start)


def time_to_judge(seed: int) -> float:
    """Judge 10,000 images here; return a core's milliseconds."""
    snapshot, mnist = untrained(replace(KERAS_RECIPE, seed=seed)), load_dataset()
    start = time.thread_time()
    judge(snapshot, mnist.test_images, mnist.test_labels)
    return 1000 * (time.thread_time() - start)


def pictures(count: int) -> TestedPictures:
    """Return so many test images as a gallery shows them."""
    snapshot, tested = untrained(KERAS_RECIPE), mnist_test(load_dataset())
    judgement = judge(snapshot, tested.pictures.images, tested.pictures.labels)
    assert judgement is not None  # nobody gives it up
    return TestedPictures(Findings(Question(tested.source, (), snapshot), tested, judgement), np.arange(count))


def time_to_open(gallery: Gallery, count: int) -> float:
    """Show so many pictures; return the milliseconds until the first of them are painted."""
    source = pictures(count)
    start = time.perf_counter()
    gallery.show_source(source)
    gallery.viewport().repaint()
    return 1000 * (time.perf_counter() - start)


def times_of_frames(gallery: Gallery, count: int) -> list[float]:
    """Scroll by notches of a wheel; return the milliseconds that each frame takes."""
    gallery.show_source(pictures(count))
    wait(LOOKING_MS)
    bar, notch = gallery.verticalScrollBar(), round(WHEEL_SHARE * gallery.gridSize().height())
    times = []
    for number in range(FRAMES):
        start = time.perf_counter()
        bar.setValue((number * notch) % max(1, bar.maximum()))
        gallery.viewport().repaint()  # all of it: more than a wheel's notch uncovers
        times.append(1000 * (time.perf_counter() - start))
    return times
