"""Open digitpad. The first start makes .venv and installs what digitpad needs into it: some minutes, once.

python3 scripts/run.py              opens the window
python3 scripts/run.py ARGUMENTS    gives the arguments to digitpad
"""

from __future__ import annotations

import ctypes
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from environment import ROOT, SUDO, Environment, SetupError, advice, prepare, run_step, say, variables

SONAMES = """libEGL.so.1 libGL.so.1 libX11.so.6 libX11-xcb.so.1 libdbus-1.so.3 libfontconfig.so.1
libfreetype.so.6 libglib-2.0.so.0 libxcb.so.1 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0
libxcb-keysyms.so.1 libxcb-randr.so.0 libxcb-render.so.0 libxcb-render-util.so.0 libxcb-shape.so.0
libxcb-shm.so.0 libxcb-sync.so.1 libxcb-util.so.1 libxcb-xfixes.so.0 libxcb-xkb.so.1 libxkbcommon.so.0
libxkbcommon-x11.so.0"""
"""What PySide6's libQt6Gui, libqxcb and libqoffscreen load and its wheel does not bring."""
ARCH_PACKAGES = (
    "libglvnd libx11 libxcb dbus fontconfig freetype2 glib2 xcb-util xcb-util-cursor xcb-util-wm "
    "xcb-util-image xcb-util-keysyms xcb-util-renderutil libxkbcommon libxkbcommon-x11 ttf-dejavu"
)
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
NAMED = 4
"""Missing libraries that are named before the command that installs all of them."""
LINUX = sys.platform.startswith("linux")
INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells have it."""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then become the program."""
    if arguments in (["-h"], ["--help"]):
        print(__doc__)
        if not Environment(ROOT).is_ready(tools=False):
            return 0
    python = prepare(tools=False)
    supply_libraries()
    return become([str(python), "-m", "digitpad", *arguments])


def become(command: list[str]) -> int:
    """Replace this process by `command`; on Windows, which cannot, run it and return its exit code."""
    if os.name == "nt":
        return follow(command)
    sys.stdout.flush()
    os.execve(command[0], command, variables())


def follow(command: list[str], cwd: Path | None = None, **more: str) -> int:
    """Run `command` with `more` environment variables to its own end, and return its exit code."""
    process = subprocess.Popen(command, cwd=cwd, env=variables(**more))
    while True:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            continue  # Ctrl+C reached the command too, and how it ends is its own business.
        return code if code >= 0 else 128 - code


def guarded(script: Callable[[list[str]], int]) -> None:
    """Run a script's main: what goes wrong is told in sentences, and Ctrl+C ends it quietly."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A Windows code page may lack letters of the project's path.
            stream.reconfigure(errors="replace")
    try:
        sys.exit(script(sys.argv[1:]))
    except SetupError as error:
        say(f"\n{error}")
    except OSError as error:
        say(f"\nThe set-up failed: {error}\n{advice(str(error))}")
    except KeyboardInterrupt:
        say("\nStopped. The next start takes up what is missing.")
        sys.exit(INTERRUPTED)
    sys.exit(1)


def supply_libraries() -> None:
    """On Linux, install the system libraries that Qt lacks, or say how to: 10 ms if it lacks none."""
    if not LINUX:
        return
    missing = [soname for soname in SONAMES.split() if not loads(soname)]
    fonts = has_fonts(FONT_FOLDERS)
    if not missing and fonts:
        return
    command = install_command(missing, fonts)
    if "apt-get" in command and not SUDO:
        home = Environment(ROOT)
        try:
            shell = ["sh", "-c", f"export DEBIAN_FRONTEND=noninteractive; {command}"]
            run_step(home, "[1/1] Installing the system libraries that Qt needs", shell)
            return
        except SetupError:
            say(f"\nThat failed: {home.log} tells why.")
    lacks = missing + ["a font"] * (not fonts)
    more = f" and {len(lacks) - NAMED} more" if len(lacks) > NAMED else ""
    say(f"Qt lacks {', '.join(lacks[:NAMED])}{more}: a window may not open. Install with:\n    {command}")


def install_command(missing: list[str], fonts: bool) -> str:
    """Return what to type for the missing libraries, and for a font where there is none."""
    if shutil.which("apt-get"):
        packages = [debian_package(soname) for soname in missing] + ["fonts-dejavu-core"] * (not fonts)
        return f"{SUDO}apt-get update; {SUDO}apt-get install -y --no-install-recommends {' '.join(packages)}"
    if shutil.which("dnf"):
        packages = [f"'{soname}()(64bit)'" for soname in missing] + ["dejavu-sans-fonts"] * (not fonts)
        return f"{SUDO}dnf install {' '.join(packages)}"
    if shutil.which("pacman"):
        return f"{SUDO}pacman -S --needed {ARCH_PACKAGES}"
    return "your system's package manager; Qt's documentation lists the packages under Qt for X11 Requirements"


def has_fonts(folders: Iterable[Path]) -> bool:
    """Tell whether there is a single outline font: without one, Qt draws boxes for letters."""
    return any(True for folder in folders for font in folder.rglob("*.[ot]t[cf]"))


def loads(soname: str) -> bool:
    """Tell whether the system's loader finds a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def debian_package(soname: str) -> str:
    """Name a library's package by Debian's rule: libEGL.so.1 is in libegl1, libX11.so.6 in libx11-6."""
    name, version = soname.lower().split(".so.")
    name = name.replace("libglib-", "libglib")  # The one that does not keep to the rule.
    return f"{name}-{version}" if name[-1].isdigit() else name + version


if __name__ == "__main__":
    guarded(main)
