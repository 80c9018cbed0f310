"""Files of drawings: what was written is read again, and nothing else than drawings is ever read."""

import gzip
import json
import math
import os
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digitpad.drawing import stroke_files, stroke_lines
from digitpad.drawing.stroke_files import (
    LabelledDrawing,
    decode_drawings,
    encode_drawings,
    read_drawings,
    write_drawings,
)
from digitpad.drawing.strokes import Drawing
from digitpad.errors import DataFileError
from tests.conftest import ROOT, FreshPython
from tests.sentences import refused, told

SPLIT = "Nothing was loaded; split the file into smaller ones."
LINE = '{"label": 7, "strokes": [[[0, 0.5], [1, 2]], [[-3, 4]]], "source": "a teacher"}'
VERSION_1 = ROOT / "tests" / "files" / "version1"
HEADER = '{"format": "digitpad drawings", "version": 2}'
SEVEN = LabelledDrawing(Drawing.of([[(0, 0.5), (1, 2)], [(-3, 4)]]), 7, "a teacher")

coordinates = st.floats(-1e9, 1e9)
drawings = st.builds(
    LabelledDrawing,
    st.lists(st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=5), min_size=1, max_size=4).map(
        Drawing.of
    ),
    st.none() | st.integers(0, 9),
    st.text(max_size=20),
    st.none() | st.integers(1, 10_000),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "drawings.jsonl"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the examples of a property may share: each overwrites the last one's file."""
    return tmp_path_factory.mktemp("drawings")


def refusal(path: Path) -> str:
    with pytest.raises(DataFileError) as caught:
        read_drawings(path)
    return told(caught.value)


def reason(path: Path, line: str) -> str:
    """Return why ``line``, the second of a file whose others are fine, is refused."""
    path.write_text(f"{LINE}\n{line}\n{LINE}\n", encoding="utf-8")
    start, end = f"{path}, line 2: ", ". Nothing was loaded."
    message = refusal(path)
    assert message.startswith(start)
    assert message.endswith(end)
    return message.removeprefix(start).removesuffix(end)


class TestRoundTrip:
    @pytest.mark.parametrize("name", ["drawings.jsonl", "drawings.jsonl.gz"])
    def test_what_was_written_is_read(self, folder: Path, name: str) -> None:
        path = folder / name

        @given(st.lists(drawings, max_size=4))
        @example([LabelledDrawing(Drawing.of([[(0.1 + 0.2, -1e9)]]), 0, '“é”\n\u2028"\ud800', 10_000)])
        def check(written: list[LabelledDrawing]) -> None:
            write_drawings(path, written)
            assert read_drawings(path) == written

        check()

    def test_the_format_is_the_documented_one(self, path: Path) -> None:
        write_drawings(path, [SEVEN, LabelledDrawing(Drawing.of([[(1, 1)]]), pen=12)])
        text = path.read_text()
        assert text.endswith("\n")
        assert [json.loads(line) for line in text.splitlines()] == [
            json.loads(HEADER),
            json.loads(LINE),
            {"strokes": [[[1, 1]]], "pen": 12},
        ]

    def test_gz_in_the_name_packs(self, path: Path) -> None:
        packed = path.with_name("drawings.jsonl.gz")
        write_drawings(path, [SEVEN])
        write_drawings(packed, [SEVEN])
        assert gzip.decompress(packed.read_bytes()) == path.read_bytes()
        before = packed.read_bytes()
        write_drawings(packed, [SEVEN])
        assert packed.read_bytes() == before

    def test_any_iterable_of_drawings(self, path: Path) -> None:
        write_drawings(path, (SEVEN for _ in range(3)))
        assert read_drawings(path) == [SEVEN] * 3

    @pytest.mark.parametrize(
        "unreadable",
        [
            LabelledDrawing(Drawing(), 3),
            LabelledDrawing(SEVEN.drawing, 10),
            LabelledDrawing(SEVEN.drawing, -1),
            LabelledDrawing(SEVEN.drawing, True),
            LabelledDrawing(SEVEN.drawing, 7, pen=0),
            LabelledDrawing(SEVEN.drawing, 7, pen=10_001),
        ],
        ids=["empty", "10", "-1", "true", "pen 0", "pen 10,001"],
    )
    def test_what_could_not_be_read_again_is_not_written(self, path: Path, unreadable: LabelledDrawing) -> None:
        path.write_text("old")
        with pytest.raises(ValueError):
            write_drawings(path, [SEVEN, unreadable])
        assert path.read_text() == "old"
        assert list(path.parent.iterdir()) == [path]


