"""Pictures that the class has chosen as one batch of the paused run: an intervention, like its own drawing."""

import numpy as np
from PySide6.QtCore import QObject, Signal

from digitpad.data.pictures import Pictures
from digitpad.runs.by_hand import MOST_IMAGES, ByHand
from digitpad.runs.run import Run
from digitpad.workspace.stepping.situation import Situation
from digitpad.workspace.stepping.stepping import Stepping
from digitpad.workspace.training.training import Training


class ChosenBatch(QObject):
    """Trains one batch on chosen pictures, of the paused run or of a new one; Undo training takes it back.

    Signals:
        begun(int, int): so many pictures are the batch, of so many that were chosen.
    """

    begun = Signal(int, int)

    def __init__(self, stepping: Stepping, training: Training, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepping = stepping
        self._training = training

    @property
    def can_train(self) -> bool:
        """Whether a run can be trained on pictures now, if there are any."""
        return self._stepping.situation in (Situation.NEW_RUN, Situation.NEXT_BATCH)

    def train(self, pictures: Pictures) -> None:
        """Train one batch on the pictures with their labels: on the first of them, if they are more than a batch
        by hand can have. Does nothing without any, or while none can be trained on."""
        if not self.can_train or not len(pictures):
            return
        chosen = pictures.at(np.arange(min(len(pictures), MOST_IMAGES)))
        self._stepping.when_paused(lambda run: self._train(run, chosen, len(pictures)))

    def _train(self, run: Run, chosen: Pictures, count: int) -> None:
        self._training.train_by_hand(run, ByHand(chosen.images, chosen.labels))
        self.begun.emit(len(chosen), count)
