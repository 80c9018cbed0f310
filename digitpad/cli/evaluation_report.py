"""``digitpad evaluate``: a network's answers to MNIST's test images and to files of drawings, as text or JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.arrays import Floats
from digitpad.data.mnist import load_dataset
from digitpad.document.reading import glyphs
from digitpad.drawing.stroke_files import read_drawings
from digitpad.errors import DataFileError
from digitpad.network.evaluation import SURE, Evaluation, evaluate
from digitpad.network.familiarity import load_familiarity
from digitpad.network.snapshot import Snapshot

WORST = 10
"""How many of the most confident mistakes are named."""


@dataclass(frozen=True)
class Judged:
    """Pictures of a set, by their ``numbers`` in it (from 1), the answers to them, and what these are worth.

    ``familiar`` bool (n,) says which pictures look like the digit that they are taken for.
    """

    name: str
    probabilities: Floats
    labels: Any
    numbers: Sequence[int]
    familiar: Any
    evaluation: Evaluation

    @property
    def odd_share(self) -> float:
        """The share of pictures that do not look like the digit they are taken for."""
        return float(1 - self.familiar.mean())

    @property
    def called_sure(self) -> tuple[float, float]:
        """The share of answers that the window calls sure, and of these the right ones; NaN if there are none."""
        sure = self.familiar & (self.probabilities.max(axis=1) >= SURE)
        right = self.probabilities.argmax(axis=1) == self.labels
        return float(sure.mean()), float(right[sure].mean()) if sure.any() else float("nan")

    def mistakes(self) -> list[dict[str, Any]]:
        """Return the most confident mistakes: number in the set (from 1), truth, answer and its probability."""
        return [
            {
                "number": self.numbers[number],
                "label": int(self.labels[number]),
                "answer": int(self.probabilities[number].argmax()),
                "probability": round(float(self.probabilities[number].max()), 4),
            }
            for number in self.evaluation.worst[:WORST]
        ]


def evaluate_all(snapshot: Snapshot, files: Sequence[Path]) -> list[Judged]:
    """Judge the network on MNIST's test images, then on each file. Raises DataFileError for a bad file."""
    mnist = load_dataset()
    images = mnist.test_images.astype(np.float32) / np.float32(255)
    return [
        _judged("MNIST test images", snapshot, images, mnist.test_labels, range(1, len(images) + 1)),
        *(evaluate_file(snapshot, path) for path in files),
    ]


def evaluate_file(snapshot: Snapshot, path: Path) -> Judged:
    """Judge the network on a file of drawings, each taken the way the canvas takes it."""
    labelled = [entry for entry in enumerate(read_drawings(path), start=1) if entry[1].label is not None]
    if not labelled:
        raise DataFileError("no-labels", path=path)
    numbers, drawings = zip(*labelled, strict=True)
    labels = np.array([entry.label for entry in drawings], np.uint8)
    return _judged(str(path), snapshot, glyphs([entry.drawing for entry in drawings]), labels, numbers)


def _judged(name: str, snapshot: Snapshot, images: Floats, labels: Any, numbers: Sequence[int]) -> Judged:
    probabilities = snapshot.probabilities(images)
    familiar = load_familiarity().is_familiar(images, probabilities.argmax(axis=1))
    return Judged(name, probabilities, labels, numbers, familiar, evaluate(probabilities, labels))


def report_as_json(report: Sequence[Judged]) -> str:
    """Return one JSON object with an entry for each set."""
    sets = []
    for judged in report:
        values = dict(vars(judged.evaluation))
        values["odd_share"] = judged.odd_share
        values["called_sure_share"], values["called_sure_accuracy"] = judged.called_sure
        values["confusion"] = judged.evaluation.confusion.tolist()
        for name in ("sure_accuracy", "called_sure_accuracy"):
            if np.isnan(values[name]):
                values[name] = None  # JSON has no NaN
        del values["worst"]
        sets.append({"name": judged.name, **values, "most_confident_mistakes": judged.mistakes()})
    return json.dumps({"sets": sets})


def report_as_text(report: Sequence[Judged]) -> str:
    """Return the figures, the confusion matrix and the most confident mistakes of each set."""
    return "\n\n".join(_text(judged) for judged in report)


def _text(judged: Judged) -> str:
    found = judged.evaluation
    lines = [
        f"{judged.name}: {found.count:,} pictures, {found.accuracy:.2%} read right",
        f"  90 % or more: {_share(found.sure_share, found.sure_accuracy)}; "
        f"calibration error {found.calibration_error:.2%}",
        f"  odd, unlike the digit they are taken for: {judged.odd_share:.1%}; "
        f"called sure: {_share(*judged.called_sure)}",
        "  true \\ answer " + "".join(f"{digit:6d}" for digit in range(len(found.confusion))),
    ]
    for digit, row in enumerate(found.confusion):
        lines.append(f"  {digit:13d} " + "".join(f"{count or '·':>6}" for count in row.tolist()))
    mistakes = judged.mistakes()
    if mistakes:
        lines.append("  most confident mistakes:")
        lines += [
            f"    number {mistake['number']}: a {mistake['label']} read as {mistake['answer']}, "
            f"{mistake['probability']:.1%} sure"
            for mistake in mistakes
        ]
    return "\n".join(lines)


def _share(share: float, accuracy: float) -> str:
    return f"{share:.1%} of all, {accuracy:.2%} of them right" if share else "none"
