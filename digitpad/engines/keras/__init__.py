"""Keras' own ``fit`` as an engine: the lesson's first listing, on our batches and from our first weights.

From the same weights the losses of single batches are ours: in float64 to 1e-9. In float32 those of 200 batches
are the same to 1e-5 by SGD, and to 0.02 by RMSprop and Adam, which divide by the size of gradients: where that is
near zero, the order in which two threads add decides.
"""
