"""Everything that is a widget. No widget imports TensorFlow."""

import digitpad.workspace  # noqa: F401  # before Qt is imported by anybody: see there
