"""Where weights lie on the disk: what nobody needs any more gives its place away."""

import threading

import numpy as np
import pytest

from digitpad.runs.shelf import Shelf

SIZE = 1000


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def arrays(number: int, size: int = SIZE) -> list[np.ndarray]:
    return [np.full(size, number, np.float32), np.int64(number)]


def test_what_was_put_is_read(shelf: Shelf) -> None:
    places = [shelf.put(arrays(number)) for number in range(5)]
    for number, place in enumerate(places):
        assert place is not None
        for read, put in zip(place.arrays(), arrays(number), strict=True):
            np.testing.assert_array_equal(read, put)
        assert len(place.arrays(1)) == 1
    shelf.close()


def test_what_is_forgotten_gives_its_place_to_the_next(shelf: Shelf) -> None:
    first, kept = shelf.put(arrays(0)), shelf.put(arrays(1))
    assert first is not None
    assert kept is not None
    for number in range(2, 200):  # a run that is continued and stopped again and again
        first = shelf.put(arrays(number))
    assert first is not None
    np.testing.assert_array_equal(first.arrays()[0], arrays(199)[0])
    np.testing.assert_array_equal(kept.arrays()[0], arrays(1)[0])
    assert max(first.offset, kept.offset) <= 2 * sum(np.asarray(array).nbytes for array in arrays(0))
    shelf.close()


def test_of_another_size_it_lies_elsewhere(shelf: Shelf) -> None:
    first = shelf.put(arrays(0))
    assert first is not None
    del first
    small, large = shelf.put(arrays(1, SIZE // 2)), shelf.put(arrays(2, 2 * SIZE))
    for place, number in ((small, 1), (large, 2)):
        assert place is not None
        assert (place.arrays()[0] == number).all()
    shelf.close()


def test_while_others_read_and_forget(shelf: Shelf) -> None:
    wrong: list[int] = []

    def use(number: int) -> None:
        for _ in range(200):
            place = shelf.put(arrays(number))
            if place is None or not (place.arrays()[0] == number).all():
                wrong.append(number)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    shelf.close()
