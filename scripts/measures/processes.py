"""Measures in processes of their own: one result, or an answer for each question; of this checkout or another."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


class MeasureError(Exception):
    """A measure has failed, or does not exist there; the text is what it said."""


def measured(name: str, root: Path = ROOT) -> dict[str, Any]:
    """Run a measure of the checkout at ``root``; ``painted_at`` becomes seconds from the process's start.

    Raises MeasureError.
    """
    start = time.time()
    process = subprocess.run(
        _command(root, "--measure", name), env=_environment(root), capture_output=True, text=True, check=False
    )
    if process.returncode:
        raise MeasureError(f"{name} of {root} failed\n{process.stderr}")
    result: dict[str, Any] = json.loads(process.stdout.splitlines()[-1])
    if "painted_at" in result:
        result["seconds"] = float(result.pop("painted_at")) - start
    return result


def has_measure(name: str, root: Path) -> bool:
    """Whether the checkout at ``root`` knows a measure."""
    process = subprocess.run(
        _command(root, "--help"), env=_environment(root), capture_output=True, text=True, check=True
    )
    braces = process.stdout.partition("{")[2].partition("}")[0]
    return name in braces.replace("\n", "").replace(" ", "").split(",")


class Answering:
    """A process of this checkout that answers each question with a number; to be used with ``with``."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._process = subprocess.Popen(
            _command(ROOT, "--answer", name),
            env=_environment(ROOT),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Answering":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, question: str = "") -> float:
        """Return the answer to a line. Raises MeasureError if the process has ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(question, file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        if not line:
            raise MeasureError(f"{self._name} has ended")
        return float(line)


def _command(root: Path, *arguments: str) -> list[str]:
    return [sys.executable, str(root / "scripts" / "benchmark.py"), *arguments]


def _environment(root: Path) -> dict[str, str]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "PYTHONPATH": str(root),
        "COLUMNS": "1000",  # argparse breaks no line of its help
    }
    # As at a user's second start: the program's own modules are compiled once and kept.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment
