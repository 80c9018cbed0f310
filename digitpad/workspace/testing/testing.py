"""Tests the network that answers on a set of pictures while somebody looks, and knows which of them are seen."""

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from digitpad.arrays import Places
from digitpad.data.pictures import Pictures
from digitpad.data.training_data import ALL_IMAGES
from digitpad.document.picture_set import Source
from digitpad.errors import UserError
from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Advanced, Begun, Event
from digitpad.runs.run import Run
from digitpad.workspace.classroom.class_drawings import ClassDrawings
from digitpad.workspace.classroom.lesson_material import LessonMaterial
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.comparison import Comparison
from digitpad.workspace.easel.exhibit import Exhibit, exhibit_of
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.testing.examiner import Entries, Examiner, Findings, Question, labelled
from digitpad.workspace.testing.opened import Opened, places_of
from digitpad.workspace.training.training import State, Training


class Testing(QObject):
    """What is tested on what, and what came of it.

    While a run trains its network is tested after each epoch, else whenever another one answers; only while
    somebody looks.

    Attributes:
        source: which set.
        path: the file that was opened last, None if none was.
        opened: which pictures are looked at, None if none are.
        places: these pictures' places in the set, in the order in which they are shown.
        chosen: numbers, among these, of those that are chosen, ascending.

    Signals:
        changed(): another set, other findings, or they are not this network's any more.
        opened_changed(): other pictures are looked at.
        selection_changed(): others of them are chosen.
        failed(UserError): a file could not be tested on.
    """

    changed = Signal()
    opened_changed = Signal()
    selection_changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        network: AnsweringNetwork,
        comparison: Comparison,
        training: Training,
        class_drawings: ClassDrawings,
        material: LessonMaterial,
        jobs: FileJobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.source = Source.MNIST_TEST
        self.path: Path | None = None
        self.opened: Opened | None = None
        self.places: Places = np.zeros(0, np.intp)
        self.chosen: list[int] = []
        self._network = network
        self._comparison = comparison
        self._training = training
        self._class, self._material = class_drawings, material
        self._jobs = jobs
        self._of_file: Entries = ()
        self._examiner = Examiner(self)
        self._is_watched = False
        self._asked: tuple[Snapshot, Snapshot | None] = network.snapshot, None
        self._due: int | None = None
        self._shown: tuple[object, ...] = ()
        network.changed.connect(self._follow)
        comparison.changed.connect(self._follow)
        class_drawings.changed.connect(self._follow)
        material.changed.connect(self._follow)
        training.state_changed.connect(self._follow)
        training.reported.connect(self._follow_training)
        self._examiner.found.connect(self._take)

    # What there is.

    @property
    def findings(self) -> Findings | None:
        """What is known of this set, though perhaps of an earlier network or of earlier labels."""
        found = self._examiner.findings
        return found if found is not None and found.question.source is self.source and not self.is_empty else None

    @property
    def is_current(self) -> bool:
        """Whether what is known is of the network that answers now, and of the set as it is now."""
        found = self.findings
        return (
            found is not None
            and self.is_of_this_network(found)
            and not self.has_changed(found)
            and found.question.other is self._comparison.snapshot
        )

    def is_of_this_set(self, found: Findings) -> bool:
        """Whether findings, whatever network they are of, are about the set as it is now."""
        return found.question.source is self.source and found.question.entries is self._entries

    def is_of_this_network(self, found: Findings) -> bool:
        """Whether findings, whatever set they are about, are of the network that answers now."""
        return found.question.snapshot is self._network.snapshot

    def has_changed(self, found: Findings) -> bool:
        """Whether there are other drawings or labels now than findings are about, or others will be held out."""
        return self.is_being_made or not self.is_of_this_set(found)

    @property
    def is_being_made(self) -> bool:
        """Whether nobody knows yet which drawings are in the set."""
        return self.source is Source.HELD_OUT and not self._material.is_ready

    @property
    def problem(self) -> UserError | None:
        """Why this set cannot be tested on, if there is a reason that somebody can mend."""
        of_set = self._material.problem if self.source is Source.HELD_OUT else None
        return self._examiner.problem_of(self.source) or of_set

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture in the set: nothing was collected, or no file opened."""
        return self.source in (Source.CLASS, Source.HELD_OUT, Source.FILE) and not self._entries

    @property
    def aside_count(self) -> int:
        """How many of the class's drawings are set aside, and are not tested on."""
        return len(self._class.content.aside) if self.source is Source.CLASS else 0

    @property
    def may_have_seen(self) -> bool:
        """Whether the network has ever learnt from others of the class's drawings than would be trained on now."""
        run, recipe = self._network.run, self._network.recipe
        taught = {recipe.data.drawings} if run is None else set(run.all_drawings)
        return self.source is Source.HELD_OUT and bool(taught - {"", self._material.newest.ours.digest})

    @property
    def learnt_of_mnist(self) -> int | None:
        """How many of MNIST's training images the network learns from, where these are tested on, but not all."""
        learnt, is_trained = self._network.recipe.data.of_mnist, self._network.snapshot.updates > 0
        return learnt if self.source is Source.MNIST_TRAIN and is_trained and learnt < ALL_IMAGES else None

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return self._examiner.is_quiet

    # What somebody wants.

    def watch(self, on: bool) -> None:
        """Test from now on, or not any more: somebody looks, or nobody does."""
        self._is_watched = on
        if on:
            self._due = 0  # whoever begins to look in mid-epoch need not wait for its end
            self._follow()
        else:
            self._examiner.give_up()

    def choose_source(self, source: Source) -> None:
        """Test on another set."""
        if source is not self.source:
            self.source = source
            self._show_places()
            self.changed.emit()
            self._follow()

    def open_file(self, path: Path) -> None:
        """Test on the drawings of a file that have a label."""
        self._jobs.do(
            lambda: labelled(path), lambda entries: self._take_file(path, entries), self.failed.emit, reading=path
        )

    def open(self, opened: Opened | None) -> None:
        """Look at other pictures, or at none."""
        self.opened = opened
        self._show_places()

    def choose(self, chosen: Sequence[int]) -> None:
        """Choose some of those that are looked at, by their numbers among these, ascending.

        A gallery follows a moment later: what it still shows of others is chosen by nobody.
        """
        there = [number for number in chosen if number < len(self.places)]
        if there != self.chosen:
            self.chosen = there
            self.selection_changed.emit()

    def chosen_count(self) -> int:
        """Return how many pictures ``chosen_pictures`` are."""
        return len(self.chosen_places())

    def chosen_pictures(self) -> Pictures:
        """Return the chosen pictures with their labels; none as long as there are other drawings or labels."""
        found = self.findings
        return Pictures() if found is None else found.pictures.pictures.at(self.chosen_places())

    def chosen_exhibit(self) -> Exhibit | None:
        """Return the first of the chosen pictures, as it can be hung; None if there is none."""
        found, name = self.findings, "" if self.path is None else self.path.name
        first = self.chosen_places()[:1]
        if found is None or not len(first):
            return None
        place = int(first[0])
        drawn = self._entries[place].drawing if self._entries else None
        return exhibit_of(found.pictures, place, name, drawn)

    def chosen_places(self) -> Places:
        """Return the chosen pictures' places in the set; of those that are looked at all, if none is chosen.

        What is known of drawings that have changed is of labels that nobody gives them any more: then none is.
        """
        if self.findings is None or self.has_changed(self.findings):
            return self.places[:0]
        return self.places[self.chosen] if self.chosen else self.places

    def shut_down(self) -> None:
        """Wait for the thread; nothing begins any more."""
        self._examiner.shut_down()

    # What happens.

    @property
    def _entries(self) -> Entries:
        """The set's drawings; none for MNIST's."""
        match self.source:
            case Source.CLASS:
                return self._class.content.drawings
            case Source.HELD_OUT:
                return self._material.newest.held_out
            case Source.FILE:
                return self._of_file
        return ()

    @property
    def _is_training(self) -> bool:
        return self._training.state in (State.TRAINING, State.ENDING)

    def _follow_training(self, _run: Run, event: Event) -> None:
        match event:
            case Begun():
                self._due = 0
            case Advanced() if event.accuracy is not None:
                self._due = event.batches_done
        self._follow()

    def _follow(self) -> None:
        """Ask what is not known yet, and say so if what is known is an earlier network's now."""
        snapshot, other = self._network.snapshot, self._comparison.snapshot
        is_due = self._due is not None and snapshot.updates >= self._due
        looks_back = self._network.looks_back
        if not looks_back and (is_due or not self._is_training):
            self._asked, self._due = (snapshot, other), None
        if self._is_watched and not self.is_empty:
            # Of a moment it is asked at once, and what is due of the run that trains stays so.
            question = Question(self.source, self._entries, *((snapshot, other) if looks_back else self._asked))
            found = self.findings
            if found is None or not question.is_same(found.question):
                self._examiner.ask(question, alone=not self._is_training)
            else:
                self._examiner.give_up()
        self._tell()

    def _take(self) -> None:
        self._show_places()
        self._tell()

    def _tell(self) -> None:
        shown = self.findings, self.is_current, self.problem, self._entries, self.is_being_made
        if any(one is not other for one, other in zip_longest(shown, self._shown)):
            self._shown = shown
            self.changed.emit()
            self.selection_changed.emit()  # of other drawings none is chosen

    def _take_file(self, path: Path, entries: Entries) -> None:
        self.path, self._of_file = path, entries
        self.source = Source.FILE
        self._show_places()
        self.changed.emit()
        self._follow()

    def _show_places(self) -> None:
        """Look at what was opened as it is by the newest answers."""
        places = places_of(self.findings, self.opened)
        if not np.array_equal(places, self.places):
            self.chosen = []
        self.places = places
        self.opened_changed.emit()
        self.selection_changed.emit()
