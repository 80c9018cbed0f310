"""Whether there is a screen that Qt can open; only Linux and its kin can be without one."""

import ctypes
import os
import socket
import sys
from pathlib import Path

LIBRARY = "libxcb.so.1"
"""What Qt itself talks to an X server with."""

X, WAYLAND = "xcb", "wayland"
"""Beginnings of the names of Qt's platforms that need a server; all others need none."""

PATIENCE_SECONDS = 5.0
"""For a server to take a connection."""


def has_display() -> bool:
    """Say whether Qt will find a screen: where there may be a server it is asked, as Qt would."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    # One or more names, each with options after a colon; an empty text chooses nothing, and Qt tries both.
    chosen = [name for name in os.environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    return any(_opens(name) for name in chosen or (WAYLAND, X))


def _opens(platform: str) -> bool:
    if platform.startswith(WAYLAND):
        return _listens()
    return not platform.startswith(X) or (bool(os.environ.get("DISPLAY")) and _answers())


def _listens() -> bool:
    """Say whether a Wayland compositor takes connections where its library would look for it."""
    if os.environ.get("WAYLAND_SOCKET"):  # it has made one for us
        return True
    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), os.environ.get("WAYLAND_DISPLAY") or "wayland-0")
    if not path.is_absolute():
        return False
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(PATIENCE_SECONDS)
        try:
            connection.connect(str(path))
        except (OSError, ValueError):
            return False
    return True


def _answers() -> bool:
    """Say whether the X server of DISPLAY answers, wherever it listens: at a file, an abstract socket, a port."""
    try:
        xcb = ctypes.CDLL(LIBRARY)
    except OSError:  # then Qt says itself what it lacks
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        return int(xcb.xcb_connection_has_error(connection)) == 0
    finally:
        xcb.xcb_disconnect(connection)
