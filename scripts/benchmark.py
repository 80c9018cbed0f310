"""Measure digitpad against Keras, the machine's limits, its own promises, and another checkout.

Usage: python scripts/benchmark.py [--json FILE] [--only MEASURE …]
       python scripts/benchmark.py --against FOLDER [--only MEASURE …] [--pairs N]
       python scripts/benchmark.py --recognition FILE …

Off-screen; prints a table and writes JSON. Each measurement runs in a process of its own, one after the other;
compare the ratios, which are taken in turn, not the seconds. ``--against`` measures this checkout and the one in
FOLDER, an older version perhaps, in turn, and prints for each figure that both have ours ÷ theirs.
"""

import argparse
import importlib
import json
import os
import statistics
import sys
from pathlib import Path
from typing import Any

from measures.in_turn import (
    HEAD,
    architectures_in_turn,
    compare_checkouts,
    epochs_in_turn,
    starts_in_turn,
    weights_in_turn,
)
from measures.processes import MeasureError, has_measure, measured
from measures.promises import rows, table

SCRIPTS = Path(__file__).parent
STARTS = 9
EPOCH_PAIRS = 12
PAIRS = 3
MEASURES = {
    "keras": ("measures.reference", "keras_fit"),
    "matrix": ("measures.reference", "matrix_product"),
    "imports": ("measures.reference", "bare_imports"),
    "bare_window": ("measures.reference", "bare_window"),
    "first_paint": ("measures.window", "first_paint"),
    "training": ("measures.window", "training"),
    "long_plot": ("measures.window", "long_plot"),
    "many_runs": ("measures.window", "many_runs"),
    "thousand_runs": ("measures.thousand_runs", "thousand_runs"),
    "looks": ("measures.stage", "looks"),
    "paces": ("measures.stage", "paces"),
    "long_drawings": ("measures.long_drawings", "long_drawings"),
    "growing_axis": ("measures.stage", "growing_axis"),
    "holding": ("measures.holding", "holding"),
    "line_by_line": ("measures.holding", "line_by_line"),
    "by_keras": ("measures.holding", "by_keras"),
    "cycles": ("measures.holding", "cycles"),
    "stepping": ("measures.stepping", "stepping"),
    "testing": ("measures.testing", "testing"),
    "classroom": ("measures.classroom", "classroom"),
    "comparing": ("measures.comparing", "comparing"),
    "inside": ("measures.inside", "inside"),
    "past": ("measures.past", "past"),
    "keeping": ("measures.keeping", "keeping"),
    "slow_drive": ("measures.slow_drive", "slow_drive"),
    "architectures": ("measures.architectures", "architectures"),
    "largest": ("measures.architectures", "largest"),
    "queue": ("measures.queue", "queue"),
}
ANSWERING = {
    "weights_epochs": ("measures.epochs", "weights_epochs"),
    "closed_epochs": ("measures.epochs", "closed_epochs"),
    "window_epochs": ("measures.epochs", "window_epochs"),
    "keras_epochs": ("measures.epochs", "keras_epochs"),
    "window_architectures": ("measures.epochs", "window_architectures"),
    "keras_architectures": ("measures.epochs", "keras_architectures"),
}
IN_TURN = {
    "epochs": lambda: epochs_in_turn(EPOCH_PAIRS),
    "architectures_vs_keras": lambda: architectures_in_turn(EPOCH_PAIRS),
    "weights": lambda: weights_in_turn(EPOCH_PAIRS),
    "start": lambda: starts_in_turn(STARTS),
}
"""Ratios of two processes, as the machine's speed drifts."""

STARTING = ("bare_window", "first_paint")
"""Parts of the measure "start"."""

REFERENCES = ("keras", "matrix", "imports", "bare_window")
"""The same for any checkout."""


def measure_all(names: list[str]) -> dict[str, Any]:
    """Measure one after the other; say on standard error how far it is."""
    results: dict[str, Any] = {}
    for name in names:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        results[name] = IN_TURN[name]() if name in IN_TURN else measured(name)
    return results


