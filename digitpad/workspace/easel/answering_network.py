"""Which network answers the canvas, and what to call it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Answering:
    """A network that answers, or did: recipe and weights, where they come from, and how its file was called."""

    recipe: Recipe
    snapshot: Snapshot
    origin: Origin
    run: Run | None
    name: str


class AnsweringNetwork(QObject):
    """The newest weights, with the recipe that made them and where they come from.

    Attributes:
        recipe, snapshot, origin: what answers.
        run: the run that it is the network of, None if it is of none.

    Signals:
        changed(): other weights, or another origin.
    """

    changed = Signal()

    def __init__(self, recipe: Recipe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recipe = recipe
        self.snapshot = untrained(recipe)
        self.origin = Origin.UNTRAINED
        self.run: Run | None = None
        self._name = ""
        self._held = False
        self._pending = False

    def take_ready_made(self) -> None:
        """Take the network that comes with the program. Raises DataFileError if its file is damaged."""
        ready = load_ready_network()
        self._set(ready.recipe, ready.snapshot, Origin.READY_MADE)

    def reset(self, recipe: Recipe) -> None:
        """Take the untrained network of a recipe."""
        self._set(recipe, untrained(recipe), Origin.UNTRAINED)

    def state(self) -> Answering:
        """Return what answers now, to be put back later."""
        return Answering(self.recipe, self.snapshot, self.origin, self.run, self._name)

    def put_back(self, before: Answering) -> None:
        """Let a network answer again that did so before; nothing of it trains any more."""
        self._name = before.name
        origin = Origin.TRAINED if before.origin is Origin.TRAINING else before.origin
        self._set(before.recipe, before.snapshot, origin, before.run)

    def begin(self, run: Run, snapshot: Snapshot) -> None:
        """This run starts with these weights, or goes on with them."""
        self._set(run.recipe, snapshot, Origin.TRAINING, run)

    def take_run(self, run: Run, snapshot: Snapshot) -> None:
        """Take the network of a run that has ended."""
        self._set(run.recipe, snapshot, Origin.RUN, run)

    def follow(self, snapshot: Snapshot) -> None:
        """The run under way has come this far."""
        self._set(self.recipe, snapshot, self.origin, self.run)

    def end(self) -> None:
        """The run is over; its last weights stay."""
        if self.origin is Origin.TRAINING:
            trained = Origin.TRAINED if self.snapshot.updates else Origin.UNTRAINED
            self._set(self.recipe, self.snapshot, trained, self.run)

    def take(self, network: SavedNetwork, file_name: str) -> None:
        """Take a network from a file."""
        self._name = file_name
        self._set(network.recipe, network.snapshot, Origin.OPENED)

    def saved(self) -> SavedNetwork:
        """Return the network as it can be saved."""
        return SavedNetwork(self.snapshot, self.recipe)

    def text(self) -> str:
        """Say which network this is, in a few words."""
        updates = self.tr("%Ln update(s)", "", self.snapshot.updates)
        return {
            Origin.READY_MADE: self.tr("ready-made, trained for handwriting"),
            Origin.UNTRAINED: self.tr("untrained, it can only guess"),
            Origin.TRAINING: self.tr("training, {updates}"),
            Origin.TRAINED: self.tr("trained here, {updates}"),
            Origin.RUN: self.tr("{name}, {updates}"),
            Origin.OPENED: self.tr("from {name}, {updates}"),
        }[self.origin].format(updates=updates, name=self._name if self.run is None else short_name(self.run.name))

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

    def _set(self, recipe: Recipe, snapshot: Snapshot, origin: Origin, run: Run | None = None) -> None:
        self.recipe, self.snapshot, self.origin, self.run = recipe, snapshot, origin, run
        if self._held:
            self._pending = True
        else:
            self.changed.emit()
