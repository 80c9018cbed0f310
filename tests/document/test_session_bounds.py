"""What a session may have as a whole is known before memory is taken for it, and nothing is saved beyond it."""

import json
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from digitpad.archives import header
from digitpad.document import session_file
from digitpad.document.session_file import MAX_PAGES, SavedSession, load_session, save_session
from digitpad.drawing import stroke_files
from digitpad.drawing.strokes import Drawing
from digitpad.runs.recipe import KERAS_RECIPE, MAX_BATCHES, Recipe
from tests.archives.archives import describe, npy, write_zip
from tests.document.test_session_file import NO_HIDDEN_RECIPE, make_run
from tests.sentences import refused

MEGABYTE = 1 << 20
HARMLESS_BYTES = 48 * MEGABYTE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lesson.digitpad"


def members_of(path: Path, session: SavedSession) -> dict[str, bytes]:
    save_session(path, session)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def refuse_cheaply(path: Path, said: str) -> None:
    """Expect this sentence, and little memory."""
    tracemalloc.start()
    try:
        with refused(said):
            load_session(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < HARMLESS_BYTES


@pytest.mark.parametrize("piece", [b"[],", b"{},", b"0,", b'"":0,'])
def test_a_header_of_nothing_costs_next_to_nothing(path: Path, piece: bytes) -> None:
    """57 kB of them, packed, took 1.5 GB."""
    text = b"[" + piece * (15 * MEGABYTE // len(piece)) + b"0]"
    if b":" in piece:
        text = b"{" + text[1:-2] + b'"":0}'
    members = members_of(path, SavedSession())
    members["header.npy"] = npy(describe("|u1", (len(text),)), text)
    write_zip(path, members)
    refuse_cheaply(path, "its header has more than 1,500,000 values")


@pytest.mark.parametrize("length", [30 * MEGABYTE, 40 * MEGABYTE])
def test_a_header_longer_than_any(path: Path, length: int) -> None:
    members = members_of(path, SavedSession())
    members["header.npy"] = npy(describe("|u1", (length,)), b" " * length)
    write_zip(path, members)
    refuse_cheaply(path, "more than")


def test_a_few_bytes_cannot_claim_all_that_a_session_may_have(path: Path) -> None:
    """Twenty million losses of nothing, packed into 200 kB, took 0.9 GB."""
    recipe = Recipe(epochs=83, batch_size=1)
    run = make_run(0, recipe, 5, checkpoint=False)
    members = members_of(path, SavedSession(runs=(run,)))
    count = MAX_BATCHES - 20_000
    assert count <= recipe.total_batches
    members["run0_losses.npy"] = npy(describe("<f4", (count,)), bytes(4 * count))
    members["run0_seconds.npy"] = npy(describe("<f8", (count,)), bytes(8 * count))
    write_zip(path, members)
    refuse_cheaply(path, r"would take more than \d\d MB")


@pytest.mark.parametrize(
    ("line", "megabytes", "said"),
    [
        (b"\n", 31, "there are more than 120,000 lines"),
        (b'{"strokes":[[[0,0]]],"label":1}\n', 10, "there are more than 20,000 drawings"),
        (b"[" * 100, 31, "the line is longer than"),
        (b"{}", 40, r"would take more than \d\d MB"),
    ],
    ids=["blank lines", "dots", "one line", "a bomb"],
)
def test_a_class_of_nothing_costs_next_to_nothing(path: Path, line: bytes, megabytes: int, said: str) -> None:
    text = line * (megabytes * MEGABYTE // len(line))
    members = members_of(path, SavedSession())
    write_zip(path, members | {"class.npy": npy(describe("|u1", (len(text),)), text)})
    refuse_cheaply(path, said)


def test_more_losses_than_the_recipe_has_batches(path: Path) -> None:
    members = members_of(path, SavedSession(runs=(make_run(0, NO_HIDDEN_RECIPE, 5, checkpoint=False),)))
    members["run0_losses.npy"] = npy(describe("<f4", (100_000,)), bytes(400_000))
    write_zip(path, members)
    refuse_cheaply(path, "“run0_losses” would take 400,000 bytes, more than the 316")


def test_three_hundred_thousand_members(path: Path) -> None:
    """They took 4 seconds and 200 MB to be listed, and none of them was ever read."""
    save_session(path, SavedSession())
    entry = _entry(b"x" * 20)
    _with_directory(path, entry * 300_000, 300_000)
    refuse_cheaply(path, "it has more than 50,000 arrays")
    save_session(path, SavedSession())
    _with_directory(
        path, _entry(b"x") * 60_000, 60_000
    )  # short names make a short list, but a long one all the same
    refuse_cheaply(path, "it has more than 50,000 arrays")


def _entry(name: bytes) -> bytes:
    """Return a member of nothing, as a zip file lists it."""
    return b"PK\x01\x02" + bytes(24) + len(name).to_bytes(2, "little") + bytes(16) + name


def _with_directory(path: Path, directory: bytes, count: int) -> None:
    """Give an archive another list of members."""
    with zipfile.ZipFile(path) as archive:
        start = archive.start_dir
    end = b"PK\x05\x06" + bytes(4) + 2 * min(count, 0xFFFE).to_bytes(2, "little")
    end += len(directory).to_bytes(4, "little") + start.to_bytes(4, "little") + bytes(2)
    path.write_bytes(path.read_bytes()[:start] + directory + end)


@pytest.mark.parametrize(
    ("bound", "most", "said"),
    [
        ("MAX_RUNS", 1, "would have more than 1 runs"),
        ("MAX_MEMBERS", 9, "would have more than 9 arrays"),
        ("MAX_LOSSES", 100, "would have more than 100 losses"),
        ("MAX_VALUES", 100, "would have more than 100 figures"),
        ("MAX_HEADER_BYTES", 1000, "figures in its header"),
    ],
)
def test_nothing_is_saved_that_could_not_be_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, most: int, said: str
) -> None:
    monkeypatch.setattr(session_file, bound, most)
    runs = tuple(make_run(number, NO_HIDDEN_RECIPE, 79, checkpoint=False) for number in range(2))
    with refused(said + ".*Nothing was saved"):
        save_session(path, SavedSession(runs=runs))
    assert list(path.parent.iterdir()) == []


def test_drawings_that_are_too_many_are_not_saved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stroke_files, "MAX_POINTS_IN_ALL", 3)
    drawing = Drawing.of([[(0, 0), (1, 1)]])
    with refused("cannot be saved to .* all drawings have more than 3 points together"):
        save_session(path, SavedSession(drawings=(drawing, drawing)))
    assert list(path.parent.iterdir()) == []


def test_the_oldest_of_too_many_pages_are_forgotten(path: Path) -> None:
    pages = tuple(Drawing.of([[(0, number)]]) for number in range(MAX_PAGES + 11))
    save_session(path, SavedSession(drawings=pages, page=500))
    loaded = load_session(path)
    assert loaded.drawings == pages[10:]
    assert loaded.drawings[loaded.page] == pages[500]


def _with_recipe(path: Path, change: dict[str, Any], *, of_run: bool) -> None:
    """Save a session, and let a recipe in it be another one."""
    members = members_of(path, SavedSession(runs=(make_run(0, NO_HIDDEN_RECIPE, 5, checkpoint=False),)))
    text = members["header.npy"]
    values = json.loads(text[text.index(b"\n") + 1 :])
    (values["runs"][0] if of_run else values)["recipe"] |= change
    data = json.dumps(values).encode()
    write_zip(path, members | {"header.npy": npy(describe("|u1", (len(data),)), data)})


TOO_LONG = {"epochs": 1000, "batch_size": 1, "data": {"count": 60_000}}


def test_a_run_of_too_many_batches(path: Path) -> None:
    _with_recipe(path, TOO_LONG, of_run=True)
    with refused("This run would have 60,000,000 batches, and 5,000,000 are the most"):
        load_session(path)


def test_a_recipe_of_too_many_batches_that_was_only_being_written(path: Path) -> None:
    """It could be typed once, and no run is to be lost for it."""
    _with_recipe(path, TOO_LONG, of_run=False)
    loaded = load_session(path)
    assert len(loaded.runs) == 1
    assert loaded.recipe == KERAS_RECIPE


def test_the_most_losses_come_back(path: Path) -> None:
    recipe = replace(NO_HIDDEN_RECIPE, epochs=500, batch_size=10)
    run = make_run(0, recipe, 400_000, checkpoint=False)
    save_session(path, SavedSession(runs=(run,)))
    (loaded,) = load_session(path).runs
    np.testing.assert_array_equal(loaded.history.losses, run.history.losses)


def test_the_bounds_go_together() -> None:
    """A session of the most runs, each of the shortest, is within all bounds."""
    assert header.MAX_VALUES >= session_file.MAX_RUNS * 100
    assert session_file.MAX_MEMBERS >= 4 * session_file.MAX_RUNS