class TestReading:
    def test_an_example(self, path: Path) -> None:
        path.write_text(LINE)
        (found,) = read_drawings(path)
        assert (found.label, found.source) == (7, "a teacher")
        assert [stroke.tolist() for stroke in found.drawing.strokes] == [[[0, 0.5], [1, 2]], [[-3, 4]]]

    @pytest.mark.parametrize(
        "line",
        ['{"strokes": [[[1, 2]]]}', '{"strokes": [[[1, 2]]], "label": null}', '{"strokes": [[[1.0, 2e0]]]}'],
    )
    def test_label_and_source_may_be_missing(self, path: Path, line: str) -> None:
        path.write_text(line)
        assert read_drawings(path) == [LabelledDrawing(Drawing.of([[(1, 2)]]), None, "")]

    def test_blank_lines_are_skipped_but_counted(self, path: Path) -> None:
        path.write_text(f"\n{LINE}\n\r\n \t\n{LINE}\n\n")
        assert read_drawings(path) == [SEVEN, SEVEN]
        path.write_text(f"\n{LINE}\n\nwrong\n")
        assert refusal(path).startswith(f"{path}, line 4: ")

    @pytest.mark.parametrize("content", [b"", b"\n\n", gzip.compress(b"", mtime=0)])
    def test_an_empty_file_holds_no_drawings(self, path: Path, content: bytes) -> None:
        path.write_bytes(content)
        assert read_drawings(path) == []

    def test_gzip_is_known_by_the_content(self, tmp_path: Path) -> None:
        packed, plain = tmp_path / "packed.jsonl", tmp_path / "plain.jsonl.gz"
        packed.write_bytes(gzip.compress(LINE.encode()))
        plain.write_text(LINE)
        assert read_drawings(packed) == read_drawings(plain) == [SEVEN]

    def test_a_pen_may_be_given(self, path: Path) -> None:
        path.write_text('{"strokes": [[[1, 2]]], "pen": 3}\n{"strokes": [[[1, 2]]], "pen": null}')
        assert [entry.pen for entry in read_drawings(path)] == [3, None]

    def test_files_put_one_after_the_other_are_a_file(self, path: Path) -> None:
        path.write_text(f"{HEADER}\n{LINE}\n{HEADER}\n{LINE}\n")
        assert read_drawings(path) == [SEVEN, SEVEN]

    @pytest.mark.parametrize("header", ["", HEADER, HEADER.replace("2", "1")])
    def test_a_part_of_another_file_may_have_a_header(self, path: Path, header: str) -> None:
        assert decode_drawings(f"{header}\n{LINE}\n".encode(), path) == [SEVEN]
        assert decode_drawings(encode_drawings([SEVEN], path), path) == [SEVEN]

    def test_several_gzip_members_are_one_file(self, path: Path) -> None:
        path.write_bytes(gzip.compress(f"{LINE}\n".encode()) + gzip.compress(LINE.encode()))
        assert read_drawings(path) == [SEVEN, SEVEN]


HUGE_NUMBERS = ["1" + "0" * zeros for zeros in (10, 308, 309, 400, 4000)]


