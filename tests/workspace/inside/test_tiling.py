"""Where the pictures of a grid stand."""

import pytest
from PySide6.QtCore import QPointF

from digitpad.arrays import SIDE
from digitpad.workspace.inside.tiling import Tiling, fitting, scrolling

WORDS = 18.0


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_weights_have_whole_dots_and_pictures_their_room(ratio: float) -> None:
    tiling = scrolling(512, 700.0, 64.0, WORDS, ratio)
    assert tiling.dot * ratio == pytest.approx(round(tiling.dot * ratio))
    assert 0.5 * 64 <= SIDE * tiling.dot <= 64
    assert tiling.rows * tiling.columns >= 512
    for place in (0, tiling.columns - 1, tiling.columns, 511):
        picture = tiling.picture(place)
        assert 0 <= picture.left() < picture.right() <= 700
        assert tiling.tile(place).bottom() - picture.bottom() >= WORDS  # the words are on it
        assert tiling.at(picture.center()) == place
    assert tiling.picture(511).bottom() <= tiling.height


def test_no_picture_is_beside_the_others() -> None:
    tiling = scrolling(7, 300.0, 64.0, WORDS, 1.0)
    assert tiling.at(QPointF(1, 1)) is None
    last = tiling.picture(6).center()
    assert tiling.at(last + QPointF(tiling.step[0], 0)) is None
    assert tiling.at(last + QPointF(0, tiling.step[1])) is None


def test_only_rows_in_sight_are_shown() -> None:
    tiling = Tiling(2048, 10, 2.0, 12, 5.0)
    assert tiling.shown(0, 100) == range(20)
    down = tiling.step[1]
    assert tiling.shown(50 * down + 10, 100) == range(500, 520)
    assert tiling.shown(tiling.height - 50, 50).stop == 2048
    assert len(Tiling(0, 1, 1.0, 3, 0.0).shown(0, 100)) == 0


@pytest.mark.parametrize("room", [(700, 340), (405, 300), (360, 320), (200, 800), (900, 150)])
def test_ten_are_as_large_as_all_can_be_seen(room: tuple[int, int]) -> None:
    tiling = fitting(10, *map(float, room), WORDS, 1.0)
    assert tiling.height <= room[1]
    assert tiling.picture(tiling.columns - 1).right() <= room[0]
    larger = tiling.dot * 1.1
    for columns in range(1, 11):  # nothing 10 % larger would have room, with a gap of 3 weights and the words
        rows = -(-10 // columns)
        across = columns * (SIDE + 3) * larger
        down = rows * ((SIDE + 3) * larger + WORDS) + 1.5 * larger
        assert across > room[0] or down > room[1]
