"""The drawings of a session: what was on the canvas before, to be leafed through."""

from PySide6.QtCore import QObject, Signal

from digitpad.drawing.strokes import Drawing
from digitpad.workspace.easel.board import Board
from digitpad.workspace.easel.pages import MOST_PAGES, MOST_POINTS, fitting, weight


class Sketchbook(QObject):
    """Keeps a drawing whenever it leaves the canvas by another taking its place.

    Attributes:
        pages: the kept drawings, the oldest first.
        place: which page is on the canvas, if it is one; len(pages) otherwise.
        rests: whether nothing is kept, as what leaves the canvas is collected elsewhere.

    Signals:
        changed(): other pages, or another place among them.
    """

    changed = Signal()

    def __init__(self, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pages: list[Drawing] = []
        self.place = 0
        self.rests = False
        self._places: dict[Drawing, int] = {}
        self._board = board
        board.replaced.connect(self._keep)
        board.drawing_changed.connect(self._follow)

    @property
    def has_previous(self) -> bool:
        """Whether there is a page before what is on the canvas."""
        return self.place > 0

    @property
    def has_next(self) -> bool:
        """Whether there is a page after what is on the canvas."""
        return self.place + 1 < len(self.pages)

    @property
    def shown(self) -> tuple[int, int]:
        """Which of how many drawings is on the canvas: a page, or one that will be the next page.

        The first is as many as there are if it is none: an empty canvas, or the only drawing there ever was.
        """
        count = len(self.pages)
        is_next = self.place >= count > 0 and bool(self._board.drawing) and not self.rests
        return (count, count + 1) if is_next else (min(self.place, count), count)

    def turn(self, pages: int) -> None:
        """Show the page that is so many further on (or back), in a way that can be undone."""
        self._board.release()
        self._keep(self._board.drawing)
        place = self.place + pages
        if 0 <= place < len(self.pages):
            self.place = place
            self._board.set_drawing(self.pages[place], lambda: self.tr("Leaf through"))
            self.changed.emit()

    def put(self, pages: list[Drawing], place: int) -> None:
        """Have these pages instead of those there were, and show one of them."""
        self._set_pages(pages)
        self.place = place
        self._board.undo_stack.clear()
        self._board.show_drawing(pages[place] if place < len(pages) else Drawing())
        self.changed.emit()

    def add(self, drawings: list[Drawing]) -> int:
        """Add drawings at the end, as many as there is room for, and show the first of them; return how many."""
        self._board.release()
        self._keep(self._board.drawing)
        first = len(self.pages)
        room = MOST_POINTS - sum(map(weight, self.pages))
        self._set_pages([*self.pages, *fitting(drawings, MOST_PAGES - first, room)])
        if first < len(self.pages):
            self.place = first
            self._board.set_drawing(self.pages[first], lambda: self.tr("Open drawings"))
            self.changed.emit()
        return len(self.pages) - first

    def with_canvas(self) -> tuple[list[Drawing], int]:
        """Return all pages, what is on the canvas included, and its place among them."""
        drawing = self._board.drawing
        if not drawing or drawing in self._places:
            return list(self.pages), self.place
        return [*self.pages, drawing], len(self.pages)

    def _keep(self, drawing: Drawing) -> None:
        if drawing and not self.rests and drawing not in self._places:
            self._set_pages([*self.pages, drawing])
            self._follow(self._board.drawing)

    def _set_pages(self, pages: list[Drawing]) -> None:
        self.pages = fitting(pages[::-1], MOST_PAGES, MOST_POINTS)[::-1]
        self._places = {page: place for place, page in enumerate(self.pages)}

    def _follow(self, drawing: Drawing) -> None:
        """Know the place of what is on the canvas: the one it has, if the same was drawn more than once."""
        if self.place < len(self.pages) and self.pages[self.place] == drawing:
            return
        place = self._places.get(drawing, len(self.pages))
        if place != self.place:
            self.place = place
            self.changed.emit()
