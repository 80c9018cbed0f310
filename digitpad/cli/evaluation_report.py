"""``digitpad evaluate``: a network's answers to MNIST's test images and to files of drawings, as text or JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.arrays import WHITE, Mask
from digitpad.data.mnist import load_dataset
from digitpad.document.picture_set import PictureSet, Source, mnist_test, of_drawings
from digitpad.drawing.stroke_files import read_drawings
from digitpad.errors import DataFileError
from digitpad.network.evaluation import Evaluation, evaluation_of
from digitpad.network.familiarity import load_familiarity
from digitpad.network.judging import SURE, Judgement, by_digit, by_pen, judge, suspected_labels
from digitpad.network.snapshot import Snapshot
from digitpad.workspace.wording.numbers import with_article

WORST = 10
"""How many of the most confident mistakes are named in a text."""


@dataclass(frozen=True)
class Judged:
    """The pictures of a set, the answers to them, and what these are worth.

    ``familiar`` bool (n,) says which pictures look like the digit that they are taken for.
    """

    name: str
    pictures: PictureSet
    judgement: Judgement
    familiar: Mask
    evaluation: Evaluation

    @property
    def odd_share(self) -> float:
        """The share of pictures that do not look like the digit they are taken for."""
        return float(1 - self.familiar.mean())

    @property
    def called_sure(self) -> tuple[float, float]:
        """The share of answers that the window calls sure, and of these the right ones; NaN if there are none."""
        sure, right = self._sure, self.judgement.right
        return float(sure.mean()), float(right[sure].mean()) if sure.any() else float("nan")

    @property
    def right_called_sure(self) -> float:
        """The share of right answers that the window calls sure; NaN if none is right."""
        right = self.judgement.right
        return float(self._sure[right].mean()) if right.any() else float("nan")

    @property
    def _sure(self) -> Mask:
        return self.familiar & (self.judgement.confidence >= SURE)

    def mistakes(self) -> list[dict[str, Any]]:
        """Return all mistakes, the most confident first: number in the set, from 1, truth, answer, probability."""
        found = self.judgement
        return [
            {
                "number": int(self.pictures.numbers[place]),
                "label": int(found.labels[place]),
                "answer": int(found.answers[place]),
                "probability": round(float(found.confidence[place]), 4),
            }
            for place in self.evaluation.worst
        ]

    def suspected(self) -> list[int]:
        """Return the numbers of the pictures whose label may be wrong, the surest disagreement first."""
        return [int(number) for number in self.pictures.numbers[suspected_labels(self.judgement)]]


def evaluate_all(snapshot: Snapshot, files: Sequence[Path]) -> list[Judged]:
    """Judge the network on MNIST's test images, then on each file. Raises DataFileError for a bad file."""
    mnist = mnist_test(load_dataset())
    return [_judged("MNIST test images", snapshot, mnist), *(evaluate_file(snapshot, path) for path in files)]


def evaluate_file(snapshot: Snapshot, path: Path) -> Judged:
    """Judge the network on a file of drawings, each taken the way the canvas takes it.

    Raises DataFileError for another file, or one without labels.
    """
    pictures = of_drawings(Source.FILE, read_drawings(path))
    if not len(pictures):
        raise DataFileError("no-labels", path=path)
    return _judged(str(path), snapshot, pictures)


def _judged(name: str, snapshot: Snapshot, pictures: PictureSet) -> Judged:
    images = pictures.pictures.images
    judgement = judge(snapshot, images, pictures.pictures.labels)
    assert judgement is not None  # nobody gives it up
    inputs = images.astype(np.float32) / np.float32(WHITE)
    familiar = load_familiarity().is_familiar(inputs, judgement.answers)
    return Judged(name, pictures, judgement, familiar, evaluation_of(judgement))


def report_as_json(report: Sequence[Judged]) -> str:
    """Return one JSON object with an entry for each set."""
    sets = []
    for judged in report:
        values = dict(vars(judged.evaluation))
        values["unanswered"] = judged.judgement.unanswered_count
        values["odd_share"] = judged.odd_share
        values["called_sure_share"], values["called_sure_accuracy"] = judged.called_sure
        values["confusion"] = judged.evaluation.confusion.tolist()
        values["right_called_sure"] = judged.right_called_sure
        for name in ("sure_accuracy", "called_sure_accuracy", "right_called_sure"):
            if np.isnan(values[name]):
                values[name] = None  # JSON has no NaN
        del values["worst"]
        values["by_digit"] = [_counted(*figures) for figures in by_digit(judged.judgement)]
        pens = by_pen(judged.judgement, judged.pictures.pens)
        values["by_pen"] = {str(pen): _counted(*figures) for pen, figures in pens.items()}
        values["suspected_labels"] = judged.suspected()
        found = judged.mistakes()
        sets.append({"name": judged.name, **values, "most_confident_mistakes": found[:WORST], "mistakes": found})
    return json.dumps({"sets": sets})


def _counted(count: int, right: int) -> dict[str, int]:
    return {"count": count, "right": right}


def report_as_text(report: Sequence[Judged]) -> str:
    """Return the figures, the confusion matrix and the most confident mistakes of each set."""
    return "\n\n".join(_text(judged) for judged in report)


def _text(judged: Judged) -> str:
    found = judged.evaluation
    lines = [
        f"{judged.name}: {found.count:,} pictures, {found.accuracy:.2%} read right",
        f"  90% or more: {_share(found.sure_share, found.sure_accuracy)}; "
        f"calibration error {found.calibration_error:.2%}",
        f"  do not look like the digit they are taken for: {judged.odd_share:.1%}; "
        f"called sure: {_share(*judged.called_sure)}",
        f"  of the right answers, called sure: {judged.right_called_sure:.1%}",
        "  true \\ answer " + "".join(f"{digit:6d}" for digit in range(len(found.confusion))),
    ]
    if unanswered := judged.judgement.unanswered_count:
        lines.insert(1, f"  the numbers overflow: no answer to {unanswered:,}, counted as read as 0")
    for (digit, row), (count, right) in zip(enumerate(found.confusion), by_digit(judged.judgement), strict=True):
        cells = "".join(f"{cell or '·':>6}" for cell in row.tolist())
        lines.append(f"  {digit:13d} {cells}" + (f"  {right / count:7.1%}" if count else ""))
    pens = by_pen(judged.judgement, judged.pictures.pens)
    if pens:
        shares = [f"{pen}: {right / count:.0%} of {count}" for pen, (count, right) in pens.items()]
        lines.append(f"  by pen, the one read worst first: {', '.join(shares)}")
    mistakes = judged.mistakes()
    if mistakes:
        lines.append("  most confident mistakes:")
        lines += [
            with_article(f"    number {mistake['number']}: a {mistake['label']} read as {mistake['answer']}, ")
            + f"{mistake['probability']:.1%} sure"
            for mistake in mistakes[:WORST]
        ]
    if len(mistakes) > WORST:
        lines.append(f"    … and {len(mistakes) - WORST:,} more: --json lists all")
    suspected = judged.suspected()
    if suspected:
        numbers = ", ".join(map(str, suspected[:WORST])) + (" …" if len(suspected) > WORST else "")
        lines.append(f"  labels to look at, {len(suspected)}: number {numbers}")
    return "\n".join(lines)


def _share(share: float, accuracy: float) -> str:
    return f"{share:.1%} of all, {accuracy:.2%} of them right" if share else "none"
