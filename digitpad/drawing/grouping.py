"""Which strokes of a drawing belong together as one digit, and which belong to none.

Geometry alone decides, in shares of the drawing's own size, so that unit and place do not matter. Its measure is
the *height* of the writing: the tallest stroke's, where a lying one counts with half its width, and at least half
of what all strokes but the dots take up from top to bottom.

1. **Dots** are strokes of up to a fifth of the largest one's extent. They are put aside, unless all are dots.
2. **Bodies**, strokes of at least half the height, make columns from left to right. One belongs to another into
   which it reaches by a seventh of the height and two fifths of the narrower one's width, or by two fifths of the
   wider one's, as a slash does in a narrow zero. So do lines that were drawn over each other.
3. **Parts** that are lower, such as bars and feet, belong to the column that they reach into furthest, or are next
   to; one that is farther than a seventh of the height from each is a column of its own.
4. An upright bar at the right of a corner makes a **four** with it, up to twice as far apart, as no digit is a
   corner. One no farther than a seventh makes a four or a nine of any column that ends by as much above its end.
5. A dot belongs to the column that it is near to, and is a **stray** where it is farther than that from each.

Digits one above the other are one column, and read as one. So is a scribble, of more strokes than digits have.
"""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from operator import attrgetter

from digitpad.drawing.stroke_shapes import StrokeShape, shape_of
from digitpad.drawing.strokes import Drawing

DOT = 0.2
"""Extent of a dot as a share of the largest stroke's."""

ONLY_DOTS = 0.05
"""Where no stroke has so much of the whole drawing's extent, there are only dots."""

BODY = 0.5
"""Share of the height that a digit of its own has at least; what is lower may be a bar or a foot."""

NEAR = 0.15
"""Share of the height: a bar, a foot or a dot that floats no farther apart belongs to a digit. By as much the
bodies of one digit reach into each other, and the bar of a four or a nine ends below the rest."""

CORNER_GAP = 0.3
"""Share of the height by which the bar of a four may be apart from a corner: it may lean, and come nearer yet."""

SHARED = 0.4
"""Share of the width by which they do, too: neighbours that touch have less in common."""

LINE = 0.1
"""Share of the height that a drawn line is wide, about: two within it look like one."""

MOST_STROKES = 200
"""But dots; eight digits have no more, however often the pen is lifted: what has is one scribble, and each further
point of it would cost as much as looking at all of them."""

NEIGHBOURS = 4
"""Columns that begin before a stroke's middle and are compared with it, and one behind: no others can be near."""


@dataclass(frozen=True)
class Grouping:
    """How the strokes of a drawing belong together; strokes are named by their numbers in it.

    Attributes:
        groups: the strokes of each digit, in the order they were drawn; the digits from left to right.
        strays: tiny strokes far from the rest, such as a touch board makes, which belong to no digit.
    """

    groups: tuple[tuple[int, ...], ...] = ()
    strays: tuple[int, ...] = ()

    @property
    def newest(self) -> int:
        """The number of the group that has the newest stroke of all groups. Raises ValueError if there is none."""
        return max(range(len(self.groups)), key=lambda number: self.groups[number][-1])

    def drawings(self, drawing: Drawing) -> list[Drawing]:
        """Return each digit of the drawing that was grouped as a drawing; its strokes are the same arrays."""
        return [Drawing(tuple(drawing.strokes[stroke] for stroke in group)) for group in self.groups]

    def without_strays(self, drawing: Drawing) -> Drawing:
        """Return the drawing that was grouped without its strays: itself where it has none."""
        if not self.strays:
            return drawing
        strays = set(self.strays)
        return Drawing(tuple(points for number, points in enumerate(drawing.strokes) if number not in strays))


def grouped(drawing: Drawing) -> Grouping:
    """Say which strokes belong together, and which to none: the same for the same strokes, whatever came before.

    The time grows with the number of strokes, and of a stroke that grows only with its new points.
    """
    count = len(drawing.strokes)
    together = Grouping((tuple(range(count)),) if count else ())
    if count < 2:
        return together
    strokes = list(enumerate(map(shape_of, drawing.strokes)))
    largest = max(shape.extent for _, shape in strokes)
    if largest <= ONLY_DOTS * max(_span(strokes, "left", "right"), _span(strokes, "top", "bottom")):
        return together
    dots = [stroke for stroke in strokes if stroke[1].extent <= DOT * largest]
    others = [stroke for stroke in strokes if stroke[1].extent > DOT * largest] if dots else strokes
    if len(others) > MOST_STROKES:
        return together
    tallest = max(max(shape.height, shape.width / 2) for _, shape in others)
    height = max(tallest, _span(others, "top", "bottom") / 2)
    columns = _fours_joined(_with_parts(others, height), height)
    strays = _strays(dots, columns, height)  # the other dots find their columns
    groups = (sorted(number for number, _ in column.strokes) for column in sorted(columns, key=_middle))
    return Grouping(tuple(map(tuple, groups)), strays)


_Stroke = tuple[int, StrokeShape]
"""A stroke's number and its shape."""