def remarks(results: dict[str, Any]) -> str:
    """Return what else there is to say in figures."""
    found = []
    if "epochs" in results:
        ours, keras = (statistics.median(results["epochs"][name]) for name in ("ours", "keras"))
        found.append(f"epoch {ours:.2f} s, Keras {keras:.2f} s")
    if "matrix" in results:
        found.append(f"sgemm {results['matrix']['gigaflops']:.0f} GFLOP/s")
    if "line_by_line" in results:
        found.append(f"line by line {results['line_by_line']['images_per_second']:,.0f} images/s")
    if "by_keras" in results:
        found.append(f"by Keras' fit {results['by_keras']['images_per_second']:,.0f} images/s")
    if "training" in results:
        accuracies = ", ".join(f"{100 * accuracy:.2f} %" for accuracy in results["training"]["accuracies"])
        found.append(f"test accuracy after each epoch {accuracies}")
    return "; ".join(found)


def compare(root: Path, names: list[str], pairs: int) -> None:
    """Print for each figure that this checkout and the one at ``root`` share how they compare."""
    print(HEAD, flush=True)
    for name in names:
        if not has_measure(name, root):
            print(f"{name} is not measured in {root}", file=sys.stderr, flush=True)
            continue
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        for figure in compare_checkouts(root, name, pairs):
            print(figure, flush=True)


def run_here(module: str, function: str) -> Any:
    """Run a measure in this process; what is of digitpad begins as the program itself begins."""
    sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]
    if module == "measures.reference" or function in ("keras_epochs", "keras_architectures"):
        return getattr(importlib.import_module(module), function)()
    importlib.import_module("digitpad.app").prepare_process()
    with importlib.import_module("digitpad.heap").made_to_stay():
        importlib.import_module("digitpad.workspace")  # before Qt is imported by anybody else
        measure = getattr(importlib.import_module(module), function)
    return measure()


def judge_recognition(files: list[Path], json_file: Path) -> None:
    """Train the recipe for handwriting, print what its answers are worth."""
    sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]
    importlib.import_module("digitpad.app").prepare_process()
    check_files(files)
    recognition = importlib.import_module("measures.recognition")
    result = recognition.recognition(files)
    json_file.write_text(json.dumps(result, indent=1))
    print(recognition.recognition_table(result))


def check_files(files: list[Path]) -> None:
    """End with a sentence if one cannot be read, before minutes are spent on a network to judge by it."""
    from digitpad.drawing.stroke_files import read_drawings
    from digitpad.errors import UserError
    from digitpad.workspace.wording.sentences import sentence

    for file in files:
        try:
            read_drawings(file)
        except UserError as error:
            sys.exit(f"benchmark: {sentence(error)}")


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--json", type=Path, default=Path("benchmark.json"), help="where to write all figures")
    parser.add_argument("--measure", choices=list(MEASURES), help="run one measurement here and print its JSON")
    parser.add_argument("--answer", choices=list(ANSWERING), help="measure here whenever a line comes in")
    parser.add_argument("--only", nargs="+", metavar="MEASURE", help="measure these alone")
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="compare with the checkout in this folder")
    parser.add_argument("--pairs", type=int, default=PAIRS, help="how often to measure both checkouts")
    parser.add_argument(
        "--recognition",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="instead, train the recipe for handwriting on 3 seeds and judge it on these files of drawings",
    )
    options = parser.parse_args()
    every = [*MEASURES] if options.against else [*(name for name in MEASURES if name not in STARTING), *IN_TURN]
    options.names = options.only or [name for name in every if not (options.against and name in REFERENCES)]
    if not options.json.parent.is_dir():
        parser.error(f"there is no folder {options.json.parent} to write {options.json.name} in")
    if options.against and not (options.against / "scripts" / "benchmark.py").is_file():
        parser.error(f"{options.against} is no checkout of digitpad: it has no scripts/benchmark.py")
    unknown = set(options.names) - set(every)
    if unknown:
        parser.error(f"no measure: {', '.join(sorted(unknown))}; there are {', '.join(every)}")
    return options


def main() -> int:
    """Measure, print the table, write the JSON."""
    options = arguments()
    if options.measure or options.answer:
        result = run_here(*(MEASURES[options.measure] if options.measure else ANSWERING[options.answer]))
        print(json.dumps(result), flush=True)
        os._exit(0)  # what was asked for is measured; TensorFlow's own clearing up is not part of it
    if options.recognition:
        judge_recognition(options.recognition, options.json)
        return 0
    try:
        if options.against:
            compare(options.against.resolve(), options.names, options.pairs)
            return 0
        results = measure_all(options.names)
    except MeasureError as error:
        sys.exit(f"benchmark: {error}")
    options.json.write_text(json.dumps(results, indent=1))
    print(table(rows(results)))
    print(f"\n{remarks(results)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
