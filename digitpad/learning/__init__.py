"""The article's network and loop, and what surrounds a run. No Qt; nothing of what is drawn.

Only ``network``, ``training``, ``program`` and ``session`` import TensorFlow; the rest is NumPy, so that a
window can stand and answer before TensorFlow is there.
"""