def _span(strokes: list[_Stroke], first: str, last: str) -> float:
    """Return how far strokes reach, from the least of one of their edges to the greatest of the other."""
    shapes = [shape for _, shape in strokes]
    return float(max(map(attrgetter(last), shapes)) - min(map(attrgetter(first), shapes)))


class _Column:
    """Strokes that belong together, and the box around them."""

    def __init__(self, stroke: _Stroke) -> None:
        shape = stroke[1]
        self.strokes = [stroke]
        self.left, self.top, self.right, self.bottom = shape.left, shape.top, shape.right, shape.bottom

    def take(self, strokes: list[_Stroke], box: "_Column | StrokeShape") -> None:
        """Make strokes, with this box around them, a part of the column."""
        self.strokes += strokes
        self.left, self.top = min(self.left, box.left), min(self.top, box.top)
        self.right, self.bottom = max(self.right, box.right), max(self.bottom, box.bottom)

    def depth(self, other: StrokeShape) -> float:
        """Return how far one would have to be moved aside to be beside the other; negative where it is."""
        right, left = self.right - other.left, other.right - self.left
        return right if right < left else left  # which takes half as long as min does

    def distance(self, other: StrokeShape) -> float:
        """Return how far another's box is from this one's, along the axis on which it is farther; 0 inside."""
        return max(-self.depth(other), self.top - other.bottom, other.top - self.bottom, 0.0)

    def is_one_with(self, body: StrokeShape, depth: float, height: float) -> bool:
        """Say whether a body that reaches so far into this one is no other digit's."""
        if max(self.right, body.right) - min(self.left, body.left) <= LINE * height:
            return True
        own, other = self.right - self.left, body.width
        return depth >= min(max(NEAR * height, SHARED * min(own, other)), SHARED * max(own, other))


def _with_parts(strokes: list[_Stroke], height: float) -> list[_Column]:
    """Return the columns that bodies and parts make, by their left edges."""
    columns: list[_Column] = []
    parts = []
    for stroke in sorted(strokes, key=lambda stroke: (stroke[1].left, stroke[1].right)):
        shape = stroke[1]
        if shape.height < BODY * height:
            parts.append(stroke)
            continue
        near, depth = _deepest(columns[-NEIGHBOURS:], shape)
        if near is not None and near.is_one_with(shape, depth, height):
            near.take([stroke], shape)
        else:
            columns.append(_Column(stroke))
    far = [part for part in parts if not _taken(columns, part, height)]
    for part in far:  # next to a part that was taken, perhaps
        if not _taken(columns, part, height):
            columns.insert(bisect(columns, part[1].left, key=_left), _Column(part))
    return columns


def _taken(columns: list[_Column], part: _Stroke, height: float) -> bool:
    """Give a bar or a foot to the column it belongs to; say whether there is one."""
    near, depth = _deepest(_around(columns, part[1]), part[1])
    if near is None or depth < -NEAR * height:
        return False
    near.take([part], part[1])
    return True


def _deepest(columns: list[_Column], shape: StrokeShape) -> tuple[_Column | None, float]:
    """Return the column that a stroke reaches into furthest, or is next to, and how far; the first of several."""
    deepest, depth = None, -inf
    for column in columns:
        own = column.depth(shape)
        if own > depth:
            deepest, depth = column, own
    return deepest, depth


def _around(columns: list[_Column], shape: StrokeShape) -> list[_Column]:
    """Return the columns that can be the nearest to a stroke."""
    if len(columns) <= NEIGHBOURS:
        return columns
    place = bisect(columns, (shape.left + shape.right) / 2, key=_left)
    return columns[max(place - NEIGHBOURS, 0) : place + 1]


def _left(column: _Column) -> float:
    return column.left


def _middle(column: _Column) -> float:
    return (column.left + column.right) / 2


def _fours_joined(columns: list[_Column], height: float) -> list[_Column]:
    """Return columns, by their left edges, of which bars at the right of a four or a nine are a part."""
    found: list[_Column] = []
    for column in sorted(columns, key=_left):
        if found and _is_bar_of(found[-1], column, height):
            found[-1].take(column.strokes, column)
        else:
            found.append(column)
    return found


def _is_bar_of(rest: _Column, column: _Column, height: float) -> bool:
    ((_, bar), *more), gap = column.strokes, column.left - rest.right
    if more or not bar.is_upright:
        return False
    if len(rest.strokes) == 1 and rest.strokes[0][1].is_corner:
        return gap <= CORNER_GAP * height
    return gap <= NEAR * height and column.bottom - rest.bottom >= NEAR * height


def _strays(dots: Iterable[_Stroke], columns: list[_Column], height: float) -> tuple[int, ...]:
    """Give each dot to the column that it is near to; return the numbers of those that are far from each."""
    strays = []
    for number, dot in dots:
        near = min(_around(columns, dot), key=lambda column: column.distance(dot))
        if near.distance(dot) <= NEAR * height:
            near.strokes.append((number, dot))
        else:
            strays.append(number)
    return tuple(strays)
