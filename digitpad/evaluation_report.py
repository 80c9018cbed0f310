"""``digitpad evaluate``: a network's answers to MNIST's test images and to files of drawings, as text or JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from digitpad.data.archive import DataFileError
from digitpad.data.mnist import load_dataset
from digitpad.drawing.stroke_files import read_drawings
from digitpad.learning.evaluation import Evaluation, evaluate
from digitpad.learning.snapshot import Floats, Snapshot
from digitpad.reading import read_drawings_with

WORST = 10
"""How many of the most confident mistakes are named."""


@dataclass(frozen=True)
class Judged:
    """A set of pictures, the answers to them, and what these are worth."""

    name: str
    probabilities: Floats
    labels: Any
    evaluation: Evaluation

    def mistakes(self) -> list[dict[str, Any]]:
        """Return the most confident mistakes: number in the set (from 1), truth, answer and its probability."""
        return [
            {
                "number": number + 1,
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
        _judged("MNIST test images", snapshot.probabilities(images), mnist.test_labels),
        *(evaluate_file(snapshot, path) for path in files),
    ]


def evaluate_file(snapshot: Snapshot, path: Path) -> Judged:
    """Judge the network on a file of drawings, each taken the way the canvas takes it."""
    drawings = [entry for entry in read_drawings(path) if entry.label is not None]
    if not drawings:
        raise DataFileError(f"{path} holds no drawing with a label, so there is nothing to compare answers with.")
    probabilities = read_drawings_with(snapshot, [entry.drawing for entry in drawings])
    return _judged(str(path), probabilities, np.array([entry.label for entry in drawings], np.uint8))


def _judged(name: str, probabilities: Floats, labels: Any) -> Judged:
    return Judged(name, probabilities, labels, evaluate(probabilities, labels))


def report_as_json(report: Sequence[Judged]) -> str:
    """Return one JSON object with an entry for each set."""
    sets = []
    for judged in report:
        values = dict(vars(judged.evaluation))
        values["confusion"] = judged.evaluation.confusion.tolist()
        if np.isnan(values["sure_accuracy"]):
            values["sure_accuracy"] = None  # JSON has no NaN
        del values["worst"]
        sets.append({"name": judged.name, **values, "most_confident_mistakes": judged.mistakes()})
    return json.dumps({"sets": sets})


def report_as_text(report: Sequence[Judged]) -> str:
    """Return the figures, the confusion matrix and the most confident mistakes of each set."""
    return "\n\n".join(_text(judged) for judged in report)


def _text(judged: Judged) -> str:
    found = judged.evaluation
    sure = (
        f"{found.sure_share:.1%} of all, {found.sure_accuracy:.2%} of them right" if found.sure_share else "none"
    )
    lines = [
        f"{judged.name}: {found.count:,} pictures, {found.accuracy:.2%} read right",
        f"  sure (90 % or more): {sure}; calibration error {found.calibration_error:.2%}",
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
