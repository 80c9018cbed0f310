"""The header of digitpad's own files: another kind and another version are told apart."""

from pathlib import Path

import pytest

from digitpad.archives.header import decode_header, encode_header
from digitpad.errors import DataFileError

PATH = Path("some.file")


def decode(data: bytes) -> dict[str, object]:
    return decode_header(data, PATH, kind="things", version=3, what="a file of things")


def test_what_was_written_is_read() -> None:
    assert decode(encode_header("things", 3, {"a": [1, 2]}).tobytes())["a"] == [1, 2]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'"things"', b"{}", b"[" * 100_000, b"\xff\xfe"])
def test_anything_else_is_a_sentence(data: bytes) -> None:
    with pytest.raises(DataFileError, match=r"some\.file is not a file of things"):
        decode(data)


def test_another_kind_and_another_version() -> None:
    with pytest.raises(DataFileError, match="is not a file of things"):
        decode(encode_header("others", 3, {}).tobytes())
    with pytest.raises(DataFileError, match="format version 4; this digitpad reads version 3"):
        decode(encode_header("things", 4, {}).tobytes())
