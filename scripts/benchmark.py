"""Measure digitpad against Keras, the machine's limits and its own promises.

Usage: python scripts/benchmark.py [--json FILE] [--recognition FILE …]

Off-screen; prints a table and writes JSON. Each measurement runs in a process of its own, one after the other;
compare the ratios, which are taken in one run, not the seconds.
"""

import argparse
import importlib
import json
import math
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parent
STARTS = 9
MEASURES = {
    "keras": ("measures.reference", "keras_fit"),
    "matrix": ("measures.reference", "matrix_product"),
    "imports": ("measures.reference", "bare_imports"),
    "bare_window": ("measures.reference", "bare_window"),
    "first_paint": ("measures.window", "first_paint"),
    "training": ("measures.window", "training"),
    "long_plot": ("measures.window", "long_plot"),
    "many_runs": ("measures.window", "many_runs"),
    "holding": ("measures.holding", "holding"),
    "line_by_line": ("measures.holding", "line_by_line"),
    "cycles": ("measures.holding", "cycles"),
}

STARTING = ("bare_window", "first_paint")
"""Measured by turns, as the machine's speed drifts."""


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, and the most it may be."""

    what: str
    value: float
    most: float
    unit: str

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.value <= self.most

    def __str__(self) -> str:
        verdict = "yes" if self.kept else "**no**"
        return f"| {self.what} | {self.value:.2f} {self.unit} | ≤ {self.most:g} {self.unit} | {verdict} |"


def measure(name: str) -> dict[str, Any]:
    """Run one measurement in a fresh process."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "TF_CPP_MIN_LOG_LEVEL": "3"}
    # As at a user's second start: the program's own modules are compiled once and kept.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.run(
        [sys.executable, __file__, "--measure", name],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if process.returncode:
        sys.exit(f"benchmark: {name} failed\n{process.stderr}")
    result: dict[str, Any] = json.loads(process.stdout.splitlines()[-1])
    return result


def seconds_to_paint(name: str) -> float:
    """Return the seconds from starting a process to its first painted window."""
    start = time.time()
    return float(measure(name)["painted_at"]) - start


def measure_all() -> dict[str, Any]:
    """Run everything; say on standard error how far it is."""
    results: dict[str, Any] = {}
    for name in [name for name in MEASURES if name not in STARTING]:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        results[name] = measure(name)
    print("measuring start-up …", file=sys.stderr, flush=True)
    pairs = [(seconds_to_paint("first_paint"), seconds_to_paint("bare_window")) for _ in range(STARTS)]
    results["start"] = {
        "seconds": [ours for ours, _ in pairs],
        "bare_seconds": [bare for _, bare in pairs],
        "ratio": statistics.median(ours / bare for ours, bare in pairs),
    }
    return results


def table(results: dict[str, Any]) -> list[Row]:
    """Turn measurements into lines with their promises."""
    training, keras = results["training"], results["keras"]
    epoch = statistics.median(training["epoch_seconds"])
    keras_epoch = statistics.median(keras["epoch_seconds"])
    bound = results["matrix"]["epoch_seconds"]
    to_target = training["seconds_to_target"] / keras["seconds_to_target"]
    return [
        Row("epoch in the window ÷ Keras `fit`", epoch / keras_epoch, 0.55, "×"),
        Row("epoch in the window ÷ the machine's sgemm bound", epoch / bound, 1.6, "×"),
        Row(
            "Train → 97 % ÷ Keras `fit` → 97 %",
            to_target,
            0.5,
            "×",
        ),
        Row("window's longest gap, training", training["training_gaps"]["longest"], 33, "ms"),
        Row("… 99th percentile", training["training_gaps"]["p99"], 12, "ms"),
        Row("window's longest gap, importing TensorFlow", training["import_gaps"]["longest"], 300, "ms"),
        Row("… 99th percentile", training["import_gaps"]["p99"], 40, "ms"),
        Row("first painted window ÷ bare PySide6 + pyqtgraph", results["start"]["ratio"], 1.3, "×"),
        Row("pen point → bars, idle, 99th percentile", training["pen_idle"]["p99"], 8, "ms"),
        Row("pen point → bars, training, 99th percentile", training["pen_training"]["p99"], 16, "ms"),
        Row("Stop → stopped, longest of 10", max(training["stops"]), 100, "ms"),
        Row("redraw of 50,000 losses, 99th percentile", results["long_plot"]["p99"], 8, "ms"),
        Row(
            "redraw of 20 runs of 23,450 losses, 99th percentile", results["many_runs"]["redraw"]["p99"], 16, "ms"
        ),
        Row("hover over them, 99th percentile", results["many_runs"]["hover"]["p99"], 16, "ms"),
        *(
            Row(f"{what}, longest of 10", results["holding"][name], 100, "ms")
            for what, name in (
                ("Pause → paused", "pause"),
                ("Resume → first losses", "resume"),
                ("Step → done", "step"),
                ("Reset in mid-epoch → stopped", "reset"),
            )
        ),
        Row("window's longest gap, line by line", results["line_by_line"]["gaps"]["longest"], 33, "ms"),
        Row("… 99th percentile", results["line_by_line"]["gaps"]["p99"], 12, "ms"),
        Row("threads left by 200 runs", results["cycles"].get("threads", math.nan), 0, ""),
        Row("open files left by 200 runs", results["cycles"].get("files", math.nan), 0, ""),
        Row("memory left by 200 runs", results["cycles"].get("megabytes", math.nan), 20, "MB"),
        Row("peak memory over bare imports", training["megabytes"] - results["imports"]["megabytes"], 250, "MB"),
    ]


def main() -> int:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--json", type=Path, default=Path("benchmark.json"), help="where to write all figures")
    parser.add_argument("--measure", choices=list(MEASURES), help="run one measurement here and print its JSON")
    parser.add_argument(
        "--recognition",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="instead, train the recipe for handwriting on 3 seeds and judge it on these files of drawings",
    )
    options = parser.parse_args()
    sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parent)]
    if options.measure:
        module, function = MEASURES[options.measure]
        if module != "measures.reference":
            # As the program itself begins; before Qt is imported by anybody else.
            importlib.import_module("digitpad.app").prepare_process()
            importlib.import_module("digitpad.workspace")
        print(json.dumps(getattr(importlib.import_module(module), function)()), flush=True)
        os._exit(0)  # what was asked for is measured; TensorFlow's own clearing up is not part of it
    if options.recognition:
        importlib.import_module("digitpad.app").prepare_process()
        recognition = importlib.import_module("measures.recognition")
        result = recognition.recognition(options.recognition)
        options.json.write_text(json.dumps(result, indent=1))
        print(recognition.recognition_table(result))
        return 0
    results = measure_all()
    rows = table(results)
    options.json.write_text(json.dumps(results, indent=1))
    print("| measured | value | promise | kept |\n| --- | --- | --- | --- |")
    print(*rows, sep="\n")
    print(
        f"\nepoch {statistics.median(results['training']['epoch_seconds']):.2f} s, "
        f"Keras {statistics.median(results['keras']['epoch_seconds']):.2f} s, "
        f"sgemm {results['matrix']['gigaflops']:.0f} GFLOP/s; line by line "
        f"{results['line_by_line']['images_per_second']:,.0f} images/s; test accuracy after each epoch "
        + ", ".join(f"{accuracy:.2%}" for accuracy in results["training"]["accuracies"])
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
