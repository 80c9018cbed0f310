"""Whether this computer's processor can run TensorFlow at all."""

import ctypes
import platform
from pathlib import Path

from digitpad.errors import UserError

CPU_INFO = Path("/proc/cpuinfo")
AVX_ON_WINDOWS = 39
"""Windows' number of the question, PF_AVX_INSTRUCTIONS_AVAILABLE."""


def check_processor() -> None:
    """Raise UserError if TensorFlow cannot run here; to be called before it is imported."""
    if lacks_avx():
        raise UserError("processor-without-avx")


def lacks_avx() -> bool:
    """Say whether this is a PC's processor without AVX.

    TensorFlow's import kills the process there, so one has to look before it. Where that cannot be found out, and
    on processors of another kind, the answer is no.
    """
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return False
    if platform.system() == "Linux":
        return _lacks_avx(CPU_INFO)
    if platform.system() == "Windows":
        library = vars(ctypes)["windll"].kernel32  # no other system's ctypes has it
        return not library.IsProcessorFeaturePresent(AVX_ON_WINDOWS)
    return False


def _lacks_avx(info: Path) -> bool:
    try:
        lines = info.read_text("ascii", "replace").splitlines()
    except OSError:
        return False
    flags = [line.partition(":")[2].split() for line in lines if line.startswith("flags")]
    return bool(flags) and not any("avx" in words for words in flags)
