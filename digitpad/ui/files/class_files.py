"""The class's own digits from files, of several groups or computers, and into files: JSON Lines, or for Keras."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from digitpad.document.classroom.class_archive import write_class
from digitpad.document.classroom.class_pictures import HELD_OUT_SEED, HELD_OUT_SHARE
from digitpad.document.classroom.class_set import MOST_DRAWINGS, ClassSet, HeldOut, held_out
from digitpad.document.classroom.merging import Merged, merged
from digitpad.drawing.stroke_files import LabelledDrawing, read_drawings, write_drawings
from digitpad.ui.files.dialogs import FileDialogs, Kind
from digitpad.ui.files.session_files import DRAWINGS_SUFFIXES
from digitpad.workspace.classroom.class_drawings import ClassDrawings
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.wording.numbers import whole

MOST_NAMED = 12
"""Pens held out, or else their number is enough."""

Files = Sequence[Sequence[LabelledDrawing]]


class ClassFiles(QObject):
    """Asks for files, has them read or written, and says in a sentence how that went.

    Signals:
        told(str): a sentence on what was added or saved.
    """

    told = Signal(str)

    def __init__(
        self,
        dialogs: FileDialogs,
        digits: ClassDrawings,
        jobs: FileJobs,
        pens: Callable[[], int] = lambda: 0,
        share: Callable[[], float] = lambda: HELD_OUT_SHARE,
    ) -> None:
        """``pens`` says how many pens go round in the class, whether or not all have drawn; ``share`` how much is
        held out, 0 to 1."""
        super().__init__(dialogs)
        self._share = share
        self._pens = pens
        self._dialogs = dialogs
        self._digits = digits
        self._jobs = jobs

    def add(self) -> None:
        """Add the drawings of files that the user chooses."""
        paths = self._dialogs.ask_which(self.tr("Add drawings to our digits"), self._lines())
        if paths:
            self.add_from(paths)

    def add_from(self, paths: Sequence[Path]) -> None:
        """Begin to add the drawings of these files: of all of them, or of none if one cannot be read."""
        content, reserved = self._digits.content, self._pens()

        def work() -> tuple[Files, ClassSet, Merged]:
            files = [read_drawings(path) for path in paths]
            return files, content, merged(content, files, reserved)

        self._jobs.do(work, self._take, self._dialogs.complain_not_opened, reading=paths[0])

    def save(self) -> None:
        """Save the class's digits to a file that the user chooses, which ``digitpad evaluate`` reads."""
        if self._has_any():
            chosen = self._dialogs.ask_where(self.tr("Save our digits"), self.tr("our digits"), [self._lines()])
            if chosen is not None:
                self.save_to(chosen[0])

    def save_to(self, path: Path) -> None:
        """Begin to save to this file."""
        drawings = self._digits.content.drawings

        def work() -> Path:
            write_drawings(path, drawings)
            return path

        self._jobs.do(work, self._tell_saved, self._dialogs.complain_not_saved)

    def export(self) -> None:
        """Write the class's digits to a file that the user chooses, as Keras has MNIST."""
        if self._has_any():
            kind = Kind(self.tr("Arrays for NumPy and Keras"), (".npz",))
            chosen = self._dialogs.ask_where(self.tr("Export our digits for Keras"), self.tr("our digits"), [kind])
            if chosen is not None:
                self.export_to(chosen[0])

    def export_to(self, path: Path) -> None:
        """Begin to write to this ``.npz`` file."""
        drawings = self._digits.content.drawings
        held = held_out(drawings, self._share(), HELD_OUT_SEED)

        def work() -> tuple[Path, HeldOut]:
            write_class(path, drawings, held)
            return path, held

        self.told.emit(self.tr("Making %Ln picture(s) …", "", len(drawings)))
        self._jobs.do(work, self._tell_exported, self._dialogs.complain_not_saved)

    def _has_any(self) -> bool:
        if not self._digits.content.drawings:
            self.told.emit(self.tr("The class has drawn no digits yet."))
        return bool(self._digits.content.drawings)

    def _take(self, found: tuple[Files, ClassSet, Merged]) -> None:
        files, before, merge = found
        content = self._digits.content
        if content is before:
            self._digits.have_more(merge.content)
            self._tell_added(merge)
        else:  # somebody has drawn meanwhile
            reserved = self._pens()
            self._jobs.do(
                lambda: (files, content, merged(content, files, reserved)),
                self._take,
                self._dialogs.complain_not_opened,
            )

    def _tell_added(self, merge: Merged) -> None:
        parts = [self.tr("%Ln drawing(s) added", "", merge.added)]
        if merge.dots:
            parts.append(self.tr("%Ln mere dot(s) set aside", "", merge.dots))
        if merge.known:
            parts.append(self.tr("%Ln drawing(s) there already", "", merge.known))
        if merge.otherwise:
            parts.append(self.tr("%Ln of them labelled otherwise: our label stays", "", merge.otherwise))
        if merge.unlabelled:
            parts.append(self.tr("%Ln drawing(s) without a label", "", merge.unlabelled))
        if merge.too_many:
            most = self.tr("%Ln drawing(s) too many, as a class has {most} at most", "", merge.too_many)
            parts.append(most.format(most=whole(MOST_DRAWINGS)))
        self.told.emit(", ".join(parts))

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(self.tr("Saved {path}").format(path=path))

    def _tell_exported(self, exported: tuple[Path, HeldOut]) -> None:
        path, held = exported
        if not held.by_pen:
            text = self.tr("{name}: {train} to train on, {test} to test with, held out by drawing")
        elif len(held.pens) <= MOST_NAMED:
            text = self.tr("{name}: {train} to train on, {test} of the pens {pens} to test with")
        else:
            text = self.tr("{name}: {train} to train on, {test} of {count} other pens to test with")
        pens = ", ".join(map(whole, held.pens))
        self.told.emit(
            text.format(
                name=path.name,
                train=whole(len(held.train)),
                test=whole(len(held.test)),
                pens=pens,
                count=whole(len(held.pens)),
            )
        )

    def _lines(self) -> Kind:
        return Kind(self.tr("Drawings"), DRAWINGS_SUFFIXES)
