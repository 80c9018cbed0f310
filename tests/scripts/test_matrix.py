"""Every view and mode on a school's screens: nothing is cut, large letters fit, and so do all tooltips."""

import os
import subprocess
import sys

import pytest

from tests.conftest import GENEROUS_SECONDS, ROOT

PICTURES = 105
"""Of the stage, tests, a class, the view “Inside”, a training step and experiments, in one scheme."""

BEGUN = """
import sys
sys.path[:0] = ["scripts", "."]
import matrix
from PySide6.QtCore import QCoreApplication, QEvent

def put_away(window):
    \"\"\"Let the next one begin as the first did: alone.\"\"\"
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""

LARGER = """
matrix.plug_in(1366, 768, 1)
matrix.make_application()
for language in ("en", "vi"):
    matrix.speak(language)
    window = matrix.new_window(matrix.new_settings())
    window.resize(1366, 720)
    matrix.fill(window)
    for _ in range(8):
        window.actions_["larger"].trigger()
        matrix.come_to_rest(window)
    print(language, window.workspace.settings.text_size, window.width(), window.height())
    put_away(window)
"""

ON_A_SMALLER_SCREEN = """
matrix.plug_in(1024, 768, 1)
matrix.make_application()
matrix.speak(sys.argv[1])
for percent, *views in ([100], [125, "step"], [150], [150, "step"], [200]):
    settings = matrix.new_settings()
    settings.text_size = percent
    window = matrix.MainWindow(settings)
    window.show()
    for key in views:
        window.area.show_view(key)
    matrix.wait(500)  # as long as it may take to notice
    matrix.come_to_rest(window)
    matrix.wait(2500)
    screen = window.screen().availableGeometry()
    fits = window.width() <= screen.width() and window.height() <= screen.height()
    print(percent, *views, window.font().pixelSize(), fits, settings.text_size)
    put_away(window)
"""

PLANTED = """
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


def test_on_a_school_projector_letters_grow_as_far_as_the_window_fits() -> None:
    done = run("-c", BEGUN + LARGER)
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    assert [language for language, *_ in lines] == ["en", "vi"]
    for language, *numbers in lines:
        percent, width, height = map(int, numbers)
        assert percent >= 150, language
        assert width <= 1366, language
        assert height <= 768, language


@pytest.mark.parametrize("language", ["en", "vi"])
def test_letters_of_a_larger_screen_give_way_and_stay_remembered(language: str) -> None:
    """The window reached out of the screen, with the button that closes it."""
    done = run("-c", BEGUN + ON_A_SMALLER_SCREEN, language)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [  # per cent, a view, pixels of letters, fits, per cent that are remembered
        "100 13 True 100",
        "125 step 16 True 125",
        "150 20 True 150",
        "150 step 16 True 150",
        "200 20 True 200",
    ]


def test_a_tooltip_that_is_wrong_is_named() -> None:
    done = run("-c", BEGUN + PLANTED)
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
