"""The demonstration: a whole visit by real events, with its pictures."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.recipe import Recipe
from digitpad.ui.stage import demonstration as module
from digitpad.ui.stage.demonstration import SCHEMES, SIZES, Demonstration, has_room
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.easel.recognizer import FRAME_MS
from tests.conftest import FreshPython
from tests.workspace.hearing import TRAINING_MS

ANSWERED_MS = 5 * FRAME_MS
"""By then the last points of a digit have been read, however fast they came."""


def test_it_trains_draws_ten_digits_and_takes_pictures(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STEP_MS", 0)  # nobody is watching
    monkeypatch.setattr(module, "PAUSE_MS", ANSWERED_MS)
    monkeypatch.setattr(module, "KERAS_RECIPE", Recipe(epochs=1, architecture=Architecture((HiddenLayer(64),))))
    monkeypatch.setattr(module, "MIDWAY_BATCH", 200)
    assert has_room(tmp_path / "pictures")
    demonstration = Demonstration(window, tmp_path / "pictures", close=True)
    with qtbot.waitSignal(demonstration.finished, timeout=TRAINING_MS) as finished:
        window.load_tensorflow()
        demonstration.start()
    (right,) = finished.args
    assert right >= 9
    (run,) = window.workspace.runs.runs
    assert len(run.history) == 469
    pictures = {path.stem: QImage(str(path)) for path in (tmp_path / "pictures").glob("*.png")}
    sized = {f"digitpad-{width}x{height}-{scheme}" for width, height in SIZES for scheme in SCHEMES}
    assert set(pictures) == {"digitpad-untrained", "digitpad-training"} | sized
    assert not any(picture.isNull() for picture in pictures.values())
    qtbot.waitUntil(lambda: not window.isVisible())


def test_what_goes_wrong_ends_it(window: MainWindow, qtbot: QtBot, tmp_path: Path, capsys, monkeypatch) -> None:
    from digitpad.data import mnist
    from digitpad.errors import DataFileError

    def missing() -> None:
        raise DataFileError("mnist-unreadable", path="mnist.npz", reason="it is gone")

    left: list[int] = []
    # The real one would end every event loop that a later test begins.
    monkeypatch.setattr(QApplication, "exit", left.append)
    monkeypatch.setattr(mnist, "load_dataset", missing)
    demonstration = Demonstration(window, tmp_path, close=True)
    demonstration.start()
    window.load_tensorflow()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=TRAINING_MS)
    assert left == [1]
    assert "mnist.npz" in capsys.readouterr().err


def test_without_room_for_pictures_it_says_so_and_ends(
    fresh_python: FreshPython, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    done = fresh_python("-m", "digitpad", "--demo", "--screenshots", taken / "below")
    assert done.returncode == 1
    assert f"digitpad: {taken / 'below'} could not be saved: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not has_room(taken)
    assert f"digitpad: {taken} could not be saved: " in capsys.readouterr().err
    assert taken.read_text("utf-8") == "a file"
