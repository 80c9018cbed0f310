"""What a recipe says of the class's own digits beneath its fields: how many there are, and which are held out."""

from PySide6.QtWidgets import QWidget

from digitpad.document.classroom.class_pictures import ClassMaterial, remarks
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.workspace.classroom.lesson_material import LessonMaterial
from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.wording.sentences import sentence

MOST_PENS = 8
"""Numbers of pens that are named."""


class OursNote(Translated, PlainLabel):
    """Follows the class's digits."""

    def __init__(self, material: LessonMaterial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self._material = material
        material.changed.connect(self._translate)
        self._translate()

    def _translate(self) -> None:
        material = self._material
        if material.problem is not None:
            self.setText(sentence(material.problem))
        elif not material.is_ready:
            self.setText(self.tr("Our digits are being turned into pictures …"))
        elif not material.newest.drawings:
            self.setText(self.tr("There are no digits of ours yet."))
        else:
            said = map(sentence, remarks(material.newest))
            self.setText(" ".join([self._counts(material.newest), *said]))

    def _counts(self, material: ClassMaterial) -> str:
        form = self.tr("{learnt}, {held_out}.")
        learnt = self.tr("%Ln drawing(s) of ours to learn from", "", len(material.ours.train))
        held_out = self.tr("%Ln held-out drawing(s) to test with", "", len(material.ours.held_out))
        if material.split.by_pen:
            pens = ", ".join(whole(pen) for pen in material.split.pens[:MOST_PENS])
            more = " …" if len(material.split.pens) > MOST_PENS else ""
            by_pen = self.tr("(%n pen(s): {pens})", "", len(material.split.pens))
            held_out = f"{held_out} {by_pen.format(pens=pens + more)}"
        return form.format(learnt=learnt, held_out=held_out)
