"""Files of several groups added together: nothing is lost, nothing twice, and no two writers become one."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from digitpad.document.classroom.class_set import MOST_DRAWINGS, ClassSet
from digitpad.document.classroom.merging import Merged, merged
from digitpad.drawing.stroke_lines import MAX_PEN, LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.errors import UserError
from tests.document.made import collected
from tests.sentences import refused


def counts(merge: Merged) -> tuple[int, int, int, int]:
    return merge.added, merge.known, merge.unlabelled, merge.too_many


def pens(content: ClassSet) -> list[int | None]:
    return [entry.pen for entry in content.drawings]


class TestDrawings:
    def test_the_first_file_is_taken_as_it_is(self) -> None:
        file = collected(30, pens=3)
        merge = merged(ClassSet(), [file])
        assert merge.content == ClassSet(tuple(file))
        assert counts(merge) == (30, 0, 0, 0)

    def test_what_is_there_already_stays_and_its_label_too(self) -> None:
        ours = ClassSet(tuple(collected(20)), tuple(collected(2, first=500)))
        file = [replace(entry, label=9, source="theirs") for entry in collected(25)]
        merge = merged(ours, [file, list(ours.aside)])
        assert merge.content == ours.with_added(file[20:])
        assert counts(merge) == (5, 22, 0, 0)
        assert merge.otherwise == sum(entry.label != 9 for entry in ours.drawings)

    def test_twice_in_a_file_or_in_two_files_is_once(self) -> None:
        file = collected(4)
        again = [replace(file[1], label=7), file[3]]
        merge = merged(ClassSet(), [[*file, *again], file[::-1]])
        assert merge.content == ClassSet(tuple(file))
        assert counts(merge) == (4, 6, 0, 0)
        assert merge.otherwise == (file[1].label != 7)

    def test_without_a_label_it_is_none_of_the_class(self) -> None:
        file = [replace(entry, label=None if entry.label == 3 else entry.label) for entry in collected(30)]
        merge = merged(ClassSet(), [file])
        assert counts(merge) == (27, 0, 3, 0)
        assert [entry.label for entry in merge.content.drawings].count(3) == 0

    def test_no_file_and_an_empty_one_change_nothing(self) -> None:
        ours = ClassSet(tuple(collected(3)))
        for files in ([], [[]], [[], []]):
            assert merged(ours, files) == Merged(ours)

    def test_a_mere_dot_is_set_aside_until_the_class_has_said_what_it_is(self) -> None:
        dot = LabelledDrawing(Drawing.of([[(0.5, 0.5), (0.51, 0.5)]]), 1)
        file = [*collected(3), dot]
        merge = merged(ClassSet(), [file])
        assert merge == Merged(ClassSet(tuple(file[:3]), (dot,)), added=3, dots=1)
        assert merged(merge.content, [file]) == Merged(merge.content, known=4)

    def test_of_fifty_thousand_there_is_room_for_twenty_thousand(self) -> None:
        file = [
            LabelledDrawing(Drawing.of([[(0, place), (1, place)]]), place % 10, pen=place % 30 + 1)
            for place in range(50_000)
        ]
        merge = merged(ClassSet(tuple(collected(100))), [file])
        assert counts(merge) == (MOST_DRAWINGS - 100, 0, 0, 30_100)
        assert merge.content.fits
        assert merge.content.drawings[100:] == tuple(file[: MOST_DRAWINGS - 100])


class TestPens:
    def test_those_of_each_file_stay_apart(self) -> None:
        ours = ClassSet(tuple(collected(20, pens=2)))
        first, second = collected(30, pens=3, first=100), collected(10, pens=1, first=200)
        merge = merged(ours, [first, second])
        assert pens(merge.content) == [1] * 10 + [2] * 10 + [3] * 10 + [4] * 10 + [5] * 10 + [6] * 10

    def test_numbers_that_are_free_are_kept(self) -> None:
        """They may stand on somebody's sheet of paper."""
        ours = ClassSet(tuple(collected(20, pens=2)))
        file = [replace(entry, pen=7) for entry in collected(10, first=100)]
        assert pens(merged(ours, [file]).content)[20:] == [7] * 10

    def test_numbers_of_pens_that_are_still_to_draw_are_taken(self) -> None:
        """Of thirty pens two have drawn: the others' drawings must not mix with another group's."""
        ours = ClassSet(tuple(collected(20, pens=2)))
        file = [replace(entry, pen=7) for entry in collected(10, first=100)]
        assert pens(merged(ours, [file], reserved=30).content)[20:] == [31] * 10
        assert pens(merged(ClassSet(), [file], reserved=30).content) == [7] * 10

    def test_who_is_unknown_stays_so(self) -> None:
        merge = merged(ClassSet(tuple(collected(20, pens=2))), [collected(5, first=100)])
        assert pens(merge.content)[20:] == [None] * 5

    def test_a_group_that_has_drawn_on_is_the_same_group(self) -> None:
        """In the afternoon its file has more drawings of the same pens than in the morning, and a new pen."""
        morning = collected(30, pens=3, first=100)
        ours = merged(ClassSet(tuple(collected(20, pens=2))), [morning]).content
        afternoon = [
            *morning,
            *(replace(entry, pen=place % 4 + 1) for place, entry in enumerate(collected(8, first=300))),
        ]
        merge = merged(ours, [afternoon])
        assert counts(merge) == (8, 30, 0, 0)
        assert pens(merge.content)[50:] == [3, 4, 5, 6] * 2

    def test_one_drawing_that_is_the_same_makes_no_writer_the_same(self) -> None:
        """An example that two groups have opened, say."""
        ours = ClassSet(tuple(collected(10, pens=1)))
        file = [ours.drawings[3], *collected(9, pens=1, first=100)]
        assert pens(merged(ours, [file]).content)[10:] == [2] * 9

    def test_our_own_file_adds_nothing(self) -> None:
        ours = ClassSet(tuple(collected(40, pens=4)))
        assert merged(ours, [list(ours.drawings)]) == Merged(ours, known=40)

    @given(
        groups=st.lists(st.lists(st.integers(1, 4), max_size=8), min_size=1, max_size=4),
        seed=st.integers(0, 100),
    )
    def test_no_two_writers_become_one(self, groups: list[list[int]], seed: int) -> None:
        """The source tells whose drawing it really is: nobody loses one, and nobody gets another's."""
        files, place = [], 0
        for number, group in enumerate(groups):
            file = []
            for pen in group:
                drawing = Drawing.of([[(0, place), (1, place)]])
                file.append(LabelledDrawing(drawing, place % 10, f"{number}/{pen}", pen))
                place += 1
            random.Random(seed).shuffle(file)
            files.append(file)
        content = merged(ClassSet(), files).content
        assert len(content.drawings) == place
        writers = {(entry.source, entry.pen) for entry in content.drawings}
        assert len(writers) == len({source for source, _ in writers}) == len({pen for _, pen in writers})

    def test_more_pens_than_numbers_are_refused(self) -> None:
        ours = ClassSet((replace(collected(1)[0], pen=MAX_PEN),))
        file = [replace(entry, pen=MAX_PEN) for entry in collected(2, first=50)]
        with refused("All pens together are more than 10,000. Nothing was added", UserError):
            merged(ours, [file])
