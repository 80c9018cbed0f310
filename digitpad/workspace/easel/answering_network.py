"""Which network answers the canvas, and what to call it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import untrained
from digitpad.runs.network_file import SavedNetwork, load_ready_network
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run, short_name


class Origin(Enum):
    """Where the weights come from."""

    READY_MADE = auto()
    UNTRAINED = auto()
    TRAINING = auto()
    TRAINED = auto()
    OPENED = auto()
    RUN = auto()
    PAST = auto()
    """A moment of a run, which is looked back to; another network answers when that is over."""


@dataclass(frozen=True)
class Answering:
    """A network that answers, or did: recipe and weights, where they come from, and how its file was called."""

    recipe: Recipe
    snapshot: Snapshot
    origin: Origin
    run: Run | None
    name: str


class AnsweringNetwork(QObject):
    """The newest weights, with the recipe that made them and where they come from, or those of a moment before.

    While somebody looks back, what trains goes on behind that: ``now`` is what answers when it is over.

    Attributes:
        now: what answers while nobody looks back.

    Signals:
        changed(): other weights, or another origin.
    """

    changed = Signal()

    def __init__(self, recipe: Recipe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = Answering(recipe, untrained(recipe), Origin.UNTRAINED, None, "")
        self._past: Answering | None = None
        self._held = False
        self._pending = False

    @property
    def recipe(self) -> Recipe:
        """What made the network that answers."""
        return self._shown.recipe

    @property
    def snapshot(self) -> Snapshot:
        """The network that answers."""
        return self._shown.snapshot

    @property
    def origin(self) -> Origin:
        """Where its weights come from."""
        return self._shown.origin

    @property
    def run(self) -> Run | None:
        """The run that it is the network of, None if it is of none."""
        return self._shown.run

    @property
    def looks_back(self) -> bool:
        """Whether a network of a moment before answers."""
        return self._past is not None

    def look_back(self, run: Run, snapshot: Snapshot) -> None:
        """Let a run's network answer as it was once."""
        self._past = Answering(run.recipe, snapshot, Origin.PAST, run, "")
        self._announce()

    def return_to_now(self) -> None:
        """Let the network answer again that did so before somebody looked back, as it is by now."""
        if self._past is not None:
            self._past = None
            self._announce()

    def take_ready_made(self) -> None:
        """Take the network that comes with the program. Raises DataFileError if its file is damaged."""
        ready = load_ready_network()
        self._set(ready.recipe, ready.snapshot, Origin.READY_MADE)

    def reset(self, recipe: Recipe) -> None:
        """Take the untrained network of a recipe."""
        self._set(recipe, untrained(recipe), Origin.UNTRAINED)

    def put_back(self, before: Answering) -> None:
        """Let a network answer again that did so before; nothing of it trains any more."""
        origin = Origin.TRAINED if before.origin is Origin.TRAINING else before.origin
        self._set(before.recipe, before.snapshot, origin, before.run, before.name)

    def begin(self, run: Run, snapshot: Snapshot) -> None:
        """This run starts with these weights, or goes on with them."""
        self._set(run.recipe, snapshot, Origin.TRAINING, run)

    def take_run(self, run: Run, snapshot: Snapshot) -> None:
        """Take the network of a run that has ended."""
        self._set(run.recipe, snapshot, Origin.RUN, run)

    def follow(self, snapshot: Snapshot) -> None:
        """The run under way has come this far; who looks back sees nothing of it."""
        self._go_on(replace(self.now, snapshot=snapshot))

    def end(self) -> None:
        """The run is over; its last weights stay."""
        if self.now.origin is Origin.TRAINING:
            trained = Origin.TRAINED if self.now.snapshot.updates else Origin.UNTRAINED
            self._go_on(replace(self.now, origin=trained))

    def learn_late(self, run: Run, snapshot: Snapshot) -> bool:
        """A run has come this far after Stop, which did not wait for it; say whether its network answers."""
        if self.now.run is not run:
            return False
        origin = Origin.TRAINED if self.now.origin is Origin.UNTRAINED else self.now.origin
        self._go_on(replace(self.now, snapshot=snapshot, origin=origin))
        return True

    def take(self, network: SavedNetwork, file_name: str) -> None:
        """Take a network from a file."""
        self._set(network.recipe, network.snapshot, Origin.OPENED, name=file_name)

    def saved(self) -> SavedNetwork:
        """Return the network as it can be saved."""
        return SavedNetwork(self.snapshot, self.recipe)

    def text(self) -> str:
        """Say which network this is, in a few words."""
        shown = self._shown
        updates = self.tr("%Ln update(s)", "", self.snapshot.updates)
        return {
            Origin.READY_MADE: self.tr("ready-made, trained for handwriting"),
            Origin.UNTRAINED: self.tr("untrained, it can only guess"),
            Origin.TRAINING: self.tr("training, {updates}"),
            Origin.TRAINED: self.tr("trained here, {updates}"),
            Origin.RUN: self.tr("{name}, {updates}"),
            Origin.OPENED: self.tr("from {name}, {updates}"),
            Origin.PAST: self.tr("{name} as it was, {updates}"),
        }[shown.origin].format(
            updates=updates, name=shown.name if shown.run is None else short_name(shown.run.name)
        )

    @contextmanager
    def held(self) -> Iterator[None]:
        """Announce what happens within only at its end, when all that belongs to it has happened."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
            if self._pending:
                self._pending = False
                self.changed.emit()

    @property
    def _shown(self) -> Answering:
        return self.now if self._past is None else self._past

    def _set(
        self, recipe: Recipe, snapshot: Snapshot, origin: Origin, run: Run | None = None, name: str = ""
    ) -> None:
        """Let another network answer; nobody looks back from there."""
        self.now, self._past = Answering(recipe, snapshot, origin, run, name), None
        self._announce()

    def _go_on(self, now: Answering) -> None:
        self.now = now
        if self._past is None:
            self._announce()

    def _announce(self) -> None:
        if self._held:
            self._pending = True
        else:
            self.changed.emit()
