"""What a gallery shows: pictures with a few words each, in an order, asked for when they come into sight."""

from enum import Enum, auto
from typing import Protocol

from digitpad.arrays import Images


class Mark(Enum):
    """What is to be seen of a picture at first sight; by form, not by colour alone."""

    NONE = auto()
    RIGHT = auto()
    """A thin frame."""
    WRONG = auto()
    """A thick dashed frame."""
    ASIDE = auto()
    """A corner turned down."""


class PictureSource(Protocol):
    """The pictures of a gallery, by their places in it, from 0. What it says of a place stays as it is."""

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def image(self, place: int) -> Images | None:
        """Return a picture, uint8 (784,); None while it is still being made."""
        ...

    def caption(self, place: int) -> str:
        """Return the few letters below a picture."""
        ...

    def words(self, place: int) -> str:
        """Return all that there is to say of a picture, for its tooltip and for a screen reader."""
        ...

    def mark(self, place: int) -> Mark:
        """Return how a picture is marked."""
        ...

    def longest_caption(self) -> str:
        """Return the caption that needs most room."""
        ...


class NoPictures:
    """An empty gallery's source."""

    def __len__(self) -> int:
        return 0

    def image(self, place: int) -> Images | None:
        """There is none."""
        raise IndexError(place)

    def caption(self, place: int) -> str:
        """There is none."""
        raise IndexError(place)

    def words(self, place: int) -> str:
        """There are none."""
        raise IndexError(place)

    def mark(self, place: int) -> Mark:
        """There is none."""
        raise IndexError(place)

    def longest_caption(self) -> str:
        """Return nothing."""
        return ""
