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
    """Say which strokes belong together: every one, as long as nothing else is told apart."""
    return Grouping((tuple(range(len(drawing.strokes))),) if drawing else ())
