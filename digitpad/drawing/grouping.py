"""Which strokes of a drawing belong together as one digit, and which belong to none."""

from dataclasses import dataclass

from digitpad.drawing.strokes import Drawing


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
    """Say which strokes belong together: those whose boxes are near each other across."""
    if not drawing:
        return Grouping()
    boxes = [(*points.min(axis=0), *points.max(axis=0)) for points in drawing.strokes]
    large = [number for number, box in enumerate(boxes) if max(box[2] - box[0], box[3] - box[1]) > 0.06]
    if not large:
        return Grouping((tuple(range(len(boxes))),))
    groups: list[list[int]] = []
    right = -9.0
    for number in sorted(large, key=lambda number: boxes[number][0]):
        if boxes[number][0] - right > 0.02:
            groups.append([])
        groups[-1].append(number)
        right = max(right, boxes[number][2])
    strays: list[int] = []
    for number in set(range(len(boxes))) - set(large):
        left, top, right, bottom = boxes[number]
        near = [
            group
            for group in groups
            for other in [tuple(zip(*(boxes[stroke] for stroke in group), strict=True))]
            if max(min(other[0]) - right, left - max(other[2]), min(other[1]) - bottom, top - max(other[3])) < 0.12
        ]
        near[0].append(number) if near else strays.append(number)
    return Grouping(tuple(tuple(sorted(group)) for group in groups), tuple(sorted(strays)))
