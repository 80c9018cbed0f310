"""“Who is right?”: a class reads pictures whose labels and answers it does not see, and then sees both."""

from dataclasses import dataclass, replace

import numpy as np

from digitpad.arrays import Images, Places
from digitpad.workspace.testing.examiner import Findings


@dataclass(frozen=True)
class Score:
    """How often class and network have read what the label says, of so many pictures voted on."""

    pictures: int = 0
    by_class: int = 0
    by_network: int = 0


@dataclass(frozen=True, eq=False)
class Vote:
    """Where a vote stands. It keeps what the network answered when it began, whatever is learnt meanwhile.

    Attributes:
        places: of its pictures in the set, in the order in which they are shown.
        number: of the picture that is shown, from 0.
        given: what the class says that it is; None until it has said.
        score: of all pictures voted on by now, this one included once the class has said.
    """

    findings: Findings
    places: Places
    number: int = 0
    given: int | None = None
    score: Score = Score()

    @property
    def is_over(self) -> bool:
        """Whether all pictures were shown."""
        return self.number >= len(self.places)

    @property
    def image(self) -> Images:
        """The picture that is shown, uint8 (784,)."""
        return np.asarray(self.findings.pictures.pictures.images[self._place], np.uint8)

    @property
    def truth(self) -> int:
        """What its label says."""
        return int(self.findings.judgement.labels[self._place])

    @property
    def answer(self) -> int:
        """What the network says."""
        return int(self.findings.judgement.answers[self._place])

    @property
    def confidence(self) -> float:
        """How probable the network finds that."""
        return float(self.findings.judgement.confidence[self._place])

    def voted(self, digit: int) -> "Vote":
        """Return the vote when the class has said what this picture is; it says so once."""
        if self.is_over or self.given is not None:
            return self
        before = self.score
        score = Score(
            before.pictures + 1,
            before.by_class + (digit == self.truth),
            before.by_network + (self.answer == self.truth),
        )
        return replace(self, given=digit, score=score)

    def next(self) -> "Vote":
        """Return the vote at the next picture; nothing comes next before the class has voted on this one."""
        return self if self.given is None else replace(self, number=self.number + 1, given=None)

    @property
    def _place(self) -> int:
        return int(self.places[self.number])


def begin_vote(findings: Findings, places: Places, seed: int) -> Vote:
    """Return a vote on these pictures, in an order that gives nothing away: they are shuffled by the seed."""
    return Vote(findings, np.random.default_rng(seed).permutation(places))
