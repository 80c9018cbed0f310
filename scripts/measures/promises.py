"""What digitpad promises of its figures: the table that the benchmark prints."""

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Results = Mapping[str, Any]
"""What each measure has found, by its name."""


@dataclass(frozen=True)
class Promise:
    """A figure and the most it may be; None if it is only told."""

    what: str
    value: Callable[[Results], float]
    most: float | None
    unit: str


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    what: str
    value: float
    most: float | None
    unit: str

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.most is None or self.value <= self.most

    def __str__(self) -> str:
        if self.most is None:
            return f"| {self.what} | {self._with_unit(f'{self.value:.2f}')} | – | – |"
        verdict = "yes" if self.kept else "**no**"
        most = self._with_unit(f"{self.most:g}")
        return f"| {self.what} | {self._with_unit(f'{self.value:.2f}')} | ≤ {most} | {verdict} |"

    def _with_unit(self, number: str) -> str:
        return f"{number} {self.unit}".rstrip()


def rows(results: Results) -> list[Row]:
    """Return a line for each promise whose measures are among the results."""
    found = []
    for promise in PROMISES:
        try:
            found.append(Row(promise.what, promise.value(results), promise.most, promise.unit))
        except KeyError:  # not measured this time
            continue
    return found


def table(found: list[Row]) -> str:
    """Return the lines as a Markdown table."""
    return "\n".join(["| measured | value | promise | kept |", "| --- | --- | --- | --- |", *map(str, found)])


def _epoch(results: Results) -> float:
    return float(statistics.median(results["epochs"]["ours"]))


MOST_COMPILING_MS = 3000
"""What a new architecture may take to be compiled, with all else that comes before its first losses."""

