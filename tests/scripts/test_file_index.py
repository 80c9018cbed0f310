"""CONTRIBUTING's index names each file, as that speaks of itself."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("build_file_index")


def test_the_guide_has_all_files(script: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(["--check"]) == 0, capsys.readouterr().err
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for name in script.INDEXED:
        for path in (ROOT / name).rglob("*.py"):
            assert path.name == "__init__.py" or f"\n- `{path.name}`: " in guide, path


def test_a_line_is_the_first_sentence_below_what_its_folder_says(script: ModuleType, tmp_path: Path) -> None:
    room = tmp_path / "house" / "room"
    room.mkdir(parents=True)
    (tmp_path / "house" / "app.py").write_text('"""Opens\nthe ``door``. And more."""\n', "utf-8")
    (room / "__init__.py").write_text('"""A room.\n\nWith a paragraph."""\n', "utf-8")
    (room / "silent.py").write_text("x = 1\n", "utf-8")
    assert list(script.index([tmp_path / "house"])) == [
        "\n**house/**\n",
        "- `app.py`: Opens the `door`.",
        "\n**house/room/**: A room.\n",
        "- `silent.py`: ",
    ]
