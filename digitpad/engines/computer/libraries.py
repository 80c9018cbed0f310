"""TensorFlow's libraries, loaded while the window goes on.

Python's import loads a library with its lock held: no thread runs for the half second that TensorFlow's largest
takes. A function that is called by ctypes is called without the lock, and what it has loaded is there when the
import asks for it. Source: https://docs.python.org/3/library/ctypes.html, on ``CDLL``; ``dlopen(3)``.
"""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

TENSORFLOW = "tensorflow"
LIBRARIES = ("libtensorflow_framework.*", "libtensorflow_cc.*")
"""In the order in which one needs the other: "….so.2" on Linux, "….2.dylib" on macOS; Windows has none of them."""


def load_tensorflow_libraries() -> None:
    """Load what TensorFlow's import would; does nothing where that is not possible, or has been done.

    Takes half a second, so never on the window's thread. Whatever fails, the import itself will say.
    """
    if TENSORFLOW in sys.modules or sys.platform == "win32":
        return
    with suppress(OSError, AttributeError):
        load = ctypes.CDLL(None).dlopen
        load.argtypes, load.restype = [ctypes.c_char_p, ctypes.c_int], ctypes.c_void_p
        for library in _libraries():
            load(os.fsencode(library), sys.getdlopenflags())


def _libraries() -> Iterator[Path]:
    spec = find_spec(TENSORFLOW)
    for folder in (spec and spec.submodule_search_locations) or ():
        for name in LIBRARIES:
            yield from Path(folder).glob(name)
