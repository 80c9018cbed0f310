"""What is said between the lines of a script, in the language of who takes it home."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Comments:
    """Sentences, each of one line. ``title`` names the run and its recipe, ``needs`` says what the script needs.

    The others stand before the lines that they are about.
    """

    title: str
    needs: str
    mnist: str
    left_out: str
    validation: str
    chosen: str
    wrong_labels: str
    by_label: str
    layers: str
    weights: str
    network: str
    batches: str
    update: str
    step: str
    rates: str
    fit: str
    order: str
    train: str
    compile: str
    losses: str
    test: str
