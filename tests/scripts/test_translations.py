"""What is translated is what the code says now; English has its plural forms, Vietnamese every text."""

import re
import runpy
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from digitpad.resources import asset
from digitpad.ui.stage.actions import MENUS
from digitpad.workspace.commands.of_training import PAUSE, RESUME
from digitpad.workspace.commands.table import COMMANDS
from tests.conftest import ROOT, FreshPython

SCRIPT = ROOT / "scripts" / "build_translations.py"
NAMESPACE = runpy.run_path(str(SCRIPT))

UNFINISHED = """<message numerus="yes">
        <source>{source}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>"""


def plurals(ts: Path) -> list[tuple[str, str]]:
    """Return context and text of all messages with plural forms."""
    return [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(ts).iter("context")
        for message in context.iter("message")
        if message.get("numerus") == "yes"
    ]


def test_files_are_what_the_code_makes_of_them(fresh_python: FreshPython) -> None:
    process = fresh_python(SCRIPT, "--check")
    assert process.returncode == 0, process.stderr


def test_english_knows_one_and_many() -> None:
    folder = asset("translations")
    translator = QTranslator()
    assert translator.load(str(folder / "digitpad_en.qm"))
    texts = plurals(folder / "digitpad_en.ts")
    assert texts
    for context, text in texts:
        one, many = (translator.translate(context, text, "", count) for count in (1, 2))
        assert "(s)" not in one + many
        assert one
        assert one != many


def test_forms_are_filled_in_and_those_by_hand_are_kept() -> None:
    with_plurals = NAMESPACE["with_plurals"]
    filled = with_plurals(UNFINISHED.format(source="%n update(s) of it"))
    assert "<numerusform>%n update of it</numerusform>" in filled
    assert "<numerusform>%n updates of it</numerusform>" in filled
    assert "unfinished" not in filled
    by_hand = filled.replace("update of it", "new weight").replace("updates of it", "new weights")
    assert with_plurals(by_hand) == by_hand


@pytest.mark.parametrize("source", ["%n child(ren)", "%n run(s) of %1 epoch(s)"])
def test_forms_that_no_rule_makes_are_left_to_a_person(source: str) -> None:
    message = UNFINISHED.format(source=source)
    assert NAMESPACE["with_plurals"](message) == message


def test_a_text_that_was_changed_is_noticed(tmp_path: Path) -> None:
    script = runpy.run_path(str(SCRIPT))
    script["main"].__globals__["FOLDER"] = tmp_path
    assert script["main"](["--check"]) == 1
    ts = tmp_path / "digitpad_en.ts"
    shutil.copy(asset("translations") / ts.name, ts)  # forms that somebody wrote by hand can be made by no rule
    assert script["main"]([]) == 0
    assert script["main"](["--check"]) == 0
    ts.write_text(ts.read_text("utf-8").replace("<source>", "<source>Once there were ", 1), "utf-8")
    assert script["main"](["--check"]) == 1
    assert "Once there were" in ts.read_text("utf-8")


def test_of_one_thing_no_verb_says_that_it_is_several() -> None:
    forms = ElementTree.parse(asset("translations") / "digitpad_en.ts").iter("translation")
    ones = [found.findtext("numerusform", "") for found in forms]
    assert len(ones) > 50
    assert [one for one in ones if re.search(r"%Ln (\w+ )*\w+ (are|were|have|do)\b", one)] == []


def vietnamese() -> dict[tuple[str, str], str]:
    """Return the Vietnamese of each text, by context and text."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): (
            message.findtext("translation", "").strip() or message.findtext("translation/numerusform", "")
        )
        for context in ElementTree.parse(asset("translations") / "digitpad_vi.ts").iter("context")
        for message in context.iter("message")
    }


def test_vietnamese_keeps_placeholders_and_tags() -> None:
    part = re.compile(r"\{\w*\}|%Ln|%\d|</?\w+>")
    for (context, english), text in vietnamese().items():
        assert text, (context, english)
        assert sorted(part.findall(text)) == sorted(part.findall(english)), (context, english)


def test_no_vietnamese_menu_has_a_letter_twice() -> None:
    texts = vietnamese()
    views = ["&Probability history", "&Logarithmic loss axis"]
    for menu, groups in MENUS:
        names = [name for group in groups for name in group]
        shown = [texts["Commands", COMMANDS[name].text] for name in names]
        shown += [texts["Commands", text] for text in (PAUSE, RESUME) if menu == "train"]
        shown += [texts["LossView", text] for text in views if menu == "view"]
        letters = [letter.upper() for text in shown for letter in re.findall("&([A-Za-z])", text)]
        assert len(letters) == len(shown), menu
        assert len(set(letters)) == len(letters), menu


def test_a_text_that_nobody_translated_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = runpy.run_path(str(SCRIPT))
    script["main"].__globals__["FOLDER"] = tmp_path
    (tmp_path / "digitpad_vi.ts").write_text('<!DOCTYPE TS><TS version="2.1" language="vi"></TS>', "utf-8")
    assert script["main"]([]) == 1
    assert script["main"](["--check"]) == 1
    assert "“Draw a digit here” in digitpad_vi.ts" in capsys.readouterr().err
