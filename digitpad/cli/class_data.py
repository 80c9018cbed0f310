"""A class's drawings for ``digitpad train``: read from a file, and what the network makes of those held out."""

from pathlib import Path

from digitpad.cli.output import tell
from digitpad.document.classroom.class_pictures import ClassMaterial, check_enough, material_of
from digitpad.drawing.pen import is_dot
from digitpad.drawing.stroke_files import read_drawings
from digitpad.errors import DataFileError
from digitpad.network.evaluation import snapshot_accuracy
from digitpad.network.snapshot import Snapshot


def read_class(path: Path) -> ClassMaterial:
    """Read a class's drawings but for those without a label, and for mere dots, of which it tells.

    Raises DataFileError, UserError for too few.
    """
    labelled = [entry for entry in read_drawings(path) if entry.label is not None]
    if not labelled:
        raise DataFileError("class-no-labels", path=path)
    drawings = [entry for entry in labelled if not is_dot(entry.drawing)]
    if len(drawings) < len(labelled):
        dots = len(labelled) - len(drawings)
        tell(f"Left out what is no more than a dot: {dots:,} of {len(labelled):,} drawings.")
    if not drawings:
        raise DataFileError("class-only-dots", path=path)
    check_enough(len(drawings))
    return material_of(drawings)


def tested_on_held_out(snapshot: Snapshot, material: ClassMaterial) -> dict[str, object]:
    """Return how the network reads the drawings that it was not trained on."""
    held_out = material.ours.held_out
    return {
        "drawings": len(held_out),
        "pens": list(material.split.pens),
        "accuracy": snapshot_accuracy(snapshot, held_out.images, held_out.labels),
    }


def held_out_as_text(found: dict[str, object]) -> str:
    """Say it in a sentence."""
    pens = found["pens"]
    whose = ""
    if isinstance(pens, list) and pens:
        whose = f" of pen{'s' * (len(pens) > 1)} {', '.join(map(str, pens))}"
    drawings = "1 drawing" if found["drawings"] == 1 else f"{found['drawings']:,} drawings"
    return f"Held out: {drawings}{whose}, {found['accuracy']:.2%} read right."
