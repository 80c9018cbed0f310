"""The header of digitpad's own files: kinds and versions are told apart, older files get defaults."""

from pathlib import Path

import pytest

from digitpad.archives.header import REQUIRED, decode_header, encode_header, fields
from digitpad.errors import Word
from tests.sentences import refused

PATH = Path("some.file")
WHAT = Word("session")


def decode(data: bytes) -> tuple[int, dict[str, object]]:
    return decode_header(data, PATH, kind="things", newest=3, what=WHAT)


@pytest.mark.parametrize("version", [1, 2, 3])
def test_what_was_written_is_read(version: int) -> None:
    assert decode(encode_header("things", version, {"a": [1, 2]}).tobytes()) == (version, {"a": [1, 2]})


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'"things"', b"{}", b"[" * 100_000, b"\xff\xfe"])
def test_anything_else_is_a_sentence(data: bytes) -> None:
    with refused(r"some\.file is not a session saved by digitpad"):
        decode(data)


def test_another_kind_and_a_newer_version() -> None:
    with refused("is not a session saved by digitpad"):
        decode(encode_header("others", 3, {}).tobytes())
    with refused("format version 4; this digitpad reads versions up to 3"):
        decode(encode_header("things", 4, {}).tobytes())
    with refused("format version 100,000,000"):
        decode(encode_header("things", 10**200, {}).tobytes())


@pytest.mark.parametrize("version", ["0", "-1", "null", "true", "1.0", '"1"', "[1]", "NaN"])
def test_a_version_that_makes_no_sense(version: str) -> None:
    with refused("its format version makes no sense"):
        decode(b'{"format": "things", "version": %s}' % version.encode())
    with refused("its format version makes no sense"):
        decode(b'{"format": "things"}')


def test_a_missing_field_gets_its_default() -> None:
    defaults = {"name": REQUIRED, "pages": 1, "labels": None}
    assert fields({"name": "a", "pages": 2}, defaults, PATH, WHAT) == {"name": "a", "pages": 2, "labels": None}


def test_a_field_that_nobody_knows_or_that_cannot_be_missing() -> None:
    with refused(r"some\.file is not a session saved by digitpad .* unknown entry “colour”"):
        fields({"colour": 1}, {"name": "a"}, PATH, WHAT)
    with refused("header is incomplete, “name” is missing"):
        fields({}, {"name": REQUIRED}, PATH, WHAT)
    with refused("header is damaged"):
        fields([], {"name": "a"}, PATH, WHAT)
