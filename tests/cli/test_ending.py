"""Signals in the middle of what a command writes: nothing half-written stays, and what was learnt is saved."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from digitpad import app
from digitpad.runs.network_file import load_network
from tests.conftest import GENEROUS_SECONDS, ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent another way elsewhere")

WRITING = """
import argparse, sys, time
from pathlib import Path
from digitpad.archives.writing import write_atomically
from digitpad.cli.commands import run_command

def write(file):
    file.write(b"half of it")
    print("begun", flush=True)
    time.sleep(600)

sys.exit(run_command(lambda _: write_atomically(Path(sys.argv[1]), write), argparse.Namespace()))
"""

PAINTING = """
import argparse, sys, time
from digitpad.cli.commands import run_command
from digitpad.drawing import raster
from digitpad.drawing.strokes import Drawing

def draw_slowly(*_):
    print("begun", flush=True)
    time.sleep(600)

raster.draw_path = draw_slowly
drawing = Drawing().with_stroke([(0.0, 0.0), (9.0, 9.0)])
sys.exit(run_command(lambda _: raster.rasterize(drawing), argparse.Namespace()))
"""

GOING = """
import argparse, sys, time, weakref
from digitpad.cli.commands import run_command

class Thing:
    pass

def linger(_):
    print("begun", flush=True)
    time.sleep(600)

def work(_):
    thing = Thing()
    kept = weakref.ref(thing, linger)
    del thing
    time.sleep(600)

sys.exit(run_command(work, argparse.Namespace()))
"""

IMPORTING = """
import sys, time
from digitpad import app

def linger(event, arguments):
    if event == "import" and arguments[0] == "shibokensupport.signature.parser":
        print("begun", flush=True)
        time.sleep(1)

sys.addaudithook(linger)
assert "PySide6" not in sys.modules
sys.exit(app.main(["evaluate"]))
"""

SAVING = """
import sys, time
from digitpad import app
from digitpad.runs import network_file
save = network_file.save_network

def save_slowly(path, network):
    print("begun", flush=True)
    time.sleep(1)
    save(path, network)

network_file.save_network = save_slowly
sys.exit(app.main(["train", "--epochs", "1", "--images", "500", "--json", "--save", sys.argv[1]]))
"""


def signalled(program: str, path: Path, name: str) -> tuple[int, str]:
    """Send a program a signal when it has begun; return how it ended, and what it said of it."""
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A test run in the background of a shell ignores Ctrl+C, and its children would inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        process.send_signal(signal.Signals[name])
        _, errors = process.communicate(timeout=GENEROUS_SECONDS)
    return process.returncode, errors


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_half_written_file_is_taken_away(tmp_path: Path, name: str) -> None:
    path = tmp_path / "written before"
    path.write_text("whole")
    code, errors = signalled(WRITING, path, name)
    assert code == 128 + signal.Signals[name]
    assert errors == "\ndigitpad: stopped.\n"
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "whole"


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("program", [PAINTING, GOING], ids=["amid a painter's work", "as an object goes"])
def test_it_ends_in_order_wherever_it_is(tmp_path: Path, name: str, program: str) -> None:
    code, errors = signalled(program, tmp_path, name)
    assert code == 128 + signal.Signals[name]
    assert errors == "\ndigitpad: stopped.\n"


def test_amid_qts_import_it_waits(tmp_path: Path) -> None:
    code, errors = signalled(IMPORTING, tmp_path, "SIGINT")
    assert code == 128 + signal.SIGINT
    assert errors == "\ndigitpad: stopped.\n"


def test_what_is_being_saved_is_saved_first(tmp_path: Path) -> None:
    path = tmp_path / "network.npz"
    code, errors = signalled(SAVING, path, "SIGTERM")
    assert code == 128 + signal.SIGTERM
    assert errors.endswith("\ndigitpad: stopped.\n")
    assert "Traceback" not in errors
    assert load_network(path).snapshot.updates == 4


def test_ctrl_c_before_anything_listens_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Such as while the window's modules are imported."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "prepare_process", interrupt)
    assert app.main([]) == 130
    assert capsys.readouterr().err == "\ndigitpad: stopped.\n"
