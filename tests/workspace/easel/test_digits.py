"""Several digits in one drawing: which of them is looked at, and what is read anew when one of them changes."""

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.drawing.raster import Stages, rasterize
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.runs.recipe import Recipe
from digitpad.workspace.classroom.collector import News
from digitpad.workspace.easel import digit_stages
from digitpad.workspace.easel.digits import MOST_DIGITS
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.workspace import Workspace
from tests.drawing.pages import DOT, FOUR, TWO, at, together
from tests.workspace.conftest import settle
from tests.workspace.easel.hand import answer, draw


def read(workspace: Workspace) -> tuple[str, int]:
    """Return all that is read, from left to right, and which digit is looked at."""
    found = answer(workspace)
    return "".join(str(reading.digit) for reading in found.readings), found.digit


@pytest.fixture
def drawn(workspace: Workspace) -> Workspace:
    """4, then 2 to its right."""
    workspace.network.take_ready_made()
    draw(workspace, together(FOUR, TWO))
    return workspace


@pytest.fixture
def rasterized(monkeypatch: pytest.MonkeyPatch) -> list[Drawing]:
    """Grows with each digit that is made a picture of."""
    seen: list[Drawing] = []

    def counting(make: Callable[[Drawing], Stages]) -> Callable[[Drawing], Stages]:
        def counted(drawing: Drawing) -> Stages:
            seen.append(drawing)
            return make(drawing)

        return counted

    monkeypatch.setattr(digit_stages, "rasterize", counting(rasterize))
    return seen


def test_each_is_read_by_itself_and_the_newest_is_looked_at(drawn: Workspace) -> None:
    found = answer(drawn)
    assert read(drawn) == ("42", 2)
    assert found.drawing == TWO
    assert found.is_several
    assert all(reading.is_sure for reading in found.readings)
    for reading, digit in zip(found.readings, (FOUR, TWO), strict=True):
        np.testing.assert_array_equal(reading.glyph, rasterize(digit).glyph)
    assert answer(drawn) is found


def test_whichever_was_drawn_last_is_the_newest(workspace: Workspace) -> None:
    workspace.network.take_ready_made()
    draw(workspace, together(TWO, FOUR))
    assert read(workspace) == ("42", 4)


def test_one_digit_is_one_as_ever(workspace: Workspace) -> None:
    workspace.network.take_ready_made()
    draw(workspace, sample_digit(5))
    found = answer(workspace)
    assert not found.is_several
    assert found.readings[0].glyph is found.glyph
    assert not workspace.conditions().has_digits
    assert not workspace.conditions().has_strays


def test_another_is_chosen_until_there_is_newer_ink(drawn: Workspace) -> None:
    digits = drawn.easel.digits
    digits.choose(0)
    assert answer(drawn).drawing == FOUR
    draw(drawn, DOT)  # a stray dot is no newer digit
    assert read(drawn) == ("42", 4)
    draw(drawn, at(7, 0.5))
    assert read(drawn) == ("472", 7)
    drawn.board.undo()
    assert read(drawn) == ("42", 4), "the choice holds where nothing is newer"


def test_from_digit_to_digit_and_round(drawn: Workspace) -> None:
    digits = drawn.easel.digits
    seen = []
    for _ in range(3):
        digits.step(1)
        seen.append(answer(drawn).digit)
    assert seen == [4, 2, 4]
    digits.step(-1)
    assert answer(drawn).digit == 2


def test_a_choice_is_told_and_commands_follow(drawn: Workspace, qtbot: QtBot) -> None:
    settle(qtbot)
    qtbot.waitUntil(lambda: drawn.conditions().has_digits)
    told: list[Recognition] = []
    drawn.recognizer.recognized.connect(told.append)
    with qtbot.waitSignal(drawn.easel.digits.changed):
        drawn.easel.digits.choose(0)
    assert told[-1].digit == 4


def test_erasing_part_of_what_is_chosen_keeps_the_choice(drawn: Workspace) -> None:
    drawn.easel.digits.choose(0)
    drawn.board.erase(1)  # the bar of the 4
    found = answer(drawn)
    assert len(found.readings) == 2
    assert found.drawing == Drawing(FOUR.strokes[:1])
    drawn.board.undo()
    assert answer(drawn).drawing == FOUR


def test_without_the_other_one_it_is_one_digit(drawn: Workspace) -> None:
    drawn.easel.digits.choose(0)
    drawn.board.erase(2)
    assert read(drawn) == ("4", 4)
    drawn.board.undo()
    assert read(drawn) == ("42", 4)
    drawn.board.undo()
    assert read(drawn) == ("4", 4)
    drawn.board.redo()
    assert read(drawn)[0] == "42"


def test_a_stray_dot_does_not_decide_the_answer(drawn: Workspace) -> None:
    before = answer(drawn)
    draw(drawn, DOT)
    after = answer(drawn)
    assert after.division.strays == (3,)
    assert after.readings == before.readings, "no digit is read anew"
    assert len(drawn.board.drawing.strokes) == 4, "the drawing is kept as it is"


def test_a_stray_dot_is_none_before_the_pen_is_up(drawn: Workspace) -> None:
    drawn.board.press((0.5, 0.06), erase=False)
    assert answer(drawn).division.strays == ()
    assert read(drawn) == ("42", 2)
    drawn.board.release()
    assert answer(drawn).division.strays == (3,)


