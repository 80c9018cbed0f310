"""The pictures of a test as a gallery shows them."""

import numpy as np

from digitpad.arrays import Images, Places
from digitpad.workspace.galleries.source import Mark
from digitpad.workspace.testing.examiner import Findings
from digitpad.workspace.wording.pictures.testing_texts import caption_text, picture_text


class TestedPictures:
    """Some pictures of a set, in an order, with what a network made of them."""

    __test__ = False
    """It is no test, whatever pytest thinks of its name."""

    def __init__(self, findings: Findings, places: Places) -> None:
        self._findings = findings
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def image(self, place: int) -> Images:
        """Return a picture, uint8 (784,)."""
        return np.asarray(self._findings.pictures.pictures.images[self._places[place]], np.uint8)

    def caption(self, place: int) -> str:
        """Return the true digit, the answer and its probability."""
        number, found = int(self._places[place]), self._findings.judgement
        return caption_text(int(found.labels[number]), int(found.answers[number]), float(found.confidence[number]))

    def words(self, place: int) -> str:
        """Return all there is to say of a picture."""
        return picture_text(self._findings.pictures, self._findings.judgement, int(self._places[place]))

    def mark(self, place: int) -> Mark:
        """Say by its frame whether it was read right."""
        return Mark.RIGHT if self._findings.judgement.right[self._places[place]] else Mark.WRONG

    def longest_caption(self) -> str:
        """Return the widest caption."""
        return caption_text(8, 8, 1.0)