class TestRefusals:
    @pytest.mark.parametrize("line", ["{", "7 7", "{'strokes': []}", "\x00", '"' + "\ufffd", "1" * 5000])
    def test_no_json(self, path: Path, line: str) -> None:
        assert reason(path, line) == "it is not JSON, as each line of saved drawings is"

    def test_bytes_that_are_no_text(self, path: Path) -> None:
        path.write_bytes(b'{"strokes": [[[1, 2]]], "source": "\xff\xfe\xfa"}')
        why = "it is not JSON, as each line of saved drawings is"
        assert refusal(path) == f"{path}, line 1: {why}. Nothing was loaded."

    @pytest.mark.parametrize("line", ["[]", "7", "null", '"strokes"', '{"label": 7}', "{}"])
    def test_no_drawing(self, path: Path, line: str) -> None:
        assert reason(path, line) == "it is no object with “strokes”"

    def test_an_unknown_entry_is_named(self, path: Path) -> None:
        line = '{"strokes": [[[1, 2]]], "pressure": [], "colour": 1}'
        assert reason(path, line) == "it has the unknown entry “colour”"

    @pytest.mark.parametrize("label", ["10", "-1", "true", "false", '"7"', "7.0", "[7]", "NaN", *HUGE_NUMBERS])
    def test_labels(self, path: Path, label: str) -> None:
        line = f'{{"strokes": [[[1, 2]]], "label": {label}}}'
        assert reason(path, line) == "its label is no whole number from 0 to 9"

    @pytest.mark.parametrize("pen", ["0", "10001", "-1", "true", '"7"', "7.0", "[7]", "NaN", *HUGE_NUMBERS])
    def test_pens(self, path: Path, pen: str) -> None:
        line = f'{{"strokes": [[[1, 2]], [[3, 4]]], "pen": {pen}}}'
        assert reason(path, line) == "its pen is no whole number from 1 to 10,000"

    @pytest.mark.parametrize("source", ["null", "7", "[]", "{}"])
    def test_sources(self, path: Path, source: str) -> None:
        assert reason(path, f'{{"strokes": [[[1, 2]]], "source": {source}}}') == "its source is no text"

    @pytest.mark.parametrize("strokes", ["[]", "{}", "null", "7", '"[[1, 2]]"'])
    def test_strokes(self, path: Path, strokes: str) -> None:
        assert reason(path, f'{{"strokes": {strokes}}}') == "its strokes are no list, or there is none"

    @pytest.mark.parametrize("stroke", ["[]", "{}", "null", "7", '"ab"'])
    def test_a_stroke(self, path: Path, stroke: str) -> None:
        found = reason(path, f'{{"strokes": [[[1, 2]], {stroke}]}}')
        assert found == "a stroke is no list of points, or there is none in it"

    @pytest.mark.parametrize(
        "point",
        [
            *("[]", "[1]", "[1, 2, 3]", "7", "null", '"12"', '{"x": 1, "y": 2}', '["1", 2]', "[1, null]"),
            *(
                "[[1], [2]]",
                "[true, 2]",
                "[1, false]",
                "[NaN, 2]",
                "[1, Infinity]",
                "[-Infinity, 2]",
                "[1e999, 2]",
            ),
        ],
    )
    def test_a_point(self, path: Path, point: str) -> None:
        assert reason(path, f'{{"strokes": [[[1, 2], {point}]]}}') == "a point is not [x, y] with two numbers"

    @pytest.mark.parametrize("sign", ["", "-"])
    @pytest.mark.parametrize("number", ["1e10", "1e308", *HUGE_NUMBERS])
    def test_numbers_too_large_for_a_drawing(self, path: Path, sign: str, number: str) -> None:
        found = reason(path, f'{{"strokes": [[[1, {sign}{number}]]]}}')
        # Beyond float64 it is no number at all.
        beyond = len(number) > 309
        assert found == (
            "a point is not [x, y] with two numbers"
            if beyond
            else "a stroke's points must be numbers within ±1e+9"
        )

    @pytest.mark.parametrize("opening", ["[", '{"strokes":', '{"strokes": [[['])
    def test_nested_too_deeply(self, path: Path, opening: str) -> None:
        assert reason(path, opening * 100_000) == "it is nested too deeply"

    def test_a_missing_file(self, path: Path) -> None:
        assert refusal(path) == f"{path} was not found. Choose a file of drawings that exists."

    def test_a_folder(self, tmp_path: Path) -> None:
        assert refusal(tmp_path).startswith(f"{tmp_path} could not be read: ")

    def test_gzip_cut_short_or_damaged(self, path: Path) -> None:
        packed = gzip.compress(LINE.encode(), mtime=0)
        checksum_wrong = packed[:-8] + bytes([packed[-8] ^ 1]) + packed[-7:]
        for damaged in (packed[:-1], packed[:15], packed[:2], checksum_wrong, packed + b"more"):
            path.write_bytes(damaged)
            assert refusal(path) == f"{path} is damaged or cut short; make the file anew or use a copy."


