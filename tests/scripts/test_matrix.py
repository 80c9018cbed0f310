"""Every view and mode on a school's screens: nothing is cut, large letters fit, and so do all tooltips."""

import os
import subprocess
import sys

import pytest

from tests.conftest import GENEROUS_SECONDS, ROOT

PICTURES = 105
"""Of the stage, tests, a class, the view “Inside”, a training step and experiments, in one scheme."""

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
    matrix.come_to_rest(window)
print(window.workspace.settings.text_size, window.width(), window.height())
window.close()
"""

ON_A_SMALLER_SCREEN = """
import sys
sys.path[:0] = ["scripts", "."]
import matrix
matrix.plug_in(1024, 768, 1)
matrix.make_application()
matrix.speak(sys.argv[1])
settings = matrix.new_settings()
settings.text_size = int(sys.argv[2])
window = matrix.MainWindow(settings)
window.show()
for key in sys.argv[3:]:
    window.area.show_view(key)
matrix.wait(500)  # as long as it may take to notice
matrix.come_to_rest(window)
matrix.wait(2500)
screen = window.screen().availableGeometry()
fits = window.width() <= screen.width() and window.height() <= screen.height()
print(fits, window.font().pixelSize(), settings.text_size)
window.close()
"""


PLANTED = """
import sys
sys.path[:0] = ["scripts", "."]
import matrix
matrix.plug_in(1366, 768, 1)
matrix.make_application()
window = matrix.new_window(matrix.new_settings())
matrix.fill(window)

def untranslated():
    said = {}
    for language in ("en", "vi"):
        matrix.speak(language)
        matrix.wait(400)
        said[language] = matrix.tooltips.tips_of(window)
    return matrix.untranslated(window, said)

print(*untranslated(), sep="\\n")
window.canvas.setToolTip("Draw here, Ben!")
window.sight.place.setToolTip("Ctrl+T")
print("planted")
print(*untranslated(), sep="\\n")
names = ["Ben & 'I'", "Tom <b>B</b>"]
for text in ("5 < 6 & 7", "<p>Tom &lt;b&gt;B&lt;/b&gt;</p><p>bold</p>", "Ben & 'I' draw"):
    print(*matrix.tooltips.surprises(text, names), sep="\\n", end="")
print("surprising")
for text in ("Ben &amp; &#x27;I&#x27;", "Tom <b>B</b> draws", "R &amp; D", "<p>a <img src='x'> b</p>"):
    print(*matrix.tooltips.surprises(text, names), sep="\\n")
print("wide")
print(*matrix.tooltips.too_wide(window, {"word " * 300, "x" * 1000, "short"}), sep="\\n")
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


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize(
    ("percent", "views", "pixels"),
    [(100, [], 13), (125, ["step"], 16), (150, [], 20), (150, ["step"], 16), (200, [], 20)],
)
def test_letters_of_a_larger_screen_give_way_and_stay_remembered(
    language: str, percent: int, views: list[str], pixels: int
) -> None:
    """The window reached out of the screen, with the button that closes it."""
    done = run("-c", ON_A_SMALLER_SCREEN, language, percent, *views)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["True", str(pixels), str(percent)]


def test_a_tooltip_that_is_wrong_is_named() -> None:
    done = run("-c", PLANTED)
    assert done.returncode == 0, done.stderr
    usual, planted = done.stdout.split("planted\n")
    assert usual.strip() == ""
    english, planted = planted.split("surprising\n")
    assert english == "the tooltip “Draw here, Ben!” is not translated\n"
    surprising, wide = planted.split("wide\n")
    assert [line.split("” ")[1].split(" ")[0] for line in surprising.splitlines()] == [
        "does",
        "is",
        "does",
        "is",
        "has",
    ]
    assert wide.count("\n") == 1
    assert wide.startswith("the tooltip “xxx")


# Letters are the same in both schemes: on one screen they are seen to change.
@pytest.mark.parametrize(("screen", "schemes"), [("1024x768", "turns"), ("1366x768", "dark")])
def test_nothing_is_cut_in_any_view_or_mode(screen: str, schemes: str) -> None:
    done = run("scripts/matrix.py", 1, screen, schemes, seconds=6 * GENEROUS_SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr
