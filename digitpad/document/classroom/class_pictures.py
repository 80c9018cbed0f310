"""The class's drawings as pictures: which of them a run is trained on, and how its recipe names them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from digitpad.arrays import PIXELS, WHITE, Images
from digitpad.data.pictures import ClassPictures, Pictures
from digitpad.data.training_data import ALL_IMAGES
from digitpad.document.classroom.class_set import HeldOut, content_hash, drawing_digest, held_out
from digitpad.document.reading import glyphs
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.errors import UserError
from digitpad.runs.recipe import Recipe

HELD_OUT_SHARE = 0.2
"""Of the class's pens, or drawings: what no run is trained on, unless the class chooses otherwise."""

MOST_HELD_OUT = 0.5

HELD_OUT_SEED = 0

LEAST_DRAWINGS = 2
"""One to train on, and one to test with."""


@dataclass(frozen=True, eq=False)
class ClassMaterial:
    """The class's drawings, made ready for training.

    Attributes:
        drawings: all of them, in the order in which they came.
        pictures: what a network sees of each.
        split: which of them are trained on, and which are held out.
        ours: the pictures of both.
        share: of the drawings, or their pens, that was to be held out, 0 to 1.
    """

    drawings: tuple[LabelledDrawing, ...]
    pictures: Pictures
    split: HeldOut
    ours: ClassPictures
    share: float

    @cached_property
    def held_out(self) -> tuple[LabelledDrawing, ...]:
        """The drawings that are held out: the same object each time."""
        return tuple(self.drawings[place] for place in self.split.test.tolist())


def picture_of(drawing: Drawing) -> Images:
    """Return what a network sees of a drawing, uint8 (784,)."""
    return np.asarray(np.rint(glyphs([drawing])[0] * WHITE), np.uint8)


def material_of(
    drawings: Sequence[LabelledDrawing],
    picture: Callable[[Drawing], Images] = picture_of,
    digest: Callable[[LabelledDrawing], bytes] = drawing_digest,
    share: float = HELD_OUT_SHARE,
) -> ClassMaterial:
    """Return drawings that have labels, made ready for training.

    ``picture`` gives ``picture_of`` and ``digest`` ``drawing_digest``, of whoever has reckoned them already.
    About ``share`` of the drawings, 0 to 1, is held out. Raises ValueError for a drawing that no file can hold.
    """
    images = np.empty((len(drawings), PIXELS), np.uint8)
    for place, entry in enumerate(drawings):  # one by one: else 50,000 would hold the interpreter for too long
        images[place] = picture(entry.drawing)
    pictures = Pictures(images, np.array([entry.label for entry in drawings], np.uint8))
    split = held_out(drawings, share, HELD_OUT_SEED)
    taught = content_hash((drawings[place] for place in split.train.tolist()), digest)
    ours = ClassPictures(pictures.at(split.train), pictures.at(split.test), taught)
    return ClassMaterial(tuple(drawings), pictures, split, ours, share)


def check_enough(count: int) -> None:
    """Raise UserError if so many drawings of the class are too few to be trained on."""
    if not count:
        raise UserError("class-empty")
    if count < LEAST_DRAWINGS:
        raise UserError("class-too-few", count=count, least=LEAST_DRAWINGS)


def begun_with(recipe: Recipe, ours: ClassPictures) -> Recipe:
    """Return the recipe as a run that begins with these pictures has it.

    It names them; on the class's own digits alone an epoch has as many images as there are. Raises UserError if
    they all show digits that the recipe leaves out.
    """
    learnt = int(np.isin(ours.train.labels, recipe.data.digits).sum())
    if not learnt:
        raise UserError("class-left-out")
    count = min(learnt, ALL_IMAGES) if recipe.data.mix == 1 else recipe.data.count
    return replace(recipe, data=replace(recipe.data, drawings=ours.digest, count=count))


def remarks(material: ClassMaterial) -> list[UserError]:
    """Return what is to be said of a class's drawings before anything is concluded from them."""
    said = []
    digits = np.unique(material.pictures.labels)
    if len(digits) == 1:
        said.append(UserError("class-one-digit", digit=int(digits[0])))
    pens = {entry.pen for entry in material.drawings}
    if len(pens) == 1 and None not in pens:
        said.append(UserError("class-one-pen"))
    unlearnt = np.setdiff1d(material.ours.held_out.labels, material.ours.train.labels)
    if len(unlearnt):
        said.append(UserError("class-all-held-out", digits=", ".join(map(str, unlearnt.tolist()))))
    return said