class TestHeader:
    def test_a_newer_version(self, path: Path) -> None:
        path.write_text('{"format": "digitpad drawings", "version": 3, "and": "more"}\n')
        assert refusal(path) == (
            f"{path} is of format version 3; this digitpad reads versions up to 2. Open it with the digitpad that "
            "saved it, or install a newer one."
        )

    @pytest.mark.parametrize("kind", ["digitpad session", "", 7, None, ["digitpad drawings"]])
    def test_another_format(self, path: Path, kind: object) -> None:
        path.write_text(f"{json.dumps({'format': kind, 'version': 2})}\n{LINE}\n")
        assert refusal(path) == f"{path} is not a file of drawings. Nothing was loaded."

    @pytest.mark.parametrize("version", ["0", "-2", "true", "2.0", '"2"', "null", "[]"])
    def test_a_version_that_makes_no_sense(self, path: Path, version: str) -> None:
        path.write_text(f'{{"format": "digitpad drawings", "version": {version}}}\n{LINE}\n')
        assert "its format version makes no sense" in refusal(path)
        path.write_text(f'{{"format": "digitpad drawings"}}\n{LINE}\n')
        assert "its format version makes no sense" in refusal(path)

    def test_an_unknown_entry(self, path: Path) -> None:
        path.write_text('{"format": "digitpad drawings", "version": 2, "unit": "cm"}\n')
        assert "its header has the unknown entry “unit”" in refusal(path)

    def test_files_of_version_1_open_for_ever(self) -> None:
        three, one = read_drawings(VERSION_1 / "drawings.jsonl")
        assert (three.label, three.source, three.pen) == (3, "an example", None)
        assert (one.label, one.source, one.pen) == (None, "", None)
        assert [stroke.shape for stroke in three.drawing.strokes] == [(40, 2)]
        assert three.drawing.strokes[0][0].tolist() == [0.31964918067425463, 0.31211717993440635]
        assert three.drawing.strokes[0][-1].tolist() == [0.2914584020506774, 0.6813030214988504]
        assert [stroke.shape for stroke in one.drawing.strokes] == [(13, 2)]
        assert one.drawing.strokes[0][0].tolist() == [0.31, 0.25]

    def test_packed_files_of_version_1_open_for_ever(self) -> None:
        (zero,) = read_drawings(VERSION_1 / "drawings.jsonl.gz")
        assert (zero.label, zero.source, zero.pen) == (0, "", None)
        assert [stroke.shape for stroke in zero.drawing.strokes] == [(32, 2)]
        assert zero.drawing.strokes[0][0].tolist() == [0.5329931537567167, 0.2242538291565817]
        assert zero.drawing.strokes[0][-1].tolist() == [0.5649838272318771, 0.23688606617994562]


A_THOUSAND = json.dumps({"strokes": [[[number / 7, number / 11] for number in range(1000)]]}).encode() + b"\n"
WORST: dict[str, Callable[[], bytes]] = {
    "points": lambda: A_THOUSAND * 1000,
    "drawings": lambda: b'{"strokes":[[[0.5,0.25]]],"label":7,"pen":3}\n' * 100_000,
    "strokes": lambda: (b'{"strokes":[' + b",".join([b"[[0.5,0.25]]"] * 1000) + b"]}\n") * 250,
    "headers": lambda: HEADER.encode() + (b"\n" + HEADER.encode()) * 119_999,
    "letters": lambda: ('{"strokes":[[[1,2]]],"source":"😀' + "a" * 900_000 + '"}\n').encode() * 5,
    "blank": lambda: (b" " * ((8 << 20) - 1) + b"\n") * 8,
}

COST = """
import sys
from contextlib import suppress
from pathlib import Path
from digitpad.drawing.stroke_files import read_drawings
from digitpad.errors import DataFileError
with suppress(DataFileError):
    read_drawings(Path(sys.argv[1]))
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(int(status["VmHWM"].split()[0]) / 1024)
"""


