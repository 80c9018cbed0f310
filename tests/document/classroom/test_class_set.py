"""The class's digits as a value: changes make new ones, and what is held out is held out fairly."""

import random
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.document.classroom import class_set
from digitpad.document.classroom.class_set import MOST_DRAWINGS, ClassSet, HeldOut, content_hash, held_out
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from tests.document.made import collected

DOT = Drawing.of([[(0.5, 0.5)]])

entries = st.lists(
    st.builds(
        LabelledDrawing, st.just(DOT), st.integers(0, 9), st.just(""), st.one_of(st.none(), st.integers(1, 5))
    ),
    max_size=40,
)
of_pens = st.lists(
    st.builds(LabelledDrawing, st.just(DOT), st.integers(0, 9), st.just(""), st.integers(1, 9)), max_size=40
)
shares = st.floats(0, 1)
seeds = st.integers(0, 2**31)


def assert_apart(held: HeldOut, count: int) -> None:
    """Each place is on one side, once, in order."""
    assert sorted([*held.train, *held.test]) == list(range(count))
    assert (np.diff(held.train) > 0).all()
    assert (np.diff(held.test) > 0).all()


class TestHeldOut:
    @given(drawings=entries, share=shares, seed=seeds)
    def test_each_drawing_is_on_one_side(self, drawings: list[LabelledDrawing], share: float, seed: int) -> None:
        held = held_out(drawings, share, seed)
        assert_apart(held, len(drawings))
        if share and len(drawings) > 1:
            assert len(held.train)
            assert len(held.test)

    @given(drawings=entries, share=shares, seed=seeds)
    def test_the_seed_decides(self, drawings: list[LabelledDrawing], share: float, seed: int) -> None:
        once, again = held_out(drawings, share, seed), held_out(drawings, share, seed)
        assert once.test.tolist() == again.test.tolist()
        assert (once.by_pen, once.pens) == (again.by_pen, again.pens)

    @given(drawings=of_pens, share=st.floats(0.01, 1), seed=seeds)
    def test_pens_are_held_out_whole(self, drawings: list[LabelledDrawing], share: float, seed: int) -> None:
        held = held_out(drawings, share, seed)
        pens = {entry.pen for entry in drawings}
        assert held.by_pen == (len(pens) > 1)
        if held.by_pen:
            assert {drawings[place].pen for place in held.test} == set(held.pens)
            assert {drawings[place].pen for place in held.train} == pens - set(held.pens)
            assert len(held.pens) == min(max(round(share * len(pens)), 1), len(pens) - 1)

    @given(drawings=entries, share=shares, seed=seeds)
    def test_of_single_drawings_each_digit_gives_its_share(
        self, drawings: list[LabelledDrawing], share: float, seed: int
    ) -> None:
        held = held_out([replace(entry, pen=None) for entry in drawings], share, seed)
        assert not held.by_pen
        assert held.pens == ()
        for digit in range(10):
            own = [place for place, entry in enumerate(drawings) if entry.label == digit]
            given_ = len(set(own) & set(held.test.tolist()))
            assert abs(given_ - share * len(own)) <= 1 or len(held.test) == 1

    def test_of_thirty_pens_ten_are_held_out(self) -> None:
        held = held_out(collected(600, pens=30), 1 / 3, seed=7)
        assert len(held.pens) == 10
        assert (len(held.train), len(held.test)) == (400, 200)

    def test_other_seeds_hold_others_out(self) -> None:
        drawings = collected(300, pens=30)
        assert len({held_out(drawings, 1 / 3, seed).pens for seed in range(5)}) == 5

    def test_one_drawing_whose_pen_nobody_knows_and_none_are_held_out_by_pen(self) -> None:
        """It could be anybody's."""
        drawings = [*collected(50, pens=5), *collected(1)]
        held = held_out(drawings, 0.2, seed=0)
        assert not held.by_pen
        assert len(held.test) == 10

    def test_one_pen_only(self) -> None:
        held = held_out(collected(50, pens=1), 0.2, seed=0)
        assert not held.by_pen
        assert len(held.test) == 10

    def test_one_digit_only(self) -> None:
        held = held_out([LabelledDrawing(DOT, 4)] * 10, 0.2, seed=0)
        assert (len(held.train), len(held.test)) == (8, 2)

    @pytest.mark.parametrize("drawings", [[], [LabelledDrawing(DOT, 4)]], ids=["none", "one"])
    def test_of_none_or_one_nothing_is_held_out(self, drawings: list[LabelledDrawing]) -> None:
        held = held_out(drawings, 0.5, seed=0)
        assert_apart(held, len(drawings))
        assert len(held.test) == 0

    @pytest.mark.parametrize("share", [0.01, 0.5, 0.99, 1.0])
    @pytest.mark.parametrize("pens", [(1, 2), (1, 1), (None, None), (1, None)])
    def test_of_two_one_is_held_out(self, share: float, pens: tuple[int | None, int | None]) -> None:
        held = held_out([LabelledDrawing(DOT, 4, pen=pen) for pen in pens], share, seed=3)
        assert (len(held.train), len(held.test)) == (1, 1)
        assert held.by_pen == (pens == (1, 2))


