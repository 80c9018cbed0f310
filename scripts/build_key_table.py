"""Write README's table of keys anew from the commands themselves.

Usage: python scripts/build_key_table.py [--check]. The table stands between ``<!-- keys -->`` and
``<!-- /keys -->``. ``--check`` changes nothing and exits with 1 if it is not what it would become. Off-screen,
Qt has Windows' keys for Undo, Redo and their like on every system.
"""

import importlib
import os
import sys
import tempfile
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from marked import rebuild

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table, or check it; return the process's exit code."""
    purpose = "Write README's table of keys anew from the commands."
    return rebuild(README, "keys", lambda: table(keys_of_window()), arguments, purpose)


def keys_of_window() -> list[tuple[str, str]]:
    """Return all keys and what they do, of a window that remembers nothing, off the screen."""
    sys.path.insert(0, str(ROOT))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    importlib.import_module("digitpad.app").prepare_process()
    importlib.import_module("digitpad.workspace")  # before Qt is imported by anybody else
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QKeySequence

    from digitpad.ui.application import make_application
    from digitpad.ui.stage.guide import table_of_keys
    from digitpad.ui.stage.main_window import MainWindow
    from digitpad.workspace.keeping.settings import Settings

    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Settings(store))
        rows = table_of_keys(window.actions_, window.views, QKeySequence.SequenceFormat.PortableText)
        window.close()
        window.deleteLater()
        application.processEvents()
    return rows


def table(rows: Sequence[tuple[str, str]]) -> str:
    """Return a Markdown table of the rows, its second half beside the first."""
    half = (len(rows) + 1) // 2
    lines = ["| key | does | key | does |", "| --- | --- | --- | --- |"]
    for left, right in zip_longest(rows[:half], rows[half:], fillvalue=("", "")):
        lines.append("".join(f"| {cell} " if cell else "| " for cell in map(_escaped, (*left, *right))) + "|")
    return "\n".join(lines)


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|")


if __name__ == "__main__":
    raise SystemExit(main())
