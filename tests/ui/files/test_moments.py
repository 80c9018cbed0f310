"""A run's moments in a session's file, if that is wanted, and what is said of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from digitpad.document.session_file import load_session, save_session
from digitpad.network.architecture import ARTICLE
from digitpad.runs.events import Ending
from digitpad.runs.moments.plan import planned
from digitpad.runs.recipe import Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
from tests.ui.lesson import FILE_MS, choose, open_, reported
from tests.workspace.conftest import SMALL


def train(window: MainWindow, qtbot: QtBot, recipe: Recipe = SMALL) -> None:
    with reported(window, qtbot, Ending.COMPLETED):
        window.workspace.training.train(recipe)


@pytest.fixture
def trained(ready: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window with a run that has gone all its way."""
    train(ready, qtbot)
    return ready


def save_as(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    choose(monkeypatch, path)
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.actions_["save_as"].trigger()


def test_they_are_saved_only_if_that_is_wanted(
    trained: MainWindow, qtbot: QtBot, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    action = trained.actions_["save_moments"]
    without, with_them = tmp_path / "without.digitpad", tmp_path / "with.digitpad"
    assert not action.isChecked()
    save_as(trained, qtbot, monkeypatch, without)
    action.trigger()
    save_as(trained, qtbot, monkeypatch, with_them)
    assert load_session(without).runs[0].moments == ()
    saved = load_session(with_them).runs[0].moments
    assert [moment.updates for moment in saved] == list(planned(SMALL))
    assert with_them.stat().st_size - without.stat().st_size > trained.workspace.moments.bytes
    assert [moment.updates for moment in trained.workspace.runs.runs[0].moments] == list(planned(SMALL))
    assert settings.saves_moments
    trained.close()

    other = MainWindow(settings)
    qtbot.addWidget(other)
    assert other.actions_["save_moments"].isChecked()
    open_(other, qtbot, with_them)
    assert [moment.updates for moment in other.workspace.runs.runs[0].moments] == list(planned(SMALL))
    other.actions_["save_moments"].trigger()
    assert not settings.saves_moments
    other.close()


def test_a_file_that_has_them_keeps_them_unless_somebody_says_otherwise(
    trained: MainWindow, qtbot: QtBot, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    action, menu = trained.actions_["save_moments"], trained.actions_.menus["file"]
    theirs, again, without = (tmp_path / f"{name}.digitpad" for name in ("theirs", "again", "without"))
    save_session(theirs, trained.workspace.session.collect())
    open_(trained, qtbot, theirs)
    menu.aboutToShow.emit()
    assert action.isChecked()
    assert not settings.saves_moments
    save_as(trained, qtbot, monkeypatch, again)
    assert load_session(again).runs[0].moments
    action.trigger()
    save_as(trained, qtbot, monkeypatch, without)
    assert load_session(without).runs[0].moments == ()
    open_(trained, qtbot, without)
    menu.aboutToShow.emit()
    assert not action.isChecked()


def test_what_they_cost_is_said_before(ready: MainWindow, qtbot: QtBot) -> None:
    menu, action = ready.actions_.menus["file"], ready.actions_["save_moments"]
    train(ready, qtbot, replace(SMALL, architecture=ARTICLE))
    menu.aboutToShow.emit()
    assert "8 MB for the present runs" in action.toolTip(), "five moments of 407,050 numbers, four bytes each"
    assert menu.toolTipsVisible()
    ready.actions_["language_vi"].trigger()
    menu.aboutToShow.emit()
    assert "8 MB cho các lượt" in action.toolTip()
    ready.actions_["language_en"].trigger()


def test_that_the_earliest_run_has_fewer_is_told_once(trained: MainWindow, qtbot: QtBot) -> None:
    told: list[str] = []
    trained.news.told.connect(told.append)
    trained.workspace.moments.most_bytes = trained.workspace.moments.bytes
    for _ in range(2):
        train(trained, qtbot)
    assert told == ["No room for all moments: the earliest runs keep fewer."]
    assert trained.workspace.moments.bytes <= trained.workspace.moments.most_bytes
