"""Where the files of ``assets/`` lie, in a checkout and in an installed wheel alike."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def asset(name: str) -> Path:
    """Return the path of ``assets/<name>``, whether or not the file is there.

    The wheel carries ``assets/`` inside the package; a checkout has it beside the package.
    """
    installed = _PACKAGE / "assets"
    folder = installed if installed.is_dir() else _PACKAGE.parent / "assets"
    return folder / name
