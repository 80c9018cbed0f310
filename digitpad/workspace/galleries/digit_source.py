"""The class's drawings as a gallery shows them."""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from digitpad.arrays import Images
from digitpad.document.classroom.class_set import ClassSet
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.workspace.classroom.thumbnails import Thumbnails
from digitpad.workspace.galleries.source import Mark
from digitpad.workspace.wording.numbers import whole, with_article


class DigitSource:
    """Some drawings of a set, their pictures made when they come into sight.

    Attributes:
        places: theirs, in ``content.everything``.
    """

    def __init__(self, content: ClassSet, places: Sequence[int], pictures: Thumbnails) -> None:
        everything = content.everything
        self.places = places
        self.entries: list[LabelledDrawing] = [everything[place] for place in places]
        self._first_aside = len(content.drawings)
        self._highest = content.pens
        self._pictures = pictures

    def __len__(self) -> int:
        return len(self.places)

    def places_of(self, drawings: Iterable[Drawing]) -> list[int]:
        """Return where in the gallery these drawings are, those of them that are shown."""
        return [self._place_of[drawing] for drawing in drawings if drawing in self._place_of]

    def image(self, place: int) -> Images | None:
        """Return a picture, uint8 (784,); None while it is still being made."""
        return self._pictures.of(self.entries[place].drawing)

    def caption(self, place: int) -> str:
        """Return label and pen."""
        entry = self.entries[place]
        return str(entry.label) if entry.pen is None else _with_pen(str(entry.label), entry.pen)

    def words(self, place: int) -> str:
        """Return label, pen, and whether it is set aside."""
        entry = self.entries[place]
        words = [with_article(QCoreApplication.translate("DigitSource", "a {digit}").format(digit=entry.label))]
        if entry.pen is not None:
            words.append(QCoreApplication.translate("DigitSource", "by pen {pen}").format(pen=whole(entry.pen)))
        if self._is_aside(place):
            words.append(QCoreApplication.translate("DigitSource", "set aside: it does not look like that"))
        return ", ".join(words)

    def mark(self, place: int) -> Mark:
        """Return whether it is set aside."""
        return Mark.ASIDE if self._is_aside(place) else Mark.NONE

    def longest_caption(self) -> str:
        """Return the caption of the highest pen."""
        return _with_pen("0", self._highest or 1)

    @cached_property
    def _place_of(self) -> dict[Drawing, int]:
        return {entry.drawing: place for place, entry in enumerate(self.entries)}

    def _is_aside(self, place: int) -> bool:
        return self.places[place] >= self._first_aside


def _with_pen(label: str, pen: int) -> str:
    return _written(QCoreApplication.translate("DigitSource", "{digit} · pen {pen}"), label, pen, QLocale().name())


@lru_cache(maxsize=4096)
def _written(form: str, label: str, pen: int, _locale: str) -> str:
    """Write label and pen; the same few hundred come again with each frame that scrolls."""
    return form.format(digit=label, pen=whole(pen))
