"""The check of exported networks, by the Keras at hand in place of older ones: what pip would install is there."""

import json
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.conftest import ROOT

FOUND = {"none": 2e-7, "3 relu": 5e-7}


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return what the script defines, with the modules beside it to be found."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return runpy.run_path(str(ROOT / "scripts" / "check_keras_export.py"))


@pytest.fixture
def check(script: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Return the check of a version, for which each environment finds what is given."""

    def run(answer: str | Exception) -> int:
        def told(*_: object) -> str:
            if isinstance(answer, Exception):
                raise answer
            return answer

        monkeypatch.setitem(script["asked"].__globals__, "run", told)
        monkeypatch.setattr(sys, "argv", ["check_keras_export.py", "3.5.0"])
        return int(script["main"]())

    return run


def test_the_reader_finds_no_difference_and_says_what_it_cannot_open(
    script: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    script["export_all"](tmp_path)
    exported = {path.stem for path in tmp_path.glob("*.keras")}
    assert len(exported) >= 9
    (tmp_path / "broken.keras").write_bytes(b"no zip")
    other = np.load(tmp_path / "3 relu.npy")
    np.save(tmp_path / "3 relu.npy", other + 1e-3)
    reader = script["READER"].replace("import jax, ", "import h5py as jax, ")
    monkeypatch.setattr(sys, "argv", ["reader", str(tmp_path)])
    exec(reader, {})
    verdict = script["Verdict"](*json.loads(capsys.readouterr().out.splitlines()[-1]))
    assert set(verdict.networks) == exported | {"broken"}
    assert set(verdict.problems) == {"broken", "3 relu"}, verdict.problems
    assert verdict.problems["3 relu"] == "answers differ by 1.0e-03"


def test_a_table_and_0_if_all_is_well(check: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert check("a warning\n" + json.dumps(["3.5.0", "2.4.6", "0.10.2", FOUND])) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[-1] == "| 3.5.0 | 2.4.6 | 0.10.2 | 2 of 2 | 5.0e-07 | yes |"


@pytest.mark.parametrize("found", [2e-6, float("nan"), "Unrecognized keyword arguments passed to Dense"])
def test_1_and_what_is_wrong_if_a_network_is_not_opened_or_answers_otherwise(
    found: object, check: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(json.dumps(["3.5.0", "2.4.6", "0.10.2", {**FOUND, "1 tanh": found}])) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[-1].endswith("| no |")
    assert "Keras 3.5.0, 1 tanh: " in told.err


def test_1_if_an_environment_cannot_be_made(check: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    error = subprocess.CalledProcessError(1, ["pip"], stderr="much\nERROR: No matching distribution found")
    assert check(error) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "| 3.5.0 | – | – | 0 of 1 | – | no |"
    assert "No matching distribution" in told.err
