"""Whether there is a screen that Qt can open; only Linux and its kin can be without one."""

import ctypes
import os
import sys

LIBRARY = "libxcb.so.1"
"""What Qt itself talks to an X server with."""


def has_display() -> bool:
    """Say whether Qt will find a screen: where there may be an X server it is asked, as Qt would."""
    if "QT_QPA_PLATFORM" in os.environ or not sys.platform.startswith(("linux", "freebsd")):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and _answers()


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
