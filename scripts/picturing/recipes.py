"""Recipes whose runs README's pictures show."""

from dataclasses import replace

from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, KERAS_RECIPE, Optimizer

SLOW_RECIPE = replace(KERAS_RECIPE, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.05)
COMPARED = {
    "RMSprop": KERAS_RECIPE,
    "Adam, long steps": replace(KERAS_RECIPE, optimizer=Optimizer.ADAM, learning_rate=0.003),
    "SGD by hand": replace(KERAS_RECIPE, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1),
    "… from uniform weights": replace(FROM_SCRATCH_RECIPE, epochs=5, learning_rate=0.02),
    "batches of 512": replace(KERAS_RECIPE, batch_size=512),
}
