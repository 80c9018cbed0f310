"""A display is what Qt can open, wherever its server listens."""

import shutil
import subprocess
import sys

import pytest

from digitpad.ui.display import has_display
from tests.conftest import GENEROUS_SECONDS

NOWHERE = ":59999"


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def test_without_one_the_program_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_display()


@pytest.mark.skipif(sys.platform != "linux", reason="X servers are asked where there are any")
def test_a_server_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", NOWHERE)
    assert not has_display()


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no X server to try it on")
def test_one_that_listens_at_an_abstract_socket_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "unix", "-listen", "local"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        monkeypatch.setenv("DISPLAY", f":{server.stdout.readline().strip()}")
        try:
            assert has_display()
        finally:
            server.terminate()
            server.wait(GENEROUS_SECONDS)