PROMISES = (
    Promise("epoch in the window ÷ Keras `fit`, median of 12 pairs", lambda r: r["epochs"]["ratio"], 0.55, "×"),
    *(
        Promise(
            f"epoch in the window ÷ Keras' plain `fit`, hidden layers {name}, median of 12 pairs",
            lambda r, name=name: r["architectures_vs_keras"][name]["ratio"],  # type: ignore[misc]  # as below
            most,
            "×",
        )
        for name, most in (("none", 0.6), ("32", 0.6), ("4 × 128", 0.6), ("512", 0.7), ("512-256", 0.7))
    ),
    Promise(
        "epoch in the window ÷ the machine's sgemm bound",
        lambda r: _epoch(r) / r["matrix"]["epoch_seconds"],
        1.6,
        "×",
    ),
    Promise(
        "Train → 97 % ÷ Keras `fit` → 97 %",
        lambda r: r["training"]["seconds_to_target"] / r["keras"]["seconds_to_target"],
        0.5,
        "×",
    ),
    Promise("window's longest gap, training", lambda r: r["training"]["training_gaps"]["longest"], 33, "ms"),
    Promise("… 99th percentile", lambda r: r["training"]["training_gaps"]["p99"], 12, "ms"),
    Promise(
        "window's longest gap, importing TensorFlow", lambda r: r["training"]["import_gaps"]["longest"], 300, "ms"
    ),
    Promise("… 99th percentile", lambda r: r["training"]["import_gaps"]["p99"], 40, "ms"),
    Promise("first painted window ÷ bare PySide6 + pyqtgraph", lambda r: r["start"]["ratio"], 1.3, "×"),
    Promise("pen point → bars, idle, 99th percentile", lambda r: r["training"]["pen_idle"]["p99"], 8, "ms"),
    Promise("pen point → bars of both networks compared, idle", lambda r: r["comparing"]["p99"], 8, "ms"),
    Promise(
        "pen point → bars, training, 99th percentile", lambda r: r["training"]["pen_training"]["p99"], 16, "ms"
    ),
    *(
        Promise(
            f"a pen point at the end of {what}, 99th percentile",
            lambda r, name=name: r["long_drawings"][name]["p99"],  # type: ignore[misc]  # mypy infers no default's type
            8,
            "ms",
        )
        for what, name in (
            ("a scribble of 10,000 points", "scribble"),
            ("a spiral of 10,000 points", "spiral"),
            ("1,000 strokes", "strokes"),
        )
    ),
    Promise("Stop → stopped, longest of 10", lambda r: max(r["training"]["stops"]), 100, "ms"),
    Promise("Pause → paused, longest of 10", lambda r: r["holding"]["pause"], 100, "ms"),
    Promise("Resume → first losses, longest of 10", lambda r: r["holding"]["resume"], 100, "ms"),
    Promise("Step → done, longest of 10", lambda r: r["holding"]["step"], 100, "ms"),
    Promise("Reset in mid-epoch → stopped, longest of 10", lambda r: r["holding"]["reset"], 100, "ms"),
    Promise("Next card → painted, 99th percentile of 100", lambda r: r["stepping"]["card"]["p99"], 50, "ms"),
    Promise("window's longest gap, stepping", lambda r: r["stepping"]["gaps"]["longest"], 33, "ms"),
    Promise(
        "a weight pushed → its loss painted, 99th percentile of 100",
        lambda r: r["stepping"]["push"]["p99"],
        16,
        "ms",
    ),
    Promise("Stop while a line waits → as before, longest of 20", lambda r: r["stepping"]["give_up"], 100, "ms"),
    Promise(
        "10,000 images judged by the lesson's network, a core's time", lambda r: r["testing"]["judging"], 150, "ms"
    ),
    Promise("another network → its matrix shown, median of 20", lambda r: r["testing"]["shown"], None, "ms"),
    Promise("window's longest gap meanwhile", lambda r: r["testing"]["gaps"]["longest"], 33, "ms"),
    *(
        Promise(
            f"a frame of a gallery of {count} pictures that scrolls, 99th percentile",
            lambda r, name=name: r["testing"]["scrolling"][name]["p99"],  # type: ignore[misc]  # mypy infers no default's type
            16,
            "ms",
        )
        for count, name in (("10,000", "most"), ("2,000", "class"))
    ),
    Promise("a gallery of 10,000 pictures opened", lambda r: r["testing"]["opening"]["most"], 33, "ms"),
    Promise(
        "a drawing taken into a class of 2,000, 99th percentile",
        lambda r: r["classroom"]["adding"]["p99"],
        16,
        "ms",
    ),
    Promise(
        "the same while 2,000 that were just opened are still being written",
        lambda r: r["classroom"]["adding_while_written"]["p99"],
        None,
        "ms",
    ),
    Promise(
        "a frame of the class's gallery that scrolls, 99th percentile",
        lambda r: r["classroom"]["scrolling"]["p99"],
        16,
        "ms",
    ),
    Promise(
        "window's longest gap while its pictures are made", lambda r: r["classroom"]["making"]["longest"], 33, "ms"
    ),
    Promise(
        "pen point → bars, ledger and lights, idle, 99th percentile",
        lambda r: r["inside"]["pen_idle"]["p99"],
        16,
        "ms",
    ),
    Promise(
        "pen point → bars, ledger and lights, training, 99th percentile",
        lambda r: r["inside"]["pen_training"]["p99"],
        33,
        "ms",
    ),
    Promise(
        "weights in sight → the same as they are by now, training at full speed, mean",
        lambda r: r["inside"]["weights"]["interval"],
        100,
        "ms",
    ),
    Promise("window's longest gap meanwhile", lambda r: r["inside"]["weights"]["gaps"]["longest"], 33, "ms"),
    Promise("… 99th percentile", lambda r: r["inside"]["weights"]["gaps"]["p99"], 12, "ms"),
    Promise(
        "epoch with the weights shown ÷ with that view closed, median of 12 pairs",
        lambda r: r["weights"]["ratio"],
        1.05,
        "×",
    ),
    Promise(
        "time line → answer, bars, ledger and lights of a kept moment, 99th percentile",
        lambda r: r["past"]["answer"]["p99"],
        33,
        "ms",
    ),
    Promise("time line → matrix of a kept moment, median", lambda r: r["past"]["matrix"], 150, "ms"),
    Promise("redraw of 50,000 losses, 99th percentile", lambda r: r["long_plot"]["p99"], 8, "ms"),
    Promise(
        "redraw of 20 runs of 23,450 losses, 99th percentile", lambda r: r["many_runs"]["redraw"]["p99"], 16, "ms"
    ),
    Promise("hover over them, 99th percentile", lambda r: r["many_runs"]["hover"]["p99"], 16, "ms"),
    Promise(
        "redraw of 20 such runs while the axis grows with one more, 99th percentile",
        lambda r: r["growing_axis"]["p99"],
        16,
        "ms",
    ),
    Promise("window's longest gap, renaming one of 1,000 runs", lambda r: r["thousand_runs"]["rename"], 33, "ms"),
    Promise("… training beside them", lambda r: r["thousand_runs"]["train"], 33, "ms"),
    Promise("another language, in mid-training, longest of 10", lambda r: r["looks"]["language"], 100, "ms"),
    Promise("a step of the text size, longest of 10", lambda r: r["looks"]["text_size"], 100, "ms"),
    Promise("light colours → dark ones, longest of 10", lambda r: r["looks"]["scheme"], None, "ms"),
    Promise("another pace → kept, longest of 10", lambda r: r["paces"]["change"], 100, "ms"),
    *(
        Promise(
            f"window's gaps, training {what}, 99th percentile",
            lambda r, name=name: r["paces"]["gaps"][name]["p99"],  # type: ignore[misc]  # as below
            12,
            "ms",
        )
        for what, name in (
            ("at a batch a second", "slow"),
            ("at 20 batches a second", "middle"),
            ("while the fall is watched", "watch"),
            ("at full speed", "full"),
        )
    ),
    Promise("window's longest gap, line by line", lambda r: r["line_by_line"]["gaps"]["longest"], 33, "ms"),
    Promise("… 99th percentile", lambda r: r["line_by_line"]["gaps"]["p99"], 12, "ms"),
    Promise("window's longest gap, by Keras' fit", lambda r: r["by_keras"]["gaps"]["longest"], 33, "ms"),
    Promise("… 99th percentile", lambda r: r["by_keras"]["gaps"]["p99"], 12, "ms"),
    *(
        Promise(
            f"window's longest gap {what}, fsync of 4 s",
            lambda r, name=name: r["slow_drive"][name],  # type: ignore[misc]  # mypy infers no default's type
            33,
            "ms",
        )
        for what, name in (
            ("saving a session of 20 Adam runs", "save_session"),
            ("opening it", "open_session"),
            ("saving a network", "save_network"),
            ("exporting a run as CSV", "export_csv"),
            ("exporting the plot as PNG for print", "export_png"),
            ("exporting it as SVG", "export_svg"),
            ("exporting a network for Keras", "export_keras"),
        )
    ),
    Promise("written for a stroke beside 20 runs", lambda r: r["keeping"]["stroke"], 1, "MB"),
    Promise("written for ten single steps", lambda r: r["keeping"]["steps"], 10, "MB"),
    Promise(
        "weights stored after 200 continue-and-stops ÷ those alive",
        lambda r: r["keeping"]["continued"],
        2,
        "×",
    ),
    Promise("threads left by 200 runs", lambda r: r["cycles"]["threads"], 0, ""),
    Promise("open files left by 200 runs", lambda r: r["cycles"]["files"], 0, ""),
    Promise("memory left by 200 runs", lambda r: r["cycles"]["megabytes"], 20, "MB"),
    Promise("threads left by a queue of 20 runs", lambda r: r["queue"]["threads"], 0, ""),
    Promise("open files left by a queue of 20 runs", lambda r: r["queue"]["files"], 0, ""),
    Promise("memory left by a queue of 20 runs", lambda r: r["queue"]["megabytes"], 50, "MB"),
    Promise("runs of the queue that were not done", lambda r: r["queue"]["undone"], 0, ""),
    # 150 MB were wished for; TensorFlow keeps what XLA compiled, 6 to 7 MB each: stated is what 8 MB each come to.
    Promise(
        "memory left by 30 architectures, kept by TensorFlow", lambda r: r["architectures"]["megabytes"], 240, "MB"
    ),
    Promise(
        "Train → first losses of a new architecture, median of 30",
        lambda r: statistics.median(r["architectures"]["first_losses"]),
        MOST_COMPILING_MS,
        "ms",
    ),
    Promise("Pause at its first losses → paused, longest of 30", lambda r: r["architectures"]["pause"], 100, "ms"),
    Promise(
        "Train → first losses of 4 × 2,048 units",
        lambda r: r["largest"]["first_losses"],
        MOST_COMPILING_MS,
        "ms",
    ),
    Promise("one of its batches", lambda r: r["largest"]["batch"], None, "ms"),
    Promise("Pause → paused, of 4 × 2,048 units, longest of 10", lambda r: r["largest"]["pause"], 100, "ms"),
    Promise(
        "peak memory over bare imports",
        lambda r: r["training"]["megabytes"] - r["imports"]["megabytes"],
        250,
        "MB",
    ),
)
