"""The class's own digits as a run learns from them: which are held out, and pictures made on a thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from digitpad.arrays import Images
from digitpad.data.pictures import ClassPictures
from digitpad.document.classroom.class_pictures import (
    HELD_OUT_SHARE,
    MOST_HELD_OUT,
    ClassMaterial,
    begun_with,
    check_enough,
    material_of,
    picture_of,
)
from digitpad.document.classroom.class_set import drawing_digest
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.errors import UserError
from digitpad.runs.recipe import Recipe
from digitpad.workspace.classroom.class_drawings import ClassDrawings
from digitpad.workspace.classroom.thumbnails import Thumbnails
from digitpad.workspace.giving_way import giving_way
from digitpad.workspace.worker import Worker

NOTHING = material_of(())


@dataclass(frozen=True)
class _Known:
    """What has been reckoned of drawings, each once: their pictures, and what says which they are."""

    pictures: Mapping[Drawing, Images] = field(default_factory=dict)
    digests: Mapping[LabelledDrawing, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class _Made:
    """What a thread has come to; no material if it was not wanted any more."""

    known: _Known
    material: ClassMaterial | None


class LessonMaterial(QObject):
    """Follows the class's drawings, and has them ready for training a moment later.

    Attributes:
        newest: the material that was made last; of the drawings of before while ``is_ready`` is false.
        share: of the drawings, or their pens, that is held out from now on, 0 to ``MOST_HELD_OUT``.
        problem: why it could not be made of the drawings that there are; None if it could, or will be.
        thumbnails: the pictures that somebody looks through; meanwhile the thread waits, and has them afterwards.

    Signals:
        changed(): other material is there, or what is there is out of date now.
    """

    changed = Signal()

    def __init__(self, drawings: ClassDrawings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.newest = NOTHING
        self.share = HELD_OUT_SHARE
        self.problem: UserError | None = None
        self._drawings = drawings
        self._known = _Known()
        self._worker: Worker | None = None
        self._is_outdated = False
        self._closed = False
        self._rests = False
        self.thumbnails = Thumbnails(self.picture_of, self)
        self.thumbnails.began.connect(self._interrupt)
        self.thumbnails.rested.connect(self._go_on)
        drawings.changed.connect(self._follow)

    @property
    def is_ready(self) -> bool:
        """Whether the newest material is of the drawings that there are now, with what is held out now."""
        return self.is_of_now(self.newest)

    def is_of_now(self, material: ClassMaterial) -> bool:
        """Whether material that was made some time is what would be made now."""
        drawings = self._drawings.content.drawings
        return material.drawings == drawings and (material.share == self.share or not drawings)

    def of_now(self) -> ClassPictures | None:
        """Return the drawings that there are now as a run learns from them; None until they are ready for it."""
        return self.newest.ours if self.is_ready else None

    def picture_of(self, drawing: Drawing) -> Images | None:
        """Return what a network sees of a drawing, uint8 (784,), if its picture was made already."""
        return self._known.pictures.get(drawing)

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return self._worker is None

    def rest(self, on: bool) -> None:
        """Make nothing while a hand draws, which wants all of the time there is; or make what is missing."""
        if on == self._rests:
            return
        self._rests = on
        if on:
            self._interrupt()
        else:
            self._go_on()

    def hold_out(self, share: float) -> None:
        """Hold out another share from now on, 0 to ``MOST_HELD_OUT``. Raises ValueError for any other."""
        if not 0 <= share <= MOST_HELD_OUT:
            raise ValueError(f"{share} of the drawings cannot be held out")
        if share != self.share:
            self.share = share
            self._follow()

    def stamp(self, recipe: Recipe) -> Recipe | None:
        """Return a recipe as a run that begins now has it; None as long as the drawings are not ready for it.

        Raises UserError if there are too few drawings for it.
        """
        if not recipe.data.mix:
            return recipe
        check_enough(len(self._drawings))
        if self.problem is not None:
            raise self.problem
        return begun_with(recipe, self.newest.ours) if self.is_ready else None

    def pictures_for(self, recipe: Recipe) -> ClassPictures | None:
        """Return what a run of this recipe trains on from now on; None if it needs none.

        Raises UserError if there are too few drawings, or if they are not ready.
        """
        if not recipe.data.mix:
            return None
        if self.stamp(recipe) is None:
            raise UserError("class-not-ready")
        return self.newest.ours

    def shut_down(self) -> None:
        """End the thread and wait for it; nothing is made any more."""
        self._closed = True
        if self._worker is not None:
            self._worker.requestInterruption()
            self._worker.wait()
            self._worker = None

    def _follow(self) -> None:
        """Begin to make what is needed; a thread that makes what was needed before ends first."""
        self.problem = None
        if self._worker is not None:
            self._worker.requestInterruption()
            self._is_outdated = True
        else:
            self._begin()
        self.changed.emit()

    def _interrupt(self) -> None:
        if self._worker is not None:
            self._worker.requestInterruption()

    def _go_on(self) -> None:
        if self._worker is None and self.problem is None:
            self._begin()

    def _begin(self) -> None:
        drawings, share = self._drawings.content.drawings, self.share
        if self._closed or self.is_ready:
            return
        if not drawings:  # nothing is to be made, so whoever follows need not wait for it
            self.newest, self._known = NOTHING, _Known()
            return
        if self._rests or self.thumbnails.are_looked_at:
            return
        known = replace(self._known, pictures={**self.thumbnails.pictures, **self._known.pictures})

        @giving_way()
        def work(worker: Worker) -> _Made:
            return _make(drawings, share, known, lambda: not worker.isInterruptionRequested())

        self._is_outdated = False
        self._worker = Worker(self, work, lambda problem: problem, "job-failed", self)
        self._worker.reported.connect(self._on_report)
        self._worker.start()

    def _on_report(self, _: object, result: object) -> None:
        worker = self._worker
        if worker is None or self._closed:
            return
        worker.wait()  # it has said its last word, so this takes no time
        worker.deleteLater()
        self._worker = None
        match result:
            case _Made(known, material):
                self._known = known
                if material is not None:
                    self.newest = material
            case UserError() if not self._is_outdated:
                self.problem = result
        if self.problem is None:
            self._begin()
        self.changed.emit()


def _make(drawings: tuple[LabelledDrawing, ...], share: float, known: _Known, wanted: Callable[[], bool]) -> _Made:
    """Reckon what is not known yet; what is known of drawings that are gone is forgotten."""
    pictures: dict[Drawing, Images] = {}
    digests: dict[LabelledDrawing, bytes] = {}
    for entry in drawings:
        if not wanted():
            return _Made(_Known({**known.pictures, **pictures}, {**known.digests, **digests}), None)
        drawing, digest = known.pictures.get(entry.drawing), known.digests.get(entry)
        pictures[entry.drawing] = picture_of(entry.drawing) if drawing is None else drawing
        digests[entry] = drawing_digest(entry) if digest is None else digest
    material = material_of(drawings, pictures.__getitem__, digests.__getitem__, share)
    return _Made(_Known(pictures, digests), material)
