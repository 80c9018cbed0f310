"""A display is what Qt can open, wherever its server listens."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

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
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    assert not has_display(), "an empty text chooses no platform"
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert has_display(), "this one needs none"


@pytest.mark.skipif(os.name != "posix", reason="such sockets are POSIX's")
@pytest.mark.parametrize("platform", ["", "wayland", "wayland-egl;xcb"])
@pytest.mark.parametrize("names", ["the folder", "the whole path"])
def test_a_wayland_compositor_is_one_that_listens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, names: str
) -> None:
    """A terminal that outlives its desktop still names it, and Qt would end the program."""
    monkeypatch.chdir(tmp_path)  # a socket's name must be short
    place = Path("/proc/self/cwd") if sys.platform == "linux" else tmp_path
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(place))
    monkeypatch.setenv("WAYLAND_DISPLAY", "here" if names == "the folder" else str(place / "here"))
    assert not has_display()
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind("here")
        compositor.listen()
        assert has_display()
    assert not has_display(), "its socket is still there, and nobody behind it"
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert not has_display()


@pytest.mark.parametrize("platform", ["xcb", "wayland"])
def test_a_platform_that_somebody_has_chosen_needs_its_server(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert not has_display()


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
