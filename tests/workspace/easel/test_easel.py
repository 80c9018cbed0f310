"""A picture before the canvas: looked at, and no more."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.data.mnist import load_dataset
from digitpad.document.classroom.class_set import ClassSet
from digitpad.document.picture_set import Source
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.engines.protocol import Step
from digitpad.errors import DataFileError
from digitpad.network.push import find_push
from digitpad.runs.events import Ending
from digitpad.workspace.changes import Part
from digitpad.workspace.easel import easel as easel_module
from digitpad.workspace.easel.exhibit import SetPicture, pushed_picture
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import SMALL, WAIT_MS, Ends, files_done, reported, settle

SEVEN = 1
"""The first of MNIST's test images is a seven."""


def exhibit(number: int = SEVEN) -> SetPicture:
    mnist = load_dataset()
    return SetPicture(mnist.test_images[number - 1], int(mnist.test_labels[number - 1]), number)


def shown(workspace: Workspace) -> Recognition:
    answer = workspace.recognizer.answer()
    assert answer is not None
    return answer


class TestExhibit:
    def test_the_network_sees_shares_of_full_ink(self) -> None:
        picture = exhibit()
        assert picture.glyph.dtype == np.float32
        np.testing.assert_array_equal(picture.glyph.reshape(-1), picture.image.astype(np.float32) / 255)

    @pytest.mark.parametrize(
        ("image", "label"),
        [(np.zeros(783, np.uint8), 3), (np.zeros(784, np.float32), 3), (np.zeros(784, np.uint8), 10)],
    )
    def test_what_is_no_picture_of_a_digit_is_refused(self, image: np.ndarray, label: int) -> None:
        with pytest.raises(ValueError, match="no picture"):
            SetPicture(image, label, 0)


class TestLabelsOfOurs:
    @pytest.fixture
    def hung(self, workspace: Workspace) -> Workspace:
        """A seven of the class's hangs there, beside others of theirs."""
        taken = [LabelledDrawing(sample_digit(digit), digit) for digit in (1, 7)]
        workspace.class_drawings.put(ClassSet(drawings=tuple(taken)))
        workspace.easel.hang(replace(exhibit(), source=Source.CLASS, drawing=taken[1].drawing))
        return workspace

    def test_a_picture_goes_by_the_label_that_it_has_now(self, hung: Workspace) -> None:
        hung.class_drawings.relabel([1], 2)
        assert hung.easel.exhibit is not None
        assert (hung.easel.exhibit.label, hung.recognizer.answer() is not None) == (2, True)
        hung.board.undo_stack.undo()
        assert hung.easel.exhibit.label == 7

    def test_other_labels_leave_it_as_it_is(self, hung: Workspace) -> None:
        before = hung.easel.exhibit
        hung.class_drawings.relabel([0], 2)
        assert hung.easel.exhibit is before

    def test_what_is_dropped_comes_down(self, hung: Workspace) -> None:
        hung.class_drawings.drop([1])
        assert hung.easel.exhibit is None

    def test_a_pushed_one_comes_down(self, hung: Workspace) -> None:
        original = hung.easel.exhibit
        assert original is not None
        push = find_push(hung.network.snapshot, original.glyph.reshape(-1))
        assert push is not None
        hung.easel.hang(pushed_picture(push, original))
        hung.class_drawings.relabel([0], 2)
        assert hung.easel.exhibit is not None
        hung.class_drawings.relabel([1], 2)
        assert hung.easel.exhibit is None


