"""How fast a run goes and how long it will still take."""

from dataclasses import dataclass


@dataclass
class Pace:
    """Smooths the speed of a run, so that the figures can be read.

    ``images_per_second`` counts training alone; ``seconds_left`` follows from it.
    """

    images_per_second: float = 0.0

    SMOOTHING = 0.1
    """Weight of the newest measurement: about the last ten count."""

    def add(self, images: int, seconds: float) -> None:
        """Note that ``images`` were trained on in ``seconds``."""
        now = images / max(seconds, 1e-9)
        known = self.images_per_second
        self.images_per_second = now if known == 0 else known + self.SMOOTHING * (now - known)

    def seconds_left(self, images: int) -> float:
        """Return how long ``images`` more will take."""
        return images / self.images_per_second if self.images_per_second else 0.0
