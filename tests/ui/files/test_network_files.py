"""Networks to files and from files, in the real window."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from digitpad.runs.checkpoint import untrained
from digitpad.runs.network_file import SavedNetwork, load_network, save_network
from digitpad.runs.recipe import Recipe
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.lesson import FILE_MS, choose


def test_opening_a_network_makes_it_answer(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = Recipe(seed=11, epochs=2)
    path = tmp_path / "mine.npz"
    save_network(path, SavedNetwork(untrained(recipe), recipe))
    choose(monkeypatch, path)
    with qtbot.waitSignal(window.network_files.opened, timeout=FILE_MS):
        window.actions_["open_network"].trigger()
    assert "mine.npz" in window.workspace.network.text()
    assert window.workspace.draft.recipe == recipe
    np.testing.assert_array_equal(window.workspace.network.snapshot.weights[0], untrained(recipe).weights[0])


def test_a_saved_network_is_the_one_that_answers(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "ready-made")
    with qtbot.waitSignal(window.network_files.told, timeout=FILE_MS):
        window.actions_["save_network"].trigger()
    saved = load_network(tmp_path / "ready-made.npz")
    for ours, theirs in zip(saved.snapshot.weights, window.workspace.network.snapshot.weights, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert "ready-made.npz" in window.status.text()


def test_a_damaged_file_is_a_sentence_and_loses_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *arguments: shown.append(arguments[2]))
    path = tmp_path / "broken.npz"
    path.write_bytes(b"PK\x03\x04 not really")
    before = window.workspace.network.snapshot
    with qtbot.assertNotEmitted(window.network_files.opened):
        window.network_files.open_from(path)
        qtbot.waitUntil(lambda: bool(shown), timeout=FILE_MS)
    qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)
    assert len(shown) == 1
    assert "broken.npz" in shown[0]
    assert window.workspace.network.snapshot is before
