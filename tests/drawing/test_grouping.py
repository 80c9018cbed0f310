"""Which strokes belong together as one digit."""

from digitpad.drawing.grouping import Grouping, grouped
from digitpad.drawing.strokes import Drawing


def test_an_empty_drawing_has_no_groups() -> None:
    assert grouped(Drawing()) == Grouping()


def test_groups_are_drawings_of_the_same_strokes() -> None:
    drawing = Drawing.of([[(0, 0), (0, 1)], [(2, 0), (2, 1)], [(0, 0.5), (0.2, 0.5)], [(9, 9)]])
    grouping = Grouping(((0, 2), (1,)), (3,))
    first, second = grouping.drawings(drawing)
    assert [stroke is drawing.strokes[number] for stroke, number in zip(first.strokes, (0, 2), strict=True)]
    assert second.strokes[0] is drawing.strokes[1]
    assert len(grouping.without_strays(drawing).strokes) == 3
    assert grouping.newest == 0
