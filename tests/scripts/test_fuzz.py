"""A few spoilt files of every kind; ``python scripts/fuzz.py`` tries thousands."""

import importlib
import random
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, FreshPython

INPUTS = 30
SLACK = 10
"""The tests of a whole run may have all cores at once."""


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the script's modules be found, as they are when it runs."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))


def test_spoilt_files_of_every_kind_are_refused_or_read_right(fresh_python: FreshPython) -> None:
    process = fresh_python("scripts/fuzz.py", "--inputs", INPUTS, "--seed", 1, "--slack", SLACK)
    assert process.returncode == 0, process.stderr
    assert f"0 faults in {INPUTS} inputs" in process.stdout
    assert process.stdout.count(" inputs: ") == 6


def test_the_same_seed_makes_the_same_files() -> None:
    mutations, originals = (
        importlib.import_module("fuzzing.mutations"),
        importlib.import_module("fuzzing.originals"),
    )
    files = originals.originals()
    assert set(files) == set(originals.KINDS) == set(mutations.KNOWING)
    for number in range(20):
        kind = originals.KINDS[number % len(originals.KINDS)]
        once, again = (mutations.mutated(random.Random(number), kind, files[kind][0]) for _ in range(2))
        assert once == again


def test_the_originals_themselves_are_read(tmp_path: Path) -> None:
    judging, originals = importlib.import_module("fuzzing.judging"), importlib.import_module("fuzzing.originals")
    for kind, files in originals.originals().items():
        for number, data in enumerate(files):
            path = tmp_path / f"{kind}{number}"
            path.write_bytes(data)
            check = judging.judge(kind, path)
            assert not isinstance(check, str), (kind, number, check)
            check()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory a process had at most")
def test_what_takes_too_much_or_raises_is_a_fault() -> None:
    fuzz = importlib.import_module("fuzz")
    good = {"number": 1, "fault": "", "seconds": 0.1, "megabytes": 10.0}
    bad = [good | {"seconds": 3.0}, good | {"megabytes": 301.0}, {"number": 2, "fault": "Traceback"}]
    assert fuzz.faults([good], 1.0) == []
    assert len(fuzz.faults([good, *bad], 1.0)) == 3
    assert len(fuzz.faults([good, *bad], 2.0)) == 2
