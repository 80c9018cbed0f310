"""What a script cannot do it says at once, in a sentence: not after minutes of work, and not by a traceback."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from digitpad.drawing.stroke_files import write_drawings
from tests.conftest import ROOT, FreshPython
from tests.document.made import collected

READY = ROOT / "assets" / "ready_network.npz"

ASKED = [
    ("matrix.py", (), "RATIO, SCREEN"),
    ("matrix.py", ("1", "wide"), "argument SCREEN"),
    ("matrix.py", ("1", "1024x768", "pink"), "a scheme is light, dark or turns, not pink"),
    ("build_pictures.py", ("--only", "nothing"), "'nothing' (choose from"),
    ("build_ready_network.py", ("elsewhere",), "unrecognized arguments: elsewhere"),
    ("rehearse_class.py", ("missing.jsonl",), "missing.jsonl was not found. Choose a file of drawings"),
    ("rehearse_class.py", ("x", "--held-out", "16"), "--held-out must be 1 or more, and 50 %"),
    ("rehearse_class.py", ("x", "--seeds", "0"), "must be 1 or more"),
    ("rehearse_class.py", ("x", "--mix", "1.5"), "--mix must be above 0"),
    ("experiments.py", ("--quick", "--readme"), "leave out one of both"),
    ("experiments.py", ("--json", "missing/found.json"), "there is no folder missing"),
    ("benchmark.py", ("--json", "missing/found.json"), "there is no folder missing"),
    ("benchmark.py", ("--against", "missing"), "missing is no checkout of digitpad"),
]

ASK = """
import contextlib, io, json, os, runpy, sys
_, script, asked = sys.argv
sys.path[0] = os.path.dirname(script)
for arguments in json.loads(asked):
    sys.argv, code, out, error = [script, *arguments], 0, io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
        try:
            runpy.run_path(script, run_name="__main__")
        except SystemExit as leaving:
            code = leaving.code
    print(json.dumps([code, out.getvalue(), error.getvalue()]))
"""
"""A script as Python starts it, once for each list of arguments: most of its time it imports Qt."""


@pytest.fixture(scope="module")
def answers(fresh_python: FreshPython) -> Callable[[str], dict[tuple[str, ...], list[object]]]:
    """What a script answers to what it is asked: its exit code, and what it prints, errors last."""

    @cache
    def ask(script: str) -> dict[tuple[str, ...], list[object]]:
        asked = [arguments for name, arguments, _ in ASKED if name == script]
        done = fresh_python("-c", ASK, ROOT / "scripts" / script, json.dumps(asked))
        assert (done.returncode, done.stderr) == (0, "")
        return dict(zip(asked, map(json.loads, done.stdout.splitlines()), strict=True))

    return ask


@pytest.mark.parametrize(("script", "arguments", "said"), ASKED)
def test_what_cannot_be_is_said_at_once(
    answers: Callable[[str], dict[tuple[str, ...], list[object]]],
    script: str,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    code, out, error = answers(script)[arguments]
    assert (code, out) == (2, "")
    assert said in str(error)
    assert "Traceback" not in str(error)


def test_files_are_read_before_a_network_is_trained_to_judge_by_them(fresh_python: FreshPython) -> None:
    done = fresh_python(ROOT / "scripts" / "benchmark.py", "--recognition", "missing.jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("benchmark: missing.jsonl was not found. Choose a file of drawings")


def test_too_few_writers_are_said_with_their_file(fresh_python: FreshPython, tmp_path: Path) -> None:
    file = tmp_path / "few.jsonl"
    write_drawings(file, collected(60, pens=3))
    done = fresh_python(ROOT / "scripts" / "rehearse_class.py", file)
    assert done.returncode == 2
    assert f"{file}: 3 writers have drawn each digit 2 times, and 30 are wanted" in done.stderr


def test_who_asks_for_help_gets_no_other_network(fresh_python: FreshPython) -> None:
    before = READY.stat().st_mtime_ns
    done = fresh_python(ROOT / "scripts" / "build_ready_network.py", "--help")
    assert done.returncode == 0
    assert "assets/ready_network.npz" in done.stdout
    assert READY.stat().st_mtime_ns == before