class TestLimits:
    def test_bytes_of_a_line(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(stroke_files, "MAX_LINE_BYTES", len(LINE) + 1)
        path.write_text(f"{LINE}\n{LINE}\n")
        assert read_drawings(path) == [SEVEN, SEVEN]
        path.write_text(f"{LINE}\n {LINE}\n")
        assert refusal(path) == (
            f"{path}, line 2: the line is longer than {len(LINE) + 1} bytes. Nothing was loaded."
        )

    def test_drawings(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(stroke_files, "MAX_DRAWINGS", 3)
        path.write_text(f"{LINE}\n" * 3 + "\n")
        assert len(read_drawings(path)) == 3
        path.write_text(f"{LINE}\n" * 4)
        assert refusal(path) == f"{path}, line 4: there are more than 3 drawings. {SPLIT}"

    def test_strokes(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(stroke_lines, "MAX_STROKES", 2)
        assert reason(path, '{"strokes": [[[1, 2]], [[1, 2]], [[1, 2]]]}') == "it has more than 2 strokes"
        path.write_text(LINE)
        assert read_drawings(path) == [SEVEN]

    def test_points_of_all_strokes_together(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(stroke_lines, "MAX_POINTS", 3)
        found = reason(path, '{"strokes": [[[1, 2], [3, 4]], [[1, 2], [3, 4]]]}')
        assert found == "it has more than 3 points"
        path.write_text(LINE)
        assert read_drawings(path) == [SEVEN]

    def test_bytes_and_lines_of_the_file(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(stroke_files, "MAX_BYTES", 3 * len(LINE) + 2)
        monkeypatch.setattr(stroke_files, "MAX_LINES", 10)
        path.write_text(f"{LINE}\n{LINE}\n{LINE}")
        assert len(read_drawings(path)) == 3
        path.write_text(f"{LINE}\n{LINE}\n{LINE}\n")
        assert "line 3: the file holds more than" in refusal(path)
        path.write_text("\n" * 10)
        assert read_drawings(path) == []
        path.write_bytes(gzip.compress(b"\n" * 11))
        assert refusal(path) == f"{path}, line 11: there are more than 10 lines. {SPLIT}"

    @pytest.mark.parametrize(
        ("bound", "most", "said"),
        [
            ("MAX_POINTS_IN_ALL", 8, "all drawings have more than 8 points together"),
            ("MAX_STROKES_IN_ALL", 5, "all drawings have more than 5 strokes together"),
            ("MAX_LETTERS_IN_ALL", 26, "all sources have more than 26 letters together"),
            ("MAX_DRAWINGS", 2, "there are more than 2 drawings"),
        ],
    )
    def test_all_drawings_together(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, most: int, said: str
    ) -> None:
        monkeypatch.setattr(stroke_files, bound, most)
        path.write_text(f"{LINE}\n" * 2)
        two = read_drawings(path)
        path.write_text(f"{LINE}\n" * 3)
        assert refusal(path) == f"{path}, line 3: {said}. {SPLIT}"
        before = path.read_bytes()
        with refused(f"The drawings cannot be saved to .*: {said}. Nothing was saved"):
            write_drawings(path, [*two, SEVEN])
        assert path.read_bytes() == before
        write_drawings(path, two)

    def test_bytes_that_could_not_be_read_again_are_not_written(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(stroke_files, "MAX_BYTES", 100)
        with refused("the file holds more than 100 bytes"):
            write_drawings(path, [SEVEN])

    def test_values_of_a_line(self, path: Path) -> None:
        assert reason(path, '{"strokes": [' + "[]," * 300_000 + "[]]}") == "it has more than 500,000 values"

    def test_many_packed_files_of_nothing(self, path: Path) -> None:
        """Three million of them are 60 MB, and took a minute."""
        path.write_bytes(gzip.compress(b"", mtime=0) * 900 + gzip.compress(LINE.encode()))
        assert read_drawings(path) == [SEVEN]
        path.write_bytes(gzip.compress(b"", mtime=0) * 1001)
        assert refusal(path).startswith(f"{path} is damaged")

    def test_zeros_behind_what_is_packed(self, path: Path) -> None:
        path.write_bytes(
            gzip.compress(f"{LINE}\n".encode()) + bytes(100_000) + gzip.compress(LINE.encode()) + bytes(9)
        )
        assert read_drawings(path) == [SEVEN, SEVEN]

    def test_packed_bytes_without_end_that_come_to_nothing(self, path: Path) -> None:
        with path.open("wb") as file:
            file.write(gzip.compress(LINE.encode()))
            file.truncate(10 << 30)  # a hole: it takes no room on the disk
        assert refusal(path).startswith(f"{path} is damaged")

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory a process had at most")
    @pytest.mark.parametrize("name", WORST)
    def test_the_worst_files(self, path: Path, fresh_python: FreshPython, name: str) -> None:
        path.write_bytes(gzip.compress(WORST[name](), compresslevel=1))
        process = fresh_python("-c", COST, path)
        assert process.returncode == 0, process.stderr
        assert float(process.stdout) < 300  # what it takes of time the fuzzer measures

    def test_the_largest_drawing_there_may_be_can_be_read_again(self, path: Path) -> None:
        points = -np.random.default_rng(0).random((stroke_lines.MAX_POINTS, 2)) * 1e-5  # 24 letters a number
        drawing = Drawing.of([points])
        write_drawings(path, [LabelledDrawing(drawing)])
        assert [entry.drawing for entry in read_drawings(path)] == [drawing]

    def test_a_gzip_bomb_costs_no_memory(self, path: Path) -> None:
        path.write_bytes(gzip.compress(b" " * (64 << 20), compresslevel=1))
        tracemalloc.start()
        try:
            message = refusal(path)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert "line 1: the line is longer than 8,388,608 bytes" in message
        assert peak < 4 * stroke_files.MAX_LINE_BYTES


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=8,
)
almost_drawings = st.fixed_dictionaries(
    {"strokes": json_values | st.lists(st.lists(st.lists(json_values, max_size=3), max_size=2), max_size=2)},
    optional={"label": json_values, "source": json_values},
)
VALID = f"{LINE}\n\n{LINE}\n".encode()
PACKED = gzip.compress(VALID, mtime=0)


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """``whole`` with a piece of it replaced by other bytes, or cut off there."""
    start = draw(st.integers(0, len(whole)))
    end = draw(st.integers(start, min(len(whole), start + 4)) | st.just(len(whole)))
    return whole[:start] + draw(st.binary(max_size=4)) + whole[end:]


class TestNoBytesMakeItCrash:
    @given(
        st.binary(max_size=200)
        | st.binary(max_size=50).map(lambda end: b"\x1f\x8b\x08" + end)
        | st.binary(max_size=200).map(gzip.compress)
        | st.text(alphabet='{}[]",:0123456789.eE+-truefalsnNI \n', max_size=60).map(str.encode)
        | almost_drawings.map(lambda value: json.dumps(value).encode())
        | damaged(VALID)
        | damaged(PACKED)
    )
    def test_drawings_or_a_sentence(self, folder: Path, content: bytes) -> None:
        path = folder / "anything"
        path.write_bytes(content)
        try:
            found = read_drawings(path)
        except DataFileError as error:
            found, message = [], told(error)
        else:
            message = f"{path}."
        assert message.startswith(str(path))
        assert message.endswith(".")
        for entry in found:
            assert entry.label is None or 0 <= entry.label <= 9
            assert entry.drawing
            assert all(math.isfinite(edge) for edge in entry.drawing.box())


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from digitpad.errors import DataFileError
from digitpad.drawing.stroke_files import LabelledDrawing, write_drawings
from digitpad.drawing.strokes import Drawing
from digitpad.workspace.wording.sentences import sentence
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
drawing = LabelledDrawing(Drawing.of([[(i, i) for i in range(1000)]]))
try:
    write_drawings(Path(sys.argv[1]), [drawing])
except DataFileError as error:
    print(sentence(error))
"""


class TestADiskThatRefuses:
    @pytest.mark.skipif(os.name != "posix", reason="file sizes are limited another way elsewhere")
    def test_the_old_file_stays_whole(self, path: Path, fresh_python: FreshPython) -> None:
        write_drawings(path, [SEVEN])
        process = fresh_python("-c", FULL_DISK, path)
        assert process.returncode == 0, process.stderr
        assert process.stdout.startswith(f"{path} could not be saved: ")
        assert read_drawings(path) == [SEVEN]
        assert list(path.parent.iterdir()) == [path]

    def test_a_folder_that_does_not_exist_or_is_a_file(self, path: Path) -> None:
        path.write_text("old")
        for target in (path.parent / "nowhere" / "drawings.jsonl", path / "drawings.jsonl"):
            with refused("could not be saved"):
                write_drawings(target, [SEVEN])
        assert path.read_text() == "old"
        assert list(path.parent.iterdir()) == [path]

    @pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may write everywhere")
    def test_a_folder_that_must_not_be_written(self, path: Path) -> None:
        write_drawings(path, [SEVEN])
        path.parent.chmod(0o500)
        try:
            with refused("could not be saved"):
                write_drawings(path, [])
        finally:
            path.parent.chmod(0o700)
        assert read_drawings(path) == [SEVEN]
