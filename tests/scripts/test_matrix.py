"""Every view and mode on a school's screens: nothing is cut, the last row can read it, large letters fit."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import GENEROUS_SECONDS, ROOT

PICTURES = 60
"""Twenty of the stage and forty of a training step, which a busy machine takes minutes for."""

LARGER = """
import sys
sys.path[:0] = ["scripts", "."]
import matrix
matrix.plug_in(1366, 768, 1)
matrix.make_application()
matrix.speak(sys.argv[1])
window = matrix.new_window(matrix.new_settings())
window.resize(1366, 720)
matrix.fill(window)
for _ in range(8):
    window.actions_["larger"].trigger()
    matrix.wait(matrix.SETTLING_MS)
print(window.workspace.settings.text_size, window.width(), window.height())
window.close()
"""


def run(*arguments: object, seconds: float = GENEROUS_SECONDS) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds,
    )


@pytest.mark.parametrize("language", ["en", "vi"])
def test_on_a_school_projector_letters_grow_as_far_as_the_window_fits(language: str) -> None:
    done = run("-c", LARGER, language)
    assert done.returncode == 0, done.stderr
    percent, width, height = map(int, done.stdout.split())
    assert percent >= 150
    assert width <= 1366
    assert height <= 768


@pytest.mark.parametrize("screen", ["1024x768", "1366x768"])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_nothing_is_cut_in_any_view_or_mode(tmp_path: Path, language: str, screen: str) -> None:
    done = run("scripts/matrix.py", tmp_path, language, 1, screen, seconds=4 * GENEROUS_SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list(tmp_path.glob("*.png"))) >= PICTURES