def test_all_stray_dots_go_at_once(drawn: Workspace, qtbot: QtBot) -> None:
    draw(drawn, together(DOT, Drawing.of([[(0.4, 0.05)], [(0.98, 0.02)]])))
    changes = drawn.board.undo_stack.count()
    assert len(answer(drawn).division.strays) == 3
    drawn.easel.digits.remove_strays()
    assert drawn.board.drawing == together(FOUR, TWO)
    assert drawn.board.undo_stack.count() == changes + 1
    assert "Remove stray dots" in drawn.board.undo_stack.undoText()
    drawn.board.undo()
    assert len(answer(drawn).division.strays) == 3
    drawn.board.redo()
    drawn.easel.digits.remove_strays()  # there are none: nothing happens
    assert drawn.board.undo_stack.count() == changes + 1


def test_only_the_digit_under_the_pen_is_made_a_picture_of(drawn: Workspace, rasterized: list[Drawing]) -> None:
    four = answer(drawn).readings[0]
    rasterized.clear()
    drawn.board.press((0.8, 0.6), erase=False)
    drawn.board.move((0.82, 0.65))
    after = answer(drawn)
    drawn.board.release()
    assert after.readings[0] is four
    assert rasterized
    assert all(digit.strokes[0][0, 0] > 0.5 for digit in rasterized), "the 4 is as it was"


def test_other_weights_read_all_of_them_anew(drawn: Workspace) -> None:
    before = answer(drawn)
    drawn.network.reset(Recipe(seed=1))
    after = answer(drawn)
    assert [one.seen is other.seen for one, other in zip(before.readings, after.readings, strict=True)] == [
        True
    ] * 2
    assert all(reading.snapshot is drawn.network.snapshot for reading in after.readings)


def test_a_long_digit_beside_another_is_read_exactly_when_it_rests(drawn: Workspace, qtbot: QtBot) -> None:
    circle = [(0.5 + 0.06 * np.cos(angle), 0.2 + 0.06 * np.sin(angle)) for angle in np.linspace(0, 6, 600)]
    drawn.board.set_drawing(FOUR, "")
    draw(drawn, TWO)
    rounds = [(0.8 + x - 0.5, 0.65 + y - 0.2) for x, y in circle]
    with qtbot.waitSignal(drawn.recognizer.refined):
        draw(drawn, Drawing.of([rounds]))
    found = answer(drawn)
    assert len(found.readings) == 2
    np.testing.assert_array_equal(found.glyph, rasterize(found.drawing).glyph)


def test_what_falls_into_too_many_parts_is_one(workspace: Workspace) -> None:
    bars = [[(x, 0.3), (x, 0.9)] for x in np.linspace(0.03, 0.97, MOST_DIGITS + 1)]
    workspace.board.set_drawing(Drawing.of(bars), "")
    found = answer(workspace)
    assert len(found.readings) == 1
    assert found.drawing == workspace.board.drawing


def test_a_picture_on_the_easel_has_no_digits(drawn: Workspace, qtbot: QtBot) -> None:
    draw(drawn, DOT)
    drawn.easel.hang_any()
    qtbot.waitUntil(lambda: drawn.easel.exhibit is not None, timeout=30_000)
    found = answer(drawn)
    assert not found.is_several
    assert found.division.strays == ()
    now = drawn.conditions()
    assert (now.has_digits, now.has_strays) == (False, False)
    drawn.easel.take_down()
    assert read(drawn) == ("42", 2)
    assert drawn.conditions().has_digits


def test_strokes_are_erased_from_the_digit_that_is_looked_at(drawn: Workspace, qtbot: QtBot) -> None:
    drawn.easel.digits.choose(1)
    qtbot.waitUntil(lambda: drawn.arguments.arguments() is not None)
    arguments = drawn.arguments.arguments()
    assert arguments is not None
    assert arguments.drawing == TWO
    drawn.arguments.erase(arguments, 0)
    assert drawn.board.drawing == FOUR
    drawn.board.undo()
    drawn.easel.digits.choose(0)
    drawn.arguments.erase(arguments, 0)  # it is of another digit by now
    assert drawn.board.drawing == together(FOUR, TWO)


class TestCollecting:
    @pytest.fixture
    def collecting(self, workspace: Workspace) -> Workspace:
        workspace.network.take_ready_made()
        workspace.collector.begin()
        return workspace

    def test_stray_dots_are_left_out(self, collecting: Workspace) -> None:
        digit = sample_digit(collecting.collector.prompt)
        small = Drawing.of([(stroke - 0.5) * 0.5 + (0.5, 0.65) for stroke in digit.strokes])
        draw(collecting, together(small, DOT))
        collecting.collector.accept()
        assert collecting.collector.news is News.TAKEN
        (taken,) = collecting.class_drawings.content.drawings
        assert taken.drawing == small
        collecting.board.undo()
        assert collecting.board.drawing == together(small, DOT)
        assert collecting.collector.prompt == taken.label

    def test_more_than_one_digit_is_taken_only_on_second_thought(self, collecting: Workspace) -> None:
        draw(collecting, together(FOUR, TWO))
        collecting.collector.accept()
        assert collecting.collector.news is News.SEVERAL
        assert not collecting.class_drawings.content.everything
        assert collecting.board.drawing == together(FOUR, TWO)
        collecting.collector.accept()
        assert len(collecting.class_drawings.content.everything) == 1

    def test_other_ink_is_asked_about_anew(self, collecting: Workspace) -> None:
        draw(collecting, together(FOUR, TWO))
        collecting.collector.accept()
        draw(collecting, at(7, 0.5))
        collecting.collector.accept()
        assert collecting.collector.news is News.SEVERAL
        assert not collecting.class_drawings.content.everything
