"""Unpacking gzip without trusting it: no further than is asked for, and only so many files put together."""

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAGIC = b"\x1f\x8b"

GZIP = 16 + zlib.MAX_WBITS
"""How zlib is told to expect gzip's header and check its sum."""

PIECE_BYTES = 1 << 16

MAX_MEMBERS = 1_000
"""Files of gzip put one after another are one, too; an empty one has 20 bytes and costs as much time as 10 kB."""


class Unpacked(io.RawIOBase):
    """The bytes that are packed in a file. Reading raises zlib.error or EOFError where it is damaged."""

    def __init__(self, file: BinaryIO, most_bytes: int) -> None:
        """``most_bytes`` bounds the packed ones: they may be many, and come to nothing."""
        super().__init__()
        self._file = file
        self._most_bytes = most_bytes
        self._taken = 0
        self._packed = b""
        self._members = 0
        self._member = zlib.decompressobj(GZIP)
        self._is_between = True  # two members, or before the first

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Unpack as much as there is room for, or less; nothing at the end."""
        room = memoryview(buffer).cast("B")
        while self._has_more():
            data = self._member.decompress(self._packed, len(room))
            self._packed = self._member.unconsumed_tail
            if self._member.eof:
                self._packed = self._member.unused_data
                self._is_between = True
            if data:
                room[: len(data)] = data
                return len(data)
        return 0

    def _has_more(self) -> bool:
        """Have packed bytes at hand, and who unpacks them; say whether there are any."""
        while True:
            if self._is_between and self._members:
                self._packed = self._packed.lstrip(b"\0")  # what some tapes are filled up with
            if self._packed:
                break
            self._packed = self._file.read(PIECE_BYTES)
            self._taken += len(self._packed)
            if self._taken > self._most_bytes:
                raise zlib.error("too many packed bytes")
            if not self._packed and not self._is_between:
                raise EOFError("the packed bytes end too early")
            if not self._packed:
                return False
        if self._is_between:
            self._begin_member()
        return True

    def _begin_member(self) -> None:
        self._members += 1
        if self._members > MAX_MEMBERS:
            raise zlib.error("too many files in one")
        self._member = zlib.decompressobj(GZIP)
        self._is_between = False
