"""Which network answers the canvas, and what to call it."""

from enum import Enum, auto

from PySide6.QtCore import QLocale, QObject, Signal

from digitpad.network.snapshot import Snapshot
from digitpad.runs.network_file import SavedNetwork, load_ready_network
from digitpad.runs.recipe import Recipe, untrained
from digitpad.runs.run import Run, short_name


class Origin(Enum):
    """Where the weights come from."""

    READY_MADE = auto()
    UNTRAINED = auto()
    TRAINING = auto()
    TRAINED = auto()
    OPENED = auto()
    RUN = auto()


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

    def take_ready_made(self) -> None:
        """Take the network that comes with the program. Raises DataFileError if its file is damaged."""
        ready = load_ready_network()
        self._set(ready.recipe, ready.snapshot, Origin.READY_MADE)

    def reset(self, recipe: Recipe) -> None:
        """Take the untrained network of a recipe."""
        self._set(recipe, untrained(recipe), Origin.UNTRAINED)

    def begin(self, run: Run) -> None:
        """This run starts, or goes on."""
        self._set(run.recipe, run.snapshot or untrained(run.recipe), Origin.TRAINING, run)

    def take_run(self, run: Run) -> None:
        """Take the network of a run that has ended, if it has one."""
        snapshot = run.snapshot
        if snapshot is not None:
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
        count = self.snapshot.updates
        updates = (
            self.tr("%1 updates").replace("%1", QLocale().toString(count)) if count != 1 else self.tr("1 update")
        )
        return (
            {
                Origin.READY_MADE: self.tr("ready-made, trained for handwriting"),
                Origin.UNTRAINED: self.tr("untrained, it can only guess"),
                Origin.TRAINING: self.tr("training, %1"),
                Origin.TRAINED: self.tr("trained here, %1"),
                Origin.RUN: self.tr("%2, %1"),
                Origin.OPENED: self.tr("from %2, %1"),
            }[self.origin]
            .replace("%1", updates)
            .replace("%2", self._name if self.run is None else short_name(self.run.name))
        )

    def _set(self, recipe: Recipe, snapshot: Snapshot, origin: Origin, run: Run | None = None) -> None:
        self.recipe, self.snapshot, self.origin, self.run = recipe, snapshot, origin, run
        self.changed.emit()
