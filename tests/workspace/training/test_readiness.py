"""What training needs, made ready: TensorFlow and MNIST, each by itself."""

import builtins
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from digitpad.data import mnist
from digitpad.engines.loop import TrainingLoop
from digitpad.errors import DataFileError
from digitpad.runs.events import Ending
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.workspace import Workspace
from tests.conftest import GENEROUS_SECONDS
from tests.sentences import told
from tests.workspace.conftest import SMALL, WAIT_MS, prepare, reported, settle


@pytest.fixture
def readiness(home: QObject) -> Iterator[Readiness]:
    readiness = Readiness(home)
    yield readiness
    readiness.shut_down()
    assert readiness.is_quiet


def break_mnist(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def broken() -> object:
        raise error

    monkeypatch.setattr(mnist, "load_dataset", broken)


@pytest.fixture
def no_mnist(monkeypatch: pytest.MonkeyPatch) -> None:
    break_mnist(monkeypatch, DataFileError("mnist-unreadable", path=Path("mnist.npz"), reason="gone"))


@pytest.fixture
def no_tensorflow(monkeypatch: pytest.MonkeyPatch) -> None:
    pythons_import = builtins.__import__

    def broken_import(name: str, *rest: object) -> object:
        if name == "tensorflow" and threading.current_thread() is not threading.main_thread():
            raise ImportError("DLL load failed\nwhile importing")
        return pythons_import(name, *rest)

    monkeypatch.setattr(builtins, "__import__", broken_import)


def settled(readiness: Readiness, qtbot: QtBot) -> list[tuple[bool, bool, int]]:
    """Prepare; return at each change whether MNIST and TensorFlow are there, and the number of problems."""
    seen: list[tuple[bool, bool, int]] = []
    readiness.changed.connect(
        lambda: seen.append((readiness.has_mnist, readiness.execution is not None, len(readiness.problems)))
    )
    readiness.prepare(SMALL)
    qtbot.waitUntil(lambda: readiness.is_known, timeout=WAIT_MS)
    return seen


def test_mnist_comes_first_and_both_are_told_by_themselves(readiness: Readiness, qtbot: QtBot) -> None:
    assert settled(readiness, qtbot) == [(True, False, 0), (True, True, 0)]
    assert readiness.can_train
    assert readiness.execution in ("xla", "graph")


@pytest.mark.usefixtures("no_mnist")
def test_without_mnist_tensorflow_still_gets_ready(readiness: Readiness, qtbot: QtBot) -> None:
    assert settled(readiness, qtbot) == [(False, False, 1), (False, True, 1)]
    assert not readiness.can_train
    (problem,) = readiness.problems
    assert "MNIST was not found: mnist.npz cannot be read (gone)" in told(problem)


def test_an_mnist_that_fails_in_another_way_is_no_fault_of_tensorflow(
    readiness: Readiness, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_mnist(monkeypatch, MemoryError("not enough memory"))
    assert settled(readiness, qtbot) == [(False, False, 1), (False, True, 1)]
    assert "not enough memory" in told(readiness.problems[0])
    assert "TensorFlow" not in told(readiness.problems[0])


@pytest.mark.usefixtures("no_tensorflow")
def test_without_tensorflow_mnist_is_still_ready(readiness: Readiness, qtbot: QtBot) -> None:
    assert settled(readiness, qtbot) == [(True, False, 0), (True, False, 1)]
    assert not readiness.can_train
    (problem,) = readiness.problems
    assert "TensorFlow could not be started" in told(problem)
    assert "DLL load failed" in told(problem)
    assert "while importing" not in told(problem)


@pytest.mark.usefixtures("no_mnist", "no_tensorflow")
def test_without_both_both_are_told(readiness: Readiness, qtbot: QtBot) -> None:
    settled(readiness, qtbot)
    mnists, tensorflows = readiness.problems
    assert "MNIST" in told(mnists)
    assert "TensorFlow" in told(tensorflows)


def test_a_recipe_that_cannot_be_compiled_is_no_fault_of_tensorflow(
    readiness: Readiness, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_much(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(TrainingLoop, "warm_up", too_much)
    settled(readiness, qtbot)
    assert readiness.can_train


def test_it_prepares_once(readiness: Readiness, qtbot: QtBot) -> None:
    settled(readiness, qtbot)
    with qtbot.assertNotEmitted(readiness.changed):
        readiness.prepare(SMALL)
        settle(qtbot)
    assert readiness.is_quiet


class TestShuttingDown:
    @pytest.fixture
    def gate(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
        """MNIST is being read (the first one is set) until the second one is."""
        reading, let_go = threading.Event(), threading.Event()
        load: Callable[[], object] = mnist.load_dataset

        def slow() -> object:
            reading.set()
            assert let_go.wait(GENEROUS_SECONDS)
            return load()

        monkeypatch.setattr(mnist, "load_dataset", slow)
        yield reading, let_go
        let_go.set()

    @pytest.mark.usefixtures("no_tensorflow")  # it must not even be tried
    def test_in_the_middle_nothing_more_is_begun_or_heard(
        self, readiness: Readiness, qtbot: QtBot, gate: tuple[threading.Event, threading.Event]
    ) -> None:
        reading, let_go = gate
        readiness.prepare(SMALL)
        assert reading.wait(GENEROUS_SECONDS)
        threading.Timer(0.0, let_go.set).start()
        with qtbot.assertNotEmitted(readiness.changed):
            readiness.shut_down()
            settle(qtbot)
        assert readiness.is_quiet
        assert not readiness.is_known
        assert readiness.problems == []

    def test_afterwards_nothing_is_prepared(self, readiness: Readiness, qtbot: QtBot) -> None:
        readiness.shut_down()
        readiness.prepare(SMALL)
        assert readiness.is_quiet


class TestATrainThatWaits:
    def test_begins_as_soon_as_it_can(self, workspace: Workspace, qtbot: QtBot) -> None:
        workspace.training.train(SMALL)
        with reported(workspace, qtbot, Ending.COMPLETED):
            workspace.prepare_training()

    @pytest.mark.usefixtures("no_mnist")
    def test_is_refused_by_what_is_missing(self, workspace: Workspace, qtbot: QtBot) -> None:
        workspace.training.train(SMALL)
        with qtbot.waitSignal(workspace.training.refused, timeout=WAIT_MS) as refused:
            workspace.prepare_training()
        assert "MNIST" in told(refused.args[0])
        with qtbot.waitSignal(workspace.training.refused) as refused:
            workspace.training.train(SMALL)
        assert "MNIST" in told(refused.args[0])
        assert workspace.runs.runs == []

    def test_is_forgotten_when_it_is_stopped(self, workspace: Workspace, qtbot: QtBot) -> None:
        workspace.training.train(SMALL)
        workspace.training.stop()
        prepare(workspace, qtbot)
        settle(qtbot)
        assert workspace.training.run is None
        assert workspace.runs.runs == []
