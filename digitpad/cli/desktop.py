"""``digitpad --install-desktop``: digitpad in the menu of Linux and its kin, and the way out of it again.

Three files in the user's data folder, by freedesktop.org's specifications: nothing of the system's is touched.
"""

import errno
import os
import platform
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from digitpad.archives.writing import check_writable, write_atomically
from digitpad.cli.desktop_entry import entry
from digitpad.errors import DataFileError, UserError
from digitpad.resources import asset

KIND = Path("mime", "packages", "digitpad.xml")
THEME = Path("icons", "hicolor")
ICON = THEME / "scalable" / "apps" / "digitpad.svg"
ENTRY = Path("applications", "digitpad.desktop")
"""Below the data folder; the entry names the other two, so it comes last and goes first."""

OTHER_SYSTEMS = {"Windows": "Windows", "Darwin": "macOS"}
"""Systems with a menu of another kind, by Python's names for them."""
PATIENCE_SECONDS = 60
"""For a desktop's index to be made anew."""


def install() -> list[Path]:
    """Put digitpad into the menu, or bring its entry up to date; return the files. Raises UserError."""
    _check_system()
    _check_found_anywhere()
    home = data_home()
    try:
        contents = {
            home / KIND: asset("desktop/digitpad.xml").read_bytes(),
            home / ICON: asset("icon.svg").read_bytes(),
            home / ENTRY: entry(sys.executable).encode(),
        }
    except OSError as error:
        raise DataFileError("file-unreadable", path=error.filename, reason=str(error.strerror or error)) from error
    for path in contents:  # all of them, before the first is written
        _prepare(path)
    for path, content in contents.items():
        _write(path, content)
    _tell_desktop(home)
    return list(contents)


def remove() -> list[Path]:
    """Take digitpad out of the menu; return the files that were there. Raises UserError.

    Folders stay, as other programs put their files into them too.
    """
    _check_system()
    home = data_home()
    removed = [home / name for name in (ENTRY, ICON, KIND) if _removed(home / name)]
    if removed:
        _tell_desktop(home)
    return removed


def data_home() -> Path:
    """Return the user's data folder, by the Base Directory Specification: a path must be absolute to count."""
    chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
    return chosen if chosen.is_absolute() else Path.home() / ".local" / "share"


def _check_system() -> None:
    system = OTHER_SYSTEMS.get(platform.system())
    if system is not None:
        raise UserError("desktop-other-system", system=system)


def _check_found_anywhere() -> None:
    """Raise UserError if a menu could not start digitpad: found in this folder, or by this shell's path, alone."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-P", "-c", "import digitpad"]
    if subprocess.run(command, env=environment, capture_output=True).returncode:
        raise UserError("desktop-not-installed", path=sys.executable)


def _prepare(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        check_writable(path)
    except OSError as error:
        raise _not_written(path, str(error.strerror or error)) from error
    except DataFileError as error:
        raise _told_anew(path, error) from error


def _write(path: Path, content: bytes) -> None:
    try:
        write_atomically(path, lambda file: file.write(content))
    except DataFileError as error:
        raise _told_anew(path, error) from error


def _told_anew(path: Path, error: DataFileError) -> UserError:
    """Return the same refusal without the advice to choose another file. A read-only one is its own reason."""
    return _not_written(path, str(error.values.get("reason", os.strerror(errno.EACCES))))


def _not_written(path: Path, reason: str) -> UserError:
    return UserError("desktop-not-written", path=path, reason=reason)


def _removed(path: Path) -> bool:
    """Remove a file; say whether there was one."""
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UserError("desktop-not-removed", path=path, reason=str(error.strerror or error)) from error
    return True


def _tell_desktop(home: Path) -> None:
    """Let the desktop notice at once; one that lacks these programs, or where they fail, does so later."""
    with suppress(OSError):
        os.utime(home / THEME)  # by this a theme shows that something in it has changed
    _run("update-mime-database", home / "mime")
    _run("update-desktop-database", home / "applications")
    # An index that was not there before would hide what others put into the theme without making it anew.
    if (home / THEME / "icon-theme.cache").exists():
        _run("gtk-update-icon-cache", "--force", "--ignore-theme-index", home / THEME)


def _run(program: str, *arguments: str | Path) -> None:
    found = shutil.which(program)
    if found is not None:
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                [found, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE_SECONDS,
            )