class TestContent:
    def test_the_same_drawings_have_the_same_hash_whatever_their_order_and_pens(self) -> None:
        drawings = collected(30, pens=3)
        other = [replace(entry, pen=7, source="elsewhere") for entry in drawings]
        random.Random(0).shuffle(other)
        assert content_hash(drawings) == content_hash(other)
        assert len(content_hash([])) == 64

    def test_another_label_one_more_or_one_twice_makes_another_one(self) -> None:
        drawings = collected(30)
        relabelled = [replace(drawings[0], label=9), *drawings[1:]]
        others = [relabelled, drawings[1:], [*drawings, drawings[0]]]
        assert len(set(map(content_hash, [drawings, *others]))) == 4


class TestChanges:
    def test_each_makes_another_set(self) -> None:
        first = ClassSet().with_added(collected(5, pens=2))
        more = first.with_added(collected(2, first=90))
        assert [entry.label for entry in more.drawings] == [0, 1, 2, 3, 4, 0, 1]
        relabelled = more.decided([1, 6], 8)
        assert [entry.label for entry in relabelled.drawings] == [0, 8, 2, 3, 4, 0, 8]
        assert relabelled.drawings[1].drawing is more.drawings[1].drawing
        assert [entry.label for entry in relabelled.without([0, 1, 5]).drawings] == [2, 3, 4, 8]
        assert len(first.drawings) == 5

    def test_none_has_no_label(self) -> None:
        with pytest.raises(ValueError, match="label"):
            ClassSet().with_added([LabelledDrawing(DOT)])

    def test_counts_and_pens(self) -> None:
        digits = ClassSet(tuple(collected(25, pens=2)), (LabelledDrawing(DOT, 3, pen=9),))
        assert digits.counts().tolist() == [3] * 5 + [2] * 5
        assert digits.pens == 9
        assert (ClassSet().pens, ClassSet().counts().tolist()) == (0, [0] * 10)

    def test_what_is_set_aside_is_something(self) -> None:
        assert not ClassSet()
        assert ClassSet(aside=(LabelledDrawing(DOT, 3),))
        assert ClassSet((LabelledDrawing(DOT, 3),))


class TestRoom:
    def test_there_is_room_for_a_school(self) -> None:
        dot = LabelledDrawing(DOT, 1)
        full = ClassSet((dot,) * (MOST_DRAWINGS - 3), (dot,) * 2)
        assert full.fits
        assert full.room_for([dot] * 5) == 1
        assert full.with_added([dot]).room_for([dot]) == 0
        assert not full.with_added([dot, dot]).fits

    @pytest.mark.parametrize(
        ("bound", "entry"),
        [
            ("MAX_POINTS_IN_ALL", LabelledDrawing(Drawing.of([[(0, 0)] * 10]), 1)),
            ("MAX_STROKES_IN_ALL", LabelledDrawing(Drawing.of([[(0, 0)]] * 10), 1)),
            ("MAX_LETTERS_IN_ALL", LabelledDrawing(DOT, 1, "0123456789")),
        ],
    )
    def test_all_of_it_can_be_saved_in_one_file(
        self, bound: str, entry: LabelledDrawing, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(class_set, bound, 45)
        assert ClassSet().room_for([entry] * 9) == 4
        assert ClassSet((entry,)).room_for([entry] * 9) == 3
        assert ClassSet((entry,) * 4).room_for([entry]) == 0
        assert ClassSet((entry,) * 4).fits
        assert not ClassSet((entry,) * 5).fits

    @pytest.mark.parametrize("grow", [lambda own, entry: own.with_added([entry]), ClassSet.with_aside])
    def test_what_has_grown_has_as_much_room_as_what_was_made_at_once(
        self, grow: Callable[[ClassSet, LabelledDrawing], ClassSet], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(class_set, "MAX_POINTS_IN_ALL", 45)
        entry = LabelledDrawing(Drawing.of([[(0, 0)] * 10]), 1)
        grown = ClassSet((entry,))
        for count in range(1, 6):
            assert grown.room_for([entry] * 9) == max(4 - count, 0)
            assert grown.fits == (count <= 4)
            fewer = grown.without([0])
            assert fewer.room_for([entry] * 9) == 5 - count
            grown = grow(grown, entry)

    def test_digits_are_counted_on(self) -> None:
        one, two = (LabelledDrawing(DOT, digit) for digit in (1, 2))
        grown = ClassSet((one,)).with_added([two, two]).with_aside(one).with_added([])
        assert grown.counts().tolist() == [0, 1, 2, *[0] * 7]
        grown.counts()[1] = 9  # nobody else's
        assert grown.decided([3]).counts().tolist() == [0, 2, 2, *[0] * 7]
        assert grown.without([1]).with_added([one]).counts().tolist() == [0, 2, 1, *[0] * 7]

    def test_what_has_come_is_told_from_what_has_gone(self) -> None:
        one, two, three = (LabelledDrawing(DOT, digit) for digit in range(3))
        before = ClassSet((one,), (two,))
        assert before.added_to(before) == ()
        assert before.with_added([three]).added_to(before) == (three,)
        assert before.with_aside(three).added_to(before) == (three,)
        assert before.without([0]).with_added([three]).added_to(before) is None
        assert before.decided([1]).added_to(before) is None