class TestEasel:
    def test_the_answer_is_the_pictures_and_then_the_drawings_again(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        workspace.commands.take_ready_made()
        workspace.board.set_drawing(sample_digit(3), "")
        told: list[frozenset[Part]] = []
        workspace.changes.told.connect(told.append)
        qtbot.waitUntil(lambda: len(told) > 0)  # of network and drawing
        before, picture = shown(workspace), exhibit()
        with qtbot.waitSignal(workspace.recognizer.recognized):
            workspace.easel.hang(picture)
        qtbot.waitUntil(lambda: told[1:] == [frozenset({Part.DRAWING})])
        answer = shown(workspace)
        assert answer.seen is picture
        assert answer.stages is None
        assert not answer.drawing
        np.testing.assert_array_equal(
            answer.probabilities, workspace.network.snapshot.probabilities(picture.image / np.float32(255))
        )
        assert answer.ranking[0] == 7
        with qtbot.waitSignal(workspace.recognizer.recognized):
            workspace.easel.take_down()
        np.testing.assert_array_equal(shown(workspace).probabilities, before.probabilities)
        assert shown(workspace).stages is before.stages

    def test_it_answers_on_an_empty_canvas_too(self, workspace: Workspace) -> None:
        assert workspace.recognizer.answer() is None
        workspace.easel.hang(exhibit())
        assert shown(workspace).seen is workspace.easel.exhibit
        workspace.easel.take_down()
        assert workspace.recognizer.answer() is None

    def test_it_belongs_to_no_session_and_to_no_history(self, workspace: Workspace) -> None:
        workspace.board.set_drawing(sample_digit(3), "")
        revision, changes = workspace.session.revision, workspace.board.undo_stack.count()
        before = workspace.session.collect()
        workspace.easel.hang(exhibit())
        assert workspace.session.collect() == before
        assert (workspace.session.revision, workspace.board.undo_stack.count()) == (revision, changes)
        assert workspace.board.drawing == sample_digit(3)

    def test_a_stroke_goes_on_with_the_drawing_behind_it(self, workspace: Workspace) -> None:
        workspace.board.set_drawing(sample_digit(3), "")
        workspace.easel.hang(exhibit())
        workspace.board.press((0.1, 0.1), erase=False)
        assert workspace.easel.exhibit is None
        workspace.board.move((0.2, 0.2))
        workspace.board.release()
        assert Drawing(workspace.board.drawing.strokes[:-1]) == sample_digit(3)
        assert len(workspace.board.drawing.strokes) == len(sample_digit(3).strokes) + 1
        workspace.board.undo()
        assert workspace.board.drawing == sample_digit(3)

    def test_an_eraser_takes_away_the_picture_and_nothing_that_is_behind_it(self, workspace: Workspace) -> None:
        workspace.board.set_drawing(sample_digit(3), "")
        workspace.easel.hang(exhibit())
        x, y = sample_digit(3).strokes[0][0]
        workspace.board.press((x, y), erase=True)
        workspace.board.move((x + 0.1, y))
        workspace.board.release()
        assert workspace.easel.exhibit is None
        assert workspace.board.drawing == sample_digit(3)
        workspace.board.press((x, y), erase=True)
        workspace.board.release()
        assert not workspace.board.drawing, "now it can be seen"

    @pytest.mark.parametrize("deed", ["undo", "redo", "clear", "same", "leaf", "session"])
    def test_whatever_is_done_to_the_drawing_takes_it_away(self, workspace: Workspace, deed: str) -> None:
        board, book = workspace.board, workspace.sketchbook
        board.set_drawing(sample_digit(1), "")
        board.set_drawing(sample_digit(2), "")
        board.set_drawing(sample_digit(3), "")
        board.undo()
        kept = workspace.session.collect()
        workspace.easel.hang(exhibit())
        {
            "undo": board.undo,
            "redo": board.redo,
            "clear": board.clear,
            "same": lambda: board.set_drawing(sample_digit(2), ""),
            "leaf": lambda: book.turn(-1),
            "session": lambda: book.put(list(kept.drawings), kept.page),
        }[deed]()
        assert workspace.easel.exhibit is None

    def test_to_undo_what_is_no_drawing_lets_it_hang(self, workspace: Workspace) -> None:
        workspace.class_drawings.add([LabelledDrawing(sample_digit(4), 4)])
        workspace.easel.hang(exhibit())
        workspace.board.undo()
        assert len(workspace.class_drawings) == 0
        assert workspace.easel.exhibit is not None

    def test_while_it_hangs_a_run_notes_what_the_network_says_of_it(
        self, ready: Workspace, qtbot: QtBot, ends: Ends
    ) -> None:
        ready.easel.hang(exhibit())
        with ends(Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        run = ready.training.run
        assert run is not None
        assert run.snapshot is not None
        expected = run.snapshot.probabilities(exhibit().glyph.reshape(-1))
        np.testing.assert_array_equal(run.probabilities.values[-1], expected)


class TestAnyPicture:
    def test_each_time_it_is_one_of_the_test_images(self, workspace: Workspace, qtbot: QtBot) -> None:
        numbers = set()
        for _ in range(5):
            with qtbot.waitSignal(workspace.easel.changed, timeout=WAIT_MS):
                workspace.easel.hang_any()
            found = workspace.easel.exhibit
            assert found is not None
            mnist = load_dataset()
            np.testing.assert_array_equal(found.image, mnist.test_images[found.number - 1])
            assert found.label == mnist.test_labels[found.number - 1]
            numbers.add(found.number)
        assert len(numbers) > 1

    def test_whoever_draws_before_it_comes_keeps_the_canvas(self, workspace: Workspace, qtbot: QtBot) -> None:
        workspace.easel.hang_any()
        workspace.board.press((0.5, 0.5), erase=False)
        files_done(workspace, qtbot)
        settle(qtbot)
        assert workspace.easel.exhibit is None
        assert workspace.board.is_drawing

    def test_without_mnist_it_says_what_is_missing(
        self, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        problem = DataFileError("mnist-unreadable", path=Path("mnist.npz"), reason="gone")

        def missing() -> object:
            raise problem

        monkeypatch.setattr(easel_module, "load_dataset", missing)
        with qtbot.waitSignal(workspace.easel.failed, timeout=WAIT_MS) as failed:
            workspace.easel.hang_any()
        assert failed.args == [problem]
        assert workspace.easel.exhibit is None


class TestOwnDrawing:
    def test_nobody_learns_from_a_drawing_that_cannot_be_seen(self, ready: Workspace, qtbot: QtBot) -> None:
        ready.board.set_drawing(sample_digit(3), "")
        ready.own.set_label(7)
        assert ready.own.can_train
        assert ready.conditions().can_join_own
        ready.easel.hang(exhibit())
        assert not ready.own.can_train
        now = ready.conditions()
        assert now.has_exhibit
        assert not now.can_train_own
        assert not now.can_join_own
        ready.easel.take_down()
        assert ready.own.can_train
        assert ready.own.label == 7

    def test_what_was_learnt_is_measured_on_the_drawing(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(replace(SMALL, epochs=1), Step.BATCH)
        settle(qtbot)
        ready.board.set_drawing(sample_digit(3), "")
        ready.own.set_label(7)
        with reported(ready, qtbot, Ending.PAUSED):
            ready.own.train(2)
            ready.easel.hang(exhibit())
        qtbot.waitUntil(lambda: ready.own.lesson is not None, timeout=WAIT_MS)
        assert ready.own.lesson is not None
        ready.easel.take_down()
        assert ready.own.lesson.probability_after == pytest.approx(float(shown(ready).probabilities[7]))
