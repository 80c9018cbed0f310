"""README's table of keys is what the commands make of it."""

import importlib
from types import ModuleType

import pytest

from tests.conftest import ROOT, FreshPython


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("build_key_table")


def test_readme_has_the_keys_of_the_commands(fresh_python: FreshPython) -> None:
    process = fresh_python(ROOT / "scripts" / "build_key_table.py", "--check")
    assert process.returncode == 0, process.stderr


def test_its_second_half_stands_beside_the_first(script: ModuleType) -> None:
    assert script.table([("F1", "Guide"), ("Ctrl+Z", "Undo"), ("|", "a | b")]) == (
        "| key | does | key | does |\n"
        "| --- | --- | --- | --- |\n"
        "| F1 | Guide | \\| | a \\| b |\n"
        "| Ctrl+Z | Undo | | |"
    )
