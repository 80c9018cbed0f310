"""Which engine a run asks for."""

from digitpad.data.training_data import TrainingData, dataset_for
from digitpad.engines.keras.keras_engine import KerasEngine
from digitpad.engines.program import Execution
from digitpad.engines.protocol import Engine
from digitpad.engines.tensorflow_engine import TensorFlowEngine
from digitpad.runs.recipe import Loop


def lesson_engine(data: TrainingData, loop: Loop = Loop.COMPILED) -> Engine:
    """Return the engine for runs on this data. Raises DataFileError if MNIST is missing, and needed for it."""
    dataset = dataset_for(data)
    if loop is Loop.KERAS:
        return KerasEngine(dataset)
    return TensorFlowEngine(dataset, Execution.EAGER if loop is Loop.LINE_BY_LINE else None)
