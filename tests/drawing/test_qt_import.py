"""PySide6 leaves Python's own import as it is, whatever of digitpad needs Qt first."""

import pytest

from tests.conftest import FreshPython

FIRST = {
    "the window": "import digitpad.ui.application",
    "the program": "from digitpad.cli.ending import load_qt; load_qt(); import digitpad.ui.application",
    "training without a window": "import digitpad.cli.train_command",
    "drawing": "import digitpad.drawing.raster",
}


@pytest.mark.parametrize("first", FIRST)
def test_pythons_own_import_stays(fresh_python: FreshPython, first: str) -> None:
    code = f"import builtins, sys; own = builtins.__import__; {FIRST[first]}"
    process = fresh_python("-c", f"{code}; assert 'PySide6.QtCore' in sys.modules and builtins.__import__ is own")
    assert process.returncode == 0, process.stderr
