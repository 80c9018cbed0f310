"""What a script cannot do it says at once, in a sentence: not after minutes of work, and not by a traceback."""

from pathlib import Path

import pytest

from digitpad.drawing.stroke_files import write_drawings
from tests.conftest import ROOT, FreshPython
from tests.document.made import collected

READY = ROOT / "assets" / "ready_network.npz"


@pytest.mark.parametrize(
    ("script", "arguments", "said"),
    [
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
    ],
)
def test_what_cannot_be_is_said_at_once(
    fresh_python: FreshPython, script: str, arguments: tuple[str, ...], said: str
) -> None:
    done = fresh_python(ROOT / "scripts" / script, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


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
